import { isDash } from './atoms.ts';
import type { Amount, Expression, Parsed, Sense, Unit } from './expression.ts';
import {
  type GrammarRule,
  isAge,
  isPhrase,
  lookUp,
  parsed,
  phraseEnd,
  type Reader,
  readAmount,
  readSense,
  readUnit,
  textAt,
} from './reader.ts';

/** Units counted and pointed to: "last month", "two days later", "the past three weeks", "every day". */
export const UNIT_RULES: readonly GrammarRule[] = [
  readWindow,
  readPointedUnit,
  readShift,
  readDuration,
  readCompound,
  readBareUnits,
  readYearEarlier,
  readSinceThen,
  readSet,
  readPer,
];

const SIDES: ReadonlyMap<string, 'past' | 'future'> = new Map([
  ['past', 'past'],
  ['last', 'past'],
  ['recent', 'past'],
  ['previous', 'past'],
  ['preceding', 'past'],
  ['next', 'future'],
  ['coming', 'future'],
  ['following', 'future'],
]);

/** "the past two months", "the last few hours", "recent weeks", "the coming days", "the past week". */
function readWindow(reader: Reader, at: number): Parsed | null {
  const the = ['the', 'these', 'this'].includes(textAt(reader, at)) ? at + 1 : at;
  const word = textAt(reader, the);
  const side = SIDES.get(word);
  if (side === undefined) return null;
  const amount = readAmount(reader, the + 1);
  const unit = readUnit(reader, amount?.end ?? the + 1);
  if (unit === null || isAge(reader, unit.end)) return null;
  if (amount === null && !unit.plural && !isSpan(the > at, word)) return null;
  // "could last over a week": the verb.
  if (the === at && word === 'last' && amount !== null && amount.amount.mod !== null) return null;
  const given = amount?.amount ?? { count: unit.plural ? null : 1, mod: null };
  return parsed(at, unitEnd(reader, unit.end), 'window', {
    kind: 'window',
    amount: given,
    unit: unit.unit,
    side,
  });
}

/** "the past week" and "past decade" measure back from now, "last week" names a week of the calendar. */
function isSpan(hasArticle: boolean, word: string): boolean {
  return word === 'past' || (hasArticle && (word === 'last' || word === 'coming'));
}

/** "two years or so", "recent weeks and months". */
function unitEnd(reader: Reader, end: number): number {
  const orSo = phraseEnd(reader, end, 'or so');
  if (orSo !== null) return orSo;
  const other = ['and', 'or'].includes(textAt(reader, end)) ? readUnit(reader, end + 1) : null;
  return other?.plural ? other.end : end;
}

const THE_UNITS: readonly Unit[] = ['week', 'weekend', 'month', 'quarter', 'year', 'decade', 'century'];

/** "last month", "this week", "the following year", "that same day", "the weekend". */
function readPointedUnit(reader: Reader, at: number): Parsed | null {
  const sense = readSense(reader, at);
  if (sense === null) return null;
  const fiscal = [
    'latest',
    'full',
    'entire',
    'whole',
    'fiscal',
    'calendar',
    'business',
    'financial',
    'academic',
  ].includes(textAt(reader, sense.end));
  const unit = readUnit(reader, fiscal ? sense.end + 1 : sense.end);
  if (unit === null || unit.plural || unit.unit === 'second' || unit.unit === 'minute') return null;
  if (isDash(reader.atoms[unit.end]) && reader.atoms[unit.end]?.glued) return null;
  if (sense.sense === 'the' && !isTheUnit(reader, unit.unit, at)) return null;
  // "net income for the year ended 31 March": a year's length, not a year of the calendar.
  const isLength =
    sense.sense === 'the' && unit.unit === 'year' && /^end(ed|ing)$/.test(textAt(reader, unit.end));
  if (isLength) return parsed(at, unit.end, 'duration', { kind: 'duration', amount: ONE, unit: 'year' });
  const isLatest = textAt(reader, sense.end) === 'latest';
  return parsed(at, unit.end, 'pointed-unit', pointedUnit(unit.unit, isLatest ? 'last' : sense.sense));
}

const ONE: Amount = { count: 1, mod: null };

