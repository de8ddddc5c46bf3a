import { isApostrophe, isDash } from './atoms.ts';
import type { Expression, Parsed, YearRef } from './expression.ts';
import {
  type GrammarRule,
  lookUp,
  parsed,
  type Reader,
  readMonth,
  readMonthDay,
  readSense,
  readSpelledYear,
  readYear,
  readYearRef,
  textAt,
} from './reader.ts';

/** Dates that name a day, a month, a season, a quarter, a year, a decade or a century. */
export const DATE_RULES: readonly GrammarRule[] = [
  readNumericDate,
  readMonthFirst,
  readDayFirst,
  readPointedMonth,
  readQuarter,
  readSeason,
  readDecade,
  readCentury,
  readPlainYear,
  readHoliday,
];

function dateOf(year: YearRef, month: number | null, day: number | null): Expression {
  return { kind: 'date', year, month, day, time: null };
}

/** "February 21, 2022", "Feb. 21", "February 2022", "May". */
function readMonthFirst(reader: Reader, at: number): Parsed | null {
  const month = readMonth(reader, at);
  if (month === null) return null;
  const year = readYearRef(reader, month.end);
  if (year !== null && !isRange(reader, month.end)) {
    return parsed(at, year.end, 'month-year', dateOf(year.year, month.month, null));
  }
  const the = textAt(reader, month.end) === 'the' ? 1 : 0;
  const day = readMonthDay(reader, month.end + the);
  if (day !== null && (the === 0 || day.ordinal) && !isClock(reader, day.end)) {
    const ofYear = readYearRef(reader, day.end);
    const end = ofYear?.end ?? day.end;
    return parsed(at, end, 'month-day', dateOf(ofYear?.year ?? null, month.month, day.day));
  }
  if (isOtherWord(reader, at)) return null;
  return parsed(at, month.end, 'month', dateOf(null, month.month, null));
}

/** A figure that is a day of the month in "March 10 of last year" is not one in "March 2022". */
function isRange(reader: Reader, at: number): boolean {
  return reader.atoms[at]?.kind === 'digits' && (reader.atoms[at]?.text.length ?? 0) < 3;
}

function isClock(reader: Reader, end: number): boolean {
  return (
    textAt(reader, end) === ':' &&
    reader.atoms[end + 1]?.kind === 'digits' &&
    reader.atoms[end + 1]?.glued === true
  );
}

/** "May" opens a sentence as a verb, "March" is a march, "Mar" a name: they need a word before them that takes a month. */
function isOtherWord(reader: Reader, at: number): boolean {
  const text = textAt(reader, at);
  if (text === 'may' || text === 'march') {
    const before = textAt(reader, at - 1);
    const opens = [
      'in',
      'since',
      'of',
      'by',
      'until',
      'till',
      'from',
      'to',
      'and',
      'early',
      'late',
      'last',
      'next',
      'this',
      'through',
      'during',
      'before',
      'after',
      'between',
      'for',
      '-',
      ',',
      'or',
      'every',
      'each',
      'mid',
    ];
    return !opens.includes(before);
  }
  const isShort = !reader.lexicon.months.has(text);
  return isShort && (text === 'mar' || text === 'jan') && textAt(reader, at + 1) !== '.';
}

/** "21 February 2022", "the 21st of February", "3 May". */
function readDayFirst(reader: Reader, at: number): Parsed | null {
  const from = textAt(reader, at) === 'the' ? at + 1 : at;
  const day = readMonthDay(reader, from);
  if (day === null) return null;
  const of = textAt(reader, day.end) === 'of' ? day.end + 1 : day.end;
  const month = readMonth(reader, of);
  if (month === null) {
    // "on the 21st": a day of the month that the text is in.
    if (from === at || !day.ordinal || reader.atoms[from]?.kind !== 'digits' || isNounNext(reader, day.end))
      return null;
    return parsed(at, day.end, 'day-of-month', dateOf('same', null, day.day));
  }
  // "5 May 2 2022" does not exist; "the second May" is not a day.
  if (reader.atoms[from]?.kind === 'word' && of === day.end) return null;
  const year = readYearRef(reader, month.end);
  return parsed(at, year?.end ?? month.end, 'day-month', dateOf(year?.year ?? null, month.month, day.day));
}

