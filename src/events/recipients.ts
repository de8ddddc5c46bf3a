import type { EventType } from '../document/event-layers.ts';
import { childBy, childrenBy, headOf, lemmaOf, lowerOf, relationOf } from '../language/tree.ts';
import { actorAt, partyAt } from '../mentions/parties.ts';
import { addresseesOf, takersOf } from './addressees.ts';
import { behindWays, rulersWhere } from './behind-things.ts';
import type { Candidate } from './candidate.ts';
import { placeOfIt } from './event-places.ts';
import { movedUpon } from './moved.ts';
import { meantByWhat } from './named-what.ts';
import { heldBy, isOwn, ownersAmong, ownersByPronoun } from './owners.ts';
import type { Scene } from './scene.ts';
import { prepositional } from './slots.ts';
import {
  isBareForce,
  isCountOfLives,
  isDirection,
  isDispersed,
  isGood,
  isMatter,
  isNobody,
  isSending,
  isWantedDone,
} from './unaffected.ts';
import { visitedBy } from './visited.ts';

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
  PROTEST: ['against', 'outside', 'at', 'with', 'to'],
  SANCTION: ['on', 'against', 'with', 'to', 'from', 'of', 'for'],
  MOBILIZE: ['against', 'into', 'toward', 'towards', 'to', 'in'],
  COERCE: ['on', 'against', 'of', 'from', 'to', 'into'],
  ASSAULT: ['on', 'against', 'at', 'into', 'upon', 'with', 'of', 'to'],
  OTHER: ['to', 'with', 'against', 'on'],
};

/** Tells whether an act may be done to a thing that nobody names as a party: "bombed two villages", "set fire to a car". */
function isPhysical({ type, mode }: Candidate['sense']): boolean {
  return type === 'ASSAULT' || (type === 'PROTEST' && (mode === 'vandalize' || mode === 'riot'));
}

/** Types that can be done to a land: "recognised Somaliland", "invaded Ossetia". */
const TO_PLACES: readonly EventType[] = ['ASSAULT', 'SUPPORT', 'SANCTION', 'AID', 'ACCUSE', 'THREATEN'];

/** Gives the head tokens of those to whom an event is done or addressed; empty where its own sentence does not say. */
export function recipientsOf(scene: Scene, candidate: Candidate): readonly number[] {
  const { sense, slots } = candidate;
  if (sense.type === 'MOBILIZE') return movedUpon(scene, candidate);
  const meant = meantByWhat(scene, candidate).filter((token) => canReceive(scene, token, candidate));
  if (meant.length > 0) return meant;
  // "withdrew from four hamlets", "surrendered near Paoua": whoever yields ground does it to nobody.
  if (sense.type === 'RETREAT' && !isYielded(scene, candidate)) return [];
  const visited = visitedBy(scene, candidate);
  if (sense.type === 'CONSULT' && visited.length > 0) return visited;
  const left = sense.type === 'SANCTION' && sense.mode === 'withdraw' ? leftBehind(scene, candidate) : [];
  if (left.length > 0) return left;
  const robbed = slots.obj.some((token) => scene.placeByToken.has(token))
    ? slots.fillers('from').filter((token) => scene.classes.is(token, 'party'))
    : [];
  if (robbed.length > 0) return robbed;
  const meantBehind = behindObject(scene, candidate);
  if (meantBehind.length > 0) return meantBehind;
  const named = namedSo(scene, candidate);
  if (named.length > 0) return named;
  const given = givenTo(scene, candidate);
  if (given.length > 0) return given;
  const direct = slots.obj.filter((token) => canReceive(scene, token, candidate));
  if (direct.length > 0) return direct;
  const addressed = addresseesOf(scene, candidate);
  if (addressed.length > 0) return addressed;
  const cutOff = behindWays(scene, candidate);
  if (cutOff.length > 0) return cutOff;
  const concerned = concernedBy(scene, candidate);
  if (concerned.length > 0) return concerned;
  const shaken = underBlast(scene, candidate);
  if (shaken.length > 0) return shaken;
  const fires = slots.obj.some((token) => scene.classes.is(token, 'weapon'));
  for (const preposition of isAboutAct(scene, candidate) ? [] : prepositionsOf(candidate)) {
    const found = slots.fillers(preposition).filter(
      (token) =>
        canReceive(scene, token, candidate) &&
        // "was found strangled on the riverbank": an act that no table lists tells by its nouns only who, not where.
        (candidate.rule !== 'events/likely-act' || scene.classes.is(token, 'party')) &&
        (fires || !isLocative(scene, token, preposition, candidate)),
    );
    if (found.length > 0) return withoutGround(scene, found);
  }
  const owners = ownersOf(scene, candidate);
  return owners.length > 0 ? owners : foreignGround(scene, candidate);
}

