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

/** Gives how many events two reports of one event each make. */
function eventsAcross(a: readonly [string, ShortEvent], b: readonly [string, ShortEvent]): number {
  const readings = [a, b].map(([text, event], i) =>
    readingOf({ id: `r${i}`, outlet: `Outlet ${i}`, text, events: [event] }),
  );
  return buildStory(readings, { tables: TABLES }).events.length;
}

const seizure = (words: string, trigger: string, recipient: string, rest: Partial<ShortEvent> = {}) =>
  [
    words,
    { trigger, type: 'COERCE', actor: 'Soldiers|PER|MIL', recipient, on: '2024-03-02', ...rest },
  ] as const;

test('joins what two outlets call by other words for one thing', () => {
  const first = seizure(
    'Soldiers detained the skipper of the trawler on Saturday.',
    'detained',
    'the skipper||CVL',
  );
  const second = seizure(
    'Soldiers took the captain into custody on Saturday.',
    'custody',
    'the captain||CVL',
  );
  const other = seizure('Soldiers detained a teacher on Saturday.', 'detained', 'a teacher||EDU');
  expect(eventsAcross(first, second)).toBe(1);
  expect(eventsAcross(first, other)).toBe(2);
});

test('takes an act by the type that was read: men who drop their guns bomb nobody', () => {
  const slots = { actor: 'The men||', place: 'Sarn|', on: '2024-03-02' } as const;
  const bombed: ShortEvent = { ...slots, trigger: 'dropped', type: 'ASSAULT', recipient: 'the camp||' };
  const disarmed: ShortEvent = { ...slots, trigger: 'dropped', type: 'RETREAT', recipient: 'their guns||' };
  expect(
    eventsAcross(
      ['The men dropped grenades on the camp in Sarn.', bombed],
      ['The men dropped their guns in Sarn.', disarmed],
    ),
  ).toBe(2);
});

test('lets a bare name stand for what another report describes, and people for what they were in', () => {
  const slots = {
    type: 'ASSAULT',
    actor: 'A helicopter|SDN|MIL',
    place: 'Kosta|',
    on: '2024-03-02',
  } as const;
  const text =
    'A helicopter fired at a barge near Kosta on Saturday. A helicopter raked the Nadia near Kosta. A helicopter strafed an ambulance near Kosta.';
  const barge: ShortEvent = {
    ...slots,
    words: 'A helicopter fired at a barge near Kosta',
    trigger: 'fired',
    recipient: 'a barge||',
  };
  const named: ShortEvent = {
    ...slots,
    words: 'A helicopter raked the Nadia near Kosta',
    trigger: 'raked',
    recipient: 'the Nadia||',
  };
  const ambulance: ShortEvent = {
    ...slots,
    words: 'A helicopter strafed an ambulance near Kosta',
    trigger: 'strafed',
    recipient: 'an ambulance||',
  };
  expect(eventCount(text, barge, named)).toBe(1);
  expect(eventCount(text, barge, ambulance)).toBe(2);
});

test('takes no bare number for what was hit', () => {
  const slots = { type: 'ASSAULT', actor: 'A jet|SDN|MIL', on: '2024-03-02' } as const;
  const told = (text: string, recipient: string): readonly [string, ShortEvent] => [
    text,
    { ...slots, trigger: 'dropped', recipient },
  ];
  const bomb = told('A jet dropped a bomb on the dairy in Kosta.', 'the dairy||AGR');
  expect(eventsAcross(bomb, told('A jet turned above Kosta and dropped two.', 'two||'))).toBe(1);
  expect(
    eventsAcross(
      bomb,
      told('A jet turned over Melk and dropped a bomb on the barracks.', 'the barracks||MIL'),
    ),
  ).toBe(2);
});

test('takes the boat that sank for what the shots hit, and troops that fire back for doers', () => {
  const fired: ShortEvent = {
    trigger: 'fired on',
    type: 'ASSAULT',
    actor: 'A navy cutter|PER|MIL',
    recipient: 'the trawler Lucía|ECU|',
    place: 'Punta Sal|',
    on: '2024-03-02',
  };
  const slots = { type: 'ASSAULT', actor: 'the trawler Lucía|ECU|', place: 'Punta Sal|' } as const;
  const a = 'A navy cutter fired on the trawler Lucía off Punta Sal.';
  const sank = { ...slots, trigger: 'sank', on: '2024-03-02' };
  expect(eventsAcross([a, fired], ['Off Punta Sal the trawler Lucía sank.', sank])).toBe(1);
  const back = { ...slots, trigger: 'fired on', recipient: 'A navy cutter|PER|MIL', on: '2024-03-02' };
  const flipped = 'Off Punta Sal the trawler Lucía fired on A navy cutter.';
  expect(eventsAcross([a, fired], [flipped, back])).toBe(2);
});

test('takes an island that gazetteers put in two states for one place', () => {
  const report = (trigger: string, country: string) =>
    [
      `Batteries ${trigger} a survey plane over Isla Mora on Sunday.`,
      {
        trigger,
        type: 'ASSAULT',
        actor: 'Batteries|COL|MIL',
        recipient: 'a survey plane||',
        place: `Isla Mora|${country}`,
        on: '2024-03-03',
      },
    ] as const satisfies readonly [string, ShortEvent];
  expect(eventsAcross(report('shot down', 'VEN'), report('brought down', 'COL'))).toBe(1);
});

test('lets a rare act prove more than a frequent one: a war has few incursions and many shootings', () => {
  const told = (a: string, b: string, type: 'MOBILIZE' | 'ASSAULT') =>
    eventsAcross(
      [`Soldiers ${a} before dawn.`, { trigger: a, type, actor: 'Soldiers|TCD|MIL' }],
      [`Later the army ${b} again.`, { trigger: b, type, actor: 'the army|TCD|MIL', on: '2024-03-02' }],
    );
  expect(told('crossed', 'entered', 'MOBILIZE')).toBe(1);
  expect(told('shelled', 'strafed', 'ASSAULT')).toBe(2);
});
