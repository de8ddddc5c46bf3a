import type { Reading } from '../claims/reading.ts';
import { knownAt } from '../corroboration/kept.ts';
import { buildStory, type Story } from '../corroboration/story.ts';
import type { Tables } from '../corroboration/tables.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Puts together what a project knows, or knew at an earlier moment. */
export type KeptStory = (moment?: string | null) => Story;

/**
 * Reads what a project keeps, each report by its last reading: a story of an earlier moment then differs by what had not come in yet,
 * and not by how it is read.
 */
export async function openKeptStory(ledger: Ledger, tables: Tables): Promise<KeptStory> {
  const readings = new Map<string, Reading>();
  for (const key of ledger.state.reports.keys()) {
    const reading = await ledger.readingOf(key);
    if (reading !== null) readings.set(key, reading);
  }
  return (moment = null) => {
    const { reports, arrivals, decisions } = knownAt(ledger.state, moment);
    const known = reports.flatMap(({ key }) => readings.get(key) ?? []);
    return buildStory(known, { tables, arrivals, decisions });
  };
}
