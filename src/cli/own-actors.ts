import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sector } from '../document/mention-layers.ts';
import { parseTable, type Row } from '../document/table.ts';
import { GainsayError } from '../errors.ts';

const KINDS = ['country', 'capital', 'adjective', 'people', 'organisation', 'group', 'person'];

const SECTORS =
  'COP GOV JUD LEG MIL PRM PTY REB SPY UAF PRE AGR BUS CRM CVL EDU ELI JRN LAB MED NGO OPP REF REL SOC'.split(
    ' ',
  ) as readonly Sector[];

/** Where somebody's own table may stand. */
export interface OwnActorsOptions {
  readonly actors?: string;
  readonly project?: string;
}

/**
 * Gives the lines of a user's own table of actors: the file asked for, else the `actors.tsv` of the project; none where
 * there is neither.
 * @throws GainsayError `actors-table` when the file cannot be read or a line is not understood.
 */
export async function ownActorsFor({ actors, project }: OwnActorsOptions): Promise<readonly Row[]> {
  const kept = project === undefined ? undefined : join(project, 'actors.tsv');
  const path = actors ?? (kept !== undefined && existsSync(kept) ? kept : undefined);
  return path === undefined ? [] : readOwnActors(path);
}

async function readOwnActors(path: string): Promise<readonly Row[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GainsayError('actors-table', { path, reason }, cause);
  }
  const rows = parseTable(text.replaceAll('\r\n', '\n'));
  const reason = rows.length === 0 ? 'it holds no line' : rows.map(faultOf).find((fault) => fault !== null);
  if (reason !== null && reason !== undefined) throw new GainsayError('actors-table', { path, reason });
  return rows;
}

function faultOf({
  name = '',
  kind = '',
  country = '',
  sector = '',
  from = '',
  to = '',
}: Row): string | null {
  if (name === '') return 'a line has no name, or the first line does not name the columns';
  if (!KINDS.includes(kind)) return `${name}: the kind is “${kind}”, not one of ${KINDS.join(', ')}`;
  if (!/^(?:[A-Z]{3})?$/u.test(country)) return `${name}: the country “${country}” is not three capitals`;
  if (sector !== '' && !SECTORS.some((known) => known === sector)) return `${name}: no sector “${sector}”`;
  const badDay = [from, to].find((day) => !/^(?:\d{4}-\d{2}-\d{2})?$/u.test(day));
  return badDay === undefined ? null : `${name}: “${badDay}” is not a day as in 2024-03-02`;
}
