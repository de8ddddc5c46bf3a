import type { Dispute, Party } from '../document/event-layers.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  subtreeOf,
  type Tree,
} from '../language/tree.ts';
import { agreement, areOneSide, haveOtherActors, likeness, sameSide, sameSource, sameWord } from './alike.ts';
import { clash, harmOf, harmsClash } from './harms.ts';
import {
  type DisputeScene,
  innermost,
  isAsserted,
  isDeed,
  isOutcome,
  link,
  partiesOf,
  sentencesBetween,
  type Told,
} from './told.ts';

/** This alike, two sources tell the same act; chosen by hand on the development reports. */
const ALIKE = 0.5;
const SAME = 0.65;

/**
 * Gives how a claim stands to what other sources have told of the same act: another figure contradicts theirs, another
 * culprit is an alternative to theirs, and the same act told again is the same.
 */
export function readRivals(scene: DisputeScene, before: readonly Told[], one: Told): readonly Dispute[] {
  const { tree } = scene;
  if (!isAsserted(one)) return [];
  const others = before.filter((earlier) => isAsserted(earlier) && !sameSource(earlier, one));
  const counted = recounted(scene, others, one);
  if (counted !== undefined) return counted;
  const tolls = rivalTolls(scene, others, one);
  if (tolls.length > 0)
    return tolls.map((toll) =>
      link(one, toll, { relation: 'contradicts', rule: 'rival-toll', confidence: 0.65 }),
    );
  const opposite = others.findLast((earlier) => areOpposite(tree, earlier, one));
  if (opposite !== undefined)
    return [link(one, opposite, { relation: 'contradicts', rule: 'opposite', confidence: 0.55 })];
  const culprit = others.findLast((earlier) => isRivalCulprit(tree, earlier, one));
  if (culprit !== undefined)
    return [link(one, culprit, { relation: 'alternative-to', rule: 'rival-culprit', confidence: 0.6 })];
  const alike = mostAlike(tree, others, one);
  if (alike === undefined) return [];
  // A crowd is counted by two sides; the dead have been compared above.
  if (
    !isOutcome(tree, one) &&
    (bothNamed(alike, one) || isSetAgainst(tree, alike, one)) &&
    clash(scene, alike, one)
  )
    return [link(one, alike, { relation: 'contradicts', rule: 'rival-number', confidence: 0.7 })];
  // "The rebels killed him, police said. The rebels said that he had died in a raid.": the accused tells it otherwise.
  if (isOwnExcuse(tree, alike, one))
    return [link(one, alike, { relation: 'contradicts', rule: 'other-cause', confidence: 0.5 })];
  return likeness(tree, alike, one) >= SAME && harmsOwn(alike) === harmsOwn(one)
    ? [link(one, alike, { relation: 'same-as', rule: 'repeated', confidence: 0.6 })]
    : [];
}

/** "The rebels shelled their own village" lays what others tell plainly at the victims' door: it is no repeat of "the village was shelled". */
function harmsOwn(told: Told): boolean {
  return partiesOf(told, 'recipient').some(({ text }) => OWN.test(text));
}

const OWN = /\b(?:(?:his|her|its|their) own|himself|herself|itself|themselves)\b/iu;

function isOwnExcuse(tree: Tree, told: Told, one: Told): boolean {
  const source = innermost(one);
  return (
    source.kind === 'words' &&
    ['die', 'perish'].includes(lemmaOf(tree, one.event.headToken)) &&
    !['die', 'perish'].includes(lemmaOf(tree, told.event.headToken)) &&
    sentencesBetween(tree, told, one) <= 2 &&
    partiesOf(told, 'actor').some((actor) => areOneSide(actor, source.party))
  );
}

/** "put the number at one", "the police speak of one": a bare count is of what another source counted last. */
function recounted(scene: DisputeScene, others: readonly Told[], one: Told): readonly Dispute[] | undefined {
  if (one.event.why.rule !== 'events/count' || harmOf(scene.tree, one) === 'death') return undefined;
  const counted = others.findLast(
    (earlier) =>
      earlier.event.type === one.event.type &&
      earlier.event.quantities.length > 0 &&
      sentencesBetween(scene.tree, earlier, one) <= RECOUNT,
  );
  if (counted === undefined || one.event.quantities.length === 0) return [];
  const isRival = clash(scene, counted, one);
  return [
    link(one, counted, {
      relation: isRival ? 'contradicts' : 'same-as',
      rule: isRival ? 'rival-count' : 'recounted',
      confidence: 0.6,
    }),
  ];
}

