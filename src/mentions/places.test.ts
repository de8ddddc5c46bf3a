import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDoc, type ParsedDoc } from '../../test/doc-builder.ts';
import type { PlaceMention } from '../document/mention-layers.ts';
import { parseTable } from '../document/table.ts';
import { openGazetteer } from './gazetteer.ts';
import { createPlaces } from './places.ts';

const root = new URL('../../', import.meta.url);
const table = (name: string) => parseTable(readFileSync(new URL(`data/${name}.tsv`, root), 'utf8'));
const stage = createPlaces(
  {
    countries: table('places/countries'),
    regions: table('places/regions'),
    abbreviations: table('places/abbreviations'),
    words: table('places/words'),
    armedGroups: table('actors/armed-groups'),
  },
  openGazetteer(readFileSync(new URL('models/gazetteer/places.bin', root))),
);

function read(doc: ParsedDoc) {
  return stage.run(doc).places.map((place) => ({ ...place, words: doc.text.slice(place.start, place.end) }));
}

/** Gives the words and the country of each place, as `words | country`. */
function shown(doc: ParsedDoc): readonly string[] {
  return read(doc).map(({ words, country }) => `${words} | ${country}`);
}

function placeOf(doc: ParsedDoc, words: string): PlaceMention {
  const found = read(doc).find((place) => place.words === words);
  if (found === undefined) throw new Error(`No place “${words}” among ${shown(doc).join('; ')}`);
  return found;
}

const IN_QALAT = buildDoc(
  [
    'Afghan/ADJ/2/amod guards/NOUN/3/nsubj fired/VERB/0/root in/ADP/7/case the/DET/7/det Qalat/PROPN/7/compound district/NOUN/3/obl of/ADP/10/case Zabul/PROPN/10/compound province/NOUN/7/nmod ./PUNCT/3/punct',
  ],
  { names: ['place:Qalat', 'place:Zabul'] },
);

describe('the words of a place', () => {
  test('take in the district, what holds it, and their article', () => {
    expect(shown(IN_QALAT)).toEqual(['the Qalat district of Zabul province | AFG']);
    expect(placeOf(IN_QALAT, 'the Qalat district of Zabul province').precision).toBe(3);
  });

  test('take in “the western state of”', () => {
    const doc = buildDoc(
      [
        'Troops/NOUN/2/nsubj advanced/VERB/0/root in/ADP/6/case the/DET/6/det western/ADJ/6/amod state/NOUN/2/obl of/ADP/8/case Rakhine/PROPN/6/nmod ./PUNCT/2/punct',
      ],
      { names: ['place:Rakhine'] },
    );
    expect(shown(doc)).toEqual(['the western state of Rakhine | MMR']);
  });

  test('take in a crossing that the name is of', () => {
    const doc = buildDoc(
      [
        'Lorries/NOUN/2/nsubj waited/VERB/0/root at/ADP/7/case the/DET/7/det Ghulam/PROPN/7/compound Khan/PROPN/7/compound crossing/NOUN/2/obl ./PUNCT/2/punct',
      ],
      { names: ['place:Ghulam Khan'] },
    );
    expect(shown(doc)).toEqual(['the Ghulam Khan crossing | PAK']);
  });

  test('take in a compass word, whose place is a part', () => {
    const doc = buildDoc(
      [
        'Shells/NOUN/2/nsubj fell/VERB/0/root in/ADP/5/case eastern/ADJ/5/amod Ukraine/PROPN/2/obl ./PUNCT/2/punct',
      ],
      { names: ['place:Ukraine'] },
    );
    expect(shown(doc)).toEqual(['eastern Ukraine | UKR']);
    expect(placeOf(doc, 'eastern Ukraine').precision).toBe(5);
  });

  test('take in a distance, and the point is reckoned from it', () => {
    const doc = buildDoc(
      [
        'The/DET/2/det tanker/NOUN/3/nsubj stopped/VERB/0/root 20/NUM/5/nummod km/NOUN/6/obl:npmod north/ADV/3/advmod of/ADP/8/case Assab/PROPN/6/nmod in/ADP/10/case Eritrea/PROPN/8/nmod ./PUNCT/3/punct',
      ],
      { names: ['place:Assab', 'place:Eritrea'] },
    );
    const place = placeOf(doc, '20 km north of Assab');
    expect(place.country).toBe('ERI');
    expect(place.precision).toBe(2);
    expect(place.lat).toBeCloseTo(13.009 + 20 / 111.2, 1);
    expect(place.geonameId).toBeNull();
  });

  test('take in the base at a town', () => {
    const doc = buildDoc(
      [
        'Jets/NOUN/2/nsubj left/VERB/0/root the/DET/5/det air/NOUN/5/compound base/NOUN/2/obj at/ADP/7/case Magway/PROPN/5/nmod in/ADP/9/case Myanmar/PROPN/7/nmod ./PUNCT/2/punct',
      ],
      { names: ['place:Magway', 'place:Myanmar'] },
    );
    expect(shown(doc)).toEqual(['the air base at Magway | MMR', 'Myanmar | MMR']);
  });

  test('leave the article alone that belongs to another noun', () => {
    const doc = buildDoc(
      ['The/DET/3/det Donetsk/PROPN/3/compound garrison/NOUN/4/nsubj left/VERB/0/root ./PUNCT/4/punct'],
      { names: ['place:Donetsk'] },
    );
    expect(shown(doc).map((line) => line.split(' | ')[0])).toEqual(['Donetsk']);
  });
});

