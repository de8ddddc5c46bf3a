import { type CoreSearch, isInDateline, type PlaceCore } from './place-core.ts';
import type { PlaceCandidate, PlaceKind } from './place-lexicon.ts';

/** Which countries and divisions a report speaks of, before any doubtful name is settled. */
export interface PlaceContext {
  /** Gives the share of the report's talk of countries, in words other than the name, that is of this one, 0 to 1. */
  countryShare(code: string, name?: string): number;
  /** Gives the share of the report's talk of divisions by other names that is of this one, 0 to 1. */
  divisionShare(admin1: number, name: string): number;
  /**
   * Gives how many other names of the report could lie within about 150 km of a point; a name of many places counts
   * for less. Places of one report crowd together, so this settles "Alexandria" beside "Brandon" and "Kensington".
   */
  votesNear(point: { readonly lat: number; readonly lon: number }, name: string): number;
  /** The country that is spoken of most; null where none is, or two are alike, or all that speaks of it is one name of a smaller place. */
  readonly mainCountry: string | null;
  /** Countries that are named themselves or have a place here that is not their capital; people and seats may be abroad. */
  readonly grounds: ReadonlySet<string>;
  /** How many words spoke of countries, weighted: 0 where none did. */
  readonly weight: number;
}

const DATELINE_WEIGHT = 2;
const PEOPLE_WEIGHT = 0.7;
const CAPITAL_WEIGHT = 0.7;
const ONLY_WEIGHT = 0.5;

/** Kinds of place that make a country's name doubtful: "Georgia" is a state of another country, too. */
const RIVALS: ReadonlySet<string> = new Set(['admin1', 'territory', 'province']);

/**
 * Counts the countries that a report names outright: by name, by people, by capital, by a town in its dateline.
 * `cores` are its names of places and the places inside names of bodies ("Douglas County Hospital").
 */
export function readContext(
  search: CoreSearch,
  cores: readonly PlaceCore[],
  candidatesOf: (core: PlaceCore) => readonly PlaceCandidate[],
): PlaceContext {
  const countries = new Map<string, number>();
  const divisions = new Map<number, number>();
  const ownDivisions = new Map<string, { readonly division: number; readonly count: number }>();
  const own = new Map<string, Map<string, number>>();
  const add = (code: string | undefined, weight: number, name: string) => {
    if (code === undefined) return;
    countries.set(code, (countries.get(code) ?? 0) + weight);
    const byName = own.get(name) ?? new Map<string, number>();
    own.set(name, byName.set(code, (byName.get(code) ?? 0) + weight));
  };
  for (const code of peoplesIn(search)) add(code, PEOPLE_WEIGHT, '');
  const outright = new Set<string>();
  const grounds = new Set<string>();
  for (const core of cores) {
    const candidates = candidatesOf(core);
    for (const { kind, countries: codes } of candidates) if (kind === 'country') outright.add(codes[0] ?? '');
    const weight = isInDateline(search.doc, core.firstToken) ? DATELINE_WEIGHT : 1;
    const [code, ...others] = outrightCountries(candidates);
    if (others.length === 0) add(code, weight, core.name);
    if (code === undefined) add(onlyCountry(candidates), ONLY_WEIGHT * weight, core.name);
    const ruled = capitalCountry(search, core, candidates);
    if (code === undefined) add(ruled, CAPITAL_WEIGHT * weight, core.name);
    // "Nairobi" is a province, too; it is spoken of as what rules.
    if (ruled === undefined && others.length === 0) grounds.add(code ?? onlyCountry(candidates) ?? '');
    const [division, ...rivals] = candidates.filter(({ kind, mainName }) => kind === 'admin1' && mainName);
    if (division !== undefined && rivals.length === 0 && division.admin1 !== null) {
      divisions.set(division.admin1, (divisions.get(division.admin1) ?? 0) + 1);
      const count = (ownDivisions.get(core.name)?.count ?? 0) + 1;
      ownDivisions.set(core.name, { division: division.admin1, count });
    }
  }
  // "The Artibonite Messenger": a local paper's name is a hint where its report names no land at all.
  if (countries.size === 0) add(outletCountry(search), ONLY_WEIGHT, OUTLET);
  const weight = sum(countries.values());
  const votes = countVotes(cores, candidatesOf);
  const divisionWeight = sum(divisions.values());
  const namesOf = (code: string) => [...own.values()].filter((codes) => codes.has(code)).length;
  const [main, rival] = [...countries].sort(([, a], [, b]) => b - a);
  return {
    mainCountry:
      main !== undefined && main[1] > (rival?.[1] ?? 0) && (outright.has(main[0]) || namesOf(main[0]) > 1)
        ? main[0]
        : null,
    grounds,
    weight,
    countryShare(code, name = '\0') {
      const mine = own.get(name);
      const others = weight - (mine === undefined ? 0 : sum(mine.values()));
      return others <= 0.01 ? 0 : ((countries.get(code) ?? 0) - (mine?.get(code) ?? 0)) / others;
    },
    votesNear: (point, name) => {
      const cell = cellOf(point.lat, point.lon);
      return (votes.total.get(cell) ?? 0) - (votes.own.get(name)?.get(cell) ?? 0);
    },
    divisionShare(admin1, name) {
      const mine = ownDivisions.get(name);
      const others = divisionWeight - (mine?.count ?? 0);
      const named = (divisions.get(admin1) ?? 0) - (mine?.division === admin1 ? mine.count : 0);
      return others === 0 ? 0 : named / others;
    },
  };
}

