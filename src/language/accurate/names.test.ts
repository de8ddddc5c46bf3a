import { describe, expect, test } from 'vitest';
import { findNames } from './names.ts';

const LABELS = ['B-person', 'B-place', 'I-person', 'I-place', 'O'];

/** Gives the names of words whose labels have these shares; what is not named has one in a thousand. */
function namesOf(...words: Readonly<Record<string, number>>[]) {
  const scores = words.flatMap((shares) => LABELS.map((label) => Math.log(shares[label] ?? 0.001)));
  return findNames(Float32Array.from(scores), LABELS).map(({ confidence, ...name }) => ({
    ...name,
    confidence: Math.round(confidence * 100) / 100,
  }));
}

describe('findNames', () => {
  test('finds names with their kinds', () => {
    // "Amina Yusuf left Kano"
    expect(namesOf({ 'B-person': 0.9 }, { 'I-person': 0.8 }, { O: 0.9 }, { 'B-place': 0.7 })).toEqual([
      { firstToken: 0, endToken: 2, kind: 'person', confidence: 0.8 },
      { firstToken: 3, endToken: 4, kind: 'place', confidence: 0.7 },
    ]);
  });

  test('never goes on with a name that was not opened', () => {
    expect(namesOf({ 'I-person': 0.6, O: 0.3 }, { O: 0.9 })).toEqual([]);
    expect(namesOf({ O: 0.9 }, { 'I-place': 0.6, 'B-place': 0.3 })).toEqual([
      { firstToken: 1, endToken: 2, kind: 'place', confidence: 0.3 },
    ]);
  });

  test('lets a sure continuation decide what kind of name was opened', () => {
    // "San José": the first word alone looks like a person's.
    expect(namesOf({ 'B-person': 0.5, 'B-place': 0.4 }, { 'I-place': 0.95 })).toMatchObject([
      { firstToken: 0, endToken: 2, kind: 'place' },
    ]);
  });

  test('parts two names that stand side by side', () => {
    expect(namesOf({ 'B-place': 0.9 }, { 'B-place': 0.9 })).toHaveLength(2);
  });

  test('gives no name for no words', () => {
    expect(namesOf()).toEqual([]);
  });
});
