import { describe, expect, test } from 'vitest';
import { ACTOR_TABLES } from '../../test/actor-tables.ts';
import { buildDoc, tokenOf } from '../../test/doc-builder.ts';
import { wordsOf } from '../document/span.ts';
import { growTree } from '../language/tree.ts';
import { createActorLexicon } from './actor-lexicon.ts';
import { findActorMatches } from './actor-matches.ts';
import { type PhraseReading, readActorPhrase } from './actor-phrase.ts';

const lexicon = createActorLexicon(ACTOR_TABLES);

/** Reads the phrase that the token `head` heads in one hand-parsed sentence. */
function read(
  line: string,
  head: string,
  names: readonly string[] = [],
  publishedAt = '2024-05-15T12:00:00Z',
): PhraseReading {
  const doc = buildDoc([line], { names, report: { publishedAt } });
  const { layers } = doc;
  const byToken = layers.tokens.map((_, i) =>
    layers.names.find((name) => name.firstToken <= i && i < name.endToken),
  );
  const { byToken: matches } = findActorMatches(layers, lexicon, publishedAt);
  const reading = readActorPhrase({ tree: growTree(layers), matches, names: byToken }, tokenOf(doc, head));
  for (const span of reading.why.spans) expect(wordsOf(doc.text, span)).not.toBe('');
  return reading;
}

describe('the states of a phrase that names several', () => {
  test.each([
    [
      'Irish/ADJ/4/amod and/CCONJ/3/cc Dutch/ADJ/1/conj officers/NOUN/5/nsubj met/VERB/0/root',
      'officers',
      ['IRL', 'NLD'],
    ],
    ['Irish/ADJ/2/amod officers/NOUN/3/nsubj met/VERB/0/root', 'officers', undefined],
  ])('%s', (line, head, countries) => {
    const reading = read(line, head);
    expect(reading.countries).toEqual(countries);
  });
});

