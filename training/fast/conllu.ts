import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNewsroom } from './newsroom.ts';

/** A sentence of a treebank, its words only: no ranges, no empty nodes. */
export interface TreebankSentence {
  readonly id: string;
  readonly text: string;
  readonly opensDocument: boolean;
  readonly opensParagraph: boolean;
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Index of the head, the sentence's length at the root. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** Reads a CoNLL-U text. */
export function readConllu(text: string): TreebankSentence[] {
  return text
    .split(/\r?\n\r?\n/u)
    .filter((block) => /^1\t/mu.test(block))
    .map(readBlock);
}

function readBlock(block: string): TreebankSentence {
  const lines = block.split('\n');
  const comment = (name: string): string =>
    lines.find((line) => line.startsWith(`# ${name} = `))?.slice(name.length + 5) ?? '';
  const rows = lines.filter((line) => /^\d+\t/u.test(line)).map((line) => line.split('\t'));
  const column = (at: number): string[] => rows.map((row) => row[at] ?? '_');
  return {
    id: comment('sent_id'),
    text: comment('text'),
    opensDocument: /^# newdoc/mu.test(block),
    opensParagraph: /^# newpar(?: |$)/mu.test(block),
    words: column(1),
    lemmas: column(2),
    upos: column(3),
    xpos: column(4),
    heads: column(6).map((head) => (head === '0' ? rows.length : Number(head) - 1)),
    relations: column(7),
  };
}

/** The treebanks as they are used here: what is trained on, and what is only measured on. */
export interface Treebanks {
  readonly train: readonly TreebankSentence[];
  readonly ewtDev: readonly TreebankSentence[];
  readonly ewtTest: readonly TreebankSentence[];
  readonly gumNewsDev: readonly TreebankSentence[];
  readonly gumNewsTest: readonly TreebankSentence[];
  readonly pud: readonly TreebankSentence[];
}

/** Written sentences of conflict news among the treebanks' 20,000: enough to learn the words, too few to learn the grammar. */
const NEWSROOM_SENTENCES = 4000;

/** Reads EWT, GUM (official split) and PUD below `data`; adds what `newsroom.ts` writes to what is learned from. */
export function readTreebanks(data: string): Treebanks {
  const read = (...path: string[]): TreebankSentence[] =>
    readConllu(readFileSync(join(data, 'syntax', ...path), 'utf8'));
  const gum = (keep: (document: string) => boolean): TreebankSentence[] =>
    readdirSync(join(data, 'syntax/gum'))
      .filter((file) => file.endsWith('.conllu') && keep(file.replace('.conllu', '')))
      .sort()
      .flatMap((file) => read('gum', file));
  const { dev, test } = gumSplits(data);
  const isNews = (document: string): boolean => document.includes('_news_');
  return {
    train: [
      ...read('ewt/en_ewt-ud-train.conllu'),
      ...gum((document) => !dev.has(document) && !test.has(document)),
      ...writeNewsroom(NEWSROOM_SENTENCES, 11),
    ],
    ewtDev: read('ewt/en_ewt-ud-dev.conllu'),
    ewtTest: read('ewt/en_ewt-ud-test.conllu'),
    gumNewsDev: gum((document) => dev.has(document) && isNews(document)),
    gumNewsTest: gum((document) => test.has(document) && isNews(document)),
    pud: read('pud/en_pud-ud-test.conllu'),
  };
}

/** Everything named under "dev", "test" or "test2" of GUM's splits.md; the last counts as test. */
function gumSplits(data: string): { dev: Set<string>; test: Set<string> } {
  const sections = readFileSync(join(data, 'syntax/gum/splits.md'), 'utf8').split(/^## /mu);
  const documents = (name: RegExp): Set<string> =>
    new Set(
      sections
        .filter((section) => name.test(section))
        .flatMap((section) => section.match(/(GUM|GENTLE)_\w+/gu) ?? []),
    );
  return { dev: documents(/^dev/u), test: documents(/^test/u) };
}
