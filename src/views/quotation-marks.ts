import type { Span } from '../document/span.ts';

const OPENING = '“«„';
const CLOSING = '”»';
const STRAIGHT = '"';

/**
 * Tells whether a span stands wholly inside double quotation marks; marks at its own edges count. A paragraph is
 * its own world, since agencies leave a quotation open at a paragraph's end and open it again at the next. Single
 * marks are left out: an apostrophe looks the same.
 */
export function standsInQuotationMarks(text: string, { start, end }: Span): boolean {
  let first = start;
  let last = end;
  while (first < last && isMark(text.charAt(first))) first++;
  while (last > first && (isMark(text.charAt(last - 1)) || ',.?!'.includes(text.charAt(last - 1)))) last--;
  let open = false;
  for (let i = text.lastIndexOf('\n', first) + 1; i < first; i++) open = stateAfter(open, text.charAt(i));
  for (let i = first; i < last && open; i++) open = stateAfter(open, text.charAt(i));
  return open;
}

function isMark(character: string): boolean {
  return character === STRAIGHT || OPENING.includes(character) || CLOSING.includes(character);
}

function stateAfter(open: boolean, character: string): boolean {
  if (OPENING.includes(character)) return true;
  if (CLOSING.includes(character)) return false;
  return character === STRAIGHT ? !open : open;
}
