import { expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

function frameOf(text: string, trigger: string): string | undefined {
  const meta = { id: 'scopes', title: null, outlet: null, language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text });
  return events.find((event) => event.trigger.text === trigger)?.timeframe;
}

test.each([
  ['The visit is meant to end nine days of clashes between the clans.', 'clashes'],
  ['The envoys met in Lomé for talks to end the war.', 'war'],
  ['The mission hopes to stop the fighting in Juba.', 'fighting'],
])('takes what somebody means to end for what is going on: %s', (text, trigger) => {
  expect(frameOf(text, trigger)).toBe('current');
});

test.each([
  ['The mission hopes to stop an invasion of the islet.', 'invasion'],
  ['The rebels plan a siege of the town.', 'siege'],
])('leaves to the future what may never begin: %s', (text, trigger) => {
  expect(frameOf(text, trigger)).toBe('future');
});

test('takes for said what crowds came together to say', () => {
  expect(
    frameOf('Thousands took to the streets of Banjul to protest against the verdict.', 'protest against'),
  ).toBe('current');
  expect(frameOf('The union hired a band to protest against the verdict.', 'protest against')).toBe('future');
});
