import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRe3d } from './re3d.ts';

/** Words with the name that each belongs to: "O", "B-person", "I-person" … */
export interface NameSentence {
  readonly words: readonly string[];
  readonly labels: readonly string[];
  /** Kept back to measure on. */
  readonly held?: boolean;
}

/** The corpora's kinds of names, and ours. Kinds that are not here are no names to us. */
const KINDS: Readonly<Record<string, string>> = {
  PER: 'person',
  person: 'person',
  politician: 'person',
  ORG: 'organisation',
  organisation: 'organisation',
  politicalparty: 'organisation',
  LOC: 'place',
  country: 'place',
  location: 'place',
  OTH: 'other',
  O: 'other',
  MISC: 'other',
  event: 'other',
  election: 'other',
  misc: 'other',
};

/** Reads one corpus in columns; `word` and `label` are the columns' numbers. */
function readColumns(path: string, separator: RegExp, word: number, label: number): NameSentence[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n\s*\r?\n/u)
    .map((block) => block.split('\n').filter((line) => line !== '' && !/^# /u.test(line)))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const rows = lines.map((line) => line.trim().split(separator));
      return {
        words: rows.map((row) => row[word] ?? '-'),
        labels: toLabels(rows.map((row) => row[label] ?? 'O')),
      };
    });
}

/** Turns IO and BIO labels of any corpus into ours. */
function toLabels(raw: readonly string[]): string[] {
  let previous = 'O';
  return raw.map((label) => {
    const kind = label === 'O' ? undefined : KINDS[label.slice(2)];
    const opens = label.startsWith('B-') || previous.slice(2) !== label.slice(2);
    previous = label;
    return kind === undefined ? 'O' : `${opens ? 'B' : 'I'}-${kind}`;
  });
}

/** Reads the UNER names of a part of EWT. */
export function readUner(data: string, file: string): NameSentence[] {
  return readColumns(join(data, 'entities/uner-ewt', file), /\t/u, 1, 2);
}

/** Reads all names that may be trained on; `groups` are the peoples of data/language/gazetteer.tsv. */
export function readNameCorpora(data: string, groups: ReadonlySet<string>): NameSentence[] {
  const crossner = ['train', 'dev', 'test'].flatMap((part) =>
    readColumns(join(data, 'entities/crossner-politics/politics', `${part}.txt`), /\t/u, 0, 1),
  );
  const wikigold = readColumns(
    join(data, 'entities/wikigold/CONLL-format/data/wikigold.conll.txt'),
    / /u,
    0,
    1,
  );
  const uner = readUner(data, 'en_ewt-ud-train.OLDER.iob2');
  return [...uner, ...crossner, ...wikigold, ...readRe3d(data)].map((sentence) =>
    withGroups(sentence, groups),
  );
}

/** Marks peoples ("Syrian", "Kurds"), which most corpora leave out or count among others. */
function withGroups(sentence: NameSentence, groups: ReadonlySet<string>): NameSentence {
  const { words, labels } = sentence;
  return {
    ...sentence,
    labels: labels.map((label, at) => {
      const alone = !label.startsWith('I-') && !(labels[at + 1] ?? 'O').startsWith('I-');
      const open = label === 'O' || label === 'B-other' || label === 'B-place' || label === 'B-organisation';
      return alone && open && groups.has(words[at] ?? '') ? 'B-group' : label;
    }),
  };
}
