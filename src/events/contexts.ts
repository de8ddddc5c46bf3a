import { lemmaOf } from '../language/tree.ts';
import type { Scene } from './scene.ts';

/** Gives the PLOVER contexts whose words stand in the trigger's sentence, in the order of the table. */
export function readContexts({ tree, layers, tables }: Scene, token: number): readonly string[] {
  const sentence = layers.sentences[tree.tokens[token]?.sentence ?? 0];
  const lemmas = new Set<string>();
  for (let at = sentence?.firstToken ?? 0; at < (sentence?.endToken ?? 0); at++)
    lemmas.add(lemmaOf(tree, at));
  return [...tables.contexts]
    .filter(([, words]) => words.some((word) => lemmas.has(word)))
    .map(([context]) => context);
}
