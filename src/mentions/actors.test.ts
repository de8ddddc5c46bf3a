import { describe, expect, test } from 'vitest';
import { ACTOR_TABLES } from '../../test/actor-tables.ts';
import { buildDoc, type DocOptions } from '../../test/doc-builder.ts';
import { withLayers } from '../document/doc.ts';
import type { ActorMention } from '../document/mention-layers.ts';
import { wordsOf } from '../document/span.ts';
import { createActors } from './actors.ts';

const stage = createActors(ACTOR_TABLES);

interface Found extends ActorMention {
  readonly words: string;
}

function read(lines: readonly string[], options?: DocOptions): Found[] {
  const doc = buildDoc(lines, options);
  return stage
    .run(withLayers(doc, { places: [] }))
    .actors.map((actor) => ({ ...actor, words: wordsOf(doc.text, actor) }));
}

function wordsIn(lines: readonly string[], options?: DocOptions): string[] {
  return read(lines, options).map(({ words }) => words);
}

describe('which words are mentions', () => {
  test('takes a demonym before an event noun, the word alone', () => {
    const [found] = read(['Russian/ADJ/2/amod incursions/NOUN/3/nsubj continued/VERB/0/root']);
    expect(found).toMatchObject({ words: 'Russian', kind: 'country', country: 'RUS', entity: 'country:RUS' });
    expect(found?.why.rule).toBe('actors/demonym-modifier');
  });

  test('takes no demonym of its own before a noun that is a party', () => {
    expect(wordsIn(['Russian/ADJ/2/amod troops/NOUN/3/nsubj left/VERB/0/root'])).toEqual(['Russian troops']);
  });

  test('takes a possessor without its ending', () => {
    const line = 'Peru/PROPN/3/nmod:poss ’s/PART/1/case allegations/NOUN/4/nsubj failed/VERB/0/root';
    expect(wordsIn([line])).toEqual(['Peru']);
  });

  test('leaves a place alone where something is, and takes it where it acts', () => {
    expect(wordsIn(['troops/NOUN/2/nsubj fought/VERB/0/root in/ADP/4/case Georgia/PROPN/2/obl'])).toEqual([
      'troops',
    ]);
    expect(wordsIn(['Georgia/PROPN/2/nsubj fought/VERB/0/root'])).toEqual(['Georgia']);
  });

  test('takes the number that counts people as the head of its phrase', () => {
    const line = 'thousands/NOUN/4/nsubj of/ADP/3/case people/NOUN/1/nmod fled/VERB/0/root';
    expect(read([line])[0]).toMatchObject({ words: 'thousands of people', sector: 'CVL' });
  });

  test('takes pronouns, but not an expletive one', () => {
    const line = 'they/PRON/2/nsubj said/VERB/0/root it/PRON/4/expl rained/VERB/2/ccomp';
    expect(wordsIn([line])).toEqual(['they']);
  });

  test('takes things that act, and verbs that look like nouns never', () => {
    const line = 'jets/NOUN/2/nsubj guards/VERB/0/root';
    expect(read([line])).toMatchObject([{ words: 'jets', kind: 'thing', sector: 'MIL' }]);
  });

  test('keeps a name that no table knows, and keeps it unknown', () => {
    const [found] = read(['Vesna/PROPN/2/nsubj left/VERB/0/root']);
    expect(found).toMatchObject({ words: 'Vesna', country: null, sector: null, entity: null });
  });

  test('takes no party from a dateline', () => {
    const lines = ['@dateline', 'LIMA/PROPN/0/root', '', 'soldiers/NOUN/2/nsubj left/VERB/0/root'];
    expect(wordsIn(lines)).toEqual(['soldiers']);
  });

  test('leaves trailing clauses and appositions out of the words', () => {
    const line =
      'ranchers/NOUN/8/nsubj around/ADP/3/case Lethem/PROPN/1/nmod ,/PUNCT/6/punct who/PRON/6/nsubj fled/VERB/1/acl:relcl ,/PUNCT/6/punct returned/VERB/0/root';
    expect(wordsIn([line])[0]).toBe('ranchers');
  });
});

