import type { PlaceMention } from '../document/mention-layers.ts';
import {
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  spanOfTokens,
  type Tree,
} from '../language/tree.ts';
import type { CoreSearch } from './place-core.ts';
import { type GenericPhrase, genericAt, isDefinite, isSideOf } from './place-nouns.ts';

/** How many sentences back "the area" may look for the place that it stands for. */
const REACH_SENTENCES = 8;

/**
 * Finds phrases without a name that stand for a place after a preposition of place or a verb of going there: "in the area", "at the town's
 * main mosque". Each takes its country and point from the nearest place before it; without one it is no mention.
 * `named` is sorted.
 */
export function findGenerics(
  search: CoreSearch,
  tree: Tree,
  named: readonly PlaceMention[],
): readonly PlaceMention[] {
  const found: PlaceMention[] = [];
  let next = 0;
  const before: PlaceMention[] = [];
  const introduced = new Map<string, PlaceMention>();
  for (let at = 0; at < tree.tokens.length; at++) {
    while (next < named.length && (named[next]?.firstToken ?? 0) <= at) {
      const mention = named[next++] as PlaceMention;
      before.push(mention);
      for (const noun of nounsAt(tree, mention))
        if (isAsNarrow(mention, introduced.get(noun))) introduced.set(noun, mention);
    }
    const range = genericAt(search, tree, at);
    if (range === undefined) continue;
    const isOther = !isDefinite(tree, at) || isMany(tree, range);
    const antecedent = isOther ? undefined : antecedentOf({ search, tree, before, introduced }, range);
    if (isOther) found.push(otherPlace({ search, tree }, range, range.kind === 'border' ? [] : before));
    else if (antecedent !== undefined) {
      const noun = lowerOf(tree, range.endToken - 1);
      const isThere =
        range.kind === 'settlement' || range.kind === 'site' || introduced.get(noun) === antecedent;
      const isBeside = BESIDE.has(lowerOf(tree, at - 1)) || isSideOf(search, tree, at);
      const isOwn = isBeside || SCENES.has(noun) || range.endToken - at > 2;
      const isSame = isThere && isNarrow(antecedent) && !isOwn;
      found.push(mentionOf(tree, range, antecedent, isSame ? SAME_PLACE : 'places/antecedent'));
    } else if (range.onWater || isLine(tree, range)) found.push(otherPlace({ search, tree }, range, []));
    at = range.endToken - 1;
  }
  return found;
}

/** "sank in the sea", "fired across the line": told though nothing named it before. */
function isLine(tree: Tree, { endToken }: GenericPhrase): boolean {
  return lowerOf(tree, endToken - 1) === 'line' && lowerOf(tree, endToken - 2) === 'the';
}

/** "before the army quits the cities": no one place that was named, but some of their land. */
function isMany(tree: Tree, { endToken, kind }: GenericPhrase): boolean {
  const noun = endToken - 1;
  return (
    kind === 'settlement' && lowerOf(tree, noun).endsWith('s') && lemmaOf(tree, noun) !== lowerOf(tree, noun)
  );
}

/** "in a barn behind the market": what stands beside a place is told more closely by its own words. */
const BESIDE = new Set('behind beside near outside opposite around off beyond past'.split(' '));

/** "sealed off the site": within the town, and told by no other words. */
const SCENES = new Set([
  'site',
  'scene',
  'hall',
  'road',
  'building',
  'gate',
  'roof',
  'yard',
  'slope',
  'street',
  'breach',
]);

/** A place known to 25 km or a district (UCDP's where_prec), or some village that no list knows. */
function isNarrow({ precision }: PlaceMention): boolean {
  return (precision ?? 3) <= 3;
}

/** "a market in Goma … the market in North Kivu": the narrower place stays the market's. */
function isAsNarrow({ precision }: PlaceMention, other: PlaceMention | undefined): boolean {
  return other === undefined || (precision ?? 3) <= (other.precision ?? 3);
}

