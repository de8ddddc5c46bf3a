import type { EventType, Party, Role, RoleName } from '../document/event-layers.ts';
import { childBy, childrenBy, lemmaOf, lowerOf } from '../language/tree.ts';
import { actorAt, isPronoun, partyAt } from '../mentions/parties.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';
import { prepositional, slotsOfVerb } from './slots.ts';

/** Prepositions that bring the recipient of each type, the likeliest first; a direct object comes before all. */
const RECIPIENT_PREPOSITIONS: Readonly<Record<EventType, readonly string[]>> = {
  AGREE: ['with', 'to'],
  CONSULT: ['with', 'between', 'to'],
  SUPPORT: ['with', 'for', 'of', 'to'],
  CONCEDE: ['to', 'with'],
  COOPERATE: ['with', 'between'],
  AID: ['to', 'for'],
  RETREAT: ['to', 'from'],
  REQUEST: ['on', 'upon', 'to', 'from', 'of'],
  ACCUSE: ['against', 'on', 'at', 'into', 'with'],
  REJECT: ['from', 'of', 'with'],
  THREATEN: ['against', 'to', 'on', 'at'],
  PROTEST: ['against', 'outside', 'at'],
  SANCTION: ['on', 'against', 'with', 'to', 'from', 'of', 'for'],
  MOBILIZE: ['against', 'into', 'toward', 'towards', 'to', 'in'],
  COERCE: ['on', 'against', 'of', 'from', 'to'],
  ASSAULT: ['on', 'against', 'at', 'into', 'upon', 'with', 'of', 'to'],
  OTHER: ['to', 'with', 'against', 'on'],
};

/** Types whose recipient may be a thing that nobody names as a party: "bombed two villages". */
const PHYSICAL: readonly EventType[] = ['ASSAULT'];
/** Types that can be done to a land: "recognised Somaliland", "invaded Ossetia". */
const TO_PLACES: readonly EventType[] = ['ASSAULT', 'SUPPORT', 'SANCTION', 'AID', 'ACCUSE', 'THREATEN'];

/** Verbs whose subject undergoes them: "five people died". */
const SUFFERED = new Set('die perish succumb drown suffer bleed starve disappear vanish'.split(' '));

/** "lost four men": who loses them did nothing to them. */
const LOSING = new Set('lose bury mourn'.split(' '));

/** Nouns that only count: nobody does a toll. */
const TOLLS = new Set('toll casualty fatality body'.split(' '));

/** Reads who did it and to whom; empty where the text does not say (an agentless passive has no actor). */
export function readRoles(scene: Scene, candidate: Candidate): readonly Role[] {
  const suffered = SUFFERED.has(lemmaOf(scene.tree, candidate.token)) && candidate.slots.obj.length === 0;
  const subj = candidate.slots.subj.filter((token) => token !== candidate.token);
  const accused = subj.some((token) => isActor(scene, token))
    ? []
    : (scene.accusedOf.get(candidate.token) ?? []);
  const instruments = [...subj, ...candidate.slots.obj].filter((token) => scene.classes.is(token, 'weapon'));
  const actors =
    suffered ||
    TOLLS.has(lemmaOf(scene.tree, candidate.token)) ||
    LOSING.has(lemmaOf(scene.tree, candidate.token))
      ? []
      : [...subj, ...accused].filter((token) => isActor(scene, token));
  const recipients = suffered ? subj : recipientsOf(scene, candidate);
  const named = recipients.filter((token) => !actors.includes(token) && !isSelf(scene, token, actors));
  const others = named.length === 0 && isMutual(scene, candidate, actors) ? actors : named;
  return [
    ...rolesOf(scene, 'actor', actors, candidate),
    ...rolesOf(scene, 'recipient', others, candidate),
    ...rolesOf(scene, 'instrument', instruments, candidate),
  ];
}

/** "repelled the raiders and killed fourteen of them": a pronoun that was taken for the actor is somebody else. */
function isSelf(scene: Scene, token: number, actors: readonly number[]): boolean {
  if (
    !isPronoun(scene.tree, token) ||
    lowerOf(scene.tree, token).endsWith('self') ||
    lowerOf(scene.tree, token).endsWith('selves')
  )
    return false;
  const { text } = partyAt(scene.parties, token);
  return actors.some((actor) => partyAt(scene.parties, actor).text === text);
}

