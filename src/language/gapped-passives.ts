import type { Dependency } from '../document/language-layers.ts';
import type { SentenceReading } from './engine.ts';

/** Verbs that cannot stand without an object: "the president dismissed" has somebody dismiss him. */
const TRANSITIVE = new Set(
  `abduct abolish accuse acquit arrest assassinate ban banish behead bomb capture charge confiscate cut damage demolish deport
  depose destroy detain disband dismiss disarm evict execute exile expel fine forbid free impose impound injure install jail
  kidnap kill level lift lynch maim murder name oust outlaw overrun ransack raze rape recall release remove rescue sack seal
  seize sentence shell shut silence summon suspend throttle torch torture uproot wound`.split(/\s+/u),
);

/**
 * Makes passives of verbs that leave their auxiliary to the passive before: in "the constitution was suspended, the
 * president dismissed and two papers shut" nobody is told to have shut or dismissed anything.
 */
export function passGapped(reading: SentenceReading): SentenceReading {
  const gapped = new Map<number, { readonly subject: number; readonly passive: number }>();
  reading.dependencies.forEach((_, verb) => {
    const passive = passiveBefore(reading, verb);
    const subject = passive === undefined ? undefined : subjectOfGapped(reading, verb);
    if (passive !== undefined && subject !== undefined) gapped.set(verb, { subject, passive });
  });
  if (gapped.size === 0) return reading;
  const subjects = new Set([...gapped.values()].map(({ subject }) => subject));
  return {
    ...reading,
    dependencies: reading.dependencies.map((one, token): Dependency => {
      const passive = gapped.get(token)?.passive;
      if (passive !== undefined) return { head: passive, relation: 'conj' };
      return subjects.has(token) ? { ...one, relation: 'nsubj:pass' } : one;
    }),
  };
}

/** The verb with the auxiliary, over any verbs between that lack it as well. */
function passiveBefore({ dependencies }: SentenceReading, verb: number): number | undefined {
  for (let at = verb; ['conj', 'parataxis'].includes(dependencies[at]?.relation ?? ''); ) {
    at = dependencies[at]?.head ?? -1;
    if (at < 0 || at >= verb) return undefined;
    if (dependencies.some(({ head, relation }) => head === at && relation === 'aux:pass')) return at;
  }
  return undefined;
}

/** Who is dismissed, where the verb has neither an object nor an auxiliary of its own; undefined where it is no such verb. */
function subjectOfGapped({ tags, dependencies }: SentenceReading, verb: number): number | undefined {
  const own = dependencies.flatMap(({ head, relation }, token) =>
    head === verb ? [{ relation, token }] : [],
  );
  const stands = (...relations: readonly string[]): boolean =>
    own.some(({ relation }) => relations.some((one) => relation === one || relation.startsWith(`${one}:`)));
  if (tags[verb]?.upos !== 'VERB' || stands('aux', 'obj', 'ccomp', 'xcomp', 'cop')) return undefined;
  const subject = own.find(({ relation, token }) => relation.startsWith('nsubj') && token < verb);
  const isKnown = subject?.relation === 'nsubj:pass' || TRANSITIVE.has(tags[verb]?.lemma ?? '');
  return isKnown ? subject?.token : undefined;
}
