import { expect, test } from 'vitest';
import { isParsed, makeMove, startParse } from '../../src/language/fast/transitions.ts';
import { costsOf, goldTree } from './oracle.ts';

/** Walks by the cheapest move and gives the heads that come out. */
function walk(heads: readonly number[]): number[] {
  const gold = goldTree(heads);
  const state = startParse(heads.length);
  while (!isParsed(state)) {
    const costs = costsOf(state, gold);
    makeMove(state, costs.indexOf(Math.min(...costs)), 0);
  }
  return [...state.heads.subarray(0, heads.length)];
}

test.each([
  // "The army denied it ."
  [[1, 2, 5, 2, 2]],
  // "troops entered Goma on Monday ."
  [[1, 6, 1, 4, 1, 1]],
  // "He said that rebels shelled the town"
  [[1, 7, 4, 4, 1, 6, 4]],
])('the cheapest moves build the tree %j', (heads) => {
  expect(walk(heads)).toEqual(heads);
});

test('a tree with crossing arcs still comes out whole', () => {
  const heads = walk([2, 3, 4, 4, 5, 6]);
  expect(heads.filter((head) => head === 6)).toHaveLength(1);
});