describe('a border', () => {
  test.each([
    [
      'the Russian border',
      'RUS',
      'Buses/NOUN/2/nsubj left/VERB/0/root for/ADP/6/case the/DET/6/det Russian/ADJ/6/amod border/NOUN/2/obl ./PUNCT/2/punct',
      [],
    ],
    [
      'the border with Chad',
      'TCD',
      'Men/NOUN/2/nsubj crossed/VERB/0/root the/DET/4/det border/NOUN/2/obj with/ADP/6/case Chad/PROPN/4/nmod ./PUNCT/2/punct',
      ['place:Chad'],
    ],
    [
      'the Afghan-Pakistani border',
      null,
      'Guns/NOUN/2/nsubj fired/VERB/0/root across/ADP/8/case the/DET/8/det Afghan/ADJ/7/amod +-/PUNCT/7/punct +Pakistani/ADJ/8/amod border/NOUN/2/obl ./PUNCT/2/punct',
      [],
    ],
  ])('is read in “%s”', (words, country, line, names) => {
    const doc = buildDoc([line], { names });
    const place = placeOf(doc, words);
    expect([place.country, place.lat, place.precision]).toEqual([country, null, 5]);
  });

  test('is none without a country', () => {
    const doc = buildDoc([
      'They/PRON/2/nsubj crossed/VERB/0/root the/DET/4/det border/NOUN/2/obj ./PUNCT/2/punct',
    ]);
    expect(shown(doc)).toEqual([]);
  });
});

describe('a country', () => {
  const turkey = ['place:Turkey'];

  test('that says something is its government', () => {
    const doc = buildDoc(['Turkey/PROPN/2/nsubj denied/VERB/0/root it/PRON/2/obj ./PUNCT/2/punct'], {
      names: turkey,
    });
    expect(placeOf(doc, 'Turkey').whereKind).toBe('metonym');
  });

  test('that something is in is a place', () => {
    const doc = buildDoc(
      ['They/PRON/2/nsubj met/VERB/0/root in/ADP/4/case Turkey/PROPN/2/obl ./PUNCT/2/punct'],
      {
        names: turkey,
      },
    );
    expect(placeOf(doc, 'Turkey').whereKind).toBe('literal');
  });

  test('that is entered is a place', () => {
    const doc = buildDoc(['They/PRON/2/nsubj entered/VERB/0/root/enter Turkey/PROPN/2/obj ./PUNCT/2/punct'], {
      names: turkey,
    });
    expect(placeOf(doc, 'Turkey').whereKind).toBe('literal');
  });

  test('that owns an army is its government', () => {
    const doc = buildDoc(
      ["Turkey/PROPN/3/nmod:poss 's/PART/1/case army/NOUN/4/nsubj left/VERB/0/root ./PUNCT/4/punct"],
      { names: turkey },
    );
    expect(placeOf(doc, 'Turkey').whereKind).toBe('metonym');
  });

  test('that sanctions are against is a party', () => {
    const doc = buildDoc(
      [
        'It/PRON/2/nsubj imposed/VERB/0/root sanctions/NOUN/2/obj against/ADP/5/case Turkey/PROPN/3/nmod ./PUNCT/2/punct',
      ],
      { names: turkey },
    );
    expect(placeOf(doc, 'Turkey').whereKind).toBe('metonym');
  });

  test('that clashes are between is a party, and a town a place', () => {
    const between = (first: string, second: string) =>
      buildDoc(
        [
          `Clashes/NOUN/2/nsubj erupted/VERB/0/root between/ADP/4/case ${first}/PROPN/2/obl and/CCONJ/6/cc ${second}/PROPN/4/conj ./PUNCT/2/punct`,
        ],
        { names: [`place:${first}`, `place:${second}`] },
      );
    expect(read(between('Israel', 'Lebanon')).map(({ whereKind }) => whereKind)).toEqual([
      'metonym',
      'metonym',
    ]);
    expect(read(between('Maiduguri', 'Damaturu')).map(({ whereKind }) => whereKind)).toEqual([
      'literal',
      'literal',
    ]);
  });

  test('that a town shares its name with is told by what holds it', () => {
    const doc = buildDoc(
      [
        'He/PRON/2/nsubj lives/VERB/0/root in/ADP/4/case Paris/PROPN/2/obl +,/PUNCT/6/punct Texas/PROPN/4/appos ./PUNCT/2/punct',
      ],
      { names: ['place:Paris', 'place:Texas'] },
    );
    expect(shown(doc)).toEqual(['Paris | USA', 'Texas | USA']);
    expect(placeOf(doc, 'Paris').lat).toBeCloseTo(33.66, 1);
  });
});

