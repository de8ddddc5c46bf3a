import type { Dependency } from '../document/language-layers.ts';
import type { SentenceReading } from './engine.ts';

/** "declared", "named", "pronounced": what makes somebody persona non grata. */
const DECLARING = new Set(['declare', 'name', 'pronounce', 'deem', 'make', 'label', 'brand']);

const WORDS = ['persona', 'non', 'grata'];

/**
 * "Lima declared the Bolivian envoy persona non grata": three words of another language that no parser knows are what the
 * noun before them is declared to be, and their "non" denies nothing.
 */
export function tieSetPhrases(reading: SentenceReading): SentenceReading {
  const { tags, dependencies } = reading;
  const first = tags.findIndex(
    ({ lemma }, token) => /^persona$/iu.test(lemma) && /^grata$/iu.test(tags[token + 2]?.lemma ?? ''),
  );
  if (first < 0) return reading;
  const verb = verbAbove(reading, first);
  if (verb === undefined) return reading;
  const declared = dependencies.findIndex(
    ({ head, relation }, token) => head === first && relation === 'compound' && token < first,
  );
  const mended = dependencies.map((one, token): Dependency => {
    if (token === first + 2) return { head: verb, relation: 'xcomp' };
    if (token === first || token === first + 1) return { head: first + 2, relation: 'compound' };
    if (declared < 0) return one;
    if (token === declared) return { head: verb, relation: 'obj' };
    return one.head === first && token < declared ? { ...one, head: declared } : one;
  });
  const plain = tags.map((tag, token) => {
    const lemma = WORDS[token - first];
    return lemma === undefined
      ? tag
      : { ...tag, lemma, upos: lemma === 'non' ? ('X' as const) : ('NOUN' as const) };
  });
  return { ...reading, tags: plain, dependencies: mended };
}

function verbAbove({ tags, dependencies }: SentenceReading, token: number): number | undefined {
  for (let at = dependencies[token]?.head ?? -1; at >= 0; at = dependencies[at]?.head ?? -1)
    if (tags[at]?.upos === 'VERB') return DECLARING.has(tags[at]?.lemma ?? '') ? at : undefined;
  return undefined;
}