/** Stands for the outlet among the names that speak of a country. */
const OUTLET = '\0outlet';

/** Words of a name that are looked up at most. */
const OUTLET_WORDS_MAX = 8;

/** Gives the country of the one smaller place that an outlet is called after: world papers bear the names of large cities. */
function outletCountry({ doc, lexicon }: CoreSearch): string | undefined {
  const words = (doc.report.outlet ?? '').split(/[\s,]+/u).slice(0, OUTLET_WORDS_MAX);
  const places = words.flatMap((word) => (/^\p{Lu}\p{Ll}{3}/u.test(word) ? lexicon.find(word) : []));
  const isWorldly = places.some(
    ({ kind, population }) => kind === 'capital' || population > WORLD_POPULATION,
  );
  const isLocal = places.some(({ kind, mainName }) => kind === 'admin1' && mainName);
  return isLocal && !isWorldly ? onlyCountry(places) : undefined;
}

/** Chosen by hand: papers called after larger places are read, and write, beyond them. */
const WORLD_POPULATION = 3_000_000;

/** Gives the country that has all places of a name: "Douglas County", "Lakki Marwat"; undefined where several have. */
function onlyCountry(candidates: readonly PlaceCandidate[]): string | undefined {
  const countries = new Set(candidates.flatMap((candidate) => candidate.countries));
  const known = candidates.some(({ mainName, population }) => mainName && population > 2000);
  return known && countries.size === 1 ? candidates[0]?.countries[0] : undefined;
}

/** Gives the country of a capital that no other large town shares its name with: "Kyiv", but not "Tripoli". */
function capitalCountry(
  { lexicon }: CoreSearch,
  core: PlaceCore,
  candidates: readonly PlaceCandidate[],
): string | undefined {
  const code = lexicon.countryOfCapital(core.name);
  const rival = candidates.some(
    ({ mainName, population, countries }) =>
      mainName && population > RIVAL_POPULATION && countries[0] !== code,
  );
  return rival ? undefined : code;
}

/** Chosen by hand: a town of this size may be meant without its country. */
const RIVAL_POPULATION = 100_000;

const VOTERS: ReadonlySet<PlaceKind> = new Set([
  'capital',
  'city',
  'quarter',
  'admin2',
  'town',
  'site',
  'district',
]);

/** Cells of one degree: about 110 km from south to north. */
function cellOf(lat: number, lon: number): number {
  return Math.floor(lat + 90) * 360 + ((Math.floor(lon + 180) + 360) % 360);
}

/** A place and the eight cells around it. */
const CELLS_OF_ONE = 9;

/** Lets each distinct name vote once for every cell at or beside one of its places. */
function countVotes(
  cores: readonly PlaceCore[],
  candidatesOf: (core: PlaceCore) => readonly PlaceCandidate[],
) {
  const total = new Map<number, number>();
  const own = new Map<string, Map<number, number>>();
  for (const core of cores) {
    if (own.has(core.name)) continue;
    const places = candidatesOf(core).filter(({ kind, mainName }) => VOTERS.has(kind) && mainName);
    const cells = new Set<number>();
    for (const { lat, lon } of places) {
      for (const north of [-1, 0, 1])
        for (const east of [-1, 0, 1]) cells.add(cellOf(lat + north, lon + east));
    }
    const vote = 1 / Math.sqrt(Math.max(1, cells.size / CELLS_OF_ONE));
    own.set(core.name, new Map([...cells].map((cell) => [cell, vote])));
    for (const cell of cells) total.set(cell, (total.get(cell) ?? 0) + vote);
  }
  return { total, own };
}

/** Gives the countries that a name means if it means a country or a well-known region; several make it doubtful. */
function outrightCountries(candidates: readonly PlaceCandidate[]): readonly string[] {
  const sure = candidates.filter(
    ({ curated, kind, mainName, population }) =>
      curated || (mainName && (RIVALS.has(kind) || population > RIVAL_POPULATION)),
  );
  if (!sure.some(({ curated, kind }) => curated || kind === 'admin1')) return [];
  return [...new Set(sure.flatMap(({ countries }) => countries))];
}

function* peoplesIn({ doc, lexicon }: CoreSearch): Generator<string> {
  const { tokens } = doc.layers;
  for (let at = 0; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? '';
    const pair = lexicon.countryOfPeople(`${text} ${tokens[at + 1]?.text ?? ''}`);
    if (pair !== undefined) {
      at++;
      yield pair;
      continue;
    }
    if (isOfContinent(tokens[at - 1]?.text ?? '', text, tokens[at + 1]?.text ?? '')) continue;
    const group = lexicon.countryOfGroup(text);
    if (group !== undefined) yield group;
    // "Russian-backed", "Afghan-Pakistani".
    for (const part of text.split('-')) {
      const code = lexicon.countryOfPeople(part);
      if (code !== undefined) yield code;
    }
  }
}

/** "the Organization of American States", "Latin American envoys", "the Inter-American court": of two continents, not of one country. */
function isOfContinent(before: string, text: string, after: string): boolean {
  if (/^(?:inter|pan)-american$/iu.test(text)) return true;
  return text === 'American' && (after === 'States' || before === 'Latin');
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
