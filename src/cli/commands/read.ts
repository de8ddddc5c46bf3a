import type { Io } from '../io.ts';
import type { Keeper } from '../keeper.ts';
import { type ReadingOptions, readEach } from '../readings.ts';
import { folderSink, jsonSink, ndjsonSink, type Sink, viewSink } from '../sinks.ts';
import { coloursFor, widthFor } from '../terminal.ts';

/** What `gainsay read` was asked to do. */
export interface ReadOptions extends ReadingOptions {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly out?: string;
  readonly explain?: boolean;
  readonly project?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** Reads the reports at the paths and writes their readings. Gives the exit code: 3 when some inputs failed. */
export async function read(paths: readonly string[], options: ReadOptions, io: Io): Promise<number> {
  const sink = await sinkFor(options, io);
  const keeper = options.project === undefined ? null : await openKeeper(options.project, io);
  try {
    const { exitCode } = await readEach(paths, options, io, async (reading, item) => {
      await sink.take(reading);
      await keeper?.keep(item, reading);
    });
    await sink.close();
    return exitCode;
  } finally {
    await keeper?.close();
  }
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
