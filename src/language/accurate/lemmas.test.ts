import { describe, expect, test } from 'vitest';
import { lemmaOf } from './lemmas.ts';

describe('lemmaOf', () => {
  test.each([
    ['Villages', '1 ', false, 'village'],
    ['denied', '3 y', false, 'deny'],
    ['fled', '1 e', false, 'flee'],
    ['was', '3 be', false, 'be'],
    ['n’t', '3 not', false, 'not'],
    ['Nairobi', '0 ', true, 'Nairobi'],
    ['Houthis', '1 ', true, 'Houthi'],
  ] as const)('reads %s with "%s"', (form, edit, isProper, lemma) => {
    expect(lemmaOf(form, edit, isProper)).toBe(lemma);
  });

  test.each([
    ['as', '3 be', 'as'],
    ['s', '1 ', 's'],
    ['ran', '', 'ran'],
    ['ran', 'no edit', 'ran'],
  ])('leaves %s whole where "%s" does not fit', (form, edit, lemma) => {
    expect(lemmaOf(form, edit, false)).toBe(lemma);
  });
});
