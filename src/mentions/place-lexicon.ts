import type { PlaceMention } from '../document/mention-layers.ts';
import type { Row } from '../document/table.ts';
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts';
import { foldName } from './gazetteer-fold.ts';

/** What a place is: a row of the gazetteer, of the regions, or a country. */
export type PlaceKind =
  | GazetteerPlace['kind']
  | 'country'
  | 'continent'
  | 'region'
  | 'territory'
  | 'province'
  | 'district'
  | 'town'
  | 'feature'
  | 'border'
  | 'site'
  | 'waters';

/** A place that a name may mean. */
export interface PlaceCandidate {
  readonly kind: PlaceKind;
  /** ISO 3166 alpha-3; several for a place that several countries share, none for one that belongs to none. */
  readonly countries: readonly string[];
  readonly disputed: boolean;
  readonly lat: number;
  readonly lon: number;
  readonly geonameId: number | null;
  readonly population: number;
  /** Ordinals of the divisions in the gazetteer; a division names itself. */
  readonly admin1: number | null;
  readonly admin2: number | null;
  readonly extentKm: number;
  readonly precision: NonNullable<PlaceMention['precision']>;
  /** False where the name asked for is an alternate of a gazetteer row. */
  readonly mainName: boolean;
  /** Seat of a first-order division. */
  readonly seat: boolean;
  /** True for rows of the curated tables. */
  readonly curated: boolean;
}

/** The tables of data/places: `countries.tsv`, `regions.tsv`, `abbreviations.tsv` and `words.tsv`. */
export interface PlaceTables {
  readonly countries: readonly Row[];
  readonly regions: readonly Row[];
  readonly abbreviations: readonly Row[];
  readonly words: readonly Row[];
  readonly armedGroups: readonly Row[];
  /** A user's own actors, of which the countries and capitals are places too. */
  readonly own?: readonly Row[];
}

/** Everything that is known of names of places, by name. */
export interface PlaceLexicon {
  /** Gives all places that a name may mean; empty for an unknown name. */
  find(name: string): readonly PlaceCandidate[];
  /** Gives only what the curated tables say. */
  findCurated(name: string): readonly PlaceCandidate[];
  /** Gives the country whose people or adjective a word names ("Iraqi", "Iraqis"), or undefined. */
  countryOfPeople(word: string): string | undefined;
  /** Gives the country of an armed group by a word that is its whole name ("Houthis"), or undefined. */
  countryOfGroup(word: string): string | undefined;
  /** Gives the country whose capital bears the name, or undefined. */
  countryOfCapital(name: string): string | undefined;
  /** Tells whether the curated tables hold a name in these very letters, capitals included: "UAE", but not "SWAT". */
  isSpelled(name: string): boolean;
  /** Tells whether a name is the press's abbreviation of a division ("Tenn."). */
  isAbbreviation(name: string): boolean;
  /** Gives the country of a land or a capital in the user's own table, or undefined. */
  countryOfOwn(name: string): string | undefined;
  /** Gives the country as a place. */
  country(code: string): PlaceCandidate | undefined;
}

const REGION_KINDS: Readonly<Record<string, readonly [PlaceKind, NonNullable<PlaceMention['precision']>]>> = {
  continent: ['continent', 7],
  region: ['region', 5],
  desert: ['region', 5],
  peninsula: ['region', 5],
  territory: ['territory', 4],
  province: ['province', 4],
  district: ['district', 3],
  island: ['feature', 5],
  river: ['feature', 5],
  lake: ['feature', 5],
  canal: ['feature', 5],
  mountains: ['feature', 5],
  valley: ['feature', 5],
  border: ['border', 5],
  crossing: ['site', 1],
  base: ['site', 1],
  camp: ['site', 1],
  facility: ['site', 1],
  bridge: ['site', 1],
  quarter: ['site', 1],
  city: ['town', 1],
  sea: ['waters', 7],
  ocean: ['waters', 7],
  strait: ['waters', 7],
};

const PROVINCIAL: ReadonlySet<PlaceKind> = new Set(['admin1', 'territory', 'province', 'feature']);

const GAZETTEER_PRECISION: Readonly<Record<GazetteerPlace['kind'], NonNullable<PlaceMention['precision']>>> =
  {
    capital: 1,
    city: 1,
    quarter: 1,
    admin1: 4,
    admin2: 3,
  };

