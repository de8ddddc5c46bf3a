import type { SentenceReading } from './engine.ts';

/** Verbs that tell behind "of" what somebody is held to have done. */
const CHARGING = new Set(['accuse', 'suspect', 'convict', 'acquit', 'clear']);

/** How many nouns may stand between the deed and whoever charges: "by a group of clerks in Bria of burning". */
const DEEPEST = 4;

/**
 * "The junta is accused by rights groups of burning villages": parsers hang the deed on whoever charges, who did not do it; it
 * belongs to the verb, and so to whoever is charged.
 */
export function tieCharges(reading: SentenceReading): SentenceReading {
  const { tags, dependencies } = reading;
  const isAgent = (token: number): boolean => {
    const { head = -1, relation = '' } = dependencies[token] ?? {};
    const isBy = dependencies.some((one, at) => one.head === token && at < token && tags[at]?.lemma === 'by');
    return relation.startsWith('obl') && isBy && CHARGING.has(tags[head]?.lemma ?? '');
  };
  const verbAbove = (deed: number): number | undefined => {
    const isOf = dependencies.some(
      ({ head, relation }, at) =>
        head === deed && at < deed && ['mark', 'case'].includes(relation) && tags[at]?.lemma === 'of',
    );
    if (!isOf || tags[deed]?.upos !== 'VERB') return undefined;
    let above = dependencies[deed]?.head ?? -1;
    for (let depth = 0; depth < DEEPEST && above >= 0 && above < deed; depth++) {
      if (isAgent(above)) return dependencies[above]?.head;
      above = dependencies[above]?.head ?? -1;
    }
    return undefined;
  };
  const tied = new Map(
    dependencies.flatMap((_, deed) => {
      const verb = verbAbove(deed);
      return verb === undefined ? [] : [[deed, verb] as const];
    }),
  );
  if (tied.size === 0) return reading;
  return {
    ...reading,
    dependencies: dependencies.map((one, token) => {
      const verb = tied.get(token);
      return verb === undefined ? one : { head: verb, relation: 'advcl' };
    }),
  };
}
