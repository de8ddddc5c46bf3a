import {
  childBy,
  childrenBy,
  lemmaOf,
  lowerOf,
  relationOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';

/**
 * "A trawler rammed the ferry and, Oslo says, cut its nets": an aside right behind what joins or opens a further
 * part credits that part alone. Undefined where nothing was told before: "But, Oslo says, …".
 */
export function joinedStart(tree: Tree, firstToken: number, comma: number): number | undefined {
  const word = lowerOf(tree, comma - 1);
  const isOpener =
    ['and', 'but', 'or', 'including', 'perhaps'].includes(word) ||
    (lowerOf(tree, comma - 2) === 'among' && ['them', 'those'].includes(word)) ||
    // "sank within the hour, holed, the guild thinks, by a mine"
    ((tree.tags[comma - 1]?.upos === 'VERB' || relationOf(tree, comma - 1) === 'advcl') &&
      lowerOf(tree, comma - 2) === ',' &&
      !hasOwnSubject(tree, comma - 1));
  return isOpener && hasVerb(tree, { firstToken, endToken: comma - 1 }) ? comma - 1 : undefined;
}

function hasOwnSubject(tree: Tree, verb: number): boolean {
  return childBy(tree, verb, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass') !== undefined;
}

const JOINING = new Set(['but', 'and', 'while', 'though', 'although', 'whereas']);
const SPEAKING = new Set(
  'say deny insist claim reject dispute dismiss contradict maintain call accuse tell blame confirm decline refuse contest question'.split(
    ' ',
  ),
);

/**
 * "Rebels took the mill, the priest said, but the army denies that": behind an aside's closing mark a clause in which somebody
 * else speaks is told by the outlet.
 */
export function isOtherVoice(tree: Tree, mark: number): boolean {
  if (!JOINING.has(lowerOf(tree, mark + 1))) return false;
  const sentence = tree.tokens[mark]?.sentence;
  for (let token = mark + 2; tree.tokens[token]?.sentence === sentence; token++)
    if (tree.tags[token]?.upos === 'VERB')
      return (
        SPEAKING.has(lemmaOf(tree, token)) &&
        childrenBy(tree, token, 'nsubj').some((subject) => subject > mark && subject < token)
      );
  return false;
}

/**
 * "Traders said the army had shelled it, while a nurse said rebels had": where, inside of what somebody says, a clause begins in
 * which somebody else speaks by name; the range's end where none does. "…, and that the army denied it" is still said.
 */
export function otherVoiceIn(tree: Tree, { firstToken, endToken }: TokenRange): number {
  for (let mark = firstToken; mark < endToken; mark++)
    if (
      lowerOf(tree, mark) === ',' &&
      ['while', 'whereas'].includes(lowerOf(tree, mark + 1)) &&
      isOtherVoice(tree, mark)
    )
      return mark;
  return endToken;
}

/** Gives where the first colon behind a token stands, or the end of what is looked at. */
export function markBehind(tree: Tree, from: number, endToken: number): number {
  let at = from;
  while (at < endToken && tree.tokens[at]?.text !== ':') at++;
  return at;
}

/** Tells whether a range holds a verb or an auxiliary. */
export function hasVerb(tree: Tree, { firstToken, endToken }: TokenRange): boolean {
  for (let token = firstToken; token < endToken; token++) if (isVerbal(tree, token)) return true;
  return false;
}

/** Tells whether a token is a verb or an auxiliary. */
export function isVerbal(tree: Tree, token: number): boolean {
  return ['VERB', 'AUX'].includes(tree.tags[token]?.upos ?? '');
}
