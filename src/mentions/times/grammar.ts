import { isDash } from './atoms.ts';
import type { Expression, Parsed, Part } from './expression.ts';
import { DATE_RULES } from './grammar-dates.ts';
import { DAY_RULES } from './grammar-days.ts';
import { UNIT_RULES } from './grammar-units.ts';
import { type GrammarRule, lookUp, parsed, phraseEnd, type Reader, readUnit, textAt } from './reader.ts';

/** Every rule but those that modify what another rule read. */
const PLAIN_RULES: readonly GrammarRule[] = [...DATE_RULES, ...DAY_RULES, ...UNIT_RULES, readVague];

/** Finds the time expressions of a document, the longest at each place; sorted, not overlapping. */
export function readTimes(reader: Reader): readonly Parsed[] {
  const found: Parsed[] = [];
  let at = 0;
  while (at < reader.atoms.length) {
    const here = opensWord(reader, at) ? readAt(reader, at) : null;
    if (here !== null) found.push(here);
    at = here === null ? at + 1 : here.end;
  }
  return found;
}

/** "COVID-19" and "F16" hold digits that open no time; "mid-May" and "post-2014" hold a month and a year that do. */
function opensWord(reader: Reader, at: number): boolean {
  const atom = reader.atoms[at];
  const before = reader.atoms[at - 1];
  if (atom === undefined || !atom.glued || before === undefined) return atom !== undefined;
  if (atom.kind === 'mark') return true;
  if (isDash(before)) {
    const first = reader.atoms[at - 2];
    const isMonth = reader.lexicon.months.has(first?.text ?? '');
    return (
      isMonth || !(atom.kind === 'digits' && atom.text.length < 4 && first?.kind === 'word' && before.glued)
    );
  }
  return before.kind === 'mark' && !/^['’]$/.test(before.text);
}

function readAt(reader: Reader, at: number): Parsed | null {
  const plain = longest(reader, at, PLAIN_RULES);
  const part = readPart(reader, at);
  if (part !== null && (plain === null || part.end > plain.end)) return part;
  return plain;
}

/** The first of the longest: rules stand in the order of how sure they are. */
function longest(reader: Reader, at: number, rules: readonly GrammarRule[]): Parsed | null {
  let best: Parsed | null = null;
  for (const rule of rules) {
    const read = rule(reader, at);
    if (read === null || (best !== null && read.end <= best.end)) continue;
    if (reader.atoms[read.end - 1]?.sentence !== reader.atoms[at]?.sentence) continue;
    best = read;
  }
  return best;
}

const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['early', 'START'],
  ['earlier', 'START'],
  ['mid', 'MID'],
  ['late', 'END'],
  ['later', 'END'],
  ['beginning of', 'EDGE-START'],
  ['start of', 'EDGE-START'],
  ['end of', 'EDGE-END'],
  ['close of', 'EDGE-END'],
  ['middle of', 'MID'],
  ['first half of', 'FIRST-HALF'],
  ['second half of', 'SECOND-HALF'],
  ['latter half of', 'SECOND-HALF'],
  ['last half of', 'SECOND-HALF'],
  ['early part of', 'START'],
  ['latter part of', 'END'],
  ['early hours of', 'START'],
  ['late hours of', 'END'],
  ['turn of', 'EDGE-START'],
  ['week of', 'WEEK'],
  ['week beginning', 'WEEK'],
  ['week starting', 'WEEK'],
]);

