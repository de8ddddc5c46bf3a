/** The words of a text in order, one number each in three lists, since objects would cost more than all the rest. */
export interface ScannedWords {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Of the letters as they stand, 32 bits, signed: a word can be looked up without being cut out. */
  readonly hashes: readonly number[];
}

/** Gives every run of letters and digits. Faster than a regular expression where most letters are ASCII. */
export function scanWords(text: string): ScannedWords {
  const [starts, ends, hashes]: [number[], number[], number[]] = [[], [], []];
  let hash = SEED;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < ASCII ? ASCII_WORD[code] === 1 : isInWord(text, i)) {
      if (starts.length === ends.length) starts.push(i);
      hash = Math.imul(hash ^ code, PRIME);
    } else if (starts.length > ends.length) {
      ends.push(i);
      hashes.push(hash);
      hash = SEED;
    }
  }
  if (starts.length > ends.length) {
    ends.push(text.length);
    hashes.push(hash);
  }
  return { starts, ends, hashes };
}

// FNV-1a, 32 bits (Fowler, Noll, Vo).
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const ASCII = 128;
const ASCII_WORD = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number(LETTER_OR_DIGIT.test(String.fromCharCode(code))),
);

function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // The second half of a letter outside the basic plane belongs to the word that the first is in.
  const point = text.codePointAt(code >= 0xdc00 && code <= 0xdfff ? at - 1 : at) ?? code;
  return LETTER_OR_DIGIT.test(String.fromCodePoint(point));
}

/** Gives the hash of a word, 32 bits, signed, with its bits mixed: near words lie far apart. */
export function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return mixed(hash);
}

/** Gives the hashes of every run of so many words, in order. */
export function runHashes(words: readonly { readonly hash: number }[], length: number): readonly number[] {
  const hashes: number[] = [];
  for (let i = 0; i + length <= words.length; i++) {
    let hash = 0;
    for (let j = i; j < i + length; j++) hash = mixed(Math.imul(hash, 31) ^ (words[j]?.hash ?? 0));
    hashes.push(hash);
  }
  return hashes;
}

// Appleby's mix. Signed, since numbers of this size cost no object each.
function mixed(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}
