/** Which state a report is set in: where it was written and where its happenings lie, never who is spoken of most. */
import { describe, expect, test } from 'vitest';
import type { Zone } from '../document/language-layers.ts';
import type { PlaceMention } from '../document/mention-layers.ts';
import { homeOf } from './actor-home.ts';

const DATELINE: Zone = { kind: 'dateline', start: 0, end: 10 };
const BODY: Zone = { kind: 'paragraph', start: 12, end: 1000 };

function placeIn(country: string | null, start: number, more: Partial<PlaceMention> = {}): PlaceMention {
  return {
    start,
    end: start + 5,
    firstToken: start,
    endToken: start + 1,
    whereKind: 'literal',
    country,
    disputed: false,
    lat: null,
    lon: null,
    geonameId: null,
    precision: 1,
    why: { rule: 'places/gazetteer', spans: [], confidence: 0.9 },
    ...more,
  };
}

const homeIn = (...places: readonly PlaceMention[]) =>
  homeOf({ zones: [DATELINE, BODY], places, tokens: [] });

describe('the state that a report is set in', () => {
  test('is that of its dateline where things happen there', () => {
    const metonyms = [40, 60, 80].map((start) => placeIn('PAK', start, { whereKind: 'metonym' }));
    expect(homeIn(placeIn('IND', 0), placeIn('IND', 20), ...metonyms)).toEqual({
      country: 'IND',
      isOwn: true,
    });
  });

  test('is where things happen when it was written elsewhere, and then not the one it is written in', () => {
    expect(homeIn(placeIn('CHE', 0), placeIn('SDN', 20), placeIn('SDN', 40))).toEqual({
      country: 'SDN',
      isOwn: false,
    });
  });

  test('is not whose airspace or soil is spoken of', () => {
    const why = { rule: 'places/land', spans: [], confidence: 0.75 };
    const airspace = [20, 30, 40].map((start) => placeIn('JPN', start, { why }));
    expect(homeIn(...airspace)).toBeNull();
    expect(homeIn(...airspace, placeIn('KOR', 50), placeIn('KOR', 60))?.country).toBe('KOR');
  });

  test('is unknown between two states, at a disputed place, and after a single one', () => {
    expect(homeIn(placeIn('RWA', 20), placeIn('RWA', 30), placeIn('COD', 40), placeIn('COD', 50))).toBeNull();
    expect(homeIn(placeIn('UKR', 0, { disputed: true }))).toBeNull();
    expect(homeIn(placeIn('PER', 20))).toBeNull();
    expect(homeIn()).toBeNull();
  });
});
