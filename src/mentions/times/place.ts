import { type Anchor, isSpoken, nearestYear, stepOf, toldDay, toldTime, yearOf } from './anchor.ts';
import {
  centuryPeriod,
  civilDate,
  dayNumber,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  isDate,
  monthPeriod,
  type Period,
  quarterPeriod,
  seasonPeriod,
  weekdayOf,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
} from './calendar.ts';
import type { Expression, Sense, Unit, YearRef } from './expression.ts';
import { holidayPeriod } from './holidays.ts';
import type { TimeLexicon } from './lexicon.ts';
import { shiftedPeriod } from './shift.ts';

/** Gives the stretch of the calendar that a date, a time or a shift names; null when nothing anchors it. */
export function placeOnCalendar(expression: Expression, anchor: Anchor, lexicon: TimeLexicon): Period | null {
  switch (expression.kind) {
    case 'date':
      return placeDate(expression, anchor);
    case 'weekday':
      return placeWeekday(expression.weekday, expression.sense, anchor);
    case 'day':
      return anchor.publication === null ? null : dayPeriod(anchor.publication + expression.offset);
    case 'season':
      return placeYearly(expression, anchor, (year) => seasonPeriod(year, expression.season));
    case 'quarter':
      return placeQuarter(expression, anchor);
    case 'half':
      return placeYearly(expression, anchor, (year) => halfPeriod(year, expression.half));
    case 'holiday':
      return placeYearly(expression, anchor, (year) => holidayPeriod(lexicon, expression.name, year));
    case 'unit':
      return placeUnit(expression.unit, expression.sense, anchor);
    case 'shift':
      return shiftedPeriod(expression, anchor);
    case 'decade':
      return decadePeriod(expression.year);
    case 'century':
      return centuryPeriod(expression.century);
    case 'time':
      return placeTime(expression.sense, anchor);
    case 'part': {
      const whole = placeOnCalendar(expression.of, anchor, lexicon);
      return expression.part === 'WEEK' && whole !== null ? weekPeriod(whole.from) : whole;
    }
    case 'vague':
      return expression.value === 'PRESENT_REF' && anchor.publication !== null
        ? dayPeriod(anchor.publication)
        : null;
    default:
      return null;
  }
}

function placeDate(date: Extract<Expression, { kind: 'date' }>, anchor: Anchor): Period | null {
  const { month, day } = date;
  if (month === null && day === null) {
    const year = yearOf(date.year, anchor);
    return year === null ? null : yearPeriod(year);
  }
  if (month === null) return placeMonthDay(day ?? 1, anchor);
  const occurrence = (year: number): Period =>
    day !== null && isDate(year, month, day)
      ? dayPeriod(dayNumber(year, month, day))
      : monthPeriod(year, month);
  if (date.pointed !== undefined) return placePointedMonth(occurrence, date.pointed, anchor);
  const year = yearOf(date.year, anchor);
  if (year !== null) return occurrence(year);
  return nearestDate(occurrence, anchor);
}

/** How far ahead a date without a year may lie in a clause about the past: "set a 14 January deadline", "announced cuts for May". */
const AHEAD_DAYS = { day: 100, month: 45 } as const;

/** A date so lately gone is meant even in a clause that looks ahead: "pledged to release them on 2 May", told on 5 May. */
const GONE_DAYS = 30;

/** A date without a year is the nearest one: its last occurrence but one would be said with its year. */
function nearestDate(occurrence: (year: number) => Period, anchor: Anchor): Period | null {
  const { publication, direction } = anchor;
  const near = nearestYear(occurrence, anchor);
  if (near === null || publication === null || anchor.chronicle || anchor.begun) return near;
  const other = occurrence(civilDate(near.from).year + (direction === 'future' ? -1 : 1));
  const mostDays = other.unit === 'day' ? AHEAD_DAYS.day : AHEAD_DAYS.month;
  const away = direction === 'future' ? publication - other.to : other.from - publication;
  // "will leave in May", told in June: a month that is over is not meant.
  const isGone = direction === 'future' && other.unit === 'day';
  const isNear = direction === 'future' ? isGone && away <= GONE_DAYS : away <= mostDays;
  return isNear && away < Math.abs(publication - near.from) ? other : near;
}

/** "the 21st": of the month told of, else of the month of publication. */
function placeMonthDay(day: number, anchor: Anchor): Period | null {
  const told = toldTime(anchor);
  if (told === null) return null;
  const { year, month } = civilDate(told.from);
  return isDate(year, month, day) ? dayPeriod(dayNumber(year, month, day)) : null;
}

/** "last August" said in August is a year ago; "this September" is the one of this year. */
function placePointedMonth(
  occurrence: (year: number) => Period,
  sense: Sense,
  anchor: Anchor,
): Period | null {
  const from = isSpoken(sense) ? anchor.publication : (toldTime(anchor)?.from ?? null);
  if (from === null) return null;
  const { year } = civilDate(from);
  const years = [year - 1, year, year + 1].map(occurrence);
  if (stepOf(sense) < 0) return years.findLast((period) => period.to < from) ?? null;
  if (stepOf(sense) > 0) return years.find((period) => period.from > from) ?? null;
  return occurrence(year);
}

