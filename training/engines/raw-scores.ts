import { blankDoc, withLayers } from '../../src/document/doc.ts';
import type { Dependency, Sentence, Token } from '../../src/document/language-layers.ts';
import type { Engine } from '../../src/language/engine.ts';
import { createLanguage } from '../../src/language/language.ts';
import { createSentences } from '../../src/language/sentences.ts';
import { createZones } from '../../src/language/zones.ts';
import type { TreebankSentence } from '../fast/conllu.ts';

/** F1 in percent from raw text, as the CoNLL 2018 evaluation defines them (words matched by their characters). */
export interface RawScores {
  readonly sentences: number;
  readonly tokens: number;
  readonly upos: number;
  readonly las: number;
}

interface Counts {
  found: number;
  wanted: number;
  right: number;
}

/** Puts a treebank's documents back together, reads them from the raw text and compares. */
export function scoreRaw(engine: Engine, bank: readonly TreebankSentence[]): RawScores {
  const counts = { sentences: zero(), tokens: zero(), upos: zero(), las: zero() };
  for (const document of documentsOf(bank)) addDocument(engine, document, counts);
  return {
    sentences: f1(counts.sentences),
    tokens: f1(counts.tokens),
    upos: f1(counts.upos),
    las: f1(counts.las),
  };
}

function documentsOf(bank: readonly TreebankSentence[]): TreebankSentence[][] {
  const documents: TreebankSentence[][] = [];
  for (const sentence of bank) {
    if (sentence.opensDocument || documents.length === 0) documents.push([]);
    documents.at(-1)?.push(sentence);
  }
  return documents;
}

function addDocument(
  engine: Engine,
  sentences: readonly TreebankSentence[],
  counts: Record<keyof RawScores, Counts>,
): void {
  let text = '';
  const starts = sentences.map((sentence, i) => {
    if (i > 0) text += sentence.opensParagraph ? '\n\n' : ' ';
    text += sentence.text;
    return text.length - sentence.text.length;
  });
  const meta = { id: '', title: null, outlet: null, publishedAt: null, language: 'en', url: null };
  const blank = blankDoc({ meta, text }, '');
  const zoned = withLayers(blank, createZones().run(blank));
  const split = withLayers(zoned, createSentences().run(zoned));
  const { tags, dependencies } = createLanguage(engine).run(split);
  const ours = split.layers;
  compare(
    counts.sentences,
    keysOf(ours.sentences),
    sentences.map(({ text: words }, i) => `${starts[i]} ${(starts[i] as number) + words.length}`),
  );
  const goldSpans = sentences.flatMap((sentence, i) => wordSpans(sentence, starts[i] as number));
  compare(counts.tokens, keysOf(ours.tokens), goldSpans);
  compare(
    counts.upos,
    keysOf(ours.tokens).map((key, i) => `${key} ${tags[i]?.upos}`),
    taggedKeys(sentences, goldSpans),
  );
  compare(counts.las, arcKeys(ours.tokens, dependencies), goldArcs(sentences, goldSpans));
}

function keysOf(spans: readonly (Token | Sentence)[]): string[] {
  return spans.map(({ start, end }) => `${start} ${end}`);
}

/** Finds each word in its sentence's text; treebanks write some words otherwise than the text does. */
function wordSpans(sentence: TreebankSentence, start: number): string[] {
  let at = 0;
  return sentence.words.map((word) => {
    const found = sentence.text.indexOf(word, at);
    if (found < 0 || found > at + 3) return 'not in the text';
    at = found + word.length;
    return `${start + found} ${start + at}`;
  });
}

function taggedKeys(sentences: readonly TreebankSentence[], spans: readonly string[]): string[] {
  return sentences.flatMap(({ upos }) => upos).map((upos, i) => `${spans[i]} ${upos}`);
}

function arcKeys(tokens: readonly Token[], dependencies: readonly Dependency[]): string[] {
  const keys = keysOf(tokens);
  return dependencies.map(
    ({ head, relation }, i) => `${keys[i]} < ${keys[head] ?? 'root'} ${relation.split(':')[0]}`,
  );
}

function goldArcs(sentences: readonly TreebankSentence[], spans: readonly string[]): string[] {
  let first = 0;
  return sentences.flatMap(({ words, heads, relations }) => {
    const from = first;
    first += words.length;
    return words.map((_, at) => {
      const head = heads[at] === words.length ? 'root' : spans[from + (heads[at] as number)];
      return `${spans[from + at]} < ${head} ${relations[at]?.split(':')[0]}`;
    });
  });
}

function compare(counts: Counts, found: readonly string[], wanted: readonly string[]): void {
  const set = new Set(wanted);
  counts.found += found.length;
  counts.wanted += wanted.length;
  counts.right += found.filter((key) => set.has(key)).length;
}

function zero(): Counts {
  return { found: 0, wanted: 0, right: 0 };
}

function f1({ found, wanted, right }: Counts): number {
  return Math.round((20000 * right) / Math.max(1, found + wanted)) / 100;
}
