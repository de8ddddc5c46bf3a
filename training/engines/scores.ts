import type { Engine } from '../../src/language/engine.ts';
import type { TreebankSentence } from '../fast/conllu.ts';
import type { NameSentence } from '../fast/name-data.ts';

/** Scores on one treebank with its own tokens, in percent; trees leave punctuation out. */
export interface SyntaxScores {
  readonly words: number;
  readonly upos: number;
  readonly lemma: number;
  readonly uas: number;
  /** Relations without their subtypes, as the CoNLL 2018 evaluation counts them. */
  readonly las: number;
  /** Relations with their subtypes. */
  readonly fullLas: number;
  readonly wordsASecond: number;
  readonly sentencesASecond: number;
}

/** What can be measured: an engine, or whatever reads as one does. */
export type Measured = Pick<Engine, 'read'>;

/** Reads a treebank's sentences with the engine and compares. */
export function scoreSyntax(engine: Measured, sentences: readonly TreebankSentence[]): SyntaxScores {
  // Processor time, not the clock's: other work on the machine must not count.
  const started = process.cpuUsage();
  const readings = engine.read(sentences.map(({ words }) => words));
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  const sum = { words: 0, upos: 0, lemma: 0, arcs: 0, uas: 0, las: 0, fullLas: 0 };
  sentences.forEach((sentence, s) => {
    sentence.words.forEach((_, at) => {
      const tag = readings[s]?.tags[at];
      const dependency = readings[s]?.dependencies[at];
      sum.words++;
      if (tag?.upos === sentence.upos[at]) sum.upos++;
      if (tag?.lemma.toLowerCase() === sentence.lemmas[at]?.toLowerCase()) sum.lemma++;
      if (sentence.upos[at] === 'PUNCT') return;
      sum.arcs++;
      const gold = sentence.relations[at] ?? '';
      const head = dependency?.head === -1 ? sentence.words.length : dependency?.head;
      if (head !== sentence.heads[at]) return;
      sum.uas++;
      if (dependency?.relation.split(':')[0] === gold.split(':')[0]) sum.las++;
      if (dependency?.relation === gold) sum.fullLas++;
    });
  });
  return {
    words: sum.words,
    upos: percent(sum.upos, sum.words),
    lemma: percent(sum.lemma, sum.words),
    uas: percent(sum.uas, sum.arcs),
    las: percent(sum.las, sum.arcs),
    fullLas: percent(sum.fullLas, sum.arcs),
    wordsASecond: Math.round(sum.words / seconds),
    sentencesASecond: Math.round(sentences.length / seconds),
  };
}

/** Exact-match F1 of names of the three kinds that UNER marks, in percent. */
export function scoreNames(engine: Measured, sentences: readonly NameSentence[]): number {
  const kinds = new Set(['person', 'organisation', 'place']);
  const readings = engine.read(sentences.map(({ words }) => words));
  let found = 0;
  let wanted = 0;
  let right = 0;
  sentences.forEach(({ labels }, s) => {
    const gold = namesOf(labels).filter((name) => kinds.has(name.split(' ')[2] ?? ''));
    const ours = (readings[s]?.names ?? [])
      .filter(({ kind }) => kinds.has(kind))
      .map(({ firstToken, endToken, kind }) => `${firstToken} ${endToken} ${kind}`);
    found += ours.length;
    wanted += gold.length;
    right += ours.filter((name) => gold.includes(name)).length;
  });
  return percent(2 * right, found + wanted);
}

function namesOf(labels: readonly string[]): string[] {
  const names: string[] = [];
  labels.forEach((label, at) => {
    if (!label.startsWith('B-')) return;
    let end = at + 1;
    while (labels[end] === `I-${label.slice(2)}`) end++;
    names.push(`${at} ${end} ${label.slice(2)}`);
  });
  return names;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10000 * part) / whole) / 100;
}
