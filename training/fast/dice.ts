/** Chance that repeats itself: the same seed, the same rolls. */
export interface Dice {
  /** An integer from 0 up to but not including the limit. */
  roll(limit: number): number;
  pick<T>(list: readonly T[]): T;
  chance(percent: number): boolean;
}

/** Gives the dice of a seed. */
export function rollFrom(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (limit: number): number => {
    // Numerical Recipes' linear congruential generator; its high bits are good enough to choose words.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  return {
    roll,
    pick: (list) => list[roll(list.length)] as (typeof list)[number],
    chance: (percent) => roll(100) < percent,
  };
}
