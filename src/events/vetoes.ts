import type { Sentence } from '../document/language-layers.ts';
import { lemmaOf, type Tree } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import { joinedAt } from './hyphens.ts';
import type { Scene } from './scene.ts';

/** How many words of one other domain in a sentence settle that it speaks of that domain. */
const WORDS_OF_A_DOMAIN = 2;

/**
 * Gives the domain that takes a trigger out of the conflict ("Sheriff crushed Zimbru 4–0", "shares were hammered"),
 * or null: an argument from that domain, or two such words in the sentence.
 */
export function vetoOf({ tree, tables, domains }: Scene, { slots, token }: Candidate): string | null {
  const argument = [
    ...slots.subj,
    ...slots.obj,
    ...['on', 'in', 'at', 'to', 'against', 'for'].flatMap((slot) => slots.fillers(slot)),
  ]
    .map((filler) => tables.vetoes.get(lemmaOf(tree, filler)))
    .find((domain) => domain !== undefined);
  return argument ?? domains[tree.tokens[token]?.sentence ?? 0] ?? null;
}

/** Gives by sentence the other domain that it speaks of; null as a rule. */
export function readDomains(
  tree: Tree,
  sentences: readonly Sentence[],
  vetoes: ReadonlyMap<string, string>,
): readonly (string | null)[] {
  return sentences.map(({ firstToken, endToken }) => {
    const seen = new Map<string, number>();
    for (let at = firstToken; at < endToken; at++) {
      const domain = vetoes.get(lemmaOf(tree, at)) ?? vetoes.get(joinedAt(tree, at)?.lemma ?? '');
      if (domain !== undefined) seen.set(domain, (seen.get(domain) ?? 0) + 1);
    }
    return [...seen].find(([, count]) => count >= WORDS_OF_A_DOMAIN)?.[0] ?? null;
  });
}
