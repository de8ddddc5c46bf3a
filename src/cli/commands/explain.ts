import type { Reading } from '../../claims/reading.ts';
import { GainsayError } from '../../errors.ts';
import type { Io } from '../io.ts';
import { readingView } from '../reading-view.ts';
import { type ReadingOptions, readEach } from '../readings.ts';
import { coloursFor, widthFor } from '../terminal.ts';

/** What `gainsay explain` was asked to do. */
export interface ExplainOptions extends ReadingOptions {
  readonly json?: boolean;
  readonly color: boolean;
}

/** Prints why the events of a report, or one of them, were read as they were. */
export async function explain(target: string, options: ExplainOptions, io: Io): Promise<number> {
  const { path, event } = splitTarget(target);
  const { exitCode } = await readEach([path], options, io, async (reading) => {
    await io.out.write(inWords(narrowed(reading, event, path), options, io));
  });
  return exitCode;
}

function inWords(reading: Reading, options: ExplainOptions, io: Io): string {
  if (options.json === true) return `${JSON.stringify(reading.events, null, 1)}\n`;
  return readingView(reading, {
    colours: coloursFor(io.out, io.env, options.color),
    width: widthFor(io.out),
    explain: true,
  });
}

/** `report.txt:e3` is event e3 of report.txt; a path may hold colons elsewhere. */
function splitTarget(target: string): { readonly path: string; readonly event: string | null } {
  const match = /^(.+):(e\d+)$/u.exec(target);
  return { path: match?.[1] ?? target, event: match?.[2] ?? null };
}

function narrowed(reading: Reading, event: string | null, path: string): Reading {
  if (event === null) return reading;
  const events = reading.events.filter(({ id }) => id === event);
  if (events.length > 0) return { ...reading, events };
  const last = reading.events.at(-1);
  throw new GainsayError('event-missing', {
    path,
    event,
    known: last === undefined ? 'none' : `e1 to ${last.id}`,
  });
}
