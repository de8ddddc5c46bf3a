import { describe, expect, test } from 'vitest';
import {
  centuryPeriod,
  civilDate,
  dayNumber,
  easterSunday,
  isoDate,
  monthPeriod,
  quarterPeriod,
  seasonPeriod,
  weekdayOf,
  weekendPeriod,
  weekPeriod,
} from './calendar.ts';

describe('the calendar', () => {
  test.each([
    [1970, 1, 1, 0],
    [2000, 2, 29, 11016],
    [1969, 12, 31, -1],
  ])('numbers %i-%i-%i', (year, month, day, number) => {
    expect(dayNumber(year, month, day)).toBe(number);
    expect(civilDate(number)).toEqual({ year, month, day });
  });

  test('writes years before Christ with a sign', () => {
    expect(isoDate(dayNumber(-480, 9, 20))).toBe('-0480-09-20');
  });

  test('counts week days from Monday', () => {
    expect(weekdayOf(dayNumber(2022, 2, 21))).toBe(1);
    expect(weekdayOf(dayNumber(1969, 12, 28))).toBe(7);
  });

  test.each([
    ['2022-02-21', '2022-W08'],
    ['2021-01-03', '2020-W53'],
    ['2018-12-31', '2019-W01'],
  ])('puts %s in week %s', (date, week) => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    expect(weekPeriod(dayNumber(year, month, day)).value).toBe(week);
  });

  test('runs months and quarters beyond the year into its neighbours', () => {
    expect(monthPeriod(2024, 14).value).toBe('2025-02');
    expect(monthPeriod(2024, 0).value).toBe('2023-12');
    expect(quarterPeriod(2024, 0).value).toBe('2023-Q4');
  });

  test('ends February on its last day', () => {
    expect(isoDate(monthPeriod(2024, 2).to)).toBe('2024-02-29');
    expect(isoDate(monthPeriod(2023, 2).to)).toBe('2023-02-28');
  });

  test('begins winter in December and weekends on Saturday', () => {
    const winter = seasonPeriod(1994, 'WI');
    expect([isoDate(winter.from), isoDate(winter.to)]).toEqual(['1994-12-01', '1995-02-28']);
    expect(isoDate(weekendPeriod(dayNumber(2024, 5, 15)).from)).toBe('2024-05-18');
  });

  test('knows Easter and centuries', () => {
    expect(isoDate(easterSunday(2025))).toBe('2025-04-20');
    expect(isoDate(easterSunday(2024))).toBe('2024-03-31');
    expect(centuryPeriod(20).value).toBe('19');
  });
});