function pointedUnit(unit: Unit, sense: Sense): Expression {
  if (unit === 'night' && sense === 'last') return { kind: 'day', offset: -1, time: { suffix: 'TNI' } };
  if (unit === 'night') return { kind: 'time', time: { suffix: 'TNI' }, sense };
  return { kind: 'unit', unit, sense, time: null };
}

/** "in the day", "of the year", "during the week": a bare "the day" is often a figure of speech. */
function isTheUnit(reader: Reader, unit: Unit, at: number): boolean {
  const before = textAt(reader, at - 1);
  if (unit === 'day')
    return before === 'in' && ['earlier', 'later', 'late', 'early'].includes(textAt(reader, at - 2));
  if (unit === 'weekend' || unit === 'quarter') return true;
  if (!THE_UNITS.includes(unit)) return false;
  if (/^(of|between|when|before|after|that)$/.test(textAt(reader, at + 2))) return false;
  return [
    'in',
    'of',
    'for',
    'during',
    'over',
    'this',
    'by',
    'throughout',
    'later',
    'earlier',
    'through',
    'within',
  ].includes(before);
}

const WAYS: readonly (readonly [string, Extract<Expression, { kind: 'shift' }>['way']])[] = [
  ['ago', 'ago'],
  ['earlier', 'earlier'],
  ['previously', 'earlier'],
  ['later', 'later'],
  ['afterwards', 'later'],
  ['afterward', 'later'],
  ['hence', 'hence'],
  ['from now', 'hence'],
  ['from today', 'hence'],
  ['on', 'on'],
];

/** "two weeks ago", "a year earlier", "Hours later", "year-earlier", "Three days on ,". */
function readShift(reader: Reader, at: number): Parsed | null {
  const just = textAt(reader, at) === 'some' ? at + 1 : at;
  const the = textAt(reader, just) === 'the' && isDash(reader.atoms[just + 2]) ? just + 1 : just;
  const read = readAmount(reader, the);
  const dash = isDash(reader.atoms[read?.end ?? -1]) ? 1 : 0;
  const unit = readUnit(reader, (read?.end ?? the) + dash);
  if (unit === null) return null;
  const from = isDash(reader.atoms[unit.end])
    ? unit.end + 1
    : (phraseEnd(reader, unit.end, 'or so') ?? unit.end);
  for (const [phrase, way] of WAYS) {
    const end = phraseEnd(reader, from, phrase);
    if (end === null || (phrase === 'on' && !endsPhrase(reader, end))) continue;
    if (read === null && !unit.plural && from === unit.end) return null;
    // "a year-earlier profit": the article belongs to the profit.
    if (isDash(reader.atoms[unit.end]) && ['a', 'an'].includes(textAt(reader, at))) return null;
    const amount = read?.amount ?? { count: unit.plural ? null : 1, mod: null };
    return parsed(the === just ? at : the, end, 'shift', { kind: 'shift', amount, unit: unit.unit, way });
  }
  return null;
}

/** "the year-earlier quarter", "the year-ago period": the same stretch one year before. */
function readYearEarlier(reader: Reader, at: number): Parsed | null {
  const the = textAt(reader, at) === 'the' ? at + 1 : at;
  const end = phraseEnd(reader, the, 'year - earlier') ?? phraseEnd(reader, the, 'year - ago');
  if (end === null) return null;
  const ordinal = reader.lexicon.numbers.ordinals.has(textAt(reader, end)) ? end + 1 : end;
  const counted = readAmount(reader, end);
  const last = counted === null ? ordinal : counted.end;
  if (!/^(quarter|period|week|half|months?)$/.test(textAt(reader, last))) return null;
  const amount = { count: 1, mod: null };
  return parsed(at, last + 1, 'year-earlier', { kind: 'shift', amount, unit: 'year', way: 'earlier' });
}

/** "since then" and "… seen in his parish since.": from the day told of up to now. */
function readSinceThen(reader: Reader, at: number): Parsed | null {
  const day = { kind: 'unit', unit: 'day', sense: 'same', time: null } as const;
  if (textAt(reader, at) === 'then' && textAt(reader, at - 1) === 'since')
    return parsed(at, at + 1, 'since-then', day);
  const isAlone = textAt(reader, at) === 'since' && /^[.,;]$/.test(textAt(reader, at + 1));
  return isAlone ? parsed(at, at + 1, 'since-then', day) : null;
}

