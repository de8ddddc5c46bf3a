import type { Reading } from '../../claims/reading.ts';
import { buildStory, type Story } from '../../corroboration/story.ts';
import { openProjectToRead } from '../../ledger/project.ts';
import { changesView } from '../../views/changes.ts';
import { changesText } from '../changes-view.ts';
import { loadTables } from '../corroboration-tables.ts';
import type { Io } from '../io.ts';
import { openKeptStory } from '../kept-story.ts';
import { type ReadingOptions, readEach } from '../readings.ts';
import { coloursFor, counted, widthFor } from '../terminal.ts';
import { requireOneInput } from './story.ts';

/** What `gainsay diff` was asked to do. Moments are ISO 8601 in UTC. */
export interface DiffOptions extends ReadingOptions {
  readonly since: string;
  readonly until?: string;
  readonly project?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Tells what changed since a moment: in a project by when reports and decisions came in, for files by their dates of publication. */
export async function diff(paths: readonly string[], options: DiffOptions, io: Io): Promise<number> {
  requireOneInput(paths, options.project);
  const { before, after, exitCode } =
    options.project === undefined
      ? await fromPaths(paths, options, io)
      : await fromProject(options.project, options, io);
  const groups = changesView(before, after);
  const { since, until = null } = options;
  const text =
    options.json === true
      ? `${JSON.stringify({ since, until, changes: groups.flatMap(({ changes }) => changes) }, null, 1)}\n`
      : changesText(groups, {
          colours: coloursFor(io.out, io.env, options.color),
          width: widthFor(io.out),
        });
  await io.out.write(text);
  return exitCode;
}

interface Stories {
  readonly before: Story;
  readonly after: Story;
  readonly exitCode: number;
}

async function fromProject(folder: string, { since, until }: DiffOptions, io: Io): Promise<Stories> {
  const tell = await openKeptStory(await openProjectToRead(folder), await loadTables(io.root));
  return { before: tell(since), after: tell(until ?? null), exitCode: 0 };
}

async function fromPaths(paths: readonly string[], options: DiffOptions, io: Io): Promise<Stories> {
  const readings: Reading[] = [];
  const { exitCode } = await readEach(paths, options, io, async (reading) => {
    readings.push(reading);
  });
  const undated = readings.filter(({ report }) => report.publishedAt === null).length;
  if (undated > 0)
    await io.err.write(
      `${counted(undated, 'report')} without a date of publication: taken as known before.\n`,
    );
  const tables = await loadTables(io.root);
  const at = (moment: string | undefined): Story =>
    buildStory(
      readings.filter(({ report }) => moment === undefined || isKnown(report.publishedAt, moment)),
      { tables },
    );
  return { before: at(options.since), after: at(options.until), exitCode };
}

function isKnown(publishedAt: string | null, moment: string): boolean {
  return publishedAt === null || !(Date.parse(publishedAt) > Date.parse(moment));
}
