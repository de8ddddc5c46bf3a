import type { Reading } from '../claims/reading.ts';
import { knownAt } from '../corroboration/kept.ts';
import { openProject } from '../ledger/project.ts';
import type { KeptDecision } from '../ledger/state.ts';
import type { Reader } from '../pipeline/reader-type.ts';
import type { Shelf } from '../server/shelf.ts';
import type { DecisionNote } from '../views/matters.ts';
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
    if (reading !== null) readings.set(key, reading);
  }
  const shelf: Shelf = {
    readings: () => [...readings.values()],
    version: () => project.state.head.hash,
    knownAt(moment) {
      const { reports, arrivals, decisions } = knownAt(project.state, moment);
      return { readings: reports.flatMap(({ key }) => readings.get(key) ?? []), arrivals, decisions };
    },
    decisions: () =>
      new Map(
        project.state.decisions
          .filter(({ undoneAt }) => undoneAt === null)
          .map((kept) => [kept.seq, noteOf(kept)]),
      ),
    add: async ({ report, bytes }) => {
      const arrival = { report, bytes, mediaType: 'text/plain', path: report.meta.id } as const;
      const { reading } = await keepIn(project, arrival, reader.read(report));
      // It was kept a line above, under an id that is unique in the project.
      readings.set(project.state.reportWithId(reading.id)?.key ?? reading.id, reading);
      return reading;
    },
  };
  return { shelf, close: () => project.close() };
}

const VERBS = { 'events-merged': 'merged', 'event-split': 'split', 'report-retracted': 'retracted' } as const;

function noteOf({ decision, seq, at, by }: KeptDecision): DecisionNote {
  return { entry: seq, kind: VERBS[decision.kind], by, at, note: decision.note };
}
