import type { TimeMention } from '../../document/mention-layers.ts';
import { type Anchor, toldDay, toldTime } from './anchor.ts';
import { civilDate, dayPeriod, isoDate, monthPeriod, type Period } from './calendar.ts';
import { durationValue, unitDays } from './durations.ts';
import type { Amount, Expression, Part, Unit } from './expression.ts';
import type { TimeLexicon } from './lexicon.ts';
import { placeOnCalendar } from './place.ts';
import { isWithinDay, shiftFrom } from './shift.ts';

/** What the words before or after a time make of it: "since Monday" runs up to now. */
export type Relation = 'since' | 'until' | 'by' | 'before' | 'after' | 'within' | 'in' | 'on-from' | 'ended';

/** A range of days, inclusive, counted from 1970-01-01; an open end is null. */
export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

/** A time expression put on the calendar. */
export interface Resolved {
  readonly type: TimeMention['type'];
  readonly value: string | null;
  readonly range: Range;
  /** What the text now tells of; null where it names no stretch of the calendar. */
  readonly period: Period | null;
}

const NO_RANGE: Range = { from: null, to: null };

/** Gives the TIMEX3 type and value of an expression, and the days that it means in its context. */
export function resolveTime(
  expression: Expression,
  relation: Relation | null,
  context: Anchor,
  lexicon: TimeLexicon,
): Resolved {
  const anchor = anchorFor(relation, context);
  switch (expression.kind) {
    case 'set':
      return { type: 'SET', value: expression.value, range: NO_RANGE, period: null };
    case 'duration':
      return resolveDuration(expression, relation, anchor);
    case 'window':
      return resolveWindow(expression, anchor);
    case 'vague':
      return resolveVague(expression.value, anchor);
    default:
      return resolvePoint(expression, relation, anchor, lexicon);
  }
}

/** What has begun does not lie ahead; "if the truce holds until Easter": in the present tense an end does. */
function anchorFor(relation: Relation | null, anchor: Anchor): Anchor {
  if (relation === 'since' || relation === 'ended') return { ...anchor, direction: 'past', begun: true };
  return anchor.direction === 'present' && isEnd(relation) ? { ...anchor, direction: 'future' } : anchor;
}

function isEnd(relation: Relation | null): boolean {
  return relation === 'until' || relation === 'by' || relation === 'before';
}

function resolveVague(value: string, { publication }: Anchor): Resolved {
  const day = value === 'PRESENT_REF' ? publication : null;
  return { type: 'DATE', value, range: { from: day, to: day }, period: null };
}

function resolvePoint(
  expression: Expression,
  relation: Relation | null,
  anchor: Anchor,
  lexicon: TimeLexicon,
): Resolved {
  const period = placeOnCalendar(expression, anchor, lexicon);
  const suffix = suffixOf(expression);
  const type = suffix === null ? 'DATE' : 'TIME';
  if (period === null) return { type, value: vagueShift(expression), range: NO_RANGE, period: null };
  const opened = expression.kind === 'shift' && expression.way === 'on' ? toldTime(anchor) : null;
  const narrowed = clipped(expression, partRange(expression, period), anchor);
  const value =
    suffix !== null && period.unit === 'day' ? `${period.value}${suffix}` : periodValue(expression, period);
  // "Nobody fired until noon": an hour ends what was of its day.
  const isHour = suffix !== null && relation === 'until' && anchor.direction === 'past';
  const range = isHour ? narrowed : related(narrowed, relation, anchor);
  return { type, value, range: opened === null ? range : { from: opened.from, to: range.to }, period };
}

/** "several years ago" has no date, but TIMEX3 still says that it is past. */
function vagueShift(expression: Expression): string | null {
  if (expression.kind !== 'shift' || expression.amount.count !== null) return null;
  return expression.way === 'ago' || expression.way === 'earlier' ? 'PAST_REF' : 'FUTURE_REF';
}

function suffixOf(expression: Expression): string | null {
  switch (expression.kind) {
    case 'time':
      return expression.time.suffix;
    case 'date':
    case 'weekday':
    case 'day':
    case 'unit':
      return expression.time?.suffix ?? null;
    case 'part':
      return suffixOf(expression.of);
    default:
      return null;
  }
}

