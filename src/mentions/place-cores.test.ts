import { expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

function placesOf(text: string, title: string | null = null): readonly string[] {
  const meta = { id: 'cores', title, outlet: null, language: 'en', url: null };
  return reader
    .layers({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text })
    .places.map((place) => `${text.slice(place.start, place.end)} ${place.country}`);
}

test('takes the listed town that opens a dateline for a place', () => {
  expect(placesOf('NAMPULA — Gunmen torched nine houses on Tuesday, a chief said.')).toContain('NAMPULA MOZ');
});

test('takes no word that only opens a text for a dateline', () => {
  expect(placesOf('MAYBE the gunmen torched nine houses on Tuesday.')).toEqual([]);
});

test('takes where forces are sent for a place', () => {
  expect(placesOf('Peru has sent 300 more soldiers to Puerto Maldonado.')).toContain('Puerto Maldonado PER');
});

test('takes a name before a noun of three words for a kind of place', () => {
  expect(placesOf('Libyan rebels stormed the Marsa Hadid oil terminal in Libya.')[0]).toMatch(
    /the Marsa Hadid oil terminal/u,
  );
});
