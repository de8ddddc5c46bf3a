import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A word and how sure its author is that it happened: −3 surely not, 3 surely. */
export type Rated = readonly [word: number, rating: number];

interface Row {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}

/** A sentence with what people thought of it. */
export interface RatedSentence {
  readonly words: readonly string[];
  readonly ratings: readonly Rated[];
}

/** Only these characters are the same however a sentence is cut into words. */
export function lettersOf(words: readonly string[]): string {
  return words.join('').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Reads one part ("train", "dev", "test") of UDS-IH2, by the letters of the sentences. */
export function readFactuality(data: string, part: string): ReadonlyMap<string, RatedSentence> {
  const rows = readFileSync(join(data, `factuality/uds-ih2/${part}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  return new Map(
    rows.map(({ text, targets }) => {
      const words = text.split(' ');
      return [lettersOf(words), { words, ratings: targets.map(({ span1, label }) => [span1[0], label]) }];
    }),
  );
}

/** Moves ratings to another cutting of the same sentence into words. */
export function moveRatings({ words, ratings }: RatedSentence, onto: readonly string[]): Rated[] {
  const starts = letterStarts(onto);
  const ownStarts = letterStarts(words);
  return ratings.map(([word, rating]) => [wordAt(starts, ownStarts[word] ?? 0), rating]);
}

function letterStarts(words: readonly string[]): number[] {
  let letters = 0;
  return words.map((word) => {
    const start = letters;
    letters += lettersOf([word]).length;
    return start;
  });
}

/** The last word that opens at or before a letter; words without letters open where the next does. */
function wordAt(starts: readonly number[], letter: number): number {
  let found = 0;
  while (found + 1 < starts.length && (starts[found + 1] ?? 0) <= letter) found++;
  return found;
}
