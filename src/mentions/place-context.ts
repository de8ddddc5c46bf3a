import { type CoreSearch, isInDateline } from './place-cores.ts';
import type { PlaceCandidate } from './place-lexicon.ts';
import type { PlacePhrase } from './place-phrases.ts';

/** Which countries and divisions a report speaks of, before any doubtful name is settled. */
export interface PlaceContext {
  /** Gives the share of the report's talk of countries that is of this one, 0 to 1. */
  countryShare(code: string): number;
  /** Gives the share of the report's talk of divisions that is of this one, 0 to 1. */
  divisionShare(admin1: number): number;
  /** The country that is spoken of most; null where none is, or two are alike. */
  readonly mainCountry: string | null;
  /** How many words spoke of countries, weighted: 0 where none did. */
  readonly weight: number;
}

const DATELINE_WEIGHT = 2;
const PEOPLE_WEIGHT = 0.7;
const CAPITAL_WEIGHT = 0.7;

/** Kinds of place that make a country's name doubtful: "Georgia" is a state of another country, too. */
const RIVALS: ReadonlySet<string> = new Set(['admin1', 'territory', 'province']);

/** Counts the countries that a report names outright: by name, by people, by capital, by a town in its dateline. */
export function readContext(
  search: CoreSearch,
  phrases: readonly PlacePhrase[],
  candidatesOf: (phrase: PlacePhrase) => readonly PlaceCandidate[],
): PlaceContext {
  const countries = new Map<string, number>();
  const divisions = new Map<number, number>();
  const add = (code: string | undefined, weight: number) => {
    if (code !== undefined) countries.set(code, (countries.get(code) ?? 0) + weight);
  };
  for (const code of peoplesIn(search)) add(code, PEOPLE_WEIGHT);
  for (const phrase of phrases) {
    const candidates = candidatesOf(phrase);
    const weight = isInDateline(search.doc, phrase.firstToken) ? DATELINE_WEIGHT : 1;
    const [code, ...others] = outrightCountries(candidates);
    if (others.length === 0) add(code, weight);
    if (code === undefined) add(search.lexicon.countryOfCapital(phrase.core.name), CAPITAL_WEIGHT * weight);
    const [division, ...rivals] = candidates.filter(({ kind, mainName }) => kind === 'admin1' && mainName);
    if (division !== undefined && rivals.length === 0 && division.admin1 !== null) {
      divisions.set(division.admin1, (divisions.get(division.admin1) ?? 0) + 1);
    }
  }
  const weight = sum(countries.values());
  const divisionWeight = sum(divisions.values());
  const [main, rival] = [...countries].sort(([, a], [, b]) => b - a);
  return {
    mainCountry: main !== undefined && main[1] > (rival?.[1] ?? 0) ? main[0] : null,
    weight,
    countryShare: (code) => (weight === 0 ? 0 : (countries.get(code) ?? 0) / weight),
    divisionShare: (admin1) => (divisionWeight === 0 ? 0 : (divisions.get(admin1) ?? 0) / divisionWeight),
  };
}

/** Gives the countries that a name means if it means a country or a well-known region; several make it doubtful. */
function outrightCountries(candidates: readonly PlaceCandidate[]): readonly string[] {
  const sure = candidates.filter(({ curated, kind, mainName }) => curated || (RIVALS.has(kind) && mainName));
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
    // "Russian-backed", "Afghan-Pakistani".
    for (const part of text.split('-')) {
      const code = lexicon.countryOfPeople(part);
      if (code !== undefined) yield code;
    }
  }
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
