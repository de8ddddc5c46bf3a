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

test('gives the one means of a whole report to its dead, and none where there are two', () => {
  const sentence =
    'Jets/NOUN/2/nsubj bombed/VERB/0/root/bomb Bria/PROPN/2/obj and/CCONJ/5/cc bombed/VERB/2/conj/bomb Bossangoa/PROPN/5/obj ;/PUNCT/9/punct nine/NUM/9/nsubj died/VERB/2/parataxis/die ./PUNCT/2/punct';
  const told = (other: string) =>
    modes(sentence, { 1: ['ASSAULT', 'aerial'], 4: ['ASSAULT', other], 8: ['ASSAULT', null] });
  expect(told('aerial')).toEqual(['aerial', 'aerial', 'aerial']);
  expect(told('firearms')).toEqual(['aerial', 'firearms', null]);
});

test('takes guards for police and soldiers for troops', () => {
  const moved = (who: string) =>
    `Minsk/PROPN/2/nsubj sent/VERB/0/root/send ${who}/NOUN/2/obj ./PUNCT/2/punct`;
  expect(modes(moved('gendarme'), { 1: ['MOBILIZE', 'troops'] })).toEqual(['police']);
  expect(modes(moved('infantry'), { 1: ['MOBILIZE', 'troops'] })).toEqual(['troops']);
});

test('tells talks by telephone from talks', () => {
  const spoke = (wire: string) =>
    `Minsk/PROPN/2/nsubj spoke/VERB/0/root/speak by/ADP/4/case ${wire}/NOUN/2/obl ./PUNCT/2/punct`;
  expect(modes(spoke('telephone'), { 1: ['CONSULT', null] })).toEqual(['phone']);
  expect(modes(spoke('candlelight'), { 1: ['CONSULT', null] })).toEqual([null]);
});
