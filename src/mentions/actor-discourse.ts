import type { Layers } from '../document/layers.ts';
import type { Tree } from '../language/tree.ts';
import { childBy, lowerOf } from '../language/tree.ts';
import type { ActorMatches, CountryCounts, Match } from './actor-matches.ts';
import { NOT_COUNTRIES } from './actor-matches.ts';

/** Which countries a report and each of its sentences speak of. */
export interface Discourse {
  /** The one country that the report is about; null when two are as present. */
  readonly dominant: string | null;
  /** By sentence: the countries named, and those among them that only say where ("in Chad"). */
  readonly sentences: readonly SentenceCountries[];
}

interface SentenceCountries {
  readonly named: ReadonlySet<string>;
  readonly located: ReadonlySet<string>;
}

/** A country must be named this often, and this many times as often as the next, to be the one a report is about. */
const LEAST_MENTIONS = 2;
const LEAD = 2;

/** Weighs the countries that a text names; linear in its length. */
export function weighCountries(
  layers: Pick<Layers, 'sentences' | 'tokens'>,
  tree: Tree,
  matches: ActorMatches,
): Discourse {
  const sentences = layers.sentences.map(() => ({ named: new Set<string>(), located: new Set<string>() }));
  matches.byToken.forEach((match, token) => {
    const country = match === undefined || token !== match.firstToken ? null : countryOf(match);
    const sentence = sentences[layers.tokens[token]?.sentence ?? -1];
    if (match === undefined || country === null || sentence === undefined) return;
    sentence.named.add(country);
    if (isLocated(tree, match)) sentence.located.add(country);
  });
  return { dominant: dominantOf(matches.counts), sentences };
}

/** What the discourse says of a domestic body whose own words name no country. */
export interface Inferred {
  readonly country: string;
  readonly rule: string;
  readonly confidence: number;
}

/**
 * Infers whose army or villagers a report means when it does not say. Null wherever it is not plain: two countries as
 * present, or a sentence about a third.
 */
export function inferCountry(discourse: Discourse, sentence: number, isState: boolean): Inferred | null {
  const { named, located } = discourse.sentences[sentence] ?? { named: new Set(), located: new Set() };
  const [place] = located;
  const [only] = named;
  if (located.size === 1 && place !== undefined && place !== discourse.dominant) {
    // "In neighbouring Chad, the army said": the place of the sentence outweighs the country of the report.
    if (!isState || named.size === 1)
      return { country: place, rule: 'actors/place-country', confidence: 0.55 };
    if (discourse.dominant === null) return null;
  }
  if (discourse.dominant !== null) {
    return { country: discourse.dominant, rule: 'actors/discourse-country', confidence: 0.6 };
  }
  if (isState && named.size === 1 && only !== undefined) {
    return { country: only, rule: 'actors/sentence-country', confidence: 0.5 };
  }
  return null;
}

function countryOf({ entry, before, after }: Match): string | null {
  if (
    entry.kind === 'role' ||
    before === 'anti' ||
    before === 'pro' ||
    after === 'backed' ||
    after === 'made'
  )
    return null;
  return entry.country === null || NOT_COUNTRIES.has(entry.country) ? null : entry.country;
}

function dominantOf(counts: CountryCounts): string | null {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (first === undefined || first[1] < LEAST_MENTIONS) return null;
  return second === undefined || first[1] >= LEAD * second[1] ? first[0] : null;
}

const PLACE_CASES = new Set([
  'in',
  'at',
  'near',
  'inside',
  'around',
  'across',
  'throughout',
  'within',
  'outside',
  'of',
  'from',
]);

function isLocated(tree: Tree, { entry, firstToken, endToken }: Match): boolean {
  if (
    entry.kind !== 'country' ||
    (entry.form !== 'name' && entry.form !== 'region' && entry.form !== 'capital')
  )
    return false;
  for (let token = firstToken; token < endToken; token++) {
    const preposition = childBy(tree, token, 'case');
    if (preposition !== undefined && PLACE_CASES.has(lowerOf(tree, preposition))) return true;
  }
  return PLACE_CASES.has(lowerOf(tree, firstToken - 1));
}
