import type { Attribution, Certainty } from '../document/event-layers.ts';
import type { Row } from '../document/table.ts';
import { lemmaOf, lowerOf, type Tree } from '../language/tree.ts';

export type CuePart = 'verb' | 'noun' | 'adjective' | 'adverb' | 'phrase';
export type CueKind = 'speech' | 'writing' | 'belief' | 'perception' | 'evidence' | 'judgement' | 'order';

/** What a cue commits its source to, as the table `data/attribution/cues.tsv` has it. */
export interface CueSense {
  readonly words: string;
  readonly part: CuePart;
  readonly stance: Attribution['stance'];
  readonly certainty: Certainty;
  readonly kind: CueKind;
  /** What may be its content; `equal`: only a clause that the noun is said to be ("its line is that …"). */
  readonly takes: ReadonlySet<'clause' | 'noun' | 'quote' | 'as' | 'equal'>;
}

/** The cues by their first word's lemma and part of speech. */
export type CueTable = ReadonlyMap<string, readonly CueSense[]>;

/** A cue found in a text: its sense, and its tokens [token, endToken). */
export interface Cue {
  readonly sense: CueSense;
  readonly token: number;
  readonly endToken: number;
}

/** Compiles the rows of `data/attribution/cues.tsv`; the longest cue of a first word comes first. */
export function compileCues(rows: readonly Row[]): CueTable {
  const table = new Map<string, CueSense[]>();
  for (const row of rows) {
    for (const words of (row['words'] ?? '').split('|')) {
      const sense = {
        words,
        part: row['pos'] as CuePart,
        stance: row['stance'] as Attribution['stance'],
        certainty: row['certainty'] as Certainty,
        kind: (row['kind'] || 'speech') as CueKind,
        takes: new Set((row['takes'] ?? '').split('|')) as CueSense['takes'],
      };
      const key = `${sense.part} ${words.split(' ')[0]}`;
      table.set(key, [...(table.get(key) ?? []), sense]);
    }
  }
  for (const senses of table.values()) senses.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** Finds the cue of one part of speech that begins at a token, or undefined. */
export function cueAt(tree: Tree, table: CueTable, token: number, part: CuePart): Cue | undefined {
  const first = part === 'verb' || part === 'noun' ? lemmaOf(tree, token) : lowerOf(tree, token);
  const sense = table.get(`${part} ${first}`)?.find(({ words }) => followsAt(tree, token, words.split(' ')));
  return sense && { sense, token, endToken: token + sense.words.split(' ').length };
}

function followsAt(tree: Tree, token: number, words: readonly string[]): boolean {
  return words.every(
    (word, i) => i === 0 || lowerOf(tree, token + i) === word || lemmaOf(tree, token + i) === word,
  );
}
