import { expect, test } from 'vitest';
import { findQuote, quoteOf } from './quote.ts';
import { wordsOf } from './span.ts';

const TEXT = 'The army denied it. On Tuesday the ministry denied it. Later the mayor denied it.';

function nth(words: string, n: number): { start: number; end: number } {
  let start = -1;
  for (let i = 0; i <= n; i++) start = TEXT.indexOf(words, start + 1);
  return { start, end: start + words.length };
}

test.each([0, 1, 2])('finds occurrence %i of repeated words by what stands around it', (n) => {
  const span = nth('denied it', n);
  expect(findQuote(TEXT, quoteOf(TEXT, span))).toEqual(span);
});

test('finds words again after text was put before them', () => {
  const span = nth('denied it', 1);
  const changed = `CORRECTION: denied it. ${TEXT}`;
  const found = findQuote(changed, quoteOf(TEXT, span));
  expect(found).toEqual({ start: span.start + 23, end: span.end + 23 });
  expect(wordsOf(changed, found!)).toBe('denied it');
});

test('gives null when the words are gone', () => {
  expect(findQuote('The army confirmed it.', quoteOf(TEXT, nth('denied it', 0)))).toBeNull();
});

test('takes the nearest to the hint where the context does not tell', () => {
  const text = 'no '.repeat(100);
  const span = { start: 150, end: 152 };
  expect(findQuote(text, quoteOf(text, span), 150)).toEqual(span);
});

test('finds an empty span by its context', () => {
  expect(findQuote(TEXT, quoteOf(TEXT, { start: 19, end: 19 }))).toEqual({ start: 19, end: 19 });
});

test('never cuts a surrogate pair at the edge of the context', () => {
  const text = `${'🛑'.repeat(40)}x${'🛑'.repeat(40)}`;
  for (const start of [79, 80, 81]) {
    const { prefix, suffix } = quoteOf(text, { start: Math.min(start, 80), end: 81 });
    expect(prefix.startsWith('\uded1') || /[\ud800-\udbff]$/.test(suffix)).toBe(false);
  }
});
