import { describe, expect, test } from 'vitest';
import { ACTOR_TABLES } from '../../test/actor-tables.ts';
import { buildDoc, tokenOf } from '../../test/doc-builder.ts';
import { withLayers } from '../document/doc.ts';
import { wordsOf } from '../document/span.ts';
import { createActors } from './actors.ts';
import { createChains } from './chains.ts';

const actorsStage = createActors(ACTOR_TABLES);
const chainsStage = createChains();

/** Reads hand-parsed sentences; `chainOf` gives the words, country and sector of the chain of the nth token with a form. */
function read(lines: readonly string[], names: readonly string[] = []) {
  const parsed = withLayers(buildDoc(lines, { names }), { places: [] });
  const doc = withLayers(parsed, actorsStage.run(parsed));
  const { chains } = chainsStage.run(doc);
  const chainOf = (form: string, nth = 0) => {
    const token = tokenOf(doc, form, nth);
    const mention = doc.layers.actors.findIndex(({ headToken }) => headToken === token);
    const chain = chains.find(({ mentions }) => mentions.includes(mention));
    if (chain === undefined) throw new Error(`No chain holds “${form}”.`);
    const words = chain.mentions.map((i) => wordsOf(doc.text, doc.layers.actors[i]!));
    return {
      words,
      best: wordsOf(doc.text, doc.layers.actors[chain.representative]!),
      country: chain.country,
      sector: chain.sector,
    };
  };
  return { doc, chains, chainOf };
}

describe('names', () => {
  test('links a surname to the full name before it', () => {
    const { chainOf } = read(
      [
        'Colonel/NOUN/2/compound Ivo/PROPN/4/nsubj Tadic/PROPN/2/flat resigned/VERB/0/root',
        'Tadic/PROPN/2/nsubj left/VERB/0/root',
      ],
      ['person:Ivo Tadic', 'person:Tadic'],
    );
    expect(chainOf('Tadic', 1)).toMatchObject({ best: 'Colonel Ivo Tadic', sector: 'MIL' });
  });

  test('links the short form of a listed group to its full name', () => {
    const { chainOf } = read([
      'the/DET/4/det Moro/PROPN/4/compound Islamic/PROPN/4/amod Front/PROPN/6/nsubj Liberation/PROPN/4/flat left/VERB/0/root',
      'the/DET/2/det ELN/PROPN/3/nsubj denied/VERB/0/root it/PRON/3/obj ,/PUNCT/3/punct and/CCONJ/9/cc ELN/PROPN/8/compound fighters/NOUN/9/nsubj left/VERB/3/conj',
    ]);
    expect(chainOf('ELN')).toMatchObject({ country: 'COL', sector: 'REB' });
  });

  test('keeps a president and his government apart', () => {
    const { chainOf } = read(
      [
        'President/NOUN/4/nsubj Issa/PROPN/1/flat Koné/PROPN/1/flat spoke/VERB/0/root',
        'the/DET/3/det Malian/ADJ/3/amod government/NOUN/4/nsubj agreed/VERB/0/root',
        'Bamako/PROPN/2/nsubj waited/VERB/0/root',
      ],
      ['person:Issa Koné', 'place:Bamako'],
    );
    expect(chainOf('President').words).toEqual(['President Issa Koné']);
    expect(chainOf('Bamako').words).toEqual(['the Malian government', 'Bamako']);
  });

  test('does not link a country with its government', () => {
    const { chainOf } = read([
      'Mali/PROPN/2/nsubj agreed/VERB/0/root',
      'Bamako/PROPN/2/nsubj waited/VERB/0/root',
    ]);
    expect(chainOf('Mali')).toMatchObject({ words: ['Mali'], sector: null });
  });
});

