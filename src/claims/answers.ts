import type { Doc } from '../document/doc.ts';
import type { Party } from '../document/event-layers.ts';
import type { Why } from '../document/why.ts';
import { childBy, childrenBy, headOf, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import { areOneSide } from './alike.ts';
import { askersOf, isBareAnswer } from './askers.ts';
import { objectOf } from './denied-words.ts';
import { holderOf } from './holders.ts';
import { isKindred } from './kindred.ts';
import { sharedParties } from './same-breath.ts';
import { innermost, isAsserted, isDeed, partiesOf, sentencesBetween, type Told } from './told.ts';

type Needs = 'tokens' | 'events' | 'claims' | 'disputes';

/** How many sentences back an act of words answers what was told. */
const NEAR = 3;

/** Whom an act of words is addressed to, and why. */
export interface Answered {
  readonly parties: readonly Party[];
  readonly why: Why;
}

/**
 * Gives whom an act of words answers where its own words do not say: the source of the claims that a denial rejects as such,
 * the party that a threat comes upon after it was accused, who did what is condemned or welcomed, who asked for what is
 * refused, who was addressed in the same breath; null where none of these is plain.
 */
export function answeredParty(doc: Doc<Needs>, tree: Tree, one: Told): Answered | null {
  const denied = deniedParty(doc, one);
  if (denied !== null) return answered([denied], 'denied-source');
  const accuser = accuserOf(doc, tree, one);
  if (accuser !== null) return answered([accuser], 'denied-accuser');
  const before = toldBefore(doc, tree, one);
  const addressed = sharedParties(tree, before, one);
  if (addressed.length > 0) return answered(addressed, 'same-breath');
  const askers = isBareAnswer(tree, one) ? askersOf(tree, before, one) : [];
  if (askers.length > 0) return answered(askers, 'answered-asker');
  const holder = holderOf(doc, tree, one);
  if (holder.length > 0) return answered(holder, 'answered-holder');
  const object = objectOf(tree, one.event.headToken) ?? judgedSubject(tree, one);
  if (isRetaliation(tree, one)) {
    const accused = shared(before, one) ?? attacker(before, one);
    return accused === null ? null : answered([accused], 'answered-attacker');
  }
  if (one.event.type === 'REJECT' && isOfferRejected(tree, one)) {
    return fromActor(lastRequest(before), one, 'answered-request');
  }
  if (object === undefined || !isDefinite(tree, object)) return null;
  // "charged it with arming rebels": whoever is accused is no act.
  if (ACCUSING.has(lemmaOf(tree, one.event.headToken))) return null;
  if (one.event.type === 'REJECT') {
    const isCharge = CHARGES.has(lemmaOf(tree, object));
    const meant = isCharge ? lastCharge(doc, one) : lastRequest(before);
    return fromActor(meant, one, isCharge ? 'answered-charge' : 'answered-request');
  }
  if (one.event.type !== 'ACCUSE' && one.event.type !== 'SUPPORT') return null;
  return fromActor(actMeant(tree, before, { one, object }), one, 'answered-actor');
}

const ACCUSING = new Set(['accuse', 'charge', 'blame', 'suspect', 'indict', 'sue']);

/** "The minister said that the seizure was piracy": what is called so is the subject. */
function judgedSubject(tree: Tree, { event }: Told): number | undefined {
  const isCalled = event.type === 'ACCUSE' && childBy(tree, event.headToken, 'cop') !== undefined;
  return isCalled ? childBy(tree, event.headToken, 'nsubj') : undefined;
}

function answered(parties: readonly Party[], rule: string): Answered {
  const spans = parties.map(({ start, end }) => ({ start, end }));
  return { parties, why: { rule: `claims/${rule}`, spans, confidence: 0.5 } };
}

function fromActor(told: Told | undefined, one: Told, rule: string): Answered | null {
  const [actor, ...more] = told === undefined ? [] : partiesOf(told, 'actor');
  if (actor === undefined || isOwn(one, actor)) return null;
  // "Kenyan and African Union envoys" are one phrase of two sides.
  return answered([actor, ...more.filter(({ start }) => start === actor.start)], rule);
}

/** A denial of words ("the allegations", "it") answers who said them; one of a deed ("denied hitting homes") answers nobody. */
function deniedParty({ layers }: Doc<Needs>, { event, index }: Told): Party | null {
  if (event.type !== 'REJECT') return null;
  const denied = layers.disputes.find(
    ({ from, to, relation, why }) =>
      relation === 'denies' &&
      from === index &&
      to < from &&
      !['disputes/denial-content', 'disputes/denial-answers', 'disputes/denial-of-part'].includes(why.rule),
  );
  const source = layers.claims[denied?.to ?? -1]?.sources.at(-1);
  return source?.kind === 'words' ? source.party : null;
}

const OF_DEED = ['disputes/denial-answers', 'disputes/denial-of-part'];

/** "Quito said that guards had kept its envoys away. Lima denied obstructing anyone": a deed is denied to the one side that told of it. */
function accuserOf({ layers }: Doc<Needs>, tree: Tree, one: Told): Party | null {
  const { type, headToken } = one.event;
  // "The army, which denies the raid, …" tells of a standing denial in passing.
  if (type !== 'REJECT' || relationOf(tree, headToken) === 'acl:relcl') return null;
  const sources = layers.disputes.flatMap(({ from, to, relation, why }) =>
    relation === 'denies' && from === one.index && to < from && OF_DEED.includes(why.rule)
      ? [layers.claims[to]?.sources.at(-1)]
      : [],
  );
  const [first, ...more] = sources;
  if (first?.kind !== 'words' || more.length > 0 || first.party.country === null) return null;
  return isOwn(one, first.party) ? null : first.party;
}

function toldBefore({ layers }: Doc<Needs>, tree: Tree, one: Told): readonly Told[] {
  return layers.claims
    .slice(Math.max(0, one.index - 12), one.index)
    .map((claim) => ({
      index: claim.event,
      event: layers.events[claim.event] as Told['event'],
      claim,
    }))
    .filter((earlier) => sentencesBetween(tree, earlier, one) <= NEAR);
}

function isOwn(one: Told, party: Party): boolean {
  const source = innermost(one);
  const own = [...partiesOf(one, 'actor'), ...(source.kind === 'words' ? [source.party] : [])];
  return own.some((actor) => areOneSide(actor, party));
}

const RETALIATION = new Set('retaliate retaliation revenge avenge reprisal respond'.split(' '));

/** "vowed to retaliate", "promised revenge": a threat that answers an attack. */
function isRetaliation(tree: Tree, { event }: Told): boolean {
  const words = [event.headToken, ...childrenBy(tree, event.headToken, 'xcomp', 'obj', 'obl')];
  return (
    ['THREATEN', 'ASSAULT'].includes(event.type) && words.some((word) => RETALIATION.has(lemmaOf(tree, word)))
  );
}

/** "accused the cartel of a massacre and vowed to retaliate": the same sentence names whom. */
function shared(before: readonly Told[], one: Told): Party | null {
  const twin = before.findLast(
    (earlier) =>
      ['ACCUSE', 'THREATEN'].includes(earlier.event.type) &&
      partiesOf(earlier, 'recipient').length > 0 &&
      partiesOf(earlier, 'actor').some((actor) => isOwn(one, actor)),
  );
  const party = twin === undefined ? undefined : partiesOf(twin, 'recipient')[0];
  // "Kyiv accused Minsk of firing first, and said that Minsk's guns had responded": nobody answers himself.
  return party === undefined || partiesOf(one, 'actor').some((actor) => areOneSide(actor, party))
    ? null
    : party;
}

/** Who is said to have attacked last. */
function attacker(before: readonly Told[], one: Told): Party | null {
  const attack = before.findLast(
    (earlier) =>
      earlier.event.type === 'ASSAULT' &&
      isAsserted(earlier) &&
      partiesOf(earlier, 'actor').some((actor) => !isOwn(one, actor)),
  );
  // Where both sides fired, the answer is to the other one.
  const actors = attack === undefined ? [] : partiesOf(attack, 'actor');
  return actors.find((actor) => !isOwn(one, actor)) ?? null;
}

/** "condemned the step", "called the raid an outrage", "rejected that": something told before. */
function isDefinite(tree: Tree, object: number): boolean {
  return (
    ['it', 'this', 'that'].includes(lowerOf(tree, object)) ||
    childrenBy(tree, object, 'det').some((det) => ['the', 'this', 'that'].includes(lowerOf(tree, det)))
  );
}

const OFFERS = new Set('idea proposal offer suggestion request demand plan plea call'.split(' '));

/** "Oslo proposed a joint inquiry, an idea that Minsk spurned": the clause is about what was put forward before it. */
function isOfferRejected(tree: Tree, { event: { headToken } }: Told): boolean {
  return (
    relationOf(tree, headToken) === 'acl:relcl' &&
    OFFERS.has(lemmaOf(tree, headOf(tree, headToken))) &&
    childrenBy(tree, headToken, 'obj').every((token) => ['that', 'which'].includes(lowerOf(tree, token)))
  );
}

const CHARGES = new Set(['charge', 'accusation', 'allegation']);

/** "rejects the charge over the smuggling": whoever charged him last, however long ago. */
function lastCharge({ layers }: Doc<Needs>, one: Told): Told | undefined {
  const index = layers.claims.findLastIndex(({ event }, at) => {
    const earlier = layers.events[event];
    return at < one.index && earlier?.type === 'ACCUSE' && isAgainst(earlier, one);
  });
  const claim = layers.claims[index];
  const event = layers.events[claim?.event ?? -1];
  return claim === undefined || event === undefined ? undefined : { index, event, claim };
}

function isAgainst({ roles }: Told['event'], one: Told): boolean {
  return roles.some(({ name, party }) => name === 'recipient' && isOwn(one, party));
}

function lastRequest(before: readonly Told[]): Told | undefined {
  return before.findLast(
    ({ event, claim }) => ['REQUEST', 'AGREE'].includes(event.type) && claim.polarity === 'positive',
  );
}

/** Nouns for any act told before. */
const ACTS = new Set(
  'it this that step move decision declaration announcement action act attack strike raid assault operation'.split(
    ' ',
  ),
);

/** The act that is judged: the one of that name, else, for a word that names any act, the last one by another side. */
function actMeant(
  tree: Tree,
  before: readonly Told[],
  { one, object }: { readonly one: Told; readonly object: number },
): Told | undefined {
  const noun = lemmaOf(tree, object);
  const acts = before.filter(
    (earlier) =>
      isAsserted(earlier) &&
      (isDeed(earlier) || ['SUPPORT', 'CONCEDE', 'AGREE'].includes(earlier.event.type)) &&
      partiesOf(earlier, 'actor').some((actor) => !isOwn(one, actor)),
  );
  const named = acts.findLast(({ event }) => isSameStem(lemmaOf(tree, event.headToken), noun));
  // "described the arrests as piracy": of men who were detained.
  const kindred = named ?? acts.findLast((earlier) => isKindred(tree, noun, earlier));
  return kindred ?? (ACTS.has(noun) ? acts.at(-1) : undefined);
}

/** "the bombing" of what was "bombed", "the seizure" of what was "seized". */
function isSameStem(verb: string, noun: string): boolean {
  const [short, long] = verb.length < noun.length ? [verb, noun] : [noun, verb];
  return short.length >= 4 && long.startsWith(short.endsWith('e') ? short.slice(0, -1) : short);
}
