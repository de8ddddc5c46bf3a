import { describe, expect, test } from 'vitest';
import { openEngine } from './engines.ts';

// The real weights in the real runtime. Both may be absent: then the name of the tests below tells what is lacking.
const { engine, lacks } = await openEngine(null);
const why = lacks === null ? '' : ` (skipped: ${lacks.details['reason']})`;

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

test('gives the fast engine where it is asked for', async () => {
  const opened = await openEngine('fast');
  expect([opened.engine.name, opened.lacks]).toEqual(['fast', null]);
});

test.runIf(lacks !== null)(
  'says why the fast engine reads, and refuses to put it in the place of one asked for',
  async () => {
    expect(engine.name).toBe('fast');
    expect(lacks?.message).toMatch(/^The accurate engine cannot be loaded \(.+\); the fast one reads\.$/u);
    await expect(openEngine('accurate')).rejects.toMatchObject({ code: 'engine-missing' });
  },
);

describe.skipIf(lacks !== null)(`the accurate engine${why}`, () => {
  test('tells its weights in its version', () => {
    expect(engine.version).toMatch(/^accurate-[0-9a-f]{12}$/u);
  });

  test('reads who did what to whom', () => {
    const { tags, lemmas, arcs } = read('Government soldiers shelled two villages on Monday .');
    expect(tags).toBe('NOUN NOUN VERB NUM NOUN ADP PROPN PUNCT');
    expect(lemmas).toBe('government soldier shell two village on Monday .');
    expect(arcs).toContain('soldiers <nsubj- shelled');
    expect(arcs).toContain('villages <obj- shelled');
    expect(arcs).toContain('shelled <root-');
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
    const sentences = ['The army denied it .', 'Shells hit the port of Aden , killing six people .'].map(
      (text) => text.split(' '),
    );
    expect(engine.read(sentences)).toEqual(sentences.flatMap((words) => engine.read([words])));
    expect(engine.read([...sentences].reverse())).toEqual([...engine.read(sentences)].reverse());
  });

  test('takes strange tokens, and sentences that are longer than the encoder', () => {
    const clause = 'the rebels fled , and the army entered Bunia ;'.split(' ');
    const long = Array<string[]>(100).fill(clause).flat();
    for (const words of [
      [],
      ['😀'],
      ['.'],
      ['а́рмия', 'ушла'],
      ['x'.repeat(10_000)],
      ['"', '"', '"'],
      ['\ud800'],
      long,
    ]) {
      const reading = engine.read([words])[0]!;
      expect(reading.tags).toHaveLength(words.length);
      expect(reading.dependencies.filter(({ head }) => head === -1)).toHaveLength(words.length === 0 ? 0 : 1);
    }
  });
});
