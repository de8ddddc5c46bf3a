import { isDash } from './atoms.ts';
import type { DayTime, Expression, Parsed, Sense } from './expression.ts';
import { DATE_RULES } from './grammar-dates.ts';
import { type GrammarRule, lookUp, parsed, phraseEnd, type Reader, readSense, textAt } from './reader.ts';

/** Days pointed to, week days, parts of the day and clock times. */
export const DAY_RULES: readonly GrammarRule[] = [
  readClock,
  readWeekday,
  readPointedDay,
  readPointedPart,
  readBarePart,
  readOvernight,
];

/** Gives the expression with a time of day, where it can carry one. */
export function withTime(expression: Expression, time: DayTime): Expression | null {
  switch (expression.kind) {
    case 'date':
      return expression.day === null ? null : { ...expression, time };
    case 'weekday':
    case 'day':
      return { ...expression, time };
    case 'unit':
      return expression.unit === 'day' ? { ...expression, time } : null;
    default:
      return null;
  }
}

/** "Monday", "last Monday", "Thursday night", "Monday, 21 February 2022". */
function readWeekday(reader: Reader, at: number): Parsed | null {
  const sense = readSense(reader, at);
  const pointed = sense !== null && sense.sense !== 'the' ? sense : null;
  const from = pointed?.end ?? at;
  const name = weekdayAt(reader, from);
  if (name === null) return null;
  const date = dateAfterWeekday(reader, name.end);
  if (date !== null) return parsed(at, date.end, 'weekday-date', date.expression);
  const part = partAfter(reader, name.end);
  return parsed(at, part?.end ?? name.end, 'weekday', {
    kind: 'weekday',
    weekday: name.weekday,
    sense: pointed?.sense ?? null,
    time: part === null ? null : { suffix: part.suffix },
  });
}

function weekdayAt(reader: Reader, at: number): { readonly weekday: number; readonly end: number } | null {
  const text = textAt(reader, at);
  const full = reader.lexicon.weekdays.get(text);
  if (full !== undefined) return { weekday: full, end: at + 1 };
  const short = reader.lexicon.shortWeekdays.get(text);
  // "Sat" and "Sun" are words: the short forms need their full stop.
  if (short === undefined || !reader.atoms[at]?.capital || textAt(reader, at + 1) !== '.') return null;
  return { weekday: short, end: at + 2 };
}

function dateAfterWeekday(reader: Reader, at: number): Parsed | null {
  const comma = textAt(reader, at) === ',' ? at + 1 : at;
  for (const rule of DATE_RULES) {
    const date = rule(reader, comma);
    if (date?.expression.kind === 'date' && date.expression.month !== null && date.expression.day !== null)
      return date;
  }
  return null;
}

function partAfter(reader: Reader, at: number): { readonly suffix: string; readonly end: number } | null {
  const from = isDash(reader.atoms[at]) ? at + 1 : at;
  const early = ['early', 'late', 'mid'].includes(textAt(reader, from)) ? from + 1 : from;
  const dash = isDash(reader.atoms[early]) ? early + 1 : early;
  const part = reader.lexicon.parts.get(textAt(reader, dash));
  return part === undefined ? null : { suffix: `T${part.replace(/^T/, '')}`, end: dash + 1 };
}

/** "today", "yesterday evening", "the day before yesterday". */
function readPointedDay(reader: Reader, at: number): Parsed | null {
  for (const [phrase, offset] of [
    ['the day before yesterday', -2],
    ['the day after tomorrow', 2],
  ] as const) {
    const end = phraseEnd(reader, at, phrase);
    if (end !== null) return parsed(at, end, 'pointed-day', { kind: 'day', offset, time: null });
  }
  const text = textAt(reader, at);
  const day = reader.lexicon.days.get(text);
  if (day === undefined) return null;
  const part = partAfter(reader, at + 1);
  const time = text === 'tonight' ? { suffix: 'TNI' } : part === null ? null : { suffix: part.suffix };
  return parsed(at, part?.end ?? at + 1, 'pointed-day', { kind: 'day', offset: Number(day), time });
}

/** "this morning", "last night", "that night", "the following morning", "the morning of 31 January". */
function readPointedPart(reader: Reader, at: number): Parsed | null {
  const sense = readSense(reader, at);
  if (sense === null) return null;
  const early = ['early', 'late'].includes(textAt(reader, sense.end)) ? sense.end + 1 : sense.end;
  const part = reader.lexicon.parts.get(textAt(reader, early));
  if (part === undefined) return null;
  const time = { suffix: `T${part.replace(/^T/, '')}` };
  const hours = textAt(reader, early + 1) === 'hours' ? early + 2 : early + 1;
  const dated = dateAfterPart(reader, hours, time);
  if (dated !== null) return parsed(at, dated.end, 'part-of-day', dated.expression);
  if (
    sense.sense === 'the' &&
    ![
      'in',
      'during',
      'through',
      'of',
      'by',
      'later',
      'into',
      'over',
      'for',
      'throughout',
      'overnight',
    ].includes(textAt(reader, at - 1))
  )
    return null;
  return parsed(at, hours, 'part-of-day', pointedPart(sense.sense, time));
}

