import type { Span } from '../document/span.ts';
import { ABBREVIATIONS, COMPOUND_PREFIXES, NUMBER_ABBREVIATIONS } from './abbreviations.ts';

/**
 * Splits a stretch of text into words and marks as Universal Dependencies splits English: "do" + "n't",
 * "Ukraine" + "'s", "long" + "-" + "range"; "U.S.", "T-72", "e-mail" and "3,000" stay whole. Sorted; linear in time.
 */
export function splitTokens(text: string, { start, end }: Span): Span[] {
  const tokens: Span[] = [];
  let at = start;
  while (at < end) {
    if (isSpace(text, at)) {
      at++;
      continue;
    }
    const from = at;
    while (at < end && !isSpace(text, at)) at++;
    splitChunk(text, from, at, tokens);
  }
  return tokens;
}

const WIDE_SPACE = /[\s\u200b-\u200f\u2060\ufeff]/u;
const OPENERS = new Set([
  '"',
  '“',
  '”',
  '„',
  '‘',
  '’',
  "'",
  '`',
  '«',
  '»',
  '(',
  '[',
  '{',
  '<',
  '¿',
  '¡',
  '*',
  '_',
]);
const CLOSERS = new Set([
  '"',
  '“',
  '”',
  '‘',
  '’',
  "'",
  '`',
  '«',
  '»',
  ')',
  ']',
  '}',
  '>',
  ',',
  ';',
  ':',
  '%',
  '*',
  '_',
]);
const MONEY = new Set(['$', '€', '£', '¥', '₽', '₴', '₪', '₹', '#', '~', '+', '=']);
const DASHES = new Set(['-', '–', '—', '―']);

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 ? code <= 0x20 : WIDE_SPACE.test(text.charAt(at));
}

function isLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return character.toLowerCase() !== character.toUpperCase();
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}

/** Splits what stands between two white spaces: marks at its edges first, then what is left. */
function splitChunk(text: string, from: number, to: number, tokens: Span[]): void {
  let start = from;
  while (start < to) {
    const length = openingLength(text, start, to);
    if (length === 0) break;
    tokens.push({ start, end: start + length });
    start += length;
  }
  const closing: Span[] = [];
  let end = to;
  while (end > start) {
    const length = closingLength(text, start, end);
    if (length === 0) break;
    closing.push({ start: end - length, end });
    end -= length;
  }
  splitCore(text, start, end, tokens);
  for (let i = closing.length - 1; i >= 0; i--) tokens.push(closing[i] as Span);
}

/** Gives how many characters at `start` are a mark of their own; 0 for a word. */
function openingLength(text: string, start: number, end: number): number {
  const first = text.charAt(start);
  if (first === '.' || first === '!' || first === '?' || DASHES.has(first))
    return runLength(text, start, end, first);
  if (first === '…') return 1;
  if (first === "'" || first === '‘' || first === '`' || first === '’') {
    if (isClitic(text, start, end)) return 0;
    return text.charAt(start + 1) === first && end - start > 1 ? 2 : 1;
  }
  // "-5" and "#Kyiv" stay whole where nothing else would be left.
  return OPENERS.has(first) || (MONEY.has(first) && !(first === '#' && isLetter(text.charAt(start + 1))))
    ? 1
    : 0;
}

// "-5 degrees" keeps its sign; "--", "- he said" and "—" are marks.
function runLength(text: string, start: number, end: number, first: string): number {
  let at = start + 1;
  if (first === '-' && isDigit(text.charAt(at)) && at < end) return 0;
  if (first === '.' && isDigit(text.charAt(at)) && at < end) return 0;
  const same = (character: string): boolean =>
    first === '!' || first === '?' ? character === '!' || character === '?' : character === first;
  while (at < end && same(text.charAt(at))) at++;
  return at - start;
}

/** Gives how many characters before `end` are a mark of their own; 0 for a word. */
function closingLength(text: string, start: number, end: number): number {
  const last = text.charAt(end - 1);
  if (last === "'" || last === '’') return closingApostrophe(text, start, end);
  if (CLOSERS.has(last) || last === '…' || MONEY.has(last)) return 1;
  if (DASHES.has(last) || last === '!' || last === '?' || last === '.') {
    let at = end - 1;
    while (at > start && isSameMark(last, text.charAt(at - 1))) at--;
    if (last === '.' && at === end - 1) return isAbbreviation(text, start, end) ? 0 : 1;
    return end - at;
  }
  return 0;
}

function isSameMark(last: string, other: string): boolean {
  return last === '!' || last === '?' ? other === '!' || other === '?' : other === last;
}

function closingApostrophe(text: string, start: number, end: number): number {
  const doubled = end - start > 1 && text.charAt(end - 2) === text.charAt(end - 1);
  return doubled ? 2 : 1;
}

/** Tells whether a full stop at the end belongs to the word: "Gen.", "U.S.", "J.", "No. 5". */
function isAbbreviation(text: string, start: number, end: number): boolean {
  // After a hyphen or slash the last part decides: "ex-Gen.".
  let from = end - 1;
  while (
    from > start &&
    end - from < 14 &&
    !DASHES.has(text.charAt(from - 1)) &&
    text.charAt(from - 1) !== '/'
  )
    from--;
  const word = text.slice(from, end - 1);
  if (word.length === 0 || word.length > 12) return false;
  if (word.length === 1) return isLetter(word) && word === word.toUpperCase() && word !== 'I';
  if (NUMBER_ABBREVIATIONS.has(word.toLowerCase())) return isDigit(text.charAt(nextWord(text, end)));
  return ABBREVIATIONS.has(word) || isDotted(word);
}

