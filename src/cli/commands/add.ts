import { ingest } from '../../ingest/input.ts';
import type { Reader } from '../../pipeline/reader-type.ts';
import type { Io } from '../io.ts';
import { openKeeper } from '../keeper.ts';
import { counted } from '../terminal.ts';
import { readOne, told } from './read.ts';

/** What `gainsay add` was asked to do. */
export interface AddOptions {
  readonly project: string;
  readonly engine?: 'fast' | 'accurate';
  readonly quiet?: boolean;
}

/** Reads reports into a project and prints what became of each; the counts at the end add up to the inputs. */
export async function add(paths: readonly string[], options: AddOptions, io: Io): Promise<number> {
  const keeper = await openKeeper(options.project, io);
  const counts = { stored: 0, known: 0, refused: 0 };
  let reader: Reader | null = null;
  let exitCode = 0;
  try {
    for await (const item of ingest(paths, { stdin: io.stdin })) {
      try {
        if (item.kind === 'rejected') throw item.error;
        reader ??= await io.loadReader({ engine: options.engine ?? null });
        const { status, reading } = await keeper.keep(item, readOne(item, reader, false));
        counts[status]++;
        await io.out.write(
          `${status}\t${reading.id}\t${counted(reading.events.length, 'event')}\t${item.path}\n`,
        );
      } catch (error) {
        exitCode = Math.max(exitCode, await told(error, io));
        counts.refused++;
      }
    }
  } finally {
    await keeper.close();
  }
  if (options.quiet !== true) {
    await io.err.write(
      `${counts.stored} stored, ${counts.known} known already, ${counts.refused} refused.\n`,
    );
  }
  return exitCode;
}