function pointedPart(sense: Sense, time: DayTime): Expression {
  switch (sense) {
    case 'this':
      return { kind: 'day', offset: 0, time };
    case 'last':
      return { kind: 'day', offset: -1, time };
    case 'next':
    case 'following':
      return { kind: 'unit', unit: 'day', sense: 'following', time };
    case 'previous':
      return { kind: 'unit', unit: 'day', sense: 'previous', time };
    default:
      return { kind: 'time', time, sense };
  }
}

/** "of 31 January", "on Monday", or the date itself: a time of day takes the date that follows it. */
function dateAfterPart(
  reader: Reader,
  at: number,
  time: DayTime,
): { readonly end: number; readonly expression: Expression } | null {
  const word = textAt(reader, at);
  const from = word === 'of' || word === ',' || word === 'on' ? at + 1 : at;
  for (const rule of [...DATE_RULES, readWeekday, readPointedDay]) {
    const date = rule(reader, from);
    const timed = date === null ? null : withTime(date.expression, time);
    // "dawn on Wednesday" is two expressions in TIMEX3, but the dawn is that Wednesday's.
    if (date !== null && timed !== null) return { end: word === 'on' ? at : date.end, expression: timed };
  }
  return null;
}

const BARE_PARTS = [
  'noon',
  'midnight',
  'midday',
  'dawn',
  'dusk',
  'nightfall',
  'daybreak',
  'sunrise',
  'sunset',
  'sundown',
];

/** "noon", "midnight Friday", "at night", "mid-afternoon". */
function readBarePart(reader: Reader, at: number): Parsed | null {
  const mid = textAt(reader, at) === 'mid' ? (isDash(reader.atoms[at + 1]) ? at + 2 : at + 1) : at;
  const text = textAt(reader, mid);
  const part = reader.lexicon.parts.get(text);
  if (part === undefined) return null;
  const time = { suffix: `T${part.replace(/^T/, '')}` };
  const dated = dateAfterPart(reader, mid + 1, time);
  if (dated !== null) return parsed(at, dated.end, 'part-of-day', dated.expression);
  const led = ['at', 'by', 'every', 'before', 'after', 'until', 'since'].includes(textAt(reader, at - 1));
  if (mid === at && !BARE_PARTS.includes(text) && !led) return null;
  // "Golden Dawn", "a new dawn": a name or a figure of speech.
  if (reader.atoms[mid]?.capital && reader.atoms[mid - 1]?.capital) return null;
  return parsed(at, mid + 1, 'part-of-day', { kind: 'time', time, sense: null });
}

/** "overnight": the night that ends on the day told of. */
function readOvernight(reader: Reader, at: number): Parsed | null {
  if (textAt(reader, at) !== 'overnight') return null;
  const dated = dateAfterPart(reader, at + 1, { suffix: 'TNI' });
  if (dated !== null) return parsed(at, dated.end, 'overnight', dated.expression);
  return parsed(at, at + 1, 'overnight', { kind: 'time', time: { suffix: 'TNI' }, sense: 'last' });
}

/** "10:30 a.m.", "10.30am", "0900 GMT", "half past ten", "5 p.m. EST, Nov. 6". */
function readClock(reader: Reader, at: number): Parsed | null {
  const qualifier = ['about', 'around', 'roughly', 'approximately', 'exactly', 'shortly'].includes(
    textAt(reader, at),
  )
    ? at + 1
    : at;
  const clock = digitalClock(reader, qualifier) ?? spokenClock(reader, qualifier);
  if (clock === null) return null;
  const zone = zoneAfter(reader, clock.end);
  const time = { suffix: `${clock.suffix}${zone?.offset ?? ''}` };
  const end = zone?.end ?? clock.end;
  const dated = dateAfterPart(reader, end, time);
  if (dated !== null) return parsed(at, dated.end, 'clock', dated.expression);
  return parsed(at, end, 'clock', { kind: 'time', time, sense: null });
}

interface Clock {
  readonly suffix: string;
  readonly end: number;
}

