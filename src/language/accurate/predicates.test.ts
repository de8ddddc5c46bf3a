import { expect, test } from 'vitest';
import type { EncoderOutput } from './encoder.ts';
import { findPredicates } from './predicates.ts';

const LABELS = ['none', 'ARG0', 'ARG1', 'ARGM-TMP'];

/** Log-probabilities in which `label` has `share` and the others the rest. */
function row(label: string, share: number): number[] {
  return LABELS.map((one) => Math.log(one === label ? share : (1 - share) / (LABELS.length - 1)));
}

function outputOf(predicates: readonly number[], rows: readonly number[][][]): EncoderOutput {
  return {
    tags: new Int32Array(),
    arcs: new Float32Array(),
    relations: new Int32Array(),
    names: new Float32Array(),
    factuality: new Float32Array(),
    vectors: new Float32Array(),
    predicates: Float32Array.from(predicates),
    asked: Int32Array.from(predicates.flatMap((score, word) => (word === 0 || score > 0.5 ? [word] : []))),
    arguments: Float32Array.from(rows.flat(2)),
  };
}

const none = row('none', 0.9);

test('reads each predicate with its arguments', () => {
  // "Rebels shelled Goma"
  const output = outputOf(
    [0.1, 0.98, 0.1],
    [
      [none, none, none],
      [row('ARG0', 0.8), none, row('ARG1', 0.7)],
    ],
  );
  expect(findPredicates(output, LABELS, 3)).toMatchObject([
    {
      token: 1,
      arguments: [
        { token: 0, role: 'ARG0' },
        { token: 2, role: 'ARG1' },
      ],
    },
  ]);
});

test('the first word is no predicate because it was asked for', () => {
  expect(findPredicates(outputOf([0.2], [[none]]), LABELS, 1)).toEqual([]);
});

test('of two words that claim one numbered role the surer one keeps it', () => {
  // "Rebels they shelled"
  const output = outputOf(
    [0.1, 0.1, 0.9],
    [
      [none, none, none],
      [row('ARG0', 0.6), row('ARG0', 0.9), none],
    ],
  );
  expect(findPredicates(output, LABELS, 3)[0]?.arguments).toMatchObject([{ token: 1, role: 'ARG0' }]);
});

test('a circumstance may be told twice', () => {
  // "On Monday they left at dawn"
  const output = outputOf(
    [0.1, 0.9, 0.1],
    [
      [none, none, none],
      [row('ARGM-TMP', 0.6), none, row('ARGM-TMP', 0.9)],
    ],
  );
  expect(findPredicates(output, LABELS, 3)[0]?.arguments).toHaveLength(2);
});
