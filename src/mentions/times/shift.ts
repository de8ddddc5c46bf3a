import { type Anchor, toldDay, toldTime } from './anchor.ts';
import {
  civilDate,
  dayPeriod,
  decadePeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  weekPeriod,
  yearPeriod,
} from './calendar.ts';
import type { Expression, Unit } from './expression.ts';

type Shift = Extract<Expression, { kind: 'shift' }>;

/** Gives where "two weeks ago", "a year earlier", "Hours later" land; null for vague counts of days and more. */
export function shiftedPeriod(shift: Shift, anchor: Anchor): Period | null {
  const spoken = shift.way === 'ago' || shift.way === 'hence';
  const sign = shift.way === 'ago' || shift.way === 'earlier' ? -1 : 1;
  const count = shift.amount.count;
  // In a report on a quarter, "a year ago" and "a year earlier" are the same quarter of the year before.
  if (shift.unit === 'year' && sign * (count ?? 0) === -1 && anchor.quarter !== null)
    return shiftFrom(anchor.quarter, 'year', -1);
  if (isWithinDay(shift.unit)) return shiftHours(shift, sign, anchor, spoken);
  if (count === null) return null;
  const told = toldTime(anchor);
  if (spoken) return anchor.publication === null ? null : spokenShift(shift, sign * count, anchor);
  return told === null ? null : shiftFrom(told, shift.unit, sign * count);
}

/** Tells whether a unit is smaller than a day. */
export function isWithinDay(unit: Unit): boolean {
  return unit === 'hour' || unit === 'minute' || unit === 'second';
}

/** "Hours later" stays on the day told of; "36 hours ago" counts back from the hour of publication. */
function shiftHours({ amount, unit }: Shift, sign: -1 | 1, anchor: Anchor, spoken: boolean): Period | null {
  const hours = unit === 'hour' ? (amount.count ?? 0) : 0;
  if (spoken) {
    const hour = anchor.publicationHour + sign * hours;
    return anchor.publication === null ? null : dayPeriod(anchor.publication + Math.floor(hour / 24));
  }
  const told = anchor.narrative?.unit === 'day' ? anchor.narrative : toldDay(anchor);
  if (told === null || told.unit !== 'day') return told;
  return dayPeriod(told.from + sign * Math.floor(hours / 24));
}

function spokenShift(shift: Shift, steps: number, anchor: Anchor): Period | null {
  const publication = anchor.publication ?? 0;
  if (shift.unit === 'week') return weekPeriod(publication + 7 * steps);
  if (shift.unit === 'month') return stepMonths(publication, steps);
  if (shift.unit === 'year') return yearPeriod(civilDate(publication).year + Math.trunc(steps));
  return shiftFrom(dayPeriod(publication), shift.unit, steps);
}

function stepMonths(day: number, steps: number): Period {
  const { year, month } = civilDate(day);
  return monthPeriod(year, month + Math.trunc(steps));
}

/** Steps from a time told of; what was told coarser than the step stays where it is: "In 1969 … days later". */
export function shiftFrom(told: Period, unit: Unit, steps: number): Period | null {
  const { year, month } = civilDate(told.from);
  switch (unit) {
    case 'day':
    case 'night':
      return told.unit === 'day' ? dayPeriod(told.from + Math.round(steps)) : told;
    case 'week':
    case 'fortnight':
    case 'weekend': {
      const days = Math.round(steps * (unit === 'fortnight' ? 14 : 7));
      if (told.unit === 'day') return dayPeriod(told.from + days);
      return told.unit === 'week' ? weekPeriod(told.from + days) : told;
    }
    case 'month':
      // "three months later" after a day names a month, not a day.
      if (told.unit === 'day') return stepMonths(told.from, Math.round(steps));
      return told.unit === 'month' ? monthPeriod(year, month + Math.round(steps)) : told;
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3) + Math.round(steps));
    case 'year':
      return stepYears(told, Math.round(steps));
    case 'decade':
      return decadePeriod(year + 10 * Math.round(steps));
    default:
      return null;
  }
}

function stepYears(told: Period, steps: number): Period {
  const { year, month } = civilDate(told.from);
  if (told.unit === 'quarter') return quarterPeriod(year + steps, Math.ceil(month / 3));
  if (told.unit === 'month') return monthPeriod(year + steps, month);
  return yearPeriod(year + steps);
}
