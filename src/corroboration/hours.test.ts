import { expect, test } from 'vitest';
import { readingOf, TABLES } from '../../test/story-builder.ts';
import type { Reading } from '../claims/reading.ts';
import { buildStory } from './story.ts';

const crossing = (id: string, day: string, words: string): Reading => {
  const reading = readingOf({
    id,
    outlet: `Outlet ${id}`,
    text:
      id === 'a'
        ? `Rebel fighters bombed the grain depot in Arvo ${words}. Bread ran short in the shops at once.`
        : `Farmers watched in tears as Rebel fighters shelled the grain depot in Arvo ${words}.`,
    events: [
      {
        trigger: id === 'a' ? 'bombed' : 'shelled',
        type: 'ASSAULT',
        actor: 'Rebel fighters||REB',
        recipient: 'the grain depot',
        place: 'Arvo',
        on: day,
      },
    ],
  });
  const events = reading.events.map((event) => ({
    ...event,
    time:
      event.time === null
        ? null
        : {
            ...event.time,
            text: words,
            start: reading.report.text.indexOf(words),
            end: reading.report.text.indexOf(words) + words.length,
          },
  }));
  return { ...reading, events };
};

test('an hour without a day keeps no two tellings of one act apart', () => {
  const { events } = buildStory(
    [crossing('a', '2026-03-10', 'on Tuesday'), crossing('b', '2026-03-11', 'at around 4 p.m.')],
    { tables: TABLES },
  );
  expect(events).toHaveLength(1);
});

test('two days do', () => {
  const { events } = buildStory(
    [crossing('a', '2026-03-10', 'on Tuesday'), crossing('b', '2026-03-11', 'on Wednesday')],
    { tables: TABLES },
  );
  expect(events).toHaveLength(2);
});
