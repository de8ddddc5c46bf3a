import type { Sentence } from '../document/language-layers.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lowerOf,
  relationOf,
  subtreeOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';

/** Gives the run of tokens of a clause that opens at a token's subtree; marks at its edges are left out. */
export function clauseOf(tree: Tree, token: number): TokenRange {
  const all = subtreeOf(tree, token);
  return withoutMarks(tree, { firstToken: all[0] ?? token, endToken: (all.at(-1) ?? token) + 1 });
}

/** Gives the range without punctuation at its edges; quotation marks go too. */
export function withoutMarks(tree: Tree, { firstToken, endToken }: TokenRange): TokenRange {
  let first = firstToken;
  let end = endToken;
  while (first < end && tree.tags[first]?.upos === 'PUNCT') first++;
  while (end > first && tree.tags[end - 1]?.upos === 'PUNCT') end--;
  return { firstToken: first, endToken: end };
}

/**
 * Gives what a verb of saying says: its clause complement; the clause that it is inserted into
 * ("the drone, he said, was launched from a beach"); or, where the parse shows neither, the rest of its sentence.
 * Undefined when nothing is said.
 */
export function contentOf(
  tree: Tree,
  sentence: Sentence,
  cue: TokenRange,
  source: number | undefined,
): TokenRange | undefined {
  const verb = cue.firstToken;
  const complement = childBy(tree, verb, 'ccomp') ?? clausal(tree, childBy(tree, verb, 'xcomp'));
  if (complement !== undefined) return joinedClause(tree, sentence, verb, complement);
  if (
    isRelation(relationOf(tree, verb), ['parataxis', 'ccomp', 'dep', 'advcl']) &&
    headOf(tree, verb) >= 0 &&
    isInserted(tree, verb)
  ) {
    return aroundInsertion(tree, sentence, verb);
  }
  return restOfSentence(tree, sentence, cue, source);
}

function clausal(tree: Tree, token: number | undefined): number | undefined {
  if (token === undefined) return undefined;
  return ['VERB', 'AUX', 'ADJ', 'NOUN', 'PROPN', 'ADV'].includes(tree.tags[token]?.upos ?? '')
    ? token
    : undefined;
}

/** "… said on Tuesday that A and that B": what is coordinated with the complement is in its subtree already. */
function joinedClause(tree: Tree, sentence: Sentence, verb: number, complement: number): TokenRange {
  const range = clauseOf(tree, complement);
  // A complement before its verb runs from the sentence's start: "Five people died, and ten were hurt, police said."
  if (complement < verb) {
    const own = subtreeOf(tree, verb).filter((token) => token < complement);
    const opensHere = !own.some((token) => token < range.firstToken && tree.tags[token]?.upos !== 'PUNCT');
    return withoutMarks(tree, {
      firstToken: opensHere ? sentence.firstToken : range.firstToken,
      endToken: Math.min(range.endToken, speakerEdge(tree, verb)),
    });
  }
  return range;
}

/** Where the words that name the speaker begin, in "…, a doctor said" or "…, said a doctor". */
function speakerEdge(tree: Tree, verb: number): number {
  const subject = childrenBy(tree, verb, 'nsubj').find((child) => child < verb);
  return subject === undefined ? verb : (subtreeOf(tree, subject)[0] ?? verb);
}

function isInserted(tree: Tree, verb: number): boolean {
  const own = subtreeOf(tree, verb);
  const before = tree.tokens[(own[0] ?? verb) - 1]?.text ?? '';
  return /^[,—–"”’'-]$/u.test(before) || headOf(tree, verb) < verb;
}

function aroundInsertion(tree: Tree, sentence: Sentence, verb: number): TokenRange {
  const own = new Set(subtreeOf(tree, verb));
  const host = subtreeOf(tree, headOf(tree, verb)).filter((token) => !own.has(token));
  const firstToken = host[0] ?? sentence.firstToken;
  const endToken = (host.at(-1) ?? firstToken) + 1;
  return withoutMarks(tree, { firstToken, endToken });
}

/** What a parser that missed the complement leaves over: the longer side of the cue, if it holds a verb. */
function restOfSentence(
  tree: Tree,
  sentence: Sentence,
  cue: TokenRange,
  source: number | undefined,
): TokenRange | undefined {
  const from = source === undefined ? cue.firstToken : Math.min(cue.firstToken, subtreeStart(tree, source));
  const to = source === undefined ? cue.endToken : Math.max(cue.endToken, source + 1);
  const next = lowerOf(tree, cue.endToken);
  const after = withoutMarks(tree, { firstToken: to, endToken: sentence.endToken });
  const before = withoutMarks(tree, { firstToken: sentence.firstToken, endToken: from });
  const comma = /^[,"”’']$/u.test(tree.tokens[from - 1]?.text ?? '');
  if (next === 'that' || next === ':' || next === '"' || next === '“')
    return hasVerb(tree, after) ? after : undefined;
  if (comma && hasVerb(tree, before)) return before;
  return hasFinite(tree, after) && to === cue.endToken ? after : undefined;
}

function subtreeStart(tree: Tree, token: number): number {
  return subtreeOf(tree, token)[0] ?? token;
}

function hasVerb(tree: Tree, { firstToken, endToken }: TokenRange): boolean {
  return someTag(tree, firstToken, endToken, (token) =>
    ['VERB', 'AUX'].includes(tree.tags[token]?.upos ?? ''),
  );
}

function hasFinite(tree: Tree, { firstToken, endToken }: TokenRange): boolean {
  return someTag(tree, firstToken, endToken, (token) => tree.tags[token]?.features.verbForm === 'Fin');
}

function someTag(_tree: Tree, from: number, to: number, test: (token: number) => boolean): boolean {
  for (let token = from; token < to; token++) if (test(token)) return true;
  return false;
}