function nextWord(text: string, end: number): number {
  let at = end;
  while (at < text.length && at - end < 3 && isSpace(text, at)) at++;
  return at;
}

// "U.S", "a.m", "D.C", "Ph.D": one or two letters between full stops.
function isDotted(word: string): boolean {
  const parts = word.split('.');
  return (
    parts.length > 1 &&
    parts.every((part) => part.length >= 1 && part.length <= 2 && isLetter(part.charAt(0)))
  );
}

/** Splits a word without outer marks: contractions, hyphens, slashes, missing spaces. */
function splitCore(text: string, start: number, end: number, tokens: Span[]): void {
  if (start >= end) return;
  if (isAddress(text, start, end)) {
    tokens.push({ start, end });
    return;
  }
  let from = start;
  for (let at = start; at < end; at++) {
    const length = innerMarkLength(text, from, at, end);
    if (length === 0) continue;
    if (at > from) splitContraction(text, from, at, tokens);
    tokens.push({ start: at, end: at + length });
    from = at + length;
    at += length - 1;
  }
  if (from < end) splitContraction(text, from, end, tokens);
}

/** Links, addresses and handles stay whole. */
function isAddress(text: string, start: number, end: number): boolean {
  const head = text.slice(start, start + 8).toLowerCase();
  if (head.startsWith('http://') || head.startsWith('https://') || head.startsWith('www.')) return true;
  return end - start < 254 && text.slice(start, end).includes('@');
}

/** Gives how many characters at `at` part a word in two; 0 where they do not. */
function innerMarkLength(text: string, from: number, at: number, end: number): number {
  if (at + 1 >= end || at === from) return at === from && at + 1 < end ? leadingMark(text, at) : 0;
  const mark = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  switch (mark) {
    case '-':
      return after === '-' ? 2 : splitsAtHyphen(text, from, at, end) ? 1 : 0;
    case '–':
    case '—':
    case '―':
    case '…':
      return 1;
    case '/':
      return isLetter(before) && isLetter(after) ? 1 : 0;
    case ',':
    case ':':
      return isDigit(before) && isDigit(after) ? 0 : 1;
    case '.':
      return splitsAtStop(text, from, at) ? 1 : 0;
    case ';':
    case '!':
    case '?':
    case '"':
    case '“':
    case '”':
    case '(':
    case ')':
    case '[':
    case ']':
      return 1;
    case '$':
    case '€':
    case '£':
      return isDigit(after) && !isLetter(before) ? 1 : 0;
    default:
      return 0;
  }
}

function leadingMark(text: string, at: number): number {
  const mark = text.charAt(at);
  return OPENERS.has(mark) && mark !== "'" && mark !== '’' ? 1 : 0;
}

// "long-range" and "al-Qaeda" are three tokens, "anti-tank", "T-72", "713-853" one.
function splitsAtHyphen(text: string, from: number, at: number, end: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (isDigit(before) && isDigit(after)) return false;
  if (COMPOUND_PREFIXES.has(text.slice(from, Math.min(at, from + 9)).toLowerCase())) return false;
  if (isDigit(after) && isLetter(before) && at - from <= 4) return !isDesignation(text, from, at, end);
  return true;
}

// "T-72", "Su-25", "Kh-101", "M-1A2": a short name in capitals and a number; but "COVID-19" is split as treebanks do.
function isDesignation(text: string, from: number, at: number, end: number): boolean {
  const first = text.charAt(from);
  return first === first.toUpperCase() && end - at <= 6;
}

// "fired.The next": a space is missing; "3.5", "gov.uk" and "U.S.-led" are whole so far.
function splitsAtStop(text: string, from: number, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return (
    at - from >= 3 &&
    isLetter(before) &&
    before !== before.toUpperCase() &&
    isLetter(after) &&
    after === after.toUpperCase()
  );
}

const CLITICS = ["'s", "'re", "'ve", "'ll", "'m", "'d"] as const;

/** Tells whether the stretch is a clitic that stands alone, as in "the Kremlin 's". */
function isClitic(text: string, start: number, end: number): boolean {
  if (end - start > 3) return false;
  const form = text.slice(start, end).toLowerCase().replace('’', "'");
  return CLITICS.some((clitic) => clitic === form);
}

function splitContraction(text: string, start: number, end: number, tokens: Span[]): void {
  const cut = contractionCut(text, start, end);
  if (cut === 0) {
    tokens.push({ start, end });
    return;
  }
  tokens.push({ start, end: cut }, { start: cut, end });
}

/** Gives where a contraction parts: do|n't, can|not, Ukraine|'s; 0 when it is none. */
function contractionCut(text: string, start: number, end: number): number {
  const tail = text
    .slice(Math.max(start, end - 6), end)
    .toLowerCase()
    .replace(/’/gu, "'");
  if (tail === 'cannot' && end - start === 6) return end - 3;
  if (tail.endsWith("n't") && end - start > 3) return end - 3;
  const clitic = CLITICS.find((form) => tail.endsWith(form));
  if (clitic === undefined || end - start <= clitic.length) return 0;
  return end - clitic.length;
}
