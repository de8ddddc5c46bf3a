import { describe, expect, test } from 'vitest';
import { loadReader } from '../../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** The events of a text, and those that they contradict. */
function told(text: string): string[] {
  const meta = { id: 'restated', title: null, outlet: null, language: 'en', url: null };
  const { events, links } = reader.read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text });
  for (const { trigger } of events) expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text);
  const name = new Map(events.map(({ id, trigger }) => [id, trigger.text]));
  return [
    ...name.values(),
    ...links.map(({ from, relation, to }) => `${name.get(from)} ${relation} ${name.get(to)}`),
  ];
}

describe('findRestated', () => {
  test.each([
    [
      'Rebels had left the port, the mayor said. Fishermen said gunmen still controlled it.',
      'controlled contradicts left',
    ],
    [
      'Haiti’s police said they had retaken the port. Dockers said gangs controlled it as before.',
      'controlled contradicts retaken',
    ],
    [
      'The army said it had released the editor. His wife said he was still being held.',
      'held contradicts released',
    ],
    ['Both armies were to pull back by Monday. Neither side has moved.', 'moved contradicts pull back'],
    ['Riga promised to withdraw its guards by May. It has not done so.', 'done contradicts withdraw'],
  ])('%s', (text, link) => {
    expect(told(text)).toContain(link);
  });

  test.each([
    ['The harvest never came.', 'came'],
    ['Shops remained open, a baker said.', 'remained'],
  ])('finds nothing in %s', (text, word) => {
    expect(told(text)).not.toContain(word);
  });
});
