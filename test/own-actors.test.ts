/** A user's own actors, read by the whole reader: their lines stand before those of the package. */
import { expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const row = (name: string, kind: string, country: string, sector = '', from = '', to = '') => ({
  name,
  aliases: '',
  kind,
  country,
  sector,
  from,
  to,
});

const reader = await loadReader({
  engine: 'fast',
  actors: [
    row('Veldania', 'country', 'VLD'),
    row('Veldanian', 'adjective', 'VLD'),
    row('Ostria', 'country', 'OST'),
    row('Harbour Blues', 'group', 'OST', 'GOV', '', '2023-12-31'),
    row('Harbour Blues', 'group', 'OST', 'REB', '2024-01-01'),
  ],
});

function read(text: string, publishedAt = '2024-03-06T12:00:00Z') {
  const meta = { id: 'own', title: null, outlet: null, publishedAt, language: 'en', url: null };
  return reader.read({ meta, text });
}

test('a country of one’s own attacks and is attacked', () => {
  const [event] = read('Veldania attacked Ostria on Monday.').events;
  expect(event).toMatchObject({ type: 'ASSAULT' });
  expect(event?.actor.map(({ country }) => country)).toEqual(['VLD']);
  expect(event?.recipient.map(({ country }) => country)).toEqual(['OST']);
});

test('a country of one’s own is a place where no list has one of that name', () => {
  const [event] = read('Rebels shelled a mill in Veldania on Monday.').events;
  expect(event?.place).toMatchObject({ text: 'Veldania', country: 'VLD' });
});

test('an adjective of one’s own colours an office', () => {
  const [event] = read('The Veldanian foreign minister visited Ostria on Monday.').events;
  expect(event?.actor[0]).toMatchObject({
    country: 'VLD',
    sector: 'GOV',
    text: 'The Veldanian foreign minister',
  });
});

test('of two lines that one holds which holds on the day', () => {
  const sectorOn = (day: string) =>
    read('The Harbour Blues shelled a mill.', `${day}T12:00:00Z`).events[0]?.actor[0]?.sector;
  expect(sectorOn('2023-06-01')).toBe('GOV');
  expect(sectorOn('2024-06-01')).toBe('REB');
});

test('the reading tells that it rests on such a table', () => {
  expect(read('Veldania attacked Ostria.').engine.reader).toMatch(/ own-actors@[0-9a-f]{12}$/);
});
