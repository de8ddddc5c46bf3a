import type { EvidenceMention } from '../document/mention-layers.ts';
import type { Row } from '../document/table.ts';

/** Rows of the table that evidence is read with. */
export interface EvidenceTables {
  /** data/evidence/words.tsv: word, class, value, basis, sure. */
  readonly words: readonly Row[];
}

/** What a noun of proof is; `sure` ones count wherever they stand. */
export interface EvidenceNoun {
  readonly kind: EvidenceMention['kind'];
  readonly basis: EvidenceMention['basis'];
  readonly sure: boolean;
}

/** The words of proof, by what they do. */
export interface EvidenceLexicon {
  readonly nouns: ReadonlyMap<string, EvidenceNoun>;
  readonly modifiers: ReadonlyMap<string, string>;
  readonly shows: ReadonlySet<string>;
  readonly handled: ReadonlySet<string>;
  readonly saw: ReadonlySet<string>;
  readonly content: ReadonlySet<string>;
}

/** Sorts the rows of the table into a lexicon. */
export function evidenceLexicon({ words }: EvidenceTables): EvidenceLexicon {
  const ofClass = (name: string) => words.filter((row) => row['class'] === name);
  const wordsOf = (name: string) => new Set(ofClass(name).map((row) => row['word'] ?? ''));
  return {
    nouns: new Map(ofClass('noun').map((row) => [row['word'] ?? '', nounOf(row)])),
    modifiers: new Map(ofClass('modifier').map((row) => [row['word'] ?? '', row['value'] ?? ''])),
    shows: wordsOf('shows'),
    handled: wordsOf('handled'),
    saw: wordsOf('saw'),
    content: wordsOf('content'),
  };
}

function nounOf(row: Row): EvidenceNoun {
  return {
    // The table holds the type's own words; a test reads them all.
    kind: row['value'] as EvidenceNoun['kind'],
    basis: row['basis'] as EvidenceNoun['basis'],
    sure: row['sure'] === 'yes',
  };
}
