import { expect, test } from 'vitest';
import type { Claim, EventMention } from '../document/event-layers.ts';
import { isDoubtful } from './doubtful.ts';

const why = { rule: 'events/likely-act', spans: [], confidence: 0.4 };
const act = { why } as unknown as EventMention;
const plain = {
  sources: [{ kind: 'outlet' }],
  polarity: 'positive',
  certainty: 'certain',
  timeframe: 'current',
} as unknown as Claim;

test('withholds a plain fact that rests on a guess', () => {
  expect(isDoubtful(act, plain)).toBe(true);
});

test.each([
  ['a surer act', { ...act, why: { ...why, confidence: 0.8 } }, plain],
  ['an act of the tables', { ...act, why: { ...why, rule: 'events/verb-12' } }, plain],
  ['what nobody named says', act, { ...plain, sources: [{ kind: 'unnamed' }] }],
  ['what is denied', act, { ...plain, polarity: 'negative' }],
  ['what may come', act, { ...plain, timeframe: 'future' }],
] as [string, EventMention, Claim][])('keeps %s', (_, event, claim) => {
  expect(isDoubtful(event, claim)).toBe(false);
});
