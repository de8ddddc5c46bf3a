import { readFileSync } from 'node:fs';
import isoCountries from 'i18n-iso-countries';
import { describe, expect, test } from 'vitest';
import type { Row } from '../src/document/table.ts';
import { ACTOR_TABLES } from './actor-tables.ts';

// The tables of actors are edited by hand and by users: each line must say what it means in words that the reading knows.

const SECTORS = new Set(
  'COP GOV JUD LEG MIL PRM PTY REB SPY UAF PRE AGR BUS CRM CVL EDU ELI JRN LAB MED NGO OPP REF REL SOC'.split(
    ' ',
  ),
);
// Kosovo has no code in ISO: the package calls it as Unicode does, the tables as the World Bank and GeoNames do.
const STATES = Object.keys(isoCountries.getAlpha3Codes()).map((code) => (code === 'XKK' ? 'XKX' : code));
const CODES = new Set([...STATES, 'UNO', 'EUR', 'IGO', 'NGO']);
const TABLES: readonly (readonly [string, readonly Row[]])[] = [
  ['countries', ACTOR_TABLES.countries],
  ['regions', ACTOR_TABLES.regions],
  ['seats', ACTOR_TABLES.seats],
  ['armed-groups', ACTOR_TABLES.armedGroups],
  ['organisations', ACTOR_TABLES.organisations],
  ['roles', ACTOR_TABLES.roles],
  ['leaders', ACTOR_TABLES.leaders ?? []],
];

describe.each(TABLES)('data/actors/%s.tsv', (name, rows) => {
  test('opens with origin, licence, date and making', () => {
    const text = readFileSync(new URL(`../data/actors/${name}.tsv`, import.meta.url), 'utf8');
    for (const word of ['Origin:', 'Licence:', 'Date:', 'How made:'])
      expect(text.slice(0, 2000)).toContain(word);
  });

  test('uses known codes for countries and sectors', () => {
    for (const row of rows) {
      const code = row['code'] ?? row['country'] ?? '';
      if (code !== '') expect(CODES, JSON.stringify(row)).toContain(code);
      if (row['sector']) expect(SECTORS, JSON.stringify(row)).toContain(row['sector']);
    }
  });

  test('dates facts by whole days that end after they begin', () => {
    for (const { from = '', to = '', key } of rows) {
      for (const day of [from, to]) if (day !== '') expect(day, key).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (from !== '' && to !== '') expect(from <= to, key).toBe(true);
    }
  });
});

test('countries.tsv has every code of ISO 3166-1', () => {
  const codes = new Set(ACTOR_TABLES.countries.map((row) => row['code']));
  for (const code of STATES) expect(codes).toContain(code);
});

test('periods of one key do not overlap', () => {
  for (const rows of [ACTOR_TABLES.armedGroups, ACTOR_TABLES.leaders ?? []]) {
    const lastEnd = new Map<string, string>();
    for (const { key = '', from = '', to = '', name } of rows) {
      const before = lastEnd.get(key);
      if (before !== undefined) expect(before !== '' && before < from, `${key} ${name}`).toBe(true);
      lastEnd.set(key, to);
    }
  }
});
