import type { Sector } from '../document/mention-layers.ts';
import type { Row } from '../document/table.ts';

/** The rows of the tables in data/actors, parsed. */
export interface ActorTables {
  readonly countries: readonly Row[];
  readonly regions: readonly Row[];
  readonly seats: readonly Row[];
  readonly armedGroups: readonly Row[];
  readonly organisations: readonly Row[];
  readonly roles: readonly Row[];
  /** How much each sign speaks for a country as the one whose a bare "army" is. */
  readonly signs: readonly Row[];
  /** Who held which office when; without it a leader is known only by what the report says. */
  readonly leaders?: readonly Row[];
  /** A user's own lines, which stand for whatever the other tables say of the same words. */
  readonly own?: readonly Row[];
}

/** A word that names a country, or a place or people of one. */
export interface CountryEntry {
  readonly kind: 'country';
  readonly form: 'name' | 'adjective' | 'people' | 'capital' | 'seat' | 'region' | 'region-adjective';
  /** ISO 3166 alpha-3 or EUR; null where the text must say whose seat it is. */
  readonly country: string | null;
  readonly sector: Sector | null;
}

/** A line of the armed groups, the organisations or the leaders; it holds from `from` to `to`, ISO dates, inclusive, empty when open. */
export interface BodyEntry {
  readonly kind: 'body';
  /** `group:taliban`. */
  readonly key: string;
  readonly country: string | null;
  readonly sector: Sector | null;
  readonly from: string;
  readonly to: string;
}

/** A noun or compound for somebody's part; data/actors/roles.tsv tells what the fields mean. */
export interface RoleEntry {
  readonly kind: 'role';
  readonly word: string;
  readonly sector: Sector | null;
  readonly noun: 'person' | 'people' | 'organisation' | 'thing';
  readonly strength: 'strong' | 'soft' | 'generic';
  readonly domestic: boolean;
  readonly use: 'head' | 'both';
}

export type ActorEntry = CountryEntry | BodyEntry | RoleEntry;

/** Words of the tables, cut into pieces as texts are, with every line that they stand for. */
export interface Phrase {
  readonly pieces: readonly string[];
  readonly entries: readonly ActorEntry[];
}

/** The tables by the first piece of each phrase, the longest phrase first. Names keep their capitals, roles are in lower case. */
export interface ActorLexicon {
  readonly names: ReadonlyMap<string, readonly Phrase[]>;
  readonly roles: ReadonlyMap<string, readonly Phrase[]>;
}

/** Compiles the tables once; a later line with the same words as an earlier one is kept beside it. */
export function createActorLexicon(tables: ActorTables): ActorLexicon {
  const names = new Map<string, ActorEntry[]>();
  const roles = new Map<string, ActorEntry[]>();
  for (const row of tables.countries) addCountry(names, row);
  for (const row of tables.regions) addRegion(names, row);
  for (const row of tables.seats) {
    add(names, row['name'], {
      kind: 'country',
      form: 'seat',
      country: row['country'] || null,
      sector: sectorOf(row),
    });
  }
  for (const row of tables.armedGroups) addBody(names, 'group', row);
  for (const row of tables.organisations) addBody(names, 'organisation', row);
  for (const row of tables.leaders ?? []) addBody(names, 'person', row);
  for (const row of tables.roles) add(roles, row['word']?.toLowerCase(), roleOf(row));
  for (const [key, entries] of ownNames(tables.own ?? [])) names.set(key, entries);
  return { names: byFirstPiece(names), roles: byFirstPiece(roles) };
}

const COUNTRY_FORMS = ['name', 'adjective', 'people', 'capital'] as const;

/** Lines for the same words stand side by side, so that each may have its own dates. */
function ownNames(rows: readonly Row[]): ReadonlyMap<string, ActorEntry[]> {
  const names = new Map<string, ActorEntry[]>();
  for (const row of rows) {
    const kind = row['kind'] ?? '';
    const form = COUNTRY_FORMS.find((known) => known === (kind === 'country' ? 'name' : kind));
    if (form === undefined) {
      addBody(names, kind === 'group' || kind === 'person' ? kind : 'organisation', {
        ...row,
        key: row['key'] || (row['name'] ?? '').toLowerCase().replaceAll(' ', '-'),
      });
      continue;
    }
    const sector = sectorOf(row) ?? (form === 'capital' ? 'GOV' : null);
    for (const name of [row['name'], ...cells(row['aliases'])])
      add(names, name, { kind: 'country', form, country: row['country'] || null, sector });
  }
  return names;
}

