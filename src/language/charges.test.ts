import { expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import { tieCharges } from './charges.ts';

const headsOf = (line: string): readonly number[] => {
  const { layers } = buildDoc([line]);
  const reading = tieCharges({ tags: layers.tags, dependencies: layers.dependencies, names: [] });
  return reading.dependencies.map(({ head }) => head + 1);
};

test('hangs a deed on the charge, not on whoever makes it', () => {
  const line =
    'Togo/PROPN/3/nsubj:pass is/AUX/3/aux:pass accused/VERB/0/root/accuse by/ADP/5/case clerks/NOUN/3/obl:agent of/SCONJ/7/mark burning/VERB/5/acl/burn huts/NOUN/7/obj';
  expect(headsOf(line)[6]).toBe(3);
});

test.each([
  [
    'a group of those who charge',
    'Togo/PROPN/3/nsubj:pass is/AUX/3/aux:pass accused/VERB/0/root/accuse by/ADP/5/case groups/NOUN/3/obl:agent of/ADP/7/case clerks/NOUN/5/nmod',
    7,
    5,
  ],
  [
    'a deed of somebody met',
    'Togo/PROPN/3/nsubj:pass is/AUX/3/aux:pass met/VERB/0/root/meet by/ADP/5/case fears/NOUN/3/obl:agent of/SCONJ/7/mark burning/VERB/5/acl/burn huts/NOUN/7/obj',
    7,
    5,
  ],
])('leaves %s', (_, line, token, head) => {
  expect(headsOf(line)[token - 1]).toBe(head);
});
