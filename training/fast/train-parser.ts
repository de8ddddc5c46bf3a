import {
  fillParseFeatures,
  PARSE_FEATURES,
  type ParseSentence,
  parseSentence,
  type TagKinds,
} from '../../src/language/fast/parse-features.ts';
import { bestMove, type Moves, readMoves } from '../../src/language/fast/parser.ts';
import type { TagChoices } from '../../src/language/fast/tagger.ts';
import {
  isParsed,
  LEFT,
  makeMove,
  type ParseState,
  RIGHT,
  SHIFT,
  startParse,
} from '../../src/language/fast/transitions.ts';
import { traitsOfSentence, type WordTraits } from '../../src/language/fast/words.ts';
import type { TreebankSentence } from './conllu.ts';
import { costsOf, type GoldTree, goldTree } from './oracle.ts';
import { createKeyCounter, createTrainable, forward, learn, shuffled, type Trainable } from './trainable.ts';

export interface ParserSettings {
  readonly hidden: number;
  readonly features: number;
  readonly leastCount: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: number, network: Trainable) => void;
}

interface Lesson {
  readonly sentence: ParseSentence;
  readonly gold: GoldTree;
  /** Index into the moves' relations; -1 for one that is too rare to learn. */
  readonly relations: readonly number[];
}

/** Gives the classes of the parser's network: shift, and left and right for each relation met five times or more. */
export function moveClassesOf(sentences: readonly TreebankSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { heads, relations } of sentences) {
    relations.forEach((relation, at) => {
      const name = `${(heads[at] as number) > at ? 'L' : 'R'} ${relation}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    });
  }
  return [
    'S',
    ...[...counts]
      .filter(([, count]) => count >= 5)
      .map(([name]) => name)
      .sort(),
  ];
}

/** Trains the parser on predicted tags; from the second round on it walks where its own decisions lead. */
export function trainParser(
  sentences: readonly TreebankSentence[],
  tags: readonly TagChoices[],
  kinds: TagKinds,
  clusters: ReadonlyMap<string, number>,
  settings: ParserSettings,
): Trainable {
  const classes = moveClassesOf(sentences);
  const moves = readMoves(classes);
  const known = new Map<string, WordTraits>();
  const lessons = sentences.map((sentence, s): Lesson => {
    const traits = traitsOfSentence(sentence.words, clusters, known);
    return {
      sentence: parseSentence(sentence.words, traits, tags[s] as TagChoices, kinds),
      gold: goldTree(sentence.heads),
      relations: sentence.relations.map((relation) => moves.relations.indexOf(relation)),
    };
  });
  const keys = countFeatures(lessons, settings);
  const network = createTrainable(keys, classes, settings.hidden, settings.seed);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    let done = 0;
    for (const s of shuffled(lessons.length, network.random)) {
      const rate = settings.rate * (1 - (0.95 * (epoch + done++ / lessons.length)) / settings.epochs);
      learnSentence(network, moves, lessons[s] as Lesson, rate, epoch > 0 ? 0.9 : 0);
    }
    settings.onEpoch?.(epoch, network);
  }
  return network;
}

/** Counts what is met on the right way through each sentence. */
function countFeatures(lessons: readonly Lesson[], settings: ParserSettings): Uint32Array {
  const counter = createKeyCounter(25);
  const features = new Uint32Array(PARSE_FEATURES);
  for (const { sentence, gold, relations } of lessons) {
    const state = startParse(relations.length);
    while (!isParsed(state)) {
      counter.add(features, fillParseFeatures(features, sentence, state));
      const move = cheapest(costsOf(state, gold));
      makeMove(
        state,
        move,
        move === SHIFT ? -1 : (relations[state.stack[state.depth - 1] as number] as number),
      );
    }
  }
  return counter.frequent(settings.leastCount, settings.features);
}

// Attaching first keeps the stack short where several moves are right.
function cheapest([shift, left, right]: readonly [number, number, number]): number {
  if (left <= right && left <= shift) return LEFT;
  return right <= shift ? RIGHT : SHIFT;
}

function learnSentence(
  network: Trainable,
  moves: Moves,
  lesson: Lesson,
  rate: number,
  explore: number,
): void {
  const { sentence, gold, relations } = lesson;
  const state = startParse(relations.length);
  const features = new Uint32Array(PARSE_FEATURES);
  const scores = new Float64Array(network.classes.length);
  const right = new Uint8Array(network.classes.length);
  while (!isParsed(state)) {
    forward(network, features, fillParseFeatures(features, sentence, state), scores, {
      features: 0.08,
      hidden: 0.2,
    });
    markRight(right, state, moves, lesson, costsOf(state, gold));
    let chosen = bestMove(state, moves, scores);
    if (right[chosen] === 0 && network.random() >= explore) chosen = bestRight(scores, right, chosen);
    if (right.includes(1)) learn(network, scores, right, rate);
    makeMove(state, moves.move[chosen] as number, moves.relation[chosen] as number);
  }
}

/** Marks the classes that lose nothing: cheapest moves, with the relation that the word has in the right tree. */
function markRight(
  right: Uint8Array,
  state: ParseState,
  moves: Moves,
  { relations }: Lesson,
  costs: readonly [number, number, number],
): void {
  const least = Math.min(...costs);
  const top = state.depth > 0 ? (state.stack[state.depth - 1] as number) : -1;
  const wanted = top < 0 ? -1 : (relations[top] as number);
  for (let c = 0; c < right.length; c++) {
    const move = moves.move[c] as number;
    right[c] = costs[move] === least && (move === SHIFT || moves.relation[c] === wanted) ? 1 : 0;
  }
}

// A relation too rare to learn has no right class: the walk goes on as it is.
function bestRight(scores: Float64Array, right: Uint8Array, otherwise: number): number {
  let best = right.indexOf(1);
  if (best < 0) return otherwise;
  for (let c = 0; c < right.length; c++)
    if (right[c] === 1 && (scores[c] as number) > (scores[best] as number)) best = c;
  return best;
}
