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

/**
 * Gives the lemma of a form, `tagClass` being the tagger's class ("VERB VBD"): lower case except for proper nouns.
 * `isWord` tells words that are in use from what an ending's rule makes up.
 */
export function lemmaOf(
  lemmas: Lemmas,
  text: string,
  tagClass: string,
  isWord: (lower: string) => boolean,
): string {
  const upper = tagClass.startsWith('PROPN');
  const plain = text.replace(/[‘’]/gu, "'");
  const form = upper ? plain : plain.toLowerCase();
  const lower = form.toLowerCase();
  const whole = lemmas.edits.get(`${tagClass} =${lower}`);
  if (whole !== undefined) return edited(form, whole);
  for (let length = Math.min(ENDING_LIMIT, lower.length - 1); length >= 0; length--) {
    const edit = lemmas.edits.get(`${tagClass} ${lower.slice(lower.length - length)}`);
    if (edit !== undefined)
      return upper ? edited(form, edit) : usedWord(form, edited(form, edit), tagClass, isWord);
  }
  return form;
}

/** What regular endings may have come from: cut, then add; tried in this order. */
const REGULAR: Readonly<Record<string, readonly (readonly [ending: string, add: string])[]>> = {
  VBD: [
    ['ed', ''],
    ['d', ''],
    ['ied', 'y'],
  ],
  VBN: [
    ['ed', ''],
    ['d', ''],
    ['ied', 'y'],
  ],
  VBG: [
    ['ing', ''],
    ['ing', 'e'],
  ],
  VBZ: [
    ['s', ''],
    ['es', ''],
    ['ies', 'y'],
  ],
  NNS: [
    ['s', ''],
    ['es', ''],
    ['ies', 'y'],
  ],
};

// "shelled" is from "shell", though "controlled" is from "control": one syllable keeps both letters.
// Otherwise the rule's word must be in use, or another regular one that is.
function usedWord(form: string, lemma: string, tagClass: string, isWord: (lower: string) => boolean): string {
  const short = /^[^aeiou]*[aeiou]{1,2}ll(?=(?:ed|ing)$)/u.exec(form);
  if (short !== null) return short[0];
  if (lemma === form || isWord(lemma)) return lemma;
  for (const [ending, add] of REGULAR[tagClass.slice(tagClass.indexOf(' ') + 1)] ?? []) {
    const other = form.slice(0, form.length - ending.length) + add;
    if (form.endsWith(ending) && isWord(other)) return other;
  }
  return lemma;
}

function edited(form: string, edit: string): string {
  const space = edit.indexOf(' ');
  const cut = Number(edit.slice(0, space));
  const add = edit.slice(space + 1);
  return cut > form.length ? form : form.slice(0, form.length - cut) + add || form;
}