/** How many sentences before a bare count stands what it counts. */
const RECOUNT = 3;

/**
 * Gives what an accused party lays at another's door: "The army burned the village, residents said. Its spokesman blamed
 * rebels for the fire." The accusation is an alternative to what was told of the accuser.
 */
export function readCounterBlame(
  { tree }: DisputeScene,
  before: readonly Told[],
  one: Told,
): readonly Dispute[] {
  if (one.event.type !== 'ACCUSE' || !isAsserted(one) || !BLAMING.has(lemmaOf(tree, one.event.headToken)))
    return [];
  const [accuser] = partiesOf(one, 'actor');
  const blamed = partiesOf(one, 'recipient');
  if (accuser === undefined || blamed.length === 0) return [];
  const deed = before.findLast(
    (earlier) =>
      isAsserted(earlier) &&
      isDeed(earlier) &&
      sentencesBetween(tree, earlier, one) <= 2 &&
      earlier.claim.timeframe === one.claim.timeframe &&
      partiesOf(earlier, 'actor').some((actor) => areOneSide(actor, accuser)) &&
      !blamed.some((party) => areOneSide(party, accuser)),
  );
  const isOwnWord = deed !== undefined && isSourceOf(deed, accuser);
  return deed === undefined || isOwnWord
    ? []
    : [link(one, deed, { relation: 'alternative-to', rule: 'counter-blame', confidence: 0.55 })];
}

const BLAMING = new Set(['blame', 'fault']);

function isSourceOf(told: Told, party: Party): boolean {
  const source = innermost(told);
  return source.kind === 'words' && areOneSide(source.party, party);
}

/** Acts of which only one can be: who has left a town does not patrol it, and what was shot down has hit nothing. */
const OPPOSITES: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  [
    'withdraw leave retreat depart withdrawal vacate pull quit pullout pull-out go evacuate',
    'patrol remain stay hold occupy control linger there man',
  ],
  [
    'retake capture seize recapture take overrun conquer drive expel dislodge oust rout',
    'hold control defend retain repel beat stand remain',
  ],
  ['retake recapture regain', 'patrol liberate free occupy'],
  ['withdraw retreat flee abandon', 'hold control defend advance'],
  ['surrender defect desert resign', 'capture seize abduct kidnap dismiss sack oust remove overthrow'],
  ['land hit strike reach', 'fall miss crash'],
  ['close shut seal', 'open reopen'],
  ['cut sever', 'restore flow'],
  ['intercept down foil thwart', 'hit strike reach land'],
  ['shoot down', 'crash'],
  ['free release rescue liberate', 'escape flee hold miss missing detain'],
  ['expel dismiss sack', 'leave quit resign'],
  ['restore reopen return', 'down cut off'],
].map(([a = '', b = '']) => [new Set(a.split(' ')), new Set(b.split(' '))] as const);

const LEAVING = new Set(
  'withdraw leave retreat depart withdrawal vacate pull quit flee abandon go evacuate pullout pull-out'.split(
    ' ',
  ),
);

/** "Troops have left the quarter", "they are still patrolling it": said by two sources, one right after the other. */
function areOpposite(tree: Tree, a: Told, b: Told): boolean {
  const [x, y] = [lemmaOf(tree, a.event.headToken), lemmaOf(tree, b.event.headToken)];
  const isPair = OPPOSITES.some(
    ([one, other]) => (one.has(x) && other.has(y)) || (one.has(y) && other.has(x)),
  );
  return (
    isPair &&
    // "The army has left", "rebels hold the town": both may be so.
    !([x, y].some((word) => LEAVING.has(word)) && haveOtherActors(a, b)) &&
    bothNamed(a, b) &&
    !sameSide(innermost(a), innermost(b)) &&
    sentencesBetween(tree, a, b) <= 2 &&
    a.claim.timeframe !== 'future' &&
    b.claim.timeframe === 'current'
  );
}