/** Joins the tables and the gazetteer into one list of names. */
export function createPlaceLexicon(tables: PlaceTables, gazetteer: Gazetteer): PlaceLexicon {
  const curated = new Map<string, PlaceCandidate[]>();
  const spelled = new Set<string>();
  const add = (name: string, candidate: PlaceCandidate) => {
    spelled.add(name);
    const key = foldName(name);
    const known = curated.get(key);
    if (known === undefined) curated.set(key, [candidate]);
    else if (!known.includes(candidate)) known.push(candidate);
  };
  const countries = new Map<string, PlaceCandidate>();
  const peoples = new Map<string, string>();
  const capitals = new Map<string, string>();
  for (const row of tables.countries) {
    const code = row['code'] ?? '';
    const country = countryOf(row);
    countries.set(code, country);
    for (const name of [row['name'] ?? '', ...listOf(row['aliases'])]) add(name, country);
    for (const name of listOf(row['demonyms'])) peoples.set(name, code);
    if (row['capital']) capitals.set(foldName(row['capital']), code);
  }
  for (const row of tables.regions) {
    const region = regionOf(row);
    for (const name of [row['name'] ?? '', ...listOf(row['aliases'])]) add(name, region);
  }
  const groups = new Map(
    tables.armedGroups.flatMap(({ name = '', aliases = '', country = '' }) =>
      [name, ...aliases.split('|')].map((alias) => [alias, country] as const),
    ),
  );
  const divisions = new Map(
    tables.abbreviations.map(({ short = '', name = '', country = '' }) => [short, { name, country }]),
  );
  const own = new Map(
    (tables.own ?? [])
      .filter(({ kind }) => kind === 'country' || kind === 'capital')
      .flatMap(({ name = '', aliases = '', country = '' }) =>
        country === '' ? [] : [name, ...aliases.split('|')].map((alias) => [alias, country] as const),
      ),
  );
  const findCurated = (name: string) => curated.get(foldName(name)) ?? [];
  return {
    findCurated,
    find(name) {
      // "Tenn." and "S.C." are kept with their dots: without them they are words and names of towns.
      const division = divisions.get(name);
      if (division === undefined) return [...findCurated(name), ...findListed(gazetteer, name)];
      return [...findCurated(division.name), ...findListed(gazetteer, division.name)].filter(
        ({ kind, countries: [country] }) => PROVINCIAL.has(kind) && country === division.country,
      );
    },
    isSpelled: (name) => spelled.has(name) || divisions.has(name),
    isAbbreviation: (name) => divisions.has(name),
    countryOfPeople: (word) => peoples.get(word),
    countryOfGroup: (word) => groups.get(word) || undefined,
    countryOfCapital: (name) => capitals.get(foldName(name)),
    countryOfOwn: (name) => own.get(name),
    country: (code) => countries.get(code),
  };
}

function countryOf(row: Row): PlaceCandidate {
  return {
    kind: 'country',
    countries: [row['code'] ?? ''],
    disputed: row['disputed'] === 'yes',
    ...pointOf(row),
    ...NOT_LISTED,
    precision: 6,
  };
}

function regionOf(row: Row): PlaceCandidate {
  const [kind, precision] = REGION_KINDS[row['kind'] ?? ''] ?? ['region', 5];
  return {
    kind,
    countries: (row['countries'] ?? '').split(' ').filter((code) => code !== ''),
    disputed: row['disputed'] === 'yes',
    ...pointOf(row),
    ...NOT_LISTED,
    precision,
  };
}

/** What the curated tables do not tell. */
const NOT_LISTED = {
  geonameId: null,
  population: 0,
  admin1: null,
  admin2: null,
  mainName: true,
  seat: false,
  curated: true,
} as const;

function pointOf(row: Row): Pick<PlaceCandidate, 'lat' | 'lon' | 'extentKm'> {
  return { lat: Number(row['lat']), lon: Number(row['lon']), extentKm: Number(row['extent_km']) };
}

function listOf(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(';').flatMap((part) => part.trim() || []);
}

/** Arabic and Spanish articles that reports put before a name, or leave out: "al-Bab" is listed as "Al Bab" or "Bab". */
const ARTICLE = /^(?:al|el|an|ar|as|ash|at|ad|az)[- ](?=\p{L}{3})/iu;

function findListed(gazetteer: Gazetteer, name: string): readonly PlaceCandidate[] {
  const found = gazetteer.find(name);
  const places = found.length > 0 ? found : gazetteer.find(name.replace(ARTICLE, ''));
  return places.map((place) => ({
    kind: place.kind,
    countries: [place.country],
    disputed: false,
    lat: place.lat,
    lon: place.lon,
    geonameId: place.geonameId,
    population: place.population,
    admin1: place.kind === 'admin1' ? place.ordinal : place.admin1,
    admin2: place.kind === 'admin2' ? place.ordinal : place.admin2,
    extentKm: place.radiusKm,
    precision: GAZETTEER_PRECISION[place.kind],
    mainName: place.mainName && found.length > 0,
    seat: place.seat,
    curated: false,
  }));
}