describe('a name that several places bear', () => {
  const tripoli = (adjective: string) =>
    buildDoc(
      [
        `${adjective}/ADJ/2/amod officials/NOUN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct`,
        `${adjective}/ADJ/2/amod shells/NOUN/3/nsubj hit/VERB/0/root Tripoli/PROPN/3/obj ./PUNCT/3/punct`,
      ],
      { names: ['place:Tripoli'] },
    );

  test('is settled by the countries that the report speaks of', () => {
    expect(shown(tripoli('Lebanese'))).toEqual(['Tripoli | LBN']);
    expect(shown(tripoli('Libyan'))).toEqual(['Tripoli | LBY']);
  });

  test('is left without a point where only a far namesake is listed', () => {
    const doc = buildDoc(
      [
        'Colombian/ADJ/2/amod soldiers/NOUN/3/nsubj entered/VERB/0/root Colombia/PROPN/3/obl ./PUNCT/3/punct',
        'Colombia/PROPN/2/nsubj blamed/VERB/0/root rebels/NOUN/2/obj in/ADP/8/case the/DET/6/det hamlet/NOUN/2/obl of/ADP/8/case Plateado/PROPN/6/nmod ./PUNCT/2/punct',
      ],
      { names: ['place:Colombia', 'place:Plateado'] },
    );
    const place = placeOf(doc, 'the hamlet of Plateado');
    expect([place.lat, place.geonameId, place.country]).toEqual([null, null, 'COL']);
  });
});

describe('what no list knows', () => {
  test('is a place without a point, and without a country where nothing tells it', () => {
    const doc = buildDoc(
      [
        'Men/NOUN/2/nsubj burned/VERB/0/root huts/NOUN/2/obj in/ADP/5/case Qarzawillo/PROPN/2/obl ./PUNCT/2/punct',
      ],
      { names: ['place:Qarzawillo'] },
    );
    const place = placeOf(doc, 'Qarzawillo');
    expect([place.country, place.lat, place.lon, place.precision]).toEqual([null, null, null, null]);
  });
});

describe('a name that the language layer takes for a person', () => {
  const strike = (noun: string) =>
    buildDoc(
      [
        `Bombs/NOUN/2/nsubj ${noun}/VERB/0/root on/ADP/5/case Tal/PROPN/5/compound Qarzo/PROPN/2/obl ./PUNCT/2/punct`,
      ],
      { names: ['person:Tal Qarzo'] },
    );

  test('is a place where bombs fell on it', () => {
    expect(shown(strike('fell'))).toEqual(['Tal Qarzo | null']);
  });

  test('is a place where it is a town that was entered, and no one’s name', () => {
    const storm = (name: string) =>
      buildDoc(
        [
          `Rebels/NOUN/2/nsubj captured/VERB/0/root/capture ${name}/PROPN/2/obj ./PUNCT/2/punct`,
          'Bader/PROPN/3/nsubj Manbij/PROPN/1/flat left/VERB/0/root ./PUNCT/3/punct',
        ],
        { names: name === 'Birao' ? ['person:Birao'] : ['person:Manbij', 'person:Bader Manbij'] },
      );
    expect(shown(storm('Birao'))).toEqual(['Birao | CAF']);
    expect(shown(storm('Manbij'))).toEqual([]);
  });

  test('is none where something is blamed on it', () => {
    expect(shown(strike('blamed'))).toEqual([]);
  });

  test('is a place after “the village of”', () => {
    const doc = buildDoc(
      [
        'He/PRON/2/nsubj fled/VERB/0/root the/DET/4/det village/NOUN/2/obj of/ADP/7/case Tal/PROPN/7/compound Qarzo/PROPN/4/nmod ./PUNCT/2/punct',
      ],
      { names: ['person:Tal Qarzo'] },
    );
    expect(shown(doc)).toEqual(['the village of Tal Qarzo | null']);
  });
});