/** "early last year", "mid-November", "the end of March", "earlier in the day", "late on Sunday". */
function readPart(reader: Reader, at: number): Parsed | null {
  const yearEnd = readYearEnd(reader, at);
  if (yearEnd !== null) return yearEnd;
  const lead = ['the', 'very', 'much'].includes(textAt(reader, at)) ? at + 1 : at;
  const phrase = partPhrase(reader, lead);
  if (phrase === null) return null;
  const word = textAt(reader, lead);
  let from = phrase.end;
  if (isDash(reader.atoms[from])) from++;
  const isCompound = from > phrase.end && lead > at;
  const linked = ['in', 'on'].includes(textAt(reader, from)) && /^(early|earlier|late|later)$/.test(word);
  if (linked) from++;
  const read = longest(reader, from, PLAIN_RULES);
  if (read === null || !isDivisible(read.expression)) return null;
  // "the week of 6 March", but "a week of March rains".
  if (phrase.part === 'WEEK' && !isDay(read.expression) && read.expression.kind !== 'weekday') return null;
  // "the late-November vote": the article belongs to the vote; "the mid-1980s" has one of its own.
  if (isCompound && read.expression.kind !== 'decade') return null;
  // "later in May" is "later" and "in May"; "earlier in the day" and "late on Sunday" are one phrase.
  const isHard = word === 'early' || word === 'late';
  if (linked && !isLinkable(read.expression) && !(isHard && isYear(read.expression))) return null;
  return parsed(at, read.end, 'part', wholeOf(word, phrase.part, read.expression));
}

function partPhrase(reader: Reader, at: number): { readonly part: Part; readonly end: number } | null {
  const edge = ['very', 'calendar'].includes(textAt(reader, at)) ? at + 1 : at;
  const four = phraseEnd(reader, edge, 'early morning hours of');
  if (four !== null) return { part: 'START', end: four };
  const found = lookUp(reader, edge, PARTS);
  return found === null ? null : { part: found.value, end: found.end };
}

/** "earlier this year" is any time of it before now; "early this year" its first months. */
function wholeOf(word: string, part: Part, of: Expression): Expression {
  return word === 'earlier' || word === 'later' ? of : { kind: 'part', part, of };
}

function isDivisible({ kind }: Expression): boolean {
  return !['duration', 'set', 'vague', 'window', 'shift', 'part', 'time'].includes(kind);
}

function isLinkable(expression: Expression): boolean {
  return (
    expression.kind === 'weekday' ||
    expression.kind === 'day' ||
    expression.kind === 'unit' ||
    isDay(expression)
  );
}

function isYear(expression: Expression): boolean {
  return expression.kind === 'date' && expression.month === null && typeof expression.year === 'number';
}

function isDay(expression: Expression): boolean {
  return expression.kind === 'date' && expression.day !== null;
}

/** "year-end", "the year's end". */
function readYearEnd(reader: Reader, at: number): Parsed | null {
  const the = textAt(reader, at) === 'the' ? at + 1 : at;
  if (textAt(reader, the) !== 'year') return null;
  const end =
    phraseEnd(reader, the, "year ' s end") ??
    phraseEnd(reader, the, 'year ’ s end') ??
    phraseEnd(reader, the, 'year - end') ??
    phraseEnd(reader, the, 'year end');
  const year: Expression = { kind: 'unit', unit: 'year', sense: 'this', time: null };
  return end === null ? null : parsed(at, end, 'year-end', { kind: 'part', part: 'EDGE-END', of: year });
}

/** "now", "recently", "the near future", "in the past". */
function readVague(reader: Reader, at: number): Parsed | null {
  const phrase = lookUp(reader, at, VAGUE_PHRASES);
  if (phrase !== null) return parsed(at, phrase.end, 'vague', { kind: 'vague', value: phrase.value });
  const value = reader.lexicon.vague.get(textAt(reader, at));
  if (value === undefined || readUnit(reader, at + 1) !== null) return null;
  if (value !== 'PAST_REF' && value !== 'PRESENT_REF' && value !== 'FUTURE_REF') return null;
  // "as soon as", "sooner": no time of its own.
  if (textAt(reader, at) === 'soon' && ['as', 'too'].includes(textAt(reader, at - 1))) return null;
  return parsed(at, at + 1, 'vague', { kind: 'vague', value });
}

const VAGUE_PHRASES: ReadonlyMap<string, 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'> = new Map([
  ['the future', 'FUTURE_REF'],
  ['the near future', 'FUTURE_REF'],
  ['the past', 'PAST_REF'],
  ['the recent past', 'PAST_REF'],
  ['the distant past', 'PAST_REF'],
  ['these days', 'PRESENT_REF'],
  ['more recently', 'PAST_REF'],
  ['most recently', 'PAST_REF'],
  ['the present', 'PRESENT_REF'],
]);
