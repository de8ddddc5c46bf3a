import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reading } from '../../claims/reading.ts';
import { buildStory } from '../../corroboration/story.ts';
import { createTables, type Tables } from '../../corroboration/tables.ts';
import type { Io } from '../io.ts';
import { type ReadingOptions, readEach } from '../readings.ts';
import { storyView } from '../story-view.ts';
import { coloursFor, widthFor } from '../terminal.ts';

/** What `gainsay story` was asked to do. */
export interface StoryOptions extends ReadingOptions {
  readonly json?: boolean;
  readonly color: boolean;
}

/** Reads several reports about one matter and puts together who asserts and who denies each event. */
export async function story(paths: readonly string[], options: StoryOptions, io: Io): Promise<number> {
  const readings: Reading[] = [];
  const { exitCode } = await readEach(paths, options, io, async (reading) => {
    readings.push(reading);
  });
  const built = buildStory(readings, { tables: await loadTables(io.root) });
  const text =
    options.json === true
      ? `${JSON.stringify(built, null, 1)}\n`
      : storyView(built, { colours: coloursFor(io.out, io.env, options.color), width: widthFor(io.out) });
  await io.out.write(text);
  return exitCode;
}

async function loadTables(root: string): Promise<Tables> {
  const table = (name: string): Promise<string> => readFile(join(root, 'data', `${name}.tsv`), 'utf8');
  const [acts, nearActs, bodies, families] = await Promise.all([
    table('corroboration/acts'),
    table('corroboration/near-acts'),
    table('corroboration/bodies'),
    table('outlets/families'),
  ]);
  return createTables({ acts, nearActs, bodies, families });
}
