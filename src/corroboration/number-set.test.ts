import { expect, test } from 'vitest';
import { sharedCount, unionOf } from './number-set.ts';

test('a union holds each number once, rising, below zero too', () => {
  expect([...unionOf([[7, -3, 7], [], [2, -3]])]).toEqual([-3, 2, 7]);
  expect([...unionOf([])]).toEqual([]);
});

test('counts what two sets share, however far apart their numbers lie', () => {
  const far = unionOf([[-2_147_483_648, 0, 5, 2_147_483_647]]);
  expect(sharedCount(far, unionOf([[5, 6, 2_147_483_647]]))).toBe(2);
  expect(sharedCount(far, unionOf([[1, 6]]))).toBe(0);
  expect(sharedCount(far, unionOf([]))).toBe(0);
});
