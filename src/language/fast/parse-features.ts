import { featureKey, pair } from './hash.ts';
import { type ParseState, stackAt } from './transitions.ts';
import { OUTSIDE, type WordTraits } from './words.ts';

/** More features than a state of the parser can have. */
export const PARSE_FEATURES = 128;

/** A sentence as the parser looks at it. */
export interface ParseSentence {
  readonly traits: readonly WordTraits[];
  /** Class of each word by the tagger. */
  readonly tags: Int32Array;
  /** How many marks, verbs and quotation marks stand before each word; one more than words. */
  readonly marksBefore: Int32Array;
  readonly verbsBefore: Int32Array;
  readonly quotesBefore: Int32Array;
}

/** What the tagger's classes mean to the parser: which are verbs, which are marks, by number. */
export interface TagKinds {
  readonly verbs: readonly boolean[];
  readonly marks: readonly boolean[];
}

const QUOTES = new Set(['"', '“', '”', "''", '``', '„', '«', '»', '‘‘', '’’']);

/** Gathers what the parser's features need of a sentence. */
export function parseSentence(
  words: readonly string[],
  traits: readonly WordTraits[],
  tags: Int32Array,
  kinds: TagKinds,
): ParseSentence {
  return {
    traits,
    tags,
    marksBefore: runningCount(words.length, (at) => kinds.marks[tags[at] as number] === true),
    verbsBefore: runningCount(words.length, (at) => kinds.verbs[tags[at] as number] === true),
    quotesBefore: runningCount(words.length, (at) => QUOTES.has(words[at] as string)),
  };
}

/** Gives the kinds of the tagger's classes, which open with the universal tag. */
export function tagKindsOf(classes: readonly string[]): TagKinds {
  return {
    verbs: classes.map((name) => name.startsWith('VERB ')),
    marks: classes.map((name) => name.startsWith('PUNCT ')),
  };
}

function runningCount(length: number, counts: (at: number) => boolean): Int32Array {
  const before = new Int32Array(length + 1);
  for (let at = 0; at < length; at++) before[at + 1] = (before[at] as number) + (counts(at) ? 1 : 0);
  return before;
}

const NO_TAG = -1;
const ROOT_TAG = -2;

function distanceOf(from: number, to: number): number {
  const distance = to - from;
  if (distance < 5) return distance;
  return distance < 10 ? 5 : 6;
}

