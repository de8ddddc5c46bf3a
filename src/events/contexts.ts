import type { Sentence } from '../document/language-layers.ts';
import { lemmaOf, type Tree } from '../language/tree.ts';

/**
 * Gives by sentence the PLOVER contexts whose words stand in it, in the order of the table. Read once a sentence and not
 * once an event: a list of a thousand acts is one sentence.
 */
export function readContexts(
  tree: Tree,
  sentences: readonly Sentence[],
  contexts: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  return sentences.map(({ firstToken, endToken }) => {
    const lemmas = new Set<string>();
    for (let at = firstToken; at < endToken; at++) lemmas.add(lemmaOf(tree, at));
    return [...contexts]
      .filter(([, words]) => words.some((word) => lemmas.has(word)))
      .map(([context]) => context);
  });
}