/**
 * Cuts words at spaces and hyphens and before a possessive 's, without accents and with straight apostrophes, so that
 * "al-Shabaab" is found whether the tokens keep the hyphen or not.
 */
export function piecesOf(words: string): string[] {
  return plain(words)
    .replaceAll("'s ", " 's ")
    .replaceAll("s' ", "s ' ")
    .replaceAll(/[-‐‑–]/gu, ' - ')
    .split(' ')
    .filter((piece) => piece !== '');
}

function plain(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[’‘ʼ]/gu, "'");
}

function addCountry(names: Map<string, ActorEntry[]>, row: Row): void {
  const country = row['code'] ?? '';
  const entry = (form: CountryEntry['form']): CountryEntry => ({
    kind: 'country',
    form,
    country,
    sector: form === 'capital' ? 'GOV' : null,
  });
  add(names, row['name'], entry('name'));
  for (const variant of cells(row['variants'])) add(names, variant, entry('name'));
  for (const adjective of cells(row['adjectives'])) add(names, adjective, entry('adjective'));
  for (const people of cells(row['people'])) add(names, people, entry('people'));
  for (const capital of cells(row['capitals'])) add(names, capital, entry('capital'));
}

function addRegion(names: Map<string, ActorEntry[]>, row: Row): void {
  const country = row['country'] ?? '';
  for (const name of cells(row['names']))
    add(names, name, { kind: 'country', form: 'region', country, sector: null });
  for (const adjective of cells(row['adjectives'])) {
    add(names, adjective, { kind: 'country', form: 'region-adjective', country, sector: null });
    if (/(?:an|i|er|ean)$/u.test(adjective)) {
      add(names, `${adjective}s`, { kind: 'country', form: 'people', country, sector: null });
    }
  }
}

function addBody(
  names: Map<string, ActorEntry[]>,
  table: 'group' | 'organisation' | 'person',
  row: Row,
): void {
  const entry: BodyEntry = {
    kind: 'body',
    key: `${table}:${row['key']}`,
    country: row['country'] || null,
    sector: sectorOf(row),
    from: row['from'] ?? '',
    to: row['to'] ?? '',
  };
  for (const name of [row['name'], ...cells(row['aliases'])]) add(names, name, entry);
}

function roleOf(row: Row): RoleEntry {
  return {
    kind: 'role',
    word: row['word'] ?? '',
    sector: sectorOf(row),
    noun: row['kind'] as RoleEntry['noun'],
    strength: row['strength'] as RoleEntry['strength'],
    domestic: row['domestic'] === 'yes',
    use: row['use'] as RoleEntry['use'],
  };
}

function sectorOf(row: Row): Sector | null {
  return (row['sector'] || null) as Sector | null;
}

function cells(cell: string | undefined): string[] {
  return (cell ?? '').split('|').filter((part) => part !== '');
}

function add(phrases: Map<string, ActorEntry[]>, words: string | undefined, entry: ActorEntry): void {
  if (words === undefined || words === '') return;
  const key = piecesOf(words).join(' ');
  const known = phrases.get(key);
  if (known === undefined) phrases.set(key, [entry]);
  else known.push(entry);
}

function byFirstPiece(phrases: ReadonlyMap<string, readonly ActorEntry[]>): Map<string, Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const [key, entries] of phrases) {
    const pieces = key.split(' ');
    const first = pieces[0] ?? '';
    const bucket = found.get(first);
    if (bucket === undefined) found.set(first, [{ pieces, entries }]);
    else bucket.push({ pieces, entries });
  }
  for (const bucket of found.values()) bucket.sort((a, b) => b.pieces.length - a.pieces.length);
  return found;
}
