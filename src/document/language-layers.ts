import type { Span } from './span.ts';

/** A part of the report's layout. Zones are sorted, do not overlap, and leave out blank lines. */
export interface Zone extends Span {
  /**
   * `title` is the headline; `dateline` the "KYIV, Feb 21 (Reuters) -" that opens a body; `credit` a closing
   * "Source: X" or agency line; `byline` an author's line; `paragraph` everything else.
   */
  readonly kind: 'title' | 'dateline' | 'byline' | 'paragraph' | 'credit';
}

/** A sentence; sorted, not overlapping, never across a zone's edge. Its tokens are [firstToken, endToken). */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}

/** A word or mark as Universal Dependencies splits English ("do" + "n't", "Ukraine" + "'s"). Sorted. */
export interface Token extends Span {
  /** The exact characters. */
  readonly text: string;
  /** Index into the sentences. */
  readonly sentence: number;
}

export type UniversalTag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** Universal Dependencies features that the reading uses; absent where they do not apply or are not known. */
export interface Features {
  readonly tense?: 'Past' | 'Pres';
  readonly verbForm?: 'Fin' | 'Inf' | 'Part' | 'Ger';
  readonly mood?: 'Ind' | 'Imp' | 'Sub';
  readonly voice?: 'Pass';
  readonly number?: 'Sing' | 'Plur';
  readonly person?: '1' | '2' | '3';
  readonly gender?: 'Masc' | 'Fem' | 'Neut';
  readonly degree?: 'Pos' | 'Cmp' | 'Sup';
  readonly pronoun?: 'Prs' | 'Rel' | 'Int' | 'Dem' | 'Ind' | 'Neg' | 'Tot' | 'Art';
  readonly possessive?: boolean;
}

/** One a token, in the same order. */
export interface Tag {
  readonly upos: UniversalTag;
  /** Lower case except for proper nouns. */
  readonly lemma: string;
  readonly features: Features;
  /** How sure the words are that it happened, −3 surely not to 3 surely (after Rudinger et al. 2018); absent where an engine does not tell. */
  readonly factuality?: number;
  /** Whether the word tells an act; absent where an engine does not tell. */
  readonly act?: LikelyAct;
}

/** What an engine that has learned it holds of a word as the trigger of an event; both figures in hundredths. */
export interface LikelyAct {
  /** How likely the word tells an act at all, 0 to 1. */
  readonly confidence: number;
  /** The likeliest type of event (PLOVER 2.0), and how likely it is, 0 to `confidence`. */
  readonly type: string;
  readonly typeConfidence: number;
}

/** One a token, in the same order: Universal Dependencies 2, basic trees, one tree a sentence. */
export interface Dependency {
  /** Index into the tokens of the document; -1 at the root. */
  readonly head: number;
  /** With its subtype, as in `nsubj:pass`, `obl:agent`, `acl:relcl`; `root` at the root. */
  readonly relation: string;
}

/** A name. Sorted, not overlapping. `group` is a nationality, a people, a religious or political group. */
export interface Name extends Span {
  readonly kind: 'person' | 'organisation' | 'place' | 'group' | 'weapon' | 'facility' | 'other';
  readonly firstToken: number;
  readonly endToken: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A word that states something, with what it states it of; sorted by token. Empty where an engine does not tell. */
export interface Predicate {
  readonly token: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** Sorted by token. */
  readonly arguments: readonly Argument[];
}

/** An argument by its head word, labelled as PropBank does (Palmer et al. 2005). */
export interface Argument {
  readonly token: number;
  /** "ARG0" acts, "ARG1" undergoes, "ARG2" and up as the predicate has it; "ARGM-TMP" and the like; "R-ARG0" is its relative pronoun. */
  readonly role: string;
  /** 0 to 1. */
  readonly confidence: number;
}
