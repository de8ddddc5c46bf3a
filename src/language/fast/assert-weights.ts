/** Stops on weights that are damaged or not made for this engine: a broken promise inside, not bad input. */
export function assertWeights(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`The weights of the fast engine cannot be used: ${what}.`);
}
