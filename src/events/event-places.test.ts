import { expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

function placesOf(text: string, title: string | null = null): readonly string[] {
  const meta = { id: 'places', title, outlet: null, language: 'en', url: null };
  return reader
    .read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text })
    .events.map(
      ({ trigger, place }) => `${text.slice(trigger.start, trigger.end)} ${place?.text ?? 'nowhere'}`,
    );
}

test('sets forces that are brought in where they come to, not where they come from', () => {
  const text = 'Rebels stormed Gedaref on Monday. The army rushed a brigade in from Kosti.';
  expect(placesOf(text)).toContain('rushed Gedaref');
});

test('sets forces that are moved from one town to another in the second', () => {
  expect(placesOf('Sudan moved two brigades from Kosti to Gedaref on Monday.')).toContain('moved Gedaref');
});

test('leaves forces where they set out where nothing tells where they went', () => {
  expect(placesOf('Sudan dispatched two bombers from Kosti on Monday.')).toContain('dispatched Kosti');
});

test('sets an act that nothing else places in the one town of the title, not in another that was told of', () => {
  const title = 'Who holds Gedaref?';
  const body = 'On Monday rebels in Sudan shelled Kosti. The army holds Gedaref.';
  const text = `${title}\n\n${body}\n\nTwo nurses were killed on Tuesday.`;
  expect(placesOf(text, title)).toContain('killed Gedaref');
});

test('sets it in the town that was struck where the title names two', () => {
  const title = 'Fighting between Gedaref and Kassala';
  const text = `${title}\n\nOn Monday rebels in Sudan shelled Kosti.\n\nTwo nurses were killed on Tuesday.`;
  expect(placesOf(text, title)).toContain('killed Kosti');
});

test('sets what befalls a town in it, and no act of a state', () => {
  expect(placesOf('The town of Kosti in Sudan spent a fourth night under siege.')).toContain(
    'siege The town of Kosti',
  );
  expect(placesOf('Sudan captured two men.')).toContain('captured nowhere');
});
