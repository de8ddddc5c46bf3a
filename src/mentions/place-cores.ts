import type { Doc } from '../document/doc.ts';
import type { Name } from '../document/language-layers.ts';
import type { TokenRange } from '../language/tree.ts';
import type { PlaceLexicon } from './place-lexicon.ts';
import type { PlaceWords } from './place-words.ts';

/** A bare name of a place, before the words around it are taken in. */
export interface PlaceCore extends TokenRange {
  /** The name's characters, without article and possessive. */
  readonly name: string;
  /** What made it a place. */
  readonly by: 'name' | 'table' | 'preposition' | 'container' | 'words' | 'again' | 'body';
  /** True for a facility: a building, a base, a road. */
  readonly site: boolean;
  readonly confidence: number;
}

export type PlaceDoc = Doc<'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'names'>;

/** What the search for names of places goes by. */
export interface CoreSearch {
  readonly doc: PlaceDoc;
  readonly lexicon: PlaceLexicon;
  readonly words: PlaceWords;
}

/** The longest name that is looked up, in tokens: "Democratic People's Republic of Korea" has six. */
const NAME_TOKENS_MAX = 7;

/**
 * Finds the bare names of places: what the language layer calls a place, names of the curated tables, and names of
 * the gazetteer after a locative preposition or before the name of what holds them. Sorted, not overlapping.
 */
export function findCores(search: CoreSearch): readonly PlaceCore[] {
  const { tokens, names } = search.doc.layers;
  const taken = new Int8Array(tokens.length);
  const cores: PlaceCore[] = [];
  const keep = (core: PlaceCore) => {
    cores.push(core);
    taken.fill(1, core.firstToken, core.endToken);
  };
  for (const name of names) {
    const core = coreOfName(search, name);
    if (core === undefined) taken.fill(2, name.firstToken, name.endToken);
    else keep(core);
  }
  for (const run of capitalRuns(search, taken)) for (const core of coresOfRun(search, run)) keep(core);
  for (const core of listedCores(search, [...cores], taken)) keep(core);
  for (const core of repeatedCores(search, cores, taken)) keep(core);
  return cores.sort((a, b) => a.firstToken - b.firstToken);
}

/** Kinds of names that are a place only where the tables know nothing else by that name: "Congo" as an organisation. */
function coreOfName(search: CoreSearch, name: Name): PlaceCore | undefined {
  const range = trimmedRange(search, name);
  if (range === undefined) return undefined;
  const text = textOf(search, range);
  if (name.kind === 'place' || name.kind === 'facility') {
    // "Iraqi" is the people's word even where the language layer calls it a place.
    if (search.lexicon.countryOfPeople(text) !== undefined && search.lexicon.find(text).length === 0)
      return undefined;
    if (search.words.classOf(text.toLowerCase()) !== undefined) return undefined;
    return { ...range, name: text, by: 'name', site: name.kind === 'facility', confidence: name.confidence };
  }
  const known = name.kind === 'person' ? [] : search.lexicon.findCurated(text);
  if (!known.some(({ kind }) => kind === 'country' || kind === 'territory')) return undefined;
  return { ...range, name: text, by: 'table', site: false, confidence: 0.7 };
}

