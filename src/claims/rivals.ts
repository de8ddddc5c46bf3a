import type { Dispute, Party } from '../document/event-layers.ts';
import type { QuantityMention } from '../document/mention-layers.ts';
import { childBy, childrenBy, lemmaOf, lowerOf, type Tree } from '../language/tree.ts';
import { agreement, areOneSide, haveOtherActors, likeness, sameSide, sameSource, sameWord } from './alike.ts';
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
  const toll = others.find((earlier) => isRivalToll(scene, earlier, one));
  if (toll !== undefined)
    return [link(one, toll, { relation: 'contradicts', rule: 'rival-toll', confidence: 0.65 })];
  const culprit = others.findLast((earlier) => isRivalCulprit(tree, earlier, one));
  if (culprit !== undefined)
    return [link(one, culprit, { relation: 'alternative-to', rule: 'rival-culprit', confidence: 0.6 })];
  const alike = mostAlike(tree, others, one);
  if (alike === undefined) return [];
  if (clash(scene, alike, one))
    return [link(one, alike, { relation: 'contradicts', rule: 'rival-number', confidence: 0.7 })];
  return likeness(tree, alike, one) >= SAME
    ? [link(one, alike, { relation: 'same-as', rule: 'repeated', confidence: 0.6 })]
    : [];
}

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

/** Words for people of any kind: a count of them is the whole. */
const PEOPLE = new Set('people persons dead others bodies victims'.split(' '));

function countedIn(told: Told): string {
  return partiesOf(told, 'recipient')[0]?.text.split(' ').at(-1)?.toLowerCase() ?? '';
}

/**
 * "Five children were among the dead" is no rival of nine people: a part is not the whole; but three people in all cannot
 * be nine villagers.
 */
function isSameCount(scene: DisputeScene, a: Told, b: Told): boolean {
  const [x, y] = [countedIn(a), countedIn(b)];
  if (x === y || x === '' || y === '' || (PEOPLE.has(x) && PEOPLE.has(y))) return true;
  const [whole, part] = PEOPLE.has(x) ? [a, b] : [b, a];
  if (!PEOPLE.has(countedIn(whole))) return false;
  const most = Math.max(0, ...countsOf(scene, whole).map(({ max }) => max ?? Infinity));
  return countsOf(scene, part).every(({ min }) => (min ?? 0) > most);
}

/** Two sides count the dead (or the wounded) of today differently, and neither says that it was elsewhere or another day. */
function isRivalToll(scene: DisputeScene, a: Told, b: Told): boolean {
  const isToday = a.claim.timeframe === 'current' && b.claim.timeframe === 'current';
  const isElsewhere = a.event.place !== null && b.event.place !== null && a.event.place !== b.event.place;
  const isOtherDay = a.event.time !== null && b.event.time !== null && a.event.time !== b.event.time;
  if (!isToday || isElsewhere || isOtherDay || sameSide(innermost(a), innermost(b))) return false;
  return (
    isOutcome(scene.tree, a) && isOutcome(scene.tree, b) && isSameCount(scene, a, b) && clash(scene, a, b)
  );
}

/** Tells whether two claims count the same thing and their figures cannot both be right. */
export function clash(scene: DisputeScene, a: Told, b: Told): boolean {
  const [xs, ys] = [countsOf(scene, a), countsOf(scene, b)];
  return ys.some((y) => {
    const sameThing = xs.filter((x) => x.of === y.of);
    return sameThing.length > 0 && sameThing.every((x) => disagree(x, y));
  });
}

/** The figures of a claim; "the death toll stands at 31" counts the killed. */
function countsOf(
  { tree, layers: { quantities } }: DisputeScene,
  { event }: Told,
): readonly { readonly of: string; readonly min: number | null; readonly max: number | null }[] {
  return event.quantities.flatMap(({ quantity, of }) => {
    const mention = quantities[quantity];
    if (mention === undefined || isShare(tree, mention)) return [];
    const isToll = ['toll', 'death', 'dead'].includes(lemmaOf(tree, event.headToken));
    return [{ of: isToll && of === '' ? 'killed' : of, min: mention.min, max: mention.max }];
  });
}

/** "Eight of the wounded have died since": a share of those counted before is no count of its own. */
function isShare(tree: Tree, { nounToken, end }: QuantityMention): boolean {
  for (let token = nounToken; token <= nounToken + 3; token++) {
    if ((tree.tokens[token]?.start ?? 0) < end) continue;
    return (
      lowerOf(tree, token) === 'of' &&
      ['the', 'them', 'those', 'its', 'their'].includes(lowerOf(tree, token + 1))
    );
  }
  return false;
}

function disagree(
  a: { readonly min: number | null; readonly max: number | null },
  b: { readonly min: number | null; readonly max: number | null },
): boolean {
  return (a.max ?? Infinity) < (b.min ?? 0) || (b.max ?? Infinity) < (a.min ?? 0);
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