describe('no place', () => {
  test.each([
    [
      'a person',
      'Gabriel/PROPN/2/compound Santos/PROPN/3/nsubj spoke/VERB/0/root in/ADP/5/case private/ADJ/3/obl ./PUNCT/3/punct',
      ['person:Gabriel Santos'],
    ],
    [
      'an organisation',
      'Oxford/PROPN/2/compound University/PROPN/3/nsubj denied/VERB/0/root it/PRON/3/obj ./PUNCT/3/punct',
      ['organisation:Oxford University'],
    ],
    [
      'a people',
      'Russian/ADJ/2/amod troops/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct',
      ['group:Russian'],
    ],
    [
      'an agreement that a town lent its name',
      'It/PRON/2/nsubj broke/VERB/0/root the/DET/5/det Minsk/PROPN/5/compound agreements/NOUN/2/obj ./PUNCT/2/punct',
      [],
    ],
    [
      'an agency that a sea lent its name',
      'Pacific/PROPN/2/compound Wire/PROPN/3/nsubj reported/VERB/0/root it/PRON/3/obj ./PUNCT/3/punct',
      ['place:Pacific'],
    ],
    [
      'a person after “according to”',
      'It/PRON/2/nsubj closed/VERB/0/root +,/PUNCT/2/punct according/VERB/6/case to/ADP/6/case Kensington/PROPN/2/obl ./PUNCT/2/punct',
      [],
    ],
    [
      'a month after a preposition',
      'It/PRON/2/nsubj began/VERB/0/root in/ADP/4/case March/PROPN/2/obl ./PUNCT/2/punct',
      [],
    ],
  ])('is read in %s', (_, line, names) => {
    expect(shown(buildDoc([line], { names }))).toEqual([]);
  });
});

describe('a phrase without a name', () => {
  const inTheArea =
    'Two/NUM/2/nummod people/NOUN/3/nsubj died/VERB/0/root in/ADP/6/case the/DET/6/det area/NOUN/3/obl ./PUNCT/3/punct';

  test('stands for the place named before it', () => {
    const doc = buildDoc(
      [
        'Guns/NOUN/2/nsubj fired/VERB/0/root near/ADP/4/case Goma/PROPN/2/obl in/ADP/6/case Congo/PROPN/4/nmod ./PUNCT/2/punct',
        inTheArea,
      ],
      { names: ['place:Goma', 'place:Congo'] },
    );
    const place = placeOf(doc, 'the area');
    expect([place.country, place.precision]).toEqual(['COD', 2]);
    expect(place.why.spans).toHaveLength(2);
  });

  test('stands for the place that its noun names, before a nearer one', () => {
    const doc = buildDoc(
      [
        'Fire/NOUN/2/nsubj broke/VERB/0/root out/ADP/2/compound:prt in/ADP/5/case Myebon/PROPN/2/obl township/NOUN/5/flat in/ADP/8/case Myanmar/PROPN/5/nmod ./PUNCT/2/punct',
        'Officials/NOUN/2/nsubj met/VERB/0/root in/ADP/4/case Sittwe/PROPN/2/obl ./PUNCT/2/punct',
        'Jets/NOUN/2/nsubj flew/VERB/0/root over/ADP/5/case the/DET/5/det township/NOUN/2/obl ./PUNCT/2/punct',
      ],
      { names: ['place:Myebon', 'place:Myanmar', 'place:Sittwe'] },
    );
    expect(placeOf(doc, 'the township').lat).toBe(placeOf(doc, 'Myebon township').lat);
  });

  test('is no place where none was named', () => {
    expect(shown(buildDoc([inTheArea]))).toEqual([]);
  });
});

test('mentions are sorted, do not overlap, and lie inside the text', () => {
  const places = stage.run(IN_QALAT).places;
  places.forEach((place, i) => {
    expect(place.start).toBeGreaterThanOrEqual(places[i - 1]?.end ?? 0);
    expect(place.end).toBeLessThanOrEqual(IN_QALAT.text.length);
  });
});