/** "Three days on, the talks …": "on" ends the phrase only before a mark. */
function endsPhrase(reader: Reader, end: number): boolean {
  return [',', '.', ';'].includes(textAt(reader, end));
}

/** "two weeks", "more than 20 years", "half an hour", "an hour and a half", "the first nine months". */
function readDuration(reader: Reader, at: number): Parsed | null {
  const led = leadOf(reader, at);
  const half = phraseEnd(reader, led, 'half an') ?? phraseEnd(reader, led, 'half a');
  const read = half === null ? readAmount(reader, led) : { amount: { count: 0.5, mod: null }, end: half };
  if (read === null) return null;
  const unit = readUnit(reader, read.end);
  if (unit === null || isAge(reader, unit.end) || !isCounted(reader, at, read.amount, unit)) return null;
  // "a year-earlier profit", "a week-long truce": the article belongs to the noun.
  if (isDash(reader.atoms[unit.end]) && reader.atoms[unit.end]?.glued && /^an?$/.test(textAt(reader, at)))
    return null;
  const more = phraseEnd(reader, unit.end, 'and a half');
  const count = more === null || read.amount.count === null ? read.amount.count : read.amount.count + 0.5;
  return parsed(at, more ?? unitEnd(reader, unit.end), 'duration', {
    kind: 'duration',
    amount: { ...read.amount, count },
    unit: unit.unit,
  });
}

/** "the first nine months", "the two weeks", "another three days". */
function leadOf(reader: Reader, at: number): number {
  const the = ['the', 'its', 'his', 'their', 'these', 'those'].includes(textAt(reader, at)) ? at + 1 : at;
  if (the === at || textAt(reader, at) !== 'the') return at;
  return ['first', 'final', 'opening', 'latest', 'full', 'entire', 'closing'].includes(textAt(reader, the))
    ? the + 1
    : the;
}

/** "a second attack", "a quarter of them", "one night" and the like: what looks like a unit may be another word. */
function isCounted(
  reader: Reader,
  at: number,
  amount: Amount,
  unit: { readonly unit: Unit; readonly end: number; readonly plural: boolean },
): boolean {
  if (!unit.plural && amount.count !== 1 && amount.count !== 0.5 && reader.isPluralNoun(unit.end - 1))
    return false;
  if (unit.plural && amount.count === 1 && textAt(reader, at) === 'a') return false;
  const digits = reader.atoms[unit.end - 2]?.kind === 'digits';
  if (unit.unit === 'second' && !unit.plural) return digits;
  if (unit.unit === 'quarter')
    return textAt(reader, unit.end) !== 'of' && (unit.plural ? amount.count !== 3 : false);
  // "two night watchmen": men, not nights.
  if (unit.unit === 'night' && !unit.plural && amount.count !== 1) return false;
  return !(unit.unit === 'night' && !unit.plural && amount.count === 1 && textAt(reader, unit.end) === '-');
}

/** "two-week", "10-year", "six-month-long", "day-long", "decades-old" is an age. */
function readCompound(reader: Reader, at: number): Parsed | null {
  const lead = readAmount(reader, at);
  const from = lead === null ? at : isDash(reader.atoms[lead.end]) ? lead.end + 1 : -1;
  const unit = from < 0 ? null : readUnit(reader, from);
  if (unit === null || isAge(reader, unit.end)) return null;
  // "about three-quarters of the town": a share.
  if (unit.unit === 'quarter' && unit.plural) return null;
  if (lead !== null && ['a', 'an', 'the'].includes(textAt(reader, at))) return null;
  const long =
    isDash(reader.atoms[unit.end]) && textAt(reader, unit.end + 1) === 'long' ? unit.end + 2 : null;
  if (lead === null && long === null) return null;
  const amount = lead?.amount ?? { count: unit.plural ? null : 1, mod: null };
  return parsed(at, long ?? unit.end, 'compound', { kind: 'duration', amount, unit: unit.unit });
}

