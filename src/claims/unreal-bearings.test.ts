import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import { parseTable } from '../document/table.ts';
import { growTree } from '../language/tree.ts';
import { compileOperators } from './operators.ts';
import { governorsOf } from './scopes.ts';
import { unrealBearings } from './unreal-bearings.ts';

const table = (name: string) =>
  parseTable(readFileSync(new URL(`../../data/claims/${name}.tsv`, import.meta.url), 'utf8'));
const operators = compileOperators([...table('operators'), ...table('hedges')]);

function rulesOf(line: string, trigger: string): readonly string[] {
  const { layers } = buildDoc([line]);
  const tree = growTree(layers);
  const token = layers.tokens.findIndex(({ text }) => text === trigger);
  const scene = { tree, operators, times: [], publishedOn: null };
  return unrealBearings(scene, token, governorsOf(tree, token, undefined)).map(({ rule }) => rule);
}

describe('unrealBearings', () => {
  test.each([
    [
      'what something else stands for',
      'Far/ADV/7/advmod from/SCONJ/3/mark withdrawing/VERB/1/advcl/withdraw ,/PUNCT/1/punct the/DET/6/det units/NOUN/7/nsubj/unit dug/VERB/0/root/dig in/ADV/7/compound:prt',
      'withdrawing',
      ['claims/instead'],
    ],
    [
      'what was done at no time',
      'At/ADP/3/case no/DET/3/det time/NOUN/6/obl did/AUX/6/aux/do men/NOUN/6/nsubj/man enter/VERB/0/root it/PRON/6/obj',
      'enter',
      ['claims/never'],
    ],
    [
      'what there is no sign of',
      'There/PRON/2/expl is/VERB/0/root/be no/DET/4/det sign/NOUN/2/nsubj that/SCONJ/7/mark Iran/PROPN/7/nsubj/Iran supplied/VERB/4/acl/supply it/PRON/7/obj',
      'supplied',
      ['claims/no-proof'],
    ],
    [
      'a headline of what is to come',
      'Government/NOUN/0/root to/PART/3/mark lift/VERB/1/acl curfew/NOUN/3/obj',
      'lift',
      ['claims/headline'],
    ],
    [
      'whether to do it',
      'Lawmakers/NOUN/2/nsubj/lawmaker debated/VERB/0/root/debate whether/SCONJ/5/mark to/PART/5/mark ban/VERB/2/ccomp it/PRON/5/obj',
      'ban',
      ['claims/whether-to'],
    ],
    [
      'what somebody stands by for',
      'Troops/NOUN/4/nsubj were/AUX/4/cop/be on/ADP/4/case standby/ADJ/0/root to/PART/6/mark storm/VERB/4/advcl it/PRON/6/obj',
      'storm',
      ['claims/infinitive'],
    ],
    [
      'nothing in the first to do it',
      'They/PRON/4/nsubj were/AUX/4/cop/be the/DET/4/det first/ADJ/0/root to/PART/6/mark enter/VERB/4/acl it/PRON/6/obj',
      'enter',
      [],
    ],
    [
      'nothing in a plain deed at a time',
      'At/ADP/2/case noon/NOUN/4/obl men/NOUN/4/nsubj/man entered/VERB/0/root/enter it/PRON/4/obj',
      'entered',
      [],
    ],
  ])('finds %s', (_, line, trigger, expected) => {
    expect(rulesOf(line, trigger)).toEqual(expected);
  });
});