/** "The two presidents met", "London and Caracas signed an accord": what several do together they do to each other. */
function isMutual(scene: Scene, { sense, token, slots }: Candidate, actors: readonly number[]): boolean {
  const together = actors.length > 1 || actors.some((actor) => BOTH.test(partyAt(scene.parties, actor).text));
  return (
    together &&
    (['CONSULT', 'COOPERATE', 'AGREE'].includes(sense.type) ||
      lemmaOf(scene.tree, token) === 'sign' ||
      (sense.part === 'noun' && slots.fillers('between').length > 1) ||
      slots.obj.some((object) => BETWEEN_THEM.has(lemmaOf(scene.tree, object))))
  );
}

/** What two parties have with each other: "Quito and Lima severed ties", "the two armies exchanged fire". */
const BETWEEN_THEM = new Set(
  'tie relation link talk meeting negotiation fire blow insult prisoner ambassador embassy border'.split(' '),
);

/** Tells whether a subject can act: a party, or a force's machine; never a weapon, a time or a happening. */
function isActor(scene: Scene, token: number): boolean {
  // "No group has claimed it": nobody did; "no military aircraft flew" is still about the military's.
  const determiner = childBy(scene.tree, token, 'det');
  const isNobody = determiner !== undefined && ['no', 'neither'].includes(lowerOf(scene.tree, determiner));
  if (isNobody && partyAt(scene.parties, token).country === null && !scene.classes.is(token, 'force'))
    return false;
  if (['none', 'nobody', 'nothing'].includes(lowerOf(scene.tree, token))) return false;
  if (scene.classes.is(token, 'weapon') && !scene.classes.is(token, 'force')) return false;
  const index = actorAt(scene.parties, token);
  if (index === undefined) return isMetonym(scene, token);
  const actor = scene.parties.actors[index];
  return actor !== undefined && (actor.kind !== 'thing' || actor.sector !== null || actor.country !== null);
}

function isMetonym(scene: Scene, token: number): boolean {
  const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
  return place?.whereKind === 'metonym' && place.country !== null;
}

function recipientsOf(scene: Scene, candidate: Candidate): readonly number[] {
  const { sense, slots } = candidate;
  if (sense.type === 'MOBILIZE') return enteredPlaces(scene, candidate);
  const robbed = slots.obj.some((token) => scene.placeByToken.has(token))
    ? slots.fillers('from').filter((token) => scene.classes.is(token, 'party'))
    : [];
  if (robbed.length > 0) return robbed;
  // "blames the raid on Chad": not the raid is accused.
  const blamed =
    lemmaOf(scene.tree, candidate.token) === 'blame'
      ? slots.fillers('on').filter((token) => canReceive(scene, token, sense.type))
      : [];
  if (blamed.length > 0) return blamed;
  const direct = slots.obj.filter((token) => canReceive(scene, token, sense.type));
  if (direct.length > 0) return direct;
  if (sense.type === 'THREATEN') {
    const threatened = slots.fillers('comp').flatMap((verb) => threatenedBy(scene, verb));
    if (threatened.length > 0) return threatened;
  }
  const concerned = concernedBy(scene, candidate);
  if (concerned.length > 0) return concerned;
  const fires = slots.obj.some((token) => scene.classes.is(token, 'weapon'));
  for (const preposition of isAboutAct(scene, candidate) ? [] : RECIPIENT_PREPOSITIONS[sense.type]) {
    const found = slots
      .fillers(preposition)
      .filter(
        (token) =>
          canReceive(scene, token, sense.type) &&
          (fires || !isLocative(scene, token, preposition, sense.type)),
      );
    if (found.length > 0) return found;
  }
  const owners = ownersOf(scene, candidate);
  return owners.length > 0 ? owners : foreignGround(scene, candidate);
}

/** Prepositions inside the object of an act of words that bring whom it concerns, the likeliest first. */
const WITHIN_OBJECT: Partial<Readonly<Record<EventType, readonly string[]>>> = {
  ACCUSE: ['by'],
  SUPPORT: ['by', 'from', 'with', 'between', 'to', 'for', 'of'],
  REJECT: ['by', 'from', 'of'],
  CONCEDE: ['on', 'against', 'of'],
};

