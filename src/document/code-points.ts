import type { Span } from './span.ts';

/**
 * Gives a function from spans in UTF-16 code units to spans in Unicode code points, as Python and most annotation
 * formats count: `Array.from(text).slice(start, end).join('')` gives the same words. An offset inside a surrogate pair
 * counts as the pair's start. Building it is linear in the text, a call is logarithmic in its surrogate pairs.
 */
export function toCodePoints(text: string): (span: Span) => Span {
  const pairs = pairsIn(text);
  const convert = (offset: number): number => offset - countUpTo(pairs, offset);
  return ({ start, end }) => ({ start: convert(start), end: convert(end) });
}

/** Gives the function back: from code points to UTF-16 code units. */
export function fromCodePoints(text: string): (span: Span) => Span {
  // The nth pair starts, in code points, n before where it starts in code units.
  const pairs = pairsIn(text).map((low, n) => low - n);
  const convert = (offset: number): number => offset + countUpTo(pairs, offset);
  return ({ start, end }) => ({ start: convert(start), end: convert(end) });
}

/** Offsets of the second halves of surrogate pairs, sorted. A half that stands alone is a code point of its own. */
function pairsIn(text: string): readonly number[] {
  return [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index + 1);
}

/** Gives how many of the sorted numbers are not above the offset. */
function countUpTo(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
