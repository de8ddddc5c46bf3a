/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez, Satta 2011): words move from the buffer to a stack;
 * the top of the stack gets its head either from the front of the buffer or from the word below it.
 * The root stands after the last word, so that the last decision finds the root.
 */

/** The front of the buffer goes onto the stack. */
export const SHIFT = 0;
/** The top of the stack gets the front of the buffer as its head. */
export const LEFT = 1;
/** The top of the stack gets the word below it as its head. */
export const RIGHT = 2;

/** How far the reading of one sentence has come. `front` is the first word of the buffer; `length` is the root. */
export interface ParseState {
  readonly length: number;
  readonly stack: Int32Array;
  depth: number;
  front: number;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  /** The outermost and second outermost dependents on each side; -1 where there is none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
}

/** Gives the state before the first decision on a sentence of `length` words. */
export function startParse(length: number): ParseState {
  const filled = (): Int32Array => new Int32Array(length + 1).fill(-1);
  return {
    length,
    stack: new Int32Array(length + 1),
    depth: 0,
    front: 0,
    heads: filled(),
    relations: filled(),
    left1: filled(),
    left2: filled(),
    right1: filled(),
    right2: filled(),
    leftCount: new Int32Array(length + 1),
    rightCount: new Int32Array(length + 1),
  };
}

/** Tells whether every word has its head. */
export function isParsed(state: ParseState): boolean {
  return state.front === state.length && state.depth === 0;
}

/** Tells whether a move can be made; only one word may hang on the root. */
export function canMove(state: ParseState, move: number): boolean {
  if (move === SHIFT) return state.front < state.length;
  if (move === RIGHT) return state.depth >= 2;
  return state.depth >= 1 && (state.front < state.length || state.depth === 1);
}

/** Gives the word at place `below` of the stack, 0 at the top; -1 where there is none. */
export function stackAt(state: ParseState, below: number): number {
  return below < state.depth ? (state.stack[state.depth - 1 - below] as number) : -1;
}

/** Makes a move; the relation is that of the word that gets its head. */
export function makeMove(state: ParseState, move: number, relation: number): void {
  if (move === SHIFT) {
    state.stack[state.depth++] = state.front++;
    return;
  }
  const dependent = state.stack[--state.depth] as number;
  const head = move === LEFT ? state.front : (state.stack[state.depth - 1] as number);
  state.heads[dependent] = head;
  state.relations[dependent] = relation;
  if (move === LEFT) {
    state.left2[head] = state.left1[head] as number;
    state.left1[head] = dependent;
    state.leftCount[head] = (state.leftCount[head] as number) + 1;
  } else {
    state.right2[head] = state.right1[head] as number;
    state.right1[head] = dependent;
    state.rightCount[head] = (state.rightCount[head] as number) + 1;
  }
}
