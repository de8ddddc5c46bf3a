import { describe, expect, test } from 'vitest';
import { loadReader } from '../../pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

/** The events of a text with whose word they are and whether they are negated. */
function told(text: string): string[] {
  const meta = { id: 'disputed', title: null, outlet: null, language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text });
  for (const { trigger } of events) expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text);
  return events.map(({ trigger, type, polarity, sources }) => {
    const source = sources.at(-1);
    return `${trigger.text} ${type} ${polarity} ${typeof source === 'string' ? source : source?.text}`;
  });
}

describe('findDisputed', () => {
  test.each([
    ['The shipping line denies evading any duty on fuel.', 'evading OTHER negative The shipping line'],
    ['The Front insists that none of its grain was stored there.', 'stored OTHER negative The Front'],
    [
      'Lomé said that a boat had strayed over the river on Friday. Accra dismissed the claim.',
      'strayed OTHER positive Lomé',
    ],
  ])('%s', (text, event) => {
    expect(told(text)).toContain(event);
  });

  test.each([
    ['Lomé said that the pilot had grown tired of the river.'],
    ['The harvest was not stored there.'],
    ['"There is no doubt," a baker said.'],
    ['She said that she did not know him.'],
  ])('finds nothing in %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('readRejection', () => {
  test.each([
    ['A colonel brushed aside the report.', 'brushed aside REJECT positive outlet'],
    ['"A pack of lies," the minister said.', 'pack of lies REJECT positive the minister'],
    ['The consul likened the charge to a fairy tale.', 'likened REJECT positive outlet'],
  ])('%s', (text, event) => {
    expect(told(text)).toContain(event);
  });

  test.each([['The consul called the report credible.'], ['The consul called the report disturbing.']])(
    'finds nothing in %s',
    (text) => {
      expect(told(text).filter((event) => event.includes('REJECT'))).toEqual([]);
    },
  );
});

describe('findCounts', () => {
  test.each([
    ['Rebels killed nine men near Gao. The army put its losses at two.', 'losses ASSAULT positive The army'],
    ['Police arrested nine men in Gao. The union speaks of 40.', '40 COERCE positive The union'],
  ])('%s', (text, event) => {
    expect(told(text)).toContain(event);
  });

  test('finds no count of what nobody has counted', () => {
    expect(told('The shop put its losses of milk in a book. The baker speaks of 40.')).toEqual([]);
  });
});
