import { describe, expect, test } from 'vitest';
import { partsOf } from './parts.ts';
import { cutPieces, readVocabulary } from './pieces.ts';

const VOCABULARY = readVocabulary('[PAD]\n[CLS]\n[SEP]\n[UNK]\na\n##a\n;\n,\n.\n');

function cut(words: readonly string[]) {
  return partsOf(words, cutPieces(VOCABULARY, words));
}

/** So many words, with a mark at some places. */
function sentence(length: number, marks: Readonly<Record<number, string>> = {}): string[] {
  return Array.from({ length }, (_, at) => marks[at] ?? 'a');
}

describe('partsOf', () => {
  test('leaves a sentence whole that fits', () => {
    const words = sentence(254);
    expect(cut(words)).toEqual([{ firstWord: 0, endWord: 254, pieces: cutPieces(VOCABULARY, words) }]);
    expect(cut([])).toEqual([]);
  });

  test('cuts a longer one behind the last semicolon, though a comma comes later', () => {
    const parts = cut(sentence(300, { 150: ';', 200: ';', 230: ',', 290: ';' }));
    expect(parts.map(({ firstWord, endWord }) => [firstWord, endWord])).toEqual([
      [0, 201],
      [201, 300],
    ]);
  });

  test('cuts behind a comma where nothing parts clauses more', () => {
    expect(cut(sentence(300, { 90: ';', 180: ',' }))[0]?.endWord).toBe(181);
  });

  test('cuts anywhere where there is no mark', () => {
    expect(cut(sentence(600)).map(({ endWord }) => endWord)).toEqual([254, 508, 600]);
  });

  test('gives each part its own pieces between the opening and the closing mark', () => {
    const words = [...sentence(200), ';', 'aa', ...sentence(100)];
    const second = cut(words)[1]!;
    expect(second.pieces).toEqual(cutPieces(VOCABULARY, words.slice(second.firstWord)));
  });

  test('keeps every part within what the encoder takes, whatever the words are', () => {
    const words = Array.from({ length: 2000 }, (_, at) => 'a'.repeat(1 + (at % 30)));
    const parts = cut(words);
    expect(parts.every(({ pieces }) => pieces.ids.length <= 256)).toBe(true);
    expect(parts.map(({ firstWord }) => firstWord)).toEqual([
      0,
      ...parts.slice(0, -1).map(({ endWord }) => endWord),
    ]);
    expect(parts.at(-1)?.endWord).toBe(2000);
  });
});
