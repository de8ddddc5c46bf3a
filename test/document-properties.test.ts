import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromCodePoints, toCodePoints } from '../src/document/code-points.ts';
import { blankDoc } from '../src/document/doc.ts';
import { findQuote, quoteOf } from '../src/document/quote.ts';
import { type Span, span, trimmed, wordsOf } from '../src/document/span.ts';

/** What texts from the world are made of: emoji, flags, right-to-left words, loose accents, odd spaces, both line breaks. */
const PIECES = [
  'Troops',
  'said',
  'cafe\u0301',
  'café',
  '🛑',
  '🇺🇦',
  '👩‍🚒',
  'הצבא',
  'الجيش',
  '\u202e',
  '\u200b',
  '\u00a0',
  '\u2028',
  ' ',
  '\r\n',
  '\n\n',
  '“',
  '”',
  '—',
  '\ufeff',
  'ﬁ',
  'Å',
  '…',
];

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** A text and a span of it that does not cut a surrogate pair. */
const marked: fc.Arbitrary<readonly [string, Span]> = text.chain((words) => {
  const edges = [0, ...Array.from(words, () => 0)];
  Array.from(words).forEach((character, i) => {
    edges[i + 1] = (edges[i] ?? 0) + character.length;
  });
  return fc
    .tuple(fc.nat(edges.length - 1), fc.nat(edges.length - 1))
    .map(
      ([a, b]) =>
        [words, span(edges[Math.min(a, b)] ?? 0, edges[Math.max(a, b)] ?? 0, words.length)] as const,
    );
});

const RUNS = { numRuns: 500 };

test('a span’s slice equals its words', () => {
  fc.assert(
    fc.property(marked, ([words, at]) => {
      expect(wordsOf(words, at)).toBe(words.slice(at.start, at.end));
      expect(wordsOf(words, at).length).toBe(at.end - at.start);
    }),
    RUNS,
  );
});

test('code points give the same words, and lead back', () => {
  fc.assert(
    fc.property(marked, ([words, at]) => {
      const points = toCodePoints(words)(at);
      expect(Array.from(words).slice(points.start, points.end).join('')).toBe(wordsOf(words, at));
      expect(fromCodePoints(words)(points)).toEqual(at);
    }),
    RUNS,
  );
});

test('a quote is found again where it stood', () => {
  fc.assert(
    fc.property(marked, ([words, at]) => {
      expect(findQuote(words, quoteOf(words, at), at.start)).toEqual(at);
    }),
    RUNS,
  );
});

test('a quote is found again after a correction was put above it', () => {
  fc.assert(
    fc.property(marked, text, ([words, at], above) => {
      const moved = { start: at.start + above.length, end: at.end + above.length };
      const found = findQuote(above + words, quoteOf(words, at), moved.start);
      if (at.end > at.start) expect(found && wordsOf(above + words, found)).toBe(wordsOf(words, at));
    }),
    RUNS,
  );
});

test('a text is never normalised on its way into a document', () => {
  fc.assert(
    fc.property(text, (words) => {
      const meta = { id: 'p', title: null, outlet: null, publishedAt: null, language: null, url: null };
      expect(blankDoc({ meta, text: words }, '').text).toBe(words);
    }),
    RUNS,
  );
});

test('trimming takes away white space at the edges and nothing else', () => {
  fc.assert(
    fc.property(marked, ([words, at]) => {
      const inner = wordsOf(words, trimmed(words, at));
      expect(wordsOf(words, at)).toContain(inner);
      expect(inner).toBe(wordsOf(words, at).trim());
    }),
    RUNS,
  );
});
