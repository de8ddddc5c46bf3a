import type { Dependency } from '../document/language-layers.ts';
import type { SentenceReading } from './engine.ts';

/** Nouns that English ties to a verb with a hyphen to say how it is done. */
const MEANS = new Set(
  'machine car carpet fire dive tear pepper water baton drone court gang truck petrol air hand kidney stop force rubber'.split(
    ' ',
  ),
);

/**
 * "A helicopter machine-gunned herders", "police tear-gassed the crowd": the noun before the hyphen is how it was done, and
 * what stands before that noun is who did it.
 */
export function tieHyphenedVerbs(reading: SentenceReading): SentenceReading {
  const { tags, dependencies } = reading;
  const verbOf = new Map(
    dependencies.flatMap(({ head, relation }, noun) => {
      const isTorn =
        MEANS.has(tags[noun]?.lemma ?? '') &&
        tags[noun + 1]?.lemma === '-' &&
        head === noun + 2 &&
        tags[head]?.upos === 'VERB' &&
        relation !== 'compound';
      return isTorn ? [[noun, head] as const] : [];
    }),
  );
  if (verbOf.size === 0) return reading;
  const doerOf = new Map(
    [...verbOf.keys()].flatMap((noun) =>
      dependencies[noun - 1]?.head === noun && dependencies[noun - 1]?.relation === 'compound'
        ? [[noun, noun - 1] as const]
        : [],
    ),
  );
  const mended = dependencies.map((one, token): Dependency => {
    const verb = verbOf.get(token);
    if (verb !== undefined) return { head: verb, relation: 'compound' };
    const doer = doerOf.get(one.head);
    if (doer === undefined || token > one.head) return one;
    return token === doer
      ? { head: verbOf.get(one.head) ?? one.head, relation: dependencies[one.head]?.relation ?? 'nsubj' }
      : { ...one, head: doer };
  });
  return { ...reading, dependencies: mended };
}
