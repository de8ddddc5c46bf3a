import type { Span } from '../document/span.ts';

/** Words between quotation marks, without the marks. */
export interface Quotation extends Span {
  /** False where the next paragraph opens with a mark again, so that the same speech goes on. */
  readonly closed: boolean;
}

/** A quotation longer than this is taken for a mark that nobody closed. */
const LONGEST_QUOTATION = 4000;

const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"', '‘': '’' };

/**
 * Finds the quotations of a text, outermost only, sorted; linear in its length.
 * A quotation that runs over paragraphs opens with a mark in each and closes in the last.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  let at = 0;
  while (at < text.length) {
    if (!opensAt(text, at)) {
      at++;
      continue;
    }
    const end = closeOf(text, at);
    if (end === undefined) {
      at++;
      continue;
    }
    found.push({ start: at + 1, end: end.at, closed: end.closed });
    at = end.at + 1;
  }
  return found;
}

function opensAt(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (CLOSERS[mark] === undefined) return false;
  // "the men’s camp", "5'10\"": a mark that opens stands after a space, a bracket, a dash or another mark.
  const before = text.charAt(at - 1);
  return before === '' || /[\s([{—–\-“"‘:/\u00a0]/u.test(before);
}

function closeOf(text: string, open: number): { readonly at: number; readonly closed: boolean } | undefined {
  const closers = CLOSERS[text.charAt(open)] ?? '';
  const limit = Math.min(text.length, open + LONGEST_QUOTATION);
  for (let at = open + 1; at < limit; at++) {
    const character = text.charAt(at);
    if (character === '\n' && text.charAt(at + 1) === '\n') {
      return opensAgain(text, at, text.charAt(open)) ? { at, closed: false } : undefined;
    }
    if (closers.includes(character) && closesAt(text, at)) return { at, closed: true };
  }
  return undefined;
}

function closesAt(text: string, at: number): boolean {
  // "the soldiers’ camp" inside ‘…’ is not the end unless no letter follows; "don’t" never is.
  return !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

function opensAgain(text: string, at: number, mark: string): boolean {
  let next = at;
  while (/\s/u.test(text.charAt(next))) next++;
  return text.charAt(next) === mark;
}
