import { dayNumber, dayPeriod, easterSunday, monthPeriod, type Period, weekdayOf } from './calendar.ts';
import type { TimeLexicon } from './lexicon.ts';

/** Gives the day that a holiday of the tables falls on in a year; null when the tables do not say. */
export function holidayPeriod(lexicon: TimeLexicon, name: string, year: number): Period | null {
  const holiday = lexicon.holidays.get(name);
  const value = holiday?.values[0] ?? '';
  switch (holiday?.kind) {
    case 'fixed': {
      const [month, day] = value.split('-').map(Number);
      return dayPeriod(dayNumber(year, month ?? 1, day ?? 1));
    }
    case 'easter':
      return dayPeriod(easterSunday(year) + Number(value));
    case 'weekday':
      return nthWeekday(year, value);
    case 'dated': {
      const dated = holiday.values.find((date) => date.startsWith(`${year}-`));
      const [, month, day] = dated?.split('-').map(Number) ?? [];
      return month === undefined || day === undefined ? null : dayPeriod(dayNumber(year, month, day));
    }
    default:
      return null;
  }
}

/** "11-4-4": the fourth Thursday of November; "05-1-last": the last Monday of May. */
function nthWeekday(year: number, rule: string): Period {
  const [month = '1', weekday = '1', which = '1'] = rule.split('-');
  const { from, to } = monthPeriod(year, Number(month));
  if (which === 'last') return dayPeriod(to - ((weekdayOf(to) - Number(weekday) + 7) % 7));
  return dayPeriod(from + ((Number(weekday) - weekdayOf(from) + 7) % 7) + 7 * (Number(which) - 1));
}
