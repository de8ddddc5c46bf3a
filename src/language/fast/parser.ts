import { type Network, scoreClasses } from './network.ts';
import { fillParseFeatures, PARSE_FEATURES, type ParseSentence } from './parse-features.ts';
import {
  canMove,
  isParsed,
  LEFT,
  makeMove,
  type ParseState,
  RIGHT,
  SHIFT,
  startParse,
} from './transitions.ts';

/** What the classes of the parser's network mean: "S", "L nsubj", "R obj". */
export interface Moves {
  /** SHIFT, LEFT or RIGHT by class. */
  readonly move: readonly number[];
  /** Index into the relations by class; -1 for SHIFT. */
  readonly relation: readonly number[];
  readonly relations: readonly string[];
}

/** Reads the classes of the parser's network. */
export function readMoves(classes: readonly string[]): Moves {
  const relations = [...new Set(classes.filter((name) => name !== 'S').map((name) => name.slice(2)))];
  return {
    move: classes.map((name) => (name === 'S' ? SHIFT : name.startsWith('L') ? LEFT : RIGHT)),
    relation: classes.map((name) => (name === 'S' ? -1 : relations.indexOf(name.slice(2)))),
    relations,
  };
}

/** Builds the tree of a sentence, each time by the move that scores best; heads equal the length at the root. */
export function parseTree(network: Network, moves: Moves, sentence: ParseSentence): ParseState {
  const state = startParse(sentence.tags.length);
  const features = new Uint32Array(PARSE_FEATURES);
  const scores = new Float64Array(network.classes.length);
  while (!isParsed(state)) {
    if (state.depth === 0) {
      makeMove(state, SHIFT, -1);
      continue;
    }
    const count = fillParseFeatures(features, sentence, state);
    scoreClasses(network, features, count, scores);
    const chosen = bestMove(state, moves, scores);
    makeMove(state, moves.move[chosen] as number, moves.relation[chosen] as number);
  }
  return state;
}

/** Gives the class with the best score among those whose move can be made. */
export function bestMove(state: ParseState, moves: Moves, scores: Float64Array): number {
  const allowed = [canMove(state, SHIFT), canMove(state, LEFT), canMove(state, RIGHT)];
  let best = -1;
  for (let c = 0; c < scores.length; c++) {
    if (!allowed[moves.move[c] as number]) continue;
    if (best < 0 || (scores[c] as number) > (scores[best] as number)) best = c;
  }
  return best;
}
