import type { Engine } from '../../src/language/engine.ts';
import type { RatedSentence } from '../accurate/factuality.ts';
import type { Propositions } from '../accurate/propositions.ts';
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

/** F1 of arguments, in percent: predicate, head word and label must be right, the predicates being the engine's own. */
export function scoreArguments(
  engine: Measured,
  sentences: readonly TreebankSentence[],
  propositionsOf: (sentence: TreebankSentence) => Propositions | undefined,
): number {
  const readings = engine.read(sentences.map(({ words }) => words));
  let [found, wanted, right] = [0, 0, 0];
  sentences.forEach((sentence, s) => {
    const gold = propositionsOf(sentence);
    if (gold === undefined) return;
    const asked = new Set(gold.arguments.map((one) => one.join(' ')));
    const given = (readings[s]?.predicates ?? []).flatMap((predicate) =>
      predicate.arguments.map(({ token, role }) => `${predicate.token} ${token} ${role}`),
    );
    found += given.length;
    wanted += asked.size;
    right += given.filter((one) => asked.has(one)).length;
  });
  return percent(2 * right, found + wanted);
}

/** Pearson's r of the ratings given and those of people, to two decimals. */
export function scoreFactuality(engine: Measured, sentences: readonly RatedSentence[]): number {
  const readings = engine.read(sentences.map(({ words }) => words));
  const pairs = sentences.flatMap(({ ratings }, s) =>
    ratings.map(([word, rating]) => [rating, readings[s]?.tags[word]?.factuality ?? 0] as const),
  );
  const mean = (of: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length;
  const [people, ours] = [mean(0), mean(1)];
  const sum = (value: (x: number, y: number) => number): number =>
    pairs.reduce((total, [x, y]) => total + value(x - people, y - ours), 0);
  const r = sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
  return Math.round(r * 100) / 100;
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
