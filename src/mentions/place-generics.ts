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
import { type CoreSearch, textOf } from './place-core.ts';
import type { ClassKind } from './place-words.ts';

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
      for (const noun of nounsAt(tree, mention)) introduced.set(noun, mention);
    }
    const range = isArticle(tree, at) && isPlaced(search, tree, at) ? phraseAt(search, tree, at) : undefined;
    if (range === undefined || !isTold(tree, range)) continue;
    const isOther = !DEFINITE.has(lowerOf(tree, at));
    const antecedent = isOther ? undefined : antecedentOf({ tree, before, introduced }, range);
    if (isOther) found.push(otherPlace(tree, range, range.kind === 'border' ? [] : before));
    else if (antecedent !== undefined) found.push(mentionOf(tree, range, antecedent));
    at = range.endToken - 1;
  }
  return found;
}

interface GenericPhrase {
  readonly firstToken: number;
  readonly endToken: number;
  readonly kind: ClassKind;
  /** True for a strait or a sea, which only waters can stand before. */
  readonly onWater: boolean;
}

function isArticle(tree: Tree, token: number): boolean {
  const text = lowerOf(tree, token);
  return DEFINITE.has(text) || INDEFINITE.has(text) || OWNING.has(text);
}

const DEFINITE = new Set(['the', 'this', 'that']);
const INDEFINITE = new Set(['a', 'an', 'another']);
const OWNING = new Set(['its', 'their']);
/** Prepositions after which an indefinite phrase tells where something is, not what it is for or about. */
const STAYING = new Set(['at', 'in', 'near', 'outside', 'inside', 'from', 'through', 'into']);

/** "stopped at a checkpoint" and "across their border" tell a place; "called it a village", "their village" need not. */
function isTold(tree: Tree, { firstToken, kind }: GenericPhrase): boolean {
  const article = lowerOf(tree, firstToken);
  if (OWNING.has(article)) return kind === 'border';
  if (!INDEFINITE.has(article)) return true;
  return (kind === 'site' || kind === 'settlement') && STAYING.has(lowerOf(tree, firstToken - 1));
}

function isPlaced({ words }: CoreSearch, tree: Tree, token: number): boolean {
  return words.is('locative', lowerOf(tree, token - 1)) || words.is('verb', lemmaOf(tree, token - 1));
}

/** Reads "the area", "the town's main mosque", "the nearby village": at most four words between article and noun. */
function phraseAt(search: CoreSearch, tree: Tree, article: number): GenericPhrase | undefined {
  const sentence = tree.tokens[article]?.sentence;
  let found: GenericPhrase | undefined;
  for (let end = article + 2; end <= article + 6 && end <= tree.tokens.length; end++) {
    if (tree.tokens[end - 1]?.sentence !== sentence) break;
    const upos = tree.tags[end - 1]?.upos;
    const text = lowerOf(tree, end - 1);
    if (!(upos === 'NOUN' || upos === 'ADJ' || text === "'s" || text === '’s')) break;
    const kind = kindEnding(search, article, end);
    if (kind !== undefined) found = { firstToken: article, endToken: end, kind, onWater: WATERS.has(text) };
    else if (upos === 'NOUN') found = undefined;
  }
  // "in the area of agriculture", "in the country's history": the noun must close its phrase.
  if (found === undefined || /^(?:of|'s|’s)$/u.test(lowerOf(tree, found.endToken))) return undefined;
  return found;
}

const WATERS = new Set(['strait', 'sea', 'gulf', 'bay']);

function kindEnding(search: CoreSearch, article: number, end: number): ClassKind | undefined {
  for (let length = 3; length > 0; length--) {
    if (end - length <= article) continue;
    const kind = search.words.genericOf(
      textOf(search, { firstToken: end - length, endToken: end }).toLowerCase(),
    );
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** The places before a phrase, and by noun the last of them at which something of that name was ("a market in Goma"). */
interface Told {
  readonly tree: Tree;
  readonly before: readonly PlaceMention[];
  readonly introduced: ReadonlyMap<string, PlaceMention>;
}

/** Gives the nouns that a place is told of: the market of "a crowded market in the western state of Rakhine". */
function nounsAt(tree: Tree, { firstToken, endToken }: PlaceMention): readonly string[] {
  const nouns: string[] = [];
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
function antecedentOf({ tree, before, introduced }: Told, phrase: GenericPhrase): PlaceMention | undefined {
  const sentence = tree.tokens[phrase.firstToken]?.sentence ?? 0;
  const noun = lowerOf(tree, phrase.endToken - 1);
  let nearest: PlaceMention | undefined;
  for (let i = before.length - 1; i >= 0; i--) {
    const mention = before[i] as PlaceMention;
    const gap = sentence - (tree.tokens[mention.firstToken]?.sentence ?? 0);
    if (gap > REACH_SENTENCES * 2) break;
    if (mention.endToken > phrase.firstToken) continue;
    if (namesNoun(tree, mention, noun)) return mention;
    if (introduced.get(noun) === mention && couldBe(phrase, mention)) return mention;
    if (nearest === undefined && gap <= REACH_SENTENCES && couldBe(phrase, mention)) nearest = mention;
  }
  return nearest;
}

function namesNoun(tree: Tree, { firstToken, endToken }: PlaceMention, noun: string): boolean {
  for (let token = firstToken; token < endToken; token++) if (lowerOf(tree, token) === noun) return true;
  return false;
}

function couldBe({ kind, onWater }: GenericPhrase, { whereKind, precision, country }: PlaceMention): boolean {
  if (onWater) return precision === 7;
  if (kind === 'country') return country !== null && precision !== null;
  if (kind === 'border') return country !== null;
  return whereKind === 'literal' && precision !== 6 && precision !== 7;
}

function mentionOf(tree: Tree, phrase: GenericPhrase, antecedent: PlaceMention): PlaceMention {
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
      rule: 'places/antecedent',
      spans: [span, { start: antecedent.start, end: antecedent.end }],
      confidence: antecedent.why.confidence * 0.6,
    },
  };
}

/** "a naval checkpoint" is no place named before; it has the country of those just before it where they have one only. */
function otherPlace(tree: Tree, phrase: GenericPhrase, before: readonly PlaceMention[]): PlaceMention {
  const span = spanOfTokens(tree, phrase);
  const countries = new Set(before.slice(-OTHERS_BEFORE).flatMap(({ country }) => country ?? []));
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

/** How many places before an indefinite one must agree on the country. Chosen by hand. */
const OTHERS_BEFORE = 4;

/** "the area" around a town is known to within 25 km at best. */
function widened(precision: PlaceMention['precision']): PlaceMention['precision'] {
  return precision === 1 ? 2 : precision;
}
