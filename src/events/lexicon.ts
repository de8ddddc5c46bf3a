import { EVENT_TYPES, type EventType } from '../document/event-layers.ts';
import type { Row } from '../document/table.ts';
import { type Condition, parseConditions } from './conditions.ts';

export type TriggerPart = 'verb' | 'noun' | 'adj';

/** One sense of a trigger: a line of `data/events/triggers.tsv` for one of its words. */
export interface TriggerSense {
  /** Lemmas; a verb's head comes first, a noun's last. */
  readonly words: readonly string[];
  readonly part: TriggerPart;
  readonly type: EventType;
  readonly mode: string | null;
  readonly conditions: readonly Condition[];
  /** The line's number in the table, counted from 1 behind the head: part of the rule's name. */
  readonly line: number;
}

/** Senses by part of speech and head lemma, the one to try first in front. */
export type Lexicon = ReadonlyMap<string, readonly TriggerSense[]>;

/** Compiles the rows of `data/events/triggers.tsv`: more words, then more conditions, then the earlier line come first. */
export function compileLexicon(rows: readonly Row[]): Lexicon {
  const lexicon = new Map<string, TriggerSense[]>();
  rows.forEach((row, index) => {
    for (const words of (row['words'] ?? '').split('|')) {
      const sense = senseOf(row, words.split(' '), index + 1);
      const key = `${sense.part} ${headOfTrigger(sense)}`;
      lexicon.set(key, [...(lexicon.get(key) ?? []), sense]);
    }
  });
  for (const senses of lexicon.values()) {
    senses.sort(
      (a, b) =>
        b.words.length - a.words.length ||
        demands(b) - demands(a) ||
        b.conditions.length - a.conditions.length ||
        a.line - b.line,
    );
  }
  return lexicon;
}

/** A line that asks for something is more exact than one that only excludes. */
function demands({ conditions }: TriggerSense): number {
  return conditions.filter(({ negated }) => !negated).length;
}

function senseOf(row: Row, words: readonly string[], line: number): TriggerSense {
  const type = EVENT_TYPES.find((known) => known === row['type']) ?? 'OTHER';
  const mode = row['mode'] === undefined || row['mode'] === '-' || row['mode'] === '' ? null : row['mode'];
  return {
    words,
    part: row['pos'] as TriggerPart,
    type,
    mode,
    conditions: parseConditions(row['when'] ?? ''),
    line,
  };
}

/** Gives the lemma that heads a trigger: the first of a verb ("open fire"), the last of a noun ("land grab"). */
export function headOfTrigger({ part, words }: Pick<TriggerSense, 'part' | 'words'>): string {
  return (part === 'noun' ? words.at(-1) : words[0]) ?? '';
}
