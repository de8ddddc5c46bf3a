import { describe, expect, test } from 'vitest';
import type { ActHeads } from './acts.ts';
import type { Classes, EncoderSession } from './encoder.ts';
import { readClasses } from './encoder.ts';
import { createAccurateEngine } from './engine.ts';
import { readVocabulary } from './pieces.ts';

const VOCABULARY = readVocabulary('[PAD]\n[CLS]\n[SEP]\n[UNK]\nrebels\nshelled\ngoma\n;\n');
const CLASSES: Classes = {
  tags: ['NOUN NNS', 'VERB VBD', 'PROPN NNP', 'PUNCT :'],
  relations: ['nsubj', 'obj', 'punct', 'root'],
  names: ['B-place', 'I-place', 'O'],
  arguments: ['none', 'ARG0', 'ARG1'],
};

/** What is known of each piece: tag, relation, whether it is a place. Each word hangs on the nearest "shelled". */
const KNOWN: Readonly<Record<number, readonly [number, number, boolean]>> = {
  4: [0, 0, false],
  5: [1, 3, false],
  6: [2, 1, true],
  7: [3, 2, false],
};

/** What stands before the word that is asked for acts, what stands behind it undergoes. */
function argumentScores(asked: number, word: number): number[] {
  if (word === asked) return [-0.1, -3, -3];
  return word < asked ? [-3, -0.1, -3] : [-3, -3, -0.1];
}

const encoder: EncoderSession = {
  run: ({ ids, first }) => {
    const words = first.map((place) => ids[place] ?? 3);
    const known = words.map((id) => KNOWN[id] ?? ([0, 3, false] as const));
    const verb = Math.max(0, words.indexOf(5));
    const width = words.length + 1;
    const arcs = new Float32Array(words.length * width).fill(-5);
    const relations = new Int32Array(words.length * width);
    known.forEach(([, relation], word) => {
      arcs[word * width + (word === verb ? words.length : verb)] = -0.1;
      relations.fill(relation, word * width, (word + 1) * width);
    });
    return {
      tags: Int32Array.from(known, ([tag]) => tag),
      arcs,
      relations,
      names: Float32Array.from(known.flatMap(([, , isPlace]) => (isPlace ? [-0.1, -3, -3] : [-3, -3, -0.1]))),
      factuality: new Float32Array(words.length).fill(1.23456),
      predicates: Float32Array.from(words, (_, word) => (word === verb ? 0.9 : 0.1)),
      asked: Int32Array.from(verb === 0 ? [0] : [0, verb]),
      arguments: Float32Array.from(
        (verb === 0 ? [0] : [0, verb]).flatMap((asked) =>
          words.flatMap((_, word) => argumentScores(asked, word)),
        ),
      ),
      vectors: Float32Array.from(words, (_, word) => (word === verb ? 1 : 0)),
    };
  },
};

/** Takes the vector's one figure for how surely the word is an assault. */
const acts: ActHeads = {
  types: ['', 'AID', 'ASSAULT'],
  run: (vectors) => Float32Array.from([...vectors].flatMap((figure) => [1 - figure * 0.9, 0, figure * 0.9])),
};

const NO_ACT = { confidence: 0, type: 'AID', typeConfidence: 0 };

const engine = createAccurateEngine({
  encoder,
  acts,
  vocabulary: VOCABULARY,
  classes: CLASSES,
  lemmaOf: (form, tagClass) =>
    tagClass === 'PROPN NNP' ? form : form.toLowerCase().replace(/(?:ed|s)$/u, ''),
  digest: 'abc',
});

describe('createAccurateEngine', () => {
  test('tells its weights in its version', () => {
    expect([engine.name, engine.version]).toEqual(['accurate', 'accurate-abc']);
  });

  test('reads tags, lemmas, features, tree and names off what the encoder gives', () => {
    expect(engine.read([['Rebels', 'shelled', 'Goma']])).toEqual([
      {
        tags: [
          { upos: 'NOUN', lemma: 'rebel', features: { number: 'Plur' }, factuality: 1.23, act: NO_ACT },
          {
            upos: 'VERB',
            lemma: 'shell',
            features: { mood: 'Ind', tense: 'Past', verbForm: 'Fin', person: '3', number: 'Plur' },
            factuality: 1.23,
            act: { confidence: 0.9, type: 'ASSAULT', typeConfidence: 0.9 },
          },
          { upos: 'PROPN', lemma: 'Goma', features: { number: 'Sing' }, factuality: 1.23, act: NO_ACT },
        ],
        dependencies: [
          { head: 1, relation: 'nsubj' },
          { head: -1, relation: 'root' },
          { head: 1, relation: 'obj' },
        ],
        names: [{ firstToken: 2, endToken: 3, kind: 'place', confidence: Math.exp(Math.fround(-0.1)) }],
        predicates: [
          {
            token: 1,
            confidence: Math.fround(0.9),
            arguments: [
              { token: 0, role: 'ARG0', confidence: Math.exp(Math.fround(-0.1)) },
              { token: 2, role: 'ARG1', confidence: Math.exp(Math.fround(-0.1)) },
            ],
          },
        ],
      },
    ]);
  });

  test('calls nothing but the root a root', () => {
    const [reading] = engine.read([['strange', 'strange']]);
    expect(reading?.dependencies).toEqual([
      { head: -1, relation: 'root' },
      { head: 0, relation: 'dep' },
    ]);
  });

  test('joins the parts of a sentence that is too long for the encoder into one tree', () => {
    const clause = ['Rebels', 'shelled', 'Goma', ';'];
    const words = Array<string[]>(100).fill(clause).flat();
    const reading = engine.read([words])[0]!;
    const roots = reading.dependencies.filter(({ head }) => head === -1);
    expect([reading.tags.length, roots.length]).toEqual([400, 1]);
    expect(reading.dependencies.filter(({ relation }) => relation === 'parataxis')).toEqual([
      { head: 1, relation: 'parataxis' },
    ]);
    expect(reading.names.every(({ firstToken }) => words[firstToken] === 'Goma')).toBe(true);
    expect(reading.names).toHaveLength(100);
  });

  test('takes strange tokens, and a sentence of 5,000 words', () => {
    const endless = Array<string>(5000).fill('abc');
    for (const words of [
      [],
      ['😀'],
      ['.'],
      ['а́рмия', 'ушла'],
      ['x'.repeat(10_000)],
      ['\ud800', '"'],
      endless,
    ]) {
      const reading = engine.read([words])[0]!;
      expect(reading.tags).toHaveLength(words.length);
      expect(reading.dependencies.filter(({ head }) => head === -1)).toHaveLength(words.length === 0 ? 0 : 1);
    }
  });
});

describe('readClasses', () => {
  test('reads the lists that are read by', () => {
    expect(readClasses(JSON.stringify({ ...CLASSES, layers: 9 }))).toEqual(CLASSES);
  });

  test('refuses what lacks one', () => {
    expect(() => readClasses(JSON.stringify({ ...CLASSES, names: [] }))).toThrow('no names');
  });
});
