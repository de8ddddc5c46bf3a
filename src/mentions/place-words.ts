import type { Row } from '../document/table.ts';

/** The kinds of place that a common noun can name. */
export type ClassKind =
  | 'settlement'
  | 'district'
  | 'province'
  | 'region'
  | 'nature'
  | 'border'
  | 'site'
  | 'country';

/** The English words that build phrases for places, by the part they play; see data/places/words.tsv. */
export interface PlaceWords {
  /** Gives the kind that a noun names beside a name; its words may be several ("border post"), in lower case. */
  classOf(words: string): ClassKind | undefined;
  /** Gives the kind that a noun may name without a name ("in the area"). */
  genericOf(words: string): ClassKind | undefined;
  /** Tells whether a lower-case word plays the part. */
  is(role: WordRole, word: string): boolean;
}

export type WordRole =
  | 'direction'
  | 'side'
  | 'locative'
  | 'near'
  | 'unit'
  | 'land'
  | 'fall'
  | 'verb'
  | 'act'
  | 'title'
  | 'government'
  | 'institution'
  | 'eponym'
  | 'vessel'
  | 'never';

/** Sorts the rows of data/places/words.tsv into their parts. */
export function createPlaceWords(rows: readonly Row[]): PlaceWords {
  const classes = new Map<string, ClassKind>();
  const generics = new Map<string, ClassKind>();
  const roles = new Set<string>();
  for (const { word = '', role = '', kind = '' } of rows) {
    // The table is ours, so its kinds are the kinds above.
    if (role === 'class') classes.set(word, kind as ClassKind);
    else if (role === 'generic') generics.set(word, kind as ClassKind);
    else roles.add(`${role} ${word}`);
  }
  return {
    classOf: (words) => classes.get(words),
    genericOf: (words) => generics.get(words),
    is: (role, word) => roles.has(`${role} ${word}`),
  };
}
