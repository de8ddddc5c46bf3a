import { describe, expect, test } from 'vitest';
import { readingOf, type ShortEvent, TABLES } from '../../test/story-builder.ts';
import { buildStory } from './story.ts';

/** Gives the events of one report, each as the triggers of its mentions. */
function eventsOf(text: string, ...events: readonly ShortEvent[]): readonly (readonly string[])[] {
  const reading = readingOf({ id: 'a', outlet: 'Harbour Wire', text, events });
  const triggers = new Map(reading.events.map(({ id, trigger }) => [`a/${id}`, trigger.text]));
  const story = buildStory([reading], { tables: TABLES });
  return story.events.map(({ mentions }) => mentions.map((mention) => triggers.get(mention) ?? ''));
}

const raid = (words: string): ShortEvent => ({
  words,
  trigger: 'stormed',
  type: 'ASSAULT',
  actor: 'Gunmen||UAF',
  recipient: 'a post|',
  place: 'Tolva|',
  on: '2024-03-02',
});

const deed = (words: string, trigger: string, rest: Partial<ShortEvent> = {}): ShortEvent => ({
  words,
  trigger,
  type: 'ASSAULT',
  ...rest,
});

describe('a violent act told more closely', () => {
  test('takes in what its attackers did next, and a toll without day or place', () => {
    const text =
      'Gunmen stormed a post in Tolva on Saturday. The attackers opened fire on the gate. Six guards were killed.';
    const opened = deed('The attackers opened fire on the gate', 'opened fire', { actor: 'The attackers||' });
    const killed = deed('Six guards were killed', 'killed', {
      recipient: 'Six guards||MIL',
      by: ['doctors||MED'],
    });
    expect(eventsOf(text, raid('Gunmen stormed a post in Tolva on Saturday'), opened, killed)).toEqual([
      ['stormed', 'opened fire', 'killed'],
    ]);
  });

  test('leaves out a similar act, and one at a place of its own', () => {
    const text =
      'Gunmen stormed a post in Tolva on Saturday. It came after a similar raid upriver. A bomb exploded in Karsk.';
    const similar = deed('It came after a similar raid upriver', 'raid');
    const bomb = deed('A bomb exploded in Karsk', 'exploded', { place: 'Karsk|' });
    expect(eventsOf(text, raid('Gunmen stormed a post in Tolva on Saturday'), similar, bomb)).toHaveLength(3);
  });

  test('leaves out an object of its own, what is told as an accident, and a word for two deeds', () => {
    const text =
      'A jet bombed the market in Tolva. The jet strafed an ambulance. A gas leak exploded, the army said. No sign linked the two attacks.';
    const bombed = deed('A jet bombed the market in Tolva', 'bombed', {
      actor: 'A jet|KAR|MIL',
      recipient: 'the market|',
      place: 'Tolva|',
    });
    const strafed = deed('The jet strafed an ambulance', 'strafed', {
      actor: 'The jet|KAR|MIL',
      recipient: 'an ambulance|',
    });
    const leak = deed('A gas leak exploded', 'exploded', { by: ['the army|KAR|MIL'] });
    const both = deed('No sign linked the two attacks', 'attacks');
    expect(eventsOf(text, bombed, strafed, leak, both)).toHaveLength(4);
  });

  test('takes in what the other party calls otherwise, where doer and place are the same', () => {
    const text =
      'A jet bombed a fair in Tolva, villagers said. The air force had hit a camp of rebels in Tolva town, the army said.';
    const bombed = deed('A jet bombed a fair in Tolva', 'bombed', {
      actor: 'A jet|KAR|MIL',
      recipient: 'a fair|',
      place: 'Tolva|',
      by: ['villagers||CVL'],
    });
    const struck = deed('The air force had hit a camp of rebels in Tolva town', 'hit', {
      actor: 'The air force|KAR|MIL',
      recipient: 'a camp|',
      place: 'Tolva town|',
      by: ['the army|KAR|MIL'],
    });
    expect(eventsOf(text, bombed, struck)).toHaveLength(1);
    const elsewhere = { ...struck, place: 'Karsk|' };
    expect(
      eventsOf(text.replace('rebels in Tolva town', 'rebels in Karsk'), bombed, {
        ...elsewhere,
        words: 'The air force had hit a camp of rebels in Karsk',
      }),
    ).toHaveLength(2);
  });
});