/** "the 21st century", "the 49th Parallel": an ordinal before a noun is no day. */
function isNounNext(reader: Reader, at: number): boolean {
  const atom = reader.atoms[at];
  if (atom === undefined || atom.kind !== 'word') return isDash(atom);
  const tag = reader.tagOf(at);
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || tag === 'NUM' || tag === null;
}

/** "last August", "this September", "the previous May". */
function readPointedMonth(reader: Reader, at: number): Parsed | null {
  const sense = readSense(reader, at);
  if (sense === null || sense.sense === 'the') return null;
  const month = readMonth(reader, sense.end);
  if (month === null) return null;
  const day = readYear(reader, month.end) === null ? readMonthDay(reader, month.end) : null;
  return parsed(at, day?.end ?? month.end, 'pointed-month', {
    kind: 'date',
    year: null,
    month: month.month,
    day: day?.day ?? null,
    time: null,
    pointed: sense.sense,
  });
}

/** "2022-02-21", "21.02.2022", "10/30/89". A slash puts the month first unless that cannot be. */
function readNumericDate(reader: Reader, at: number): Parsed | null {
  const parts = [0, 2, 4].map((step) => reader.atoms[at + step]);
  const marks = [1, 3].map((step) => reader.atoms[at + step]);
  if (parts.some((atom) => atom?.kind !== 'digits') || marks.some((atom) => !atom?.glued)) return null;
  if (marks[0]?.text !== marks[1]?.text || !/^[-/.]$/.test(marks[0]?.text ?? '')) return null;
  if (reader.atoms[at]?.glued && /^[-/.]$/.test(textAt(reader, at - 1))) return null;
  const [a, b, c] = parts.map((atom) => atom?.text ?? '') as [string, string, string];
  const date = numericDate([a, b, c], marks[0]?.text ?? '');
  return date === null ? null : parsed(at, at + 5, 'numeric', date);
}

function numericDate([a, b, c]: readonly [string, string, string], mark: string): Expression | null {
  if (a.length === 4) return validDate(Number(a), Number(b), Number(c));
  if (c.length !== 4 && c.length !== 2) return null;
  // Two figures up to 30 are this century's: "10/30/89" is 1989, "3/5/22" is 2022.
  const year = c.length === 4 ? Number(c) : Number(c) + (Number(c) <= 30 ? 2000 : 1900);
  const dayFirst = mark === '.' || Number(a) > 12;
  return dayFirst ? validDate(year, Number(b), Number(a)) : validDate(year, Number(a), Number(b));
}

function validDate(year: number, month: number, day: number): Expression | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? dateOf(year, month, day) : null;
}

/** "the third quarter of 2014", "third-quarter", "this year's first quarter", "the first half of last year". */
function readQuarter(reader: Reader, at: number): Parsed | null {
  let from = textAt(reader, at) === 'the' ? at + 1 : at;
  const isLed = /^(in|of|,)$/.test(textAt(reader, at));
  const owner = from > at ? readYear(reader, from) : isLed ? null : readYearRef(reader, at);
  if (owner !== null) from = textAt(reader, owner.end + 1) === 's' ? owner.end + 2 : owner.end;
  if (textAt(reader, from) === 'fiscal') from = isDash(reader.atoms[from + 1]) ? from + 2 : from + 1;
  const ordinal = reader.lexicon.numbers.ordinals.get(textAt(reader, from));
  if (ordinal === undefined || ordinal > 4) return null;
  const unit = isDash(reader.atoms[from + 1]) ? from + 2 : from + 1;
  const isHalf = textAt(reader, unit) === 'half';
  if (!isHalf && textAt(reader, unit) !== 'quarter') return null;
  // "the third-quarter loss": the article belongs to the loss.
  if (isDash(reader.atoms[from + 1]) && textAt(reader, at) === 'the') return null;
  const year = readYearRef(reader, unit + 1);
  const of: YearRef = owner?.year ?? year?.year ?? null;
  const end = owner === null ? (year?.end ?? unit + 1) : unit + 1;
  // "the second half" alone is a football match or a half of anything.
  if (isHalf)
    return of === null || ordinal > 2
      ? null
      : parsed(at, end, 'half', { kind: 'half', half: ordinal === 1 ? 1 : 2, year: of });
  return parsed(at, end, 'quarter', { kind: 'quarter', quarter: ordinal, year: of });
}