/** Nouns between an act of words and whom it concerns: "welcomed the resumption of ties with Cairo" has two. */
const DEEPEST_OBJECT = 3;

/** "condemned the raid by the militia", "rejected a request from Cairo": said of an act, it concerns whoever does that act. */
function concernedBy(scene: Scene, { sense, slots }: Candidate): readonly number[] {
  const prepositions = WITHIN_OBJECT[sense.type];
  if (prepositions === undefined || sense.part !== 'verb') return [];
  let nouns: readonly number[] = slots.obj;
  for (let depth = 0; depth < DEEPEST_OBJECT && nouns.length > 0; depth++) {
    for (const preposition of prepositions) {
      const found = prepositional(scene.tree, nouns, preposition).filter(
        (token) =>
          scene.classes.is(token, 'party') &&
          partyAt(scene.parties, token).country !== null &&
          canReceive(scene, token, sense.type),
      );
      if (found.length > 0) return found;
    }
    if (ownersOf(scene, { sense, slots: { ...slots, obj: nouns } }).length > 0) return [];
    nouns = nouns.flatMap((noun) => childrenBy(scene.tree, noun, 'nmod', 'acl'));
  }
  return [];
}

/** "condemned the shelling of Nikopol": whoever was shelled is not condemned. */
function isAboutAct({ tree, tables }: Scene, { sense, slots }: Candidate): boolean {
  return (
    sense.type === 'ACCUSE' &&
    sense.part === 'verb' &&
    slots.obj.some((token) => tables.lexicon.has(`noun ${lemmaOf(tree, token)}`))
  );
}

/** "Russia's land grabs in Georgia", "an incursion at the Malian border": force on another's ground is done to whose ground it is. */
function foreignGround(scene: Scene, { sense, slots }: Candidate): readonly number[] {
  if (sense.type !== 'ASSAULT' || sense.part !== 'noun') return [];
  const actors = slots.subj
    .map((token) => partyAt(scene.parties, token).country)
    .filter((country) => country !== null);
  if (actors.length === 0) return [];
  return ['in', 'into', 'at', 'across']
    .flatMap((slot) => slots.fillers(slot))
    .filter((token) => {
      const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
      return place !== undefined && place.country !== null && !actors.includes(place.country);
    });
}

/** "threatened to impose bans on members of the council": whoever would undergo it is threatened. */
function threatenedBy(scene: Scene, verb: number): readonly number[] {
  const slots = slotsOfVerb(scene.tree, verb);
  return [...slots.obj, ...slots.fillers('on'), ...slots.fillers('against')].filter((token) =>
    scene.classes.is(token, 'party'),
  );
}

/** "recognising Somalia's borders", "burned Ethiopian flags": done to a thing, it is done to whose thing it is. */
function ownersOf(scene: Scene, { sense, slots }: Pick<Candidate, 'sense' | 'slots'>): readonly number[] {
  if (['AGREE', 'RETREAT', 'OTHER', 'CONSULT', 'REJECT'].includes(sense.type)) return [];
  return slots.obj
    .flatMap((token) => childrenBy(scene.tree, token, 'nmod:poss', 'amod', 'compound'))
    .filter((token) => {
      const actor = scene.parties.actors[scene.parties.byHead.get(token) ?? -1];
      return actor !== undefined && actor.kind !== 'pronoun' && actor.country !== null;
    });
}

function canReceive(scene: Scene, token: number, type: EventType): boolean {
  const { tree, parties, classes, placeByToken } = scene;
  if (scene.timeByToken.has(token) || classes.is(token, 'weapon')) return false;
  // "denied it": what is denied is a saying, not somebody.
  if (['it', 'this', 'that', 'which'].includes(lowerOf(tree, token)) && type !== 'ASSAULT') return false;
  // "recalled its own envoy", "pulled back its battalions": what is one's own suffers nothing from it.
  if (
    ['RETREAT', 'SANCTION', 'AID'].includes(type) &&
    childrenBy(tree, token, 'nmod:poss').some((owner) =>
      ['its', 'their', 'his', 'her'].includes(lowerOf(tree, owner)),
    )
  )
    return false;
  // "left the town", "reached Geneva": a place that is left or reached suffers nothing.
  if (placeByToken.has(token) && MOVING.includes(type)) return false;
  const actor = parties.actors[actorAt(parties, token) ?? -1];
  if (actor !== undefined && actor.kind !== 'thing') return true;
  if (actor?.sector || actor?.country) return type !== 'REJECT' && type !== 'AGREE';
  if (placeByToken.has(token)) return TO_PLACES.includes(type);
  return (
    PHYSICAL.includes(type) &&
    tree.tags[token]?.upos === 'NOUN' &&
    !scene.tables.lexicon.has(`noun ${lemmaOf(tree, token)}`)
  );
}

