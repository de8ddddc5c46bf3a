import { expect, test } from 'vitest';
import type { Reading } from '../claims/reading.ts';
import { officesTold } from './people.ts';

/** A reading of which only the report and whose word its one event is matters. */
function readingOf(id: string, publishedAt: string, text: string, source: string): Reading {
  const start = text.indexOf(source);
  const party = {
    text: source,
    start,
    end: start + source.length,
    country: null,
    sector: null,
    entity: null,
  };
  return {
    id,
    report: { text, publishedAt },
    events: [{ actor: [], recipient: [], sources: [party] }],
  } as unknown as Reading;
}

test('tells what each report says that somebody is, in its words and by date', () => {
  const later = 'The road is open, said Ilan Rovic, the group’s former spokesman.';
  const earlier = 'The post fell at dawn, Ilan Rovic, the group’s spokesman, told a radio station.';
  const offices = officesTold([
    readingOf('b', '2024-06-02T08:00:00Z', later, 'Ilan Rovic'),
    readingOf('a', '2024-05-01T08:00:00Z', earlier, 'Ilan Rovic'),
  ]);
  expect(offices.map(({ name, office, report }) => [name, office, report])).toEqual([
    ['Ilan Rovic', 'the group’s spokesman', 'a'],
    ['Ilan Rovic', 'the group’s former spokesman', 'b'],
  ]);
  const [first] = offices;
  expect(earlier.slice(first!.start, first!.end)).toBe('the group’s spokesman');
});

test('says nothing of a body, or of somebody whose office no report tells', () => {
  const text = 'The army shelled the mill, Ilan Rovic said on Monday.';
  expect(officesTold([readingOf('a', '2024-05-01T08:00:00Z', text, 'Ilan Rovic')])).toEqual([]);
  expect(officesTold([readingOf('a', '2024-05-01T08:00:00Z', text, 'The army')])).toEqual([]);
});
