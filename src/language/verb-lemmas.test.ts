import { describe, expect, test } from 'vitest';
import { compileVerbLemmas, mendLemma } from './verb-lemmas.ts';

const lemmas = compileVerbLemmas(
  [{ form: 'fled', lemma: 'flee' }],
  [
    [
      { words: 'bomb|strafe|mine|bar|carry|shell out', pos: 'verb' },
      { words: 'bom', pos: 'noun' },
    ],
  ],
);
const mended = (text: string, lemma: string, upos: 'VERB' | 'NOUN' = 'VERB') =>
  mendLemma(lemmas, text, { upos, lemma, features: {} }).lemma;

describe('mendLemma', () => {
  test.each([
    ['bombed', 'bom', 'bomb'],
    ['Strafed', 'straf', 'strafe'],
    ['mined', 'min', 'mine'],
    ['barred', 'barr', 'bar'],
    ['carries', 'carrie', 'carry'],
    ['shelled', 'shel', 'shell'],
    ['fled', 'flead', 'flee'],
  ])('gives %s its lemma', (text, lemma, expected) => {
    expect(mended(text, lemma)).toBe(expected);
  });

  test('leaves other verbs and nouns alone', () => {
    expect(mended('knitted', 'knit')).toBe('knit');
    expect(mended('bombed', 'bom', 'NOUN')).toBe('bom');
  });
});
