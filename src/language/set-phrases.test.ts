import { expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

function eventsOf(text: string) {
  const meta = { id: 'any', title: null, outlet: null, language: 'en', url: null };
  return reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text }).events;
}

test.each([
  ['Lima declared the Ecuadorean envoy persona non grata.', 'the Ecuadorean envoy'],
  ['Togo declared two Beninese diplomats persona non grata on Monday.', 'two Beninese diplomats'],
  ['The Chilean attaché was declared persona non grata by Lima.', 'The Chilean attaché'],
])('whoever is declared persona non grata is sent away: %s', (text, whom) => {
  const [event] = eventsOf(text);
  expect(event).toMatchObject({ type: 'SANCTION', mode: 'expel', polarity: 'positive' });
  expect(event?.recipient.map(({ text: words }) => words)).toEqual([whom]);
});

test('whoever has not been is not', () => {
  expect(eventsOf('Lima has not declared the envoy persona non grata.')[0]?.polarity).toBe('negative');
});