/** "for weeks", "Hours after", "days of shelling", "decades of war". */
function readBareUnits(reader: Reader, at: number): Parsed | null {
  const just = textAt(reader, at) === 'mere' ? at + 1 : at;
  const unit = readUnit(reader, just);
  if (unit === null || !unit.plural || unit.unit === 'second' || unit.unit === 'quarter') return null;
  if (isAge(reader, unit.end) || isNumbered(reader, just - 1)) return null;
  // "the years 1955 to 1957" names the years themselves.
  if (unit.unit === 'year' && reader.atoms[unit.end]?.kind === 'digits') return null;
  // "minutes of the meeting", "working hours", "opening hours", "the minutes".
  if (
    unit.unit === 'minute' &&
    ['the', 'of'].some((word) => textAt(reader, just - 1) === word || textAt(reader, unit.end) === word)
  )
    return null;
  if (['the', 'these', 'those'].includes(textAt(reader, just - 1)) && unit.unit === 'hour') return null;
  const amount = { count: null, mod: null };
  return parsed(at, unitEnd(reader, unit.end), 'bare-units', { kind: 'duration', amount, unit: unit.unit });
}

function isNumbered(reader: Reader, before: number): boolean {
  return (
    reader.atoms[before]?.kind === 'digits' &&
    reader.atoms[before]?.sentence === reader.atoms[before + 1]?.sentence
  );
}

const SET_UNITS: Readonly<Record<Unit, string>> = {
  second: 'PT1S',
  minute: 'PT1M',
  hour: 'PT1H',
  day: 'P1D',
  night: 'P1D',
  week: 'P1W',
  weekend: 'P1W',
  fortnight: 'P2W',
  month: 'P1M',
  quarter: 'P1Q',
  year: 'P1Y',
  decade: 'P1DE',
  century: 'P1CE',
};

/** "every day", "each July", "every two weeks", "daily", "Mondays". */
function readSet(reader: Reader, at: number): Parsed | null {
  const text = textAt(reader, at);
  const word = reader.lexicon.sets.get(text);
  // "Daily Mail", "the Weekly": a name.
  if (word !== undefined)
    return reader.atoms[at]?.capital && reader.atoms[at - 1]?.sentence === reader.atoms[at]?.sentence
      ? null
      : parsed(at, at + 1, 'set', { kind: 'set', value: word });
  const weekdays = reader.lexicon.pluralWeekdays.get(text);
  if (weekdays !== undefined)
    return parsed(at, at + 1, 'set', { kind: 'set', value: `XXXX-WXX-${weekdays}` });
  if (text !== 'every' && text !== 'each') return null;
  const amount = readAmount(reader, at + 1);
  const unit = readUnit(reader, amount?.end ?? at + 1);
  if (unit !== null) {
    const count = amount?.amount.count ?? 1;
    return parsed(at, unit.end, 'set', {
      kind: 'set',
      value: SET_UNITS[unit.unit].replace('1', String(count)),
    });
  }
  const next = textAt(reader, at + 1);
  const weekday = reader.lexicon.weekdays.get(next);
  if (weekday !== undefined) return parsed(at, at + 2, 'set', { kind: 'set', value: `XXXX-WXX-${weekday}` });
  const month = reader.lexicon.months.get(next);
  if (month !== undefined)
    return parsed(at, at + 2, 'set', { kind: 'set', value: `XXXX-${String(month).padStart(2, '0')}` });
  const part = reader.lexicon.parts.get(next) ?? reader.lexicon.seasons.get(next);
  if (part === undefined) return null;
  const season = reader.lexicon.seasons.has(next);
  return parsed(at, at + 2, 'set', {
    kind: 'set',
    value: season ? `XXXX-${part}` : `XXXX-XX-XXT${part.replace(/^T/, '')}`,
  });
}

/** "twice a day", "300 sorties a week", "per month": a rate. */
function readPer(reader: Reader, at: number): Parsed | null {
  const text = textAt(reader, at);
  const unit = readUnit(reader, at + 1);
  if (unit === null || unit.plural) return null;
  const set = { kind: 'set', value: SET_UNITS[unit.unit] } as const;
  if (text === 'per') return parsed(at, at + 2, 'rate', set);
  if (text !== 'a' && text !== 'an') return null;
  const isRate = lookUp(reader, at - 1, RATE_WORDS) !== null || isPhrase(reader, at - 1, '%');
  return isRate ? parsed(at, at + 2, 'rate', set) : null;
}

const RATE_WORDS: ReadonlyMap<string, true> = new Map([
  ['once', true],
  ['twice', true],
  ['times', true],
  ['dollars', true],
  ['euros', true],
  ['hours', true],
  ['barrels', true],
  ['people', true],
]);
