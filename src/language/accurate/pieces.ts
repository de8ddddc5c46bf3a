/** Words cut into the encoder's pieces; the marks that open and close a sentence are among the pieces. */
export interface Pieces {
  /** Numbers in the vocabulary. */
  readonly ids: readonly number[];
  /** How the word that a piece belongs to is written: an index into SHAPES. */
  readonly shapes: readonly number[];
  /** The first and the last piece of each word. */
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** The encoder reads lower case only, so how a word is written is told beside it. */
export const SHAPES = ['mark', 'lower', 'title', 'upper', 'mixed', 'digits', 'other'] as const;

/** A longer word is one unknown piece, as in the encoder's own training (Devlin et al. 2019). */
const WORD_LIMIT = 100;

/** More pieces of one word would crowd out its neighbours: of a web address the beginning tells enough. */
const PIECES_PER_WORD = 12;

export type Vocabulary = ReadonlyMap<string, number>;

/** Reads a vocabulary: one piece a line, its number being the line's. */
export function readVocabulary(text: string): Vocabulary {
  return new Map(
    text
      .trimEnd()
      .split('\n')
      .map((piece, id) => [piece, id]),
  );
}

/** Cuts the words of a sentence into pieces (WordPiece, the longest first; Wu et al. 2016). Linear for its limits. */
export function cutPieces(vocabulary: Vocabulary, words: readonly string[]): Pieces {
  const pieces = {
    ids: [idOf(vocabulary, '[CLS]')],
    shapes: [0],
    first: [] as number[],
    last: [] as number[],
  };
  for (const word of words) {
    const ids = piecesOf(vocabulary, word).slice(0, PIECES_PER_WORD);
    pieces.first.push(pieces.ids.length);
    for (const id of ids) {
      pieces.ids.push(id);
      pieces.shapes.push(shapeOf(word));
    }
    pieces.last.push(pieces.ids.length - 1);
  }
  pieces.ids.push(idOf(vocabulary, '[SEP]'));
  pieces.shapes.push(0);
  return pieces;
}

function piecesOf(vocabulary: Vocabulary, word: string): number[] {
  const parts = plainForm(word).match(/[\p{P}\p{S}]|[^\p{P}\p{S}\s]+/gu) ?? [];
  const ids = parts.flatMap((part) => piecesOfPart(vocabulary, part));
  return ids.length > 0 ? ids : [idOf(vocabulary, '[UNK]')];
}

/** "Škoda" → "skoda": the encoder knows neither capitals nor accents. Curly marks are more often straight in its training. */
function plainForm(word: string): string {
  return word
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .normalize('NFD')
    .replace(/[\p{Mn}\p{Cc}\p{Cf}]/gu, '')
    .toLowerCase();
}

function piecesOfPart(vocabulary: Vocabulary, part: string): number[] {
  const unknown = [idOf(vocabulary, '[UNK]')];
  if (part.length > WORD_LIMIT) return unknown;
  const ids: number[] = [];
  let start = 0;
  while (start < part.length) {
    const end = longestPiece(vocabulary, part, start);
    if (end === start) return unknown;
    ids.push(idOf(vocabulary, pieceText(part, start, end)));
    start = end;
  }
  return ids;
}

/** Gives where the longest piece that opens at `start` ends; `start` itself where none does. */
function longestPiece(vocabulary: Vocabulary, part: string, start: number): number {
  let end = part.length;
  while (end > start && !vocabulary.has(pieceText(part, start, end))) end--;
  return end;
}

function pieceText(part: string, start: number, end: number): string {
  const text = part.slice(start, end);
  return start === 0 ? text : `##${text}`;
}

function idOf(vocabulary: Vocabulary, piece: string): number {
  return vocabulary.get(piece) ?? 0;
}

function shapeOf(word: string): number {
  return SHAPES.indexOf(shapeName(word));
}

function shapeName(word: string): (typeof SHAPES)[number] {
  if (/\p{Nd}/u.test(word)) return 'digits';
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters === '') return 'other';
  if (letters === letters.toLowerCase()) return 'lower';
  if (letters.length > 1 && letters === letters.toUpperCase()) return 'upper';
  return /^\p{Lu}[^\p{Lu}]*$/u.test(letters) ? 'title' : 'mixed';
}
