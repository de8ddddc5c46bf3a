import { expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import type { EventType } from '../document/event-layers.ts';
import { growTree } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import { shareModes } from './modes.ts';
import { slotsOfVerb } from './slots.ts';

function modes(
  sentence: string,
  acts: Readonly<Record<number, readonly [EventType, string | null]>>,
): readonly (string | null)[] {
  const tree = growTree(buildDoc([sentence]).layers);
  const found = Object.entries(acts).map(([at, [type, mode]]): Candidate => {
    const token = Number(at);
    const sense = { words: [], part: 'verb' as const, type, mode, conditions: [], line: 0 };
    const slots = slotsOfVerb(tree, token);
    return { token, firstToken: token, endToken: token + 1, sense, slots, rule: 'test', confidence: 1 };
  });
  return shareModes(tree, found).map(({ sense }) => sense.mode);
}

test('kills by the means of the attack', () => {
  const sentence =
    'Rebels/NOUN/2/nsubj shelled/VERB/0/root/shell Bria/PROPN/2/obj ,/PUNCT/5/punct wounding/VERB/2/advcl/wound two/NUM/5/obj ./PUNCT/2/punct';
  expect(modes(sentence, { 1: ['ASSAULT', 'heavy-weapons'], 4: ['ASSAULT', null] })).toEqual([
    'heavy-weapons',
    'heavy-weapons',
  ]);
});

test('shares no mode that tells no means, and none with acts that harm nobody', () => {
  const sentence =
    'Rebels/NOUN/2/nsubj razed/VERB/0/root/raze Bria/PROPN/2/obj ,/PUNCT/5/punct arresting/VERB/2/advcl/arrest two/NUM/5/obj ./PUNCT/2/punct';
  expect(modes(sentence, { 1: ['ASSAULT', 'destroy'], 4: ['ASSAULT', null] })).toEqual(['destroy', null]);
  expect(modes(sentence, { 1: ['ASSAULT', 'aerial'], 4: ['COERCE', null] })).toEqual(['aerial', null]);
});
