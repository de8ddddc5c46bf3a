import { expect, test } from 'vitest';
import { type ActHeads, findActs, readActTypes } from './acts.ts';

const heads: ActHeads = {
  types: ['', 'AID', 'ASSAULT'],
  run: () => Float32Array.from([0.123, 0.3, 0.577, 0.999, 0.0005, 0.0005]),
};

test('gives each word its likeliest act, in hundredths', () => {
  expect(findActs(heads, new Float32Array(2), 2)).toEqual([
    { confidence: 0.88, type: 'ASSAULT', typeConfidence: 0.58 },
    { confidence: 0, type: 'AID', typeConfidence: 0 },
  ]);
});

test('takes no list of types that does not begin with no act', () => {
  expect(() => readActTypes('{"types": ["AID"]}')).toThrow('types of acts');
  expect(readActTypes('{"types": ["", "AID"]}')).toEqual(['', 'AID']);
});
