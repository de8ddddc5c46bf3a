import type { Tables } from './tables.ts';
import { baseStem, placedWords } from './words.ts';

/** What a trigger is compared by. */
export interface TriggerMarks {
  /** Stems of its words, of irregular forms that of the base form ("shot": "shoot"), joined by spaces. */
  readonly lemma: string;
  /** Names of the groups of kindred words that it stands in. */
  readonly kin: readonly string[];
}

/** Gives what a trigger's words are compared by. */
export function triggerMarks(words: string, { lemmas, kindred }: Tables): TriggerMarks {
  const stems = placedWords(words).map(({ word }) => baseStem(word, lemmas));
  const pairs = stems.flatMap((stem, i) => kindred.get(`${stem} ${stems[i + 1]}`) ?? []);
  // "Passed away" is a death, whatever else passes. A longer trigger ("broke the law again and left") names more than one deed.
  const single = stems.length > MAX_WORDS ? [] : stems.flatMap((stem) => kindred.get(stem) ?? []);
  return { lemma: stems.join(' '), kin: pairs.length > 0 ? pairs : single };
}

const MAX_WORDS = 3;

// "Acquire" and "acquisition", "explode" and "explosion": five letters in common are mostly one root.
const ROOT = 5;

/** Gives how near two triggers are: 1 for the same words, less for one root or kindred words, 0 for others. */
export function kinship(a: TriggerMarks, b: TriggerMarks): number {
  if (a.lemma === b.lemma) return 1;
  const root = a.lemma.slice(0, ROOT);
  const isRoot = root.length === ROOT && root === b.lemma.slice(0, ROOT);
  return isRoot || a.kin.some((group) => b.kin.includes(group)) ? KINDRED : 0;
}

// Measured on ECB+ (training/linking): between 0.5 and 1 little changes.
const KINDRED = 0.75;