/** "the first half of 1989" has a value of its own in TIMEX3; other parts keep the value of the whole. */
function periodValue(expression: Expression, period: Period): string {
  if (expression.kind !== 'part' || period.unit !== 'year') return period.value;
  if (expression.part === 'FIRST-HALF') return `${period.value}-H1`;
  return expression.part === 'SECOND-HALF' ? `${period.value}-H2` : period.value;
}

/** Parts of a day stay on that day; of anything longer they take thirds, halves or edges. */
function partRange(
  expression: Expression,
  { unit, from, to }: Period,
): { readonly from: number; readonly to: number } {
  // "overnight" is the night that ends on the day.
  if (expression.kind === 'time' && expression.sense === 'last') return { from: from - 1, to };
  if (expression.kind !== 'part' || unit === 'day') return { from, to };
  const [start, end] =
    unit === 'month' ? monthShare(expression.part, to - from + 1) : SHARES[expression.part];
  // Shares of a year and of a decade end with a month, as "early last year" does with April.
  if (to - from > 300) {
    const months = Math.round((to - from + 1) / 30.44);
    return {
      from: monthFrom(from, Math.round(start * months)),
      to: monthFrom(from, Math.round(end * months)) - 1,
    };
  }
  const length = to - from + 1;
  return { from: from + Math.round(start * length), to: from + Math.round(end * length) - 1 };
}

/** Gives the first day of the month that is so many months after the month of a day. */
function monthFrom(day: number, months: number): number {
  const { year, month } = civilDate(day);
  return monthPeriod(year, month + months).from;
}

/** Shares of a whole, chosen so that "early 2014" is January to April and "late 2014" September to December. */
const SHARES: Readonly<Record<Part, readonly [number, number]>> = {
  START: [0, 1 / 3],
  MID: [1 / 3, 2 / 3],
  END: [2 / 3, 1],
  'FIRST-HALF': [0, 1 / 2],
  'SECOND-HALF': [1 / 2, 1],
  'EDGE-START': [0, 1 / 12],
  'EDGE-END': [11 / 12, 1],
  WEEK: [0, 1],
};

/** "late February" begins on the 21st, "the end of March" is its last week. */
function monthShare(part: Part, length: number): readonly [number, number] {
  switch (part) {
    case 'START':
      return [0, 10 / length];
    case 'MID':
      return [10 / length, 20 / length];
    case 'END':
      return [20 / length, 1];
    case 'EDGE-START':
      return [0, 7 / length];
    case 'EDGE-END':
      return [1 - 7 / length, 1];
    default:
      return SHARES[part];
  }
}

/** "this month" is over today in the past tense and begins today in the future. */
function clipped(
  expression: Expression,
  range: { readonly from: number; readonly to: number },
  anchor: Anchor,
): Range {
  const whole = expression.kind === 'part' ? expression.of : expression;
  const pointed = 'pointed' in whole ? whole.pointed : whole.kind === 'unit' ? whole.sense : null;
  const { publication, direction } = anchor;
  if ((pointed !== 'this' && pointed !== 'the') || publication === null) return range;
  if (publication < range.from || publication > range.to) return range;
  if (direction === 'future') return { from: publication, to: range.to };
  return direction === 'past' ? { from: range.from, to: publication } : range;
}

/** "since 2021" runs up to publication, "until 1962" from what was told before, "by 2026" from publication. */
function related(range: Range, relation: Relation | null, anchor: Anchor): Range {
  const { publication, direction } = anchor;
  switch (relation) {
    case 'since':
      return { from: range.from, to: publication };
    case 'until':
      return { from: startBefore(range, anchor), to: range.to };
    case 'by':
      return isAhead(range, publication) ? { from: publication, to: range.to } : range;
    case 'before': {
      if (range.from === null || isSingleDay(range)) return range;
      const last = range.from - 1;
      return publication !== null && publication <= last
        ? { from: publication, to: last }
        : { from: null, to: last };
    }
    case 'after':
      if (direction === 'future' || publication === null || !isLongPast(range, publication)) return range;
      return { from: range.from, to: publication };
    default:
      return range;
  }
}

/** "after the 2014 conflict" runs on from then; "after last week's raid" and "after Monday" are days soon after. */
function isLongPast({ from, to }: Range, publication: number): boolean {
  return from !== null && to !== null && to <= publication && to - from > 90;
}

