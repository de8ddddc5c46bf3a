import type { Certainty, Polarity, Timeframe } from '../document/event-layers.ts';
import type { Row } from '../document/table.ts';

/** What a word does to the commitment in its scope; null leaves a value as it was. */
export interface Operator {
  readonly turns: boolean;
  readonly certainty: Certainty | null;
  readonly timeframe: Timeframe | null;
}

/** Operators by kind (`verb`, `noun`, `adj`, `adj-mod`, `modal`, `adverb`, `mark`) and word: "verb fail". */
export type OperatorTable = ReadonlyMap<string, Operator>;

/** Compiles the rows of `data/claims/operators.tsv` (column `pos`) and `hedges.tsv` (column `kind`). */
export function compileOperators(rows: readonly Row[]): OperatorTable {
  const table = new Map<string, Operator>();
  for (const row of rows) {
    const operator: Operator = {
      turns: row['polarity'] === '-',
      certainty: (row['certainty'] || null) as Certainty | null,
      timeframe: (row['timeframe'] || null) as Timeframe | null,
    };
    for (const word of (row['words'] ?? '').split('|'))
      table.set(`${row['pos'] ?? row['kind']} ${word}`, operator);
  }
  return table;
}

const BY_WEAKNESS: readonly Certainty[] = ['certain', 'probable', 'possible', 'unknown'];

/** Gives the weaker of two commitments: what "may" weakened, "will" does not make firm again. */
export function weaker(a: Certainty, b: Certainty): Certainty {
  return BY_WEAKNESS.indexOf(a) >= BY_WEAKNESS.indexOf(b) ? a : b;
}

/** Gives the other polarity. */
export function turned(polarity: Polarity): Polarity {
  return polarity === 'positive' ? 'negative' : 'positive';
}
