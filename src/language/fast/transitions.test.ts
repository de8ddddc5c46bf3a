import { describe, expect, test } from 'vitest';
import { canMove, isParsed, LEFT, makeMove, RIGHT, SHIFT, startParse } from './transitions.ts';

describe('transitions', () => {
  test('builds "troops entered Goma"', () => {
    const state = startParse(3);
    for (const move of [SHIFT, LEFT, SHIFT, SHIFT, RIGHT, LEFT]) {
      expect(canMove(state, move)).toBe(true);
      makeMove(state, move, 0);
    }
    expect(isParsed(state)).toBe(true);
    expect([...state.heads.subarray(0, 3)]).toEqual([1, 3, 1]);
  });

  test('lets only one word hang on the root', () => {
    const state = startParse(2);
    makeMove(state, SHIFT, 0);
    makeMove(state, SHIFT, 0);
    expect(canMove(state, LEFT)).toBe(false);
    expect(canMove(state, RIGHT)).toBe(true);
    expect(canMove(state, SHIFT)).toBe(false);
  });
});
