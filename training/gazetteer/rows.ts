import type { GazetteerKind } from '../../src/mentions/gazetteer.ts';
import { foldName } from '../../src/mentions/gazetteer-fold.ts';

/** A place on its way into the compiled gazetteer. */
export interface PlaceRow {
  readonly kind: GazetteerKind;
  /** ISO 3166 alpha-2, as GeoNames has it. */
  readonly country: string;
  /** GeoNames' codes of the divisions, such as `UA.05` and `UA.05.1408`; empty when unknown. */
  readonly admin1: string;
  readonly admin2: string;
  lat: number;
  lon: number;
  population: number;
  radiusKm: number;
  readonly geonameId: number;
  readonly seat: boolean;
  /** Folded. */
  readonly mainNames: Set<string>;
  readonly alternates: Set<string>;
}

/** Words for a kind of division, which a report may leave out: "Kursk Oblast" and "Kursk" are the same. */
const GENERIC =
  /\b(?:province|oblast|region|state|district|governorate|department|raion|rayon|rayonu|krai|kray|republic|county|parish|municipality|zone|prefecture|division|emirate|borough|census area|gorodskoy okrug|autonomous okrug|city)\b/gu;
const GENERIC_OPENING =
  /^(?:province of|republic of|state of|city of|raionul|mudiriyat|nefat|departement de la|departement de|departement du|departement des|provincia de|provincia di|region of|muhafazat|qada|wilaya de|wilayat|ville de|gorod|arrondissement de|arrondissement du|powiat|okres|landkreis|kabupaten|kota) /u;

/** Compass words that English writes both ways: GeoNames' "Southern Darfur" is the news' "South Darfur". */
const COMPASS: readonly (readonly [string, string])[] = [
  ['southern ', 'south '],
  ['northern ', 'north '],
  ['eastern ', 'east '],
  ['western ', 'west '],
];

/** Gives a division's names: as listed, without its kind, and with the other compass word. */
export function divisionNames(listed: string): readonly string[] {
  const full = foldName(listed);
  const bare = full.replace(GENERIC_OPENING, '').replace(GENERIC, ' ').replace(/\s+/gu, ' ').trim();
  const names = [full, bare === '' ? full : bare];
  for (const [long, short] of COMPASS) {
    if (bare.startsWith(long)) names.push(short + bare.slice(long.length));
    else if (bare.startsWith(short)) names.push(long + bare.slice(short.length));
  }
  return names;
}

const CYRILLIC_COUNTRIES = new Set('UA RU BY BG RS KZ KG TJ MK ME MN BA MD GE AM AZ UZ TM'.split(' '));

/** Arabic articles: "As Salif" is reported as "Salif". */
const ARTICLE = /^(?:al|as|ash|at|ad|ar|an|az|adh|el|es) /u;

/** Gives a settlement's alternate names in Latin script, and in Cyrillic where the country writes it. */
export function alternateNames(
  country: string,
  listed: readonly string[],
  mainNames: ReadonlySet<string>,
): Set<string> {
  const kept = new Set<string>();
  for (const name of listed) {
    // "KHT", "PAR": codes of airports and stations, not names.
    if (name.length < 3 || /^[A-Z]{2,4}$/u.test(name)) continue;
    // "dun nie ci ke": transliterations from other scripts open with a small letter; no report uses them.
    if (!/^\p{Lu}/u.test(name)) continue;
    const latin = /^[\p{Script=Latin}\p{M}\p{P}\p{Zs}\d]+$/u.test(name);
    const cyrillic =
      CYRILLIC_COUNTRIES.has(country) && /^[\p{Script=Cyrillic}\p{M}\p{P}\p{Zs}]+$/u.test(name);
    if (latin || cyrillic) kept.add(foldName(name));
  }
  for (const name of [...mainNames, ...kept]) if (ARTICLE.test(name)) kept.add(name.replace(ARTICLE, ''));
  for (const name of kept) if (mainNames.has(name) || name.length < 3) kept.delete(name);
  return kept;
}

const QUARTERS = new Set(['PPLX', 'PPLQ', 'PPLH', 'PPLW', 'PPLCH']);

/** Reads one line of GeoNames' cities500 file; undefined for a line that is none. */
export function readCity(line: string): PlaceRow | undefined {
  const cell = line.split('\t');
  const [id = '', name = '', ascii = '', alternates = '', lat = '', lon = '', , code = '', country = ''] =
    cell;
  if (country === '' || name === '') return undefined;
  const mainNames = new Set([foldName(name), foldName(ascii)].filter((key) => key !== ''));
  const admin1 = cell[10] === '' || cell[10] === '00' ? '' : `${country}.${cell[10]}`;
  return {
    kind: code === 'PPLC' ? 'capital' : QUARTERS.has(code) ? 'quarter' : 'city',
    country,
    admin1,
    admin2: admin1 === '' || !cell[11] ? '' : `${admin1}.${cell[11]}`,
    lat: Number(lat),
    lon: Number(lon),
    population: Number(cell[14]) || 0,
    radiusKm: 0,
    geonameId: Number(id),
    seat: code === 'PPLA' || code === 'PPLC',
    mainNames,
    alternates: alternateNames(country, alternates.split(','), mainNames),
  };
}
