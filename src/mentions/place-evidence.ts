import type { TokenRange } from '../language/tree.ts';
import { type CoreSearch, INSIDE, isInDateline, type PlaceDoc, textOf } from './place-core.ts';
import type { ClassKind, PlaceWords } from './place-words.ts';

/**
 * A name inside a longer run is a place only beside a title or a compass word: "Ukraine President", "North Kenya";
 * "Kenya Airways" and "Bank of China" name a company, and "West Nile virus" an illness.
 */
export function standsAlone({ doc, words }: CoreSearch, range: TokenRange, run: TokenRange): boolean {
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

/** "in Wana", "north of Assab", "the shelling of Lumbishi"; "according to Wana" names a person. */
export function followsPreposition(search: CoreSearch, { firstToken }: TokenRange): boolean {
  const { doc, words } = search;
  const { tokens, tags } = doc.layers;
  let before = firstToken - 1;
  while (words.is('side', (tokens[before]?.text ?? '').toLowerCase())) before--;
  if (tags[firstToken]?.upos === 'NUM') return false;
  const word = (tokens[before]?.text ?? '').toLowerCase();
  if (word === 'of' && isLeft(doc, before - 1)) return true;
  return words.is('locative', word)
    ? !(word === 'to' && lowerAt(tokens, before - 1) === 'according')
    : isAfterClassOf(search, before + 1);
}

/** What leads out of a place. */
const LEAVING = new Set('drive expel flush force kick move pull push throw withdraw'.split(' '));
/** "pulled its last two companies out of Kavimvira". Chosen by hand. */
const MOST_TO_OUT = 6;

function isLeft({ layers }: PlaceDoc, out: number): boolean {
  if (lowerAt(layers.tokens, out) !== 'out') return false;
  return layers.tags
    .slice(Math.max(0, out - MOST_TO_OUT), out)
    .some(({ lemma }) => LEAVING.has(lemma.toLowerCase()));
}

function lowerAt(tokens: PlaceDoc['layers']['tokens'], at: number): string {
  return (tokens[at]?.text ?? '').toLowerCase();
}

/** "Paris, Texas": a name before a comma and the name of a country or division. */
export function precedesContainer(search: CoreSearch, { endToken }: TokenRange): boolean {
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

/** A word that can be a part of a place's name that no list has: no month, people, body or office. */
export function isPlainName({ doc, words, lexicon }: CoreSearch, token: number): boolean {
  const text = doc.layers.tokens[token]?.text ?? '';
  const word = text.toLowerCase();
  if (words.is('never', word) && !INSIDE.has(word)) return false;
  if (words.is('institution', word) || words.is('title', word) || words.is('eponym', word)) return false;
  return lexicon.countryOfPeople(text) === undefined && !/^\p{Lu}{2,}$/u.test(text);
}

/** Tells whether the article stands before a token. */
export function isAfterThe({ doc }: CoreSearch, token: number): boolean {
  return (doc.layers.tokens[token - 1]?.text ?? '').toLowerCase() === 'the';
}

/** "the village of", "outposts such as", "a village called": a noun for a kind of place, then a small word. */
export function isAfterClassOf({ doc, words }: CoreSearch, token: number): boolean {
  const { tokens } = doc.layers;
  const noun = (tokens[token - 2]?.text ?? '').toLowerCase();
  const isUnit = words.is('direction', noun) || words.is('unit', noun) || words.is('land', noun);
  const small = (tokens[token - 1]?.text ?? '').toLowerCase();
  const isExample = (small === 'as' && noun === 'such') || small === 'called' || small === 'named';
  if (isExample) return words.classOf(lowerAt(tokens, token - (small === 'as' ? 3 : 2))) !== undefined;
  return (
    small === 'of' && (isUnit || ['settlement', 'district', 'province'].includes(words.classOf(noun) ?? ''))
  );
}

/** The longest noun for a kind of place, in tokens: "nuclear power plant". */
const CLASS_TOKENS_MAX = 3;

/** Gives the kind of place that the words after a name tell: "the Bulboaca range", "the Marsa Dakar oil terminal". */
export function classAfter(search: CoreSearch, endToken: number): ClassKind | undefined {
  const { tokens } = search.doc.layers;
  const sentence = tokens[endToken - 1]?.sentence;
  for (let length = CLASS_TOKENS_MAX; length > 0; length--) {
    const end = endToken + length;
    if (tokens[end - 1]?.sentence !== sentence) continue;
    const kind = search.words.classOf(textOf(search, { firstToken: endToken, endToken: end }).toLowerCase());
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Those who are sent somewhere, and what is. */
const SENT =
  /^(?:soldiers?|troops?|men|marines?|fighters?|police(?:men)?|officers?|guards?|recruits|reinforcements?|reservists|units?|brigades?|battalions?|regiments?|divisions?|compan(?:y|ies)|platoons?|columns?|convoys?|tanks?|howitzers|trucks?|ships?|warships?|gunboats?|frigates?|jets?|helicopters?|forces?|supplies|weapons|ammunition)$/u;

/** "sent 600 more soldiers to Kalemie", "a convoy to Tawila": where forces go is a place, whoever bears its name. */
export function isSentTo({ doc }: CoreSearch, token: number): boolean {
  const { tokens } = doc.layers;
  const before = lowerAt(tokens, token - 1);
  return (before === 'to' || before === 'into') && SENT.test(lowerAt(tokens, token - 2));
}

const SURE_PREPOSITIONS = new Set([
  'in',
  'near',
  'outside',
  'around',
  'nearby',
  'neighbouring',
  'neighboring',
]);

/** Titles write every word with a capital, so that "in" tells nothing there. */
export function isAfterIn({ doc }: CoreSearch, token: number): boolean {
  const { tokens, zones } = doc.layers;
  const start = tokens[token]?.start ?? 0;
  const inTitle = zones.some((zone) => zone.kind === 'title' && zone.start <= start && start < zone.end);
  return !inTitle && SURE_PREPOSITIONS.has((tokens[token - 1]?.text ?? '').toLowerCase());
}

/** "bombs dropped on Kan Htaung Gyi", "an air strike on X": what falls on a name falls on a place. */
export function isUnderFire({ doc, words }: CoreSearch, token: number): boolean {
  const { tokens } = doc.layers;
  const before = lowerAt(tokens, token - 1);
  return before === 'on' && words.is('fall', lowerAt(tokens, token - 2));
}

/** "shelled Sumy", "entered Goma": verbs whose object is a place. */
export function followsPlaceVerb({ doc, words }: CoreSearch, token: number): boolean {
  const tag = doc.layers.tags[token - 1];
  const bare = lowerAt(doc.layers.tokens, token - 1).replace(/(?:ed|ing)$/u, '');
  // A lemma may be wrong where the word is rare, so the form without its ending counts as well.
  return tag?.upos === 'VERB' && (words.is('verb', tag.lemma.toLowerCase()) || words.is('verb', bare));
}

/** The longest word in capitals that may be initials: "UNHCR", "OCHA", "SWAT". */
const INITIALS_MAX = 6;

/** So many characters to either side tell whether a line is all in capitals. */
const LINE_MAX = 120;

/**
 * "a SWAT team", "the ELN": a short word in capitals amid others that are not is initials, and no place that has the same
 * letters. Tables may list initials of places ("UAE", "DRC"); in a dateline or a line all in capitals the letters tell nothing.
 */
export function isAcronym(search: CoreSearch, { firstToken, endToken }: TokenRange): boolean {
  const token = search.doc.layers.tokens[firstToken];
  if (token === undefined || endToken - firstToken !== 1) return false;
  if (token.text.length > INITIALS_MAX || !/^\p{Lu}{2,}$/u.test(token.text)) return false;
  if (search.lexicon.isSpelled(token.text) || isInDateline(search.doc, firstToken)) return false;
  const { text } = search.doc;
  const before =
    text
      .slice(Math.max(0, token.start - LINE_MAX), token.start)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(token.end, token.end + LINE_MAX).split('\n')[0] ?? '';
  // "ASMARA – Shells fell": without a zone of its own, the head of a line before a mark is a dateline.
  const opens = before.trim() === '' && /^\s*(?:[-–—:(,]|$)/u.test(after);
  return !opens && /\p{Ll}/u.test(before + after);
}