/**
 * "on Monday" in the past is the last Monday, the day of publication itself where that is a Monday; in the future the
 * next one. "last Monday" is never the day of publication.
 */
function placeWeekday(weekday: number, sense: Sense | null, anchor: Anchor): Period | null {
  const told = sense !== null && !isSpoken(sense);
  const from = told || anchor.chronicle ? (toldDay(anchor)?.from ?? null) : anchor.publication;
  if (from === null) return null;
  const back = (weekdayOf(from) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(from) + 7) % 7;
  if (sense === 'last' || sense === 'previous') return dayPeriod(from - (back || 7));
  if (sense === 'next' || sense === 'following') return dayPeriod(from + (ahead || 7));
  return dayPeriod(anchor.direction === 'future' ? from + ahead : from - back);
}

/** "last spring" is the last one that is over, "the spring of last year" that year's. */
function placeYearly(
  { year, pointed }: { readonly year: YearRef; readonly pointed?: Sense },
  anchor: Anchor,
  occurrence: (year: number) => Period | null,
): Period | null {
  const known = yearOf(year, anchor);
  if (known !== null) return occurrence(known);
  const total = (at: number): Period => occurrence(at) ?? yearPeriod(at);
  if (pointed !== undefined) return placePointedMonth(total, pointed, anchor);
  return nearestYear(total, anchor);
}

/** A bare quarter is the one nearest to publication: results come soon after it ends, forecasts soon before; a past one has begun. */
function placeQuarter(expression: Extract<Expression, { kind: 'quarter' }>, anchor: Anchor): Period | null {
  const year = yearOf(expression.year, anchor);
  const { publication } = anchor;
  const occurrence = (at: number): Period => quarterPeriod(at, expression.quarter);
  if (year !== null) return occurrence(year);
  if (publication === null || anchor.chronicle) return nearestYear(occurrence, anchor);
  const now = civilDate(publication).year;
  const distance = ({ from, to }: Period) => Math.abs((from + to) / 2 - publication);
  const isOver = ({ from }: Period) => anchor.direction !== 'past' || from <= publication;
  const quarters = [now - 1, now, now + 1].map(occurrence);
  return quarters.filter(isOver).reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

function placeUnit(unit: Unit, sense: Sense, anchor: Anchor): Period | null {
  const step = stepOf(sense);
  const isThat = sense === 'same' || sense === 'the' || (sense === 'this' && anchor.chronicle);
  if (unit === 'day' && isThat) return toldDay(anchor);
  if (unit === 'quarter' && sense === 'the' && anchor.quarter !== null) return anchor.quarter;
  if (unit === 'weekend' && anchor.publication !== null)
    return placeWeekend(sense, anchor.publication, anchor);
  const told = unit === 'day' ? toldDay(anchor) : toldTime(anchor);
  const usesTold = !isSpoken(sense) && (sense !== 'the' || anchor.chronicle);
  const from = usesTold || (unit === 'day' && sense === 'next') ? (told?.from ?? null) : anchor.publication;
  if (from === null) return null;
  if (unit === 'day' && told !== null && told.unit !== 'day') return told;
  return unitAround(unit, from, sense === 'the' && unit === 'quarter' ? -1 : step);
}

/** Gives the unit that is `step` units away from the one that holds the day. */
export function unitAround(unit: Unit, day: number, step: number): Period | null {
  const { year, month } = civilDate(day);
  switch (unit) {
    case 'day':
    case 'night':
      return dayPeriod(day + step);
    case 'week':
      return weekPeriod(day + 7 * step);
    case 'fortnight':
      return weekPeriod(day + 14 * step);
    case 'weekend':
      return weekendPeriod(day + 7 * step);
    case 'month':
      return monthPeriod(year, month + step);
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3) + step);
    case 'year':
      return yearPeriod(year + step);
    case 'decade':
      return decadePeriod(year + 10 * step);
    case 'century':
      return centuryPeriod(Math.floor(year / 100) + 1 + step);
    default:
      return dayPeriod(day);
  }
}

/** "the weekend" and "this weekend" look the way their clause does. */
function placeWeekend(sense: Sense, publication: number, { direction }: Anchor): Period {
  const current = weekendPeriod(publication);
  if (sense === 'next') return weekendPeriod(publication + (weekdayOf(publication) >= 6 ? 7 : 0));
  const isPast =
    sense === 'last' || sense === 'previous' || (direction !== 'future' && sense !== 'following');
  if (isPast && (current.from > publication || sense === 'last')) return weekendPeriod(publication - 7);
  return current;
}

/** "at 10:30", "that night", "overnight": on the day told of; "overnight" alone belongs to the night before publication. */
function placeTime(sense: Sense | null, anchor: Anchor): Period | null {
  if (sense !== 'last') return toldDay(anchor);
  return anchor.publication === null ? toldDay(anchor) : dayPeriod(anchor.publication);
}
