import { expect, test } from 'vitest';
import { buildReading, RAID } from '../../test/desk-readings.ts';
import { denialsIn, kindOf } from './kinds.ts';

test('takes "not one soldier has crossed" for a denial, and a rival toll for none', () => {
  expect(denialsIn(RAID)).toEqual([{ by: 'e3', of: 'e1' }]);
});

test('takes the side that says no for the denier, whichever way the link points', () => {
  const reading = { ...RAID, links: RAID.links.map((link) => ({ ...link, from: link.to, to: link.from })) };
  expect(denialsIn(reading)).toEqual([{ by: 'e3', of: 'e1' }]);
});

test('shows a current, flat statement as asserted or claimed by whose word it is', () => {
  const [claimed] = RAID.events;
  expect(kindOf(claimed!, false)).toBe('claimed');
  expect(kindOf({ ...claimed!, sources: ['outlet'] }, false)).toBe('asserted');
});

test('shows an outlet that passes on an unnamed source as claiming, not asserting', () => {
  expect(kindOf({ ...RAID.events[0]!, sources: ['unnamed'] }, false)).toBe('claimed');
});

test.each([
  ['denied', 2],
  ['hedged', 4],
  ['forecast', 5],
  ['background', 6],
] as const)('shows %s words so', (kind, i) => {
  expect(kindOf(RAID.events[i]!, false)).toBe(kind);
});

test('shows an act of denial as denied although the denying itself took place', () => {
  const reading = buildReading({
    id: 'x',
    text: 'Peru denied the charge. Troops entered.',
    events: [
      { words: 'Peru denied the charge', trigger: 'denied', differs: { type: 'REJECT' } },
      { words: 'Troops entered', trigger: 'entered', sources: ['unnamed'] },
    ],
    links: ['e1 denies e2'],
  });
  expect(kindOf(reading.events[0]!, true)).toBe('denied');
  expect(denialsIn(reading)).toEqual([{ by: 'e1', of: 'e2' }]);
});
