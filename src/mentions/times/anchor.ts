import { civilDate, dayPeriod, type Period } from './calendar.ts';
import type { Sense, YearRef } from './expression.ts';

/** Which way the clause looks: the tense of the verb that the time belongs to. */
export type Direction = 'past' | 'present' | 'future';

/** What a time expression is put on the calendar with. */
export interface Anchor {
  /** The day of publication, counted from 1970-01-01; null when nobody says it, and nothing is filled in. */
  readonly publication: number | null;
  /** The hour of publication in UTC, 0 to 23; 12 when unknown. */
  readonly publicationHour: number;
  /** The last time told of; null when the text has told none. */
  readonly narrative: Period | null;
  /** The last single day told of. */
  readonly narrativeDay: Period | null;
  /** The day that the report is about: the first single day in the past that it tells of. */
  readonly leadDay: Period | null;
  /** The last quarter told of: in results, "a year earlier" compares with the same quarter. */
  readonly quarter: Period | null;
  readonly direction: Direction;
  /** True for what is said to have begun or ended: "since November", "the quarter ended 31 October". */
  readonly begun: boolean;
  /** True for a text that tells of long ago: its bare months and days belong to the year told of. */
  readonly chronicle: boolean;
}

/** Gives the time that "later" and "the following" count from: what was told last, else publication. */
export function toldTime({ narrative, narrativeDay, publication }: Anchor): Period | null {
  return narrative ?? narrativeDay ?? (publication === null ? null : dayPeriod(publication));
}

/** Gives the single day that "that day" and "at 10:30" mean, else publication. */
export function toldDay({ narrativeDay, leadDay, publication }: Anchor): Period | null {
  return narrativeDay ?? leadDay ?? (publication === null ? null : dayPeriod(publication));
}

/** Gives the year that a year's words mean; null when there is nothing to count from. */
export function yearOf(year: YearRef, anchor: Anchor): number | null {
  if (typeof year === 'number') return year;
  if (year === null) return null;
  const told = toldTime(anchor);
  const from = isSpoken(year) ? anchor.publication : (told?.from ?? null);
  return from === null ? null : civilDate(from).year + stepOf(year);
}

/** "last" and "next" count from publication, "previous" and "following" from the time told of. */
export function isSpoken(sense: Sense): boolean {
  return sense === 'last' || sense === 'this' || sense === 'next';
}

/** Gives how many units a word steps: -1 for "last" and "previous", 1 for "next" and "following". */
export function stepOf(sense: Sense): -1 | 0 | 1 {
  if (sense === 'last' || sense === 'previous') return -1;
  return sense === 'next' || sense === 'following' ? 1 : 0;
}

/**
 * Picks among one yearly occurrence's years the one that the clause means: in the past the latest that has begun,
 * in the future the earliest that is not over.
 */
export function nearestYear(occurrence: (year: number) => Period, anchor: Anchor): Period | null {
  const told = anchor.narrative;
  if (anchor.chronicle && told !== null) return closestTo(told, occurrence);
  if (anchor.publication === null) return null;
  const { year } = civilDate(anchor.publication);
  const years = [year - 1, year, year + 1].map(occurrence);
  if (anchor.direction === 'future')
    return years.find((period) => period.to >= (anchor.publication ?? 0)) ?? null;
  return years.findLast((period) => period.from <= (anchor.publication ?? 0)) ?? null;
}

/** "In November 1939 … in April": the April nearest to what was told last; within a year told of, that year's. */
function closestTo(told: Period, occurrence: (year: number) => Period): Period {
  const { year } = civilDate(told.from);
  if (told.unit === 'year' || told.unit === 'season') return occurrence(year);
  const years = [occurrence(year), occurrence(year + 1), occurrence(year - 1)];
  const distance = (period: Period) => Math.abs(period.from - told.from);
  return years.reduce((best, period) => (distance(period) < distance(best) ? period : best));
}
