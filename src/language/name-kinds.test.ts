import { describe, expect, test } from 'vitest';
import { readNameWords, refineNames } from './name-kinds.ts';

const table = readNameWords([
  { word: 'Bridge', kind: 'facility' },
  { word: 'Syrians', kind: 'group' },
  { word: 'Iskander', kind: 'weapon' },
  { word: 'Kyiv', kind: 'place' },
  { word: 'NATO', kind: 'organisation' },
]);

function refine(text: string, firstToken: number, endToken: number, kind: 'place' | 'person') {
  const words = text.split(' ');
  return refineNames(words, [{ firstToken, endToken, kind, confidence: 0.8 }], table).map(
    (name) => `${name.kind}: ${words.slice(name.firstToken, name.endToken).join(' ')}`,
  );
}

describe('refineNames', () => {
  test('makes a facility of a place that ends like one', () => {
    expect(refine('They hold Irpin Bridge now', 2, 4, 'place')).toEqual(['facility: Irpin Bridge']);
  });

  test('leaves a person whose name ends like a facility, and a lone word', () => {
    expect(refine('Mr Tom Bridge left', 1, 3, 'person')).toEqual(['person: Tom Bridge']);
    expect(refine('The Bridge fell', 1, 2, 'place')).toEqual(['place: Bridge']);
  });

  test('adds peoples and weapons outside names, and none inside', () => {
    expect(refine('Syrians fired Su-25s and Iskander at Goma', 6, 7, 'place')).toEqual([
      'group: Syrians',
      'weapon: Su-25s',
      'weapon: Iskander',
      'place: Goma',
    ]);
    expect(refine('the Free Syrians Army', 1, 4, 'place')).toEqual(['place: Free Syrians Army']);
  });

  test('makes one name of two of one kind that nothing stands between, unless one is listed', () => {
    const joined = (text: string, kind: 'place' | 'person') => {
      const words = text.split(' ');
      const halves = [0, 1].map((at) => ({ firstToken: at, endToken: at + 1, kind, confidence: 0.8 }));
      return refineNames(words, halves, table).map(({ firstToken, endToken }) => endToken - firstToken);
    };
    expect(joined('Minister Okello resigned', 'person')).toEqual([2]);
    expect(joined('Kyiv Vilnius talks', 'place')).toEqual([1, 1]);
  });

  test('knows capitals and alliances, but leaves longer names alone', () => {
    expect(refine('Kyiv and NATO agreed', 0, 1, 'person')).toEqual(['place: Kyiv', 'organisation: NATO']);
    expect(refine('Sofia Kyiv spoke', 0, 2, 'person')).toEqual(['person: Sofia Kyiv']);
  });

  test('takes no other code for a weapon', () => {
    expect(refine('G-7 and COVID-19 in Goma on M-b', 4, 5, 'place')).toEqual(['place: Goma']);
  });
});
