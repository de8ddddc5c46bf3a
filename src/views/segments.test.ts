import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReading, RAID } from '../../test/desk-readings.ts';
import { stretchesOf } from './segments.ts';

test('keeps an event inside another reachable, the closest first', () => {
  const text = 'Officials claimed to have stopped an incursion at dawn.';
  const { events } = buildReading({
    id: 'nested',
    text,
    events: [
      { words: 'stopped an incursion at dawn', trigger: 'stopped' },
      { words: 'an incursion', trigger: 'incursion' },
    ],
  });
  const stretches = stretchesOf({ start: 0, end: text.length }, events);
  expect(stretches.map(({ start, end, events: ids }) => [text.slice(start, end), ids])).toEqual([
    ['Officials claimed to have ', []],
    ['stopped', ['e1']],
    [' ', ['e1']],
    ['an ', ['e2', 'e1']],
    ['incursion', ['e2', 'e1']],
    [' at dawn', ['e1']],
    ['.', []],
  ]);
});

test('keeps both of two events with the very same words', () => {
  const text = 'Three died.';
  const sketch = { words: 'Three died', trigger: 'died' };
  const { events } = buildReading({ id: 'twins', text, events: [sketch, sketch] });
  const [first] = stretchesOf({ start: 0, end: text.length }, events);
  expect(first?.events).toHaveLength(2);
});

test('leaves nothing out, overlaps nowhere and loses no event, whatever the marks', () => {
  const marks = fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 30 })), { maxLength: 20 });
  fc.assert(
    fc.property(marks, (pairs) => {
      const events = pairs.map(([start, length], i) => {
        const span = { start, end: Math.min(100, start + length), text: '' };
        return {
          ...RAID.events[0]!,
          id: `e${i + 1}`,
          words: span,
          trigger: { ...span, end: span.start + 1 },
        };
      });
      const stretches = stretchesOf({ start: 0, end: 100 }, events);
      expect(stretches[0]?.start).toBe(0);
      expect(stretches.at(-1)?.end).toBe(100);
      for (const [i, { start }] of stretches.entries()) if (i > 0) expect(start).toBe(stretches[i - 1]?.end);
      expect(new Set(stretches.flatMap((stretch) => stretch.events))).toEqual(
        new Set(events.map(({ id }) => id)),
      );
    }),
  );
});
