import type { UniversalTag } from '../../document/language-layers.ts';

/** How lemmas are made from forms: by what stands at the end of a word of some tag. */
export interface Lemmas {
  /** "tag ending" → "cut add": cut that many characters off, then add these. Whole words open with "=". */
  readonly edits: ReadonlyMap<string, string>;
}

/** No ending in the table is longer. */
export const ENDING_LIMIT = 5;

/** Reads the table: "tag ending<tab>cut<space>add" a line. */
export function readLemmas(lines: readonly string[]): Lemmas {
  return {
    edits: new Map(
      lines.map((line) => {
        const tab = line.indexOf('\t');
        return [line.slice(0, tab), line.slice(tab + 1)];
      }),
    ),
  };
}

/** Gives the lemma of a form, `tagClass` being the tagger's class ("VERB VBD"): lower case except for proper nouns. */
export function lemmaOf(lemmas: Lemmas, text: string, tagClass: string, upos: UniversalTag): string {
  const plain = text.replace(/[‘’]/gu, "'");
  const form = upos === 'PROPN' ? plain : plain.toLowerCase();
  const lower = form.toLowerCase();
  const whole = lemmas.edits.get(`${tagClass} =${lower}`);
  if (whole !== undefined) return edited(form, whole);
  for (let length = Math.min(ENDING_LIMIT, lower.length - 1); length >= 0; length--) {
    const edit = lemmas.edits.get(`${tagClass} ${lower.slice(lower.length - length)}`);
    if (edit !== undefined) return edited(form, edit);
  }
  return form;
}

function edited(form: string, edit: string): string {
  const space = edit.indexOf(' ');
  const cut = Number(edit.slice(0, space));
  const add = edit.slice(space + 1);
  return cut > form.length ? form : form.slice(0, form.length - cut) + add || form;
}
