import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reading } from '../claims/reading.ts';
import { buildStory, type Story } from '../corroboration/story.ts';
import { createTables } from '../corroboration/tables.ts';
import { PACKAGE_ROOT } from '../pipeline/resources.ts';

/** Puts the readings of a collection together. */
export type StoryTeller = (readings: readonly Reading[]) => Story;

/** Loads the tables by which reports are compared, and gives the teller over them. */
export async function loadStoryTeller(): Promise<StoryTeller> {
  const table = (name: string) => readFile(join(PACKAGE_ROOT, 'data', `${name}.tsv`), 'utf8');
  const [acts, nearActs, bodies, families] = await Promise.all([
    table('corroboration/acts'),
    table('corroboration/near-acts'),
    table('corroboration/bodies'),
    table('outlets/families'),
  ]);
  const tables = createTables({ acts, nearActs, bodies, families });
  return (readings) => buildStory(readings, { tables });
}
