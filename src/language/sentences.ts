import type { Sentence, Token, Zone } from '../document/language-layers.ts';
import type { Span } from '../document/span.ts';
import type { Stage } from '../document/stage.ts';
import { SENTENCE_OPENERS, TITLES } from './abbreviations.ts';
import { splitTokens } from './tokens.ts';

/**
 * Splits each zone into sentences and tokens. A closing quotation mark stays with the sentence that it closes;
 * a question inside a quotation goes on into "he asked". Linear in time for any text.
 */
export function createSentences(): Stage<'zones', 'sentences' | 'tokens'> {
  return {
    name: 'sentences',
    version: 1,
    needs: ['zones'],
    gives: ['sentences', 'tokens'],
    run: ({ text, layers }) => {
      const sentences: Sentence[] = [];
      const tokens: Token[] = [];
      for (const zone of layers.zones) addZone(text, zone, sentences, tokens);
      return { sentences, tokens };
    },
  };
}

function addZone(text: string, zone: Zone, sentences: Sentence[], tokens: Token[]): void {
  const spans = splitTokens(text, zone);
  const words = spans.map((span) => text.slice(span.start, span.end));
  const sides = quoteSides(text, spans, words);
  let first = 0;
  for (let at = 0; at < spans.length; at++) {
    const end = zone.kind === 'paragraph' ? sentenceEnd(words, sides, at) : -1;
    if (end < 0 && at < spans.length - 1) continue;
    const last = Math.max(end, at);
    addSentence(text, spans.slice(first, last + 1), sentences, tokens);
    first = last + 1;
    at = last;
  }
}

function addSentence(text: string, spans: readonly Span[], sentences: Sentence[], tokens: Token[]): void {
  const firstToken = tokens.length;
  const sentence = sentences.length;
  for (const { start, end } of spans) tokens.push({ start, end, text: text.slice(start, end), sentence });
  sentences.push({
    start: spans[0]?.start ?? 0,
    end: spans.at(-1)?.end ?? 0,
    firstToken,
    endToken: tokens.length,
  });
}

type Side = 'opens' | 'closes' | null;

const ANY_QUOTE = new Set(['"', '“', '”', '„', '«', '»', "''", '``', '‘', '’', "'", '‘‘', '’’']);

/** Tells of each token whether it opens or closes a quotation; straight marks take turns where spaces do not tell. */
function quoteSides(text: string, spans: readonly Span[], words: readonly string[]): Side[] {
  let open = false;
  return words.map((word, at): Side => {
    if (!ANY_QUOTE.has(word)) return null;
    const { start, end } = spans[at] as Span;
    const afterSpace = at === 0 || /[\s([—–-]/u.test(text.charAt(start - 1));
    const beforeSpace = at === words.length - 1 || /[\s)\].,;:!?—–-]/u.test(text.charAt(end));
    const side = sideOf(word, afterSpace, beforeSpace, open);
    if (word === '"') open = side === 'opens';
    return side;
  });
}

function sideOf(word: string, afterSpace: boolean, beforeSpace: boolean, open: boolean): Side {
  // 'the misguided decision.“ However': a mark turned the wrong way is read by the spaces beside it.
  if (!afterSpace && beforeSpace) return 'closes';
  if (word === '“' || word === '„' || word === '«' || word === '``' || word === '‘') return 'opens';
  if (word === '”' || word === '»' || word === '’’') return 'closes';
  if (afterSpace !== beforeSpace) return afterSpace ? 'opens' : 'closes';
  return open ? 'closes' : 'opens';
}

const CLOSING_BRACKETS = new Set([')', ']', '}']);

/** Gives the last token of the sentence that ends at `at` with its closing marks; -1 where none ends. */
function sentenceEnd(words: readonly string[], sides: readonly Side[], at: number): number {
  if (isCreditNext(words, at)) return at;
  const word = words[at] as string;
  const kind = stopKind(word);
  if (kind === null) return -1;
  let last = at;
  while (
    last + 1 < words.length &&
    (sides[last + 1] === 'closes' || CLOSING_BRACKETS.has(words[last + 1] as string))
  ) {
    last++;
  }
  const next = words[last + 1];
  if (next === undefined) return last;
  if (kind === 'abbreviation') return isOpener(words, sides, last + 1) ? last : -1;
  if (!mayOpen(words, sides, last + 1)) return -1;
  if (kind === 'question' && last > at && asksBack(words, last + 1)) return -1;
  return last;
}

const CREDITS = new Set(['Image', 'Images', 'Photo', 'Photograph', 'Picture', 'Video', 'Credit']);

// "Smoke over the port Photo: Ana Kovac": a caption's credit stands alone though no full stop parts them.
function isCreditNext(words: readonly string[], at: number): boolean {
  return (
    words[at + 2] === ':' && CREDITS.has(words[at + 1] as string) && /^[\p{L}\d]/u.test(words[at] as string)
  );
}

function stopKind(word: string): 'stop' | 'question' | 'abbreviation' | null {
  if (word === '.' || word === '…' || /^\.{2,}$/u.test(word)) return 'stop';
  if (/^[!?]+$/u.test(word)) return 'question';
  return word.length > 1 && word.endsWith('.') && !TITLES.has(word.slice(0, -1)) ? 'abbreviation' : null;
}

/** Tells whether a sentence may open here: a capital, a digit, an opening mark before one. */
function mayOpen(words: readonly string[], sides: readonly Side[], at: number): boolean {
  let first = at;
  while (first < words.length && (sides[first] === 'opens' || words[first] === '(' || words[first] === '['))
    first++;
  if (first > at) return true;
  if (words[first + 1] === '-' && ARTICLES.has(words[first] ?? '')) return true;
  const letter = (words[first] ?? '').charAt(0);
  return letter !== letter.toLowerCase() || /[\d\p{Lo}\p{So}•*—–-]/u.test(letter);
}

// "Two men died. al-Shabaab said": an Arabic article is written small even where a sentence opens.
const ARTICLES = new Set(['al', 'el', 'an', 'ar', 'as', 'ash', 'at', 'az', 'ad']);

// "in the U.S. He said" opens a sentence, "the U.S. Army" does not; single initials ("J. Smith") never end one.
function isOpener(words: readonly string[], sides: readonly Side[], at: number): boolean {
  if ((words[at - 1] as string).length === 2) return false;
  let first = at;
  while (sides[first] === 'opens') first++;
  return SENTENCE_OPENERS.has(words[first] ?? '') || first > at;
}

const ASKING = new Set([
  'asked',
  'said',
  'shouted',
  'cried',
  'told',
  'added',
  'wrote',
  'says',
  'asks',
  'exclaimed',
  'tweeted',
  'yelled',
  'wondered',
]);

// "Who fired?" Smith asked. — the question is part of the reporter's sentence.
function asksBack(words: readonly string[], at: number): boolean {
  for (let i = at; i < at + 5 && i < words.length; i++) {
    const word = words[i] as string;
    if (ASKING.has(word)) return true;
    if (word === '.' || word === ',' || ANY_QUOTE.has(word)) return false;
  }
  return false;
}
