import { lemmaOf } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';

/** How many words of one other domain in a sentence settle that it speaks of that domain. */
const WORDS_OF_A_DOMAIN = 2;

/**
 * Gives the domain that takes a trigger out of the conflict ("Sheriff crushed Zimbru 4–0", "shares were hammered"),
 * or null: an argument from that domain, or two such words in the sentence.
 */
export function vetoOf(scene: Scene, { slots, token }: Candidate): string | null {
  const { tree, tables, layers } = scene;
  const argument = [
    ...slots.subj,
    ...slots.obj,
    ...['on', 'in', 'at', 'to', 'against', 'for'].flatMap((slot) => slots.fillers(slot)),
  ]
    .map((filler) => tables.vetoes.get(lemmaOf(tree, filler)))
    .find((domain) => domain !== undefined);
  if (argument !== undefined) return argument;
  const sentence = layers.sentences[tree.tokens[token]?.sentence ?? 0];
  const seen = new Map<string, number>();
  for (let at = sentence?.firstToken ?? 0; at < (sentence?.endToken ?? 0); at++) {
    const domain = tables.vetoes.get(lemmaOf(tree, at));
    if (domain !== undefined) seen.set(domain, (seen.get(domain) ?? 0) + 1);
  }
  return [...seen].find(([, count]) => count >= WORDS_OF_A_DOMAIN)?.[0] ?? null;
}
