import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codedSize, openGazetteer } from './gazetteer.ts';

const bytes = readFileSync(new URL('../../models/gazetteer/places.bin', import.meta.url));
const gazetteer = openGazetteer(bytes);

/** What tells the rows of one name apart. */
const shown = (name: string) => gazetteer.find(name).map(({ kind, country }) => `${kind} ${country}`);

test('finds every place that bears a name', () => {
  expect(shown('Donetsk')).toEqual(expect.arrayContaining(['admin1 UKR', 'city UKR', 'city RUS']));
});

test.each([
  ['Kyiv', 'UKR'],
  ['Kiev', 'UKR'],
  ['Київ', 'UKR'],
  ['Las Anod', 'SOM'],
  ['Jizan', 'SAU'],
  ['Labe', 'GIN'],
])('finds %s in other spellings and in Cyrillic', (name, country) => {
  expect(gazetteer.find(name).map((place) => place.country)).toContain(country);
});

test('tells a main name from an alternate', () => {
  const wana = gazetteer.find('Wana').find(({ country }) => country === 'PAK');
  const stalino = gazetteer.find('Stalino').find(({ country }) => country === 'UKR');
  expect([wana?.mainName, stalino?.mainName]).toEqual([true, false]);
});

test('keeps coordinates, ids and what holds a place', () => {
  const goma = gazetteer.find('Goma').find(({ kind, country }) => kind === 'city' && country === 'COD');
  expect(goma?.lat).toBeCloseTo(-1.679, 2);
  expect(goma?.lon).toBeCloseTo(29.228, 2);
  expect(goma?.geonameId).toBe(216281);
  const kivu = gazetteer.find('North Kivu').find(({ kind }) => kind === 'admin1');
  expect(goma?.admin1).toBe(kivu?.ordinal);
});

test.each(['', 'Xyzzyville', 'Donet', 'Donetskk', '…'])('finds nothing for “%s”', (name) => {
  expect(gazetteer.find(name)).toEqual([]);
});

test('gives a place by its number, and none beyond the last', () => {
  expect(gazetteer.at(0)?.ordinal).toBe(0);
  expect(gazetteer.at(gazetteer.size)).toBeUndefined();
});

test('keeps sizes to 4 %', () => {
  for (const size of [1, 999, 50_000, 12_000_000]) {
    expect(2 ** (codedSize(size) / 9) - 1).toBeGreaterThan(size * 0.95 - 1);
    expect(2 ** (codedSize(size) / 9) - 1).toBeLessThan(size * 1.05 + 1);
  }
});

test('opens within the twelve megabytes that it may take', () => {
  expect(bytes.length).toBeLessThan(12 * 1024 * 1024);
});

test('refuses other bytes', () => {
  expect(() => openGazetteer(new Uint8Array(64))).toThrow(/gazetteer/u);
});
