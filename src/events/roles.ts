import type { Party, Role, RoleName } from '../document/event-layers.ts';
import { doerOf } from '../language/control.ts';
import { childBy, childrenBy, headOf, isRelation, lemmaOf, lowerOf, relationOf } from '../language/tree.ts';
import { actorAt, isPronoun, partyAt } from '../mentions/parties.ts';
import { doersByHand, doersOfBorne, handsOf, isBorne } from './borne.ts';
import { doersAround, renamedAct } from './borrowed-doers.ts';
import type { Candidate } from './candidate.ts';
import { recipientsOf } from './recipients.ts';
import { BOTH, ownerCountry, partiesIn, saysWhose } from './role-parties.ts';
import type { Scene } from './scene.ts';
import { prepositional } from './slots.ts';
import { isBareForce } from './unaffected.ts';

/** Verbs whose subject undergoes them: "five people died". */
const SUFFERED = new Set('die perish succumb drown suffer bleed starve disappear vanish'.split(' '));

/** "Two barns burned down", "The depot went up in flames": fire befalls what burns; a force or people who burn set the fire. */
function isConsumed({ tree, classes }: Scene, { sense, slots, token }: Candidate): boolean {
  const burns = lemmaOf(tree, token) === 'burn' || sense.words.some((word) => word.startsWith('flame'));
  const isVerb = sense.part === 'verb' && ['ASSAULT', 'OTHER'].includes(sense.type);
  return (
    burns &&
    isVerb &&
    slots.obj.length === 0 &&
    slots.subj.length > 0 &&
    slots.subj.every((one) => !classes.is(one, 'party') && !classes.is(one, 'force'))
  );
}

/** "Twelve of his men fell": people who fall in a war die; shells that fall, and towns, are something else. */
function isFallen({ tree, classes }: Scene, { sense, slots, token }: Candidate): boolean {
  return (
    sense.type === 'ASSAULT' &&
    sense.mode === null &&
    sense.words.length === 1 &&
    lemmaOf(tree, token) === 'fall' &&
    slots.obj.length === 0 &&
    slots.subj.some((one) => classes.is(one, 'people') || classes.is(one, 'force'))
  );
}

/** "Four nurses lost their lives", "paid with his life": the dead are those whose lives they were. */
function isOwnLife({ tree }: Scene, { sense, slots, token }: Candidate): boolean {
  return (
    sense.type === 'ASSAULT' &&
    ['lose', 'pay', 'give'].includes(lemmaOf(tree, token)) &&
    [...slots.obj, ...slots.fillers('with')].some(
      (life) => lemmaOf(tree, life) === 'life' && childBy(tree, life, 'nmod:poss') !== undefined,
    )
  );
}

/** "lost four men": who loses them did nothing to them. */
const LOSING = new Set('lose bury mourn'.split(' '));

/** Nouns that only count: nobody does a toll. */
const TOLLS = new Set('toll casualty fatality body'.split(' '));

/** Reads who did it and to whom; empty where the text does not say (an agentless passive has no actor). */
export function readRoles(scene: Scene, candidate: Candidate): readonly Role[] {
  const { tree } = scene;
  const { slots, token } = candidate;
  const suffered =
    (SUFFERED.has(lemmaOf(tree, token)) && slots.obj.length === 0) ||
    isConsumed(scene, candidate) ||
    isFallen(scene, candidate) ||
    isOwnLife(scene, candidate);
  const isReceived = receives(scene, candidate);
  const borne = isBorne(scene, candidate);
  const renamed = renamedAct(scene, candidate);
  const subj = (renamed === undefined ? slots.subj : renamed.doers)
    .flatMap((one) => (isReciprocal(scene, one) ? subjectsOver(scene, one) : [one]))
    .filter((one) => one !== token);
  const instruments = [...subj, ...slots.obj].filter((one) => scene.classes.is(one, 'weapon'));
  const isNobodys = suffered || isToll(scene, candidate) || LOSING.has(lemmaOf(tree, token));
  const doers = isReceived
    ? slots.fillers('from').filter((one) => isActor(scene, one))
    : borne
      ? doersOfBorne(scene, candidate)
      : doersOf(scene, candidate, subj);
  const byHand = doersByHand(scene, candidate).filter((one) => isActor(scene, one));
  const awaited = awaitedBy(scene, candidate);
  const own = isNobodys ? [] : [...doers, ...issuersOf(scene, candidate)];
  const actors = byHand.length > 0 ? byHand : awaited.length > 0 ? awaited : own;
  const obeying = obeyingAt(scene, candidate);
  const isBySubject = suffered || isReceived || borne;
  const told = isBySubject ? subj : obeying.length > 0 ? obeying : recipientsOf(scene, candidate);
  const hands = handsOf(scene, candidate);
  const recipients = (told.length > 0 ? told : (renamed?.undergoers ?? [])).filter(
    (one) => !hands.includes(one),
  );
  const named = recipients.filter((one) => !actors.includes(one) && !isSelf(scene, one, actors));
  const isReturned = isMutual(scene, candidate, actors) || isEachOther(scene, candidate);
  const others = named.length === 0 && isReturned ? actors : named;
  const loser = LOSING.has(lemmaOf(tree, token)) ? subj[0] : undefined;
  return [
    ...rolesOf(scene, 'actor', actors, candidate),
    ...rolesOf(scene, 'recipient', others, candidate).map((role) => ofLoser(scene, role, loser)),
    ...rolesOf(scene, 'instrument', instruments, candidate),
  ];
}

