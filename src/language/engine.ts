import type {
  Dependency,
  Features,
  LikelyAct,
  Predicate,
  UniversalTag,
} from '../document/language-layers.ts';

/** What an engine reads off one sentence; one entry a token, heads counted inside the sentence. */
export interface SentenceReading {
  readonly tags: readonly {
    readonly upos: UniversalTag;
    readonly lemma: string;
    readonly features: Features;
    /** −3 to 3, in hundredths; only engines that have learned it. */
    readonly factuality?: number;
    /** Only engines that have learned it. */
    readonly act?: LikelyAct;
  }[];
  /** `head` is the index inside the sentence, -1 at the root. */
  readonly dependencies: readonly Dependency[];
  /** Token ranges inside the sentence, sorted, not overlapping. */
  readonly names: readonly {
    readonly firstToken: number;
    readonly endToken: number;
    readonly kind: 'person' | 'organisation' | 'place' | 'group' | 'weapon' | 'facility' | 'other';
    readonly confidence: number;
  }[];
  /** Tokens counted inside the sentence; only engines that have learned it. */
  readonly predicates?: readonly Predicate[];
}

/**
 * An engine of the language layer. It is deterministic: the same words give the same reading, whatever the batch.
 * Everything after the language layer is shared between engines.
 */
export interface Engine {
  readonly name: 'fast' | 'accurate';
  /** Changes with the weights and with the code that uses them. */
  readonly version: string;
  /** Reads sentences given as tokens' texts; the answer is in the same order. */
  read(sentences: readonly (readonly string[])[]): readonly SentenceReading[];
}
