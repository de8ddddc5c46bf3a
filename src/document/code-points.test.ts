import { expect, test } from 'vitest';
import { fromCodePoints, toCodePoints } from './code-points.ts';
import { wordsOf } from './span.ts';

test.each([
  ['plain words', 'Troops left Ravna.', 'Ravna', { start: 12, end: 17 }],
  ['words behind an emoji', '🛑 Troops left', 'Troops', { start: 2, end: 8 }],
  ['an emoji itself', 'a🛑b', '🛑', { start: 1, end: 2 }],
  ['a flag of two pairs', '🇺🇦 said', 'said', { start: 3, end: 7 }],
  ['letters with combining marks', 'cafe\u0301 closed', 'closed', { start: 6, end: 12 }],
])('counts code points before %s', (_case, text, words, expected) => {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  expect(toCodePoints(text)(span)).toEqual(expected);
  expect(Array.from(text).slice(expected.start, expected.end).join('')).toBe(words);
  expect(wordsOf(text, fromCodePoints(text)(expected))).toBe(words);
});

test('counts half a surrogate pair that stands alone as a character of its own', () => {
  expect(toCodePoints('\ud83d x')({ start: 2, end: 3 })).toEqual({ start: 2, end: 3 });
});

test('moves an offset inside a pair to the start of the pair', () => {
  expect(toCodePoints('a🛑b')({ start: 2, end: 3 })).toEqual({ start: 1, end: 2 });
});
