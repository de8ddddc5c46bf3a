import { createLexicon, type Lexicon, type Word } from './lexicon.ts';
import { type NumberSet, unionOf } from './number-set.ts';
import { runHashes, type ScannedWords, scanWords } from './word-hashes.ts';

/** What is compared of a report's text to tell copies and rewrites from reports of one's own. Stems and facts are numbers of a lexicon. */
export interface Fingerprint {
  readonly id: string;
  /** Hashes of every four words in a row outside quotations. */
  readonly shingles: NumberSet;
  /** One in four of them by hash: the same choice in every text (FracMinHash, Irber and others 2022). */
  readonly sample: NumberSet;
  /** Names and numbers: what a rewrite cannot change. */
  readonly facts: NumberSet;
  /** Stems of the words that carry meaning, each once, by sentence. */
  readonly sentences: readonly (readonly number[])[];
  /** Stems of the opening: what every copy keeps, and no other report of the matter has. */
  readonly lead: NumberSet;
  /** Names and numbers of the opening. */
  readonly leadFacts: NumberSet;
  /** All stems of the sentences. */
  readonly stems: NumberSet;
  readonly wordCount: number;
}

const SHINGLE_WORDS = 4;
// Rewrites are compared sentence by sentence; a long report is known by its beginning.
const MAX_SENTENCES = 60;
const LEAD_SENTENCES = 3;
// Shorter pieces are what a full stop inside a sentence leaves: "at 3 a.m.", "Gen.".
const MIN_STEMS = 4;
// One in four keeps about 70 marks of a 300-word report: enough to find a copy cut to one paragraph.
const SAMPLE_EVERY = 4;
// With fewer words outside quotations than this, the quotations are compared too.
const MIN_OWN_WORDS = 40;

/** Gives the fingerprint of a report's text. Linear in the text; fingerprints compare only where they were made with one lexicon. */
export function fingerprintOf(id: string, text: string, lexicon: Lexicon = createLexicon()): Fingerprint {
  const body = bodyOf(text);
  const scanned = scanWords(body);
  const { starts, ends, hashes } = scanned;
  const all = starts.map((start, i) => lexicon.wordAt(body, start, ends[i] ?? start, hashes[i] ?? 0));
  const own = outsideQuotations(body, scanned, all);
  const words = own.length < MIN_OWN_WORDS ? all : own;
  const shingles = unionOf([runHashes(words, SHINGLE_WORDS)]);
  const pieces = piecesOf(body, scanned, all);
  const sentences = pieces.slice(0, MAX_SENTENCES).filter(({ stems }) => stems.length >= MIN_STEMS);
  const stems = sentences.map((piece) => piece.stems);
  const lead = sentences.slice(0, LEAD_SENTENCES);
  return {
    id,
    shingles,
    sample: sampleOf(shingles),
    facts: unionOf(pieces.map(({ facts }) => facts)),
    sentences: stems,
    lead: unionOf(stems.slice(0, LEAD_SENTENCES)),
    leadFacts: unionOf(lead.map(({ facts }) => facts)),
    stems: unionOf(stems),
    wordCount: words.length,
  };
}

/** Gives the words outside double quotations; a mark that is never closed quotes nothing. */
function outsideQuotations(text: string, { starts }: ScannedWords, words: readonly Word[]): readonly Word[] {
  const between: (readonly Word[])[] = [];
  let at = 0;
  for (const quote of text.matchAll(/["“][^"”\n]{0,1000}["”]/gu)) {
    const end = quote.index + quote[0].length;
    const first = indexFrom(starts, at, quote.index);
    between.push(words.slice(at, first));
    at = indexFrom(starts, first, end);
  }
  return [...between, words.slice(at)].flat();
}

/** Gives the first place, from `from` on, with a number that is not below the least. */
function indexFrom(numbers: readonly number[], from: number, least: number): number {
  let at = from;
  while (at < numbers.length && (numbers[at] ?? 0) < least) at++;
  return at;
}

interface Piece {
  readonly stems: number[];
  readonly facts: number[];
}

// More than a sentence of news has; a list without a full stop is known by its beginning.
const MAX_STEMS = 64;

/** Gives the sentences, near enough, with what is compared of each. */
function piecesOf(text: string, { starts, ends }: ScannedWords, words: readonly Word[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece | null = null;
  for (let i = 0; i < words.length; i++) {
    const [word, start = 0] = [words[i], starts[i]];
    if (word === undefined) continue;
    const last = ends[i - 1] ?? 0;
    // Between most words stands one space, and no mark before it.
    const runsOn = piece !== null && start - last === 1 && text.charCodeAt(last) === SPACE;
    if (piece === null || (!runsOn && breaksAt(text, last, start))) {
      piece = { stems: [], facts: [] };
      pieces.push(piece);
    }
    const { stems, facts } = piece;
    if (word.isNumber || (word.isName && (runsOn || !opensSentence(text, start)))) facts.push(word.fact);
    if (!word.isEmpty && stems.length < MAX_STEMS && !stems.includes(word.stem)) stems.push(word.stem);
  }
  return pieces;
}

/** Tells whether a sentence or line ends between two words. Splitting after every full stop cuts "a.m. on" too, which does no harm. */
function breaksAt(text: string, from: number, to: number): boolean {
  return GAP_THAT_ENDS.test(text.slice(from, to));
}

const SPACE = 32;
const GAP_THAT_ENDS = /\n|[.!?]["”’]?\s/u;

// Credit lines and title are left out: a "Source: X" line differs in every copy, and desks write titles of their own.
function bodyOf(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const body = lines.length > 1 ? lines.slice(1) : lines;
  return body.filter((line) => !/^(?:source|sources|credit)\s*:/iu.test(line.trim())).join('\n');
}

function sampleOf(shingles: NumberSet): NumberSet {
  const sample: number[] = [];
  for (const hash of shingles) if (hash % SAMPLE_EVERY === 0) sample.push(hash);
  return new Int32Array(sample);
}

function opensSentence(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /[\s"“”'‘’(—–-]/u.test(text.charAt(i))) {
    if (text.charAt(i) === '\n') return true;
    i--;
  }
  return i < 0 || /[.!?:]/.test(text.charAt(i));
}