describe('country and sector of a phrase', () => {
  test.each([
    [
      'One/NUM/2/nummod plumber/NOUN/7/nsubj ,/PUNCT/5/punct a/DET/5/det Georgian/NOUN/2/appos ,/PUNCT/5/punct drowned/VERB/0/root',
      'plumber',
      'GEO',
      'LAB',
    ],
    [
      'Three/NUM/2/nummod plumbers/NOUN/10/nsubj ,/PUNCT/5/punct a/DET/5/det Georgian/NOUN/2/appos and/CCONJ/8/cc a/DET/8/det Turk/NOUN/5/conj ,/PUNCT/5/punct drowned/VERB/0/root',
      'plumbers',
      null,
      'LAB',
    ],
    [
      'Kremlin/PROPN/3/compound military/ADJ/3/amod officials/NOUN/4/nsubj spoke/VERB/0/root',
      'officials',
      'RUS',
      'MIL',
    ],
    [
      'an/DET/2/det official/NOUN/7/nsubj at/ADP/6/case Peru/PROPN/6/nmod:poss ’s/PART/4/case ministry/NOUN/2/nmod spoke/VERB/0/root',
      'official',
      'PER',
      'GOV',
    ],
    [
      'pro/ADJ/4/amod -/PUNCT/3/punct Russian/ADJ/1/amod separatists/NOUN/7/nsubj in/ADP/6/case Donetsk/PROPN/4/nmod fired/VERB/0/root',
      'separatists',
      'UKR',
      'REB',
    ],
    [
      'Burkina/PROPN/5/nmod:poss Faso/PROPN/1/flat ’s/PART/1/case ruling/VERB/5/amod junta/NOUN/6/nsubj replied/VERB/0/root',
      'junta',
      'BFA',
      'GOV',
    ],
    [
      'two/NUM/5/nummod senior/ADJ/5/amod U.S./PROPN/5/compound defence/NOUN/5/compound officials/NOUN/6/nsubj spoke/VERB/0/root',
      'officials',
      'USA',
      'MIL',
    ],
    [
      'Afghan/ADJ/3/amod border/NOUN/3/compound guards/NOUN/4/nsubj fired/VERB/0/root',
      'guards',
      'AFG',
      'MIL',
    ],
    [
      'the/DET/6/det Taliban/PROPN/4/compound -/PUNCT/4/punct run/VERB/6/amod defence/NOUN/6/compound ministry/NOUN/7/nsubj replied/VERB/0/root',
      'ministry',
      'AFG',
      'GOV',
    ],
    ['the/DET/2/det army/NOUN/3/nsubj replied/VERB/0/root', 'army', null, 'MIL'],
    ['Uganda/PROPN/2/nsubj replied/VERB/0/root', 'Uganda', 'UGA', null],
    ['Kampala/PROPN/2/nsubj replied/VERB/0/root', 'Kampala', 'UGA', 'GOV'],
    ['rebel/NOUN/2/compound soldiers/NOUN/3/nsubj left/VERB/0/root', 'soldiers', null, 'REB'],
    ['government/NOUN/2/compound forces/NOUN/3/nsubj left/VERB/0/root', 'forces', null, 'MIL'],
    ['TTP/PROPN/2/compound commanders/NOUN/3/nsubj left/VERB/0/root', 'commanders', 'PAK', 'REB'],
    [
      'soldiers/NOUN/6/nsubj of/ADP/5/case the/DET/5/det Arakan/PROPN/5/compound Army/PROPN/1/nmod left/VERB/0/root',
      'soldiers',
      'MMR',
      'REB',
    ],
  ])('%s', (line, head, country, sector) => {
    expect(read(line, head)).toMatchObject({ country, sector });
  });

  test('leaves the country of two nations together open', () => {
    const line = 'Chadian/ADJ/4/amod and/CCONJ/3/cc Malian/ADJ/1/conj troops/NOUN/5/nsubj left/VERB/0/root';
    expect(read(line, 'troops')).toMatchObject({ country: null, sector: 'MIL' });
  });

  test('does not take a country from a hostile or backing hyphen', () => {
    const line =
      'Iran/PROPN/3/compound -/PUNCT/3/punct backed/VERB/4/amod gunmen/NOUN/5/nsubj left/VERB/0/root';
    expect(read(line, 'gunmen')).toMatchObject({ country: null, sector: 'UAF' });
  });

  test('does not take the country that an envoy is sent to', () => {
    const line = 'the/DET/2/det envoy/NOUN/5/nsubj to/ADP/4/case Chad/PROPN/2/nmod left/VERB/0/root';
    expect(read(line, 'envoy').country).toBeNull();
  });
});

describe('whose a body of many is', () => {
  test.each([
    [
      'Kenya/PROPN/4/nmod:poss ’s/PART/1/case Security/PROPN/4/compound Council/PROPN/5/nsubj met/VERB/0/root',
      'Council',
      'KEN',
    ],
    ['the/DET/3/det Security/PROPN/3/compound Council/PROPN/4/nsubj met/VERB/0/root', 'Council', 'UNO'],
    [
      'Chile/PROPN/4/nmod:poss ’s/PART/1/case UN/PROPN/4/compound envoy/NOUN/5/nsubj left/VERB/0/root',
      'envoy',
      'CHL',
    ],
    [
      'Irish/ADJ/3/amod UN/PROPN/3/compound peacekeepers/NOUN/4/nsubj left/VERB/0/root',
      'peacekeepers',
      'UNO',
    ],
  ])('%s', (line, head, country) => {
    expect(read(line, head).country).toBe(country);
  });
});

