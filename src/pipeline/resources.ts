import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseTable, type Row } from '../document/table.ts';

/** The package's own folder: `data/` and `models/` lie in it, whether the code runs from `src/` or from `dist/`. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Reads a table of `data/`, such as `events/triggers`. */
export async function readTable(name: string): Promise<readonly Row[]> {
  return parseTable(await readFile(`${PACKAGE_ROOT}data/${name}.tsv`, 'utf8'));
}

/** Reads the bytes of a model of `models/`, such as `fast/weights.bin`. */
export async function readModel(name: string): Promise<Uint8Array> {
  return readFile(`${PACKAGE_ROOT}models/${name}`);
}