/** "opened fire on a ferry on Lake Chad": of two with one preposition the second, if it is a place, is where it was. */
function withoutGround({ tree, placeByToken }: Scene, found: readonly number[]): readonly number[] {
  const [first] = found;
  if (first === undefined || placeByToken.has(first)) return found;
  return found.filter((token) => !placeByToken.has(token) || relationOf(tree, token) === 'conj');
}

/** Prepositions behind some verbs that bring their recipient, whatever their object. */
const BEHIND_OBJECT: Readonly<Record<string, readonly string[]>> = {
  'ACCUSE blame': ['on'],
  'ACCUSE warn': ['about', 'of', 'against'],
  'SUPPORT celebrate': ['with'],
  'SUPPORT commemorate': ['with'],
};

/** "blames the raid on Chad", "warned villagers about the gang": not the raid is accused, nor the villagers. */
function behindObject(scene: Scene, candidate: Candidate): readonly number[] {
  const verb = `${candidate.sense.type} ${lemmaOf(scene.tree, candidate.token)}`;
  return (BEHIND_OBJECT[verb] ?? [])
    .flatMap((slot) => candidate.slots.fillers(slot))
    .filter((token) => canReceive(scene, token, candidate));
}

/** "A mine went off under a patrol car": what it goes off under is what it hits. */
function underBlast(scene: Scene, candidate: Candidate): readonly number[] {
  const { tree } = scene;
  const verb = candidate.slots.verb ?? candidate.token;
  const isBlast = BLASTS.has(lemmaOf(tree, verb)) || candidate.sense.words.includes('off');
  return candidate.sense.type === 'ASSAULT' && isBlast
    ? ['under', 'beneath', 'underneath']
        .flatMap((preposition) => prepositional(tree, [verb], preposition))
        .filter((token) => canReceive(scene, token, candidate) && !scene.placeByToken.has(token))
    : [];
}

const BLASTS = new Set(['explode', 'detonate', 'blast', 'burst']);

/** "declared the consul persona non grata": whoever is declared to be so. */
function namedSo({ tree }: Scene, { token, sense }: Candidate): readonly number[] {
  const isNamed = sense.part === 'noun' && sense.mode === 'expel' && relationOf(tree, token) === 'xcomp';
  return isNamed ? childrenBy(tree, headOf(tree, token), 'obj', 'nsubj:pass') : [];
}

/** "gave the rebels forty lorries": whoever gets it, not what they get. */
function givenTo(scene: Scene, candidate: Candidate): readonly number[] {
  const { tree } = scene;
  const taker = takersOf(tree, candidate.slots.verb ?? candidate.token);
  return candidate.slots.obj.filter((token) => taker.includes(token) && canReceive(scene, token, candidate));
}

/** "recalled its envoy from Lima": from those who sit there, not the envoy. */
function leftBehind(scene: Scene, { slots, token }: Candidate): readonly number[] {
  return prepositional(scene.tree, [slots.verb ?? token, ...slots.obj], 'from').filter(
    (place) =>
      partyAt(scene.parties, place).country !== null ||
      (scene.layers.places[scene.placeByToken.get(place) ?? -1]?.country ?? null) !== null,
  );
}

/** What is yielded to somebody: prisoners who go free, convoys let through; "finish disarming the militia" takes its arms from it. */
const YIELDED_TO = ['release', 'access', 'disarm', 'ceasefire'];

