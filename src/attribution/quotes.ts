import type { Span } from '../document/span.ts';

/** Words between quotation marks, without the marks. */
export interface Quotation extends Span {
  /** False where the next paragraph opens with a mark again, so that the same speech goes on. */
  readonly closed: boolean;
}

/** A quotation longer than this is taken for a mark that nobody closed. */
const LONGEST_QUOTATION = 4000;

const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  // Hurried copy opens with one kind of mark and closes with the other.
  '“': ['”', '"'],
  '„': ['“', '”'],
  '«': ['»'],
  '"': ['"', '”'],
  '‘': ['’'],
  // Some archives write two single marks for a double one: ''They came at night.''
  "''": ["''"],
  '``': ["''"],
};

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
    found.push({ start: at + markAt(text, at).length, end: end.at, closed: end.closed });
    at = end.at + end.length;
  }
  return found;
}

/** The mark at an offset: one character, or two single marks that stand for one. */
function markAt(text: string, at: number): string {
  const two = text.slice(at, at + 2);
  return CLOSERS[two] === undefined ? text.charAt(at) : two;
}

function opensAt(text: string, at: number): boolean {
  if (CLOSERS[markAt(text, at)] === undefined) return false;
  // "the men’s camp", "5'10\"": a mark that opens stands after a space, a bracket, a dash or another mark.
  const before = text.charAt(at - 1);
  return before === '' || /[\s([{—–\-“"‘:/\u00a0]/u.test(before);
}

/** Where a quotation ends, and how many characters end it. */
interface Close {
  readonly at: number;
  readonly length: number;
  readonly closed: boolean;
}

function closeOf(text: string, open: number): Close | undefined {
  const mark = markAt(text, open);
  const closers = CLOSERS[mark] ?? [];
  const limit = Math.min(text.length, open + LONGEST_QUOTATION);
  for (let at = open + mark.length; at < limit; at++) {
    if (text.startsWith('\n\n', at)) {
      return opensAgain(text, at, mark) ? { at, length: 1, closed: false } : undefined;
    }
    const closer = closers.find((one) => text.startsWith(one, at));
    if (closer !== undefined && closesAt(text, at + closer.length))
      return { at, length: closer.length, closed: true };
  }
  return undefined;
}

function closesAt(text: string, behind: number): boolean {
  // "the soldiers’ camp" inside ‘…’ is not the end unless no letter follows; "don’t" never is.
  return !/[\p{L}\p{N}]/u.test(text.charAt(behind));
}

function opensAgain(text: string, at: number, mark: string): boolean {
  let next = at;
  while (/\s/u.test(text.charAt(next))) next++;
  return text.startsWith(mark, next);
}
