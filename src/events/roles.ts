import type { Party, Role, RoleName } from '../document/event-layers.ts';
import { childBy, childrenBy, headOf, lemmaOf, lowerOf } from '../language/tree.ts';
import { actorAt, isPronoun, partyAt } from '../mentions/parties.ts';
import type { Candidate } from './candidate.ts';
import { isBareForce, recipientsOf } from './recipients.ts';
import type { Scene } from './scene.ts';
import { prepositional } from './slots.ts';

/** Verbs whose subject undergoes them: "five people died". */
const SUFFERED = new Set('die perish succumb drown suffer bleed starve disappear vanish'.split(' '));

/** "lost four men": who loses them did nothing to them. */
const LOSING = new Set('lose bury mourn'.split(' '));

/** Nouns that only count: nobody does a toll. */
const TOLLS = new Set('toll casualty fatality body'.split(' '));

/** Reads who did it and to whom; empty where the text does not say (an agentless passive has no actor). */
export function readRoles(scene: Scene, candidate: Candidate): readonly Role[] {
  const suffered = SUFFERED.has(lemmaOf(scene.tree, candidate.token)) && candidate.slots.obj.length === 0;
  const isReceived = receives(scene, candidate);
  const subj = candidate.slots.subj
    .flatMap((token) => (isReciprocal(scene, token) ? subjectsOver(scene, token) : [token]))
    .filter((token) => token !== candidate.token);
  const accused = subj.some((token) => isActor(scene, token))
    ? []
    : (scene.accusedOf.get(candidate.token) ?? []);
  const instruments = [...subj, ...candidate.slots.obj].filter((token) => scene.classes.is(token, 'weapon'));
  const actors =
    suffered ||
    TOLLS.has(lemmaOf(scene.tree, candidate.token)) ||
    LOSING.has(lemmaOf(scene.tree, candidate.token))
      ? []
      : [
          ...(isReceived ? candidate.slots.fillers('from') : [...subj, ...accused]).filter((token) =>
            isActor(scene, token),
          ),
          ...issuersOf(scene, candidate),
        ];
  const recipients = suffered || isReceived ? subj : recipientsOf(scene, candidate);
  const named = recipients.filter((token) => !actors.includes(token) && !isSelf(scene, token, actors));
  const isReturned = isMutual(scene, candidate, actors) || isEachOther(scene, candidate);
  const others = named.length === 0 && isReturned ? actors : named;
  return [
    ...rolesOf(scene, 'actor', actors, candidate),
    ...rolesOf(scene, 'recipient', others, candidate),
    ...rolesOf(scene, 'instrument', instruments, candidate),
  ];
}

/** "took orders from a commander", "received weapons from Tehran", "acted on instructions from the palace": whoever gets it is the recipient. */
function receives(scene: Scene, { sense, slots, token }: Candidate): boolean {
  const verb = slots.verb ?? token;
  return (
    (WORDS.includes(sense.type) || sense.type === 'AID') &&
    (sense.part === 'noun' || sense.words.length > 1) &&
    RECEIVING.has(lemmaOf(scene.tree, verb)) &&
    slots.fillers('from').some((giver) => scene.classes.is(giver, 'party') || isMetonym(scene, giver))
  );
}

const RECEIVING = new Set('take receive get have act obey follow face accept'.split(' '));

/** "orders from the rebel command", "were dismissed in Nairobi as fantasy": whose words they are, where no verb has a subject. */
function issuersOf(scene: Scene, { sense, slots, token }: Candidate): readonly number[] {
  if (slots.subj.length > 0) return [];
  if (sense.part === 'noun')
    return WORDS.includes(sense.type)
      ? slots
          .fillers('from')
          .filter((issuer) => scene.classes.is(issuer, 'party') || isMetonym(scene, issuer))
      : [];
  const verb = slots.verb ?? token;
  const isJudged =
    ['REJECT', 'ACCUSE', 'SUPPORT'].includes(sense.type) &&
    childBy(scene.tree, verb, 'aux:pass') !== undefined &&
    prepositional(scene.tree, [verb], 'as').length > 0;
  return isJudged ? prepositional(scene.tree, [verb], 'in').filter((place) => isInCountry(scene, place)) : [];
}

/** Types of acts that are done by words: what comes from somebody was said by them. */
const WORDS: readonly string[] = ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'AGREE', 'SUPPORT'];

/** "accused each other", "one another": the object is whoever the subject is. */
function isReciprocal({ tree }: Scene, token: number): boolean {
  const [here, next] = [lowerOf(tree, token), lowerOf(tree, token + 1)];
  const before = lowerOf(tree, token - 1);
  return (
    (here === 'each' && next === 'other') ||
    (here === 'one' && next === 'another') ||
    (here === 'other' && before === 'each') ||
    (here === 'another' && before === 'one')
  );
}

function subjectsOver({ tree }: Scene, token: number): readonly number[] {
  const verb = headOf(tree, token);
  const subject = verb < 0 ? undefined : childBy(tree, verb, 'nsubj');
  return subject === undefined ? [] : [subject, ...childrenBy(tree, subject, 'conj')];
}

