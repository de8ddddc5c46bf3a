import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFastEngine } from './engine.ts';

const engine = createFastEngine(readFileSync(new URL('../../../models/fast/weights.bin', import.meta.url)));

function read(sentence: string) {
  const words = sentence.split(' ');
  const reading = engine.read([words])[0]!;
  return {
    tags: reading.tags.map(({ upos }) => upos).join(' '),
    lemmas: reading.tags.map(({ lemma }) => lemma).join(' '),
    arcs: reading.dependencies.map(({ head, relation }, at) =>
      `${words[at]} <${relation}- ${words[head] ?? ''}`.trim(),
    ),
    names: reading.names.map(
      ({ kind, firstToken, endToken }) => `${kind}: ${words.slice(firstToken, endToken).join(' ')}`,
    ),
  };
}

describe('createFastEngine', () => {
  test('reads who did what to whom', () => {
    const { tags, lemmas, arcs } = read('Government soldiers shelled two villages on Monday .');
    expect(tags).toBe('NOUN NOUN VERB NUM NOUN ADP PROPN PUNCT');
    expect(lemmas).toBe('government soldier shell two village on Monday .');
    expect(arcs).toContain('soldiers <nsubj- shelled');
    expect(arcs).toContain('villages <obj- shelled');
    expect(arcs).toContain('shelled <root-');
  });

  test('hangs "according to" on what was said', () => {
    const { arcs } = read('Three men were killed , according to the ministry .');
    expect(arcs).toContain('men <nsubj:pass- killed');
    expect(arcs).toContain('ministry <obl- killed');
  });

  test('finds the speaker after a quotation', () => {
    expect(read('" We will not leave , " Okello said .').arcs).toContain('Okello <nsubj- said');
  });

  test('finds names', () => {
    expect(read('Angela Okello flew to Nairobi on Friday .').names).toEqual([
      'person: Angela Okello',
      'place: Nairobi',
    ]);
  });

  test('gives the same reading whatever else is in the batch', () => {
    const sentences = ['The army denied it .', 'Shells hit the port of Aden .'].map((text) =>
      text.split(' '),
    );
    expect(engine.read(sentences)).toEqual(sentences.flatMap((words) => engine.read([words])));
  });

  test('takes strange tokens', () => {
    for (const words of [[], ['😀'], ['.'], ['а́рмия', 'ушла'], ['x'.repeat(10_000)], ['"', '"', '"']]) {
      const reading = engine.read([words])[0]!;
      expect(reading.tags).toHaveLength(words.length);
      expect(reading.dependencies.filter(({ head }) => head === -1)).toHaveLength(words.length === 0 ? 0 : 1);
    }
  });
});
