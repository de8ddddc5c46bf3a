import { lemmaOf, lowerOf, type Tree } from '../language/tree.ts';

/** A word of the tables that tokens divide: its first token, and its lemma with the hyphen in it. */
export interface Joined {
  readonly firstToken: number;
  readonly lemma: string;
}

/** Gives the word that a token ends behind a hyphen, or undefined: at "in" of "sit-in" it is "sit-in", at "outs" of "pull-outs" "pull-out". */
export function joinedAt(tree: Tree, token: number): Joined | undefined {
  const [first, hyphen, last] = [tree.tokens[token - 2], tree.tokens[token - 1], tree.tokens[token]];
  const isJoined =
    hyphen !== undefined &&
    lowerOf(tree, token - 1) === '-' &&
    first?.end === hyphen.start &&
    hyphen.end === last?.start;
  return isJoined
    ? { firstToken: token - 2, lemma: `${lowerOf(tree, token - 2)}-${lemmaOf(tree, token)}` }
    : undefined;
}