function doersOf(scene: Scene, candidate: Candidate, subj: readonly number[]): readonly number[] {
  const accused = subj.some((token) => isActor(scene, token))
    ? []
    : (scene.accusedOf.get(candidate.token) ?? []);
  const own = [...subj, ...accused, ...likewise(scene, candidate)].filter((token) => isActor(scene, token));
  return own.length > 0 ? own : doersAround(scene, candidate).filter((token) => isActor(scene, token));
}

/** "Accra condemned the coup, as did Lomé": whoever does likewise does it too. */
function likewise({ tree }: Scene, { slots, token }: Candidate): readonly number[] {
  return childrenBy(tree, slots.verb ?? token, 'advcl')
    .filter(
      (clause) =>
        clause > token &&
        ['do', 'have', 'be'].includes(lemmaOf(tree, clause)) &&
        childrenBy(tree, clause, 'mark').some((mark) => lowerOf(tree, mark) === 'as'),
    )
    .flatMap((clause) => childrenBy(tree, clause, 'nsubj', 'obj').filter((one) => one === clause + 1));
}

/** "put the dead at 28", "raised the toll": who counts did not kill. */
function isToll({ tree }: Scene, { token, slots }: Candidate): boolean {
  const lemma = lemmaOf(tree, token);
  // "Doctors counted nine dead": parsers make of the dead what they were counted as.
  const above = isRelation(relationOf(tree, token), ['xcomp', 'obj']) ? headOf(tree, token) : token;
  return TOLLS.has(lemma) || (COUNTED.has(lemma) && COUNTING.has(lemmaOf(tree, slots.verb ?? above)));
}

const COUNTED = new Set('dead loss death wounded injured'.split(' '));
const COUNTING = new Set(
  'put set place raise revise lower count estimate report record confirm list log tally register see speak receive find'.split(
    ' ',
  ),
);

/** "Lima lost four men": theirs, wherever they died. */
function ofLoser(scene: Scene, role: Role, loser: number | undefined): Role {
  if (loser === undefined) return role;
  const { country } = partyAt(scene.parties, loser);
  return country === null || saysWhose(scene, role.party)
    ? role
    : { ...role, party: { ...role.party, country } };
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

const AWAITING = new Set('expect due await schedule anticipate'.split(' '));

/** "A minister is expected in Lima", "two cutters are due on Friday": who is awaited does what is awaited of them. */
function awaitedBy(scene: Scene, { sense, token, slots }: Candidate): readonly number[] {
  const isAwaited =
    ['CONSULT', 'MOBILIZE', 'AID'].includes(sense.type) && AWAITING.has(lemmaOf(scene.tree, token));
  if (!isAwaited) return [];
  const guests = lemmaOf(scene.tree, token) === 'due' ? [...slots.subj, ...slots.obj] : slots.obj;
  return guests.filter((one) => isActor(scene, one));
}

/** "The militia acted on orders from the palace": whoever acts on them was given them. */
function obeyingAt({ tree }: Scene, { sense, token, slots }: Candidate): readonly number[] {
  const verb = headOf(tree, token);
  const isObeyed =
    sense.part === 'noun' &&
    sense.type === 'REQUEST' &&
    slots.verb === null &&
    relationOf(tree, token) === 'obl' &&
    ['act', 'work', 'fight', 'operate'].includes(lemmaOf(tree, verb));
  const doer = isObeyed ? doerOf(tree, verb) : undefined;
  return doer === undefined ? [] : [doer];
}

const RECEIVING = new Set('take receive get have act obey follow face accept'.split(' '));

/** "orders from the rebel command", "were waved away in Accra as rumours": whose words they are, where no verb has a subject. */
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
  const together =
    actors.length > 1 ||
    actors.some((actor) => BOTH.test(partyAt(scene.parties, actor).text)) ||
    actors.some((actor) => partiesIn(scene, actor, 'actor').length > 1);
  return (
    together &&
    (['CONSULT', 'COOPERATE', 'AGREE'].includes(sense.type) ||
      (CLASHES.has(lemmaOf(scene.tree, token)) && slots.obj.length === 0) ||
      lemmaOf(scene.tree, token) === 'sign' ||
      (sense.part === 'noun' && slots.fillers('between').length > 0) ||
      slots.obj.some((object) => BETWEEN_THEM.has(lemmaOf(scene.tree, object))))
  );
}

