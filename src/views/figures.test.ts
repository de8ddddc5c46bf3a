import { expect, test } from 'vitest';
import { RAID } from '../../test/desk-readings.ts';
import { figuresOf } from './figures.ts';
import { type Matter, mentionsByKey } from './matters.ts';

const copy = { ...RAID, id: 'copy' };
const found = mentionsByKey([RAID, copy]);
const matterOf = (...claims: (readonly [string, string])[]): Matter => ({
  mentions: claims.map(([mention]) => mention),
  claims: claims.map(([mention, claimant]) => ({ mention, stance: 'asserts', claimant })),
  origins: null,
  status: null,
  rivals: [],
});

test('shows one body’s figure once, however many reports repeat it', () => {
  const [killed] = figuresOf(matterOf(['raid/e2', 'army'], ['copy/e2', 'army']), found);
  expect(killed?.values).toHaveLength(1);
});

test('shows rival figures side by side, in the words of the reports', () => {
  const [killed] = figuresOf(matterOf(['raid/e2', 'army'], ['raid/e4', 'hospital']), found);
  expect(killed?.values.map(({ by, text, min }) => [by, text, min])).toEqual([
    ["Ecuador's army", 'three', 3],
    ['A hospital', 'five', 5],
  ]);
});

test('takes no figure from what is said not to have happened', () => {
  const { quantities } = RAID.events[1]!;
  const events = RAID.events.map((event) => (event.id === 'e3' ? { ...event, quantities } : event));
  expect(figuresOf(matterOf(['raid/e3', 'lima']), mentionsByKey([{ ...RAID, events }]))).toEqual([]);
});
