import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTables, type Tables } from '../corroboration/tables.ts';

/** Loads the tables by which reports are compared. */
export async function loadTables(root: string): Promise<Tables> {
  const table = (name: string): Promise<string> => readFile(join(root, 'data', `${name}.tsv`), 'utf8');
  const [acts, nearActs, synonyms, kindred, irregularVerbs, bodies, families] = await Promise.all([
    table('corroboration/acts'),
    table('corroboration/near-acts'),
    table('corroboration/synonyms'),
    table('corroboration/kindred'),
    table('language/irregular-verbs'),
    table('corroboration/bodies'),
    table('outlets/families'),
  ]);
  return createTables({ acts, nearActs, synonyms, kindred, irregularVerbs, bodies, families });
}