/** "Irish and Dutch crews clashed": with each other. */
const CLASHES = new Set('clash fight skirmish battle scuffle brawl fighting'.split(' '));

/** What two parties have with each other: "Quito and Lima severed ties", "the two armies exchanged fire". */
const BETWEEN_THEM = new Set(
  'tie relation link talk meeting negotiation fire blow insult prisoner ambassador embassy border accusation recrimination barb threat blame'.split(
    ' ',
  ),
);

/** Tells whether a subject can act: a party, or a force's machine; never a weapon, a time or a happening. */
function isActor(scene: Scene, token: number): boolean {
  // "No group has claimed it": nobody did; "no military aircraft flew" is still about the military's.
  const determiner = childBy(scene.tree, token, 'det');
  const isNobody = determiner !== undefined && ['no', 'neither'].includes(lowerOf(scene.tree, determiner));
  if (isNobody && partyAt(scene.parties, token).country === null && !scene.classes.is(token, 'force'))
    return false;
  if (['none', 'nobody', 'nothing', 'anyone', 'anybody'].includes(lowerOf(scene.tree, token))) return false;
  // "It is unclear who fired": nobody is named.
  if (lowerOf(scene.tree, token) === 'who' && partyAt(scene.parties, token).text.toLowerCase() === 'who')
    return false;
  if (isBareForce(scene.tree, token)) return false;
  // "a Chinese drone passed over the island" is China's doing; "a drone" is nobody's that is known.
  const isOwned = ownerCountry(scene, token) !== null;
  const isMachine =
    scene.classes.is(token, 'force') || partyAt(scene.parties, token).country !== null || isOwned;
  const isWeapon = scene.classes.is(token, 'weapon');
  if (isWeapon && isSomebodys(scene, token)) return true;
  if (isWeapon && !isMachine) return false;
  const index = actorAt(scene.parties, token);
  // "A Greek cutter fired": a ship that no table knows is its owner's.
  if (index === undefined)
    return isMetonym(scene, token) || (isOwned && (isWeapon || scene.classes.is(token, 'craft')));
  const actor = scene.parties.actors[index];
  return actor !== undefined && (actor.kind !== 'thing' || actor.sector !== null || actor.country !== null);
}

/** "The rebels fled; their drones hit the depot": whose weapon it is has been told before. */
function isSomebodys({ tree, parties }: Scene, weapon: number): boolean {
  return childrenBy(tree, weapon, 'nmod:poss').some(
    (owner) =>
      ['its', 'their', 'his', 'her'].includes(lowerOf(tree, owner)) &&
      partyAt(parties, owner).text.toLowerCase() !== lowerOf(tree, owner),
  );
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
  const parties = tokens.flatMap((token) => partiesIn(scene, token, name));
  const same = (a: Party, b: Party): boolean =>
    a.start === b.start && a.end === b.end && a.country === b.country;
  const distinct = parties.filter((party, i) => parties.findIndex((other) => same(other, party)) === i);
  return distinct.map((party) => ({
    name,
    party,
    why: { rule: `${rule}/${name}`, spans: [{ start: party.start, end: party.end }], confidence },
  }));
}
