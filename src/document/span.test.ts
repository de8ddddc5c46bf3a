import { describe, expect, test } from 'vitest';
import { bySpan, holds, hull, overlaps, span, trimmed, wordsOf } from './span.ts';

describe('span', () => {
  test('gives a span that lies inside the text', () => {
    expect(span(2, 5, 10)).toEqual({ start: 2, end: 5 });
    expect(span(10, 10, 10)).toEqual({ start: 10, end: 10 });
  });

  test.each([
    [12, 9, 40],
    [-1, 3, 40],
    [0, 41, 40],
    [0.5, 3, 40],
    [Number.NaN, 3, 40],
  ])('refuses %d-%d in a text of %d with the numbers in the sentence', (start, end, length) => {
    expect(() => span(start, end, length)).toThrow(
      `Span ${start}-${end} lies outside a text of ${length} characters.`,
    );
  });
});

test('holds itself and what is inside, not what sticks out', () => {
  const outer = { start: 2, end: 6 };
  expect(holds(outer, outer)).toBe(true);
  expect(holds(outer, { start: 3, end: 5 })).toBe(true);
  expect(holds(outer, { start: 5, end: 7 })).toBe(false);
});

test('overlaps where a character is shared, not where spans touch', () => {
  expect(overlaps({ start: 0, end: 3 }, { start: 2, end: 5 })).toBe(true);
  expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
  expect(overlaps({ start: 0, end: 5 }, { start: 2, end: 2 })).toBe(true);
});

test('orders by start, the longer first', () => {
  const spans = [
    { start: 4, end: 5 },
    { start: 0, end: 2 },
    { start: 0, end: 9 },
  ];
  expect([...spans].sort(bySpan)).toEqual([spans[2], spans[1], spans[0]]);
});

test('gives the hull of two spans', () => {
  expect(hull({ start: 5, end: 6 }, { start: 1, end: 2 })).toEqual({ start: 1, end: 6 });
});

test.each([
  ['blanks', '  said so \n', 'said so'],
  ['no-break spaces', '\u00a0said\u00a0', 'said'],
  ['nothing but white space', ' \t ', ''],
])('trims %s at the edges', (_case, text, words) => {
  expect(wordsOf(text, trimmed(text, { start: 0, end: text.length }))).toBe(words);
});