/** Leaves out a leading article, a trailing possessive, and marks at the edges. */
function trimmedRange({ doc }: CoreSearch, { firstToken, endToken }: TokenRange): TokenRange | undefined {
  const { tokens } = doc.layers;
  let first = firstToken;
  let end = endToken;
  while (first < end && /^(?:the|'s|’s|[^\p{L}\p{N}]+)$/iu.test(tokens[first]?.text ?? '')) first++;
  while (end > first && /^(?:'s|’s|'|’|[^\p{L}\p{N}]+)$/u.test(tokens[end - 1]?.text ?? '')) end--;
  return first < end ? { firstToken: first, endToken: end } : undefined;
}

/** Gives the characters of a run of tokens. */
export function textOf({ doc }: Pick<CoreSearch, 'doc'>, { firstToken, endToken }: TokenRange): string {
  const { tokens } = doc.layers;
  return doc.text.slice(tokens[firstToken]?.start ?? 0, tokens[endToken - 1]?.end ?? 0);
}

/** Small words that a name may hold inside: "Sar-e Pol", "Port of Spain", "Santa Cruz de la Sierra". */
const INSIDE = new Set([
  'of',
  'de',
  'del',
  'la',
  'el',
  'al',
  'the',
  'and',
  '-',
  '–',
  "'s",
  '’s',
  'du',
  'da',
  'do',
  'e',
  'i',
  "'",
  '’',
  '.',
  'an',
  'on',
  'upon',
  'sur',
  'am',
]);

/** Gives the runs of capitalised tokens that no name covers, small words inside them included. */
function* capitalRuns({ doc }: CoreSearch, taken: Int8Array): Generator<TokenRange> {
  const { tokens, sentences } = doc.layers;
  for (const sentence of sentences) {
    let at = sentence.firstToken;
    while (at < sentence.endToken) {
      const opens = isCapitalised(tokens[at]?.text) || isArabicArticle(tokens, at);
      if (taken[at] !== 0 || !opens) {
        at++;
        continue;
      }
      let end = at + 1;
      let last = end;
      while (end < sentence.endToken && taken[end] === 0) {
        if (isCapitalised(tokens[end]?.text)) last = ++end;
        else if (INSIDE.has((tokens[end]?.text ?? '').toLowerCase()) && end - last < 2) end++;
        else break;
      }
      yield { firstToken: at, endToken: last };
      at = last;
    }
  }
}

/** "al - Bab", as the language layer splits it. */
function isArabicArticle(tokens: PlaceDoc['layers']['tokens'], at: number): boolean {
  return (
    /^(?:al|el|as|ar|ad|an|at|az|ash)$/u.test(tokens[at]?.text ?? '') &&
    tokens[at + 1]?.text === '-' &&
    isCapitalised(tokens[at + 2]?.text)
  );
}

function isCapitalised(text: string | undefined): boolean {
  return text !== undefined && /^(?:['’]?\p{Lu}|(?:al|el|as|ar|ad|an|at|az|ash)-\p{Lu})/u.test(text);
}

/** Finds the longest names that the tables or the gazetteer know inside a run; without one, what words make a place. */
function coresOfRun(search: CoreSearch, run: TokenRange): readonly PlaceCore[] {
  const found: PlaceCore[] = [];
  let at = run.firstToken;
  while (at < run.endToken) {
    const core = longestAt(search, at, run);
    if (core !== undefined) found.push(core);
    at = core?.endToken ?? at + 1;
  }
  return found.length > 0 ? found : unknownCores(search, run);
}

/** "the village of Mastar Bel", "the Bulboaca range", "in Kan Htaung Gyi": words make a name that no list has a place. */
function unknownCores(search: CoreSearch, run: TokenRange): readonly PlaceCore[] {
  const { doc, words } = search;
  const name = textOf(search, run);
  const isName = /^\p{Lu}\p{Ll}/u.test(name) && run.endToken - run.firstToken <= 4;
  if (
    !isName ||
    !Array.from({ length: run.endToken - run.firstToken }, (_, i) => run.firstToken + i).every((token) =>
      isPlainName(search, token),
    )
  ) {
    return [];
  }
  const after = words.classOf((doc.layers.tokens[run.endToken]?.text ?? '').toLowerCase());
  const isNamed = after !== undefined && after !== 'border' && isAfterThe(search, run.firstToken);
  if (!isNamed && !isAfterClassOf(search, run.firstToken) && !isAfterIn(search, run.firstToken)) return [];
  return [{ ...run, name, by: 'words', site: false, confidence: 0.5 }];
}

/** A word that can be a part of a place's name that no list has: no month, people, body or office. */
function isPlainName({ doc, words, lexicon }: CoreSearch, token: number): boolean {
  const text = doc.layers.tokens[token]?.text ?? '';
  const word = text.toLowerCase();
  if (words.is('never', word) && !INSIDE.has(word)) return false;
  if (words.is('institution', word) || words.is('title', word) || words.is('eponym', word)) return false;
  return lexicon.countryOfPeople(text) === undefined && !/^\p{Lu}{2,}$/u.test(text);
}

function isAfterThe({ doc }: CoreSearch, token: number): boolean {
  return (doc.layers.tokens[token - 1]?.text ?? '').toLowerCase() === 'the';
}

/** "the village of", "the hamlets around": a noun for a kind of place, then a small word. */
function isAfterClassOf({ doc, words }: CoreSearch, token: number): boolean {
  const { tokens } = doc.layers;
  const noun = (tokens[token - 2]?.text ?? '').toLowerCase();
  const isUnit = words.is('direction', noun) || words.is('unit', noun) || words.is('land', noun);
  const small = (tokens[token - 1]?.text ?? '').toLowerCase();
  return (
    small === 'of' && (isUnit || ['settlement', 'district', 'province'].includes(words.classOf(noun) ?? ''))
  );
}

const SURE_PREPOSITIONS = new Set(['in', 'near', 'outside', 'around']);

/** Titles write every word with a capital, so that "in" tells nothing there. */
function isAfterIn({ doc }: CoreSearch, token: number): boolean {
  const { tokens, zones } = doc.layers;
  const start = tokens[token]?.start ?? 0;
  const inTitle = zones.some((zone) => zone.kind === 'title' && zone.start <= start && start < zone.end);
  return !inTitle && SURE_PREPOSITIONS.has((tokens[token - 1]?.text ?? '').toLowerCase());
}

function longestAt(search: CoreSearch, firstToken: number, run: TokenRange): PlaceCore | undefined {
  for (
    let endToken = Math.min(run.endToken, firstToken + NAME_TOKENS_MAX);
    endToken > firstToken;
    endToken--
  ) {
    const range = { firstToken, endToken };
    const core = coreOfRange(search, range, run);
    if (core !== undefined) return core;
  }
  return undefined;
}

function coreOfRange(search: CoreSearch, range: TokenRange, run: TokenRange): PlaceCore | undefined {
  const { lexicon, words } = search;
  const name = textOf(search, range);
  if (name.length < 2 || words.is('never', name.toLowerCase()) || !standsAlone(search, range, run))
    return undefined;
  const curated = lexicon.findCurated(name);
  if (curated.length > 0 && !isCommonWord(search, range)) {
    return { ...range, name, by: 'table', site: false, confidence: 0.8 };
  }
  if (lexicon.countryOfPeople(name) !== undefined || words.classOf(name.toLowerCase()) !== undefined)
    return undefined;
  const known = lexicon.find(name);
  if (known.length === 0) return undefined;
  if (lexicon.isAbbreviation(name)) {
    const after = search.doc.layers.tokens[range.firstToken - 1]?.text;
    return after === ',' || name.includes('.')
      ? { ...range, name, by: 'container', site: false, confidence: 0.8 }
      : undefined;
  }
  // "FAO", "WHO": short capitals are bodies; towns are capitals only where the whole line is.
  if (name.length <= 5 && /^\p{Lu}+$/u.test(name) && !isInDateline(search.doc, range.firstToken))
    return undefined;
  if (followsPreposition(search, range))
    return { ...range, name, by: 'preposition', site: false, confidence: 0.6 };
  if (precedesContainer(search, range) && known.some(({ mainName }) => mainName)) {
    return { ...range, name, by: 'container', site: false, confidence: 0.6 };
  }
  return undefined;
}

/** Tells whether a token stands in the line that says where a report was written. */
export function isInDateline({ layers }: PlaceDoc, token: number): boolean {
  const start = layers.tokens[token]?.start ?? 0;
  return layers.zones.some((zone) => zone.kind === 'dateline' && zone.start <= start && start < zone.end);
}

/**
 * A name inside a longer run is a place only beside a title or a compass word: "Ukraine President", "North Kenya";
 * "Kenya Airways" and "Bank of China" name a company, and "West Nile virus" an illness.
 */
function standsAlone({ doc, words }: CoreSearch, range: TokenRange, run: TokenRange): boolean {
  const { tokens } = doc.layers;
  const before = range.firstToken > run.firstToken ? (tokens[range.firstToken - 1]?.text ?? '') : '';
  const after = tokens[range.endToken]?.text ?? '';
  if (words.is('eponym', after.toLowerCase())) return false;
  return isBeside(words, before) && (range.endToken >= run.endToken || isBeside(words, after));
}

/** Capitalised neighbours that do not belong to the same name. */
function isBeside(words: PlaceWords, neighbour: string): boolean {
  const word = neighbour.toLowerCase();
  if (words.is('institution', word)) return false;
  if (words.is('side', word) || words.is('title', word) || words.is('locative', word)) return true;
  return BESIDE.has(word) || words.is('never', word) || words.classOf(word) !== undefined;
}

const BESIDE = new Set(['', 'the', "'s", '’s', 'and', ',']);

/** A word that opens its sentence may be capitalised for that alone: "Male victims", "Nice weather". */
function isCommonWord({ doc }: CoreSearch, { firstToken, endToken }: TokenRange): boolean {
  const upos = doc.layers.tags[firstToken]?.upos;
  return endToken - firstToken === 1 && upos !== 'PROPN' && upos !== 'NOUN' && upos !== 'X' && upos !== 'ADJ';
}

function followsPreposition(search: CoreSearch, { firstToken }: TokenRange): boolean {
  const { doc, words } = search;
  const { tokens, tags } = doc.layers;
  let before = firstToken - 1;
  while (words.is('side', (tokens[before]?.text ?? '').toLowerCase())) before--;
  if (tags[firstToken]?.upos === 'NUM') return false;
  const word = (tokens[before]?.text ?? '').toLowerCase();
  return words.is('locative', word)
    ? !(word === 'to' && lowerAt(tokens, before - 1) === 'according')
    : isAfterClassOf(search, before + 1);
}

function lowerAt(tokens: PlaceDoc['layers']['tokens'], at: number): string {
  return (tokens[at]?.text ?? '').toLowerCase();
}

/** "Paris, Texas": a name before a comma and the name of a country or division. */
function precedesContainer(search: CoreSearch, { endToken }: TokenRange): boolean {
  const { tokens } = search.doc.layers;
  if (tokens[endToken]?.text !== ',') return false;
  for (let end = endToken + 4; end > endToken + 1; end--) {
    const name = textOf(search, { firstToken: endToken + 1, endToken: Math.min(end, tokens.length) });
    if (search.lexicon.isAbbreviation(name)) return true;
    if (search.lexicon.find(name).some(({ kind, mainName }) => mainName && HOLDERS.has(kind))) return true;
  }
  return false;
}

const HOLDERS: ReadonlySet<string> = new Set(['country', 'territory', 'province', 'admin1', 'region']);

/** "Kisumu, Kakamega and Busia": a name beside a place in a list, or after a comma, is a place as well. */
function* listedCores(
  search: CoreSearch,
  cores: readonly PlaceCore[],
  taken: Int8Array,
): Generator<PlaceCore> {
  const { tokens } = search.doc.layers;
  const byEnd = [...cores].sort((a, b) => a.endToken - b.endToken);
  for (const core of byEnd) {
    let end = core.endToken;
    for (let length = 0; length < LIST_MAX; length++) {
      const next = listedAfter(search, end, taken);
      if (next === undefined) break;
      yield next;
      end = next.endToken;
    }
    if (tokens[end] === undefined) return;
  }
}

const LIST_MAX = 12;

function listedAfter(search: CoreSearch, end: number, taken: Int8Array): PlaceCore | undefined {
  const { tokens } = search.doc.layers;
  let at = end;
  if (tokens[at]?.text === ',') at++;
  if (tokens[at]?.text === 'and' || tokens[at]?.text === 'or') at++;
  if (at === end || tokens[at]?.sentence !== tokens[end - 1]?.sentence) return undefined;
  if (taken[at] !== 0 || !isCapitalised(tokens[at]?.text)) return undefined;
  let runEnd = at + 1;
  while (runEnd < tokens.length && taken[runEnd] === 0 && isCapitalised(tokens[runEnd]?.text)) runEnd++;
  const range = { firstToken: at, endToken: runEnd };
  const name = textOf(search, range);
  if (search.words.is('never', name.toLowerCase()) || runEnd - at > NAME_TOKENS_MAX) return undefined;
  const known = search.lexicon.find(name).some(({ mainName, population }) => mainName && population > 1000);
  const follows = (tokens[runEnd]?.text ?? '').toLowerCase();
  // "in Kabul, Khan said": a verb after the name makes it a person.
  const closes = /^(?:[^\p{L}\p{N}]|and|or|in|on|to|from|after|where|which|when|as|for|with|by)/u.test(
    follows,
  );
  return known && closes ? { ...range, name, by: 'container', site: false, confidence: 0.5 } : undefined;
}

/** Finds further places of names that were found once: "Wana" after "in Wana". */
function* repeatedCores(
  search: CoreSearch,
  cores: readonly PlaceCore[],
  taken: Int8Array,
): Generator<PlaceCore> {
  const { tokens } = search.doc.layers;
  const byFirst = new Map<string, PlaceCore>();
  for (const core of cores) {
    const first = tokens[core.firstToken]?.text ?? '';
    const known = byFirst.get(first);
    if (known === undefined || core.endToken - core.firstToken < known.endToken - known.firstToken) {
      byFirst.set(first, core);
    }
  }
  for (let at = 0; at < tokens.length; at++) {
    const core = byFirst.get(tokens[at]?.text ?? '');
    if (core === undefined) continue;
    const range = { firstToken: at, endToken: at + core.endToken - core.firstToken };
    if (
      textOf(search, range) !== core.name ||
      taken.subarray(range.firstToken, range.endToken).some((t) => t !== 0)
    ) {
      continue;
    }
    const run = {
      firstToken: isCapitalised(tokens[at - 1]?.text) ? at - 1 : at,
      endToken: isCapitalised(tokens[range.endToken]?.text) ? range.endToken + 1 : range.endToken,
    };
    if (!standsAlone(search, range, run)) continue;
    yield { ...range, name: core.name, by: 'again', site: core.site, confidence: 0.6 };
    at = range.endToken - 1;
  }
}
