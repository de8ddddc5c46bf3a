import { expect, test } from 'vitest';
import { buildDoc } from '../../../test/doc-builder.ts';
import type { EventType } from '../../document/event-layers.ts';
import { growTree } from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';
import { slotsOfVerb } from '../slots.ts';
import { withoutDemanded } from './demands.ts';

function told(sentence: string, types: Readonly<Record<number, EventType>>): readonly number[] {
  const tree = growTree(buildDoc([sentence]).layers);
  const found = Object.entries(types).map(([at, type]): Candidate => {
    const token = Number(at);
    const sense = { words: [], part: 'verb' as const, type, mode: null, conditions: [], line: 0 };
    const slots = slotsOfVerb(tree, token);
    return { token, firstToken: token, endToken: token + 1, sense, slots, rule: 'test', confidence: 1 };
  });
  return withoutDemanded(tree, found).map(({ token }) => token);
}

test('tells a demand and not what is demanded', () => {
  const sentence =
    'Accra/PROPN/2/nsubj urged/VERB/0/root/urge both/PRON/2/obj to/PART/5/mark disarm/VERB/2/xcomp and/CCONJ/7/cc leave/VERB/5/conj ./PUNCT/2/punct';
  expect(told(sentence, { 1: 'REQUEST', 4: 'RETREAT', 6: 'RETREAT' })).toEqual([1]);
});

test('tells an order and what is ordered', () => {
  const sentence =
    'Accra/PROPN/2/nsubj ordered/VERB/0/root/order guards/NOUN/2/obj to/PART/5/mark march/VERB/2/xcomp ./PUNCT/2/punct';
  expect(told(sentence, { 1: 'REQUEST', 4: 'MOBILIZE' })).toEqual([1, 4]);
});
