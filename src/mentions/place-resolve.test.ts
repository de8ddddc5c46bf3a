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

describe('a report', () => {
  const IN_PUEBLO =
    'Flood/NOUN/2/nsubj reached/VERB/0/root homes/NOUN/2/obj in/ADP/5/case Pueblo/PROPN/3/nmod';

  test('means one place by one name, whatever the letters', () => {
    const doc = buildDoc(
      [
        '@dateline',
        'ALEPPO/PROPN/0/root',
        '',
        'Shells/NOUN/2/nsubj hit/VERB/0/root Aleppo/PROPN/2/obj and/CCONJ/5/cc Idlib/PROPN/3/conj in/ADP/7/case Syria/PROPN/2/obl ./PUNCT/2/punct',
      ],
      { names: ['place:ALEPPO', 'place:Aleppo', 'place:Idlib', 'place:Syria'] },
    );
    const [dateline, town] = [placeOf(doc, 'ALEPPO'), placeOf(doc, 'Aleppo')];
    expect([dateline.country, dateline.geonameId]).toEqual(['SYR', town.geonameId]);
  });

  test('that plays in one country means that country’s towns by names that others share', () => {
    const towns = ['Denver', 'Boulder'];
    const doc = buildDoc(
      [
        `${IN_PUEBLO} ,/PUNCT/7/punct Denver/PROPN/5/conj and/CCONJ/9/cc Boulder/PROPN/5/conj ./PUNCT/2/punct`,
      ],
      { names: ['place:Pueblo', ...towns.map((town) => `place:${town}`)] },
    );
    expect(shown(doc)).toEqual(['Pueblo | USA', 'Denver | USA', 'Boulder | USA']);
  });
});

describe('a river', () => {
  const heard = 'Two/NUM/2/nummod Peruvian/ADJ/3/amod soldiers/NOUN/4/nsubj died/VERB/0/root';
  const where = 'near/ADP/8/case the/DET/8/det Rio/PROPN/8/compound Blanco/PROPN/4/obl';
  const second = 'Ecuadorean/ADJ/2/amod guards/NOUN/3/nsubj denied/VERB/0/root it/PRON/3/obj ./PUNCT/3/punct';

  test('is no town of its name in a land that the report does not speak of', () => {
    const doc = buildDoc([`${heard} ${where} ./PUNCT/4/punct`, second], { names: ['place:Rio Blanco'] });
    expect(placeOf(doc, 'the Rio Blanco')).toMatchObject({ lat: null });
    expect(shown(doc)).not.toContain('the Rio Blanco | MEX');
  });

  test('leaves the town of that name where it is, without the article', () => {
    const town =
      'Two/NUM/2/nummod soldiers/NOUN/3/nsubj died/VERB/0/root in/ADP/5/case Guanajuato/PROPN/3/obl ,/PUNCT/7/punct Mexico/PROPN/5/nmod ./PUNCT/3/punct';
    expect(shown(buildDoc([town], { names: ['place:Guanajuato', 'place:Mexico'] }))).toContain(
      'Guanajuato | MEX',
    );
  });

  test('is not held by the capital that speaks of it', () => {
    const doc = buildDoc(
      [
        `${heard} ${where} ,/PUNCT/11/punct Lima/PROPN/11/nsubj said/VERB/4/parataxis ./PUNCT/4/punct`,
        second,
      ],
      {
        names: ['place:Rio Blanco', 'place:Lima'],
      },
    );
    expect(placeOf(doc, 'the Rio Blanco').lat).toBeNull();
  });
});

describe('a place’s name', () => {
  const claim = (body: string) =>
    `${body} said/VERB/0/root it/PRON/5/nsubj had/AUX/5/aux struck/VERB/3/ccomp ./PUNCT/3/punct`;

  test('right after a body’s is the end of that', () => {
    const doc = buildDoc([claim('Lashkar/PROPN/3/nsubj Kenya/PROPN/1/flat')], {
      names: ['group:Lashkar', 'place:Kenya'],
    });
    expect(shown(doc)).toEqual([]);
  });

  test('right after a people’s is its own', () => {
    const doc = buildDoc([claim('Kenyan/ADJ/2/amod Nairobi/PROPN/3/nsubj')], {
      names: ['group:Kenyan', 'place:Nairobi'],
    });
    expect(shown(doc)).toEqual(['Nairobi | KEN']);
  });
});

