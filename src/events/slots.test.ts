import { describe, expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import { growTree, type Tree } from '../language/tree.ts';
import { slotsOfNoun, slotsOfVerb } from './slots.ts';

const words = (tree: Tree, tokens: readonly number[]): readonly string[] =>
  tokens.map((token) => tree.tokens[token]?.text ?? '');
const treeOf = (line: string): Tree => growTree(buildDoc([line]).layers);

describe('slotsOfVerb', () => {
  test.each([
    ['an active', 'Rebels/NOUN/2/nsubj seized/VERB/0/root guards/NOUN/2/obj', 1, ['Rebels'], ['guards']],
    [
      'a passive with agent',
      'Guards/NOUN/3/nsubj:pass were/AUX/3/aux:pass/be seized/VERB/0/root by/ADP/5/case rebels/NOUN/3/obl:agent',
      2,
      ['rebels'],
      ['Guards'],
    ],
    [
      'a participle behind its noun with an agent',
      'guards/NOUN/0/root seized/VERB/1/acl by/ADP/4/case rebels/NOUN/2/obl',
      1,
      ['rebels'],
      ['guards'],
    ],
    [
      'a participle that does something by some means',
      'guards/NOUN/0/root standing/VERB/1/acl by/ADP/4/case gates/NOUN/2/obl',
      1,
      ['guards'],
      [],
    ],
    [
      'an agentless passive',
      'Guards/NOUN/3/nsubj:pass were/AUX/3/aux:pass/be killed/VERB/0/root',
      2,
      [],
      ['Guards'],
    ],
    [
      'an active that was taken for a passive',
      'Rebels/NOUN/2/nsubj:pass retaliated/VERB/0/root',
      1,
      ['Rebels'],
      [],
    ],
    [
      'a passive that shares its auxiliary',
      'Guards/NOUN/3/nsubj:pass were/AUX/3/aux:pass/be killed/VERB/0/root and/CCONJ/6/cc wells/NOUN/6/nsubj:pass burned/VERB/3/conj',
      5,
      [],
      ['wells'],
    ],
    ['a participle before its noun', 'destroyed/VERB/2/amod vehicles/NOUN/0/root', 0, [], ['vehicles']],
    [
      'a relative clause',
      'rebels/NOUN/0/root who/PRON/3/nsubj seized/VERB/1/acl:relcl guards/NOUN/3/obj',
      2,
      ['rebels'],
      ['guards'],
    ],
    [
      'a shared subject',
      'Rebels/NOUN/2/nsubj left/VERB/0/root and/CCONJ/4/cc burned/VERB/2/conj tents/NOUN/4/obj',
      3,
      ['Rebels'],
      ['tents'],
    ],
    [
      'an infinitive whose doer is the object',
      'Kyiv/PROPN/2/nsubj ordered/VERB/0/root/order troops/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp',
      4,
      ['troops'],
      [],
    ],
  ])('reads %s', (_, line, verb, subj, obj) => {
    const tree = treeOf(line);
    const slots = slotsOfVerb(tree, verb);
    expect(words(tree, slots.subj)).toEqual(subj);
    expect(words(tree, slots.obj)).toEqual(obj);
  });
});

describe('slotsOfNoun', () => {
  test('takes the light verb’s subject and its prepositions', () => {
    const tree = treeOf(
      'Guards/NOUN/2/nsubj launched/VERB/0/root/launch an/DET/4/det attack/NOUN/2/obj on/ADP/7/case the/DET/7/det port/NOUN/2/obl',
    );
    const slots = slotsOfNoun(tree, 3, 1);
    expect(words(tree, slots.subj)).toEqual(['Guards']);
    expect(words(tree, slots.fillers('on'))).toEqual(['port']);
  });

  test('takes possessors and of-phrases without one', () => {
    const tree = treeOf(
      "Omdurman/PROPN/3/nmod:poss +'s/PART/1/case shelling/NOUN/0/root of/ADP/6/case the/DET/6/det market/NOUN/3/nmod",
    );
    const slots = slotsOfNoun(tree, 2, null);
    expect(words(tree, slots.subj)).toEqual(['Omdurman']);
    expect(words(tree, slots.obj)).toEqual(['market']);
  });
});