function digitalClock(reader: Reader, at: number): Clock | null {
  const first = reader.atoms[at];
  if (first?.kind !== 'digits') return null;
  if (first.text.length === 4) return militaryClock(reader, at);
  const hour = Number(first.text);
  const minute = minuteAfter(reader, at + 1);
  const end = minute?.end ?? at + 1;
  const half = meridiem(reader, end);
  if (first.text.length > 2 || hour > 24) return null;
  if (half !== null)
    return {
      suffix: clockSuffix(half.afternoon ? (hour % 12) + 12 : hour % 12, minute?.minute ?? 0),
      end: half.end,
    };
  const clock = phraseEnd(reader, end, "o ' clock") ?? phraseEnd(reader, end, 'o ’ clock');
  if (clock !== null) return { suffix: clockSuffix(hour, 0), end: clock };
  if (minute === null) return null;
  // A score or a ratio has a colon too; "10.30" without a.m. needs a zone or "at" before it.
  const sure =
    minute.mark === ':' ||
    (['at', 'around', 'about', 'by'].includes(textAt(reader, at - 1)) && zoneAfter(reader, end) !== null);
  return sure ? { suffix: clockSuffix(hour, minute.minute), end } : null;
}

function clockSuffix(hour: number, minute: number): string {
  return `T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function minuteAfter(
  reader: Reader,
  at: number,
): { readonly minute: number; readonly end: number; readonly mark: string } | null {
  const mark = reader.atoms[at];
  const minute = reader.atoms[at + 1];
  if (!mark?.glued || !minute?.glued || !/^[:.]$/.test(mark.text) || !/^[0-5]\d$/.test(minute.text))
    return null;
  const seconds = textAt(reader, at + 2) === ':' && /^\d\d$/.test(textAt(reader, at + 3));
  return { minute: Number(minute.text), end: seconds ? at + 4 : at + 2, mark: mark.text };
}

/** "0900 GMT", "1337EDT", "0900 hours". */
function militaryClock(reader: Reader, at: number): Clock | null {
  const text = textAt(reader, at);
  const isHours = ['hours', 'hrs'].includes(textAt(reader, at + 1)) && text.startsWith('0');
  if (!/^([01]\d|2[0-4])[0-5]\d$/.test(text) || (!isHours && zoneAfter(reader, at + 1) === null)) return null;
  return {
    suffix: clockSuffix(Number(text.slice(0, 2)), Number(text.slice(2))),
    end: isHours ? at + 2 : at + 1,
  };
}

function meridiem(reader: Reader, at: number): { readonly afternoon: boolean; readonly end: number } | null {
  const text = textAt(reader, at);
  if (text === 'am' || text === 'pm') return { afternoon: text === 'pm', end: at + 1 };
  if ((text === 'a' || text === 'p') && textAt(reader, at + 1) === '.' && textAt(reader, at + 2) === 'm') {
    return { afternoon: text === 'p', end: textAt(reader, at + 3) === '.' ? at + 4 : at + 3 };
  }
  for (const [phrase, afternoon] of [
    ['in the morning', false],
    ['in the afternoon', true],
    ['in the evening', true],
  ] as const) {
    const end = phraseEnd(reader, at, phrase);
    if (end !== null) return { afternoon, end };
  }
  return null;
}

function zoneAfter(reader: Reader, at: number): { readonly offset: string; readonly end: number } | null {
  const local = phraseEnd(reader, at, 'local time') ?? phraseEnd(reader, at, 'local');
  if (local !== null) return { offset: '', end: local };
  const offset = reader.lexicon.zones.get(textAt(reader, at));
  if (offset === undefined || !reader.atoms[at]?.capital) return null;
  // A digit-free "Z" or "CAT" in lower case would be a word.
  return { offset, end: at + 1 };
}

/** "half past ten", "quarter to five", "ten o'clock". */
function spokenClock(reader: Reader, at: number): Clock | null {
  const hourWords = reader.lexicon.numbers.units;
  const hour = hourWords.get(textAt(reader, at));
  if (hour !== undefined) {
    const end = phraseEnd(reader, at + 1, "o ' clock") ?? phraseEnd(reader, at + 1, 'o ’ clock');
    return end === null ? null : { suffix: clockSuffix(hour, 0), end };
  }
  const a = textAt(reader, at) === 'a' ? at + 1 : at;
  const fraction = lookUp(reader, a, FRACTIONS);
  if (fraction === null) return null;
  const of =
    hourWords.get(textAt(reader, fraction.end)) ?? Number(textAt(reader, fraction.end) || Number.NaN);
  if (!(of >= 1 && of <= 12)) return null;
  const minutes = (of * 60 + fraction.value + 1440) % 1440;
  return { suffix: clockSuffix(Math.floor(minutes / 60), minutes % 60), end: fraction.end + 1 };
}

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half past', 30],
  ['quarter past', 15],
  ['quarter to', -15],
]);
