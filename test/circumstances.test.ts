import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadEvent } from '../src/claims/reading.ts';
import { loadReader } from '../src/pipeline/reader.ts';
import type { Reader } from '../src/pipeline/reader-type.ts';

/** Where, when and on what evidence each event is, through the whole reading: every rule with a text that fires it and one that must not. */
let reader: Reader;
beforeAll(async () => {
  reader = await loadReader({ engine: 'fast' });
});

function eventIn(text: string, trigger: string): ReadEvent | undefined {
  const meta = {
    id: 'test',
    title: null,
    outlet: 'Test',
    publishedAt: '2024-06-12T12:00:00Z',
    language: 'en',
    url: null,
  };
  return reader.read({ meta, text }).events.find((event) => event.trigger.text === trigger);
}

const evidenceOf = (text: string, trigger: string) =>
  eventIn(text, trigger)?.evidence.map(({ text }) => text);
const placeOf = (text: string, trigger: string) => eventIn(text, trigger)?.place?.text;

describe('the evidence of an event', () => {
  test.each([
    [
      'what the proof shows',
      'CCTV footage obtained by Reuters shows two men opening fire outside the synagogue.',
      'opening fire',
      ['CCTV footage obtained by Reuters'],
    ],
    [
      'what it is cited for',
      'Nine fighters were killed in the fire, he said, citing intercepted phone calls.',
      'killed',
      ['intercepted phone calls'],
    ],
    [
      'what is said in one breath with holding it up',
      'He said three rebels had died, and offered no proof beyond a photograph.',
      'died',
      ['a photograph'],
    ],
    [
      'what a body says that shows it',
      'Nine miners were beaten at a checkpoint, according to a rights group which published photographs of their backs.',
      'beaten',
      ['photographs of their backs'],
    ],
    [
      'the force told just before',
      'Gunmen burned three villages near Gwoza on Sunday. Photographs published by a local charity show charred huts.',
      'burned',
      ['Photographs published by a local charity show'],
    ],
  ])('is %s', (_, text, trigger, evidence) => {
    expect(evidenceOf(text, trigger)).toEqual(evidence);
  });

  test('is not what bears on somebody else’s words', () => {
    const text = 'The army shelled the town, residents said. The minister denied it.';
    expect(evidenceOf(text, 'shelled')).toEqual([]);
    expect(evidenceOf('The image of the army has suffered since troops shot miners.', 'shot')).toEqual([]);
  });
});

describe('proof', () => {
  const proofOf = (text: string, trigger: string) => eventIn(text, trigger)?.evidence[0];

  test('says who showed it and what it is said to show, in words of the report', () => {
    const text = 'Footage released by the Sudanese army showed rebels burning a market in Nyala.';
    const proof = proofOf(text, 'burning');
    expect(proof?.shownBy).toMatchObject({ text: 'the Sudanese army', country: 'SDN', sector: 'MIL' });
    expect(proof?.shows?.text).toBe('rebels burning a market in Nyala');
    expect(text.slice(proof?.shows?.start, proof?.shows?.end)).toBe(proof?.shows?.text);
  });

  test('leaves unknown who showed it where the words do not say', () => {
    const proof = proofOf('Satellite images show troops shelling a village near Kupiansk.', 'shelling');
    expect(proof?.shownBy).toBeNull();
    expect(proof?.shows?.text).toBe('troops shelling a village near Kupiansk');
  });
});

