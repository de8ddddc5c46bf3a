import { createLexicon, type Lexicon, mixed, type Word } from './lexicon.ts';
import { scanWords } from './words.ts';

/** What is compared of a report's text to tell copies and rewrites from reports of one's own. Stems and facts are numbers of a lexicon. */
export interface Fingerprint {
  readonly id: string;
  /** Hashes of every four words in a row outside quotations. */
  readonly shingles: ReadonlySet<number>;
  /** One in four of them by hash: the same choice in every text (FracMinHash, Irber and others 2022). */
  readonly sample: readonly number[];
  /** Names and numbers in order of first mention: what a rewrite cannot change. */
  readonly facts: ReadonlySet<number>;
  /** Stems of the words that carry meaning, each once, by sentence. */
  readonly sentences: readonly (readonly number[])[];
  /** Stems of the opening: what every copy keeps, and no other report of the matter has. */
  readonly lead: ReadonlySet<number>;
  /** Names and numbers of the opening. */
  readonly leadFacts: ReadonlySet<number>;
  /** All stems of the sentences. */
  readonly stems: ReadonlySet<number>;
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
  const { all, own, facts, pieces } = scanBody(bodyOf(text), lexicon);
  const words = own.length < MIN_OWN_WORDS ? all : own;
  const shingles = shinglesOf(words);
  const sentences = pieces.slice(0, MAX_SENTENCES).filter(({ stems }) => stems.length >= MIN_STEMS);
  const lead = sentences.slice(0, LEAD_SENTENCES);
  return {
    id,
    shingles,
    sample: [...shingles].filter((hash) => hash % SAMPLE_EVERY === 0).sort((a, b) => a - b),
    facts,
    sentences: sentences.map(({ stems }) => stems),
    lead: unionOf(lead.map(({ stems }) => stems)),
    leadFacts: unionOf(lead.map((piece) => piece.facts)),
    stems: unionOf(sentences.map(({ stems }) => stems)),
    wordCount: words.length,
  };
}

interface Piece {
  readonly stems: number[];
  readonly facts: number[];
}

// More than a sentence of news has; a list without a full stop is known by its beginning.
const MAX_STEMS = 64;

interface Scanned {
  readonly all: readonly Word[];
  /** The words outside quotations. */
  readonly own: readonly Word[];
  readonly facts: ReadonlySet<number>;
  readonly pieces: readonly Piece[];
}

/** Walks once over the words: every report that comes in is walked over, so that this sets the price of finding copies. */
function scanBody(body: string, lexicon: Lexicon): Scanned {
  const all: Word[] = [];
  const own: Word[] = [];
  const facts = new Set<number>();
  const pieces: Piece[] = [];
  const quotes = quotesIn(body);
  let quote = 0;
  let last = 0;
  scanWords(body, (start, end) => {
    const word = lexicon.wordFor(body.slice(start, end));
    all.push(word);
    while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= start) quote++;
    if ((quotes[quote]?.start ?? Number.POSITIVE_INFINITY) > start) own.push(word);
    if (pieces.length === 0 || breaksAt(body, last, start)) pieces.push({ stems: [], facts: [] });
    last = end;
    const piece = pieces.at(-1);
    if (word.isNumber || (word.isName && !opensSentence(body, start))) {
      facts.add(word.fact);
      piece?.facts.push(word.fact);
    }
    if (
      piece !== undefined &&
      !word.isEmpty &&
      piece.stems.length < MAX_STEMS &&
      !piece.stems.includes(word.stem)
    )
      piece.stems.push(word.stem);
  });
  return { all, own, facts, pieces };
}

/** Gives the double quotations; a mark that is never closed quotes nothing. */
function quotesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/["“][^"”\n]{0,1000}["”]/gu)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** Tells whether a sentence or line ends between two words. Splitting after every full stop cuts "a.m. on" too, which does no harm. */
function breaksAt(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    if (char === '\n') return true;
    if (!/\s/u.test(char)) continue;
    const before = '"”’'.includes(text.charAt(i - 1)) ? text.charAt(i - 2) : text.charAt(i - 1);
    if (before === '.' || before === '!' || before === '?') return true;
  }
  return false;
}

function unionOf(lists: readonly (readonly number[])[]): ReadonlySet<number> {
  const union = new Set<number>();
  for (const list of lists) for (const member of list) union.add(member);
  return union;
}

// Credit lines and title are left out: a "Source: X" line differs in every copy, and desks write titles of their own.
function bodyOf(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const body = lines.length > 1 ? lines.slice(1) : lines;
  return body.filter((line) => !/^(?:source|sources|credit)\s*:/iu.test(line.trim())).join('\n');
}

function shinglesOf(words: readonly Word[]): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) {
    let hash = 0;
    for (let j = i; j < i + SHINGLE_WORDS; j++) hash = mixed(Math.imul(hash, 31) ^ (words[j]?.hash ?? 0));
    hashes.add(hash);
  }
  return hashes;
}

function opensSentence(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /[\s"“”'‘’(—–-]/u.test(text.charAt(i))) {
    if (text.charAt(i) === '\n') return true;
    i--;
  }
  return i < 0 || /[.!?:]/.test(text.charAt(i));
}
