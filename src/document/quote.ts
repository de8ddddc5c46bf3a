import type { Span } from './span.ts';

/** Words with the characters around them, by which they are found again in a text that has changed (W3C TextQuoteSelector). */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Characters kept on each side; Hypothesis keeps as many. */
const CONTEXT = 32;

/** Gives a span's words with up to 32 code units before and after; never half of a surrogate pair at the outer ends. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  const first = Math.max(0, start - CONTEXT);
  const last = Math.min(text.length, end + CONTEXT);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, first) ? first + 1 : first, start),
    suffix: text.slice(end, splitsPair(text, last) ? last - 1 : last),
  };
}

function splitsPair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1)) && offset > 0;
}

/**
 * Gives where a quote stands in a text: the occurrence of its exact words with the most characters of context that agree,
 * the nearest to `hint` where several agree as well, and the first where there is no hint. Null when the words are gone.
 * Linear in the text and in the number of occurrences.
 */
export function findQuote(text: string, quote: Quote, hint: number | null = null): Span | null {
  if (quote.exact === '') return findPoint(text, quote, hint);
  let best: { readonly start: number; readonly agrees: number } | null = null;
  for (let start = text.indexOf(quote.exact); start >= 0; start = text.indexOf(quote.exact, start + 1)) {
    const agrees = agreement(text, start, quote);
    const nearer = hint !== null && best !== null && Math.abs(start - hint) < Math.abs(best.start - hint);
    if (best === null || agrees > best.agrees || (agrees === best.agrees && nearer)) best = { start, agrees };
  }
  return best === null ? null : { start: best.start, end: best.start + quote.exact.length };
}

/** An empty quote is a place between two characters: its context must stand as it was. */
function findPoint(text: string, { prefix, suffix }: Quote, hint: number | null): Span | null {
  const around = prefix + suffix;
  if (around === '') return text === '' ? { start: 0, end: 0 } : null;
  const found = findQuote(
    text,
    { exact: around, prefix: '', suffix: '' },
    hint === null ? null : hint - prefix.length,
  );
  if (found === null) return null;
  const start = found.start + prefix.length;
  return { start, end: start };
}

/** Gives how many characters agree, counted outwards from the words, on both sides. */
function agreement(text: string, start: number, { exact, prefix, suffix }: Quote): number {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  const end = start + exact.length;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  return before + after;
}
