import { expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

function toldOf(text: string, trigger: string) {
  const meta = { id: 'any', title: null, outlet: null, language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  return events.find((one) => one.trigger.text === trigger);
}

test('what is done to something made up is an exercise', () => {
  expect(toldOf('In the exercise, troops stormed a mock village.', 'stormed')?.timeframe).toBe(
    'hypothetical',
  );
  expect(toldOf('Troops stormed a mountain village near Kars.', 'stormed')?.timeframe).toBe('current');
});

test('what only is called so is not sure', () => {
  expect(toldOf('A so-called raid on the embassy made headlines.', 'raid')?.certainty).toBe('probable');
  expect(toldOf('A raid on the embassy made headlines.', 'raid')?.certainty).toBe('certain');
});

test('whoever foils a plot does not do what was plotted', () => {
  expect(toldOf('Police foiled a plot to bomb the station.', 'bomb')).toMatchObject({
    actor: [],
    polarity: 'negative',
  });
  const own = toldOf('Rebels dropped a plan to bomb the station.', 'bomb');
  expect(own?.actor.map(({ text }) => text)).toEqual(['Rebels']);
});
