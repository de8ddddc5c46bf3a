import { expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

function countriesOf(text: string): readonly (string | null)[] {
  const meta = { id: 'halves', title: null, outlet: null, language: 'en', url: null };
  return reader
    .layers({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text })
    .actors.map((actor) => `${text.slice(actor.start, actor.end)} ${actor.country}`);
}

test('knows the halves of Korea in a report about them', () => {
  expect(countriesOf('Seoul accused the North of firing first.')).toContain('the North PRK');
  expect(countriesOf('Pyongyang said that the South would pay.')).toContain('the South KOR');
});

test('leaves the north of another land alone', () => {
  expect(countriesOf('Bamako said that the North was calm.')).not.toContain('the North PRK');
  expect(countriesOf('Seoul sent a ship to the North Sea.').join()).not.toContain('PRK');
});
