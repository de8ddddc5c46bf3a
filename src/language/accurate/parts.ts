import type { Pieces } from './pieces.ts';

/** A run of a sentence's words that the encoder reads at once. */
export interface Part {
  readonly firstWord: number;
  readonly endWord: number;
  readonly pieces: Pieces;
}

/** The encoder was trained on no longer sentence; the marks that open and close one count, too. */
const PIECE_LIMIT = 256;

/**
 * Gives a sentence in parts that the encoder can take: one as a rule. A longer sentence is cut behind the last of the
 * strongest marks that stand in the second half of what would fit. Linear in the words.
 */
export function partsOf(words: readonly string[], pieces: Pieces): Part[] {
  const parts: Part[] = [];
  for (let firstWord = 0; firstWord < words.length; ) {
    const endWord = endOf(words, pieces, firstWord);
    parts.push({ firstWord, endWord, pieces: piecesBetween(pieces, firstWord, endWord) });
    firstWord = endWord;
  }
  return parts;
}

function endOf(words: readonly string[], pieces: Pieces, firstWord: number): number {
  const limit = (pieces.first[firstWord] ?? 0) + PIECE_LIMIT - 2;
  let end = firstWord + 1;
  while (end < words.length && (pieces.last[end] ?? 0) < limit) end++;
  if (end === words.length) return end;
  let best = end;
  for (let at = end; at > firstWord + (end - firstWord) / 2; at--) {
    if (strengthOf(words[at - 1] ?? '') > strengthOf(words[best - 1] ?? '')) best = at;
  }
  return best;
}

// "… fell back; the army …", "… fell back, the army …": what stands behind the mark is likelier to be a clause of its own.
function strengthOf(word: string): number {
  if (/^[.!?;:…]+$|^[-–—]{1,2}$/u.test(word)) return 2;
  return /^[,)"”»]+$/u.test(word) ? 1 : 0;
}

function piecesBetween(pieces: Pieces, firstWord: number, endWord: number): Pieces {
  const from = pieces.first[firstWord] ?? 0;
  const to = (pieces.last[endWord - 1] ?? 0) + 1;
  const moved = (place: number): number => place - from + 1;
  return {
    ids: framed(pieces.ids, from, to),
    shapes: framed(pieces.shapes, from, to),
    first: pieces.first.slice(firstWord, endWord).map(moved),
    last: pieces.last.slice(firstWord, endWord).map(moved),
  };
}

/** The pieces of a part between the marks that open and close the whole. */
function framed(values: readonly number[], from: number, to: number): number[] {
  return [...values.slice(0, 1), ...values.slice(from, to), ...values.slice(-1)];
}