describe('pronouns', () => {
  test('reads a possessive as the subject, and gives what is owned its colour', () => {
    const { chainOf } = read([
      'the/DET/2/det ELN/PROPN/3/nsubj said/VERB/0/root/say its/PRON/5/nmod:poss forces/NOUN/6/nsubj left/VERB/3/ccomp',
    ]);
    expect(chainOf('its').words).toEqual(['the ELN', 'its']);
    expect(chainOf('forces')).toMatchObject({ best: 'its forces', country: 'COL', sector: 'REB' });
  });

  test('gives “he” to the man and “she” to the woman', () => {
    const { chainOf } = read(
      [
        'Ana/PROPN/3/nsubj Ruiz/PROPN/1/flat met/VERB/0/root Tom/PROPN/3/obj Okello/PROPN/4/flat',
        'she/PRON/2/nsubj left/VERB/0/root before/SCONJ/5/mark he/PRON/5/nsubj spoke/VERB/2/advcl',
        'she/PRON/2/nsubj slept/VERB/0/root',
      ],
      ['person:Ana Ruiz', 'person:Tom Okello'],
    );
    expect(chainOf('she').words).toEqual(['Ana Ruiz', 'she', 'she']);
    expect(chainOf('he').words).toEqual(['Tom Okello', 'he']);
  });

  test('does not give an object pronoun to the subject of its own verb', () => {
    const { chainOf } = read([
      'Chad/PROPN/2/nsubj spoke/VERB/0/root',
      'Sudan/PROPN/2/nsubj attacked/VERB/0/root it/PRON/2/obj',
    ]);
    expect(chainOf('it').words).toEqual(['Chad', 'it']);
  });

  test('gives “our” in a quote to the one who speaks it, though named after it', () => {
    const { chainOf } = read(
      [
        '“/PUNCT/4/punct Our/PRON/3/nmod:poss soldiers/NOUN/4/nsubj stay/VERB/0/root ,/PUNCT/4/punct ”/PUNCT/4/punct said/VERB/4/parataxis/say Colonel/NOUN/7/nsubj Guy/PROPN/8/flat of/ADP/13/case the/DET/13/det Congolese/ADJ/13/amod army/NOUN/8/nmod',
      ],
      ['person:Guy'],
    );
    expect(chainOf('Our').best).toBe('Colonel Guy of the Congolese army');
    expect(chainOf('soldiers')).toMatchObject({ country: 'COD', sector: 'MIL' });
  });

  test('reads a relative pronoun as the noun that its clause hangs on', () => {
    const { chainOf } = read([
      'rebels/NOUN/4/nsubj who/PRON/3/nsubj fled/VERB/1/acl:relcl returned/VERB/0/root',
    ]);
    expect(chainOf('who').words[0]).toBe('rebels');
  });
});

describe('descriptions', () => {
  test('links “the group” to the armed group named before', () => {
    const { chainOf } = read([
      'Boko/PROPN/3/nsubj Haram/PROPN/1/flat attacked/VERB/0/root',
      'the/DET/2/det group/NOUN/3/nsubj left/VERB/0/root',
    ]);
    expect(chainOf('group')).toMatchObject({ best: 'Boko Haram', country: 'NGA', sector: 'REB' });
  });

  test('leaves “the group” alone when nothing before can be one', () => {
    const { chainOf } = read([
      'Lima/PROPN/2/nsubj waited/VERB/0/root',
      'the/DET/2/det group/NOUN/3/nsubj left/VERB/0/root',
    ]);
    expect(chainOf('group').words).toEqual(['the group']);
  });

  test('links an apposition to its name', () => {
    const { chainOf } = read(
      [
        'Ana/PROPN/9/nsubj Ruiz/PROPN/1/flat ,/PUNCT/5/punct the/DET/5/det mayor/NOUN/1/appos of/ADP/7/case Cali/PROPN/5/nmod ,/PUNCT/5/punct spoke/VERB/0/root',
      ],
      ['person:Ana Ruiz'],
    );
    expect(chainOf('mayor')).toMatchObject({ best: 'Ana Ruiz', country: 'COL', sector: 'GOV' });
  });
});

test('puts every mention on exactly one chain', () => {
  const { doc, chains } = read([
    'rebels/NOUN/2/nsubj fled/VERB/0/root',
    'they/PRON/2/nsubj slept/VERB/0/root',
  ]);
  const linked = chains.flatMap(({ mentions }) => mentions).sort((a, b) => a - b);
  expect(linked).toEqual(doc.layers.actors.map((_, i) => i));
});
