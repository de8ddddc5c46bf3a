import { expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

function placesOf(text: string): readonly string[] {
  const meta = { id: 'lands', title: null, outlet: null, language: 'en', url: null };
  return reader
    .layers({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text })
    .places.map((place) => `${text.slice(place.start, place.end)} ${place.country}`);
}

test.each([
  ['A jet violated Estonian airspace on Monday.', 'Estonian airspace EST'],
  ['Boats entered Omani territorial waters on Monday.', 'Omani territorial waters OMN'],
  ['A shell landed on Moldova’s soil.', 'Moldova’s soil MDA'],
  ['Uganda said that rebels had crossed into its territory.', 'its territory UGA'],
  ['The frigate stayed in international waters.', 'international waters null'],
])('reads the land, the waters and the skies of a state: %s', (text, place) => {
  expect(placesOf(text)).toContain(place);
});

test.each([
  'Ukrainian soil samples were sent to a laboratory.',
  'Rebels hold large territory.',
  'Still waters run deep.',
])('reads no land where none is told: %s', (text) => {
  expect(placesOf(text).join()).not.toMatch(/soil|territory|waters/u);
});

test('does not put land that others hold into the country that is named', () => {
  expect(placesOf('A drone fell on Russian-held territory.')).not.toContain('Russian-held territory RUS');
});

test('leaves open whose land it is where two states are named before', () => {
  expect(placesOf('Kenya warned Uganda that rebels had entered its territory.')).toContain(
    'its territory null',
  );
});

test('reads a sea and a border line that nothing named before, but no line of work', () => {
  expect(placesOf('A trawler sank in the sea.')).toContain('the sea null');
  expect(placesOf('Shells flew across the line.')).toContain('the line null');
  expect(placesOf('Workers walked across the assembly line, with their jobs on the line.')).toEqual([]);
});

test('takes what forces are pulled out of for a place', () => {
  expect(placesOf('The army pulled two companies out of Ntetekwa.').join()).toContain('Ntetekwa');
  expect(placesOf('He made a fortune out of Ntetekwa.').join()).not.toContain('Ntetekwa');
});

test('reads a water that no list knows by its own name, not as the town that it is called after', () => {
  expect(placesOf('A tanker was hit in the Mombasa Strait.')).toContain('the Mombasa Strait null');
  expect(placesOf('A tanker was hit in the port of Mombasa.').join()).toContain('Mombasa KEN');
});

test('reads a village as one after a noun for what is held there', () => {
  expect(placesOf('A soldier died in the troublespot of Ntetekwa.')).toContain(
    'the troublespot of Ntetekwa null',
  );
  expect(placesOf('A soldier died in the arms of Ntetekwa.')).toEqual([]);
});
