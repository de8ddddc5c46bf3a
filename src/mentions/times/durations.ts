import type { Amount, Unit } from './expression.ts';

const CODES: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  night: 'D',
  week: 'W',
  weekend: 'WE',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
};

/** What TIMEX3 counts a unit in: "two decades" are twenty years. */
const MULTIPLES: Readonly<Partial<Record<Unit, number>>> = { fortnight: 2, decade: 10, century: 100 };

const HALVES: Readonly<Partial<Record<Unit, string>>> = {
  year: '6M',
  day: 'T12H',
  hour: '30M',
  minute: '30S',
};

const DAYS: Readonly<Record<Unit, number>> = {
  second: 1 / 86400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  night: 1,
  week: 7,
  weekend: 7,
  fortnight: 14,
  month: 30.44,
  quarter: 91.3,
  year: 365.25,
  decade: 3652.5,
  century: 36525,
};

/** Gives the TIMEX3 value of so many units: P3W, PT90M, P2Y6M, PXD for a vague count. */
export function durationValue({ count }: Amount, unit: Unit): string {
  const clock = unit === 'second' || unit === 'minute' || unit === 'hour' ? 'T' : '';
  if (count === null) return `P${clock}X${vagueCode(unit)}`;
  const total = count * (MULTIPLES[unit] ?? 1);
  const whole = Math.floor(total);
  const half = total - whole === 0.5 ? HALVES[unit] : undefined;
  if (half === undefined) return `P${clock}${total}${CODES[unit]}`;
  return whole === 0 ? `P${clock}${half}` : `P${clock}${whole}${CODES[unit]}${half}`;
}

function vagueCode(unit: Unit): string {
  if (unit === 'decade') return 'DE';
  return unit === 'century' ? 'CE' : CODES[unit];
}

/** Gives the mean length of a unit in days. */
export function unitDays(unit: Unit): number {
  return DAYS[unit];
}
