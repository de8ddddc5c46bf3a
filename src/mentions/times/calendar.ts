/** A stretch of the calendar that has a TIMEX3 value: a day, a week, a quarter, a century. */
export interface Period {
  readonly unit:
    | 'day'
    | 'week'
    | 'weekend'
    | 'month'
    | 'quarter'
    | 'half'
    | 'season'
    | 'year'
    | 'decade'
    | 'century';
  /** First and last day, inclusive, counted from 1970-01-01. */
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

/** A day of the proleptic Gregorian calendar. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const DAYS_OF_ERA = 146097;

/** Gives the day's number, counted from 1970-01-01, in the proleptic Gregorian calendar (Howard Hinnant's method). */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - 719468;
}

/** Gives year, month and day of a day's number. */
export function civilDate(number: number): CivilDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Gives the ISO date of a day's number, as in 2022-02-21; years before Christ carry a minus sign. */
export function isoDate(number: number): string {
  const { year, month, day } = civilDate(number);
  return `${yearText(year)}-${pad(month)}-${pad(day)}`;
}

/** Gives 1 for Monday to 7 for Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Tells whether a calendar has this day. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  return monthPeriod(year, month).to - monthPeriod(year, month).from + 1;
}

/** One day. */
export function dayPeriod(day: number): Period {
  return { unit: 'day', from: day, to: day, value: isoDate(day) };
}

/** The ISO 8601 week, Monday to Sunday, that holds the day. */
export function weekPeriod(day: number): Period {
  const from = day - weekdayOf(day) + 1;
  const { year } = civilDate(from + 3);
  const week = Math.floor((from + 3 - dayNumber(year, 1, 1)) / 7) + 1;
  return { unit: 'week', from, to: from + 6, value: `${yearText(year)}-W${pad(week)}` };
}

/** Saturday and Sunday of the week that holds the day. */
export function weekendPeriod(day: number): Period {
  const week = weekPeriod(day);
  return { unit: 'weekend', from: week.from + 5, to: week.to, value: `${week.value}-WE` };
}

/** Months beyond 1 to 12 run into the neighbouring years. */
export function monthPeriod(year: number, month: number): Period {
  const index = year * 12 + month - 1;
  const from = dayNumber(Math.floor(index / 12), mod(index, 12) + 1, 1);
  const to = dayNumber(Math.floor((index + 1) / 12), mod(index + 1, 12) + 1, 1) - 1;
  return { unit: 'month', from, to, value: isoDate(from).slice(0, -3) };
}

/** Quarters beyond 1 to 4 run into the neighbouring years. */
export function quarterPeriod(year: number, quarter: number): Period {
  const index = year * 4 + quarter - 1;
  const ofYear = Math.floor(index / 4);
  const ofQuarter = mod(index, 4);
  return {
    unit: 'quarter',
    from: monthPeriod(ofYear, ofQuarter * 3 + 1).from,
    to: monthPeriod(ofYear, ofQuarter * 3 + 3).to,
    value: `${yearText(ofYear)}-Q${ofQuarter + 1}`,
  };
}

/** January to June, or July to December. */
export function halfPeriod(year: number, half: 1 | 2): Period {
  const from = monthPeriod(year, half === 1 ? 1 : 7).from;
  return { unit: 'half', from, to: monthPeriod(year, half * 6).to, value: `${yearText(year)}-H${half}` };
}

const SEASON_MONTHS: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

export type Season = 'SP' | 'SU' | 'FA' | 'WI';

/** Northern meteorological seasons; a year's winter begins in its December. */
export function seasonPeriod(year: number, season: Season): Period {
  const month = SEASON_MONTHS[season];
  return {
    unit: 'season',
    from: monthPeriod(year, month).from,
    to: monthPeriod(year, month + 2).to,
    value: `${yearText(year)}-${season}`,
  };
}

/** January to December. */
export function yearPeriod(year: number): Period {
  return { unit: 'year', from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31), value: yearText(year) };
}

/** The decade that begins with `year`, as 1990. */
export function decadePeriod(year: number): Period {
  const first = Math.floor(year / 10) * 10;
  return {
    unit: 'decade',
    from: dayNumber(first, 1, 1),
    to: dayNumber(first + 9, 12, 31),
    value: yearText(first).slice(0, -1),
  };
}

/** The century by its ordinal: 20 for the twentieth, the years 1900 to 1999. */
export function centuryPeriod(century: number): Period {
  const first = (century - 1) * 100;
  return {
    unit: 'century',
    from: dayNumber(first, 1, 1),
    to: dayNumber(first + 99, 12, 31),
    value: yearText(first).slice(0, -2),
  };
}

/** Western Easter Sunday of a year (the anonymous Gregorian method of 1876). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
}

function yearText(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function mod(a: number, n: number): number {
  return ((a % n) + n) % n;
}
