import { childBy, childrenBy, lemmaOf, lowerOf, type Tree } from '../language/tree.ts';
import { type Bearing, bearing, type FactualityScene, lookUp } from './bearing.ts';
import type { Governor } from './scopes.ts';

/** Verbs by which an act comes about, or by which it is under way. */
const COMING = new Set(
  'follow come begin start commence resume ensue loom happen occur materialise materialize arise proceed transpire eventuate'.split(
    ' ',
  ),
);

function isComing(tree: Tree, verb: number): boolean {
  const lemma = lemmaOf(tree, verb);
  if (lemma === 'take')
    return childrenBy(tree, verb, 'obj', 'compound').some((word) => lowerOf(tree, word) === 'place');
  if (lemma === 'go')
    return childrenBy(tree, verb, 'advmod', 'compound:prt').some((word) => lowerOf(tree, word) === 'ahead');
  return COMING.has(lemma);
}

const NOT = new Set(['not', 'n’t', "n't", 'never']);

/** "An attack on the port may follow", "talks will resume", "the raid never took place": whether and when an act comes about. */
export function comingBearings(scene: FactualityScene, verb: number, act: number): readonly Bearing[] {
  const { tree } = scene;
  if (!isComing(tree, verb) || tree.tags[act]?.upos !== 'NOUN') return [];
  const modal = childrenBy(tree, verb, 'aux').find((aux) =>
    ['may', 'might', 'will', '’ll'].includes(lowerOf(tree, aux)),
  );
  const operator = modal === undefined ? undefined : lookUp(scene, 'modal', modal);
  const isAhead = modal !== undefined && operator !== undefined;
  const not = childrenBy(tree, verb, 'advmod').filter((word) => NOT.has(lowerOf(tree, word)));
  return [
    ...(isAhead ? [bearing({ ...operator, timeframe: 'future' }, 'claims/coming', [modal])] : []),
    ...not.map((word) =>
      bearing({ turns: true, certainty: null, timeframe: null }, 'claims/not-come', [word]),
    ),
  ];
}

/** "The army is going to attack", "there is going to be a war": "going to" sets what it governs for later. */
export function goingTo(tree: Tree, { token, child, relation }: Governor): boolean {
  return (
    relation === 'xcomp' &&
    lowerOf(tree, token) === 'going' &&
    childBy(tree, token, 'aux') !== undefined &&
    childrenBy(tree, child, 'mark').some((mark) => lowerOf(tree, mark) === 'to')
  );
}
