import { createReadStream } from 'node:fs';
import { access, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { parseTable } from '../../document/table.ts';
import { GainsayError } from '../../errors.ts';
import { type OfficeHeld, readPeople } from '../../ingest/wikidata.ts';
import type { Io } from '../io.ts';
import { counted } from '../terminal.ts';

/** What `gainsay people` was asked to do. */
export interface PeopleOptions {
  /** ISO 3166 alpha-3; all countries without it. */
  readonly country?: readonly string[];
  readonly out?: string;
  readonly quiet?: boolean;
}

const COLUMNS = 'name\taliases\tkind\tcountry\tsector\tfrom\tto';

/**
 * Makes a table of one's own actors out of the people in a dump of Wikidata: a line for each office that somebody held.
 * @throws GainsayError `input-missing` when there is no dump, `people-dump` when it holds nobody in office.
 */
export async function people(dump: string, options: PeopleOptions, io: Io): Promise<number> {
  await access(dump).catch((cause: unknown) => {
    throw new GainsayError('input-missing', { path: dump }, cause);
  });
  const { offices, faults } = await readPeople(() => linesOf(dump));
  const sectorOf = await readSectors(io.root);
  const wanted = offices.filter(({ country }) => options.country?.includes(country ?? '') ?? true);
  const lines = [...new Set(wanted.flatMap((held) => lineOf(held, sectorOf(held.office)) ?? []))].sort();
  if (lines.length === 0) throw new GainsayError('people-dump', { path: dump });
  const table = [
    `# Origin: ${basename(dump)}, a dump of Wikidata. Licence: CC0 1.0.`,
    COLUMNS,
    ...lines,
    '',
  ].join('\n');
  if (options.out === undefined) await io.out.write(table);
  else await replaceFile(options.out, table);
  const [first] = faults;
  if (first !== undefined)
    await io.err.write(
      `${dump}: ${counted(faults.length, 'line')} hold no item, the first is line ${first}; left out.\n`,
    );
  if (options.quiet !== true) await io.err.write(`${counted(lines.length, 'line')} of people in office.\n`);
  return 0;
}

function linesOf(path: string): AsyncIterable<string> {
  const bytes = createReadStream(path);
  const input = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

/** "Minister of Defence" is a minister's sector: that of the first word that data/actors/roles.tsv gives one. */
async function readSectors(root: string): Promise<(office: string) => string> {
  const rows = parseTable(await readFile(join(root, 'data/actors/roles.tsv'), 'utf8'));
  const sectors = new Map(
    rows.flatMap(({ word = '', sector = '' }) => (sector === '' ? [] : [[word, sector]])),
  );
  return (office) =>
    office
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .map((word) => sectors.get(word) ?? '')
      .find((sector) => sector !== '') ?? '';
}

/** Null where neither country nor sector is known: such a line would tell nothing. */
function lineOf({ name, aliases, country, from, to }: OfficeHeld, sector: string): string | null {
  if (country === null && sector === '') return null;
  const others = aliases.map(inOneCell).filter((alias) => alias !== name && !alias.includes('|'));
  return [inOneCell(name), others.join('|'), 'person', country ?? '', sector, from, to].join('\t');
}

function inOneCell(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A table stands whole or not at all. */
async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}
