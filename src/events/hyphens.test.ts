import { expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import { growTree } from '../language/tree.ts';
import { joinedAt } from './hyphens.ts';

const tree = growTree(
  buildDoc([
    'Pull/NOUN/3/compound/pull +-/PUNCT/1/punct +outs/NOUN/4/nsubj/out followed/VERB/0/root/follow talks/NOUN/4/obj/talk ./PUNCT/4/punct',
  ]).layers,
);

test('joins what a hyphen divides, at its last part', () => {
  expect(joinedAt(tree, 2)).toEqual({ firstToken: 0, lemma: 'pull-out' });
});

test.each([0, 1, 3, 4])('joins nothing at token %i', (token) => {
  expect(joinedAt(tree, token)).toBeUndefined();
});
