import { expect, test } from 'vitest';
import { standsInQuotationMarks } from './quotation-marks.ts';

const inside = (text: string, words: string) => {
  const start = text.indexOf(words);
  return standsInQuotationMarks(text, { start, end: start + words.length });
};

test.each([
  ['“We fired first,” he said.', 'We fired first'],
  ['"We fired first," he said.', 'We fired first'],
  ['He said: “No. We fired first.”', 'We fired first'],
  ['“We fired first,” he said.', '“We fired first,”'],
  ['“Yes,” he said. “We fired first.', 'We fired first'],
])('finds the speaker’s own words in %s', (text, words) => {
  expect(inside(text, words)).toBe(true);
});

test.each([
  ['He said they fired first.', 'they fired first'],
  ['“Yes,” he said. They fired first.', 'They fired first'],
  ['He said “peacekeepers” entered the town.', '“peacekeepers” entered the town'],
  ['“Never again.\n\nTroops fired first.', 'Troops fired first'],
  ["It's said the army's men fired.", "the army's men fired"],
])('finds an outlet’s words in %s', (text, words) => {
  expect(inside(text, words)).toBe(false);
});
