import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Span } from '../../src/document/span.ts';
import type { Row } from '../../src/document/table.ts';

/** One of the pairs of sentences that differ only in how firmly the same attack is told. */
export interface Probe {
  readonly id: string;
  readonly cat: string;
  readonly text: string;
  /** Codes of who attacks and of who is attacked. */
  readonly src: string;
  readonly tgt: string;
}

/** A sentence with its PLOVER root, and who does it to whom in the words of the sentence. */
export interface RootCase {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly target: string;
  readonly root: string;
  /** The sentence with `<s>` and `<t>` around the two. */
  readonly marked: string;
}

/** A sentence of the unit tests of an older coder, and the pairs of actors that it must give. */
export interface PairCase {
  readonly id: string;
  readonly cat: string;
  readonly date: string;
  readonly text: string;
  readonly expected: readonly { readonly sourcecode: string | null; readonly targetcode: string | null }[];
}

/** Reads a file of one JSON object a line. */
export function readLines<T>(path: string): readonly T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Gives the offsets of the source and of the target in a case's text. */
export function spansOf({ marked }: RootCase): { readonly source: Span; readonly target: Span } {
  const found = { s: { start: 0, end: 0 }, t: { start: 0, end: 0 } };
  let dropped = 0;
  for (const { 0: tag, index } of marked.matchAll(/<\/?[st]>/gu)) {
    const key = tag.endsWith('s>') ? 's' : 't';
    if (tag.startsWith('</')) found[key] = { ...found[key], end: index - dropped };
    else found[key] = { start: index - dropped, end: 0 };
    dropped += tag.length;
  }
  return { source: found.s, target: found.t };
}

/** The sectors of our tables, by the codes that the older coder writes behind a country's. */
const SECTORS: Readonly<Record<string, string>> = {
  GOV: 'GOV',
  MIL: 'MIL',
  REB: 'REB',
  EDU: 'EDU',
  CVL: 'CVL',
};

/**
 * Turns the older coder's file of actors into lines of a user's own table: one line a name and period. A bare code of three
 * letters is a country; with more letters it is a body of that country.
 */
export function ownActorsOf(file: string): readonly Row[] {
  const rows: Row[] = [];
  let names: string[] = [];
  let codes: string[] = [];
  const flush = () => {
    for (const name of names) for (const code of codes) rows.push(...rowsOf(name, code));
  };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const plain = line.replace(/[;#].*$/u, '').trim();
    if (plain === '' || line.startsWith('#') || line.startsWith('<')) continue;
    if (/^[^\s[+]/u.test(line)) {
      flush();
      [names, codes] = [[], []];
    }
    const name = plain.replace(/\[.*$/u, '').replace(/^\+/u, '').trim();
    if (name !== '') names.push(name);
    const code = /\[([^\]]*)\]/u.exec(plain)?.[1];
    if (code !== undefined) codes.push(code.trim());
  }
  flush();
  return rows;
}

function rowsOf(name: string, bracket: string): readonly Row[] {
  const { code, from, to } = datesOf(bracket);
  if (!/^[A-Za-z]{3}/u.test(code)) return [];
  const words = name
    .replaceAll('_', ' ')
    .trim()
    .split(' ')
    .map((word) => (/^(?:OF|THE)$/u.test(word) ? word.toLowerCase() : capitalised(word)))
    .join(' ');
  const country = code.slice(0, 3).toUpperCase();
  const sector = SECTORS[code.slice(3, 6)] ?? '';
  const kind = code.length === 3 ? 'country' : 'organisation';
  const row = { name: words.replace(/^the /u, 'The '), aliases: '', kind, country, sector, from, to };
  return [row];
}

function capitalised(word: string): string {
  if (word.includes('.') || word.length < 4) return word;
  return word
    .split('-')
    .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
    .join('-');
}

function datesOf(bracket: string): { readonly code: string; readonly from: string; readonly to: string } {
  const iso = (digits: string) => {
    const full = digits.length === 6 ? `19${digits}` : digits;
    return `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}`;
  };
  const code = bracket.split(/[\s<>]/u)[0] ?? '';
  const before = /<\s*(\d+)/u.exec(bracket)?.[1];
  const after = />\s*(\d+)/u.exec(bracket)?.[1];
  const range = /(\d{6,8})\s*-\s*(\d{6,8})/u.exec(bracket);
  return {
    code,
    from: range?.[1] ? iso(range[1]) : after ? iso(after) : '',
    to: range?.[2] ? iso(range[2]) : before ? iso(before) : '',
  };
}

/** Who says what in a text, by character offsets; a part may lie in several pieces. */
export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** A text with one annotator's attributions. */
export interface AttributedText {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** Reads a folder with `text` and `attributions` (brat standoff); a text that two people annotated comes twice. */
export function readAttributed(folder: string): readonly AttributedText[] {
  return readdirSync(join(folder, 'attributions'))
    .filter((name) => name.endsWith('.ann'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, 'text', name.replace(/_[0-9a-f]{4}\.ann$/u, '.txt')), 'utf8');
      return { id: basename(name, '.ann'), text, attributions: readBrat(join(folder, 'attributions', name)) };
    });
}

function readBrat(path: string): readonly GoldAttribution[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const spans = new Map<string, readonly Span[]>();
  for (const line of lines) {
    const match = /^(T\d+)\t\w+ ([\d ;]+)\t/u.exec(line);
    if (match?.[1] !== undefined) spans.set(match[1], piecesOf(match[2] ?? ''));
  }
  return lines
    .filter((line) => line.startsWith('E'))
    .map((line) => {
      const parts = (line.split('\t')[1] ?? '').split(' ').map((part) => part.split(':'));
      const all = (kind: RegExp) =>
        parts.filter(([name = '']) => kind.test(name)).flatMap(([, id = '']) => spans.get(id) ?? []);
      return { source: all(/^Source/u), cue: all(/^Cue/u), content: all(/^Content/u) };
    });
}

function piecesOf(words: string): readonly Span[] {
  return words.split(';').map((piece) => {
    const [start = 0, end = 0] = piece.split(' ').map(Number);
    return { start, end };
  });
}

/** Gives every nth item, from the first on: a quick look before the whole set is measured. */
export function everyNth<T>(items: readonly T[], n: number): readonly T[] {
  return items.filter((_, index) => index % n === 0);
}
