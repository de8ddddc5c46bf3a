/** What a report says of its own earlier versions, of deeds beside each other, and of what its closing words vouch for. */
import { describe, expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

function readingOf(text: string) {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  return reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
}

/** The links as "trigger relation trigger". */
function linksOf(text: string): readonly string[] {
  const { events, links } = readingOf(text);
  const triggerOf = (id: string) => events.find((event) => event.id === id)?.trigger.text;
  return links.map(({ from, to, relation }) => `${triggerOf(from)} ${relation} ${triggerOf(to)}`);
}

/** What is told of the last event with this trigger: type, mode and its innermost source. */
function toldOf(text: string, trigger: string) {
  const event = readingOf(text).events.findLast((one) => one.trigger.text === trigger);
  const source = event?.sources.at(-1);
  return { ...event, source: typeof source === 'string' ? source : source?.text };
}

describe('a correction', () => {
  const corrected =
    'Four shells, not three, hit a dairy in Gulu on Monday, the governor said. Nobody torched the barn, he said. ' +
    '(Correction: Earlier versions of this article said that three shells hit the dairy and that men torched the barn. ';

  test('replaces what is most alike, not what stands nearest', () => {
    const links = linksOf(`${corrected})`);
    expect(links).toContain('torched corrects torched');
    expect(links).toContain('hit corrects hit');
    expect(links).not.toContain('torched corrects hit');
  });

  test('goes on to speak of the versions, not of whom they quote', () => {
    const more = 'They also said that Kenya closed its border on Monday.)';
    expect(toldOf(`${corrected}${more}`, 'closed').source).toBe('Earlier versions of this article');
    const other = 'The herders said that men torched the barn. They also said that Kenya closed its border.';
    expect(toldOf(other, 'closed').source).toBe('The herders');
  });
});

describe('two deeds', () => {
  test('in two villages that no list knows are not one', () => {
    const told = 'At least 12 people were killed in the village of Antsoha, elders said. ';
    const links = linksOf(`${told}Some 14 people were killed in the village of Befeno, a nun said.`);
    expect(links).not.toContain('killed same-as killed');
  });
});

describe('words that close a sentence', () => {
  test('vouch for the clause just before them', () => {
    const text = 'It came a day after a raid in Kassala, in which 14 people died at a mill, the rebels said.';
    expect(toldOf(text, 'died').source).toBe('the rebels');
  });

  test('vouch for no clause that is set apart in the midst of it', () => {
    const text = 'The army, which overran Kosti in 2023, shelled a mill on Monday, the rebels said.';
    expect(toldOf(text, 'overran').source).toBe('outlet');
  });
});

describe('what is found', () => {
  test('alive is no harm', () => {
    const { type } = toldOf('Two of the nuns were found unharmed in Gulu on Monday.', 'found');
    expect(type).toBe('OTHER');
  });

  test('dead is plainly so, and nobody’s belief', () => {
    const { type, source } = toldOf('Six herders were found dead near Gulu.', 'dead');
    expect({ type, source }).toEqual({ type: 'ASSAULT', source: 'outlet' });
  });
});

test('a precaution is taken whatever comes of what it is for', () => {
  const text = 'Soldiers in Togo were told to stand ready in case refugees arrive.';
  expect(toldOf(text, 'stand ready').timeframe).toBe('future');
  expect(toldOf(text, 'arrive').timeframe).toBe('hypothetical');
});

test('a town that is taken, by "it", has no people in it to be carried off', () => {
  const text =
    'A jet hit an ambulance near Gao. The insurgents, in control of Kidal since they captured it last year, denied it.';
  expect(toldOf(text, 'captured')).toMatchObject({ mode: null, recipient: [] });
  const taken = toldOf('The insurgents found a judge in Kidal and captured him.', 'captured');
  expect(taken.mode).toBe('abduct');
});

test('those who lose their lives are whom it befalls, and a direction is nobody', () => {
  const lost = toldOf('Four nurses lost their lives in Gulu.', 'lost their lives');
  expect(lost.recipient?.map(({ text }) => text)).toEqual(['Four nurses']);
  const raid = toldOf('It came after a raid in Kassala, 300 kilometres to the north-east.', 'raid');
  expect(raid.recipient).toEqual([]);
});
