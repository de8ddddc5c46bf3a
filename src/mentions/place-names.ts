import type { Name } from '../document/language-layers.ts';
import type { TokenRange } from '../language/tree.ts';
import { type CoreSearch, INSIDE, isCapitalised, type PlaceCore, textOf } from './place-core.ts';
import {
  classAfter,
  followsPlaceVerb,
  followsPreposition,
  isAcronym,
  isAfterClassOf,
  isAfterIn,
  isAfterThe,
  isPlainName,
  isSentTo,
  isUnderFire,
  precedesContainer,
  standsAlone,
} from './place-evidence.ts';

/** What a name of the language layer is to places: one, none, or not to be told from the name alone. */
export type NameVerdict = PlaceCore | 'none' | 'open';

/** Weighs a name of the language layer against the tables and the words around it. */
export function judgeName(search: CoreSearch, name: Name): NameVerdict {
  const range = trimmedRange(search, name);
  if (range === undefined || isAcronym(search, range) || isShip(search, range)) return 'none';
  const judged = name.kind === 'place' || name.kind === 'facility' ? judgePlace : judgeOther;
  return judged(search, range, name);
}

/** "The ferry Nadia sank off Oran": what stands right behind a vessel is its name. */
function isShip({ doc, words }: CoreSearch, { firstToken }: TokenRange): boolean {
  return words.is('vessel', doc.layers.tokens[firstToken - 1]?.text ?? '');
}

function judgePlace(search: CoreSearch, range: TokenRange, { kind, confidence }: Name): NameVerdict {
  const { lexicon, words } = search;
  const text = textOf(search, range);
  const isPeople = lexicon.countryOfPeople(text) !== undefined && lexicon.find(text).length === 0;
  if (isPeople || words.is('never', text.toLowerCase()) || words.classOf(text.toLowerCase()) !== undefined)
    return 'none';
  const site = kind === 'facility';
  const short = abbreviationOf(search, range);
  if (short !== undefined) return { ...range, name: short, by: 'name', site, confidence };
  const hasEvidence =
    followsPreposition(search, range) ||
    isEntered(search, range, ENTERING) ||
    precedesContainer(search, range) ||
    hasClass(search, range) ||
    isOfClass(search, range);
  const by = hasEvidence ? 'preposition' : 'name';
  const known = knownAround(search, range);
  // "Pacific Wire", "Kenya Red Cross": the language layer took only the first word of a body's name.
  if (known !== undefined && !hasEvidence && opensBody(search, known)) return 'none';
  if (known !== undefined) return { ...known, name: textOf(search, known), by, site, confidence };
  if (site) return hasEvidence ? { ...range, name: text, by, site, confidence } : 'none';
  // "Mombasa Strait": the water is not the town that it is called after.
  const isWater = hasEvidence && /\p{L} (?:strait|straits|bay|gulf|channel)$/iu.test(text);
  const opening = knownOpening(search, range);
  const isNamesake =
    isWater && opening !== undefined && lexicon.findCurated(textOf(search, opening)).length === 0;
  if (opening !== undefined && !isNamesake)
    return { ...opening, name: textOf(search, opening), by: 'name', site, confidence };
  // A name that no list has needs a word beside it that makes it a place; the language layer errs on people.
  return hasEvidence ? { ...range, name: text, by, site, confidence } : 'open';
}

/** "Tenn" of "Paris, Tenn.", whose dot the sentence took. */
function abbreviationOf(search: CoreSearch, range: TokenRange): string | undefined {
  const text = textOf(search, range);
  const short = [text, `${text}.`].find((form) => search.lexicon.isAbbreviation(form));
  const before = search.doc.layers.tokens[range.firstToken - 1]?.text;
  return short !== undefined && (before === ',' || short.includes('.')) ? short : undefined;
}

/**
 * Gives the run around a name that the tables know: the name itself, the name grown over a hyphen or small word that
 * split it ("Port-Au" + "-Prince"), or the name without its compass word ("South Philadelphia").
 */
function knownAround(search: CoreSearch, { firstToken, endToken }: TokenRange): TokenRange | undefined {
  const { tokens } = search.doc.layers;
  const longest = Math.min(tokens.length, endToken + 3);
  for (let end = longest; end >= endToken; end--) {
    const range = { firstToken, endToken: end };
    const grows = end > endToken && isCapitalised(tokens[end - 1]?.text) && continues(tokens[endToken]?.text);
    if ((end === endToken || grows) && isKnown(search, range)) return range;
  }
  const bare = { firstToken: firstToken + 1, endToken };
  const isSide = search.words.is('side', (tokens[firstToken]?.text ?? '').toLowerCase());
  return isSide && bare.firstToken < endToken && isKnown(search, bare) ? bare : undefined;
}

function opensBody(search: CoreSearch, range: TokenRange): boolean {
  const { tokens, tags } = search.doc.layers;
  const next = tokens[range.endToken];
  if (next === undefined || tags[range.endToken]?.upos !== 'PROPN' || !isCapitalised(next.text)) return false;
  return !standsAlone(search, range, { ...range, endToken: range.endToken + 1 });
}

function continues(text: string | undefined): boolean {
  return isCapitalised(text) || INSIDE.has((text ?? '').toLowerCase()) || text === "d'";
}

function isKnown(search: CoreSearch, range: TokenRange): boolean {
  return search.lexicon.find(textOf(search, range)).length > 0;
}

