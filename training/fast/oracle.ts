import {
  canMove,
  LEFT,
  type ParseState,
  RIGHT,
  SHIFT,
  stackAt,
} from '../../src/language/fast/transitions.ts';

/** The tree that the parser should find; heads equal the length at the root. */
export interface GoldTree {
  readonly heads: readonly number[];
  /** Dependents of each word, the root's at the place `length`. */
  readonly dependents: readonly (readonly number[])[];
}

/** Gives the tree with its dependents at hand. */
export function goldTree(heads: readonly number[]): GoldTree {
  const dependents: number[][] = Array.from({ length: heads.length + 1 }, () => []);
  heads.forEach((head, dependent) => {
    dependents[head]?.push(dependent);
  });
  return { heads, dependents };
}

/**
 * Gives how many right arcs each move makes unreachable, infinite where it cannot be made: the dynamic oracle of
 * Goldberg and Nivre (2013) for the arc-hybrid system, which knows the best way on from any state.
 */
export function costsOf(state: ParseState, gold: GoldTree): [shift: number, left: number, right: number] {
  return [
    canMove(state, SHIFT) ? shiftCost(state, gold) : Number.POSITIVE_INFINITY,
    canMove(state, LEFT) ? leftCost(state, gold) : Number.POSITIVE_INFINITY,
    canMove(state, RIGHT) ? rightCost(state, gold) : Number.POSITIVE_INFINITY,
  ];
}

/** Dependents that still wait in the buffer, the front one included. */
function waiting(state: ParseState, gold: GoldTree, word: number): number {
  let count = 0;
  for (const dependent of gold.dependents[word] ?? []) if (dependent >= state.front) count++;
  return count;
}

function leftCost(state: ParseState, gold: GoldTree): number {
  const top = stackAt(state, 0);
  const head = gold.heads[top] as number;
  const lost = head === stackAt(state, 1) || head > state.front;
  return waiting(state, gold, top) + (lost ? 1 : 0);
}

function rightCost(state: ParseState, gold: GoldTree): number {
  const top = stackAt(state, 0);
  return waiting(state, gold, top) + ((gold.heads[top] as number) >= state.front ? 1 : 0);
}

function shiftCost(state: ParseState, gold: GoldTree): number {
  const { front, stack, depth } = state;
  let cost = 0;
  for (let i = 0; i < depth; i++) {
    const word = stack[i] as number;
    if (gold.heads[word] === front) cost++;
    if (i < depth - 1 && gold.heads[front] === word) cost++;
  }
  return cost;
}
