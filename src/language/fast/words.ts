import { hashText, pair } from './hash.ts';

/** What the features look at in one word, as hashes; the same for every place where the word stands. */
export interface WordTraits {
  /** The word without regard to case, digits made alike. */
  readonly word: number;
  readonly prefix: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  /** Capitals, digits, hyphens, marks. */
  readonly shape: number;
  /** Branches of the tree of clusters, coarse to fine; 0 when the word is in none. */
  readonly cluster1: number;
  readonly cluster2: number;
  readonly cluster3: number;
}

/** The traits of what stands before a sentence's first word and after its last. */
export const OUTSIDE: WordTraits = {
  word: -1,
  prefix: -1,
  suffix1: -1,
  suffix2: -1,
  suffix3: -1,
  suffix4: -1,
  shape: -1,
  cluster1: -1,
  cluster2: -1,
  cluster3: -1,
};

/** The numbers of the branches below the first and the second level of the tree of clusters. */
const LEAVES_A_BRANCH = 128;
const LEAVES_A_TWIG = 8;

/** Words longer than this are looked at by their ends only: a pasted address may have a million characters. */
const WORD_LIMIT = 60;

/** Gives the traits of a word; `clusters` maps lower-cased words to leaves. */
export function traitsOf(text: string, clusters: ReadonlyMap<string, number>): WordTraits {
  const plain = plainForm(
    text.length > WORD_LIMIT ? text.slice(0, WORD_LIMIT / 2) + text.slice(-WORD_LIMIT / 2) : text,
  );
  const lower = plain.toLowerCase();
  const alike = lower.replace(/\d/gu, '0');
  const leaf = clusters.get(lower) ?? clusterOfParts(lower, clusters);
  const { length } = alike;
  return {
    word: hashText(alike),
    prefix: hashText(alike, 0, Math.min(3, length)),
    suffix1: hashText(alike, Math.max(0, length - 1)),
    suffix2: hashText(alike, Math.max(0, length - 2)),
    suffix3: hashText(alike, Math.max(0, length - 3)),
    suffix4: hashText(alike, Math.max(0, length - 4)),
    shape: hashText(shapeOf(plain)),
    cluster1: leaf === undefined ? 0 : 1 + Math.floor(leaf / LEAVES_A_BRANCH),
    cluster2: leaf === undefined ? 0 : 1 + Math.floor(leaf / LEAVES_A_TWIG),
    cluster3: leaf === undefined ? 0 : 1 + leaf,
  };
}

// "Kremlin’s", ‘‘unacceptable’’: typographers' marks are read like the plain ones that treebanks have.
function plainForm(text: string): string {
  const quotes = text.replace(/[‘’ʼ`´]/gu, "'").replace(/[“”„«»]/gu, '"');
  return quotes === "''" ? '"' : quotes.replace(/[–—]/gu, '-');
}

// "ex-commander", "shell-damaged": the last part says how the word is used.
function clusterOfParts(lower: string, clusters: ReadonlyMap<string, number>): number | undefined {
  const hyphen = lower.lastIndexOf('-');
  return hyphen > 0 ? clusters.get(lower.slice(hyphen + 1)) : undefined;
}

/** Gives a word's outline with runs made short: "T-72s" becomes "X-dx", "Donetsk" becomes "Xxx". */
function shapeOf(text: string): string {
  let shape = '';
  for (let i = 0; i < text.length && shape.length < 8; i++) {
    const kind = kindOf(text.charAt(i));
    if (
      shape.length < 2 ||
      kind !== shape.charAt(shape.length - 1) ||
      kind !== shape.charAt(shape.length - 2)
    ) {
      shape += kind;
    }
  }
  return shape;
}

function kindOf(character: string): string {
  if (character >= '0' && character <= '9') return 'd';
  const lower = character.toLowerCase();
  const upper = character.toUpperCase();
  if (lower === upper) return character;
  return character === upper ? 'X' : 'x';
}

/** Reads the tree of clusters: one "word<tab>leaf" a line. */
export function readClusters(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    lines.map((line) => {
      const tab = line.indexOf('\t');
      return [line.slice(0, tab), Number(line.slice(tab + 1))];
    }),
  );
}

/** Gives the traits of all words of a sentence; `known` keeps those of words met before. */
export function traitsOfSentence(
  words: readonly string[],
  clusters: ReadonlyMap<string, number>,
  known: Map<string, WordTraits>,
): WordTraits[] {
  return words.map((word) => {
    const met = known.get(word);
    if (met !== undefined) return met;
    const traits = traitsOf(word, clusters);
    known.set(word, traits);
    return traits;
  });
}

/** Gives the traits at a place of the sentence; those of the outside where there is none. */
export function traitsAt(traits: readonly WordTraits[], at: number): WordTraits {
  return traits[at] ?? OUTSIDE;
}

/** Gives one number for a word in its exact case. */
export function casedWord(traits: WordTraits): number {
  return pair(traits.word, traits.shape);
}
