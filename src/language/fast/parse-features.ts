import { featureKey, pair } from './hash.ts';
import type { TagChoices } from './tagger.ts';
import { type ParseState, stackAt } from './transitions.ts';
import { OUTSIDE, type WordTraits } from './words.ts';

/** More features than a state of the parser can have. */
export const PARSE_FEATURES = 192;

/** A sentence as the parser looks at it. */
export interface ParseSentence {
  readonly traits: readonly WordTraits[];
  /** Class of each word by the tagger, and its second choice where the first is in doubt (else -1). */
  readonly tags: Int32Array;
  readonly doubts: Int32Array;
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
  { tags, doubts }: TagChoices,
  kinds: TagKinds,
): ParseSentence {
  return {
    traits,
    tags,
    doubts,
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

/** Where features are written: the place in the order is the template's number. */
interface Sink {
  readonly keys: Uint32Array;
  count: number;
}

function add(sink: Sink, value: number): void {
  sink.keys[sink.count] = featureKey(sink.count, value);
  sink.count++;
}

/** Writes the keys of what the parser looks at in a state, and gives their number. */
export function fillParseFeatures(keys: Uint32Array, sentence: ParseSentence, state: ParseState): number {
  const sink: Sink = { keys, count: 0 };
  const s0 = stackAt(state, 0);
  const s1 = stackAt(state, 1);
  const s2 = stackAt(state, 2);
  const look: Look = { sentence, state, s0, s1, s2, b0: state.front };
  addWords(sink, look);
  addTags(sink, look);
  addDependents(sink, look);
  addNeighbours(sink, look);
  addDistances(sink, look);
  addWordPairs(sink, look);
  addTagGroups(sink, look);
  return sink.count;
}

/** The places that most is decided by: the three top words of the stack, the front of the buffer. */
interface Look {
  readonly sentence: ParseSentence;
  readonly state: ParseState;
  readonly s0: number;
  readonly s1: number;
  readonly s2: number;
  readonly b0: number;
}

const NO_TAG = -1;
const ROOT_TAG = -2;

function traitsOf({ sentence, state }: Look, at: number): WordTraits {
  return at < 0 || at >= state.length ? OUTSIDE : (sentence.traits[at] as WordTraits);
}

function tagOf({ sentence, state }: Look, at: number): number {
  if (at < 0 || at > state.length) return NO_TAG;
  return at === state.length ? ROOT_TAG : (sentence.tags[at] as number);
}

function doubtOf({ sentence, state }: Look, at: number): number {
  return at < 0 || at >= state.length ? NO_TAG : (sentence.doubts[at] as number);
}

function linked(links: Int32Array, at: number): number {
  return at < 0 ? -1 : (links[at] as number);
}

function addWords(sink: Sink, look: Look): void {
  addFullWord(sink, traitsOf(look, look.s0));
  addFullWord(sink, traitsOf(look, look.s1));
  addFullWord(sink, traitsOf(look, look.b0));
  addShortWord(sink, traitsOf(look, look.s2));
  addShortWord(sink, traitsOf(look, look.b0 + 1));
  addShortWord(sink, traitsOf(look, look.b0 + 2));
  // The last mark tells questions from statements.
  add(sink, traitsOf(look, look.state.length - 1).word);
}

function addFullWord(sink: Sink, traits: WordTraits): void {
  add(sink, traits.word);
  add(sink, traits.cluster1);
  add(sink, traits.cluster2);
  add(sink, traits.cluster3);
  add(sink, traits.suffix2);
  add(sink, traits.suffix3);
  add(sink, traits.shape);
}

function addShortWord(sink: Sink, traits: WordTraits): void {
  add(sink, traits.word);
  add(sink, traits.cluster2);
  add(sink, traits.shape);
}

function addTags(sink: Sink, look: Look): void {
  const { s0, s1, s2, b0, state } = look;
  add(sink, tagOf(look, s0));
  add(sink, tagOf(look, s1));
  add(sink, tagOf(look, s2));
  add(sink, tagOf(look, b0));
  add(sink, tagOf(look, b0 + 1));
  add(sink, tagOf(look, b0 + 2));
  add(sink, tagOf(look, b0 + 3));
  add(sink, tagOf(look, stackAt(state, 3)));
  add(sink, pair(tagOf(look, s0), doubtOf(look, s0)));
  add(sink, pair(tagOf(look, s1), doubtOf(look, s1)));
  add(sink, pair(tagOf(look, b0), doubtOf(look, b0)));
  add(sink, pair(tagOf(look, b0 + 1), doubtOf(look, b0 + 1)));
}

function addDependents(sink: Sink, look: Look): void {
  const { s0, s1, s2, b0, state } = look;
  const { left1, left2, right1, right2 } = state;
  addDependentWord(sink, look, linked(left1, s0));
  addDependentWord(sink, look, linked(right1, s0));
  addDependentWord(sink, look, linked(left1, s1));
  addDependentWord(sink, look, linked(right1, s1));
  addDependentWord(sink, look, linked(left1, b0));
  addDependent(sink, look, linked(left2, s0));
  addDependent(sink, look, linked(right2, s0));
  addDependent(sink, look, linked(left2, s1));
  addDependent(sink, look, linked(right2, s1));
  addDependent(sink, look, linked(left2, b0));
  addDependent(sink, look, linked(right1, s2));
  addDependent(sink, look, linked(left1, s2));
}

function addDependent(sink: Sink, look: Look, at: number): void {
  add(sink, tagOf(look, at));
  add(sink, at < 0 ? -1 : (look.state.relations[at] as number));
}

function addDependentWord(sink: Sink, look: Look, at: number): void {
  addDependent(sink, look, at);
  const traits = traitsOf(look, at);
  add(sink, traits.word);
  add(sink, traits.cluster2);
}

function addNeighbours(sink: Sink, look: Look): void {
  const { s0, s1, b0 } = look;
  addNeighbour(sink, look, s0 < 0 ? -1 : s0 - 1);
  addNeighbour(sink, look, s0 < 0 ? -1 : s0 + 1);
  addNeighbour(sink, look, b0 - 1);
  addNeighbour(sink, look, s1 < 0 ? -1 : s1 + 1);
  addNeighbour(sink, look, s1 < 0 ? -1 : s1 - 1);
}

function addNeighbour(sink: Sink, look: Look, at: number): void {
  add(sink, tagOf(look, at));
  add(sink, traitsOf(look, at).word);
}

function addDistances(sink: Sink, look: Look): void {
  const { s0, s1, b0, state, sentence } = look;
  const s0t = tagOf(look, s0);
  const s1t = tagOf(look, s1);
  const b0t = tagOf(look, b0);
  const near = distanceOf(s0, b0);
  const far = distanceOf(s1, s0);
  add(sink, pair(valenceOf(state, s0), s0t));
  add(sink, pair(valenceOf(state, s1), s1t));
  add(sink, pair(valenceOf(state, b0), b0t));
  add(sink, pair(near, s0t));
  add(sink, pair(near, b0t));
  add(sink, pair(far, s1t));
  add(sink, pair(near, far));
  add(sink, pair(pair(s0t, b0t), near));
  add(sink, pair(pair(s1t, s0t), far));
  add(sink, pair(between(sentence.marksBefore, s0, b0), b0t));
  add(sink, pair(between(sentence.verbsBefore, s0, b0), b0t));
  add(sink, pair(between(sentence.marksBefore, s1, s0), s1t));
  add(sink, pair(between(sentence.verbsBefore, s1, s0), s1t));
  const quoted = (at: number): number => (at < 0 ? -1 : (sentence.quotesBefore[at] as number) & 1);
  add(sink, pair(quoted(s0), quoted(b0)));
  add(sink, pair(quoted(s1), quoted(s0)));
  add(sink, Math.min(state.depth, 5));
  add(sink, pair(Math.min(state.length - b0, 5), b0t));
  add(
    sink,
    (sentence.verbsBefore[state.length] as number) - (sentence.verbsBefore[b0] as number) > 0 ? 1 : 0,
  );
}

function distanceOf(from: number, to: number): number {
  if (from < 0) return -1;
  const distance = to - from;
  if (distance < 5) return distance;
  return distance < 10 ? 5 : 6;
}

function between(counts: Int32Array, from: number, to: number): number {
  return from < 0 || to < 0 ? -1 : Math.min(3, (counts[to] as number) - (counts[from + 1] as number));
}

function valenceOf(state: ParseState, at: number): number {
  if (at < 0) return -1;
  return Math.min(3, state.leftCount[at] as number) * 4 + Math.min(3, state.rightCount[at] as number);
}

function addWordPairs(sink: Sink, look: Look): void {
  const S0 = traitsOf(look, look.s0);
  const S1 = traitsOf(look, look.s1);
  const B0 = traitsOf(look, look.b0);
  const s0t = tagOf(look, look.s0);
  const s1t = tagOf(look, look.s1);
  const b0t = tagOf(look, look.b0);
  const s0l1 = traitsOf(look, linked(look.state.left1, look.s0));
  const s0r1 = traitsOf(look, linked(look.state.right1, look.s0));
  add(sink, pair(S0.word, B0.word));
  add(sink, pair(S1.word, S0.word));
  add(sink, pair(S1.word, B0.word));
  add(sink, pair(S0.word, b0t));
  add(sink, pair(S0.word, s1t));
  add(sink, pair(S1.word, s0t));
  add(sink, pair(B0.word, s0t));
  add(sink, pair(S0.cluster2, B0.cluster2));
  add(sink, pair(S1.cluster2, S0.cluster2));
  add(sink, pair(S1.cluster2, B0.cluster2));
  add(sink, pair(S0.cluster2, b0t));
  add(sink, pair(S1.cluster2, b0t));
  add(sink, pair(S0.cluster2, s1t));
  add(sink, pair(B0.cluster2, s0t));
  // "accused of", "sent to": which case marker hangs on the word that is to be attached.
  add(sink, pair(s0l1.word, pair(s1t, s0t)));
  add(sink, pair(s0l1.word, S1.word));
  add(sink, pair(pair(s0l1.word, S1.cluster1), S0.cluster1));
  add(sink, pair(s0r1.word, S0.word));
}

function addTagGroups(sink: Sink, look: Look): void {
  const { state, s0, s1, s2, b0 } = look;
  const { relations, left1, right1 } = state;
  const s0t = tagOf(look, s0);
  const s1t = tagOf(look, s1);
  const b0t = tagOf(look, b0);
  const b1t = tagOf(look, b0 + 1);
  const relationOf = (at: number): number => (at < 0 ? -1 : (relations[at] as number));
  const s0l1 = linked(left1, s0);
  const s0r1 = linked(right1, s0);
  const s1r1 = linked(right1, s1);
  const s1l1 = linked(left1, s1);
  const top = pair(s1t, s0t);
  const edge = pair(s0t, b0t);
  add(sink, top);
  add(sink, edge);
  add(sink, pair(s1t, b0t));
  add(sink, pair(edge, b1t));
  add(sink, pair(top, b0t));
  add(sink, pair(top, tagOf(look, s2)));
  add(sink, pair(pair(b0t, b1t), tagOf(look, b0 + 2)));
  add(sink, pair(edge, tagOf(look, s0l1)));
  add(sink, pair(edge, tagOf(look, s0r1)));
  add(sink, pair(edge, tagOf(look, linked(left1, b0))));
  add(sink, pair(top, tagOf(look, s1r1)));
  add(sink, pair(top, tagOf(look, s0l1)));
  add(sink, pair(top, tagOf(look, s0r1)));
  add(sink, pair(pair(relationOf(s0l1), relationOf(s0r1)), s0t));
  add(sink, pair(pair(relationOf(s1l1), relationOf(s1r1)), s1t));
  add(sink, pair(pair(relationOf(s0l1), relationOf(s1r1)), top));
}
