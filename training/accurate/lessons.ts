import { readFileSync } from 'node:fs';
import { parseTable } from '../../src/document/table.ts';
import { cutPieces, type Pieces, type Vocabulary } from '../../src/language/accurate/pieces.ts';
import { readNameWords } from '../../src/language/name-kinds.ts';
import { readTreebanks, type TreebankSentence } from '../fast/conllu.ts';
import { type NameSentence, readNameCorpora, readUner } from '../fast/name-data.ts';
import { readTaggedText } from '../fast/tagged-text.ts';
import { editBetween } from '../fast/train-lemmas.ts';
import { lettersOf, moveRatings, type Rated, readFactuality } from './factuality.ts';
import { type Propositions, readPropositions } from './propositions.ts';

/** The encoder knows more words than the fast engine, so it needs fewer sentences that were written for them. */
const WRITTEN_SENTENCES = 1600;

/** A sentence with whatever is known of it; a task that a lesson says nothing about is not learned from it. */
export interface Annotations {
  /** `train`, or the test that it belongs to. */
  readonly part: string;
  readonly words: readonly string[];
  /** "UPOS XPOS" a word. */
  readonly tags?: readonly string[];
  /** "cut add" a word; null where the lemma is not known. */
  readonly lemmas?: readonly (string | null)[];
  /** Index of the head, the sentence's length at the root. */
  readonly heads?: readonly number[];
  readonly relations?: readonly string[];
  readonly names?: readonly string[];
  readonly propositions?: Propositions;
  readonly factuality?: readonly Rated[];
}

export type Lesson = Annotations & Pieces;

/** Gives what is learned from and what is measured on; a sentence that several corpora know is one lesson. */
export function readLessons(data: string, vocabulary: Vocabulary): Lesson[] {
  const nameLessons = readNames(data);
  const annotated = [
    ...readTrees(data, nameLessons),
    ...nameLessons.others,
    ...readTaggedText('training/fast/conflict-tags.txt').map(tagsOf),
  ];
  return annotated.map((lesson) => ({ ...lesson, ...cutPieces(vocabulary, lesson.words) }));
}

interface NameLessons {
  /** Of EWT, by the sentences' letters. */
  readonly ofEwt: ReadonlyMap<string, NameSentence>;
  readonly others: readonly Annotations[];
}

function readNames(data: string): NameLessons {
  const { groups } = readNameWords(parseTable(readFileSync('data/language/gazetteer.tsv', 'utf8')));
  const count = readUner(data, 'en_ewt-ud-train.OLDER.iob2').length;
  const corpora = readNameCorpora(data, groups);
  const measured = ['en_ewt-ud-dev.iob2', 'en_ewt-ud-test.iob2'].flatMap((file) => readUner(data, file));
  return {
    ofEwt: new Map(
      [...corpora.slice(0, count), ...measured].map((sentence) => [lettersOf(sentence.words), sentence]),
    ),
    others: corpora
      .slice(count)
      .map(({ words, labels, held }) => ({ part: held ? 're3d-test' : 'train', words, names: labels })),
  };
}

function readTrees(data: string, { ofEwt }: NameLessons): Annotations[] {
  const banks = readTreebanks(data);
  const propositionsOf = readPropositions(data);
  const ratings = new Map(['train', 'dev', 'test'].flatMap((part) => [...readFactuality(data, part)]));
  const annotate = (part: string, sentence: TreebankSentence): Annotations => {
    const letters = lettersOf(sentence.words);
    const named = ofEwt.get(letters);
    const rated = ratings.get(letters);
    const propositions = propositionsOf(sentence);
    return {
      ...treeOf(part, sentence),
      ...(named?.words.length === sentence.words.length ? { names: named.labels } : {}),
      ...(propositions === undefined ? {} : { propositions }),
      ...(rated === undefined ? {} : { factuality: moveRatings(rated, sentence.words) }),
    };
  };
  const parts = {
    train: banks.train.filter(({ id }) => !isWritten(id) || Number(id.split('-').at(-1)) < WRITTEN_SENTENCES),
    'ewt-dev': banks.ewtDev,
    'ewt-test': banks.ewtTest,
    'gum-news-dev': banks.gumNewsDev,
    'gum-news-test': banks.gumNewsTest,
    pud: banks.pud,
  };
  return Object.entries(parts).flatMap(([part, sentences]) =>
    sentences.map((sentence) => annotate(part, sentence)),
  );
}

function isWritten(id: string): boolean {
  return id.startsWith('newsroom');
}

function tagsOf({ words, upos, xpos }: TreebankSentence): Annotations {
  return { part: 'train', words, tags: words.map((_, at) => `${upos[at]} ${xpos[at]}`) };
}

function treeOf(part: string, sentence: TreebankSentence): Annotations {
  const { id, words, lemmas, upos, heads, relations } = sentence;
  const tree = { ...tagsOf(sentence), part, heads, relations };
  // Written sentences repeat few forms so often that they teach nothing about lemmas.
  if (isWritten(id)) return tree;
  return {
    ...tree,
    lemmas: words.map((word, at) => lemmaEdit(word, lemmas[at] ?? '_', upos[at] === 'PROPN')),
  };
}

function lemmaEdit(word: string, lemma: string, isProper: boolean): string | null {
  if (lemma === '_') return null;
  const plain = word.replace(/[‘’]/gu, "'");
  return isProper ? editBetween(plain, lemma) : editBetween(plain.toLowerCase(), lemma.toLowerCase());
}
