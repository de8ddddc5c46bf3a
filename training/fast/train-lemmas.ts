import { ENDING_LIMIT } from '../../src/language/lemmas.ts';
import type { TreebankSentence } from './conllu.ts';

/**
 * Learns how lemmas are made: for each tag and each ending the edit that most words take, and whole words that do
 * otherwise. An ending that says no more than a shorter one is left out.
 */
export function trainLemmas(sentences: readonly TreebankSentence[]): string[] {
  const words = collect(sentences);
  const endings = new Map<string, Map<string, number>>();
  for (const { tag, lower, edit } of words.values()) {
    for (let length = 0; length <= Math.min(ENDING_LIMIT, lower.length - 1); length++) {
      const key = `${tag} ${lower.slice(lower.length - length)}`;
      const edits = endings.get(key) ?? new Map<string, number>();
      edits.set(edit, (edits.get(edit) ?? 0) + 1);
      endings.set(key, edits);
    }
  }
  const table = usefulEndings(endings);
  for (const { tag, lower, edit } of words.values()) {
    if (editOf(table, tag, lower) !== edit) table.set(`${tag} =${lower}`, edit);
  }
  return [...table].map(([key, edit]) => `${key}\t${edit}`).sort();
}

interface Form {
  readonly tag: string;
  readonly lower: string;
  readonly edit: string;
}

/** Each form once, with its most frequent lemma. */
function collect(sentences: readonly TreebankSentence[]): Map<string, Form> {
  const seen = new Map<string, Map<string, number>>();
  for (const { words, lemmas, upos, xpos } of sentences) {
    words.forEach((word, at) => {
      const proper = upos[at] === 'PROPN';
      const form = proper ? word : word.toLowerCase();
      const lemma = proper ? (lemmas[at] as string) : (lemmas[at] as string).toLowerCase();
      // Spelling mistakes and case repairs ("IRAQ" → "Iraq") are not a matter of endings.
      if (lemma === '_' || (proper && !lemma.startsWith(form.slice(0, -3)))) return;
      const key = `${upos[at]} ${xpos[at]}\t${word.toLowerCase()}`;
      const edits = seen.get(key) ?? new Map<string, number>();
      const edit = editBetween(form, lemma);
      edits.set(edit, (edits.get(edit) ?? 0) + 1);
      seen.set(key, edits);
    });
  }
  return new Map(
    [...seen].map(([key, edits]) => {
      const [tag = '', lower = ''] = key.split('\t');
      return [key, { tag, lower, edit: mostFrequent(edits)[0] }];
    }),
  );
}

/** What makes a lemma of a form: characters to cut off its end, and what to add. */
export function editBetween(form: string, lemma: string): string {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return `${form.length - same} ${lemma.slice(same)}`;
}

function mostFrequent(edits: ReadonlyMap<string, number>): [string, number] {
  return [...edits].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
}

function usefulEndings(endings: ReadonlyMap<string, ReadonlyMap<string, number>>): Map<string, string> {
  const table = new Map<string, string>();
  const byLength = [...endings].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  for (const [key, edits] of byLength) {
    const tag = key.slice(0, key.lastIndexOf(' '));
    const ending = key.slice(tag.length + 1);
    const [edit, count] = mostFrequent(edits);
    if (ending !== '' && count < 2) continue;
    if (ending === '' || editOf(table, tag, ending.slice(1), true) !== edit) table.set(key, edit);
  }
  return table;
}

function editOf(
  table: ReadonlyMap<string, string>,
  tag: string,
  lower: string,
  whole = false,
): string | undefined {
  for (let length = Math.min(ENDING_LIMIT, whole ? lower.length : lower.length - 1); length >= 0; length--) {
    const edit = table.get(`${tag} ${lower.slice(lower.length - length)}`);
    if (edit !== undefined) return edit;
  }
  return undefined;
}
