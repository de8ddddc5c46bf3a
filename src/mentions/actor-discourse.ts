import type { Layers } from '../document/layers.ts';
import type { Sector } from '../document/mention-layers.ts';
import type { Tree } from '../language/tree.ts';
import { childBy, headOf, isRelation, lemmaOf, lowerOf, nounPhraseOf, relationOf } from '../language/tree.ts';
import { countriesByToken, type Home, homeOf } from './actor-home.ts';
import type { ActorMatches, CountryCounts, Match } from './actor-matches.ts';
import { NOT_COUNTRIES } from './actor-matches.ts';
import { isState } from './actor-sectors.ts';

/** Which countries a report and each of its sentences speak of. */
export interface Discourse {
  /** The one country that the report is about; null when two are as present. */
  readonly dominant: string | null;
  /** The one state that the report is set in; null when two are as present. */
  readonly home: Home | null;
  /** True where no other state is spoken of at all. */
  readonly isSole: boolean;
  /** By token, the country of the place named there. */
  readonly countryAt: ReadonlyMap<number, string>;
  readonly sentences: readonly SentenceCountries[];
}

interface SentenceCountries {
  /** The countries named, each with its first token. */
  readonly named: Map<string, number>;
  /** Those among them that only say where ("in Chad"). */
  readonly located: Set<string>;
  /** The country that the sentences before it in the paragraph were last about; null when unknown. */
  topicBefore: string | null;
  /** By the token of a clause's subject, the country that it names. */
  readonly subjects: Map<number, string>;
}

/** A country must be named this often, and this many times as often as the next, to be the one a report is about. */
const LEAST_MENTIONS = 2;
const LEAD = 2;

/** Weighs the countries that a text names; linear in its length. */
export function weighCountries(
  layers: Pick<Layers, 'zones' | 'sentences' | 'tokens' | 'places'>,
  tree: Tree,
  matches: ActorMatches,
): Discourse {
  const sentences = layers.sentences.map((): SentenceCountries => {
    return { named: new Map(), located: new Set(), topicBefore: null, subjects: new Map() };
  });
  const grounds = new Set<string>();
  matches.byToken.forEach((match, token) => {
    const country = match === undefined || token !== match.firstToken ? null : countryOf(match);
    const sentence = sentences[layers.tokens[token]?.sentence ?? -1];
    if (match === undefined || country === null || sentence === undefined) return;
    if (!sentence.named.has(country)) sentence.named.set(country, token);
    if (isGround(match)) grounds.add(country);
    if (isLocated(tree, match)) sentence.located.add(country);
  });
  const opening = new Set(layers.zones.map(({ start }) => start));
  let topic: string | null = null;
  layers.sentences.forEach(({ firstToken, endToken, start }, i) => {
    // A new paragraph is about something new until it says what.
    if (opening.has(start)) topic = null;
    const sentence = sentences[i];
    if (sentence !== undefined) sentence.topicBefore = topic;
    for (let token = firstToken; token < endToken; token++) {
      const country = isRelation(relationOf(tree, token), ['nsubj'])
        ? countryOfPhrase(tree, matches, token)
        : null;
      if (country === null) continue;
      sentence?.subjects.set(token, country);
      if (relationOf(tree, headOf(tree, token)) === 'root') topic = country;
    }
  });
  const home = homeOf(layers);
  return {
    dominant: dominantOf(matches.counts, grounds),
    home,
    isSole: home !== null && [...matches.counts.keys()].every((country) => country === home.country),
    countryAt: countriesByToken(layers.places),
    sentences,
  };
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
  const sender = isState(sector) ? senderCountry(tree, sentence, token) : null;
  if (sender !== null) return { country: sender, rule: 'actors/sender-country', confidence: 0.7 };
  const own = ownCountry(discourse, sector);
  // "In Oslo, negotiators met": those who travel are not of the place where they meet.
  const place = TRAVELLING.test(lowerOf(tree, token)) ? null : placeOf(sentence, token, sector);
  if (place !== null && place !== own?.country) {
    return { country: place, rule: 'actors/place-country', confidence: 0.55 };
  }
  const speaker = isState(sector) ? speakerCountry(tree, sentence, token) : null;
  // "Washington said the army had left": the army of the one or of the other.
  if (speaker !== null && own !== null) return speaker === own.country ? own : null;
  const isFirst = [...sentence.named.values()].every((at) => at > token);
  // "Lima told it otherwise. The defence minister said": Peru's, wherever the report was written; one that is about a single state keeps it.
  const isTurned =
    own?.rule === 'actors/home-country' &&
    isState(sector) &&
    !isLoose &&
    isFirst &&
    (sentence.topicBefore ?? own.country) !== own.country;
  if (own !== null && !isTurned) return own;
  if (speaker !== null && !isLoose)
    return { country: speaker, rule: 'actors/sentence-country', confidence: 0.5 };
  return isState(sector) && !isLoose && isFirst && sentence.topicBefore !== null
    ? { country: sentence.topicBefore, rule: 'actors/topic-country', confidence: 0.45 }
    : null;
}

