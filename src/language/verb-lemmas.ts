import type { Tag } from '../document/language-layers.ts';
import type { Row } from '../document/table.ts';

/** Verbs whose lemma is known whatever an engine makes of a form that it has hardly seen. */
export interface VerbLemmas {
  /** Irregular past forms: "struck" to "strike". */
  readonly irregular: ReadonlyMap<string, string>;
  /** Lemmas that the reading's tables use: "bomb", "strafe". */
  readonly known: ReadonlySet<string>;
}

/** Compiles `data/language/irregular-verbs.tsv` and the verbs of the tables of triggers and cues. */
export function compileVerbLemmas(
  irregular: readonly Row[],
  tables: readonly (readonly Row[])[],
): VerbLemmas {
  const verbs = tables.flatMap((rows) => rows.filter((row) => (row['pos'] ?? 'verb') === 'verb'));
  return {
    irregular: new Map(irregular.map((row) => [row['form'] ?? '', row['lemma'] ?? ''])),
    known: new Set(
      verbs.flatMap((row) =>
        (row['words'] ?? row['verb'] ?? '').split('|').map((words) => words.split(' ')[0] ?? ''),
      ),
    ),
  };
}

/**
 * Gives the tag with its lemma put right: engines learn lemmas from endings, and make "bom" of "bombed" and "straf" of
 * "strafed". Where the lemma is no verb of ours and a regular one of the form is, that one is taken.
 */
export function mendLemma({ irregular, known }: VerbLemmas, text: string, tag: Tag): Tag {
  const form = text.toLowerCase();
  // "Shelling" the noun is no "shell": nouns in -ing keep it.
  if (tag.upos === 'NOUN' && form.endsWith('ing')) return { ...tag, lemma: form };
  if (tag.upos !== 'VERB') return tag;
  const lemma =
    irregular.get(form) ?? (known.has(tag.lemma) ? undefined : stemsOf(form).find((stem) => known.has(stem)));
  return lemma === undefined ? tag : { ...tag, lemma };
}

/** What a regular form may come from, the form itself first: "shelled" from "shell", "mined" from "mine", "barred" from "bar". */
function stemsOf(form: string): readonly string[] {
  const stems = [form];
  const ending = ['ing', 'ed', 'es', 's'].find((one) => form.endsWith(one));
  if (ending === undefined || form.length < ending.length + 2) return stems;
  const stem = form.slice(0, -ending.length);
  stems.push(stem, `${stem}e`);
  if (stem.at(-1) === stem.at(-2)) stems.push(stem.slice(0, -1));
  if (stem.endsWith('i')) stems.push(`${stem.slice(0, -1)}y`);
  return stems;
}
