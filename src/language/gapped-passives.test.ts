import { expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import { passGapped } from './gapped-passives.ts';

const mended = (line: string) => {
  const { layers } = buildDoc([line]);
  return passGapped({ tags: layers.tags, dependencies: layers.dependencies, names: [] }).dependencies;
};

test('makes a passive of a verb that leaves its auxiliary to the one before', () => {
  const dependencies = mended(
    'Radio/NOUN/3/nsubj:pass was/AUX/3/aux:pass jammed/VERB/0/root ,/PUNCT/6/punct mayors/NOUN/6/nsubj arrested/VERB/3/parataxis/arrest/tense=Past,verbForm=Fin ./PUNCT/3/punct',
  );
  expect(dependencies[4]?.relation).toBe('nsubj:pass');
  expect(dependencies[5]).toEqual({ head: 2, relation: 'conj' });
});

test('hangs a further such verb on the one that has the auxiliary', () => {
  const dependencies = mended(
    'Huts/NOUN/3/nsubj:pass were/AUX/3/aux:pass shelled/VERB/0/root barns/NOUN/5/nsubj:pass razed/VERB/3/conj/raze wells/NOUN/7/nsubj:pass blown/VERB/5/conj/blow',
  );
  expect(dependencies[6]).toEqual({ head: 2, relation: 'conj' });
});

test.each([
  ['a verb that needs no object', 'fled/VERB/3/conj/flee/tense=Past,verbForm=Fin'],
  ['a verb with an auxiliary', 'detained/VERB/3/conj/detain/tense=Past,verbForm=Fin had/AUX/6/aux'],
  ['a verb with an object', 'detained/VERB/3/conj/detain/tense=Past,verbForm=Fin monks/NOUN/6/obj'],
])('leaves %s alone', (_, words) => {
  const dependencies = mended(
    `Huts/NOUN/3/nsubj:pass were/AUX/3/aux:pass shelled/VERB/0/root and/CCONJ/6/cc troops/NOUN/6/nsubj ${words}`,
  );
  expect(dependencies[4]?.relation).toBe('nsubj');
});
