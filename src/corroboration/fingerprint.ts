import { isEmptyWord, placedWords, stemOf } from './words.ts';

/** What is compared of a report's text to tell copies and rewrites from reports of one's own. */
export interface Fingerprint {
  readonly id: string;
  /** Hashes of every four words in a row outside quotations. */
  readonly shingles: ReadonlySet<number>;
  /** One in four of them by hash: the same choice in every text (FracMinHash, Irber and others 2022). */
  readonly sample: readonly number[];
  /** Names and numbers in order of first mention: what a rewrite cannot change. */
  readonly facts: ReadonlySet<string>;
  /** Stems of the words that carry meaning, by sentence. */
  readonly sentences: readonly ReadonlySet<string>[];
  /** Stems of the opening: what every copy keeps, and no other report of the matter has. */
  readonly lead: ReadonlySet<string>;
  /** Names and numbers of the opening. */
  readonly leadFacts: ReadonlySet<string>;
  /** All stems of the sentences. */
  readonly stems: ReadonlySet<string>;
  readonly wordCount: number;
}

const SHINGLE_WORDS = 4;
// Rewrites are compared sentence by sentence; a long report is known by its beginning.
const MAX_SENTENCES = 60;
const LEAD_SENTENCES = 3;
// One in four keeps about 70 marks of a 300-word report: enough to find a copy cut to one paragraph.
const SAMPLE_EVERY = 4;
// With fewer words outside quotations than this, the quotations are compared too.
const MIN_OWN_WORDS = 40;

/** Gives the fingerprint of a report's text. Linear in the text. */
export function fingerprintOf(id: string, text: string): Fingerprint {
  const body = bodyOf(text);
  const outside = withoutQuotes(body);
  const own = placedWords(outside).map(({ word }) => word);
  const words = own.length < MIN_OWN_WORDS ? placedWords(body).map(({ word }) => word) : own;
  const shingles = shinglesOf(words);
  // Splitting after every full stop cuts "a.m. on" too, which does no harm: short pieces are left out.
  const pieces = body
    .split(/\n+|(?<=[.!?]["”’]?)\s+/u)
    .slice(0, MAX_SENTENCES)
    .map((piece) => ({ piece, stems: stemsOf(piece) }))
    .filter(({ stems }) => stems.size >= 4);
  const sentences = pieces.map(({ stems }) => stems);
  const lead = pieces.slice(0, LEAD_SENTENCES);
  return {
    id,
    shingles,
    sample: [...shingles].filter((hash) => hash % SAMPLE_EVERY === 0).sort((a, b) => a - b),
    facts: factsOf(body),
    sentences,
    lead: new Set(lead.flatMap(({ stems }) => [...stems])),
    leadFacts: factsOf(lead.map(({ piece }) => piece).join('\n')),
    stems: new Set(sentences.flatMap((stems) => [...stems])),
    wordCount: words.length,
  };
}

// Credit lines and title are left out: a "Source: X" line differs in every copy, and desks write titles of their own.
function bodyOf(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const body = lines.length > 1 ? lines.slice(1) : lines;
  return body.filter((line) => !/^(?:source|sources|credit)\s*:/iu.test(line.trim())).join('\n');
}

/** Gives the text with the insides of double quotation marks left out; a mark that is never closed quotes nothing. */
export function withoutQuotes(text: string): string {
  return text.replace(/["“][^"”\n]{0,1000}["”]/gu, ' ');
}

function stemsOf(sentence: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const { word } of placedWords(sentence)) if (!isEmptyWord(word)) stems.add(stemOf(word));
  return stems;
}

function shinglesOf(words: readonly string[]): ReadonlySet<number> {
  const codes = words.map(hashOf);
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= codes.length; i++) {
    let hash = 0;
    for (let j = i; j < i + SHINGLE_WORDS; j++) hash = mixed(Math.imul(hash, 31) ^ (codes[j] ?? 0));
    hashes.add(hash);
  }
  return hashes;
}

// FNV-1a with a final mix, 32 bits, over UTF-16 units (Fowler, Noll, Vo; mix by Appleby).
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

function mixed(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

const NUMBER_WORDS = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozens scores'
  ).split(' '),
);

/** Gives names (capitalised words that do not open a sentence) and numbers, each once, in order of first mention. */
function factsOf(body: string): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const match of body.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = match[0];
    const lower = word.toLowerCase();
    if (/^\d/.test(word) || NUMBER_WORDS.has(lower)) facts.add(lower);
    else if (
      /^\p{Lu}/u.test(word) &&
      word.length > 1 &&
      !isEmptyWord(lower) &&
      !opensSentence(body, match.index)
    ) {
      facts.add(stemOf(lower));
    }
  }
  return facts;
}

function opensSentence(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /[\s"“”'‘’(—–-]/u.test(text.charAt(i))) {
    if (text.charAt(i) === '\n') return true;
    i--;
  }
  return i < 0 || /[.!?:]/.test(text.charAt(i));
}
