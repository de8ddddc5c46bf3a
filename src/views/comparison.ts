import type { Reading } from '../claims/reading.ts';
import type { Comparison } from './board.ts';
import { mattersWithinReports } from './matters.ts';

/** Gives what is compared across the reports of a collection. */
export function compared(readings: readonly Reading[]): Comparison {
  return { matters: mattersWithinReports(readings), copies: [] };
}
