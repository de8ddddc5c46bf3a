import type { Row } from '../document/table.ts';
import { ERRORS, GainsayError } from '../errors.ts';
import type { IngestedReport } from '../ingest/ingested.ts';
import { ingest } from '../ingest/input.ts';
import { openPool, poolOfOne, type ReaderPool, type ReadingOut } from '../pipeline/pool.ts';
import type { Reader } from '../pipeline/reader-type.ts';
import type { Io, Output } from './io.ts';
import { ownActorsFor } from './own-actors.ts';

/** How reports are read. */
export interface ReadingOptions {
  readonly engine?: 'fast' | 'accurate';
  readonly layers?: boolean;
  readonly quiet?: boolean;
  /** Reports read at once; 1 without it. */
  readonly jobs?: number;
  /** A user's own table of actors; without it the `actors.tsv` of the project, where there is one. */
  readonly actors?: string;
  readonly project?: string;
}

/** What became of the inputs of one command. */
export interface Outcome {
  readonly exitCode: number;
  readonly refused: number;
}

/**
 * Reads every report at the paths and hands each reading on, in the order of the inputs. Tells the sentence of each
 * failed input on the error stream. Loads the reader when the first report has come in.
 */
export async function readEach(
  paths: readonly string[],
  options: ReadingOptions,
  io: Io,
  take: (reading: ReadingOut, item: IngestedReport) => Promise<void>,
): Promise<Outcome> {
  let pool: ReaderPool | null = null;
  let exitCode = 0;
  let refused = 0;
  const underWay: (() => Promise<void>)[] = [];
  const settleFirst = async (): Promise<void> => {
    try {
      await underWay.shift()?.();
    } catch (error) {
      exitCode = Math.max(exitCode, await told(error, io));
      refused++;
    }
  };
  try {
    for await (const item of ingest(paths, { stdin: io.stdin })) {
      if (item.kind === 'rejected') underWay.push(() => Promise.reject(item.error));
      else {
        pool ??= await poolFor(options, io);
        const reading = readAt(pool, item, options.layers === true);
        // It is awaited when its turn comes; until then a failure waits with it.
        reading.catch(() => undefined);
        underWay.push(async () => take(await reading, item));
      }
      // Twice as many as are read at once: enough to keep every worker busy, few enough to hold in memory.
      while (underWay.length > (pool === null || pool.size === 1 ? 0 : pool.size * 2)) await settleFirst();
    }
    while (underWay.length > 0) await settleFirst();
  } finally {
    await pool?.close();
  }
  return { exitCode, refused };
}

async function poolFor(options: ReadingOptions, io: Io): Promise<ReaderPool> {
  const { engine, quiet, jobs = 1 } = options;
  const tell = quiet === true ? null : io.err;
  const actors = await ownActorsFor(options);
  if (jobs === 1) return poolOfOne(await loadTelling(engine ?? null, tell, io, actors));
  if (engine === 'fast') return openPool(jobs, engine, actors);
  const { openEngine } = await import('../pipeline/engines.ts');
  // Loaded here once before the workers do: each would fail, or tell what is lacking, by itself.
  const opened = await openEngine(engine ?? null);
  await tellLack(opened.lacks, tell);
  return openPool(jobs, opened.engine.name, actors);
}

/** Loads a reader and tells on `tell`, where there is one, why the fast engine had to stand in. */
export async function loadTelling(
  engine: 'fast' | 'accurate' | null,
  tell: Output | null,
  io: Io,
  actors: readonly Row[] = [],
): Promise<Reader> {
  const { lacks = null, ...reader } = await io.loadReader({ engine, actors });
  await tellLack(lacks, tell);
  return reader;
}

async function tellLack(lacks: GainsayError | null, tell: Output | null): Promise<void> {
  if (lacks !== null) await tell?.write(`${lacks.message}\n`);
}

/** A reading that broke off is told by the input's path, which the reading does not know. */
async function readAt(
  pool: ReaderPool,
  { report, path }: IngestedReport,
  withLayers: boolean,
): Promise<ReadingOut> {
  try {
    return await pool.read(report, withLayers);
  } catch (error) {
    if (!(error instanceof GainsayError) || error.code !== 'reading-failed') throw error;
    throw new GainsayError('reading-failed', { ...error.details, path }, error);
  }
}

/** Prints the sentence of a failed input and gives its exit code; an error that ends the command is thrown on. */
async function told(error: unknown, io: Io): Promise<number> {
  if (!(error instanceof GainsayError)) throw error;
  const { exitCode } = ERRORS[error.code];
  if (exitCode !== 3 && exitCode !== 0) throw error;
  await io.err.write(`${error.message}\n`);
  return exitCode;
}
