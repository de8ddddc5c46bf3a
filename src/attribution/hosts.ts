import { headOf, lowerOf, relationOf, type TokenRange, type Tree } from '../language/tree.ts';
import { clauseOf, withoutMarks } from './contents.ts';

/** Gives the clause that a phrase hangs on: all of the sentence on the side where it stands, or its own clause in the middle. */
export function hostOf(tree: Tree, sentence: TokenRange, phrase: TokenRange): TokenRange {
  const before = withoutMarks(tree, { firstToken: sentence.firstToken, endToken: phrase.firstToken });
  const after = withoutMarks(tree, { firstToken: phrase.endToken, endToken: sentence.endToken });
  const aside = relativeAround(tree, phrase);
  if (aside !== undefined) return aside;
  const opens = opensHalf(tree, sentence, phrase) || before.endToken - before.firstToken <= 1;
  if (opens) return after;
  const isAside = ['where', 'which', 'who', 'whose'].includes(lowerOf(tree, after.firstToken));
  if (isAside || after.endToken - after.firstToken <= 2) return lastClause(tree, before);
  return partAround(tree, sentence, phrase);
}

/** "The rebels, according to the army, fled; villagers deny it": in the middle the phrase reaches from one semicolon to the next. */
function partAround(tree: Tree, sentence: TokenRange, phrase: TokenRange): TokenRange {
  let { firstToken, endToken } = phrase;
  while (firstToken > sentence.firstToken && lowerOf(tree, firstToken - 1) !== ';') firstToken--;
  while (endToken < sentence.endToken && lowerOf(tree, endToken) !== ';') endToken++;
  return withoutMarks(tree, { firstToken, endToken });
}

/** "summoned the envoy, who, according to two clerks, did not dispute it": inside of a relative clause only that is credited. */
function relativeAround(tree: Tree, { firstToken, endToken }: TokenRange): TokenRange | undefined {
  const pronoun = firstToken - 2;
  const isInside =
    ['who', 'which', 'where', 'that'].includes(lowerOf(tree, pronoun)) &&
    lowerOf(tree, firstToken - 1) === ',' &&
    lowerOf(tree, endToken) === ',';
  let verb = isInside ? headOf(tree, pronoun) : -1;
  // "The daily found that, according to two clerks, the cells were full": what is said so is only what was found.
  if (isInside && relationOf(tree, pronoun) === 'mark' && verb >= endToken)
    return withoutMarks(tree, { firstToken: endToken, endToken: clauseOf(tree, verb).endToken });
  while (verb >= 0 && relationOf(tree, verb) !== 'acl:relcl') verb = headOf(tree, verb);
  if (verb < endToken) return undefined;
  return withoutMarks(tree, { firstToken: endToken, endToken: clauseOf(tree, verb).endToken });
}

/** "…, and according to a newsletter, citing two bankers, one payment was stopped": the phrases open the second half. */
function opensHalf(tree: Tree, sentence: TokenRange, phrase: TokenRange): boolean {
  // "closed the road and, according to villagers, burned two huts": between "and" and a verb the phrase opens what it joins.
  const isJoined =
    tree.tags[phrase.firstToken - 2]?.upos === 'CCONJ' && tree.tags[phrase.endToken + 1]?.upos === 'VERB';
  if (isJoined && lowerOf(tree, phrase.firstToken - 1) === ',' && lowerOf(tree, phrase.endToken) === ',')
    return true;
  for (let token = phrase.firstToken - 1; token >= sentence.firstToken; token--) {
    const upos = tree.tags[token]?.upos;
    if (['VERB', 'AUX'].includes(upos ?? '') && lowerOf(tree, token) !== 'according') return false;
    if (upos === 'CCONJ' && lowerOf(tree, token - 1) === ',') return true;
  }
  return false;
}

/** "A; B, according to X" attributes B: a semicolon or a colon ends what a trailing phrase reaches. */
function lastClause(tree: Tree, { firstToken, endToken }: TokenRange): TokenRange {
  for (let token = endToken - 1; token > firstToken; token--) {
    if ([';', ':'].includes(tree.tokens[token]?.text ?? ''))
      return withoutMarks(tree, { firstToken: token + 1, endToken });
  }
  return { firstToken, endToken };
}
