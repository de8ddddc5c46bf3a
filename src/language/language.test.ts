import { describe, expect, test } from 'vitest';
import type { Token } from '../document/language-layers.ts';
import type { Engine } from './engine.ts';
import { createLanguage } from './language.ts';

/** Reads every sentence as a chain on its first word, and every "Goma" as a place. */
const chainEngine: Engine = {
  name: 'fast',
  version: 'chain',
  read: (sentences) =>
    sentences.map((words) => ({
      tags: words.map((word) => ({ upos: 'NOUN' as const, lemma: word, features: {} })),
      dependencies: words.map((_, at) =>
        at === 0 ? { head: -1, relation: 'root' } : { head: at - 1, relation: 'dep' },
      ),
      names: words.flatMap((word, at) =>
        word === 'Goma' ? [{ firstToken: at, endToken: at + 1, kind: 'place' as const, confidence: 1 }] : [],
      ),
    })),
};

function read(sentences: readonly (readonly string[])[]) {
  const tokens: Token[] = [];
  const bounds = sentences.map((words, sentence) => {
    const firstToken = tokens.length;
    for (const text of words) {
      const start = (tokens.at(-1)?.end ?? -1) + 1;
      tokens.push({ text, start, end: start + text.length, sentence });
    }
    const start = tokens[firstToken]?.start ?? 0;
    return { firstToken, endToken: tokens.length, start, end: tokens.at(-1)?.end ?? 0 };
  });
  const report = { id: 'r', title: null, outlet: null, publishedAt: null, language: 'en', url: null };
  const gazetteer = [
    { word: 'Kurds', kind: 'group' },
    { word: 'Bridge', kind: 'facility' },
  ];
  return createLanguage(chainEngine, gazetteer).run({
    id: '',
    text: tokens.map(({ text }) => text).join(' '),
    report,
    layers: { sentences: bounds, tokens },
  });
}

describe('createLanguage', () => {
  test('counts heads in the document', () => {
    expect(
      read([
        ['Goma', 'fell'],
        ['Nobody', 'fled'],
      ]).dependencies,
    ).toEqual([
      { head: -1, relation: 'root' },
      { head: 0, relation: 'dep' },
      { head: -1, relation: 'root' },
      { head: 2, relation: 'dep' },
    ]);
  });

  test('gives names with their characters', () => {
    expect(read([['In'], ['Goma']]).names).toEqual([
      { kind: 'place', firstToken: 1, endToken: 2, start: 3, end: 7, confidence: 1 },
    ]);
  });

  test('adds peoples and weapons that the engine left out', () => {
    const { names } = read([['Kurds', 'fired', 'a', 'T-72', 'in', 'Goma', 'on', 'COVID-19']]);
    expect(names.map(({ kind, firstToken }) => `${kind} ${firstToken}`)).toEqual([
      'group 0',
      'weapon 3',
      'place 5',
    ]);
  });

  test('makes one tree of a sentence that is longer than the engine takes', () => {
    const { dependencies } = read([Array.from({ length: 600 }, () => 'shell')]);
    expect(dependencies.filter(({ head }) => head === -1)).toHaveLength(1);
    expect(dependencies[250]).toEqual({ head: 0, relation: 'parataxis' });
    expect(dependencies[599]).toEqual({ head: 598, relation: 'dep' });
  });
});
