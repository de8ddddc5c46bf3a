import type { Row } from '../document/table.ts';

/** Gives the classes of acts that a lemma may name ("bomb" and "raid" are both a strike); empty where it is in none. */
export type Acts = (lemma: string) => ReadonlySet<string>;

const NONE: ReadonlySet<string> = new Set();

/** Compiles the table of acts; words of two parts are left out, since a trigger's head alone is asked for. */
export function compileActs(rows: readonly Row[]): Acts {
  const classes = new Map<string, Set<string>>();
  for (const row of rows)
    for (const word of (row['words'] ?? '').split(' ')) {
      const held = classes.get(word) ?? new Set();
      classes.set(word, held.add(row['class'] ?? ''));
    }
  return (lemma) => classes.get(lemma) ?? NONE;
}
