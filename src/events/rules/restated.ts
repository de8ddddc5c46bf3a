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

const STAYING = new Set('remain stay linger'.split(' '));

/** "Soldiers were still there", "tanks remained in the market": told after somebody else told of a withdrawal. */
function stayings(
  { tree, layers: { attributions } }: Scene,
  found: readonly Candidate[],
  known: ReadonlySet<number>,
): readonly number[] {
  const leavings = found.filter(({ sense }) => sense.type === 'RETREAT').map(({ token }) => token);
  return attributions
    .filter(({ source, stance }) => source.kind === 'words' && stance === 'assert')
    .flatMap((attribution) => stayingIn(tree, attribution) ?? [])
    .filter((token) => !known.has(token) && leavings.some((leaving) => isNear(tree, leaving, token)));
}

function stayingIn(tree: Tree, { firstToken, endToken }: Attribution): number | undefined {
  for (let at = firstToken; at < endToken; at++) {
    if (childBy(tree, at, 'nsubj') === undefined) continue;
    const isStill = childrenBy(tree, at, 'advmod').some((word) => lowerOf(tree, word) === 'still');
    const isThere = ['there', 'here'].includes(lowerOf(tree, at)) || childBy(tree, at, 'case') !== undefined;
    const isVerb = STAYING.has(lemmaOf(tree, at)) && tree.tags[at]?.upos === 'VERB';
    if (isVerb || (isStill && isThere && childBy(tree, at, 'cop') !== undefined)) return at;
  }
  return undefined;
}

function isNear(tree: Tree, leaving: number, token: number): boolean {
  const apart = (tree.tokens[token]?.sentence ?? 0) - (tree.tokens[leaving]?.sentence ?? 0);
  return leaving < token && apart >= 0 && apart <= 2;
}