/** Types whose "to" tells where to, not whom: "crossed to Bangladesh", "flew to Geneva". */
const MOVING: readonly EventType[] = ['OTHER', 'RETREAT', 'MOBILIZE', 'CONSULT'];

/** "an attack in Aleppo", "shelled on Monday": where and when it was, not whom it hit. */
function isLocative(scene: Scene, token: number, preposition: string, type: EventType): boolean {
  if (scene.timeByToken.has(token)) return true;
  const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
  if (place === undefined) return false;
  if (preposition === 'to') return MOVING.includes(type) || !scene.classes.is(token, 'party');
  return (
    ['at', 'in', 'from', 'of'].includes(preposition) &&
    (place.whereKind === 'literal' || !scene.classes.is(token, 'party'))
  );
}

/** "entered eastern Ukraine": moving forces into another's land does something to whose land it is. */
function enteredPlaces(scene: Scene, { slots }: Candidate): readonly number[] {
  const countries = new Set(slots.subj.map((token) => partyAt(scene.parties, token).country));
  const against = slots.fillers('against').filter((token) => scene.classes.is(token, 'party'));
  if (against.length > 0) return against;
  return [...slots.obj, ...slots.fillers('into')].filter((token) => {
    const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
    return place !== undefined && place.country !== null && !countries.has(place.country);
  });
}

function rolesOf(
  scene: Scene,
  name: RoleName,
  tokens: readonly number[],
  { rule, confidence }: Candidate,
): readonly Role[] {
  const parties = tokens.flatMap((token) =>
    bothSides(scene, withoutGuess(scene, token, name, partyOrPlace(scene, token))),
  );
  const same = (a: Party, b: Party): boolean =>
    a.start === b.start && a.end === b.end && a.country === b.country;
  const distinct = parties.filter((party, i) => parties.findIndex((other) => same(other, party)) === i);
  return distinct.map((party) => ({
    name,
    party,
    why: { rule: `${rule}/${name}`, spans: [{ start: party.start, end: party.end }], confidence },
  }));
}

/** Rules that take a country from the report around a phrase, not from its words. */
const INFERRED = new Set(['discourse', 'place', 'sentence', 'topic'].map((rule) => `actors/${rule}-country`));

/** "Forty troops attacked the outpost": where two states are at odds, whose troops they were is the question; the report around them does not answer it. */
function withoutGuess(scene: Scene, token: number, name: RoleName, party: Party): Party {
  const { actors, chains, chainOf } = scene.parties;
  const index = actorAt(scene.parties, token) ?? -1;
  // "They opened fire": a pronoun knows no more than the words that it stands for.
  const named =
    actors[index]?.kind === 'pronoun' ? (chains[chainOf.get(index) ?? -1]?.representative ?? index) : index;
  const actor = actors[named];
  const isGuess =
    actor !== undefined && INFERRED.has(actor.why.rule) && ['MIL', 'UAF'].includes(actor.sector ?? '');
  return name === 'actor' && isGuess && scene.mainCountries.length > 1 ? { ...party, country: null } : party;
}

const BOTH =
  /^(?:both|the two|the two rival|all) (?:sides|parties|governments|countries|presidents|leaders|armies|neighbours|neighbors|capitals|states|militaries|ministers)$/iu;

/** "both governments", "the two presidents": one party for each of the two countries that the report speaks of most. */
function bothSides(scene: Scene, party: Party): readonly Party[] {
  if (!BOTH.test(party.text) || scene.mainCountries.length < 2) return [party];
  return scene.mainCountries.slice(0, 2).map((country) => ({ ...party, country }));
}

function partyOrPlace(scene: Scene, token: number): Party {
  const party = partyAt(scene.parties, token);
  if (party.country !== null) return party;
  const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
  return place === undefined || place.country === null ? party : { ...party, country: place.country };
}
