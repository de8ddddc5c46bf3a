import { expect, test } from 'vitest';
import { readingOf, type ShortEvent, TABLES } from '../../test/story-builder.ts';
import { buildStory } from './story.ts';

/** Gives how many events the mentions of one report make. */
function eventCount(text: string, ...events: readonly ShortEvent[]): number {
  const reading = readingOf({ id: 'a', outlet: 'Harbour Wire', text, events });
  return buildStory([reading], { tables: TABLES }).events.length;
}

const killed: ShortEvent = {
  trigger: 'killed',
  type: 'ASSAULT',
  recipient: 'Nine people||CVL',
  on: '2024-03-02',
};

test('joins a toll to the strike that its sentence gives as the cause', () => {
  const text = 'Nine people were killed when a jet bombed the market in Sarn.';
  const bombed: ShortEvent = {
    trigger: 'bombed',
    type: 'ASSAULT',
    actor: 'a jet||MIL',
    recipient: 'the market||',
  };
  expect(eventCount(text, killed, bombed)).toBe(1);
});

test('keeps a toll apart from a strike of another sentence', () => {
  const text = 'Nine people were killed in Dolna. The year began when a jet bombed the market in Sarn.';
  const bombed: ShortEvent = {
    trigger: 'bombed',
    type: 'ASSAULT',
    actor: 'a jet||MIL',
    place: 'Sarn|',
    on: '2024-01-01',
  };
  expect(eventCount(text, { ...killed, place: 'Dolna|' }, bombed)).toBe(2);
});

test('keeps two objects in one report apart, and one object under two names of the act together', () => {
  const text = 'A jet bombed the market in Sarn on Saturday, and the jet strafed an ambulance in Sarn.';
  const slots = { type: 'ASSAULT', actor: 'jet||MIL', place: 'Sarn|', on: '2024-03-02' } as const;
  const bombed: ShortEvent = { ...slots, trigger: 'bombed', recipient: 'the market||' };
  const strafed: ShortEvent = { ...slots, trigger: 'strafed', recipient: 'an ambulance||' };
  expect(eventCount(text, bombed, strafed)).toBe(2);
  expect(eventCount(text, bombed, { ...strafed, recipient: 'the market||' })).toBe(1);
});
