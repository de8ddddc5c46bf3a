import type { Row } from '../document/table.ts';
import { type NumberWords, numberWords } from './numbers.ts';

/** Rows of the tables that quantities are read with. */
export interface QuantitiesTables {
  /** data/quantities/words.tsv: phrase, class, value, max. */
  readonly words: readonly Row[];
  /** data/quantities/numbers.tsv: word, kind, value. */
  readonly numbers: readonly Row[];
}

/** What a qualifier does to a number: "over 3,000" is more than 3,000. */
export type Qualifier = 'at-least' | 'more-than' | 'up-to' | 'less-than' | 'about' | 'exact';

/** Inclusive bounds; null is open. */
export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

/** The words of amounts, by what they do. */
export interface QuantityLexicon {
  readonly qualifiers: ReadonlyMap<string, Qualifier>;
  readonly vague: ReadonlyMap<string, Bounds>;
  readonly none: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly money: ReadonlySet<string>;
  readonly symbols: ReadonlyMap<string, string>;
  readonly labels: ReadonlySet<string>;
  readonly countables: ReadonlySet<string>;
  readonly numbers: NumberWords;
}

/** Sorts the rows of the tables into a lexicon. */
export function quantityLexicon({ words, numbers }: QuantitiesTables): QuantityLexicon {
  const ofClass = (name: string) => words.filter((row) => row['class'] === name);
  const phrase = (row: Row) => row['phrase'] ?? '';
  const phrases = (name: string) => new Set(ofClass(name).map(phrase));
  return {
    // The table holds no other values; a test reads them all.
    qualifiers: new Map(ofClass('qualifier').map((row) => [phrase(row), row['value'] as Qualifier])),
    vague: new Map(ofClass('vague').map((row) => [phrase(row), boundsOf(row)])),
    none: phrases('none'),
    measures: phrases('measure'),
    money: phrases('money'),
    symbols: new Map(ofClass('symbol').map((row) => [phrase(row), row['value'] ?? ''])),
    labels: phrases('label'),
    countables: phrases('countable'),
    numbers: numberWords(numbers),
  };
}

function boundsOf(row: Row): Bounds {
  return { min: Number(row['value']), max: row['max'] === '' ? null : Number(row['max']) };
}

/** Gives what a qualifier makes of bounds: "more than 40" is 41 and up, "up to 40" is 40 at most. */
export function qualified({ min, max }: Bounds, qualifier: Qualifier): Bounds {
  switch (qualifier) {
    case 'at-least':
      return { min, max: null };
    case 'more-than':
      return { min: min === null ? null : Math.floor(min) + 1, max: null };
    case 'up-to':
      return { min: null, max };
    case 'less-than':
      return { min: null, max: max === null ? null : Math.ceil(max) - 1 };
    default:
      return { min, max };
  }
}
