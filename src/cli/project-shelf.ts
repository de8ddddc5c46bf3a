import type { Reading } from '../claims/reading.ts';
import { openProject } from '../ledger/project.ts';
import type { Reader } from '../pipeline/reader-type.ts';
import type { Shelf } from '../server/shelf.ts';
import type { Io } from './io.ts';
import { keepIn, ledgerOptions } from './keeper.ts';

/**
 * Opens a project for the desk: it shows what was read before, and keeps what is added.
 * @throws GainsayError `project-missing`, `project-locked`, `ledger-broken`.
 */
export async function openProjectShelf(
  folder: string,
  reader: Reader,
  io: Io,
): Promise<{ readonly shelf: Shelf; close(): Promise<void> }> {
  const project = await openProject(folder, ledgerOptions(io));
  const readings = new Map<string, Reading>();
  for (const key of project.state.reports.keys()) {
    const reading = await project.readingOf(key);
    if (reading !== null) readings.set(reading.id, reading);
  }
  const shelf: Shelf = {
    readings: () => [...readings.values()],
    version: () => project.state.head.hash,
    add: async ({ report, bytes }) => {
      const arrival = { report, bytes, mediaType: 'text/plain', path: report.meta.id } as const;
      const { reading } = await keepIn(project, arrival, reader.read(report));
      readings.set(reading.id, reading);
      return reading;
    },
  };
  return { shelf, close: () => project.close() };
}