function isAhead(range: Range, publication: number | null): boolean {
  return publication !== null && range.to !== null && range.to > publication && !isSingleDay(range);
}

function isSingleDay({ from, to }: Range): boolean {
  return from === to;
}

function startBefore({ from, to }: Range, { publication, narrative }: Anchor): number | null {
  if (publication !== null && to !== null && to > publication) return publication;
  if (narrative !== null && from !== null && narrative.from < from) return narrative.from;
  return null;
}

/** "within 48 hours", "two days after", "in three weeks": a duration that is laid against a day. */
function resolveDuration(
  { amount, unit }: { readonly amount: Amount; readonly unit: Unit },
  relation: Relation | null,
  anchor: Anchor,
): Resolved {
  const value = durationValue(amount, unit);
  const none = { type: 'DURATION', value, period: null } as const;
  const told = toldTime(anchor);
  if (
    relation === 'in' &&
    anchor.direction === 'future' &&
    anchor.publication !== null &&
    amount.count !== null
  ) {
    const day = anchor.publication + Math.floor(amount.count * unitDays(unit));
    return { ...none, range: { from: day, to: day } };
  }
  if (told === null || relation === null || relation === 'in') return { ...none, range: NO_RANGE };
  if (relation === 'within') return { ...none, range: within(countedFrom(told, anchor), amount, unit) };
  if (relation === 'on-from') return { ...none, range: { from: told.from, to: anchor.publication } };
  if (relation !== 'after' && relation !== 'before') return { ...none, range: NO_RANGE };
  return { ...none, range: laidAgainst(anchor, amount, unit, relation === 'after' ? 1 : -1) };
}

/** "He escaped in 2019, and they expect to arrest him within weeks": what lies ahead is counted from publication, unless from a day. */
function countedFrom(told: Period, { publication, direction }: Anchor): Period {
  return direction === 'future' && told.unit !== 'day' && publication !== null
    ? dayPeriod(publication)
    : told;
}

/** "Within a fortnight" of a day runs that long; of a year told of, it stays in that year. */
function within(told: Period, amount: Amount, unit: Unit): Range {
  if (told.unit !== 'day' || amount.count === null) return { from: told.from, to: told.to };
  return { from: told.from, to: told.from + Math.floor(amount.count * unitDays(unit)) };
}

/** "two days after the vote": the event that it counts from is the day told of, as far as the words show. */
function laidAgainst(anchor: Anchor, { count }: Amount, unit: Unit, sign: 1 | -1): Range {
  const told = anchor.narrative?.unit === 'day' ? anchor.narrative : toldDay(anchor);
  if (told === null) return NO_RANGE;
  if (isWithinDay(unit)) return { from: told.from, to: told.to };
  const moved = count === null ? null : shiftFrom(told, unit, sign * count);
  return moved === null ? NO_RANGE : { from: moved.from, to: moved.to };
}

/** How many units "recent" and "the last few" reach back at most; chosen by hand so that "in recent weeks" is under two months. */
const VAGUE_COUNT = 6;

function resolveWindow(
  { amount, unit, side }: { readonly amount: Amount; readonly unit: Unit; readonly side: 'past' | 'future' },
  { publication, publicationHour }: Anchor,
): Resolved {
  const none = { type: 'DURATION', value: durationValue(amount, unit), period: null } as const;
  if (publication === null) return { ...none, range: NO_RANGE };
  const days = (amount.count ?? VAGUE_COUNT) * unitDays(unit);
  const start = Math.floor(publication + publicationHour / 24 - days);
  const end = Math.floor(publication + publicationHour / 24 + days);
  const range = side === 'past' ? { from: start, to: publication } : { from: publication, to: end };
  return { ...none, range };
}

/** Gives UCDP's date_prec for a range: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 longer; null when it is open. */
export function precisionOf({ from, to }: Range): TimeMention['precision'] {
  if (from === null || to === null) return null;
  const length = to - from + 1;
  if (length <= 1) return 1;
  if (length < 7) return 2;
  if (length === 7) return 3;
  return length <= 31 ? 4 : 5;
}

/** Gives a day as an ISO date, null for an open end. */
export function dateText(day: number | null): string | null {
  return day === null ? null : isoDate(day);
}
