import type { Layers } from '../document/layers.ts';
import type { Sector } from '../document/mention-layers.ts';
import type { Tree } from '../language/tree.ts';
import { childBy, lowerOf, nounPhraseOf, relationOf } from '../language/tree.ts';
import type { ActorMatches, CountryCounts, Match } from './actor-matches.ts';
import { NOT_COUNTRIES } from './actor-matches.ts';
import { isState } from './actor-sectors.ts';

/** Which countries a report and each of its sentences speak of. */
export interface Discourse {
  /** The one country that the report is about; null when two are as present. */
  readonly dominant: string | null;
  readonly sentences: readonly SentenceCountries[];
}

interface SentenceCountries {
  /** The countries named, each with its first token. */
  readonly named: Map<string, number>;
  /** Those among them that only say where ("in Chad"). */
  readonly located: Set<string>;
  /** The country that the sentence is about: its subject's, else that of the sentence before; null when unknown. */
  topic: string | null;
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
  const sentences = layers.sentences.map((): SentenceCountries => {
    return { named: new Map(), located: new Set(), topic: null };
  });
  matches.byToken.forEach((match, token) => {
    const country = match === undefined || token !== match.firstToken ? null : countryOf(match);
    const sentence = sentences[layers.tokens[token]?.sentence ?? -1];
    if (match === undefined || country === null || sentence === undefined) return;
    if (!sentence.named.has(country)) sentence.named.set(country, token);
    if (isLocated(tree, match)) sentence.located.add(country);
  });
  let topic: string | null = null;
  layers.sentences.forEach(({ firstToken, endToken }, i) => {
    const own = subjectCountry(tree, matches, firstToken, endToken);
    const sentence = sentences[i];
    if (sentence !== undefined) sentence.topic = own ?? topic;
    topic = own ?? topic;
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
 * present, or a sentence about a third. A loose phrase ("an officer", "a tank") takes only the report's own country.
 */
export function inferCountry(
  discourse: Discourse,
  tree: Tree,
  token: number,
  { sector, isLoose }: { readonly sector: Sector | null; readonly isLoose: boolean },
): Inferred | null {
  const index = tree.tokens[token]?.sentence ?? -1;
  const sentence = discourse.sentences[index];
  if (sentence === undefined) return null;
  const place = placeOf(sentence, token, sector);
  if (place !== null && place !== discourse.dominant) {
    return { country: place, rule: 'actors/place-country', confidence: 0.55 };
  }
  if (discourse.dominant !== null) {
    return { country: discourse.dominant, rule: 'actors/discourse-country', confidence: 0.6 };
  }
  return isState(sector) && !isLoose ? countryInHand(discourse, index, token) : null;
}

/**
 * "In neighbouring Chad, the army said": the place of a sentence outweighs the country of the report. A state's body
 * may act elsewhere, so it takes only a place named before it; refugees are not of the place that they are in.
 */
function placeOf({ located, named }: SentenceCountries, token: number, sector: Sector | null): string | null {
  const [place] = located;
  if (located.size !== 1 || place === undefined || sector === 'REF') return null;
  if (isState(sector) && (named.size > 1 || (named.get(place) ?? token) >= token)) return null;
  return place;
}

/** The one country named before a state's body in its sentence, else the one that the sentence before was about. */
function countryInHand({ sentences }: Discourse, index: number, token: number): Inferred | null {
  const before = [...(sentences[index]?.named ?? [])]
    .filter(([, at]) => at < token)
    .map(([country]) => country);
  const [only] = before;
  if (before.length === 1 && only !== undefined)
    return { country: only, rule: 'actors/sentence-country', confidence: 0.5 };
  const topic = sentences[index - 1]?.topic ?? null;
  return before.length === 0 && topic !== null
    ? { country: topic, rule: 'actors/topic-country', confidence: 0.45 }
    : null;
}

function subjectCountry(tree: Tree, { byToken }: ActorMatches, first: number, end: number): string | null {
  for (let token = first; token < end; token++) {
    if (relationOf(tree, token) !== 'root') continue;
    const subject = childBy(tree, token, 'nsubj');
    if (subject === undefined) return null;
    const { firstToken } = nounPhraseOf(tree, subject);
    for (let at = subject; at >= firstToken; at--) {
      const match = byToken[at];
      const country = match === undefined ? null : countryOf(match);
      if (country !== null) return country;
    }
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
  // The European Union has ministers and troops of its own; other bodies have not.
  return entry.country === null || (NOT_COUNTRIES.has(entry.country) && entry.country !== 'EUR')
    ? null
    : entry.country;
}

function dominantOf(counts: CountryCounts): string | null {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (first === undefined || first[1] < LEAST_MENTIONS) return null;
  return second === undefined || first[1] >= LEAD * second[1] ? first[0] : null;
}

const PLACE_FORMS = new Set(['name', 'region', 'capital', 'seat']);
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
  if (entry.kind === 'role' || (entry.kind === 'body' && entry.sector !== 'PRE')) return false;
  if (entry.kind === 'country' && !PLACE_FORMS.has(entry.form)) return false;
  for (let token = firstToken; token < endToken; token++) {
    const preposition = childBy(tree, token, 'case');
    if (preposition !== undefined && PLACE_CASES.has(lowerOf(tree, preposition))) return true;
  }
  return PLACE_CASES.has(lowerOf(tree, firstToken - 1));
}
