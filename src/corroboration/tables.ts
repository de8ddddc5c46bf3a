import { parseTable, type Row } from '../document/table.ts';
import { baseStem, stemOf } from './words.ts';

/** The texts of the tables that corroboration reads: data/corroboration, data/outlets and one of data/language. */
export interface TableTexts {
  readonly acts: string;
  readonly nearActs: string;
  readonly synonyms: string;
  readonly kindred: string;
  /** data/language/irregular-verbs. */
  readonly irregularVerbs: string;
  readonly bodies: string;
  readonly families: string;
  /** A user's own rows, which replace those of the same outlet; absent where there are none. */
  readonly ownFamilies?: string;
}

/** What stands behind a source's name. */
export type BodyKind = 'official' | 'group' | 'witness' | 'expert' | 'document' | 'outlet';

/** A kind of source with the words that give it away. */
export interface BodyClass {
  readonly name: string;
  readonly kind: BodyKind;
  /** Lower case, longest first. */
  readonly words: readonly string[];
}

/** A publisher. */
export interface Outlet {
  readonly name: string;
  readonly owner: string;
  /** ISO 3166 alpha-3 of the seat. */
  readonly country: string | null;
  readonly kind: string;
}

/** What corroboration knows of the world. */
export interface Tables {
  /** Classes of acts by the stem of the word that names them ("went down": by both stems), in the table's order. */
  readonly acts: ReadonlyMap<string, readonly string[]>;
  /** Types that a class's words have, by class; a class without them fits any type. */
  readonly typesOfAct: ReadonlyMap<string, ReadonlySet<string>>;
  /** Classes of acts by the mode that a reading gives. */
  readonly actsOfMode: ReadonlyMap<string, readonly string[]>;
  /** By stem, the stem of the word that stands for all words for the same thing. */
  readonly synonyms: ReadonlyMap<string, string>;
  /** Lemmas of irregular verbs by form. */
  readonly lemmas: ReadonlyMap<string, string>;
  /** By the stem of a word ("passed away": by both), the names of its groups of words for one and the same deed. */
  readonly kindred: ReadonlyMap<string, readonly string[]>;
  /** Classes whose acts are done by saying so. */
  readonly verbalActs: ReadonlySet<string>;
  /** "strike explosion": classes that may name one event. */
  readonly nearActs: ReadonlySet<string>;
  readonly bodies: readonly BodyClass[];
  readonly outlets: ReadonlyMap<string, Outlet>;
}

/** Gives the tables ready for use. */
export function createTables(texts: TableTexts): Tables {
  const actRows = parseTable(texts.acts);
  const lemmas = new Map(
    parseTable(texts.irregularVerbs).map(({ form = '', lemma = '' }) => [form, lemma] as const),
  );
  const kindred = parseTable(texts.kindred).map(({ words = '' }) => ({
    class: words.split(' ')[0] ?? '',
    words,
  }));
  const rows = [...parseTable(texts.families), ...parseTable(texts.ownFamilies ?? '')];
  return {
    acts: classesBy(actRows, 'words', (word) => word.split('_').map(stemOf).join(' ')),
    typesOfAct: new Map(
      actRows.map((row) => [
        row['class'] ?? '',
        new Set((row['types'] ?? '').split(' ').filter((type) => type !== '')),
      ]),
    ),
    actsOfMode: classesBy(actRows, 'modes', (mode) => mode),
    synonyms: new Map(parseTable(texts.synonyms).flatMap(synonymsIn)),
    lemmas,
    kindred: classesBy(kindred, 'words', (words) =>
      words
        .split('_')
        .map((word) => baseStem(word, lemmas))
        .join(' '),
    ),
    verbalActs: new Set(actRows.filter((row) => row['side'] === 'verbal').map((row) => row['class'] ?? '')),
    nearActs: new Set(
      parseTable(texts.nearActs).flatMap(({ class: a, near: b }) => [`${a} ${b}`, `${b} ${a}`]),
    ),
    bodies: parseTable(texts.bodies).map(bodyOf),
    outlets: new Map(rows.flatMap(outletEntries)),
  };
}

function classesBy(
  rows: readonly Row[],
  column: string,
  keyOf: (word: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const row of rows) {
    for (const key of new Set(
      (row[column] ?? '')
        .split(' ')
        .filter((word) => word !== '')
        .map(keyOf),
    ))
      classes.set(key, [...(classes.get(key) ?? []), row['class'] ?? '']);
  }
  return classes;
}

function synonymsIn(row: Row): readonly (readonly [string, string])[] {
  const [first = '', ...others] = (row['words'] ?? '').split(' ').map(stemOf);
  return others.map((other) => [other, first] as const);
}

function bodyOf(row: Row): BodyClass {
  const words = (row['words'] ?? '').split(';').filter((word) => word !== '');
  return {
    name: row['class'] ?? '',
    // The table's own check holds the kinds; an unknown one would only never match.
    kind: (row['kind'] ?? 'group') as BodyKind,
    words: [...words].sort((a, b) => b.length - a.length),
  };
}

function outletEntries(row: Row): readonly (readonly [string, Outlet])[] {
  const name = row['outlet'] ?? '';
  const outlet = {
    name,
    owner: row['owner'] || name,
    country: row['country'] || null,
    kind: row['kind'] ?? '',
  };
  const aliases = (row['aliases'] ?? '').split(';').filter((alias) => alias !== '');
  return [name, ...aliases].map((alias) => [outletKey(alias), outlet] as const);
}

/** Gives the form by which an outlet's name is looked up: lower case, without article, marks and "(agency)". */
export function outletKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/\([^)]{0,40}\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** Gives the key of the family that an outlet belongs to: its owner, else the outlet itself. */
export function familyOf(name: string, tables: Tables): string {
  return outletKey(tables.outlets.get(outletKey(name))?.owner ?? name);
}
