/**
 * The traps again, this time from text: two short reports are read by the fast engine and put together. What the reader cannot do yet
 * is a `todo`, with the pair that shows it.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { buildStory, type StoryEvent } from '../src/corroboration/story.ts';
import { loadReader } from '../src/pipeline/reader.ts';
import type { Reader } from '../src/pipeline/reader-type.ts';
import { TABLES } from './story-builder.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await loadReader({ engine: 'fast' });
}, 60_000);

/** Reads each text as a report of an outlet of its own, on one day, and gives the events of the story. */
function eventsOf(...texts: readonly string[]): readonly StoryEvent[] {
  const readings = texts.map((text, i) =>
    reader.read({
      text: `${text}\n`,
      meta: {
        id: `r${i + 1}`,
        title: null,
        outlet: `Outlet ${i + 1}`,
        publishedAt: '2024-03-03T08:00:00Z',
        language: 'en',
        url: null,
      },
    }),
  );
  return buildStory(readings, { tables: TABLES }).events;
}

/** Gives the events whose words hold a word. */
function about(word: string, events: readonly StoryEvent[]): readonly StoryEvent[] {
  return events.filter(({ claims }) =>
    claims.some(({ words, basis }) => basis === 'mention' && words.text.includes(word)),
  );
}

describe('from text', () => {
  test('A, G: a claim and its denial are one contested event', () => {
    const events = eventsOf(
      'Russian troops entered Donetsk on Saturday, the governor said.',
      'Russian troops did not enter Donetsk on Saturday, the Pentagon said.',
    );
    const [event, ...others] = about('Donetsk', events);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ status: 'contested', independentOrigins: 1 });
    expect(event?.deniedBy.join()).toContain('Pentagon');
  });

  test('A: a denial told in one breath with what it denies meets the claim', () => {
    const events = eventsOf(
      'Russian forces killed five Ukrainian saboteurs at the border on Saturday, Russia said.',
      'Ukraine denied on Sunday that Russian forces had killed five saboteurs at the border.',
    );
    const event = about('saboteurs', events).find(({ type }) => type === 'ASSAULT');
    expect(event).toMatchObject({ status: 'contested', independentOrigins: 1, deniedBy: ['Ukraine'] });
    expect(event?.mentions).toHaveLength(2);
  });

  test('C: one ministry through three outlets is one origin', () => {
    const events = eventsOf(
      'A drone struck an oil depot in Tuapse on Saturday, the Russian defence ministry said.',
      'The Russian defence ministry said on Sunday that a drone struck an oil depot in Tuapse on Saturday.',
      'On Saturday a drone struck a depot in Tuapse, according to the Russian defence ministry.',
    );
    const [event] = about('Tuapse', events);
    expect(event?.mentions).toHaveLength(3);
    expect(event).toMatchObject({ status: 'single-source', independentOrigins: 1 });
  });

  test('D: two tolls of one strike do not make two strikes', () => {
    const events = eventsOf(
      'A missile strike on Kharkiv killed 5 people on Saturday, the mayor said.',
      'A missile strike on Kharkiv killed 50 people on Saturday, doctors said.',
    );
    const [event] = about('killed', events);
    const killed = event?.numbers.find(({ of }) => of === 'killed');
    expect(killed?.values.map(({ min }) => min).sort()).toEqual([5, 50]);
  });

  test('F: who shells whom is not one event the other way round', () => {
    const events = eventsOf(
      'Russian forces shelled Ukrainian positions near Luhansk on Saturday.',
      'Ukrainian forces shelled Russian positions near Luhansk on Saturday.',
    );
    expect(about('shelled', events)).toHaveLength(2);
  });

  test('the same deed in another town is another deed', () => {
    const events = eventsOf(
      'An air strike on a market in Idlib killed nine people on Saturday.',
      'An air strike on a market in Aleppo killed nine people on Saturday.',
    );
    for (const { mentions } of events)
      expect(new Set(mentions.map((mention) => mention.slice(0, 2))).size).toBe(1);
  });

  test('the same deed on another day is another deed', () => {
    const events = eventsOf(
      'Rockets hit the airport of Erbil on Tuesday, police said.',
      'Rockets hit the airport of Erbil on Friday, police said.',
    );
    for (const { mentions } of events)
      expect(new Set(mentions.map((mention) => mention.slice(0, 2))).size).toBe(1);
  });

  test('E: a forecast does not confirm a report', () => {
    const events = eventsOf(
      'Russian forces attacked Kyiv on Saturday, the mayor said.',
      'The United States expects that Russian forces will attack Kyiv within days.',
    );
    for (const event of about('Kyiv', events)) expect(event.independentOrigins).toBe(1);
  });
});
