import { readFileSync } from 'node:fs';
import { parseTable, type Row } from '../src/document/table.ts';
import type { ActorTables } from '../src/mentions/actors.ts';

/** The tables in data/actors as the reader loads them. */
export const ACTOR_TABLES: ActorTables = {
  countries: load('countries'),
  regions: load('regions'),
  seats: load('seats'),
  armedGroups: load('armed-groups'),
  organisations: load('organisations'),
  roles: load('roles'),
  signs: load('signs'),
  leaders: load('leaders'),
};

function load(name: string): readonly Row[] {
  return parseTable(readFileSync(new URL(`../data/actors/${name}.tsv`, import.meta.url), 'utf8'));
}
