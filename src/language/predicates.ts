import type { Predicate } from '../document/language-layers.ts';

/** Gives a predicate of a part as one of the whole, which begins `offset` tokens before it. */
export function movePredicate(predicate: Predicate, offset: number): Predicate {
  return {
    ...predicate,
    token: predicate.token + offset,
    arguments: predicate.arguments.map((one) => ({ ...one, token: one.token + offset })),
  };
}