function isYielded({ tree }: Scene, { sense, token }: Candidate): boolean {
  return YIELDED_TO.includes(sense.mode ?? '') || lemmaOf(tree, token) === 'disarm';
}

/** "orders from the capital": what comes from somebody is theirs; "asked for help from the capital" is put to it. */
function prepositionsOf({ sense }: Candidate): readonly string[] {
  const all = RECIPIENT_PREPOSITIONS[sense.type];
  return sense.part === 'noun' && sense.type === 'REQUEST' ? all.filter((word) => word !== 'from') : all;
}

/** Prepositions inside the object of an act of words that bring whom it concerns, the likeliest first. */
const WITHIN_OBJECT: Partial<Readonly<Record<EventType, readonly string[]>>> = {
  ACCUSE: ['by'],
  SUPPORT: ['by', 'from', 'with', 'between', 'to', 'for', 'of', 'about'],
  REJECT: ['by', 'from', 'of'],
  CONCEDE: ['on', 'against', 'of'],
  // "froze a loan for Togo", "halted trade between the two".
  SANCTION: ['to', 'for', 'with', 'against', 'on', 'between'],
};

/** Nouns between an act of words and whom it concerns: "welcomed the resumption of ties with Cairo" has two. */
const DEEPEST_OBJECT = 3;

/** "condemned the raid by the militia", "rejected a request from Cairo": said of an act, it concerns whoever does that act. */
function concernedBy(scene: Scene, candidate: Candidate): readonly number[] {
  const { sense, slots } = candidate;
  const prepositions = WITHIN_OBJECT[sense.type];
  if (prepositions === undefined) return [];
  let nouns = things(scene, candidate);
  for (let depth = 0; depth < DEEPEST_OBJECT && nouns.length > 0; depth++) {
    for (const preposition of prepositions) {
      const found = prepositional(scene.tree, nouns, preposition).filter(
        (token) =>
          scene.classes.is(token, 'party') &&
          (partyAt(scene.parties, token).country !== null || lowerOf(scene.tree, token) === 'both') &&
          canReceive(scene, token, candidate),
      );
      if (found.length > 0) return found;
    }
    if (ownersOf(scene, { sense, slots: { ...slots, obj: nouns } }).length > 0) return [];
    const rulers = rulersWhere(scene, candidate, nouns);
    if (rulers.length > 0) return rulers;
    nouns = nouns.flatMap((noun) => childrenBy(scene.tree, noun, 'nmod', 'acl'));
  }
  return [];
}

