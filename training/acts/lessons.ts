import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/document/span.ts';
import type { Row } from '../../src/document/table.ts';
import type { loadReader } from '../../src/pipeline/reader.ts';

type Reader = Awaited<ReturnType<typeof loadReader>>;

/** A text with the acts in it. */
export interface MarkedText {
  /** `train`, or the path of the reports that it is measured with. */
  readonly part: string;
  readonly text: string;
  readonly title: string | null;
  readonly acts: readonly (Span & { readonly type: string })[];
  /** The word that a line of the table is about: its other words are no acts unless the tables make them some. Null where all acts are marked. */
  readonly known: Span | null;
}

/** One sentence: a label a word, the type of the act that it tells, '' for none, null where nobody knows. */
export interface Lesson {
  readonly part: string;
  readonly words: readonly string[];
  readonly labels: readonly (string | null)[];
}

/** Reads "Gunmen [ASSAULT:came] at two", one text a line; lines that begin with # are notes. */
export function readSentences(file: string): readonly MarkedText[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      let text = '';
      let last = 0;
      const acts: (Span & { readonly type: string })[] = [];
      for (const { 0: whole, 1: type = '', 2: words = '', index } of line.matchAll(
        /\[([A-Z]+):([^\]]+)\]/gu,
      )) {
        text += line.slice(last, index);
        acts.push({ type, start: text.length, end: text.length + words.length });
        text += words;
        last = index + whole.length;
      }
      return { part: 'train', text: text + line.slice(last), title: null, acts, known: null };
    });
}

/** Takes the word that each line of the table of triggers is about out of the line's two sentences. */
export function readTriggers(rows: readonly Row[]): readonly MarkedText[] {
  return rows.flatMap((row) => {
    const stems = (row['words'] ?? '')
      .split('|')
      .map((words) => (row['pos'] === 'verb' ? words.split(' ')[0] : words.split(' ').at(-1)) ?? '');
    return ['fires', 'silent'].flatMap((column) => {
      const text = row[column] ?? '';
      const known = wordOf(text, stems);
      if (known === undefined) return [];
      const acts = column === 'fires' ? [{ ...known, type: row['type'] ?? '' }] : [];
      return [{ part: 'train', text, title: null, acts, known }];
    });
  });
}

/** Finds the word that is one of the lemmas as it stands or with a regular ending; the others are left out. */
function wordOf(text: string, lemmas: readonly string[]): Span | undefined {
  for (const { 0: word, index } of text.matchAll(/[\p{L}-]+/gu)) {
    const lower = word.toLowerCase();
    const isForm = lemmas.some(
      (lemma) =>
        lower === lemma ||
        ['s', 'es', 'ed', 'd', 'ing'].some((ending) => lower === lemma + ending) ||
        (lemma.endsWith('e') && lower === `${lemma.slice(0, -1)}ing`) ||
        (lemma.endsWith('y') && [`${lemma.slice(0, -1)}ied`, `${lemma.slice(0, -1)}ies`].includes(lower)),
    );
    if (isForm) return { start: index, end: index + word.length };
  }
  return undefined;
}

interface GoldReport {
  readonly report: { readonly title: string | null; readonly text: string };
  readonly events: readonly { readonly anchor: string; readonly trigger: string; readonly type: string }[];
}

/** Reads a folder of annotated reports. */
export function readReports(folder: string, part: string): readonly MarkedText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'story.json')
    .sort()
    .map((name) => {
      const { report, events } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldReport;
      const acts = events.flatMap(({ anchor, trigger, type }) => {
        const start = report.text.indexOf(anchor) + anchor.indexOf(trigger);
        return [{ type, start, end: start + trigger.length }];
      });
      return { part, text: report.text, title: report.title, acts, known: null };
    });
}

/** Cuts a text into its sentences and labels their words. */
export function labelText(reader: Reader, { part, text, title, acts, known }: MarkedText): readonly Lesson[] {
  const meta = { id: 'lesson', title, outlet: null, publishedAt: null, language: 'en', url: null };
  const { sentences, tokens } = reader.layers({ meta, text });
  const read = known === null ? [] : reader.read({ meta, text }).events.map(({ trigger }) => trigger);
  const labels = tokens.map((token, index): string | null => {
    const act = acts.find(({ start, end }) => token.start < end && token.end > start);
    if (act !== undefined) return headsIts(tokens, index, act) ? act.type : null;
    if (!['VERB', 'NOUN', 'ADJ', 'ADV'].includes(token.upos)) return null;
    if (known !== null && token.start < known.end && token.end > known.start) return '';
    return read.some(({ start, end }) => token.start < end && token.end > start) ? null : '';
  });
  return sentences.map(({ start, end }) => {
    const inside = tokens.flatMap((token, index) =>
      token.start >= start && token.end <= end ? [index] : [],
    );
    return {
      part,
      words: inside.map((index) => text.slice(tokens[index]?.start, tokens[index]?.end)),
      labels: inside.map((index) => labels[index] ?? null),
    };
  });
}

type Tokens = ReturnType<Reader['layers']>['tokens'];

/** Tells whether a token's head lies outside the act's words: of "went on hunger strike" only "went" is labelled. */
function headsIts(tokens: Tokens, index: number, act: Span): boolean {
  const head = tokens[tokens[index]?.head ?? -1];
  return head === undefined || head.start >= act.end || head.end <= act.start;
}
