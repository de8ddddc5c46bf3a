import { GainsayError } from '../errors.ts';

/**
 * A stretch of a document's text: half-open, in UTF-16 code units counted from zero, so that
 * `text.slice(span.start, span.end)` gives its words.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Gives the span [start, end) after checking that it lies inside a text of `length` code units.
 * @throws GainsayError `span-outside-text` when it does not.
 */
export function span(start: number, end: number, length: number): Span {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length)) {
    throw new GainsayError('span-outside-text', { start, end, length });
  }
  return { start, end };
}

/** Gives the words of a span, exactly as the report has them. */
export function wordsOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Tells whether `outer` holds every character of `inner`; a span holds itself. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Tells whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Orders spans by start, the longer first where they start together. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Gives the smallest span that holds both. */
export function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Gives the span without the white space at its edges; an all-white span becomes empty at its start. */
export function trimmed(text: string, { start, end }: Span): Span {
  let first = start;
  let last = end;
  while (first < last && /\s/u.test(text.charAt(first))) first++;
  while (last > first && /\s/u.test(text.charAt(last - 1))) last--;
  return { start: first, end: last };
}
