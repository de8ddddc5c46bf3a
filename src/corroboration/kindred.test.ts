import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readingOf, TABLES } from '../../test/story-builder.ts';
import { kinship, triggerMarks } from './kindred.ts';
import { buildStory } from './story.ts';

const near = (a: string, b: string): number => kinship(triggerMarks(a, TABLES), triggerMarks(b, TABLES));

test.each([
  ['steal', 'stole'],
  ['drowns', 'drowned'],
])('“%s” and “%s” are one word', (a, b) => {
  expect(near(a, b)).toBe(1);
});

test.each([
  ['buried', 'funeral'],
  ['passed away', 'death'],
  ['sacked', 'dismissal'],
  ['fire', 'blaze'],
  ['mutiny', 'uprising'],
  ['occupied', 'occupation'],
])('“%s” and “%s” are kindred', (a, b) => {
  expect(near(a, b)).toBeGreaterThan(0);
  expect(near(a, b)).toBeLessThan(1);
});

test.each([
  ['passed a law', 'death'],
  ['sacked', 'blaze'],
  ['said', 'told'],
  ['mutiny', 'funeral'],
  ['broke the law and left', 'departure'],
])('“%s” and “%s” are not', (a, b) => {
  expect(near(a, b)).toBe(0);
});

/** Gives how many events two reports make, one of an election in Sarn. */
function eventsBesideElection(trigger: string): number {
  const slots = { type: 'OTHER', place: 'Sarn|', on: '2024-03-02' } as const;
  const readings = [
    ['The election in Sarn was calm, monitors said.', 'election'] as const,
    [`Sarn, 2 March - A long-awaited ${trigger} drew hundreds.`, trigger] as const,
  ].map(([text, word], i) =>
    readingOf({ id: `r${i}`, outlet: `Outlet ${i}`, text, events: [{ ...slots, trigger: word }] }),
  );
  return buildStory(readings, { tables: TABLES }).events.length;
}

test('reports that call a deed of no class by kindred words tell of one, and by others of two', () => {
  expect(eventsBesideElection('vote')).toBe(1);
  expect(eventsBesideElection('wedding')).toBe(2);
});

test('the table is sorted and names no word twice in a group', () => {
  const table = readFileSync(new URL('../../data/corroboration/kindred.tsv', import.meta.url), 'utf8');
  const rows = table.trimEnd().split('\n').slice(8);
  expect(rows).toEqual([...rows].sort());
  for (const row of rows) expect(new Set(row.split(' ')).size, row).toBe(row.split(' ').length);
});
