import { hashOf } from './word-hashes.ts';
import { isEmptyWord, stemOf } from './words.ts';

/** What is known of a word as it stands in a text. */
export interface Word {
  /** As it stands in the text, upper and lower case kept. */
  readonly text: string;
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
  /** Gives the word from `start` to `end`, whose hash is that of `scanWords`: it is looked up without being cut out. */
  wordAt(text: string, start: number, end: number, hash: number): Word;
}

// More than the words of a language with its names; the stems' numbers outlive it.
const MAX_WORDS = 200_000;
// Two words with one hash are rare, and the second lies in the next slot; words made to collide are made anew each time.
const MAX_SLOTS = 4;

/** Gives an empty lexicon. Numbers depend on the order in which words come: they tell words apart, and mean nothing else. */
export function createLexicon(): Lexicon {
  const words = new Map<number, Word>();
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return {
    wordAt(text, start, end, hash) {
      for (let slot = hash; slot < hash + MAX_SLOTS; slot++) {
        const known = words.get(slot);
        if (known === undefined) {
          if (words.size >= MAX_WORDS) words.clear();
          const made = wordOf(text.slice(start, end), numberOf);
          words.set(slot, made);
          return made;
        }
        if (known.text.length === end - start && text.startsWith(known.text, start)) return known;
      }
      return wordOf(text.slice(start, end), numberOf);
    },
  };
}

function wordOf(text: string, numberOf: (key: string) => number): Word {
  const lower = text.toLowerCase();
  const stem = numberOf(stemOf(lower));
  const isNumber = /^\d/u.test(text) || NUMBER_WORDS.has(lower);
  const isEmpty = isEmptyWord(lower);
  return {
    text,
    hash: hashOf(lower),
    stem,
    fact: isNumber ? numberOf(lower) : stem,
    isEmpty,
    isNumber,
    isName: !isNumber && !isEmpty && text.length > 1 && /^\p{Lu}/u.test(text),
  };
}

const NUMBER_WORDS = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozens scores'
  ).split(' '),
);
