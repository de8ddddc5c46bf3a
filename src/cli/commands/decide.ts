import type { Reading } from '../../claims/reading.ts';
import { GainsayError } from '../../errors.ts';
import type { Anchor, Decision } from '../../ledger/entry.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openProject } from '../../ledger/project.ts';
import { loadTables } from '../corroboration-tables.ts';
import type { Io } from '../io.ts';
import { ledgerOptions } from '../keeper.ts';
import { openKeptStory } from '../kept-story.ts';

/** Where a decision is written, and why it was taken. */
export interface DecideOptions {
  readonly project: string;
  readonly note?: string;
  readonly quiet?: boolean;
}

/** Logs that mentions ("report/e3") are one event. */
export function merge(mentions: readonly string[], options: DecideOptions, io: Io): Promise<number> {
  if (new Set(mentions).size < 2)
    throw new GainsayError('usage', { reason: 'Give two or more mentions, as in report/e3.' });
  return decided(options, io, async (ledger) => ({
    kind: 'events-merged',
    mentions: await anchorsOf(mentions, ledger),
    note: options.note ?? null,
  }));
}

/** Logs that mentions are another event than the rest of the events that they are told with now. */
export function split(mentions: readonly string[], options: DecideOptions, io: Io): Promise<number> {
  return decided(options, io, async (ledger) => {
    const anchors = await anchorsOf(mentions, ledger);
    const story = (await openKeptStory(ledger, await loadTables(io.root)))();
    const moved = new Set(mentions);
    const rest = story.events
      .filter((event) => event.mentions.some((mention) => moved.has(mention)))
      .flatMap((event) => event.mentions.filter((mention) => !moved.has(mention)));
    if (rest.length === 0)
      throw new GainsayError('usage', {
        reason: 'These mentions are told with no others; there is nothing to split.',
      });
    return {
      kind: 'event-split',
      mentions: anchors,
      from: await anchorsOf(rest, ledger),
      note: options.note ?? null,
    };
  });
}

/** Logs that a report was taken back by its outlet. */
export function retract(report: string, options: DecideOptions, io: Io): Promise<number> {
  return decided(options, io, async ({ state }) => {
    const kept = state.reportWithId(report);
    if (kept === null) throw new GainsayError('report-missing', { report });
    return { kind: 'report-retracted', report: kept.key, note: options.note ?? null };
  });
}

/** Logs that the decision of an entry no longer holds. */
export async function undo(entry: number, options: DecideOptions, io: Io): Promise<number> {
  return withProject(options, io, async (ledger) => {
    const seq = await ledger.undo(entry, options.note ?? null);
    return `Entry ${seq}: the decision of entry ${entry} is taken back.`;
  });
}

function decided(
  options: DecideOptions,
  io: Io,
  decisionFor: (ledger: Ledger) => Promise<Decision>,
): Promise<number> {
  return withProject(options, io, async (ledger) => {
    const seq = await ledger.decide(await decisionFor(ledger));
    return `Entry ${seq}; gainsay undo ${seq} takes it back.`;
  });
}

async function withProject(
  { project: folder, quiet }: DecideOptions,
  io: Io,
  work: (ledger: Ledger) => Promise<string>,
): Promise<number> {
  const project = await openProject(folder, ledgerOptions(io));
  try {
    const done = await work(project);
    if (quiet !== true) await io.err.write(`${done}\n`);
    return 0;
  } finally {
    await project.close();
  }
}

/** Gives the words behind mentions: their triggers in the last reading of each report. */
async function anchorsOf(mentions: readonly string[], ledger: Ledger): Promise<readonly Anchor[]> {
  const readings = new Map<string, Reading | null>();
  const anchors: Anchor[] = [];
  for (const mention of mentions) {
    const at = mention.lastIndexOf('/');
    const [report, id] = [mention.slice(0, Math.max(at, 0)), mention.slice(at + 1)];
    const kept = ledger.state.reportWithId(report);
    if (kept === null) throw new GainsayError('report-missing', { report: at < 0 ? mention : report });
    if (!readings.has(report)) readings.set(report, await ledger.readingOf(kept.key));
    const events = readings.get(report)?.events ?? [];
    const event = events.find((one) => one.id === id);
    if (event === undefined)
      throw new GainsayError('event-missing', { path: report, event: id, known: knownIds(events) });
    anchors.push({ report: kept.key, start: event.trigger.start, end: event.trigger.end });
  }
  return anchors;
}

function knownIds(events: Reading['events']): string {
  return events.length === 0 ? 'none' : `${events[0]?.id} to ${events.at(-1)?.id}`;
}