/** The rule of a phrase that is another word for the place named before it: "the town", "the market" after "a market in Goma". */
const SAME_PLACE = 'places/same-place';

/** Gives the place that "the town" is another word for, by index; the index itself for any other place. */
export function namedPlace(places: readonly PlaceMention[], index: number): number {
  const place = places[index];
  const named = place?.why.rule === SAME_PLACE ? place.why.spans[1] : undefined;
  if (named === undefined) return index;
  const found = places.findLastIndex(({ start, end }) => start === named.start && end === named.end);
  return found < 0 ? index : found;
}

/** The places before a phrase, and by noun the last of them at which something of that name was ("a market in Goma"). */
interface Told {
  readonly search: CoreSearch;
  readonly tree: Tree;
  readonly before: readonly PlaceMention[];
  readonly introduced: ReadonlyMap<string, PlaceMention>;
}

/** Gives the nouns that a place is told of: the market of "a busy harbour in the southern state of Johor" and of "bombed a harbour in Johor". */
function nounsAt(tree: Tree, { firstToken, endToken }: PlaceMention): readonly string[] {
  const isHere = tree.tags[firstToken - 1]?.upos === 'ADP' && tree.tags[firstToken - 2]?.upos === 'NOUN';
  const nouns = isHere ? [lowerOf(tree, firstToken - 2)] : [];
  let at = firstToken;
  while (headOf(tree, at) >= firstToken && headOf(tree, at) < endToken) at = headOf(tree, at);
  while (isRelation(relationOf(tree, at), ['nmod', 'appos'])) {
    at = headOf(tree, at);
    if (tree.tags[at]?.upos === 'NOUN') nouns.push(lowerOf(tree, at));
  }
  return nouns;
}

/**
 * Gives the place before the phrase that it stands for or lies in: one that its own noun names ("the market" after
 * "Kan Htaung Gyi market"), else the nearest.
 */
function antecedentOf(
  { search, tree, before, introduced }: Told,
  phrase: GenericPhrase,
): PlaceMention | undefined {
  const sentence = tree.tokens[phrase.firstToken]?.sentence ?? 0;
  const noun = lowerOf(tree, phrase.endToken - 1);
  let nearest: PlaceMention | undefined;
  let nowhere: PlaceMention | undefined;
  let wide: PlaceMention | undefined;
  for (let i = before.length - 1; i >= 0; i--) {
    const mention = before[i] as PlaceMention;
    const gap = sentence - (tree.tokens[mention.firstToken]?.sentence ?? 0);
    if (gap > REACH_SENTENCES * 2) break;
    if (mention.endToken > phrase.firstToken) continue;
    if (namesNoun(tree, mention, noun)) return mention;
    if (introduced.get(noun) === mention && couldBe(phrase, mention)) {
      if (isNarrow(mention)) return mention;
      wide ??= mention;
    }
    if (nearest !== undefined || gap > REACH_SENTENCES || !couldBe(phrase, mention)) continue;
    if (phrase.kind === 'settlement' && noun !== 'city' && isCapital(search, mention)) continue;
    // A line or a village of unknown land tells less than a place whose land is known.
    const isVague = phrase.kind === 'site' && !isNarrow(mention);
    if (mention.country === null || isVague) nowhere ??= mention;
    else nearest = mention;
  }
  return wide ?? nearest ?? nowhere;
}

/** "Delhi has sent a battalion … in the town": a capital is no town or village. */
function isCapital({ doc, lexicon }: CoreSearch, { start, end }: PlaceMention): boolean {
  return lexicon.countryOfCapital(doc.text.slice(start, end)) !== undefined;
}

function namesNoun(tree: Tree, { firstToken, endToken }: PlaceMention, noun: string): boolean {
  for (let token = firstToken; token < endToken; token++) if (lowerOf(tree, token) === noun) return true;
  return false;
}