describe('the place of an event', () => {
  test.each([
    ['where those are who undergo it', 'Police opened fire on a crowd in Conakry.', 'opened fire', 'Conakry'],
    [
      'what its relative clause describes',
      'Talks began in Doha, where rebels freed ten prisoners.',
      'freed',
      'Doha',
    ],
    [
      'the state’s own land, for what it does at home',
      'Uruguay put its coast guard on alert.',
      'alert',
      'Uruguay',
    ],
    [
      'the town of whatever stands there',
      'The judge was shot dead outside her Amman home.',
      'shot dead',
      'Amman',
    ],
    [
      'the town, not what tells where that lies',
      'Gunmen killed two guards in Amara, south of Baghdad.',
      'killed',
      'Amara',
    ],
    [
      'the town that “the town” is another word for',
      'Rebels stormed Mongo on Monday. Soldiers shelled the town for two hours.',
      'shelled',
      'Mongo',
    ],
    [
      'the town of the market named there before',
      'Rebels burned a market in Mongo on Monday. Jets bombed the market on Tuesday.',
      'bombed',
      'Mongo',
    ],
    ['told by number', 'Rebels shelled two villages on Monday.', 'shelled', 'two villages'],
    [
      'a building told by whose it is',
      'Shops closed in Kolwezi. Miners marched to the office of the provincial governor.',
      'marched to',
      'the office of the provincial governor',
    ],
    ['a building that is struck', 'Gunmen stormed a prison on Monday.', 'stormed', 'a prison'],
    [
      'what “it” stands for',
      'The rebels, in control of Kidal since they captured it, burned a shop.',
      'captured',
      'Kidal',
    ],
    ['where its host is', 'Oman hosted talks between the two ministers.', 'talks', 'Oman'],
    [
      'where it broke out',
      'The war that broke out in Khartoum in 2023 has crossed the river.',
      'war',
      'Khartoum',
    ],
    [
      'the town that troops leave',
      'The army pulled its troops out of Damascus on Monday.',
      'pulled',
      'Damascus',
    ],
  ])('is %s', (_, text, trigger, place) => {
    expect(placeOf(text, trigger)).toBe(place);
  });

  test.each([
    [
      'a capital that “the town” is told after',
      'Gunmen burned shops in Mongo. Officers met in Ndjamena. Jets bombed the town.',
      'bombed',
      'Mongo',
    ],
    [
      'the town of the market that something stands behind',
      'Rebels burned a market in Mongo on Monday. Troops found mines in a cart behind the market.',
      'found',
      'the market',
    ],
  ])('is not %s', (_, text, trigger, place) => {
    expect(placeOf(text, trigger)).toBe(place);
  });

  test('is not where a group’s name comes from', () => {
    const text = 'Jets destroyed a camp of Jamaat Nusrat Mali on Monday.';
    expect(placeOf(text, 'destroyed')).not.toBe('Mali');
  });

  test.each([
    ['whose base it is', 'Rockets hit a U.S. base.', 'hit'],
    ['whose officer he is', "Mexico's police chief was shot dead.", 'shot dead'],
    ['who does it', 'The United States captured two of the men on the list.', 'captured'],
  ])('is not %s', (_, text, trigger) => {
    expect(placeOf(text, trigger)).toBeUndefined();
  });

  test.each([
    [
      'what “there” stands for',
      'A trader in Goma said that gunmen burned ten shops there on Friday.',
      'burned',
      'Goma',
    ],
    [
      'a site without a name, where something is held up',
      'Two aid lorries were stopped at an army checkpoint near Gao on Friday.',
      'stopped',
      'an army checkpoint near Gao',
    ],
    ['a town that a way leads through', 'The army seized Assab on Friday.', 'seized', 'Assab'],
  ])('is %s', (_, text, trigger, place) => {
    expect([place, place.split(' near ')[0], 'Gao']).toContain(placeOf(text, trigger));
  });

  test('is nowhere that the words do not tell', () => {
    expect(placeOf('There was no fighting, but gunmen burned ten shops.', 'burned')).toBeUndefined();
    expect(
      placeOf('The minister called the camp a village and police detained him.', 'detained'),
    ).toBeUndefined();
  });

  test('keeps its country unknown where two states are spoken of', () => {
    const text =
      'Eritrea, Eritrean exiles and Asmara accused Ethiopia of massing troops in Tigray. Its army shelled the village of Qwertal on Monday.';
    expect(eventIn(text, 'shelled')?.place).toMatchObject({ text: 'the village of Qwertal', country: null });
  });

  test('is where those are who saw it, where no other is told', () => {
    expect(placeOf('Villagers in Kaya said that soldiers burned shops.', 'burned')).toBe('Kaya');
    expect(placeOf('A doctor at the hospital said that soldiers burned shops.', 'burned')).toBeUndefined();
    expect(placeOf('A nurse at Kaya hospital said that soldiers burned shops.', 'burned')).toBeUndefined();
  });

  test('is the village told in the paragraph, not the border told before', () => {
    const text =
      'Chad accused Sudan of firing on its eastern border.\n\nMortars hit the village of Tine on Monday. Two farmers were killed, the army said.';
    expect(placeOf(text, 'killed')).toBe('the village of Tine');
  });

  test('is the town that an envoy is called back from', () => {
    expect(placeOf('Chad recalled its ambassador in Oslo.', 'recalled')).toBe('Oslo');
  });

  test('is a town before a dash', () => {
    const text = 'Chad accused Sudan of moving rockets to Kassala – "a provocation", its minister said.';
    expect(placeOf(text, 'moving')).toBe('Kassala');
  });

  test('is not where a source sits', () => {
    expect(placeOf('Rebels shot two miners, an officer in Wana said.', 'shot')).toBeUndefined();
  });
});

