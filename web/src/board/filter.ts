import type { Board, BoardRow } from '../../../src/views/board.ts';

/** Gives the board's groups with the rows in which every word of the query stands. */
export function matching(board: Board, query: string): Board['groups'] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return board.groups;
  return board.groups.map(({ status, rows }) => ({
    status,
    rows: rows.filter((row) => {
      const text = textOf(row);
      return words.every((word) => text.includes(word));
    }),
  }));
}

function textOf(row: BoardRow): string {
  const voices = [...row.says, ...row.denies]
    .flatMap((speaker) => speaker.voices)
    .flatMap(({ by, outlet, words, cue }) => [by, outlet, words, cue]);
  return [
    ...row.actor,
    row.trigger,
    ...row.recipient,
    row.words,
    row.place,
    row.type,
    row.time?.text,
    ...voices,
  ]
    .join('\n')
    .toLowerCase();
}
