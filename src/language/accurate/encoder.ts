import type { Pieces } from './pieces.ts';

/** What the encoder makes of one run of words; w is how many there are. */
export interface EncoderOutput {
  /** w indices into the classes' tags. */
  readonly tags: Int32Array;
  /** w rows of w + 1 log-probabilities of heads, the root last. */
  readonly arcs: Float32Array;
  /** w rows of w + 1 indices into the classes' relations: the best one for each possible head. */
  readonly relations: Int32Array;
  /** w rows of log-probabilities, one for each of the classes' names. */
  readonly names: Float32Array;
  /** w ratings from about −3 to 3: how sure the words are that it happened. */
  readonly factuality: Float32Array;
  /** w probabilities that a word is a predicate. */
  readonly predicates: Float32Array;
  /** p words whose arguments are told: the predicates, and the first word whatever it is. */
  readonly asked: Int32Array;
  /** p × w rows of log-probabilities, one for each of the classes' arguments. */
  readonly arguments: Float32Array;
  /** w rows of what the encoder makes of a word, for heads that are trained later. */
  readonly vectors: Float32Array;
}

/**
 * Runs the encoder, one run of words at a time, so that no sentence's reading depends on its neighbours. The reading
 * knows no runtime: the pipeline hands it one.
 */
export interface EncoderSession {
  run(pieces: Pieces): EncoderOutput;
}

/** What the numbers in the encoder's output mean. */
export interface Classes {
  /** "UPOS XPOS", as in "VERB VBD". */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** "O", "B-person", "I-person" … */
  readonly names: readonly string[];
  /** "none", "ARG0" … */
  readonly arguments: readonly string[];
}

/** Reads the classes (`models/accurate/classes.json`). @throws Error when one of the lists is missing. */
export function readClasses(json: string): Classes {
  const { tags, relations, names, arguments: roles } = JSON.parse(json) as Partial<Classes>;
  const lists = { tags, relations, names, arguments: roles };
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.length === 0) throw new Error(`the classes hold no ${name}`);
  }
  // Each was looked at.
  return lists as Classes;
}
