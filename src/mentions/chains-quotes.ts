import type { Token } from '../document/language-layers.ts';
import { childrenBy, isRelation, lemmaOf, relationOf, type Tree } from '../language/tree.ts';

/** The stretches between quotation marks, as runs of tokens without the marks. */
export interface Quotes {
  readonly ranges: readonly { readonly firstToken: number; readonly endToken: number }[];
  /** The quote that each token stands in; -1 outside. */
  readonly byToken: readonly number[];
}

const OPEN = new Set(['“', '„', '«', '``']);
const CLOSE = new Set(['”', '»', "''"]);

/**
 * Finds the quotes of a report; linear. A quote ends with its zone, since a paragraph that goes on quoting opens its
 * marks anew. Words in quotes that hold no verb ("so-called “instructors”") are found as well: callers ask what is in them.
 */
export function findQuotes(tokens: readonly Token[], zoneOfSentence: readonly number[]): Quotes {
  const ranges: { firstToken: number; endToken: number }[] = [];
  const byToken = tokens.map(() => -1);
  let first = -1;
  const close = (end: number): void => {
    if (first >= 0 && end > first)
      byToken.fill(ranges.push({ firstToken: first, endToken: end }) - 1, first, end);
    first = -1;
  };
  tokens.forEach(({ text, sentence }, token) => {
    const previous = tokens[token - 1]?.sentence ?? sentence;
    if (zoneOfSentence[sentence] !== zoneOfSentence[previous]) close(token);
    if (CLOSE.has(text) || (text === '"' && first >= 0)) close(token);
    else if (OPEN.has(text) || text === '"') first = token + 1;
  });
  close(tokens.length);
  return { ranges, byToken };
}

const SPEECH = new Set(
  'say tell add insist warn declare write announce claim deny state explain ask vow shout argue note stress reply conclude continue comment scoff answer remark recall admit acknowledge maintain complain joke plead promise urge assert allege contend report repeat respond retort observe describe demand stress emphasise emphasize tweet post whisper call predict caution counter boast lament reveal confirm testify suggest acknowledge'.split(
    ' ',
  ),
);

/** Tells whether a token is a verb of saying. */
export function isSpeech(tree: Tree, token: number): boolean {
  const upos = tree.tags[token]?.upos;
  return (upos === 'VERB' || upos === 'AUX') && SPEECH.has(lemmaOf(tree, token));
}

/** Tells whether a token is the subject of a verb of saying: "she" in "she added". */
export function isSpeaker(tree: Tree, token: number): boolean {
  const verb = tree.dependencies[token]?.head ?? -1;
  return relationOf(tree, token) === 'nsubj' && isSpeech(tree, verb);
}

/** Gives the tokens that speak in the run [first, end) outside its quotes: subjects of verbs of saying, "according to" too. */
export function speakersIn(tree: Tree, quotes: Quotes, first: number, end: number): number[] {
  const found: number[] = [];
  for (let token = first; token < end; token++) {
    if (quotes.byToken[token] === -1 && isSpeech(tree, token)) {
      found.push(
        ...childrenBy(tree, token, 'nsubj').filter((child) => isRelation(relationOf(tree, child), ['nsubj'])),
      );
    }
  }
  return found.filter((token) => quotes.byToken[token] === -1);
}
