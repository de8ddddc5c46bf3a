import { describe, expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import { growTree } from '../language/tree.ts';
import { conditionsHold, parseConditions } from './conditions.ts';
import { slotsOfVerb } from './slots.ts';

const nobody = { is: () => false };

describe('parseConditions', () => {
  test('reads classes, lemmas, bare slots and negation', () => {
    expect(parseConditions('obj:force,!on=title|charts,into')).toEqual([
      { slot: 'obj', negated: false, kind: 'force', lemmas: [] },
      { slot: 'on', negated: true, kind: null, lemmas: ['title', 'charts'] },
      { slot: 'into', negated: false, kind: null, lemmas: [] },
    ]);
  });

  test('reads classes and lemmas of one slot as alternatives', () => {
    expect(parseConditions('obj:site|craft=convoy|patrol')).toEqual([
      { slot: 'obj', negated: false, kind: 'site|craft', lemmas: ['convoy', 'patrol'] },
    ]);
  });

  test('gives none for an empty cell', () => {
    expect(parseConditions('')).toEqual([]);
  });
});

describe('conditionsHold', () => {
  const doc = buildDoc([
    'Guards/NOUN/2/nsubj/guard fired/VERB/0/root/fire mortars/NOUN/2/obj/mortar at/ADP/6/case a/DET/6/det post/NOUN/2/obl/post twice/ADV/2/advmod/twice ./PUNCT/2/punct',
  ]);
  const tree = growTree(doc.layers);
  const slots = slotsOfVerb(tree, 1);

  test.each([
    ['obj=mortar|rocket', true],
    ['obj=coach', false],
    ['!obj=coach', true],
    ['at', true],
    ['on', false],
    ['at=post,obj', true],
    ['obj:force', false],
    ['obj:force=mortar', true],
    ['obj:force|site=rocket', false],
    ['adv=twice', true],
    ['aux=will', false],
  ])('%s is %s of “Guards fired mortars at a post twice”', (when, expected) => {
    expect(conditionsHold(tree, nobody, slots, parseConditions(when))).toBe(expected);
  });
});
