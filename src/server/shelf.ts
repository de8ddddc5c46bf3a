import type { Reading } from '../claims/reading.ts';
import type { Report } from '../document/report.ts';

/** A report on its way in, with its bytes as they were received. */
export interface Arrival {
  readonly report: Report;
  readonly bytes: Uint8Array;
}

/** Where the desk finds its readings and puts new reports. */
export interface Shelf {
  /** In the order in which the reports came. */
  readings(): readonly Reading[];
  /** Changes whenever the readings do. */
  version(): string;
  /**
   * Reads and keeps a report, and gives its reading.
   * @throws GainsayError `reader-missing` where the desk has no reader.
   */
  add(arrival: Arrival): Promise<Reading>;
}

/** Gives a shelf that forgets when the process ends. A report with the same id takes the old one's place. */
export function memoryShelf(first: readonly Reading[], read: (report: Report) => Reading): Shelf {
  const kept = new Map(first.map((reading) => [reading.id, reading]));
  let changes = 0;
  return {
    readings: () => [...kept.values()],
    version: () => `memory-${changes}`,
    async add({ report }) {
      const reading = read(report);
      kept.set(reading.id, reading);
      changes++;
      return reading;
    },
  };
}
