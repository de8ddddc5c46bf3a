import type { Layers } from '../document/layers.ts';
import type { Tree } from '../language/tree.ts';
import { childBy, headOf, isRelation, lowerOf, nounPhraseOf, relationOf } from '../language/tree.ts';
import { countriesByToken, type Home, homeOf, isLand } from './actor-home.ts';
import type { ActorMatches, CountryCounts, Match } from './actor-matches.ts';
import { NOT_COUNTRIES } from './actor-matches.ts';

/** Which countries a report and each of its sentences speak of. */
export interface Discourse {
  /** The one country that the report is about; null when two are as present. */
  readonly dominant: string | null;
  /** The one state that the report is set in; null when two are as present. */
  readonly home: Home | null;
  /** By token, the country of the place named there. */
  readonly countryAt: ReadonlyMap<number, string>;
  readonly sentences: readonly SentenceCountries[];
  /** Each time that the text names a country or a place in one, in its order. */
  readonly seen: readonly Seen[];
}

/** A country named, by itself, by its people or a body, or by a place that lies in it. */
export interface Seen {
  readonly country: string;
  readonly token: number;
  readonly sentence: number;
  readonly zone: ZoneKind | undefined;
  /** True where it is a place at which something is: "in Chad", "near Adré". */
  readonly isGround: boolean;
  /** True where the tables of actors know the words: a town of the gazetteer counts as ground only. */
  readonly isName: boolean;
  /** True for its people and what is theirs ("Kenyan police"), which may be anywhere. */
  readonly isPeople: boolean;
  /** True for a capital or seat that stands for its government. */
  readonly isSeat: boolean;
}

type ZoneKind = Layers['zones'][number]['kind'];

/** Which countries one sentence speaks of, and as what. */
export interface SentenceCountries {
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
    countryAt: countriesByToken(layers.places),
    sentences,
    seen: findSeen(layers, matches),
  };
}

function findSeen(
  { zones, tokens, places }: Pick<Layers, 'zones' | 'tokens' | 'places'>,
  { byToken }: ActorMatches,
): readonly Seen[] {
  let zone = 0;
  const zoneAt = tokens.map(({ start }) => {
    while ((zones[zone]?.end ?? Number.POSITIVE_INFINITY) <= start) zone++;
    return zones[zone]?.kind;
  });
  const at = (
    country: string,
    token: number,
    kind: Pick<Seen, 'isGround' | 'isName' | 'isPeople' | 'isSeat'>,
  ): Seen => ({
    country,
    token,
    sentence: tokens[token]?.sentence ?? 0,
    zone: zoneAt[token],
    ...kind,
  });
  const named = byToken.flatMap((match, token) => {
    const country = match === undefined || token !== match.firstToken ? null : countryOf(match);
    const form = match?.entry.kind === 'country' ? match.entry.form : null;
    const isPeople = form === 'adjective' || form === 'people' || form === 'region-adjective';
    const isSeat = form === 'capital' || form === 'seat';
    return country === null ? [] : [at(country, token, { isGround: false, isName: true, isPeople, isSeat })];
  });
  const grounds = places.flatMap(({ country, disputed, whereKind, firstToken, why }) =>
    country === null || disputed || whereKind === 'metonym' || isLand({ why })
      ? []
      : [at(country, firstToken, { isGround: true, isName: false, isPeople: false, isSeat: false })],
  );
  return [...named, ...grounds].sort((a, b) => a.token - b.token);
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
