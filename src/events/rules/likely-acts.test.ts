import { expect, test } from 'vitest';
import { loadReader } from '../../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

function eventsOf(text: string) {
  const meta = { id: 'likely', title: null, outlet: null, language: 'en', url: null };
  return reader.read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text }).events;
}

test.each([
  ['The raiders came back with mortars on Friday, a miller said.', 'came', 'ASSAULT'],
  ['Fighters had piled sand across the road to the airfield.', 'piled', 'COERCE'],
  ['The families want the bodies back, their lawyer said.', 'want', 'REQUEST'],
])('reads an act that no table lists, with its type and how likely it is: %s', (text, trigger, type) => {
  const event = eventsOf(text).find((one) => one.trigger.text === trigger);
  expect(event?.type).toBe(type);
  expect(event?.why['event']?.confidence).toBeGreaterThanOrEqual(0.35);
});

test.each([
  ['The mission has nine offices and employs two hundred drivers.'],
  ['Neither account could be confirmed, and the office could not be reached.'],
  ['The village lies beside a river and grows cotton.'],
])('reads no act into what is described: %s', (text) => {
  expect(eventsOf(text)).toEqual([]);
});

test('says that the engine, not a table, found it', () => {
  const event = eventsOf('Fighters had piled sand across the road to the airfield.')[0];
  expect(event?.why['event']?.rule).toBe('events/likely-act');
});

const WEDDING =
  'The couple met at a bakery in Lund and moved to a house by the lake. Their friends brought cakes, lamps and a clock. ' +
  'An uncle played the accordion, and two cousins painted the kitchen yellow. The garden has nine apple trees and a pond. ' +
  'In the evening the guests danced in the barn, ate soup from blue bowls and told stories of the old ferry. ' +
  'A neighbour lent them chairs, and the baker baked a cake with pears. The lamps burned until two, and nobody wanted to go home. ' +
  'On Sunday the children picked berries, and the grandmother knitted. ';

test('believes the engine less in a report that tells of few acts', () => {
  const act = 'The judge suspected the chef of a prank, a waiter said.';
  expect(eventsOf(act).map(({ trigger }) => trigger.text)).toContain('suspected');
  expect(eventsOf(WEDDING + act).map(({ trigger }) => trigger.text)).not.toContain('suspected');
});
