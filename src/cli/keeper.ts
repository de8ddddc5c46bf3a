import { userInfo } from 'node:os';
import type { Reading } from '../claims/reading.ts';
import type { IngestedReport } from '../ingest/ingested.ts';
import type { Ledger, LedgerOptions } from '../ledger/ledger.ts';
import { openProject } from '../ledger/project.ts';
import type { Io } from './io.ts';

/** Keeps what is read in a project. */
export interface Keeper {
  /** Tells whether the report was new, with the reading as it is kept: its id is unique in the project. */
  keep(
    item: IngestedReport,
    reading: Reading,
  ): Promise<{ readonly status: 'stored' | 'known'; readonly reading: Reading }>;
  close(): Promise<void>;
}

/**
 * Opens a project to keep readings in, and says so where a crash had left half a line.
 * @throws GainsayError `project-missing`, `project-locked`, `ledger-broken`.
 */
export async function openKeeper(folder: string, io: Io): Promise<Keeper> {
  const project = await openProject(folder, ledgerOptions(io));
  if (project.recoveredBytes > 0) {
    await io.err.write(
      `${folder}: the last line of the log was cut off; its ${project.recoveredBytes} bytes were set aside in log/torn, and all entries before it hold.\n`,
    );
  }
  return { keep: (item, reading) => keepIn(project, item, reading), close: () => project.close() };
}

/** Puts a report and its reading into a ledger. */
export async function keepIn(
  ledger: Ledger,
  { report, bytes, mediaType, path }: Pick<IngestedReport, 'report' | 'bytes' | 'mediaType' | 'path'>,
  reading: Reading,
): ReturnType<Keeper['keep']> {
  const admitted = await ledger.admit({ report, bytes, mediaType, path });
  const { id } = admitted.report.meta;
  const kept = { ...reading, id, report: { ...reading.report, id } };
  await ledger.addReading(admitted.key, kept);
  return { status: admitted.status, reading: kept };
}

/** Gives who is named in the entries: the user of this machine. */
export function ledgerOptions({ now }: Io): LedgerOptions {
  return { by: userInfo().username, now };
}
