import { describe, expect, test } from 'vitest';
import { lemmaOf, readLemmas } from './lemmas.ts';

const isWord = (lower: string): boolean => ['shell', 'deny', 'troop'].includes(lower);

const lemmas = readLemmas([
  'VERB VBD lled\t3 ',
  'VERB VBD ed\t2 ',
  'VERB VBD ied\t3 y',
  'VERB VBD =went\t4 go',
  'NOUN NNS s\t1 ',
  'PROPN NNPS s\t1 ',
]);

describe('lemmaOf', () => {
  test.each([
    ['shelled', 'VERB VBD', 'shell'],
    ['Denied', 'VERB VBD', 'deny'],
    ['went', 'VERB VBD', 'go'],
    ['Troops', 'NOUN NNS', 'troop'],
    ['Kurds', 'PROPN NNPS', 'Kurd'],
    ['controlled', 'VERB VBD', 'control'],
    ['fast', 'ADV RB', 'fast'],
  ] as const)('gives %s (%s) as %s', (text, tagClass, lemma) => {
    expect(lemmaOf(lemmas, text, tagClass, isWord)).toBe(lemma);
  });
});
