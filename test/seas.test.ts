/** What is told of boats and those aboard: their names, who speaks of them, and what they did themselves. */
import { describe, expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** The last event with this trigger, and the last of those who tell it. */
function toldOf(text: string, trigger: string) {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const event = events.findLast((one) => one.trigger.text === trigger);
  const source = event?.sources.at(-1);
  return { ...event, source: typeof source === 'string' ? source : source?.text };
}

const wordsOf = (parties: readonly { readonly text: string }[] | undefined) =>
  (parties ?? []).map(({ text }) => text);

describe('a ship', () => {
  test('has its name right behind it, which is no place', () => {
    const told = toldOf('Bullets rained on the ferry Nadia from the sky, survivors said.', 'rained');
    expect(told).toMatchObject({ type: 'ASSAULT', mode: 'firearms', place: null });
    expect(wordsOf(told.recipient)).toEqual(['the ferry']);
    expect(toldOf('Bullets rained on a ferry near Oran.', 'rained').place?.text).toBe('Oran');
  });

  test('is what "it" stands for, as nobody who is called with an article is a person', () => {
    const sailing = 'The Nadia was carrying traders home when it was raked with bullets, a cook said.';
    expect(wordsOf(toldOf(sailing, 'raked').recipient)).toEqual(['The Nadia']);
  });

  test('may do what stands beside what was done to it', () => {
    const capsized = toldOf('The ferry had been hijacked by rebels at dawn and capsized.', 'capsized');
    expect(capsized.type).toBe('OTHER');
    expect(wordsOf(capsized.actor)).toEqual(['The ferry']);
    expect(wordsOf(toldOf('The boat was boarded by guards and sunk.', 'sunk').actor)).toEqual(['guards']);
  });

  test('that is fired on is fired on where it is, not with where it is', () => {
    const fired = 'A helicopter opened fire on a ferry on Lake Chad.';
    expect(wordsOf(toldOf(fired, 'opened fire').recipient)).toEqual(['a ferry']);
    const both = 'A helicopter opened fire on a ferry and a mill.';
    expect(wordsOf(toldOf(both, 'opened fire').recipient)).toEqual(['a ferry', 'a mill']);
  });

  test('of several is no "it" that speaks', () => {
    const sank = 'The navy said that a cutter was fired on from three canoes and sank all of them. ';
    expect(toldOf(`${sank}Nine men were killed, it said.`, 'killed').source).toBe('The navy');
  });
});

test('an hour is of the day that is told of, not of the dateline’s', () => {
  const fired = 'BOL, Chad, June 12 (Lake Wire) - A jet bombed a ferry on Tuesday, a union said.\n\n';
  const raked = toldOf(`${fired}The ferry was raked with bullets at around 4 p.m., it said.`, 'raked');
  expect(raked.time?.from).toBe('2024-06-11');
});

test.each([
  ['The raiders dropped their rifles and ran, a herder said.', 'dropped', 'RETREAT'],

  ['The opposition called for the defence minister to resign.', 'called', 'REQUEST'],
  ['Kyiv has sent 300 soldiers and ten tanks to Kherson.', 'sent', 'MOBILIZE'],
  ['Oslo sent tanks to Kyiv.', 'sent', 'AID'],
])('the same verb tells of other acts: %s', (text, trigger, type) => {
  expect(toldOf(text, trigger).type).toBe(type);
});