describe('a name that no list has', () => {
  test('lies at the town that its words say holds it, to the district', () => {
    const doc = buildDoc(
      [
        'Rockets/NOUN/2/nsubj struck/VERB/0/root the/DET/5/det Zelenivka/PROPN/5/compound quarter/NOUN/2/obj of/ADP/7/case Kharkiv/PROPN/5/nmod in/ADP/9/case Ukraine/PROPN/2/obl ./PUNCT/2/punct',
      ],
      { names: ['place:Zelenivka', 'place:Kharkiv', 'place:Ukraine'] },
    );
    const kharkiv = read(doc).find(({ words }) => words.includes('Kharkiv'));
    expect(kharkiv).toMatchObject({ country: 'UKR' });
    expect(kharkiv?.lat).toBeCloseTo(50, 0);
  });

  test('is at the town that a site is called after', () => {
    const doc = buildDoc(
      [
        'A/DET/2/det shell/NOUN/3/nsubj hit/VERB/0/root Izium/PROPN/6/compound Central/PROPN/6/compound Hospital/PROPN/3/obj in/ADP/8/case Ukraine/PROPN/3/obl ./PUNCT/3/punct',
      ],
      { names: ['facility:Izium Central Hospital', 'place:Ukraine'] },
    );
    expect(placeOf(doc, 'Izium Central Hospital').lat).toBeCloseTo(49.2, 0);
  });

  test('and that is called after no town stays without a point', () => {
    const doc = buildDoc(
      [
        'A/DET/2/det shell/NOUN/3/nsubj hit/VERB/0/root Qwertal/PROPN/5/compound Hospital/PROPN/3/obj in/ADP/7/case Ukraine/PROPN/3/obl ./PUNCT/3/punct',
      ],
      { names: ['place:Qwertal Hospital', 'place:Ukraine'] },
    );
    expect(read(doc).every(({ words, lat }) => !words.includes('Qwertal') || lat === null)).toBe(true);
  });
});

describe('a word in capitals', () => {
  const team = (name: string, names: readonly string[]) =>
    buildDoc(
      [
        `A/DET/3/det ${name}/PROPN/3/compound team/NOUN/4/nsubj stormed/VERB/0/root a/DET/6/det house/NOUN/4/obj in/ADP/8/case Jacmel/PROPN/4/obl ./PUNCT/4/punct`,
      ],
      { names: [...names, 'place:Jacmel'] },
    );

  test.each([[['place:SWAT']], [['organisation:SWAT']], [[]]])(
    'is initials and no place of those letters',
    (names) => {
      expect(shown(team('SWAT', names))).toEqual(['Jacmel | HTI']);
    },
  );

  test('is a place where the tables list its initials', () => {
    expect(shown(team('UAE', ['place:UAE']))[0]).toBe('UAE | ARE');
  });

  test('is a place at the head of a report and in a line of capitals', () => {
    const fell = 'Shells/NOUN/2/nsubj fell/VERB/0/root ./PUNCT/2/punct';
    const dateline = buildDoc([`ASMARA/PROPN/0/root –/PUNCT/1/punct ${fell}`], { names: ['place:ASMARA'] });
    expect(shown(dateline)).toEqual(['ASMARA | ERI']);
    const title = buildDoc(['SHELLS/NOUN/2/nsubj HIT/VERB/0/root GOMA/PROPN/2/obj'], {
      names: ['place:GOMA'],
    });
    expect(shown(title)).toEqual(['GOMA | COD']);
  });
});

describe('a village that no list has', () => {
  const village = (sentence: string, names: readonly string[]) =>
    buildDoc(
      [
        sentence,
        'Talks/NOUN/2/nsubj failed/VERB/0/root ./PUNCT/2/punct',
        'Men/NOUN/2/nsubj burned/VERB/0/root huts/NOUN/2/obj in/ADP/5/case Qarzawillo/PROPN/2/obl ./PUNCT/2/punct',
      ],
      { names: [...names, 'place:Qarzawillo'] },
    );

  test('lies in the country where all the report’s towns are', () => {
    const doc = village(
      'Rwandan/ADJ/2/amod troops/NOUN/3/nsubj left/VERB/0/root Goma/PROPN/3/obj ,/PUNCT/6/punct Bukavu/PROPN/4/conj and/CCONJ/8/cc Butembo/PROPN/4/conj in/ADP/10/case Congo/PROPN/3/obl ./PUNCT/3/punct',
      ['place:Goma', 'place:Bukavu', 'place:Butembo', 'place:Congo'],
    );
    expect(placeOf(doc, 'Qarzawillo').country).toBe('COD');
  });

  test('takes none from one region that is spoken of twice', () => {
    const doc = village(
      'Raiders/NOUN/2/nsubj left/VERB/0/root Swat/PROPN/2/obj for/ADP/5/case Swat/PROPN/2/obl ./PUNCT/2/punct',
      ['place:Swat'],
    );
    expect(placeOf(doc, 'Qarzawillo').country).toBeNull();
  });
});