/** The nouns that an act of words is about; "a freeze on military aid to Togo" is about the aid. */
function things(scene: Scene, candidate: Candidate): readonly number[] {
  const { sense, slots } = candidate;
  if (sense.part === 'verb') return slots.obj;
  const about = sense.type === 'SANCTION' ? [...slots.fillers('on'), ...slots.fillers('of')] : [];
  return about.some((token) => canReceive(scene, token, candidate)) ? [] : about;
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

/** "recognising Somalia's borders", "burned Ethiopian flags": done to a thing, it is done to whose thing it is. */
function ownersOf(scene: Scene, { sense, slots }: Arguments): readonly number[] {
  if (['AGREE', 'RETREAT', 'OTHER', 'CONSULT'].includes(sense.type)) return [];
  // "tariffs on Ghanaian steel": on whose steel it is.
  const taxed = sense.type === 'SANCTION' && sense.part === 'noun' ? slots.fillers('on') : [];
  // "suspended imports of Peruvian grapes"
  const traded = sense.type === 'SANCTION' ? prepositional(scene.tree, slots.obj, 'of') : [];
  const owned = [...slots.obj, ...taxed, ...traded].filter(
    (token) => sense.type !== 'REJECT' || WORDS.has(lemmaOf(scene.tree, token)),
  );
  const owners = ownersAmong(scene, owned);
  if (owners.length > 0 || !OF_HOLDERS.includes(sense.type)) return owners;
  const holders = sense.type === 'REJECT' ? [] : heldBy(scene, owned);
  return holders.length > 0 ? holders : ownersByPronoun(scene, owned, slots.subj);
}

/** Types that are done to whoever holds what they are done to. */
const OF_HOLDERS: readonly EventType[] = ['SANCTION', 'COERCE', 'REJECT'];

/** What somebody else has said or asked for: "rejected Quito's claim" is said to Quito; "rejected a Quito court" is not. */
const WORDS = new Set(
  'account accusation allegation appeal application argument assertion assurance bid call charge claim complaint concern criticism decision demand denial excuse explanation finding grievance idea initiative invitation objection offer overture petition plan plea proposal protest remark report request ruling statement suggestion threat ultimatum verdict version warning'.split(
    ' ',
  ),
);

type Arguments = Pick<Candidate, 'sense' | 'slots'>;

function canReceive(scene: Scene, token: number, candidate: Candidate): boolean {
  const { sense, slots, rule } = candidate;
  const { type } = sense;
  const { tree, parties, classes, placeByToken } = scene;
  if (isNobody(tree, token) || isCountOfLives(tree, token) || isDirection(tree, token)) return false;
  // "recovered three bodies": nothing more befalls the dead.
  if (['body', 'corpse'].includes(lemmaOf(tree, token)) && actorAt(parties, token) === undefined)
    return false;
  // "soldiers were on board"
  if (scene.timeByToken.has(token) || (lowerOf(tree, token) === 'board' && lowerOf(tree, token - 1) === 'on'))
    return false;
  if (classes.is(token, 'weapon')) return isWrecked({ sense, slots }, token);
  // "in control of the town since they took it": the town, whatever thing was told of last.
  if (lowerOf(tree, token) === 'it' && placeOfIt(scene, candidate) !== null) return false;
  // "denied it": what is denied is a saying, not somebody.
  if (
    ['it', 'this', 'that', 'which'].includes(lowerOf(tree, token)) &&
    type !== 'ASSAULT' &&
    !isSomebodyByIt(scene, token, { sense, slots })
  )
    return false;
  // "sent a delegation to Doha": the delegation calls on somebody, and is called on by nobody.
  if (type === 'CONSULT' && slots.obj.includes(token) && isSending(tree, slots.verb)) return false;
  // "recalled its own envoy", "warned its citizens": what is one's own suffers nothing; "protects its citizens" helps them.
  const isOwnPeople = type === 'AID' && classes.is(token, 'people');
  if (
    ['RETREAT', 'SANCTION', 'AID', 'PROTEST', 'AGREE', 'THREATEN'].includes(type) &&
    !isOwnPeople &&
    isOwn(scene, token, slots.subj)
  )
    return false;
  if (!isPhysical(sense) && type !== 'COERCE' && isMatter(scene, token)) return false;
  // "left the town", "reached Geneva": a place that is left or reached suffers nothing.
  if (placeByToken.has(token) && (MOVING.includes(type) || lemmaOf(tree, slots.verb ?? token) === 'reach'))
    return false;
  if (isGood(scene, token, { sense, slots }) || isWantedDone(scene, token, { sense, slots })) return false;
  if (isBareForce(tree, token)) return false;
  // "demanded five million": a sum is not somebody.
  if (!isPhysical(sense) && ['million', 'billion'].includes(lemmaOf(tree, token))) return false;
  const actor = parties.actors[actorAt(parties, token) ?? -1];
  if (actor !== undefined && actor.kind !== 'thing') return true;
  if (actor?.sector || actor?.country) return type !== 'REJECT' && type !== 'AGREE';
  if (placeByToken.has(token)) return TO_PLACES.includes(type);
  if (type === 'COERCE' && classes.is(token, 'craft')) return true;
  // "aid to the flooded Malian villages"
  if (type === 'AID' && classes.is(token, 'site') && ownersAmong(scene, [token]).length > 0) return true;
  if (isDispersed(scene, token, { sense, slots })) return true;
  if (type === 'REQUEST' && isBidden(scene, token, slots)) return true;
  // "ambushed a convoy", "retook two blocks": what can be hit, though a table lists the word as an act as well ("aid convoy").
  const isAct =
    scene.tables.lexicon.has(`noun ${lemmaOf(tree, token)}`) &&
    !(slots.obj.includes(token) && (classes.is(token, 'craft') || classes.is(token, 'site')));
  if (!isPhysical(sense) || tree.tags[token]?.upos !== 'NOUN' || isAct) return false;
  // "slid down ropes", "dragged an anchor": an act that no table lists befalls a thing only where it is one that is attacked, or somebody's.
  return (
    rule !== 'events/likely-act' ||
    classes.is(token, 'craft') ||
    classes.is(token, 'site') ||
    childBy(tree, token, 'nmod:poss') !== undefined
  );
}

/** "shot down an Omani drone", "destroyed two launchers": a weapon that is destroyed undergoes it; one that is fired does not. */
function isWrecked({ sense, slots }: Arguments, weapon: number): boolean {
  return sense.type === 'ASSAULT' && sense.mode === 'destroy' && slots.obj.includes(weapon);
}

/** "told it to leave", "seized a tanker, then released it": somebody is bidden or let go; "demanded it" is of a thing. */
function isSomebodyByIt({ tree, parties }: Scene, token: number, { sense, slots }: Arguments): boolean {
  if (lowerOf(tree, token) !== 'it') return false;
  const { country, text } = partyAt(parties, token);
  // "stopped a convoy, then let it through": whose it is need not be known.
  const isOther =
    text.toLowerCase() !== 'it' && slots.subj.every((doer) => partyAt(parties, doer).text !== text);
  if (['release', 'access'].includes(sense.mode ?? '') && isOther) return true;
  if (country === null) return false;
  if (sense.type === 'REQUEST') return slots.fillers('comp').length > 0;
  // "charged it with spying", "supplied it with boats"
  const isGiven = sense.type === 'AID' || CHARGING.has(lemmaOf(tree, slots.verb ?? token));
  return isGiven && slots.fillers('with').length > 0;
}

const CHARGING = new Set(['charge', 'tax', 'reproach']);

/** "ordered the boarders to back off": only somebody can be told to do a thing; "ordered the border to be shut" tells no one named. */
function isBidden({ tree, classes }: Scene, token: number, { fillers, verb }: Candidate['slots']): boolean {
  const isDoer = classes.is(token, 'craft') || /(?:ers?|ors?|ists?|m[ae]n)$/u.test(lowerOf(tree, token));
  return (
    isDoer &&
    tree.tags[token]?.upos === 'NOUN' &&
    fillers('comp').some(
      (clause) =>
        clause > token &&
        relationOf(tree, clause) === 'xcomp' &&
        headOf(tree, clause) === verb &&
        childBy(tree, clause, 'aux:pass') === undefined,
    )
  );
}

/** Types whose "to" tells where to, not whom: "crossed to Bangladesh", "flew to Geneva". */
const MOVING: readonly EventType[] = ['OTHER', 'RETREAT', 'MOBILIZE', 'CONSULT'];

/** "an attack in Aleppo", "shelled on Monday": where and when it was, not whom it hit. */
function isLocative(
  scene: Scene,
  token: number,
  preposition: string,
  { sense, token: trigger }: Candidate,
): boolean {
  const { type } = sense;
  if (scene.timeByToken.has(token)) return true;
  const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
  if (place === undefined) return false;
  // "awarded the strip to Chile", "set fire to the town hall": whoever gets it, whatever burns.
  if (preposition === 'to' && (isPhysical(sense) || GIVING.has(lemmaOf(scene.tree, trigger)))) return false;
  if (preposition === 'to')
    return MOVING.includes(type) || (type !== 'AID' && !scene.classes.is(token, 'party'));
  return (
    ['at', 'in', 'from', 'of'].includes(preposition) &&
    (place.whereKind === 'literal' || !scene.classes.is(token, 'party'))
  );
}

const GIVING = new Set(['award', 'cede', 'grant', 'hand', 'give', 'transfer', 'assign']);
