import { isEmptyWord, stemOf } from './words.ts';

/** What is known of a word as it stands in a text. */
export interface Word {
  /** Of the word in lower case, 32 bits, signed. */
  readonly hash: number;
  /** The number of its stem in the lexicon. */
  readonly stem: number;
  /** The number by which it is a fact: of the stem for a name, of the word itself for a number. */
  readonly fact: number;
  /** True where it carries no meaning of its own. */
  readonly isEmpty: boolean;
  /** True for digits and for number words. */
  readonly isNumber: boolean;
  /** True where it is written like a name. */
  readonly isName: boolean;
}

/** Numbers for words and stems, so that texts are compared by numbers, and a word that was met before costs one look-up. */
export interface Lexicon {
  wordFor(word: string): Word;
}

// More than the words of a language with its names; the stems' numbers outlive it.
const MAX_WORDS = 200_000;

/** Gives an empty lexicon. Numbers depend on the order in which words come: they tell words apart, and mean nothing else. */
export function createLexicon(): Lexicon {
  const words = new Map<string, Word>();
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return {
    wordFor(word) {
      const known = words.get(word);
      if (known !== undefined) return known;
      if (words.size >= MAX_WORDS) words.clear();
      const made = wordOf(word, numberOf);
      words.set(word, made);
      return made;
    },
  };
}

function wordOf(word: string, numberOf: (key: string) => number): Word {
  const lower = word.toLowerCase();
  const stem = numberOf(stemOf(lower));
  const isNumber = /^\d/u.test(word) || NUMBER_WORDS.has(lower);
  const isEmpty = isEmptyWord(lower);
  return {
    hash: hashOf(lower),
    stem,
    fact: isNumber ? numberOf(lower) : stem,
    isEmpty,
    isNumber,
    isName: !isNumber && !isEmpty && word.length > 1 && /^\p{Lu}/u.test(word),
  };
}

const NUMBER_WORDS = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozens scores'
  ).split(' '),
);

// FNV-1a with a final mix, 32 bits, over UTF-16 units (Fowler, Noll, Vo; mix by Appleby).
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** Mixes the bits of a 32-bit number, so that near numbers lie far apart. */
export function mixed(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  // Signed: numbers of this size cost no object each.
  return second ^ (second >>> 16);
}