/** "accused each other of shelling villages": what each is accused of, each has done to the other. */
function isEachOther(scene: Scene, { slots, token }: Candidate): boolean {
  return [token, ...slots.subj, ...slots.obj, ...slots.fillers('with'), ...slots.fillers('at')].some((one) =>
    isReciprocal(scene, one),
  );
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
  if (isBareForce(scene.tree, token)) return false;
  const isMachine = scene.classes.is(token, 'force') || partyAt(scene.parties, token).country !== null;
  // "a Chinese drone passed over the island" is China's doing; "a drone" is nobody's that is known.
  if (scene.classes.is(token, 'weapon') && !isMachine) return false;
  const index = actorAt(scene.parties, token);
  if (index === undefined) return isMetonym(scene, token);
  const actor = scene.parties.actors[index];
  return actor !== undefined && (actor.kind !== 'thing' || actor.sector !== null || actor.country !== null);
}

function isInCountry({ layers, placeByToken }: Scene, token: number): boolean {
  return (layers.places[placeByToken.get(token) ?? -1]?.country ?? null) !== null;
}

function isMetonym(scene: Scene, token: number): boolean {
  const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
  return place?.whereKind === 'metonym' && place.country !== null;
}

function rolesOf(
  scene: Scene,
  name: RoleName,
  tokens: readonly number[],
  { rule, confidence }: Candidate,
): readonly Role[] {
  const parties = tokens.flatMap((token) =>
    bothSides(scene, withoutGuess(scene, token, name, partyOrPlace(scene, token))).flatMap((party) =>
      ofEach(scene, token, party),
    ),
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
const INFERRED = new Set(
  ['discourse', 'place', 'sentence', 'topic', 'home', 'only'].map((rule) => `actors/${rule}-country`),
);

/** "Forty troops attacked the outpost": where two states are at odds, whose troops they were is the question; the report around them does not answer it. */
function withoutGuess(scene: Scene, token: number, name: RoleName, party: Party): Party {
  const { actors, chains, chainOf } = scene.parties;
  const index = actorAt(scene.parties, token) ?? -1;
  // "They opened fire": a pronoun knows no more than the words that it stands for.
  const named =
    actors[index]?.kind === 'pronoun' ? (chains[chainOf.get(index) ?? -1]?.representative ?? index) : index;
  const actor = actors[named];
  // "The army" of a report set in one state is that state's.
  const isNamed =
    ['actors/home-country', 'actors/sentence-country'].includes(actor?.why.rule ?? '') &&
    actor !== undefined &&
    lowerOf(scene.tree, actor.firstToken) === 'the';
  const isGuess =
    actor !== undefined &&
    !isNamed &&
    INFERRED.has(actor.why.rule) &&
    ['MIL', 'UAF'].includes(actor.sector ?? '');
  return name === 'actor' && isGuess && scene.mainCountries.length > 1 ? { ...party, country: null } : party;
}

const BOTH =
  /^(?:(?:both|(?:the )?two(?: rival)?|neither|each)(?: of the)? (?:(?:foreign|defence|defense|interior|prime) )?(?:sides?|parties|governments?|countries|presidents|leaders|armies|neighbou?rs|capitals|states|militaries|ministers|rivals|ambassadors|delegations|negotiators|foes)|the (?:neighbou?rs|rivals|warring sides|warring parties))$/iu;

/** "both governments", "the two presidents": one party for each of the two countries that the report speaks of most. */
function bothSides(scene: Scene, party: Party): readonly Party[] {
  const [only, other] = scene.mainCountries;
  if (!BOTH.test(party.text) || only === undefined) return [party];
  // Where one state alone is at odds with itself, both sides are of it.
  if (other === undefined) return [{ ...party, country: party.country ?? only }];
  return scene.mainCountries.slice(0, 2).map((country) => ({ ...party, country }));
}

/** "the ambassadors of Ghana, Togo and Benin": one party for each of the states that they are of. */
function ofEach(scene: Scene, token: number, party: Party): readonly Party[] {
  const owners = ['of', 'from'].flatMap((preposition) => prepositional(scene.tree, [token], preposition));
  const countries = owners
    .map((owner) => partyOrPlace(scene, owner).country)
    .filter((country) => country !== null);
  const distinct = [...new Set(countries)];
  return distinct.length > 1 && (party.country === null || distinct.includes(party.country))
    ? distinct.map((country) => ({ ...party, country }))
    : [party];
}

function partyOrPlace(scene: Scene, token: number): Party {
  const party = partyAt(scene.parties, token);
  if (party.country !== null) return party;
  const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
  const country = place?.country ?? ownerCountry(scene, token);
  return country === null ? party : { ...party, country };
}

/** "a US destroyer", "Iranian oil": a thing that no table knows is of whose it is said to be. */
function ownerCountry({ tree, parties, layers, placeByToken }: Scene, token: number): string | null {
  if (actorAt(parties, token) !== undefined) return null;
  const countries = childrenBy(tree, token, 'amod', 'compound', 'nmod:poss').flatMap((owner) => {
    const actor = parties.actors[parties.byHead.get(owner) ?? -1];
    const place = layers.places[placeByToken.get(owner) ?? -1];
    return actor?.kind === 'pronoun' ? [] : (actor?.country ?? place?.country ?? []);
  });
  const [country = null] = countries;
  return countries.every((other) => other === country) ? country : null;
}