/** Writes the keys of what the parser looks at in a state, and gives their number. */
export function fillParseFeatures(features: Uint32Array, sentence: ParseSentence, state: ParseState): number {
  const { traits, tags } = sentence;
  const { length, front, relations, left1, left2, right1, right2 } = state;
  const s0 = stackAt(state, 0);
  const s1 = stackAt(state, 1);
  const s2 = stackAt(state, 2);
  const s3 = stackAt(state, 3);
  const traitsOf = (at: number): WordTraits =>
    at < 0 || at >= length ? OUTSIDE : (traits[at] as WordTraits);
  const tagOf = (at: number): number =>
    at < 0 || at > length ? NO_TAG : at === length ? ROOT_TAG : (tags[at] as number);
  const child = (links: Int32Array, at: number): number =>
    at < 0 || at > length ? -1 : (links[at] as number);
  const relationOf = (at: number): number => (at < 0 ? -1 : (relations[at] as number));

  const s0l1 = child(left1, s0);
  const s0l2 = child(left2, s0);
  const s0r1 = child(right1, s0);
  const s0r2 = child(right2, s0);
  const s1l1 = child(left1, s1);
  const s1l2 = child(left2, s1);
  const s1r1 = child(right1, s1);
  const s1r2 = child(right2, s1);
  const b0l1 = child(left1, front);
  const b0l2 = child(left2, front);
  const s2r1 = child(right1, s2);

  const S0 = traitsOf(s0);
  const S1 = traitsOf(s1);
  const S2 = traitsOf(s2);
  const B0 = traitsOf(front);
  const B1 = traitsOf(front + 1);
  const B2 = traitsOf(front + 2);
  const s0t = tagOf(s0);
  const s1t = tagOf(s1);
  const s2t = tagOf(s2);
  const b0t = tagOf(front);
  const b1t = tagOf(front + 1);
  const b2t = tagOf(front + 2);
  const s0l1t = tagOf(s0l1);
  const s0r1t = tagOf(s0r1);
  const s1r1t = tagOf(s1r1);
  const b0l1t = tagOf(b0l1);
  const near = s0 < 0 ? -1 : distanceOf(s0, front);
  const far = s1 < 0 ? -1 : distanceOf(s1, s0);
  const between = (counts: Int32Array, from: number, to: number): number =>
    from < 0 ? -1 : Math.min(3, (counts[to] as number) - (counts[from + 1] as number));
  const s0valence =
    s0 < 0
      ? -1
      : Math.min(3, state.leftCount[s0] as number) * 4 + Math.min(3, state.rightCount[s0] as number);
  const s1valence =
    s1 < 0
      ? -1
      : Math.min(3, state.leftCount[s1] as number) * 4 + Math.min(3, state.rightCount[s1] as number);
  const b0valence = Math.min(3, state.leftCount[front] as number);
  const quoted = (at: number): number => (at < 0 ? -1 : (sentence.quotesBefore[at] as number) & 1);

  const values = [
    s0t,
    s1t,
    s2t,
    b0t,
    b1t,
    b2t,
    tagOf(front + 3),
    tagOf(s3),
    S0.word,
    S1.word,
    S2.word,
    B0.word,
    B1.word,
    B2.word,
    S0.cluster1,
    S0.cluster2,
    S0.cluster3,
    S1.cluster1,
    S1.cluster2,
    S1.cluster3,
    B0.cluster1,
    B0.cluster2,
    B0.cluster3,
    B1.cluster2,
    S2.cluster2,
    B2.cluster2,
    S0.suffix2,
    S0.suffix3,
    S1.suffix3,
    B0.suffix2,
    B0.suffix3,
    S0.shape,
    S1.shape,
    B0.shape,
    B1.shape,
    s0l1t,
    s0r1t,
    s1r1t,
    b0l1t,
    tagOf(s0l2),
    tagOf(s0r2),
    tagOf(s1l1),
    tagOf(s1r2),
    tagOf(s2r1),
    tagOf(b0l2),
    pair(relationOf(s0l1), 1),
    pair(relationOf(s0r1), 1),
    relationOf(s1l1),
    relationOf(s1r1),
    relationOf(b0l1),
    relationOf(s0l2),
    relationOf(s0r2),
    relationOf(s1l2),
    relationOf(s1r2),
    relationOf(b0l2),
    relationOf(s2r1),
    traitsOf(s0l1).word,
    traitsOf(s0r1).word,
    traitsOf(s1l1).word,
    traitsOf(s1r1).word,
    traitsOf(b0l1).word,
    traitsOf(s0r1).cluster2,
    traitsOf(s1r1).cluster2,
    traitsOf(b0l1).cluster2,
    tagOf(s0 < 0 ? -1 : s0 - 1),
    tagOf(s0 < 0 ? length + 1 : s0 + 1),
    tagOf(front - 1),
    traitsOf(front - 1).word,
    traitsOf(s0 < 0 ? -1 : s0 + 1).word,
    tagOf(s1 < 0 ? length + 1 : s1 + 1),
    pair(s0valence, s0t),
    pair(s1valence, s1t),
    pair(b0valence, b0t),
    pair(near, s0t),
    pair(near, b0t),
    pair(far, s1t),
    pair(near, far),
    pair(between(sentence.marksBefore, s0, front), b0t),
    pair(between(sentence.verbsBefore, s0, front), b0t),
    pair(between(sentence.marksBefore, s1, Math.max(s0, 0)), s1t),
    pair(between(sentence.verbsBefore, s1, Math.max(s0, 0)), s1t),
    pair(quoted(s0), quoted(front)),
    pair(quoted(s1), quoted(s0)),
    pair(S0.word, B0.word),
    pair(S1.word, S0.word),
    pair(S0.word, b0t),
    pair(s0t, B0.word),
    pair(S1.word, s0t),
    pair(s1t, S0.word),
    pair(s0t, b0t),
    pair(s1t, s0t),
    pair(s1t, b0t),
    pair(pair(s0t, b0t), b1t),
    pair(pair(s1t, s0t), b0t),
    pair(pair(s2t, s1t), s0t),
    pair(pair(b0t, b1t), b2t),
    pair(pair(s0t, s0l1t), b0t),
    pair(pair(s0t, s0r1t), b0t),
    pair(pair(s0t, b0l1t), b0t),
    pair(pair(s1t, s1r1t), s0t),
    pair(pair(s1t, s0l1t), s0t),
    pair(pair(s1t, s0r1t), s0t),
    pair(S0.cluster2, B0.cluster2),
    pair(S1.cluster2, S0.cluster2),
    pair(S0.cluster2, b0t),
    pair(S1.cluster2, b0t),
    pair(pair(s0t, b0t), near),
    pair(pair(s1t, s0t), far),
    pair(S1.word, B0.word),
    pair(traitsOf(s0l1).word, pair(s1t, s0t)),
    pair(pair(relationOf(s0l1), relationOf(s0r1)), s0t),
    pair(pair(relationOf(s1l1), relationOf(s1r1)), s1t),
    Math.min(state.depth, 5),
    front === length ? 1 : 0,
    traitsOf(length - 1).word,
    pair(s1t, S0.cluster2),
    pair(s0t, B0.cluster2),
  ];
  for (let f = 0; f < values.length; f++) features[f] = featureKey(f, values[f] as number);
  return values.length;
}
