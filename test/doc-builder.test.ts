import { expect, test } from 'vitest';
import { wordsOf } from '../src/document/span.ts';
import { buildDoc, spanOf, tokenOf } from './doc-builder.ts';

const doc = buildDoc(
  [
    '@title',
    'Lima/PROPN/2/nsubj answers/VERB/0/root',
    '',
    'Peru/PROPN/3/nmod:poss ’s/PART/1/case army/NOUN/4/nsubj denied/VERB/0/root it/PRON/4/obj ,/PUNCT/8/punct Ana/PROPN/8/nsubj said/VERB/4/parataxis/say/tense=Past ./PUNCT/4/punct',
    '"/PUNCT/3/punct We/PRON/3/nsubj left/VERB/0/root ,/PUNCT/3/punct "/PUNCT/3/punct she/PRON/7/nsubj said/VERB/3/parataxis ./PUNCT/3/punct',
  ],
  { names: ['place:Peru', 'person:Ana'] },
);

test('writes the text as English does', () => {
  expect(doc.text).toBe('Lima answers\n\nPeru’s army denied it, Ana said. "We left," she said.');
});

test('gives zones, sentences and tokens whose spans are their words', () => {
  expect(doc.layers.zones.map((zone) => [zone.kind, wordsOf(doc.text, zone)])).toEqual([
    ['title', 'Lima answers'],
    ['paragraph', 'Peru’s army denied it, Ana said. "We left," she said.'],
  ]);
  expect(doc.layers.sentences).toHaveLength(3);
  for (const token of doc.layers.tokens) expect(wordsOf(doc.text, token)).toBe(token.text);
});

test('counts heads in the document and knows names, lemmas and features', () => {
  expect(doc.layers.dependencies[tokenOf(doc, 'Peru')]).toEqual({
    head: tokenOf(doc, 'army'),
    relation: 'nmod:poss',
  });
  expect(doc.layers.tags[tokenOf(doc, 'said')]).toEqual({
    upos: 'VERB',
    lemma: 'say',
    features: { tense: 'Past' },
  });
  expect(doc.layers.names.map((name) => [name.kind, wordsOf(doc.text, name)])).toEqual([
    ['place', 'Peru'],
    ['person', 'Ana'],
  ]);
  expect(spanOf(doc, 'army')).toEqual({ start: 21, end: 25 });
});
