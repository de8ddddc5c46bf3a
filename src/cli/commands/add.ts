import type { Io } from '../io.ts';
import { openKeeper } from '../keeper.ts';
import { type ReadingOptions, readEach } from '../readings.ts';
import { counted } from '../terminal.ts';

/** What `gainsay add` was asked to do. */
export interface AddOptions extends ReadingOptions {
  readonly project: string;
  readonly quiet?: boolean;
}

/** Reads reports into a project and prints what became of each; the counts at the end add up to the inputs. */
export async function add(paths: readonly string[], options: AddOptions, io: Io): Promise<number> {
  const keeper = await openKeeper(options.project, io);
  const counts = { stored: 0, known: 0 };
  try {
    const { exitCode, refused } = await readEach(paths, options, io, async (read, item) => {
      const { status, reading } = await keeper.keep(item, read);
      counts[status]++;
      await io.out.write(
        `${status}\t${reading.id}\t${counted(reading.events.length, 'event')}\t${item.path}\n`,
      );
    });
    if (options.quiet !== true) {
      await io.err.write(`${counts.stored} stored, ${counts.known} known already, ${refused} refused.\n`);
    }
    return exitCode;
  } finally {
    await keeper.close();
  }
}
