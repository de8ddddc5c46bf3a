import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseTable } from '../document/table.ts';
import { numberWords, readNumeral } from './numbers.ts';
import { splitAtoms } from './times/atoms.ts';

const words = numberWords(
  parseTable(readFileSync(new URL('../../data/quantities/numbers.tsv', import.meta.url), 'utf8')),
);

function numeralOf(text: string) {
  const tokens = [...text.matchAll(/\S+/g)].map((word) => ({
    start: word.index,
    end: word.index + word[0].length,
    text: word[0],
    sentence: 0,
  }));
  const atoms = splitAtoms(tokens);
  const read = readNumeral(atoms, 0, words);
  return read === null ? null : [read.value, text.slice(0, atoms[read.end - 1]?.end)];
}

describe('numerals', () => {
  test.each([
    ['23 people', 23, '23'],
    ['3,000 troops', 3000, '3,000'],
    ['1.5 million people', 1500000, '1.5 million'],
    ['twenty-three dead', 23, 'twenty-three'],
    ['two hundred and fifty men', 250, 'two hundred and fifty'],
    ['three thousand two hundred shells', 3200, 'three thousand two hundred'],
    ['a dozen boats', 12, 'a dozen'],
    ['half a million people', 500000, 'half a million'],
    ['two dozen lorries', 24, 'two dozen'],
    ['two and three', 2, 'two'],
    ['three million and five million', 3000000, 'three million'],
    ['12, 34', 12, '12'],
  ])('reads the head of “%s”', (text, value, read) => {
    expect(numeralOf(text)).toEqual([value, read]);
  });

  test.each(['a soldier', 'third', 'million-dollar', 'tanks'])('reads none in “%s”', (text) => {
    expect(numeralOf(text)).toBeNull();
  });
});
