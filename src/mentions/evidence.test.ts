import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import { parseTable } from '../document/table.ts';
import { createEvidence } from './evidence.ts';

const stage = createEvidence({
  words: parseTable(readFileSync(new URL('../../data/evidence/words.tsv', import.meta.url), 'utf8')),
});

function read(...lines: string[]) {
  const doc = buildDoc(lines);
  return stage
    .run({ ...doc, layers: { ...doc.layers, actors: [] } })
    .evidence.map(({ start, end, kind, basis }) => [doc.text.slice(start, end), kind, basis]);
}

describe('evidence', () => {
  test('takes the reduced clause that says where a video comes from, not what it shows', () => {
    expect(
      read(
        'A/DET/2/det video/NOUN/8/nsubj posted/VERB/2/acl online/ADV/3/advmod by/ADP/7/case the/DET/7/det mayor/NOUN/3/obl showed/VERB/0/root smoke/NOUN/8/obj ./PUNCT/8/punct',
      ),
    ).toEqual([['A video posted online by the mayor', 'video', 'media']]);
    expect(
      read('Footage/NOUN/0/root showing/VERB/1/acl/show tanks/NOUN/2/obj spread/VERB/1/dep ./PUNCT/1/punct'),
    ).toEqual([['Footage', 'video', 'media']]);
  });

  test('tells satellite images from photographs', () => {
    expect(
      read(
        'Satellite/NOUN/2/compound images/NOUN/6/nsubj taken/VERB/2/acl on/ADP/5/case Friday/PROPN/3/obl show/VERB/0/root craters/NOUN/6/obj ./PUNCT/6/punct',
      ),
    ).toEqual([
      ['Satellite images taken on Friday', 'satellite', 'direct-observation'],
      ['craters', 'debris', 'direct-observation'],
    ]);
  });

  test('hears intercepts', () => {
    expect(
      read(
        'He/PRON/2/nsubj cited/VERB/0/root intercepted/VERB/5/amod radio/NOUN/5/compound messages/NOUN/2/obj ./PUNCT/2/punct',
      ),
    ).toEqual([['intercepted radio messages', 'intercept', 'document']]);
  });

  test('takes tracks that radar or tyres leave, and no others', () => {
    const seen = (what: string) =>
      read(`They/PRON/2/nsubj saw/VERB/0/root ${what}/NOUN/4/compound tracks/NOUN/2/obj ./PUNCT/2/punct`);
    expect(seen('radar')).toEqual([['radar tracks', 'data', 'document']]);
    expect(seen('tyre')).toHaveLength(1);
    expect(seen('railway')).toEqual([]);
  });

  test('takes a document only beside words of proof', () => {
    expect(
      read(
        'A/DET/3/det leaked/VERB/3/amod letter/NOUN/4/nsubj named/VERB/0/root him/PRON/4/obj ./PUNCT/4/punct',
      ),
    ).toEqual([['A leaked letter', 'document', 'document']]);
    expect(
      read(
        'They/PRON/2/nsubj signed/VERB/0/root a/DET/4/det document/NOUN/2/obj in/ADP/6/case Doha/PROPN/2/obl ./PUNCT/2/punct',
      ),
    ).toEqual([]);
  });

  test('takes witnesses only where they saw or heard', () => {
    expect(
      read(
        'Two/NUM/2/nummod survivors/NOUN/3/nsubj said/VERB/0/root they/PRON/5/nsubj heard/VERB/3/ccomp/hear/tense=Past a/DET/7/det jet/NOUN/5/obj ./PUNCT/3/punct',
      ),
    ).toEqual([['Two survivors', 'witness', 'direct-observation']]);
    expect(
      read(
        'Survivors/NOUN/3/nsubj:pass were/AUX/3/aux:pass flown/VERB/0/root home/ADV/3/advmod ./PUNCT/3/punct',
      ),
    ).toEqual([]);
  });

  test.each([
    'They/PRON/2/nsubj held/VERB/0/root a/DET/5/det video/NOUN/5/compound conference/NOUN/2/obj ./PUNCT/2/punct',
    'No/DET/2/det footage/NOUN/3/nsubj emerged/VERB/0/root ./PUNCT/3/punct',
    'The/DET/2/det image/NOUN/5/nsubj of/ADP/4/case Niger/PROPN/2/nmod suffered/VERB/0/root ./PUNCT/5/punct',
  ])('finds none in “%s”', (line) => {
    expect(read(line)).toEqual([]);
  });
});
