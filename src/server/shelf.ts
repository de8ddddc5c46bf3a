import type { Reading } from '../claims/reading.ts';
import type { Report } from '../document/report.ts';
import type { DecisionNote } from '../views/matters.ts';
import type { Collection } from './story-teller.ts';

/** A report on its way in, with its bytes as they were received. */
export interface Arrival {
  readonly report: Report;
  readonly bytes: Uint8Array;
}

/** Where the desk finds its readings and puts new reports. */
export interface Shelf {
  /** In the order in which the reports came. */
  readings(): readonly Reading[];
  /** Changes whenever the readings or the decisions do. */
  version(): string;
  /** What was known at a moment (ISO 8601, UTC); all that is known for null. Reports are given by their last reading. */
  knownAt(moment: string | null): Collection;
  /** What people decided and did not take back, by the number of its entry. */
  decisions(): ReadonlyMap<number, DecisionNote>;
  /**
   * Reads and keeps a report, and gives its reading.
   * @throws GainsayError `reader-missing` where the desk has no reader.
   */
  add(arrival: Arrival): Promise<Reading>;
}

/** Gives a shelf that forgets when the process ends. A report with the same id takes the old one's place; nobody decides anything. */
export function memoryShelf(
  first: readonly Reading[],
  read: (report: Report) => Reading,
  now: () => Date = () => new Date(),
): Shelf {
  const kept = new Map(first.map((reading) => [reading.id, reading]));
  const arrivals = new Map<string, string>();
  let changes = 0;
  return {
    readings: () => [...kept.values()],
    version: () => `memory-${changes}`,
    knownAt(moment) {
      const isKnown = (id: string) => moment === null || (arrivals.get(id) ?? '') <= moment;
      const readings = [...kept.values()].filter(({ id }) => isKnown(id));
      return { readings, arrivals, decisions: [] };
    },
    decisions: () => new Map(),
    async add({ report }) {
      const reading = read(report);
      kept.set(reading.id, reading);
      if (!arrivals.has(reading.id)) arrivals.set(reading.id, now().toISOString());
      changes++;
      return reading;
    },
  };
}