/** "the spring of 2014", "last winter", "summer 2016", "in the autumn". */
function readSeason(reader: Reader, at: number): Parsed | null {
  const sense = readSense(reader, at);
  const from = sense?.end ?? at;
  const season = reader.lexicon.seasons.get(textAt(reader, from));
  if (season !== 'SP' && season !== 'SU' && season !== 'FA' && season !== 'WI') return null;
  const year = readYearRef(reader, from + 1);
  if (year !== null) return parsed(at, year.end, 'season', { kind: 'season', season, year: year.year });
  // "the fall of Kabul", "a hot spring", "to fall": without a year, the season needs a word that points to it.
  const led = [
    'in',
    'since',
    'by',
    'until',
    'during',
    'before',
    'after',
    'early',
    'late',
    'mid',
    'of',
    '-',
    'over',
  ];
  const pointed = sense !== null && (sense.sense !== 'the' || led.includes(textAt(reader, at - 1)));
  const isPlain = (season === 'WI' || season === 'SU') && !reader.atoms[from]?.capital;
  const isLed = led.includes(textAt(reader, at - 1)) && textAt(reader, from) !== 'fall';
  const bare = sense === null && (isPlain || isLed);
  if ((!pointed && !bare) || textAt(reader, from + 1) === 'of') return null;
  const which = sense === null || sense.sense === 'the' ? {} : { pointed: sense.sense };
  return parsed(at, from + 1, 'season', { kind: 'season', season, year: null, ...which });
}

/** "1990s", "the '90s", "the nineties". */
function readDecade(reader: Reader, at: number): Parsed | null {
  let from = textAt(reader, at) === 'the' ? at + 1 : at;
  const spelled = DECADES.get(textAt(reader, from));
  if (spelled !== undefined && from > at)
    return parsed(at, from + 1, 'decade', { kind: 'decade', year: spelled });
  if (isApostrophe(reader.atoms[from])) from++;
  const text = textAt(reader, from);
  const after = isApostrophe(reader.atoms[from + 1]) ? from + 2 : from + 1;
  if (!/^(\d\d)?\d0$/.test(text) || textAt(reader, after) !== 's' || !reader.atoms[after]?.glued) return null;
  // "in his 60s" and "in the 80s" (degrees) are told apart by the apostrophe or the century.
  if (text.length === 2 && !isApostrophe(reader.atoms[from - 1]) && textAt(reader, from - 1) !== 'the')
    return null;
  const year = text.length === 4 ? Number(text) : 1900 + Number(text);
  return parsed(at, after + 1, 'decade', { kind: 'decade', year });
}

const DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 1920],
  ['thirties', 1930],
  ['forties', 1940],
  ['fifties', 1950],
  ['sixties', 1960],
  ['seventies', 1970],
  ['eighties', 1980],
  ['nineties', 1990],
]);

/** "the 20th century", "the nineteenth century". */
function readCentury(reader: Reader, at: number): Parsed | null {
  const from = textAt(reader, at) === 'the' ? at + 1 : at;
  const ordinal = readMonthDay(reader, from);
  if (ordinal === null || !ordinal.ordinal) return null;
  const unit = isDash(reader.atoms[ordinal.end]) ? ordinal.end + 1 : ordinal.end;
  if (textAt(reader, unit) !== 'century') return null;
  return parsed(at, unit + 1, 'century', { kind: 'century', century: ordinal.day });
}

const BEFORE_YEAR = [
  'in',
  'since',
  'of',
  'by',
  'until',
  'till',
  'from',
  'during',
  'before',
  'after',
  'between',
  'year',
  'early',
  'late',
  'mid',
  'fiscal',
  '(',
  'to',
  'through',
  'and',
  'circa',
  'about',
  'around',
];

