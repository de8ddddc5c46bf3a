import { expect, test } from 'vitest';
import { loadReader } from '../../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

function readingOf(text: string): readonly string[] {
  const meta = { id: 'rejections', title: null, outlet: null, language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text });
  return events.map(({ trigger, type, polarity }) => `${trigger.text} ${type} ${polarity}`);
}

test.each([
  ['“None of this is true,” the admiral told reporters.', 'None REJECT positive'],
  ['Nothing of the sort happened, the army said.', 'Nothing REJECT positive'],
])('reads a denial of all that was said: %s', (text, expected) => {
  expect(readingOf(text)).toEqual([expected]);
});

test.each([
  ['None of the nurses was hurt.', 'hurt ASSAULT negative'],
  ['The army insists that none of its soldiers crossed the river.', 'crossed MOBILIZE negative'],
])('leaves an act that nobody did to its verb: %s', (text, expected) => {
  expect(readingOf(text)).toEqual([expected]);
});
