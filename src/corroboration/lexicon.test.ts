import { expect, test } from 'vitest';
import { createLexicon, type Lexicon, type Word } from './lexicon.ts';
import { scanWords } from './word-hashes.ts';

const wordsIn = (text: string, lexicon: Lexicon = createLexicon()): readonly Word[] => {
  const { starts, ends, hashes } = scanWords(text);
  return starts.map((start, i) => lexicon.wordAt(text, start, ends[i] ?? start, hashes[i] ?? 0));
};

test('words are runs of letters and digits of any script', () => {
  const text = 'Łódź’s 3rd depot — “Ялта” 𐐀𐐁!';
  const { starts, ends } = scanWords(text);
  expect(starts.map((start, i) => text.slice(start, ends[i]))).toEqual([
    'Łódź',
    's',
    '3rd',
    'depot',
    'Ялта',
    '𐐀𐐁',
  ]);
});

test('a word that was met before is the same word, wherever it stands', () => {
  const lexicon = createLexicon();
  const [first] = wordsIn('Shells fell', lexicon);
  expect(wordsIn('by noon Shells', lexicon).at(-1)).toBe(first);
});

test('forms of one word share a stem, and upper case makes a name', () => {
  const [name, word] = wordsIn('Shelled shells');
  expect(name).toMatchObject({ text: 'Shelled', isName: true, isNumber: false });
  expect(word).toMatchObject({ text: 'shells', isName: false, stem: name?.stem });
});

test('two words with one hash stay two, and any number of them are read', () => {
  const lexicon = createLexicon();
  const words = ['dam', 'depot', 'ferry', 'market', 'mosque', 'school', 'depot'];
  const read = words.map((word) => lexicon.wordAt(word, 0, word.length, 1));
  expect(read.map(({ text }) => text)).toEqual(words);
  expect(read[1]?.stem).toBe(read[6]?.stem);
});
