import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestTree } from './trees.ts';

/** A row a word, a column a head, the root last. */
function treeOf(...rows: number[][]): number[] {
  return [...bestTree(Float32Array.from(rows.flat()), rows.length)];
}

describe('bestTree', () => {
  test('takes the best heads where they are a tree', () => {
    // "rebels shelled Goma"
    expect(treeOf([-9, -1, -5, -4], [-5, -9, -5, -1], [-5, -1, -9, -4])).toEqual([1, 3, 1]);
  });

  test('breaks a cycle where that costs least', () => {
    // The words choose each other: the second gives way, as the root loses less by it.
    expect(treeOf([-9, -1, -8], [-1, -9, -3])).toEqual([1, 2]);
  });

  test('hangs one word on the root where two would rather', () => {
    expect(treeOf([-9, -4, -1], [-2, -9, -1])).toEqual([2, 0]);
  });

  test('finds a root where every word would rather hang on another', () => {
    expect(treeOf([-9, -1, -9, -9], [-9, -9, -1, -7], [-1, -9, -9, -8])).toEqual([1, 3, 0]);
  });

  test('takes no words, one word, and scores that are no numbers', () => {
    expect(treeOf()).toEqual([]);
    expect(treeOf([Number.NaN, Number.NaN])).toEqual([1]);
    expect(treeOf([Number.NEGATIVE_INFINITY, -1, -3], [-1, Number.NaN, Number.NEGATIVE_INFINITY])).toEqual([
      2, 0,
    ]);
  });

  test('finds what trying all trees finds', () => {
    const sizes = fc.integer({ min: 1, max: 5 });
    const tables = sizes.chain((size) =>
      fc.array(fc.integer({ min: -20, max: 0 }), {
        minLength: size * (size + 1),
        maxLength: size * (size + 1),
      }),
    );
    fc.assert(
      fc.property(tables, (scores) => {
        const size = Math.floor(Math.sqrt(scores.length));
        const heads = [...bestTree(Float32Array.from(scores), size)];
        const sumOf = (tree: readonly number[]): number =>
          tree.reduce((sum, head, word) => sum + (scores[word * (size + 1) + head] ?? 0), 0);
        const trees = allHeads(size, size).filter(isTree);
        expect(trees).toContainEqual(heads);
        expect(sumOf(heads)).toBe(Math.max(...trees.map(sumOf)));
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test('takes a sentence of 400 words in which every best head lies on a cycle', () => {
    const size = 400;
    const scores = new Float32Array(size * (size + 1)).fill(-20);
    for (let word = 0; word < size; word++) scores[word * (size + 1) + (word ^ 1)] = -1;
    const started = performance.now();
    expect(isTree([...bestTree(scores, size)])).toBe(true);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

function allHeads(size: number, words: number): number[][] {
  if (words === 0) return [[]];
  const heads = Array.from({ length: size + 1 }, (_, head) => head);
  return allHeads(size, words - 1).flatMap((tree) => heads.map((head) => [...tree, head]));
}

function isTree(heads: readonly number[]): boolean {
  const reachesRoot = (word: number): boolean => {
    let at = word;
    for (let steps = 0; steps <= heads.length && at < heads.length; steps++) at = heads[at] ?? 0;
    return at === heads.length;
  };
  return (
    heads.filter((head) => head === heads.length).length === 1 && heads.every((_, word) => reachesRoot(word))
  );
}
