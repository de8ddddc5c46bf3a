/**
 * The tables of triggers and cues, held by the real reader: each line's own sentences. A parser errs now and then, so a
 * share is asked for; the sentences that fail are printed with it.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTable, type Row } from '../src/document/table.ts';
import { loadReader } from '../src/pipeline/reader.ts';
import { PACKAGE_ROOT } from '../src/pipeline/resources.ts';

interface Line {
  readonly number: number;
  readonly row: Row;
}

const SLOW = 180_000;
const reader = await loadReader({ engine: 'fast' });
const triggers = linesOf('events/triggers');
const cues = linesOf('attribution/cues');

function linesOf(name: string): readonly Line[] {
  // The rules are named by the lines of the table behind its head, counted from 1.
  return parseTable(readFileSync(`${PACKAGE_ROOT}data/${name}.tsv`, 'utf8')).map((row, i) => ({
    number: i + 1,
    row,
  }));
}

function reportOf(text: string) {
  const meta = { id: 'line', title: null, outlet: null, language: 'en', url: null };
  return { meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text };
}

function firesAs({ number, row }: Line, column: 'fires' | 'silent') {
  const { events } = reader.read(reportOf(row[column] ?? ''));
  const isLine = new RegExp(`^events/[a-z-]+-${number}$`);
  return {
    line: events.some(({ why }) => isLine.test(why['event']?.rule ?? '')),
    type: events.some(({ type }) => type === row['type']),
  };
}

/** Tells whether an attribution rests on one of a line's cues; words are compared by their lemmas. */
function attributes({ row }: Line): boolean {
  const text = row['fires'] ?? '';
  const layers = reader.layers(reportOf(text));
  const tokens = layers['tokens'] as readonly { start: number; end: number; lemma: string }[];
  const attributions = layers['attributions'] as readonly { cue: { start: number; end: number } | null }[];
  const heads = (row['words'] ?? '').split('|').map((words) => words.split(' ')[0] ?? '');
  return attributions.some(({ cue }) => {
    if (cue === null) return false;
    const first = tokens.find(({ start, end }) => start <= cue.start && cue.start < end);
    const word = text.slice(first?.start, first?.end).toLowerCase();
    return heads.includes(first?.lemma ?? '') || heads.includes(word);
  });
}

/** Tells whether an event of a line's `silent` sentence is somebody's word. */
function laysEvent({ row }: Line): boolean {
  return reader.read(reportOf(row['silent'] ?? '')).events.some(({ cue }) => cue !== null);
}

function told(lines: readonly Line[], column: 'fires' | 'silent'): string {
  return lines.map(({ number, row }) => `${number} ${row['words']}: ${row[column]}`).join('\n');
}

function shareOf(some: readonly Line[], all: readonly Line[]): number {
  return 1 - some.length / all.length;
}

test(
  'triggers.tsv: nearly every sentence of `fires` holds an event of its type',
  () => {
    const read = triggers.map((line) => ({ line, found: firesAs(line, 'fires') }));
    const withoutType = read.filter(({ found }) => !found.type).map(({ line }) => line);
    const otherLine = read.filter(({ found }) => found.type && !found.line).map(({ line }) => line);
    const share = shareOf(withoutType, triggers);
    const exact = shareOf([...withoutType, ...otherLine], triggers);
    const message = `type ${share.toFixed(3)}, the line itself ${exact.toFixed(3)}; without the type:\n${told(withoutType, 'fires')}`;
    expect(share, message).toBeGreaterThanOrEqual(0.8);
  },
  SLOW,
);

test(
  'triggers.tsv: hardly a sentence of `silent` fires its line',
  () => {
    const fired = triggers.filter((line) => firesAs(line, 'silent').line);
    const share = shareOf(fired, triggers);
    expect(share, `${share.toFixed(3)}; fired:\n${told(fired, 'silent')}`).toBeGreaterThanOrEqual(0.97);
  },
  SLOW,
);

test(
  'cues.tsv: nearly every sentence of `fires` has a source by that cue',
  () => {
    const without = cues.filter((line) => !attributes(line));
    const share = shareOf(without, cues);
    expect(share, `${share.toFixed(3)}; without:\n${told(without, 'fires')}`).toBeGreaterThanOrEqual(0.8);
  },
  SLOW,
);

test(
  'cues.tsv: hardly a sentence of `silent` lays an event to a source',
  () => {
    // A noun may stand as content without naming an event ("recalled the car"): such content is nobody's claim.
    const laid = cues.filter(laysEvent);
    const share = shareOf(laid, cues);
    expect(share, `${share.toFixed(3)}; laid:\n${told(laid, 'silent')}`).toBeGreaterThanOrEqual(0.97);
  },
  SLOW,
);