const SENDING = new Set(
  'fly send deploy dispatch move scramble mobilise mobilize withdraw pull recall station mass launch redeploy field'.split(
    ' ',
  ),
);

/** "China flew 41 aircraft", "Kenya sent troops": what a state sends is its own. */
function senderCountry(tree: Tree, { subjects }: SentenceCountries, token: number): string | null {
  const verb = headOf(tree, token);
  if (relationOf(tree, token) !== 'obj' || !SENDING.has(lemmaOf(tree, verb))) return null;
  const subject = childBy(tree, verb, 'nsubj');
  return subject === undefined ? null : (subjects.get(subject) ?? null);
}

const TRAVELLING =
  /^(?:negotiator|envoy|delegat|diplomat|mediator|ambassador|emissar|attach|observer|monitor)/u;

/** The country whose bare "army" or "villagers" a report means throughout; null when it is not plain. */
function ownCountry({ home, dominant }: Discourse, sector: Sector | null): Inferred | null {
  const named =
    dominant === null ? null : { country: dominant, rule: 'actors/discourse-country', confidence: 0.6 };
  if (home === null || home.country === dominant) return named;
  const set = { country: home.country, rule: 'actors/home-country', confidence: 0.6 };
  if (dominant === null) return home.isOwn || !isState(sector) ? set : null;
  // Written and set in one state while it speaks most of another: "the army" is the first one's.
  if (home.isOwn) return set;
  return isState(sector) ? named : set;
}

/** "Kigali said that the army had left": whose government tells of the army, whose army it is. */
function speakerCountry(tree: Tree, { subjects }: SentenceCountries, token: number): string | null {
  for (let at = token; headOf(tree, at) >= 0; at = headOf(tree, at)) {
    if (!isRelation(relationOf(tree, at), ['ccomp'])) continue;
    const subject = childBy(tree, headOf(tree, at), 'nsubj');
    return subject === undefined ? null : (subjects.get(subject) ?? null);
  }
  return null;
}

/**
 * "In neighbouring Chad, the army said": the place of a sentence outweighs the country of the report. A state's body
 * may act elsewhere, so it takes only a place named before it; refugees are not of the place that they are in.
 */
function placeOf({ located, named }: SentenceCountries, token: number, sector: Sector | null): string | null {
  const [place] = located;
  if (located.size !== 1 || place === undefined || sector === 'REF') return null;
  const before = [...named.values()].filter((at) => at < token);
  if (isState(sector) && (before.length > 1 || (named.get(place) ?? token) >= token)) return null;
  return place;
}

/** The country that the words of a noun phrase up to its head name, the nearest to the head first. */
function countryOfPhrase(tree: Tree, { byToken }: ActorMatches, head: number): string | null {
  const { firstToken } = nounPhraseOf(tree, head);
  for (let at = head; at >= firstToken; at--) {
    const match = byToken[at];
    const country = match === undefined ? null : countryOf(match);
    if (country !== null) return country;
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

/** A country by its own name or that of a land in it; people, and capitals that stand for governments, may be anywhere. */
function isGround({ entry }: Match): boolean {
  return entry.kind === 'country' && (entry.form === 'name' || entry.form === 'region');
}

function dominantOf(counts: CountryCounts, grounds: ReadonlySet<string>): string | null {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (first === undefined || first[1] < LEAST_MENTIONS) return null;
  // "The Kenyan-led mission", "a Kenyan", "Nairobi" in a report of another country's towns: guests are not whom it is about.
  if (grounds.size > 0 && !grounds.has(first[0])) return null;
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