describe('the time of an event', () => {
  test('is not how long it was', () => {
    const text =
      'Troops killed nine raiders in a two-hour gunfight. The governor imposed a dusk-to-dawn curfew.';
    expect(eventIn(text, 'killed')?.time).toBeNull();
    expect(eventIn(text, 'curfew')?.time).toBeNull();
  });

  test('is the stretch that a duration opens on the day told of', () => {
    const text =
      'The rebels declared a truce on Monday and said their fighters would leave Kidal within 48 hours.';
    const { from, to } = eventIn(text, 'leave')?.time ?? {};
    expect([from, to]).toEqual(['2024-06-10', '2024-06-12']);
  });

  test('is not how long it lasts', () => {
    expect(eventIn('Jets bombed the port of Hodeida for 48 hours.', 'bombed')?.time).toBeNull();
  });

  test('is not when what it denies is said to have been', () => {
    const text = 'The ministry denied that its troops had crossed the border on Sunday.';
    expect(eventIn(text, 'denied')?.time?.text).not.toBe('Sunday');
  });

  test('of a deed is the day of the last deed told, not the day on which it was spoken of', () => {
    const text =
      'Gunmen burned a market in Kaya on Sunday.\n\nThe minister condemned the rebels on Tuesday.\n\nSoldiers shot two traders.';
    expect(eventIn(text, 'shot')?.time?.from).toBe('2024-06-09');
    expect(eventIn(text, 'condemned')?.time?.from).toBe('2024-06-11');
  });

  test('of what is told in one breath with a dated deed of the past is that deed’s', () => {
    const text = 'In 2011 rebels captured the port and burned the barracks. Villagers burned a shop.';
    expect(eventIn(text, 'captured')?.time?.from).toBe('2011-01-01');
    expect(eventIn(text, 'burned')?.time?.from).toBe('2011-01-01');
  });

  test('of an undated statement in a later paragraph is the last two days, but none before the first deed', () => {
    const late = (day: string) =>
      `Gunmen burned a market in Kaya on ${day}.\n\nSoldiers shut the road on Wednesday.\n\nNorway condemned the gunmen.`;
    const condemned = (day: string) => eventIn(late(day), 'condemned')?.time;
    expect(condemned('Monday')).toMatchObject({ from: '2024-06-11', to: '2024-06-12' });
    expect(condemned('Wednesday')).toMatchObject({ from: '2024-06-12', to: '2024-06-12' });
  });

  test('of what the present tense tells runs up to publication', () => {
    const text = 'Soldiers shot two traders in Kaya on Monday.\n\nPolice';
    expect(eventIn(`${text} have detained three men.`, 'detained')?.time).toMatchObject({
      from: '2024-06-10',
      to: '2024-06-12',
    });
    expect(eventIn(`${text} detained three men.`, 'detained')?.time).toMatchObject({
      from: '2024-06-10',
      to: '2024-06-10',
    });
  });

  test('of what is agreed at talks is the day of the talks', () => {
    const text = 'The two generals met in Doha on Sunday. Rwanda promised to free 20 prisoners.';
    expect(eventIn(text, 'promised')?.time).toMatchObject({ from: '2024-06-09', to: '2024-06-09' });
    const answer = 'Rebels shelled Kaya on Sunday. The minister condemned the shelling.';
    expect(eventIn(answer, 'condemned')?.time).toMatchObject({ from: '2024-06-09', to: '2024-06-12' });
  });
});
