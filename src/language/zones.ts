import type { Zone } from '../document/language-layers.ts';
import { type Span, trimmed } from '../document/span.ts';
import type { Stage } from '../document/stage.ts';
import { datelineEnd } from './dateline.ts';

/**
 * Parts a report by its layout: the title, bylines, a dateline before the body, paragraphs, closing credits.
 * Lines broken by a fixed width are joined; list items stand alone. Blank lines belong to no zone.
 */
export function createZones(): Stage<never, 'zones'> {
  return {
    name: 'zones',
    version: 1,
    needs: [],
    gives: ['zones'],
    run: ({ text, report }) => ({ zones: zonesOf(text, report.title) }),
  };
}

/** A line of text without the white space at its edges, and whether a blank line or the end follows it. */
interface Line extends Span {
  readonly blankAfter: boolean;
}

function zonesOf(text: string, title: string | null): Zone[] {
  const lines = linesOf(text);
  const zones: Zone[] = [];
  let at = 0;
  const first = lines[0];
  if (first !== undefined && lines.length > 1 && isTitle(text, first, title)) {
    zones.push({ kind: 'title', start: first.start, end: first.end });
    at = 1;
  }
  const creditFrom = firstCredit(text, lines, at);
  let paragraphs = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    if (at >= creditFrom) {
      zones.push({ kind: 'credit', start: line.start, end: line.end });
      at++;
    } else if (paragraphs === 0 && isOfTheDesk(text.slice(line.start, line.end))) {
      zones.push({ kind: 'byline', start: line.start, end: line.end });
      at++;
    } else {
      const next = paragraphEnd(text, lines, at, creditFrom);
      addParagraph(text, { start: line.start, end: (lines[next - 1] as Line).end }, paragraphs, zones);
      paragraphs++;
      at = next;
    }
  }
  return zones;
}

function addParagraph(text: string, paragraph: Span, index: number, zones: Zone[]): void {
  const opening = text.slice(paragraph.start, paragraph.start + 160);
  const isLate = index > PARAGRAPHS_BEFORE_DATELINE || zones.some(({ kind }) => kind === 'dateline');
  const end = isLate ? 0 : datelineAt(opening, index);
  if (end > 0)
    zones.push({
      kind: 'dateline',
      ...trimmed(text, { start: paragraph.start, end: paragraph.start + end }),
    });
  const body = trimmed(text, { start: paragraph.start + end, end: paragraph.end });
  if (body.end > body.start) zones.push({ kind: 'paragraph', ...body });
}

/** A summary, a caption or a note of the desk may stand before the dateline; what comes later is none. */
const PARAGRAPHS_BEFORE_DATELINE = 3;

/** Gives where the dateline of a paragraph ends, 0 where it opens without one. */
function datelineAt(opening: string, index: number): number {
  const end = datelineEnd(opening);
  if (index === 0 || end === 0) return end;
  // "KHOST, Afghanistan —", "GOMA (Agency) -": "Mexico City —" further down would be anything.
  const isFull = /^\p{Lu}{3}[^,(]*[,(]|\)\s*\P{L}{1,3}$/u.test(opening.slice(0, end));
  return isFull ? end : 0;
}

/** Gives the lines that hold more than white space; "\r\n", "\r" and Unicode's line marks end a line too. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !LINE_ENDS.has(text.charAt(at))) continue;
    const line = trimmed(text, { start: from, end: at });
    const last = lines.at(-1);
    if (line.end > line.start) lines.push({ ...line, blankAfter: false });
    else if (last !== undefined && !last.blankAfter && !isInsideLineEnd(text, at)) {
      lines[lines.length - 1] = { ...last, blankAfter: true };
    }
    from = at + 1;
  }
  const last = lines.at(-1);
  if (last !== undefined) lines[lines.length - 1] = { ...last, blankAfter: true };
  return lines;
}

const LINE_ENDS = new Set(['\n', '\r', '\u2028', '\u2029', '\u0085']);

function isInsideLineEnd(text: string, at: number): boolean {
  return text.charAt(at) === '\n' && text.charAt(at - 1) === '\r';
}

/** No headline is longer. */
const TITLE_LIMIT = 250;

function isTitle(text: string, line: Line, title: string | null): boolean {
  const words = text.slice(line.start, line.end);
  if (title !== null && words === title.trim()) return true;
  return line.blankAfter && words.length <= TITLE_LIMIT && !/[.:,;]["”’']?$/u.test(words) && !isByline(words);
}

function isOfTheDesk(line: string): boolean {
  return isByline(line) || DESK_NOTE.test(line);
}

/** "(Adds minister's denial, corrects spelling of Bamako)": an agency tells its clients what is new in this version. */
const DESK_NOTE =
  /^\((?:adds?|updates?|recasts?|rewrites?|corrects?|clarifies|repeats?|refiles?|changes|writes through|deletes|removes)\b[^()]*\)$/iu;

/** "By Ana Kovac", "By Ana Kovac and Tom Reyes in Goma": short, capitals after "By", no full stop. */
function isByline(line: string): boolean {
  return line.length <= 120 && /^(?:By|BY) \p{Lu}/u.test(line) && !/[.!?:]$/u.test(line);
}

const CREDIT_OPENINGS = [
  'source:',
  'sources:',
  'credit:',
  'reporting by',
  'additional reporting',
  'editing by',
  'writing by',
  'compiled by',
  '(reporting by',
  '(additional reporting',
  '(editing by',
  'photo:',
  'with reporting',
  'with files from',
  'with input from',
  '©',
  'copyright',
  'all rights reserved',
] as const;

function isCredit(line: string): boolean {
  if (line.length > 300) return false;
  const lower = line.toLowerCase();
  return CREDIT_OPENINGS.some((opening) => lower.startsWith(opening)) || isAgencyLine(line);
}

// "(Pacific Wire)", "— Harbour News Agency": the last line names an agency and nothing else.
function isAgencyLine(line: string): boolean {
  if (line.length > 60) return false;
  return /^\(\p{Lu}[^()]*\)$/u.test(line) || /^[—–-] ?\p{Lu}[^.!?]*$/u.test(line);
}

/** Gives the first of the credit lines that close the report; the number of lines where there are none. */
function firstCredit(text: string, lines: readonly Line[], from: number): number {
  let first = lines.length;
  while (
    first > from + 1 &&
    isCredit(text.slice((lines[first - 1] as Line).start, (lines[first - 1] as Line).end))
  )
    first--;
  return first;
}

/** Gives the line after the last one of the paragraph that opens at `at`. */
function paragraphEnd(text: string, lines: readonly Line[], at: number, limit: number): number {
  let next = at + 1;
  while (next < limit && isBroken(text, lines[next - 1] as Line, lines[next] as Line)) next++;
  return next;
}

/** A line shorter than this did not end for want of room. */
const FULL_LINE = 45;

/** Tells whether two lines are one paragraph broken by a fixed width, and not a list, a heading or two paragraphs. */
function isBroken(text: string, line: Line, next: Line): boolean {
  if (line.blankAfter || isListItem(text, next)) return false;
  const opening = text.charAt(next.start);
  if (opening !== opening.toUpperCase()) return true;
  return (
    line.end - line.start >= FULL_LINE &&
    line.end - line.start <= 120 &&
    !/[.!?:"”)]$/u.test(text.slice(line.end - 1, line.end))
  );
}

function isListItem(text: string, { start }: Span): boolean {
  return /^(?:[•*·▪‣–—-] |\d{1,2}[.)] )/u.test(text.slice(start, start + 4));
}