/** "Police detained 14 people. The opposition said that 40 had been detained.": the next sentence sets another count against it. */
function isSetAgainst(tree: Tree, told: Told, one: Told): boolean {
  return (
    innermost(one).kind === 'words' && sameWord(tree, told, one) && sentencesBetween(tree, told, one) <= 1
  );
}

function bothNamed(a: Told, b: Told): boolean {
  return innermost(a).kind === 'words' && innermost(b).kind === 'words';
}

/** The last earlier claim most like this one: the act and its outcome, or news and history, are never the same. */
function mostAlike(tree: Tree, others: readonly Told[], one: Told): Told | undefined {
  const scored = others
    .filter(
      (earlier) =>
        isOutcome(tree, earlier) === isOutcome(tree, one) && earlier.claim.timeframe === one.claim.timeframe,
    )
    .map((earlier) => ({ earlier, score: likeness(tree, earlier, one) }))
    .filter(({ score }) => score >= ALIKE);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.findLast(({ score }) => score === best)?.earlier;
}

/** The first rival toll, and what the side that gave it has told of the same. */
function rivalTolls(scene: DisputeScene, others: readonly Told[], one: Told): readonly Told[] {
  if (isOfAnother(scene.tree, one)) return [];
  const all = others.filter((earlier) => isRivalToll(scene, earlier, one));
  // A side answers another side rather than what the outlet tells as known.
  const told = all.filter((earlier) => innermost(earlier).kind === 'words');
  const rivals = told.length > 0 ? told : all;
  return rivals.filter((earlier) => sameSide(innermost(earlier), innermost(rivals[0] as Told)));
}

/** "Another strike killed nine": these are not the dead of the first. */
function isOfAnother(tree: Tree, { event }: Told): boolean {
  return subtreeOf(tree, event.headToken).some(
    (token) =>
      ['another', 'separate', 'second', 'earlier', 'previous'].includes(lowerOf(tree, token)) &&
      isRelation(relationOf(tree, token), ['det', 'amod']) &&
      isRelation(relationOf(tree, headOf(tree, token)), ['nsubj', 'obl', 'nmod']),
  );
}

/** Two sides count the harmed of today differently, and neither says that it was elsewhere or another day. */
function isRivalToll(scene: DisputeScene, a: Told, b: Told): boolean {
  const isToday = a.claim.timeframe === 'current' && b.claim.timeframe === 'current';
  const isOtherDay = a.event.time !== null && b.event.time !== null && a.event.time !== b.event.time;
  return isToday && !isOtherDay && !sameSide(innermost(a), innermost(b)) && harmsClash(scene, a, b);
}

/** "The army said the rebels had shelled the market; the rebels said the army had": one act, two sides that may have done it. */
function isRivalCulprit(tree: Tree, a: Told, b: Told): boolean {
  return (
    haveOtherActors(a, b) &&
    a.event.type === b.event.type &&
    !isEvenlyDone(a, b) &&
    a.claim.timeframe === b.claim.timeframe &&
    innermost(a).kind === 'words' &&
    innermost(b).kind === 'words' &&
    !sameSide(innermost(a), innermost(b)) &&
    sameWord(tree, a, b) &&
    (agreement(a, b, 'recipient') === 1 || pointsBack(tree, b) || (isFirst(tree, a) && isFirst(tree, b)))
  );
}

/** "Thai troops fired first", "Cambodian soldiers had fired first": only one of them can have been. */
function isFirst(tree: Tree, { event }: Told): boolean {
  return childrenBy(tree, event.headToken, 'advmod').some((adverb) => lowerOf(tree, adverb) === 'first');
}

/** "Each side accused the other of firing": both may have fired at the other. */
function isEvenlyDone(a: Told, b: Told): boolean {
  return partiesOf(a, 'recipient').some((hit) =>
    partiesOf(b, 'actor').some((actor) => areOneSide(hit, actor)),
  );
}

/** "had done it", "the blast": the words name what was told before. */
function pointsBack(tree: Tree, { event }: Told): boolean {
  const object = childBy(tree, event.headToken, 'obj', 'nsubj:pass');
  return [event.headToken, ...(object === undefined ? [] : [object])].some(
    (token) =>
      ['it', 'this', 'that'].includes(lowerOf(tree, token)) ||
      childrenBy(tree, token, 'det').some((det) => ['the', 'this', 'that'].includes(lowerOf(tree, det))),
  );
}
