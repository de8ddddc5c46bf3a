import type { Words } from '../claims/reading.ts';
import { familyOf, outletKey, type Tables } from './tables.ts';

/** Words by which a report says that another outlet's work is in it. */
export interface Credit {
  /** `dateline` "(Reuters) -" and `line` "Source: X", "- X" credit the whole report, `inline` "X reported" a part. */
  readonly kind: 'dateline' | 'line' | 'inline';
  /** The outlet as the report names it. */
  readonly outlet: string;
  readonly words: Words;
}

// "SITTWE, June 12 (Pacific Wire) -": the agency stands in brackets before the dash.
const DATELINE = /^[^\n()]{0,80}\(([^()\n]{2,40})\)\s{0,3}[-–—]/u;
const SOURCE_LINE = /^(?:source|sources|credit|via|from|courtesy of)\s{0,3}[:—–-]\s{0,3}(.{2,60})$/iu;
// "- Pacific Wire", "(AFP)", "— Reuters, AP": a last line that holds nothing but names.
const LAST_LINE = /^(?:[-–—]\s{0,3}|\()([\p{Lu}][\p{L}\p{N} .&'’,/-]{1,60})\)?$/u;
// "as first reported by X", "X reported", "told X": the name follows or goes before.
const REPORTED_BY =
  /\b(?:reported by|according to|quoted by|cited by|citing|published by|seen by|told|picked up by)\s(?:the\s)?((?:\p{Lu}[\p{L}\p{N}.&'’-]* ?){1,5})/gu;
const NAME_REPORTED = /\b((?:\p{Lu}[\p{L}\p{N}.&'’-]* ){1,5})(?:reported|reports|quoted|cited)\b/gu;

/**
 * Gives the credits of a report to outlets other than its own family's, in the order of the text. A name in the running text counts
 * only if `isOutlet` knows it, for "told Parliament" credits nobody.
 */
export function creditsOf(
  text: string,
  ownOutlet: string | null,
  isOutlet: (name: string) => boolean,
  tables: Tables,
): readonly Credit[] {
  const found = [...lineCredits(text), ...inlineCredits(text).filter(({ outlet }) => isOutlet(outlet))];
  const own = ownOutlet === null ? null : familyOf(ownOutlet, tables);
  return found.filter(({ outlet }) => familyOf(outlet, tables) !== own && outletKey(outlet) !== '');
}

function lineCredits(text: string): readonly Credit[] {
  const credits: Credit[] = [];
  const lines = linesOf(text);
  for (const [i, { line, start }] of lines.entries()) {
    const dateline = i > 0 && i < 4 ? DATELINE.exec(line) : null;
    const closing = i >= lines.length - 2 && i > 0;
    const source = closing ? (SOURCE_LINE.exec(line) ?? LAST_LINE.exec(line)) : null;
    const name = (dateline ?? source)?.[1]?.trim();
    if (name === undefined) continue;
    const at = start + line.indexOf(name);
    for (const outlet of name.split(/\s*[,/]\s*/)) {
      const words = { text: name, start: at, end: at + name.length };
      credits.push({ kind: dateline ? 'dateline' : 'line', outlet, words });
    }
  }
  return credits;
}

function linesOf(text: string): readonly { line: string; start: number }[] {
  const lines: { line: string; start: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed !== '') lines.push({ line: trimmed, start: start + line.indexOf(trimmed) });
    start += line.length + 1;
  }
  return lines;
}

function inlineCredits(text: string): readonly Credit[] {
  return [REPORTED_BY, NAME_REPORTED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const name = (match[1] ?? '').trim().replace(/(?:['’]s|[.,])$/u, '');
      const start = match.index + match[0].indexOf(name);
      return {
        kind: 'inline' as const,
        outlet: name,
        words: { text: name, start, end: start + name.length },
      };
    }),
  );
}
