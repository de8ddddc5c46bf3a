import type { TokenRange } from '../language/tree.ts';
import {
  type CoreSearch,
  INSIDE,
  isCapitalised,
  NAME_TOKENS_MAX,
  type PlaceCore,
  type PlaceDoc,
  textOf,
} from './place-core.ts';
import {
  classAfter,
  followsPlaceVerb,
  followsPreposition,
  isAcronym,
  isAfterClassOf,
  isAfterIn,
  isAfterThe,
  isPlainName,
  precedesContainer,
  standsAlone,
} from './place-evidence.ts';

/** Gives the runs of capitalised tokens that no name covers, small words inside them included. */
export function* capitalRuns({ doc }: CoreSearch, taken: Int8Array): Generator<TokenRange> {
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

/** Finds the longest names that the tables or the gazetteer know inside a run; without one, what words make a place. */
export function coresOfRun(search: CoreSearch, run: TokenRange): readonly PlaceCore[] {
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
  const after = classAfter(search, run.endToken);
  const isNamed = after !== undefined && after !== 'border' && isAfterThe(search, run.firstToken);
  if (!isNamed && !isAfterClassOf(search, run.firstToken) && !isAfterIn(search, run.firstToken)) return [];
  return [{ ...run, name, by: 'words', site: false, confidence: 0.5 }];
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
  if (isAcronym(search, range)) return undefined;
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
  if (followsPreposition(search, range))
    return { ...range, name, by: 'preposition', site: false, confidence: 0.6 };
  const isLarge = known.some(({ mainName, population }) => mainName && population > 5000);
  if (isLarge && followsPlaceVerb(search, range.firstToken)) {
    return { ...range, name, by: 'preposition', site: false, confidence: 0.5 };
  }
  if (precedesContainer(search, range) && known.some(({ mainName }) => mainName)) {
    return { ...range, name, by: 'container', site: false, confidence: 0.6 };
  }
  return undefined;
}

/** A word that opens its sentence may be capitalised for that alone: "Male victims", "Nice weather". */
function isCommonWord({ doc }: CoreSearch, { firstToken, endToken }: TokenRange): boolean {
  const upos = doc.layers.tags[firstToken]?.upos;
  return endToken - firstToken === 1 && upos !== 'PROPN' && upos !== 'NOUN' && upos !== 'X' && upos !== 'ADJ';
}
