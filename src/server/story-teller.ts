import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reading } from '../claims/reading.ts';
import type { StoryDecision } from '../corroboration/decisions.ts';
import { buildStory, type Story } from '../corroboration/story.ts';
import { createTables } from '../corroboration/tables.ts';
import { PACKAGE_ROOT } from '../pipeline/resources.ts';

/** What is known of a collection at a moment. */
export interface Collection {
  /** In the order in which the reports came. */
  readonly readings: readonly Reading[];
  /** When each report reached us, ISO 8601, by its id; those that were there from the start may lack it. */
  readonly arrivals: ReadonlyMap<string, string>;
  /** What people decided by then and had not taken back. */
  readonly decisions: readonly StoryDecision[];
}

/** Puts a collection together. */
export type StoryTeller = (collection: Collection) => Story;

/** Loads the tables by which reports are compared, and gives the teller over them. */
export async function loadStoryTeller(): Promise<StoryTeller> {
  const table = (name: string) => readFile(join(PACKAGE_ROOT, 'data', `${name}.tsv`), 'utf8');
  const [acts, nearActs, synonyms, kindred, irregularVerbs, bodies, families] = await Promise.all([
    table('corroboration/acts'),
    table('corroboration/near-acts'),
    table('corroboration/synonyms'),
    table('corroboration/kindred'),
    table('language/irregular-verbs'),
    table('corroboration/bodies'),
    table('outlets/families'),
  ]);
  const tables = createTables({ acts, nearActs, synonyms, kindred, irregularVerbs, bodies, families });
  return ({ readings, arrivals, decisions }) => buildStory(readings, { tables, arrivals, decisions });
}
