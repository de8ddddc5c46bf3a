import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import type { Attribution, EventMention } from '../document/event-layers.ts';
import { parseTable } from '../document/table.ts';
import { growTree } from '../language/tree.ts';
import { readFactuality } from './factuality.ts';
import { compileOperators } from './operators.ts';

const table = (name: string) =>
  parseTable(readFileSync(new URL(`../../data/claims/${name}.tsv`, import.meta.url), 'utf8'));
const operators = compileOperators([...table('operators'), ...table('hedges')]);

function factualityOf(line: string, trigger: string, frame?: Attribution): readonly string[] {
  const { layers, report } = buildDoc([line]);
  const tree = growTree(layers);
  const headToken = layers.tokens.findIndex(({ text }) => text === trigger);
  const event = { headToken, time: null } as unknown as EventMention; // Only these two are read.
  const { polarity, certainty, timeframe } = readFactuality(
    { tree, operators, times: [], publishedOn: report.publishedAt },
    event,
    frame,
  );
  return [polarity, certainty, timeframe];
}

describe('readFactuality', () => {
  test.each([
    [
      'an inverted condition',
      'Had/AUX/4/aux/have the/DET/3/det rebels/NOUN/4/nsubj seized/VERB/11/advcl/seize it/PRON/4/obj ,/PUNCT/4/punct aid/NOUN/8/compound flights/NOUN/11/nsubj would/AUX/11/aux have/AUX/11/aux stopped/VERB/0/root/stop',
      'seized',
      'positive',
      'possible',
      'hypothetical',
    ],
    [
      'no inverted condition',
      'Had/AUX/4/aux/have the/DET/3/det rebels/NOUN/4/nsubj seized/VERB/0/root/seize it/PRON/4/obj',
      'seized',
      'positive',
      'certain',
      'background',
    ],
    [
      'what is to be done',
      'He/PRON/5/nsubj:pass is/AUX/5/aux:pass/be to/PART/5/mark be/AUX/5/aux:pass deported/VERB/0/root/deport',
      'deported',
      'positive',
      'certain',
      'future',
    ],
    [
      'what was done to be known',
      'He/PRON/3/nsubj:pass was/AUX/3/aux:pass/be deported/VERB/0/root/deport to/PART/5/mark please/VERB/3/advcl them/PRON/5/obj',
      'deported',
      'positive',
      'certain',
      'current',
    ],
    [
      'an order not to',
      'Do/AUX/3/aux/do not/PART/3/advmod shell/VERB/0/root/shell the/DET/5/det clinic/NOUN/3/obj',
      'shell',
      'negative',
      'certain',
      'future',
    ],
    [
      'any such act under a modal',
      'A/DET/2/det blockade/NOUN/4/nsubj would/AUX/4/aux cost/VERB/0/root/cost billions/NOUN/4/obj',
      'blockade',
      'positive',
      'possible',
      'hypothetical',
    ],
    [
      'the act that is known under a modal',
      'The/DET/2/det blockade/NOUN/4/nsubj would/AUX/4/aux cost/VERB/0/root/cost billions/NOUN/4/obj',
      'blockade',
      'positive',
      'certain',
      'current',
    ],
    [
      'what is judged improbable',
      'She/PRON/2/nsubj considers/VERB/0/root/consider a/DET/4/det strike/NOUN/2/obj improbable/ADJ/2/xcomp',
      'strike',
      'negative',
      'probable',
      'future',
    ],
    [
      'what is judged at all',
      'She/PRON/2/nsubj considers/VERB/0/root/see the/DET/4/det strike/NOUN/2/obj illegal/ADJ/2/xcomp',
      'strike',
      'positive',
      'certain',
      'current',
    ],
    [
      'a clause of a noun before the verb',
      'Rumours/NOUN/2/nsubj/rumour spread/VERB/0/root/spread that/SCONJ/5/mark soldiers/NOUN/5/nsubj looted/VERB/2/ccomp/loot it/PRON/5/obj',
      'looted',
      'positive',
      'probable',
      'current',
    ],
    [
      'a name given',
      'Agencies/NOUN/2/nsubj called/VERB/0/root/call the/DET/4/det visit/NOUN/2/obj a/DET/6/det kidnapping/NOUN/2/xcomp',
      'kidnapping',
      'positive',
      'certain',
      'current',
    ],
    [
      'nobody of a state',
      'None/PRON/6/nsubj of/ADP/3/case them/PRON/1/nmod had/AUX/6/aux been/AUX/6/cop/be there/ADV/0/root',
      'been',
      'negative',
      'certain',
      'current',
    ],
    [
      'plain',
      'Troops/NOUN/2/nsubj crossed/VERB/0/root/cross the/DET/4/det river/NOUN/2/obj',
      'crossed',
      'positive',
      'certain',
      'current',
    ],
    [
      'not',
      'Troops/NOUN/4/nsubj did/AUX/4/aux/do not/PART/4/advmod cross/VERB/0/root the/DET/6/det river/NOUN/4/obj',
      'cross',
      'negative',
      'certain',
      'current',
    ],
    [
      'nobody',
      'No/DET/2/det civilians/NOUN/4/nsubj:pass were/AUX/4/aux:pass/be killed/VERB/0/root/kill',
      'killed',
      'negative',
      'certain',
      'current',
    ],
    [
      'may of a state',
      'Buses/NOUN/4/nsubj:pass may/AUX/4/aux be/AUX/4/aux:pass filled/VERB/0/root/fill with/ADP/6/case troops/NOUN/4/obl',
      'filled',
      'positive',
      'possible',
      'current',
    ],
    [
      'could of a deed',
      'Chad/PROPN/3/nsubj could/AUX/3/aux intervene/VERB/0/root',
      'intervene',
      'positive',
      'possible',
      'hypothetical',
    ],
    [
      'will',
      'Chad/PROPN/3/nsubj will/AUX/3/aux intervene/VERB/0/root',
      'intervene',
      'positive',
      'certain',
      'future',
    ],
    [
      'fail',
      'Troops/NOUN/2/nsubj failed/VERB/0/root/fail to/PART/4/mark seize/VERB/2/xcomp the/DET/6/det hill/NOUN/4/obj',
      'seize',
      'negative',
      'certain',
      'current',
    ],
    [
      'manage',
      'Troops/NOUN/2/nsubj managed/VERB/0/root/manage to/PART/4/mark seize/VERB/2/xcomp the/DET/6/det hill/NOUN/4/obj',
      'seize',
      'positive',
      'certain',
      'current',
    ],
    [
      'plan',
      'Troops/NOUN/2/nsubj plan/VERB/0/root to/PART/4/mark seize/VERB/2/xcomp the/DET/6/det hill/NOUN/4/obj',
      'seize',
      'positive',
      'possible',
      'future',
    ],
    [
      'appear',
      'Troops/NOUN/2/nsubj appear/VERB/0/root to/PART/5/mark have/AUX/5/aux crossed/VERB/2/xcomp/cross',
      'crossed',
      'positive',
      'probable',
      'current',
    ],
    [
      'a condition',
      'If/SCONJ/3/mark rebels/NOUN/3/nsubj attack/VERB/7/advcl ,/PUNCT/3/punct troops/NOUN/7/nsubj will/AUX/7/aux leave/VERB/0/root',
      'attack',
      'positive',
      'possible',
      'hypothetical',
    ],
    [
      'what hangs on a condition',
      'If/SCONJ/3/mark rebels/NOUN/3/nsubj attack/VERB/7/advcl ,/PUNCT/3/punct troops/NOUN/7/nsubj will/AUX/7/aux leave/VERB/0/root',
      'leave',
      'positive',
      'certain',
      'hypothetical',
    ],
    [
      'what hangs on a condition that stands before the telling',
      'If/SCONJ/3/mark rebels/NOUN/3/nsubj attack/VERB/5/advcl he/PRON/5/nsubj warned/VERB/0/root troops/NOUN/8/nsubj will/AUX/8/aux leave/VERB/5/ccomp',
      'leave',
      'positive',
      'certain',
      'hypothetical',
    ],
    [
      'what is told without a condition',
      'When/SCONJ/3/mark rebels/NOUN/3/nsubj attacked/VERB/5/advcl he/PRON/5/nsubj warned/VERB/0/root troops/NOUN/8/nsubj will/AUX/8/aux leave/VERB/5/ccomp',
      'leave',
      'positive',
      'certain',
      'future',
    ],
    [
      'what follows an order',
      'Touch/VERB/0/root them/PRON/1/obj and/CCONJ/6/cc we/PRON/6/nsubj will/AUX/6/aux attack/VERB/1/conj',
      'attack',
      'positive',
      'certain',
      'hypothetical',
    ],
    [
      'what follows what somebody does',
      'They/PRON/2/nsubj arm/VERB/0/root and/CCONJ/6/cc we/PRON/6/nsubj will/AUX/6/aux attack/VERB/2/conj',
      'attack',
      'positive',
      'certain',
      'future',
    ],
    [
      'fears of',
      'Fears/NOUN/4/nsubj/fear of/ADP/3/case attack/NOUN/1/nmod grew/VERB/0/root/grow',
      'attack',
      'positive',
      'possible',
      'hypothetical',
    ],
    [
      'possible',
      'a/DET/3/det possible/ADJ/3/amod invasion/NOUN/0/root',
      'invasion',
      'positive',
      'possible',
      'hypothetical',
    ],
    [
      'no one reported hit',
      'Minsk/PROPN/2/nsubj reported/VERB/0/root/report no/DET/4/det soldiers/NOUN/2/obj wounded/VERB/4/acl/wound',
      'wounded',
      'negative',
      'certain',
      'current',
    ],
    [
      'the wounded who are not paid',
      'Minsk/PROPN/2/nsubj paid/VERB/0/root/pay no/DET/4/det soldiers/NOUN/2/obj wounded/VERB/4/acl/wound',
      'wounded',
      'positive',
      'certain',
      'current',
    ],
    [
      'no more than',
      'no/ADV/2/advmod more/ADJ/4/advmod than/ADP/2/fixed 9000/NUM/5/nsubj crossed/VERB/0/root/cross',
      'crossed',
      'positive',
      'certain',
      'current',
    ],
    [
      'not only',
      'Troops/NOUN/4/nsubj not/PART/3/advmod only/ADV/4/advmod crossed/VERB/0/root/cross',
      'crossed',
      'positive',
      'certain',
      'current',
    ],
  ])('reads %s', (_, line, trigger, ...expected) => {
    expect(factualityOf(line, trigger)).toEqual(expected);
  });

  test('a cue of denial turns what it holds', () => {
    const frame = {
      firstToken: 2,
      endToken: 5,
      cue: null,
      source: { kind: 'outlet' },
      stance: 'deny',
      certainty: 'certain',
    } as unknown as Attribution;
    expect(
      factualityOf(
        'Minsk/PROPN/2/nsubj denied/VERB/0/root/deny shelling/VERB/2/xcomp/shell the/DET/5/det port/NOUN/3/obj',
        'shelling',
        frame,
      ),
    ).toEqual(['negative', 'certain', 'current']);
  });
});
