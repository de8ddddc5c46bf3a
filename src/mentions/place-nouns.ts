import { headOf, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import { type CoreSearch, textOf } from './place-core.ts';
import type { ClassKind, PlaceWords } from './place-words.ts';

/** A phrase whose noun is a kind of place, from its article or number to the noun or to whose it is. */
export interface GenericPhrase {
  readonly firstToken: number;
  readonly endToken: number;
  readonly kind: ClassKind;
  /** True for a strait or a sea, which only waters can stand before. */
  readonly onWater: boolean;
}

/** Gives the phrase that opens at a token and tells a place, by what stands before it or by what is done to it. */
export function genericAt(search: CoreSearch, tree: Tree, at: number): GenericPhrase | undefined {
  if (!isArticle(tree, at) && !isCount(tree, at)) return undefined;
  const phrase = phraseAt(search, tree, at);
  if (phrase === undefined || !isTold(search, tree, phrase) || isOtherLine(tree, phrase)) return undefined;
  return isPlaced(search, tree, at) || isStruck(search, tree, phrase) ? phrase : undefined;
}

/** Tells whether a token opens a phrase for what was told before. */
export function isDefinite(tree: Tree, token: number): boolean {
  return DEFINITE.has(lowerOf(tree, token));
}

/** "shells fell across the line" is a border's; "on the line", "the assembly line" are none. */
const OVER = new Set('across along behind beyond cross crossed crosses crossing of over'.split(' '));

function isOtherLine(tree: Tree, { firstToken, endToken }: GenericPhrase): boolean {
  if (lowerOf(tree, endToken - 1) !== 'line' || lowerOf(tree, endToken - 2) === 'front') return false;
  return endToken - firstToken > 2 || !OVER.has(lowerOf(tree, firstToken - 1));
}

function isArticle(tree: Tree, token: number): boolean {
  const text = lowerOf(tree, token);
  return DEFINITE.has(text) || INDEFINITE.has(text) || OWNING.has(text);
}

/** "pulled out of four disputed hamlets", "shelled several towns". */
function isCount(tree: Tree, token: number): boolean {
  return tree.tags[token]?.upos === 'NUM' || COUNTS.has(lowerOf(tree, token));
}

const COUNTS = new Set(['several', 'many', 'numerous']);
/** Kinds of place that are told by number: "three provinces", but not "two borders". */
const COUNTED: ReadonlySet<ClassKind> = new Set(['settlement', 'site', 'district', 'province', 'region']);
const DEFINITE = new Set(['the', 'this', 'that']);
const INDEFINITE = new Set(['a', 'an', 'another']);
const OWNING = new Set(['its', 'their']);
/** Prepositions after which an indefinite phrase tells where something is, not what it is for or about. */
const STAYING = new Set(['at', 'in', 'near', 'outside', 'inside', 'from', 'through', 'into']);

/** "stopped at a checkpoint" and "across their border" tell a place; "called it a village", "their village" need not. */
function isTold({ words }: CoreSearch, tree: Tree, { firstToken, kind }: GenericPhrase): boolean {
  const article = lowerOf(tree, firstToken);
  if (isCount(tree, firstToken)) return COUNTED.has(kind);
  if (OWNING.has(article)) return kind === 'border';
  if (!INDEFINITE.has(article)) return true;
  if (kind !== 'site' && kind !== 'settlement') return false;
  // "stormed a prison", "reopen a border post": what is struck or shut is where.
  return STAYING.has(lowerOf(tree, firstToken - 1)) || isPlaceVerb(words, tree, firstToken);
}

function isPlaced({ words }: CoreSearch, tree: Tree, token: number): boolean {
  const before = lowerOf(tree, token - 1);
  // "lost control of the region", "pulled out of the villages".
  const isOfLand =
    before === 'of' &&
    (words.is('land', lowerOf(tree, token - 2)) || OPENING_OF.has(lowerOf(tree, token - 2)));
  const isOpen = isOfLand || isSideOf({ words }, tree, token) || words.is('locative', before);
  return isOpen || isPlaceVerb(words, tree, token);
}

/** "pulled out of the villages", "gathered in front of the hall", "freed inmates of the prison". */
const OPENING_OF = new Set(
  'out front inmates patients entrance gates walls roof yard grounds windows doors'.split(' '),
);

/** Tells whether a token follows a compass word and "of": "clashes south of the town" are beside it, not in it. */
export function isSideOf({ words }: Pick<CoreSearch, 'words'>, tree: Tree, token: number): boolean {
  return lowerOf(tree, token - 1) === 'of' && words.is('direction', lowerOf(tree, token - 2));
}

/** "barred the gate", "sealed off the site", but not "shut the town's mayor up". */
function isPlaceVerb(words: PlaceWords, tree: Tree, token: number): boolean {
  const verb = PARTICLES.has(lowerOf(tree, token - 1)) ? token - 2 : token - 1;
  return tree.tags[verb]?.upos === 'VERB' && isDoneToPlaces(words, lemmaOf(tree, verb));
}

const PARTICLES = new Set(['off', 'up', 'down', 'out', 'over', 'back']);

function isDoneToPlaces(words: PlaceWords, lemma: string): boolean {
  return words.is('verb', lemma) || words.is('act', lemma);
}

/** "The bridge was blown up", "the port was last fought over": what is done to it tells that it is a place. */
function isStruck({ words }: CoreSearch, tree: Tree, { endToken }: GenericPhrase): boolean {
  const noun = endToken - 1;
  if (relationOf(tree, noun) !== 'nsubj:pass') return false;
  return isDoneToPlaces(words, lemmaOf(tree, headOf(tree, noun)));
}

/** Reads "the area", "the town's main mosque", "the nearby village": at most four words between article and noun. */
function phraseAt(search: CoreSearch, tree: Tree, article: number): GenericPhrase | undefined {
  const sentence = tree.tokens[article]?.sentence;
  let found: GenericPhrase | undefined;
  for (let end = article + 2; end <= article + 6 && end <= tree.tokens.length; end++) {
    if (tree.tokens[end - 1]?.sentence !== sentence) break;
    const upos = tree.tags[end - 1]?.upos;
    const text = lowerOf(tree, end - 1);
    const isPart =
      upos === 'NOUN' ||
      upos === 'ADJ' ||
      text === "'s" ||
      text === '’s' ||
      relationOf(tree, end - 1) === 'amod';
    if (!isPart) break;
    const kind = kindEnding(search, tree, article, end);
    if (kind !== undefined) found = { firstToken: article, endToken: end, kind, onWater: WATERS.has(text) };
    else if (upos === 'NOUN') found = undefined;
  }
  if (found?.kind === 'site' && lowerOf(tree, found.endToken) === 'of') return heldPhrase(tree, found);
  // "in the area of agriculture", "in the country's history": the noun must close its phrase.
  if (found === undefined || /^(?:of|'s|’s|-)$/u.test(lowerOf(tree, found.endToken))) return undefined;
  return found;
}

/** The longest phrase after "of" that is taken in. Chosen by hand. */
const HOLDER_TOKENS_MAX = 6;

/** "to the office of the deputy commissioner": a building is told by whose it is. */
function heldPhrase(tree: Tree, phrase: GenericPhrase): GenericPhrase | undefined {
  const sentence = tree.tokens[phrase.firstToken]?.sentence;
  const noun = phrase.endToken - 1;
  for (let end = phrase.endToken + 1; end <= phrase.endToken + HOLDER_TOKENS_MAX; end++) {
    const upos = tree.tags[end]?.upos ?? 'PUNCT';
    if (['DET', 'ADJ', 'NOUN', 'PROPN'].includes(upos) && tree.tokens[end]?.sentence === sentence) continue;
    // "a camp of the Jaish-e-Sabah": a name with hyphens is not read to its end.
    const isHeld =
      headOf(tree, end - 1) === noun &&
      relationOf(tree, end - 1) === 'nmod' &&
      !/^[-‐‑–]$/u.test(lowerOf(tree, end));
    return isHeld ? { ...phrase, endToken: end } : undefined;
  }
  return undefined;
}

const WATERS = new Set(['strait', 'sea', 'gulf', 'bay']);

function kindEnding(search: CoreSearch, tree: Tree, article: number, end: number): ClassKind | undefined {
  // "two local government areas": what is counted stands in the plural.
  if (isCount(tree, article)) {
    const noun = lemmaOf(tree, end - 1);
    // "cleared two mines": what is counted is weapons.
    return noun === 'mine' ? undefined : search.words.genericOf(noun);
  }
  for (let length = 3; length > 0; length--) {
    if (end - length <= article) continue;
    const words = textOf(search, { firstToken: end - length, endToken: end }).toLowerCase();
    // "the border villages", "the cities".
    const one = length === 1 ? search.words.genericOf(lemmaOf(tree, end - 1)) : undefined;
    const kind = search.words.genericOf(words) ?? one;
    if (kind !== undefined) return kind;
  }
  return undefined;
}
