import { describe, expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

function told(text: string): string[] {
  const meta = { id: 'toll', title: null, outlet: null, language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text });
  return events.map(
    ({ trigger, quantities }) =>
      `${trigger.text}: ${quantities.map(({ text: words, of }) => `${words} ${of}`).join(', ')}`,
  );
}

describe('joinTolls', () => {
  test.each([
    ['Gunmen killed four traders and wounded nine.', ['killed: four killed, nine wounded']],
    ['Seven people were killed and 18 were wounded.', ['killed: Seven killed, 18 wounded']],
    // Two acts, of which only one has a toll.
    ['Troops stormed the town and wounded nine people.', ['stormed: ', 'wounded: nine wounded']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
