import { ERRORS, GainsayError } from '../../errors.ts';
import type { IngestedReport } from '../../ingest/ingested.ts';
import { ingest } from '../../ingest/input.ts';
import type { Reader } from '../../pipeline/reader-type.ts';
import type { Io } from '../io.ts';
import type { Keeper } from '../keeper.ts';
import { folderSink, jsonSink, ndjsonSink, type ReadingOut, type Sink, viewSink } from '../sinks.ts';
import { coloursFor, widthFor } from '../terminal.ts';

/** What `gainsay read` was asked to do. */
export interface ReadOptions {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly out?: string;
  readonly layers?: boolean;
  readonly explain?: boolean;
  readonly engine?: 'fast' | 'accurate';
  readonly project?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** Reads the reports at the paths and writes their readings. Gives the exit code: 3 when some inputs failed. */
export async function read(paths: readonly string[], options: ReadOptions, io: Io): Promise<number> {
  const sink = await sinkFor(options, io);
  const keeper = options.project === undefined ? null : await openKeeper(options.project, io);
  let reader: Reader | null = null;
  let exitCode = 0;
  try {
    for await (const item of ingest(paths, { stdin: io.stdin })) {
      try {
        if (item.kind === 'rejected') throw item.error;
        reader ??= await io.loadReader({ engine: options.engine ?? null });
        const reading = readOne(item, reader, options.layers === true);
        await sink.take(reading);
        await keeper?.keep(item, reading);
      } catch (error) {
        exitCode = Math.max(exitCode, await told(error, io));
      }
    }
  } finally {
    await keeper?.close();
  }
  await sink.close();
  return exitCode;
}

async function sinkFor(options: ReadOptions, io: Io): Promise<Sink> {
  if (options.out !== undefined) return folderSink(options.out, io, options.quiet === true);
  if (options.ndjson === true) return ndjsonSink(io.out);
  if (options.json === true || options.layers === true) return jsonSink(io.out);
  return viewSink(io.out, {
    colours: coloursFor(io.out, io.env, options.color),
    width: widthFor(io.out),
    explain: options.explain === true,
  });
}

async function openKeeper(folder: string, io: Io): Promise<Keeper> {
  const { openKeeper: open } = await import('../keeper.ts');
  return open(folder, io);
}

/** Gives a report's reading. A report that the reading breaks on is one failed input; the others are still read. */
export function readOne({ path, report }: IngestedReport, reader: Reader, withLayers: boolean): ReadingOut {
  try {
    const reading = reader.read(report);
    return withLayers ? { ...reading, layers: reader.layers(report) } : reading;
  } catch (cause) {
    if (cause instanceof GainsayError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GainsayError('reading-failed', { path, reason }, cause);
  }
}

/** Prints the sentence of a failed input and gives its exit code; an error that ends the command is thrown on. */
export async function told(error: unknown, io: Io): Promise<number> {
  if (!(error instanceof GainsayError)) throw error;
  const { exitCode } = ERRORS[error.code];
  if (exitCode !== 3 && exitCode !== 0) throw error;
  await io.err.write(`${error.message}\n`);
  return exitCode;
}
