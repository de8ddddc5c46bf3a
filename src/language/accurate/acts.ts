import type { LikelyAct } from '../../document/language-layers.ts';

/** Tells of each of w words, from the encoder's vectors, which act it tells: w rows of probabilities, one for each type. */
export interface ActHeads {
  run(vectors: Float32Array, words: number): Float32Array;
  /** What the columns mean: the first is no act, the others are types of PLOVER 2.0. */
  readonly types: readonly string[];
}

/** Reads the types (`models/accurate/acts.json`). @throws Error when they are missing. */
export function readActTypes(json: string): readonly string[] {
  const { types } = JSON.parse(json) as { types?: readonly string[] };
  if (!Array.isArray(types) || types[0] !== '') throw new Error('the types of acts are missing');
  return types;
}

/** Gives for each word the likeliest act. */
export function findActs(heads: ActHeads, vectors: Float32Array, words: number): readonly LikelyAct[] {
  const { types } = heads;
  const likely = heads.run(vectors, words);
  return Array.from({ length: words }, (_, word) => {
    const row = likely.subarray(word * types.length, (word + 1) * types.length);
    let best = 1;
    for (let type = 2; type < types.length; type++) if ((row[type] ?? 0) > (row[best] ?? 0)) best = type;
    return {
      confidence: inHundredths(1 - (row[0] ?? 1)),
      type: types[best] ?? 'OTHER',
      typeConfidence: inHundredths(row[best] ?? 0),
    };
  });
}

/** The last bits of a sum differ between kinds of processors; nobody decides on them. */
export function inHundredths(figure: number): number {
  return Math.round(figure * 100) / 100;
}
