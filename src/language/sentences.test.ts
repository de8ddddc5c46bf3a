import { describe, expect, test } from 'vitest';
import { createSentences } from './sentences.ts';

function sentences(text: string): string[] {
  const report = { id: 'r', title: null, outlet: null, publishedAt: null, language: 'en', url: null };
  const zones = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
  const split = createSentences().run({ id: '', text, report, layers: { zones } });
  for (const sentence of split.sentences) {
    expect(split.tokens[sentence.firstToken]?.start).toBe(sentence.start);
    expect(split.tokens[sentence.endToken - 1]?.end).toBe(sentence.end);
  }
  return split.sentences.map(({ start, end }) => text.slice(start, end));
}

describe('createSentences', () => {
  test.each([
    ['The army left. Nobody saw it go.', 2],
    ['Gen. Okello met Mr. Sato. They spoke.', 2],
    ['He moved to the U.S. Army base.', 1],
    ['He lives in the U.S. He denies it.', 2],
    ['It began at 5 a.m. The shelling lasted an hour.', 2],
    ['J. Smith and A. B. Khan were freed.', 1],
    ['"We won." The crowd cheered.', 2],
    ['“We won,” he said. “They lost.” Nobody agreed.', 3],
    ['"Who fired?" Smith asked. Nobody knew.', 2],
    ['“Leave now!” he shouted.', 1],
    ['The toll rose (to five.) Two are missing.', 2],
    ['Prices rose 3.5 percent. About 2.000 left.', 2],
    ['He waited... and left.', 1],
    ['Two men died. al-Shabaab said it had fired.', 2],
    ['Smoke over the port Photo: Ana Kovac', 2],
    ['She sent a photo: it showed smoke.', 1],
    ['the misguided decision.“ However, they stayed.', 2],
  ])('splits %s into %i', (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  test('keeps the closing mark with its sentence', () => {
    expect(sentences('“It is over.” They left.')).toEqual(['“It is over.”', 'They left.']);
  });
});
