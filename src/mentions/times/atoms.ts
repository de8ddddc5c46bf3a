import type { Token } from '../../document/language-layers.ts';
import type { Span } from '../../document/span.ts';

/**
 * The smallest piece that numbers and times are read from: a run of letters, a run of digits, or one mark.
 * Tokenizers differ on "10.30am", "two-week" and "1939-45"; atoms are the same under all of them.
 */
export interface Atom extends Span {
  /** Lower case. */
  readonly text: string;
  readonly kind: 'word' | 'digits' | 'mark';
  /** True where no white space stands before it. */
  readonly glued: boolean;
  /** Index of the token that it is a piece of. */
  readonly token: number;
  readonly sentence: number;
  /** True where its first letter is a capital. */
  readonly capital: boolean;
}

/** Splits a document's tokens into atoms, in the order of the text. */
export function splitAtoms(tokens: readonly Token[]): readonly Atom[] {
  const atoms: Atom[] = [];
  let lastEnd = -1;
  tokens.forEach((token, index) => {
    let at = 0;
    while (at < token.text.length) {
      const length = pieceLength(token.text, at);
      const text = token.text.slice(at, at + length);
      const start = token.start + at;
      atoms.push({
        start,
        end: start + length,
        text: text.toLowerCase(),
        kind: kindOf(text.charAt(0)),
        glued: start === lastEnd,
        token: index,
        sentence: token.sentence,
        capital: /^\p{Lu}/u.test(text),
      });
      lastEnd = start + length;
      at += length;
    }
  });
  return atoms;
}

function pieceLength(text: string, at: number): number {
  const kind = kindOf(text.charAt(at));
  let end = at + 1;
  if (kind !== 'mark') while (end < text.length && kindOf(text.charAt(end)) === kind) end++;
  return end - at;
}

function kindOf(character: string): Atom['kind'] {
  if (character >= '0' && character <= '9') return 'digits';
  return /[\p{L}\p{M}]/u.test(character) ? 'word' : 'mark';
}

/** Tells whether an atom is a hyphen or a dash. */
export function isDash(atom: Atom | undefined): boolean {
  return atom !== undefined && /^[-‐‑‒–—]$/u.test(atom.text);
}

/** Tells whether an atom is an apostrophe, straight or curly. */
export function isApostrophe(atom: Atom | undefined): boolean {
  return atom !== undefined && /^['’‘`]$/u.test(atom.text);
}