describe('people', () => {
  const apposition =
    'Luz/PROPN/9/nsubj Prado/PROPN/1/flat ,/PUNCT/5/punct a/DET/5/det shopkeeper/NOUN/1/appos in/ADP/7/case Huanta/PROPN/5/nmod ,/PUNCT/5/punct left/VERB/0/root';

  test('takes sector and office of a name from its apposition', () => {
    expect(read(apposition, 'Luz', ['person:Luz Prado'])).toMatchObject({
      kind: 'person',
      sector: 'CVL',
      country: null,
      role: 'a shopkeeper in Huanta',
    });
  });

  test('takes office and country from a title', () => {
    const line =
      'Malian/ADJ/2/amod President/PROPN/5/nsubj Issa/PROPN/2/flat Koné/PROPN/2/flat left/VERB/0/root';
    expect(read(line, 'President', ['person:Issa Koné'])).toMatchObject({
      kind: 'person',
      country: 'MLI',
      sector: 'GOV',
      role: 'Malian President',
    });
  });

  test.each([
    [
      'keeps the state of an office that is taken into the name',
      'Chadian/PROPN/5/nsubj Foreign/PROPN/1/flat Minister/PROPN/1/flat Koné/PROPN/1/flat left/VERB/0/root',
      'Chadian',
      'person:Chadian Foreign Minister Koné',
      'TCD',
    ],
    [
      'keeps the state that stands as a name before an office',
      'Kenya/PROPN/5/nsubj Prime/PROPN/1/flat Minister/PROPN/1/flat Odinga/PROPN/1/flat left/VERB/0/root',
      'Kenya',
      'person:Kenya Prime Minister Odinga',
      'KEN',
    ],
    [
      'takes no state from a first name before a surname that is an office',
      'Jordan/PROPN/3/nsubj King/PROPN/1/flat left/VERB/0/root',
      'Jordan',
      'person:Jordan King',
      null,
    ],
    [
      'takes no state from a first name',
      'German/PROPN/3/nsubj Gref/PROPN/1/flat left/VERB/0/root',
      'German',
      'person:German Gref',
      null,
    ],
  ])('%s', (_, line, head, name, country) => {
    expect(read(line, head, [name]).country).toBe(country);
  });

  test.each([
    ['takes a surname for no region', 'Gao/PROPN/2/nsubj left/VERB/0/root', 'Gao', null],
    [
      'leaves the region a region',
      'a/DET/2/det convoy/NOUN/5/nsubj from/ADP/4/case Gao/PROPN/2/nmod left/VERB/0/root',
      'convoy',
      'MLI',
    ],
  ])('%s', (_, line, head, country) => {
    const full = 'Gao/PROPN/3/nsubj Wenbin/PROPN/1/flat spoke/VERB/0/root';
    const doc = buildDoc([full, line], { names: ['person:Gao Wenbin'] });
    const byToken = doc.layers.tokens.map((_, i) =>
      doc.layers.names.find((name) => name.firstToken <= i && i < name.endToken),
    );
    const { byToken: matches } = findActorMatches(doc.layers, lexicon, null);
    const at = doc.layers.tokens.findLastIndex(({ text }) => text === head);
    const reading = readActorPhrase({ tree: growTree(doc.layers), matches, names: byToken }, at);
    expect(reading.country).toBe(country);
  });

  test('ends on two names that stand beside each other', () => {
    const line =
      'Hotel/PROPN/5/nsubj Africa/PROPN/1/flat ,/PUNCT/4/punct Lena/PROPN/1/appos closed/VERB/0/root';
    expect(read(line, 'Lena').country).toBeNull();
  });

  test('knows nothing of a bare name', () => {
    expect(
      read('Issa/PROPN/3/nsubj Koné/PROPN/1/flat left/VERB/0/root', 'Issa', ['person:Issa Koné']),
    ).toMatchObject({
      kind: 'person',
      country: null,
      sector: null,
      role: null,
    });
  });
});

test('lets a report say whose a body is that several countries have', () => {
  const line = 'the/DET/3/det National/PROPN/3/compound Assembly/PROPN/4/nsubj voted/VERB/0/root';
  expect(read(line, 'Assembly')).toMatchObject({ country: null, sector: 'LEG', domestic: true });
  expect(read('the/DET/2/det Duma/PROPN/3/nsubj voted/VERB/0/root', 'Duma')).toMatchObject({
    country: 'RUS',
    domestic: false,
  });
});

describe('dated facts', () => {
  const line = 'the/DET/2/det Taliban/PROPN/3/nsubj replied/VERB/0/root';

  test.each([
    ['2019-03-01T00:00:00Z', 'REB'],
    ['2023-03-01T00:00:00Z', 'GOV'],
  ])('reads the Taliban as of %s', (publishedAt, sector) => {
    expect(read(line, 'Taliban', [], publishedAt)).toMatchObject({
      country: 'AFG',
      sector,
      entity: 'group:taliban',
    });
  });
});
