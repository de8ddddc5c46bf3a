import { headOf, isRelation, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import type { PlaceCandidate, PlaceLexicon } from './place-lexicon.ts';
import type { PlacePhrase } from './place-phrases.ts';
import type { PlaceWords } from './place-words.ts';

/** What tells a place from the government or people that bears its name. */
export interface MetonymyTest {
  readonly tree: Tree;
  readonly words: PlaceWords;
  readonly lexicon: PlaceLexicon;
  /** Tells whether a verb of going or striking stands before the token. */
  followsPlaceVerb(token: number): boolean;
}

/**
 * Tells whether a phrase stands for a government or people ("Turkey said", "Ukraine's army", "against Israel")
 * rather than for where something is ("in Turkey"). Only countries, capitals and self-ruled territories can.
 */
export function isMetonym(test: MetonymyTest, phrase: PlacePhrase, place: PlaceCandidate | null): boolean {
  if (phrase.className !== null || phrase.relation !== 'at') return false;
  if (!canAct(test, phrase, place)) return false;
  const before = precedingWord(test.tree, phrase);
  if (before === 'to' && lowerOf(test.tree, phrase.firstToken - 2) === 'according') return true;
  // "pulled its troops out of Kyiv": from there, not from its government.
  if (before === 'of' && lowerOf(test.tree, phrase.firstToken - 2) === 'out') return false;
  if (test.words.is('locative', before) && !PARTY_PREPOSITIONS.has(before)) return false;
  if (test.followsPlaceVerb(phrase.firstToken)) return false;
  const head = headOfPhrase(test.tree, phrase);
  const relation = relationOf(test.tree, head);
  if (isRelation(relation, ['nsubj', 'obj', 'iobj', 'obl:agent', 'vocative']))
    return !isPlaceVerb(test, head, relation);
  if (isRelation(relation, ['nmod:poss', 'compound', 'amod'])) return true;
  if (isRelation(relation, ['nmod', 'obl']))
    return PARTY_PREPOSITIONS.has(before) && !isPartOf(test, head, before);
  if (isRelation(relation, ['conj'])) return isMetonymicHead(test, headOf(test.tree, head));
  return test.words.is('government', lemmaOf(test.tree, headOf(test.tree, head)));
}

/** Prepositions whose noun is a party: "talks with Iran", "sanctions against Russia", "condemned by Egypt". */
const PARTY_PREPOSITIONS = new Set([
  'with',
  'against',
  'by',
  'between',
  'for',
  'of',
  'on',
  'among',
  'versus',
  'behind',
  'from',
]);

function canAct({ lexicon }: MetonymyTest, phrase: PlacePhrase, place: PlaceCandidate | null): boolean {
  const { name } = phrase.core;
  if (lexicon.countryOfCapital(name) !== undefined || SEATS.has(name)) return true;
  if (place === null && lexicon.countryOfOwn(name) !== undefined) return true;
  return place !== null && ACTING.has(place.kind) && (place.curated || place.kind === 'capital');
}

const ACTING: ReadonlySet<string> = new Set(['country', 'territory', 'capital', 'continent']);

/** Seats of power that are no capital of a country in the tables: "an idea that Delhi turned down", "Tiraspol denied it". */
const SEATS = new Set([
  'Brussels',
  'Delhi',
  'Erbil',
  'Hargeisa',
  'Mekelle',
  'Ramallah',
  'Stepanakert',
  'Sukhumi',
  'The Hague',
  'Tiraspol',
  'Tobruk',
  'Tskhinvali',
  'Tel Aviv',
  'Kiev',
  'Washington',
  'Geneva',
  'Sana’a',
  "Sana'a",
]);

/** Gives the word before the phrase, over its own article and compass words. */
function precedingWord(tree: Tree, phrase: PlacePhrase): string {
  const before = lowerOf(tree, phrase.firstToken - 1);
  return before === 'both' || before === '“' || before === '"'
    ? lowerOf(tree, phrase.firstToken - 2)
    : before;
}

/** Gives the token of the phrase whose head lies outside it. */
function headOfPhrase(tree: Tree, { core }: PlacePhrase): number {
  for (let token = core.endToken - 1; token >= core.firstToken; token--) {
    const head = headOf(tree, token);
    if (head < core.firstToken || head >= core.endToken) return token;
  }
  return core.endToken - 1;
}

/** "entered Ukraine", "bombed Gaza", and passives: "Sudan was rocked", "Kyiv was shelled". */
function isPlaceVerb({ tree, words }: MetonymyTest, token: number, relation: string): boolean {
  const verb = lemmaOf(tree, headOf(tree, token));
  return words.is('verb', verb) && (relation === 'obj' || relation === 'nsubj:pass');
}

/** "the east of Ukraine", "parts of Syria", "from Ukraine" speak of the land; "the president of Ukraine" of the state. */
/** "blames it on Peru", "imposed sanctions on Iran", "called on Togo": what is laid on a state lies on its government. */
const LAID_ON = new Set('blame pin impose slap call prevail rely depend lean inflict levy wage'.split(' '));

function isPartOf({ tree, words }: MetonymyTest, token: number, before: string): boolean {
  if (before === 'on' && LAID_ON.has(lemmaOf(tree, headOf(tree, token)))) return false;
  if (before === 'from' || before === 'on') return relationOf(tree, token) === 'obl';
  if (before !== 'of') return false;
  const head = lowerOf(tree, headOf(tree, token));
  return words.classOf(head) !== undefined || words.is('direction', head) || words.is('land', head);
}

function isMetonymicHead({ tree, words }: MetonymyTest, token: number): boolean {
  const before = lowerOf(tree, token - 1);
  if (isRelation(relationOf(tree, token), ['nmod', 'obl']))
    return PARTY_PREPOSITIONS.has(before) && before !== 'of';
  const relation = relationOf(tree, token);
  return isRelation(relation, ['nsubj']) && !words.is('verb', lemmaOf(tree, headOf(tree, token)));
}
