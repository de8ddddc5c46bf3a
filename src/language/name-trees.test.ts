import { describe, expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import { joinNames } from './name-trees.ts';

function heads(line: string, firstToken: number, endToken: number): readonly number[] {
  const { layers } = buildDoc([line]);
  const names = [{ firstToken, endToken, kind: 'organisation' as const, confidence: 1 }];
  const { tags, dependencies } = layers;
  return joinNames({ tags, dependencies, names }).dependencies.map(({ head }) => head);
}

describe('joinNames', () => {
  test('makes one subject of a name that was two, and keeps its clause', () => {
    const line =
      'Lendu/PROPN/5/nsubj Army/PROPN/5/nsubj which/PRON/4/nsubj fled/VERB/2/acl:relcl accused/VERB/0/root Goma/PROPN/5/obj';
    expect(heads(line, 0, 2)).toEqual([1, 4, 3, 1, -1, 4]);
  });

  test('leaves a name that is one branch alone', () => {
    const line = 'Lendu/PROPN/2/compound Army/PROPN/3/nsubj fled/VERB/0/root';
    expect(heads(line, 0, 2)).toEqual([1, 2, -1]);
  });

  test('closes no circle where one part hangs on another by way of a word outside', () => {
    const line = 'Lendu/PROPN/3/nsubj Army/PROPN/0/root fled/VERB/2/acl';
    expect(heads(line, 0, 2)).toEqual([1, -1, 1]);
  });

  test('keeps the root', () => {
    const line = 'Lendu/PROPN/0/root Army/PROPN/3/nsubj flees/VERB/1/parataxis';
    expect(heads(line, 0, 2)).toEqual([-1, 0, 0]);
  });
});