describe('the country of a domestic body', () => {
  const about = (country: string): string[] => [
    `${country}/PROPN/2/nsubj voted/VERB/0/root`,
    `${country}/PROPN/2/nsubj waited/VERB/0/root`,
  ];
  const army = 'the/DET/2/det army/NOUN/3/nsubj left/VERB/0/root';

  test('is the country that the report is about', () => {
    const found = read([...about('Colombia'), army]).find(({ words }) => words === 'the army');
    expect(found).toMatchObject({ country: 'COL', sector: 'MIL' });
    expect(found?.why).toMatchObject({ rule: 'actors/report-country', confidence: 0.6 });
  });

  test('stays open in a new paragraph when three countries are as present and none is spoken of', () => {
    const lines = [
      ...about('Colombia'),
      ...about('Peru'),
      ...about('Ecuador'),
      'talks/NOUN/2/nsubj failed/VERB/0/root',
    ];
    const villagers = 'villagers/NOUN/2/nsubj left/VERB/0/root';
    expect(read([...lines, villagers]).find(({ words }) => words === 'villagers')?.country).toBeNull();
  });

  test('is the country of the place that opens the sentence', () => {
    const line =
      'in/ADP/2/case Chad/PROPN/6/obl ,/PUNCT/2/punct the/DET/5/det army/NOUN/6/nsubj left/VERB/0/root';
    expect(read([...about('Niger'), line]).at(-1)).toMatchObject({ words: 'the army', country: 'TCD' });
  });

  test('is not given to somebody else’s', () => {
    const line = 'foreign/ADJ/2/amod troops/NOUN/3/nsubj left/VERB/0/root';
    expect(read([...about('Colombia'), line]).at(-1)).toMatchObject({
      words: 'foreign troops',
      country: null,
    });
  });

  test('is that of the same thing told of before', () => {
    const told = 'a/DET/3/det Peruvian/ADJ/3/amod warship/NOUN/4/nsubj sank/VERB/0/root';
    const again = 'the/DET/2/det warship/NOUN/3/nsubj burned/VERB/0/root';
    const countryOf = (lines: string[]) => read(lines).at(-1)?.country;
    expect(countryOf([...about('Colombia'), told, again])).toBe('PER');
    expect(countryOf([...about('Colombia'), again])).not.toBe('PER');
  });

  test('is not given to those who are known by their deed alone', () => {
    const line = 'the/DET/2/det attackers/NOUN/3/nsubj left/VERB/0/root';
    expect(read([...about('Colombia'), line]).at(-1)).toMatchObject({
      words: 'the attackers',
      country: null,
    });
  });

  test('is not given to two governments', () => {
    const line = 'both/DET/2/det governments/NOUN/3/nsubj agreed/VERB/0/root';
    expect(read([...about('Colombia'), line]).at(-1)).toMatchObject({ country: null });
  });
});

test('reads officers as police where police stand before them', () => {
  const line =
    'police/NOUN/2/nsubj said/VERB/0/root two/NUM/4/nummod officers/NOUN/5/nsubj died/VERB/2/ccomp';
  expect(read([line]).at(-1)).toMatchObject({ words: 'two officers', sector: 'COP' });
  expect(read(['two/NUM/2/nummod officers/NOUN/3/nsubj died/VERB/0/root'])[0]).toMatchObject({
    sector: 'MIL',
  });
});

test('gives the same when the same report is read again, sorted and inside the text', () => {
  const lines = [
    'Mali/PROPN/2/nsubj told/VERB/0/root rebels/NOUN/2/obj that/SCONJ/6/mark they/PRON/6/nsubj lost/VERB/2/ccomp',
  ];
  const found = read(lines);
  expect(read(lines)).toEqual(found);
  expect(found.map(({ start }) => start)).toEqual([...found.map(({ start }) => start)].sort((a, b) => a - b));
});