/** "Henderson County Sheriff", "Mexico City Health": a place opens the name of a body. */
function knownOpening(search: CoreSearch, { firstToken, endToken }: TokenRange): TokenRange | undefined {
  for (let end = endToken - 1; end > firstToken; end--) {
    const range = { firstToken, endToken: end };
    const name = textOf(search, range);
    const places = search.lexicon.find(name);
    const large = places.some(
      ({ curated, mainName, population }) => curated || (mainName && population > 5000),
    );
    if (large && name.length > 3 && !search.words.is('never', name.toLowerCase())) return range;
  }
  return undefined;
}

/** "the Bulboaca range", "Idjwi island", and names that end in such a noun. */
function hasClass(search: CoreSearch, { endToken }: TokenRange): boolean {
  const { doc, words } = search;
  const { tokens } = doc.layers;
  const after = classAfter(search, endToken);
  const last = words.classOf((tokens[endToken - 1]?.text ?? '').toLowerCase());
  return (after !== undefined && after !== 'border') || last !== undefined;
}

/** "the restive area of Yusifiyah", "a camp of Kuna": beside the language layer's word for it, any kind of place will do. */
function isOfClass({ doc, words }: CoreSearch, { firstToken }: TokenRange): boolean {
  const { tokens } = doc.layers;
  const noun = (tokens[firstToken - 2]?.text ?? '').toLowerCase();
  return tokens[firstToken - 1]?.text === 'of' && words.classOf(noun) !== undefined;
}

/** Names of people, bodies and peoples are places only where the tables or the words around them say so. */
function judgeOther(search: CoreSearch, range: TokenRange, { kind }: Name): NameVerdict {
  const { lexicon } = search;
  const text = textOf(search, range);
  // "Jordan" and "Chad" are people's names, too; "Turkey" is none, whatever the language layer says.
  const curated = kind === 'person' && FIRST_NAMES.has(text) ? [] : lexicon.findCurated(text);
  if (
    curated.some((place) => place.kind === 'country' || (place.kind === 'territory' && kind !== 'person'))
  ) {
    return { ...range, name: text, by: 'table', site: false, confidence: 0.7 };
  }
  if (kind === 'group' || kind === 'weapon' || lexicon.countryOfPeople(text) !== undefined) return 'none';
  const known = lexicon.find(text).some(({ mainName, population }) => mainName || population > 50_000);
  const plain = kind === 'person' && isPlain(search, range);
  const isIn =
    (isAfterIn(search, range.firstToken) || isUnderFire(search, range.firstToken)) && (known || plain);
  const isOf = isAfterClassOf(search, range.firstToken) && isPlain(search, range);
  const isNamed = isAfterThe(search, range.firstToken) && hasClass(search, range) && isPlain(search, range);
  const isTaken = kind === 'organisation' && isTownOf(search, text) && isPassed(search, range.firstToken);
  const isStormed =
    kind === 'person' &&
    ((isTownOf(search, text) && isEntered(search, range, ENTERING)) ||
      (plain && isEntered(search, range, STORMING)));
  const isReached = known && isSentTo(search, range.firstToken);
  if (!isIn && !isOf && !isNamed && !isTaken && !isStormed && !isReached) return 'none';
  return { ...range, name: text, by: 'words', site: false, confidence: 0.5 };
}

/** "deliveries through Adré", "to seize Assab": the language layer takes rare towns for companies. */
function isPassed(search: CoreSearch, token: number): boolean {
  const before = (search.doc.layers.tokens[token - 1]?.text ?? '').toLowerCase();
  return WAYS.has(before) || followsPlaceVerb(search, token);
}

/** Verbs whose object is rarely a person; who is captured may be one, but not by the bare name of a town. */
const ENTERING = new Set(
  'annex besiege bomb bombard capture encircle enter invade liberate occupy overrun patrol raid recapture retake seize shell storm'.split(
    ' ',
  ),
);

/** Verbs whose object is never a person: what is stormed is a place, whether a list knows it or not. */
const STORMING = new Set('annex besiege bombard invade overrun shell storm'.split(' '));

/** "rebels captured Birao": the language layer takes rare towns for people; "captured Birao", who is Hamid Birao elsewhere, is one. */
function isEntered(
  { doc }: CoreSearch,
  { firstToken, endToken }: TokenRange,
  verbs: ReadonlySet<string>,
): boolean {
  const { tokens, tags, names } = doc.layers;
  const verb = tags[firstToken - 1];
  if (endToken - firstToken > 1 || verb?.upos !== 'VERB' || !verbs.has(verb.lemma.toLowerCase()))
    return false;
  const text = tokens[firstToken]?.text;
  return !names.some(
    (name) =>
      name.kind === 'person' &&
      name.endToken - name.firstToken > 1 &&
      tokens.slice(name.firstToken, name.endToken).some((token) => token.text === text),
  );
}

const WAYS = new Set(['through', 'towards', 'toward', 'into', 'outside', 'near', 'around', 'via']);

function isTownOf({ lexicon }: CoreSearch, text: string): boolean {
  return lexicon
    .find(text)
    .some(
      ({ kind, mainName, population, curated }) =>
        (curated && kind === 'town') || (kind !== 'admin2' && mainName && population > 5000),
    );
}

const FIRST_NAMES = new Set([
  'Jordan',
  'Chad',
  'Georgia',
  'Israel',
  'America',
  'Dominica',
  'Jersey',
  'Salvador',
]);

function isPlain(search: CoreSearch, { firstToken, endToken }: TokenRange): boolean {
  for (let token = firstToken; token < endToken; token++) if (!isPlainName(search, token)) return false;
  return true;
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
