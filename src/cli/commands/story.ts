import type { Reading } from '../../claims/reading.ts';
import { buildStory, type Story } from '../../corroboration/story.ts';
import { GainsayError } from '../../errors.ts';
import { openProjectToRead } from '../../ledger/project.ts';
import { loadTables } from '../corroboration-tables.ts';
import type { Io } from '../io.ts';
import { openKeptStory } from '../kept-story.ts';
import { type ReadingOptions, readEach } from '../readings.ts';
import { storyView } from '../story-view.ts';
import { coloursFor, widthFor } from '../terminal.ts';

/** What `gainsay story` was asked to do. */
export interface StoryOptions extends ReadingOptions {
  readonly json?: boolean;
  readonly color: boolean;
  /** Put together what this project keeps, instead of reports at paths. */
  readonly project?: string;
}

/** Puts several reports about one matter together, read from paths or kept in a project: who asserts and who denies each event. */
export async function story(paths: readonly string[], options: StoryOptions, io: Io): Promise<number> {
  requireOneInput(paths, options.project);
  const { built, exitCode } =
    options.project === undefined
      ? await fromPaths(paths, options, io)
      : await fromProject(options.project, io);
  const text =
    options.json === true
      ? `${JSON.stringify(built, null, 1)}\n`
      : storyView(built, { colours: coloursFor(io.out, io.env, options.color), width: widthFor(io.out) });
  await io.out.write(text);
  return exitCode;
}

/** @throws GainsayError `usage` where neither or both of paths and a project are given. */
export function requireOneInput(paths: readonly string[], project: string | undefined): void {
  if (paths.length === 0 && project === undefined)
    throw new GainsayError('usage', { reason: 'Give reports, or a project with --project.' });
  if (paths.length > 0 && project !== undefined)
    throw new GainsayError('usage', {
      reason: 'Give either reports or a project; gainsay add keeps reports in a project.',
    });
}

async function fromPaths(
  paths: readonly string[],
  options: StoryOptions,
  io: Io,
): Promise<{ readonly built: Story; readonly exitCode: number }> {
  const readings: Reading[] = [];
  const { exitCode } = await readEach(paths, options, io, async (reading) => {
    readings.push(reading);
  });
  return { built: buildStory(readings, { tables: await loadTables(io.root) }), exitCode };
}

async function fromProject(
  folder: string,
  io: Io,
): Promise<{ readonly built: Story; readonly exitCode: number }> {
  const tell = await openKeptStory(await openProjectToRead(folder), await loadTables(io.root));
  return { built: tell(), exitCode: 0 };
}