/** "2014", "the year 2000", "fiscal 1990", "'89", "480 BC". */
function readPlainYear(reader: Reader, at: number): Parsed | null {
  let from = at;
  if (textAt(reader, from) === 'the' && textAt(reader, from + 1) === 'year') from += 2;
  else if (textAt(reader, from) === 'fiscal') from += textAt(reader, from + 1) === 'year' ? 2 : 1;
  if (
    isApostrophe(reader.atoms[from]) &&
    /^\d\d$/.test(textAt(reader, from + 1)) &&
    reader.atoms[from + 1]?.glued &&
    !reader.atoms[from]?.glued
  ) {
    const short = Number(textAt(reader, from + 1));
    return textAt(reader, from + 2) === 's'
      ? null
      : parsed(at, from + 2, 'year', dateOf(short + (short <= 30 ? 2000 : 1900), null, null));
  }
  const year = readYear(reader, from) ?? readSpelledYear(reader, from);
  // "two thousand men" are men; "the year two thousand" is a year.
  if (year !== null && from === at && textAt(reader, at) === 'two') return null;
  const period = from === at && textAt(reader, at) === 'the' ? readYear(reader, at + 1) : null;
  // "the 1988 period", "the 2014 quarter".
  if (period !== null && ['period', 'quarter'].includes(textAt(reader, period.end))) {
    return parsed(at, period.end + 1, 'year', dateOf(period.year, null, null));
  }
  if (year === null || (from === at && !isYear(reader, at, year.year))) return null;
  return parsed(at, year.end, 'year', dateOf(year.year, null, null));
}

/** "killed 2014 people" counts people, "the 2014 conflict" dates one. */
function isYear(reader: Reader, at: number, year: number): boolean {
  if (year < 0 || BEFORE_YEAR.includes(textAt(reader, at - 1))) return !isCounted(reader, at);
  if (isDash(reader.atoms[at - 1]) && reader.atoms[at - 2]?.kind === 'digits') return true;
  if (year < 1500 || year > 2100) return isDash(reader.atoms[at - 1]) || isDash(reader.atoms[at + 1]);
  if (year < 1800 && textAt(reader, at - 1) !== 'the') return false;
  return !isCounted(reader, at);
}

const DETERMINERS = ['the', 'its', 'their', 'his', 'her', 'this', 's', 'a'];

function isCounted(reader: Reader, at: number): boolean {
  const next = reader.atoms[at + 1];
  if (next?.kind !== 'word' || DETERMINERS.includes(textAt(reader, at - 1))) return false;
  if (
    reader.lexicon.pluralUnits.has(next.text) ||
    /^(people|troops|soldiers|men|women|km|kilometres|miles|metres|feet)$/.test(next.text)
  )
    return true;
  return reader.isPluralNoun(at + 1) && !['in', 'since', 'by', 'until'].includes(textAt(reader, at - 1));
}

/** "Christmas", "last Easter", "New Year's Eve 2015". */
function readHoliday(reader: Reader, at: number): Parsed | null {
  const sense = readSense(reader, at);
  const from = sense !== null && sense.sense !== 'the' ? sense.end : at;
  if (!reader.atoms[from]?.capital) return null;
  const name = holidayAt(reader, from);
  if (name === null) return null;
  const year = readYearRef(reader, name.end);
  const which = sense !== null && from > at ? { pointed: sense.sense } : {};
  const end = year?.end ?? name.end;
  return parsed(at, end, 'holiday', { kind: 'holiday', name: name.key, year: year?.year ?? null, ...which });
}

function holidayAt(reader: Reader, at: number): { readonly key: string; readonly end: number } | null {
  const plain = lookUp(reader, at, reader.lexicon.holidays);
  const words: string[] = [];
  let best: { readonly key: string; readonly end: number } | null = null;
  // Names with a mark inside ("New Year's Day", "Eid al-Fitr") are joined as they are written.
  for (let end = at; end < at + 6 && reader.atoms[end] !== undefined; end++) {
    const atom = reader.atoms[end];
    words.push((atom?.glued || end === at ? '' : ' ') + (isApostrophe(atom) ? "'" : (atom?.text ?? '')));
    const key = words.join('');
    if (reader.lexicon.holidays.has(key)) best = { key, end: end + 1 };
  }
  if (best !== null) return best;
  return plain === null
    ? null
    : {
        key: reader.atoms
          .slice(at, plain.end)
          .map((atom) => atom.text)
          .join(' '),
        end: plain.end,
      };
}
