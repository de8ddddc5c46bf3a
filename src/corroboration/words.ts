/** A word of a text in lower case, with where it stands. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
}

// Function words and the verbs of speech: they say nothing about which event is meant.
const EMPTY = new Set(
  (
    'a an the this that these those of in on at to for from by with without into onto upon over under near about after before ' +
    'during since until while as and or but nor so if then than there here where when which who whom whose what why how it its ' +
    'he his him she her they their them we our us you your i my me one ones be is are was were been being am do does did done ' +
    'has have had having will would shall should can could may might must not no none nobody also only just more most less least ' +
    'some any all both each every other others another such very too again still yet now said say says saying told tell tells ' +
    'according reported reportedly report reports s t up down out off between among against amid because per via around through ' +
    'later earlier ago first last next new mr mrs ms'
  ).split(' '),
);

/** Gives the words of a text in lower case, in order, with their offsets; punctuation is left out. */
export function placedWords(text: string): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push({ word: match[0].toLowerCase(), start: match.index });
  }
  return words;
}

/** Gives the stems of the words that carry meaning, in order, repeats included. */
export function contentStems(text: string): readonly string[] {
  const stems: string[] = [];
  for (const { word } of placedWords(text)) {
    if (!EMPTY.has(word)) stems.push(stemOf(word));
  }
  return stems;
}

/** Tells whether a lower-case word carries no meaning of its own. */
export function isEmptyWord(word: string): boolean {
  return EMPTY.has(word);
}

const ENDINGS = ['ings', 'ing', 'ers', 'ies', 'ied', 'ed', 'er', 'es', 's', 'e'];

/**
 * Gives a rough stem of a lower-case English word ("bombed", "bombing", "bombs": "bomb"). It only has to be the same
 * for forms of one word; it need not be a word itself.
 */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('ss')) return word;
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) {
      return undouble(word.slice(0, -ending.length));
    }
  }
  return undouble(word);
}

/** Gives the stem of a word's base form: "shot" has that of "shoot", and "buried" that of "bury". */
export function baseStem(word: string, lemmas: ReadonlyMap<string, string>): string {
  return stemOf(lemmas.get(word) ?? word.replace(/(?<=..)ie[ds]$/u, 'y'));
}

// "hitting" and "hit", "gunned" and "gun": a doubled last consonant is single in the bare word.
function undouble(stem: string): string {
  const last = stem.at(-1);
  return stem.length > 3 && last === stem.at(-2) && last !== undefined && /[bdgklmnprt]/.test(last)
    ? stem.slice(0, -1)
    : stem;
}

/** Orders strings by code units, so that results do not hang on the machine's language. */
export function byCode(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