function couldBe({ kind, onWater }: GenericPhrase, { whereKind, precision, country }: PlaceMention): boolean {
  if (onWater) return precision === 7;
  if (kind === 'country') return country !== null && precision !== null;
  if (kind === 'border') return country !== null;
  if (whereKind !== 'literal' || precision === 6 || precision === 7) return false;
  // "the town" is no province.
  return kind !== 'settlement' || (precision ?? 3) <= 3;
}

function mentionOf(tree: Tree, phrase: GenericPhrase, antecedent: PlaceMention, rule: string): PlaceMention {
  const { country, disputed, lat, lon, precision } = antecedent;
  const span = spanOfTokens(tree, phrase);
  const nowhere = phrase.kind === 'country' || phrase.kind === 'border';
  return {
    ...span,
    firstToken: phrase.firstToken,
    endToken: phrase.endToken,
    whereKind: 'literal',
    country: phrase.kind === 'border' ? null : country,
    disputed,
    lat: nowhere ? null : lat,
    lon: nowhere ? null : lon,
    geonameId: null,
    precision: phrase.kind === 'country' ? 6 : phrase.kind === 'border' ? 5 : widened(precision),
    why: {
      rule,
      spans: [span, { start: antecedent.start, end: antecedent.end }],
      confidence: antecedent.why.confidence * 0.6,
    },
  };
}

/** "a naval checkpoint" is no place named before; it has the country of those just before it where they have one only. */
function otherPlace(
  { search, tree }: Pick<Told, 'search' | 'tree'>,
  phrase: GenericPhrase,
  before: readonly PlaceMention[],
): PlaceMention {
  const span = spanOfTokens(tree, phrase);
  const people = peopleOf(search, phrase);
  const told = people === undefined ? countryBeside(tree, phrase, before) : landOf(tree, phrase, people);
  const around = before.slice(-OTHERS_BEFORE).flatMap(({ country }) => country ?? []);
  const countries = new Set(told === undefined ? around : [told]);
  const [country] = countries;
  return {
    ...span,
    firstToken: phrase.firstToken,
    endToken: phrase.endToken,
    whereKind: 'literal',
    country: countries.size === 1 ? (country ?? null) : null,
    disputed: false,
    lat: null,
    lon: null,
    geonameId: null,
    precision: phrase.kind === 'border' ? 5 : null,
    why: { rule: 'places/antecedent', spans: [span], confidence: 0.4 },
  };
}

/** "flattened a camp in the Spera valley … hit another village": the land of the town told last in the sentence or the one before. */
function countryBeside(
  tree: Tree,
  { firstToken }: GenericPhrase,
  before: readonly PlaceMention[],
): string | undefined {
  const last = before.findLast(
    ({ whereKind, precision }) => whereKind === 'literal' && (precision ?? 9) <= 4,
  );
  const sentenceOf = (token: number) => tree.tokens[token]?.sentence ?? 0;
  const isNear = last !== undefined && sentenceOf(firstToken) - sentenceOf(last.firstToken) <= 1;
  return isNear ? (last.country ?? undefined) : undefined;
}

/** "called at an Angolan port": its people tell whose land it is in; a base or a checkpoint may be on another's. */
function landOf(tree: Tree, { endToken }: GenericPhrase, people: string): string | null {
  return AT_HOME.has(lowerOf(tree, endToken - 1)) ? people : null;
}

function peopleOf({ doc, lexicon }: CoreSearch, { firstToken, endToken }: GenericPhrase): string | undefined {
  for (let token = firstToken; token < endToken; token++) {
    const country = lexicon.countryOfPeople(doc.layers.tokens[token]?.text ?? '');
    if (country !== undefined) return country;
  }
  return undefined;
}

const AT_HOME = new Set([
  'airport',
  'city',
  'harbor',
  'harbour',
  'port',
  'prison',
  'town',
  'university',
  'village',
]);

/** How many places before an indefinite one must agree on the country. Chosen by hand. */
const OTHERS_BEFORE = 4;

/** "the area" around a town is known to within 25 km at best. */
function widened(precision: PlaceMention['precision']): PlaceMention['precision'] {
  return precision === 1 ? 2 : precision;
}
