import type { Attribution } from '../../document/event-layers.ts';
import {
  childBy,
  childrenBy,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';
import type { Scene } from '../scene.ts';

/** How many sentences before its negation a claim stands in the same words. */
const REACH = 3;

/**
 * Finds the words, in no table, by which one source restates what another tells otherwise: the verb that is negated later
 * ("a ransom was paid", "no ransom had been paid"), and whoever is still there after a withdrawal.
 */
export function findRestated(
  scene: Scene,
  found: readonly Candidate[],
  negated: readonly number[],
): readonly number[] {
  const known = new Set(found.map(({ token }) => token));
  const earlier = negated.flatMap((token) => sameVerbBefore(scene, known, token) ?? []);
  return [...earlier, ...stayings(scene, found, known)];
}

/** The verb of the same lemma, with a noun in common, that nobody negates there. */
function sameVerbBefore(
  { tree, outside }: Scene,
  known: ReadonlySet<number>,
  token: number,
): number | undefined {
  const nouns = nounsOf(tree, token);
  const sentence = tree.tokens[token]?.sentence ?? 0;
  for (let at = token - 1; at >= 0 && sentence - (tree.tokens[at]?.sentence ?? 0) <= REACH; at--) {
    if (tree.tags[at]?.upos !== 'VERB' || lemmaOf(tree, at) !== lemmaOf(tree, token)) continue;
    const isFree =
      !known.has(at) && !outside.has(at) && !isRelation(relationOf(tree, at), ['amod', 'compound']);
    if (isFree && nounsOf(tree, at).some((noun) => nouns.includes(noun))) return at;
  }
  return undefined;
}

function nounsOf(tree: Tree, verb: number): readonly string[] {
  return childrenBy(tree, verb, 'nsubj', 'nsubj:pass', 'obj')
    .filter((noun) => ['NOUN', 'PROPN'].includes(tree.tags[noun]?.upos ?? ''))
    .map((noun) => lemmaOf(tree, noun));
}

const STAYING = new Set('remain stay linger control hold defend'.split(' '));
const TAKING = new Set('take retake capture recapture seize conquer liberate overrun fall'.split(' '));

/** "Soldiers were still there", "gangs controlled it as before": told after somebody else told of a withdrawal or a conquest. */
function stayings(
  { tree, layers: { attributions } }: Scene,
  found: readonly Candidate[],
  known: ReadonlySet<number>,
): readonly number[] {
  const leavings = found
    .filter(({ sense, token }) => sense.type === 'RETREAT' || TAKING.has(lemmaOf(tree, token)))
    .map(({ token }) => token);
  return attributions
    .filter(({ source, stance }) => source.kind === 'words' && stance === 'assert')
    .flatMap((attribution) => stayingIn(tree, attribution) ?? [])
    .filter((token) => !known.has(token) && leavings.some((leaving) => isNear(tree, leaving, token)));
}

function stayingIn(tree: Tree, { firstToken, endToken }: Attribution): number | undefined {
  for (let at = firstToken; at < endToken; at++) {
    if (childBy(tree, at, 'nsubj', 'nsubj:pass') === undefined) continue;
    const isStill = childrenBy(tree, at, 'advmod').some((word) => lowerOf(tree, word) === 'still');
    const isThere = ['there', 'here'].includes(lowerOf(tree, at)) || childBy(tree, at, 'case') !== undefined;
    const isVerb = STAYING.has(lemmaOf(tree, at)) && tree.tags[at]?.upos === 'VERB';
    const isKept = isStill && tree.tags[at]?.upos === 'VERB';
    if (isVerb || isKept || (isStill && isThere && childBy(tree, at, 'cop') !== undefined)) return at;
  }
  return undefined;
}

function isNear(tree: Tree, leaving: number, token: number): boolean {
  const apart = (tree.tokens[token]?.sentence ?? 0) - (tree.tokens[leaving]?.sentence ?? 0);
  return leaving < token && apart >= 0 && apart <= 2;
}

/** Verbs for whether a promise was kept. */
const KEEPING = new Set(
  'do keep move happen materialise materialize come arrive land follow leave go begin start'.split(' '),
);

/** Verbs and nouns of what is still to be done. */
const PROMISING = new Set('AGREE REQUEST RETREAT CONCEDE AID'.split(' '));

/**
 * Finds promises that the outlet itself says were not kept: "Both were to pull back by Monday. Neither side has moved.",
 * "The first ferry, due at noon, never docked."
 */
export function findUnkept(
  { tree, attributed, outside }: Scene,
  found: readonly Candidate[],
): readonly number[] {
  const known = new Set(found.map(({ token }) => token));
  const promised = found.filter(({ sense, token }) => PROMISING.has(sense.type) && isAhead(tree, token));
  return tree.tokens.flatMap((_, token) => {
    const isFree = !known.has(token) && !outside.has(token) && !attributed.has(token);
    const isUnkept = isFree && KEEPING.has(lemmaOf(tree, token)) && isUndone(tree, token);
    return isUnkept && promised.some((promise) => isNear(tree, promise.token, token)) ? [token] : [];
  });
}

/** "to pull back", "would withdraw", "promised": what is to come, or the word that was given for it. */
function isAhead(tree: Tree, token: number): boolean {
  return (
    lemmaOf(tree, token) === 'promise' ||
    childrenBy(tree, token, 'aux').some((aux) => ['would', 'will'].includes(lowerOf(tree, aux))) ||
    childrenBy(tree, token, 'mark').some((mark) => lowerOf(tree, mark) === 'to')
  );
}

function isUndone(tree: Tree, token: number): boolean {
  if (tree.tags[token]?.upos !== 'VERB') return false;
  const isNever = childrenBy(tree, token, 'advmod').some((word) =>
    ['not', 'never', 'neither', "n't", 'n’t'].includes(lowerOf(tree, word)),
  );
  const isNobody = childrenBy(tree, token, 'nsubj').some((noun) =>
    [noun, ...(tree.children[noun] ?? [])].some((word) =>
      ['neither', 'none', 'nobody', 'nothing'].includes(lowerOf(tree, word)),
    ),
  );
  const isPast = [token, ...childrenBy(tree, token, 'aux')].some(
    (word) =>
      tree.tags[word]?.features.tense === 'Past' ||
      ['has', 'have', 'had', 'did'].includes(lowerOf(tree, word)),
  );
  return (isNever || isNobody) && isPast;
}
