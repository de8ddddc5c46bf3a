import type { Dependency } from '../document/language-layers.ts';
import type { SentenceReading } from './engine.ts';

/**
 * Puts right what a greedy parser is known to get wrong in a way that the finished tree gives away.
 * "The group seized 14 soldiers": a sentence that is a bare noun with a participle, and the participle has an object.
 * Past participles behind their noun are passive and take none, so the verb is finite and the noun its subject.
 */
export function repairTree(reading: SentenceReading): SentenceReading {
  const root = reading.dependencies.findIndex(({ head }) => head < 0);
  const verb = misreadVerb(reading, root) ?? swallowedVerb(reading, root);
  if (verb === undefined) return reading;
  const object =
    reading.dependencies[verb]?.relation === 'amod' ? (reading.dependencies[verb]?.head ?? -1) : -1;
  const dependencies = reading.dependencies.map((dependency, token): Dependency => {
    if (token === object) return { head: verb, relation: 'obj' };
    if (
      dependency.head === object &&
      dependency.relation === 'conj' &&
      reading.tags[token]?.upos === 'VERB'
    ) {
      return { head: verb, relation: 'conj' };
    }
    if (token === verb) return { head: -1, relation: 'root' };
    if (token === root) return { head: verb, relation: 'nsubj' };
    // What followed the noun behind the verb belongs to the verb now: its full stop, its circumstances.
    if (dependency.head === root && token > verb)
      return { head: verb, relation: dependency.relation === 'nmod' ? 'obl' : dependency.relation };
    return dependency;
  });
  return { ...reading, dependencies };
}

function misreadVerb({ tags, dependencies }: SentenceReading, root: number): number | undefined {
  if (!['NOUN', 'PROPN', 'PRON'].includes(tags[root]?.upos ?? '')) return undefined;
  const depends = (relation: string): boolean =>
    dependencies.some((one) => one.head === root && one.relation.startsWith(relation));
  if (depends('cop') || depends('nsubj')) return undefined;
  const found = dependencies.findIndex(
    ({ head, relation }, token) =>
      (head === root || isApposition(dependencies, head, root)) &&
      relation === 'acl' &&
      token > root &&
      isBarePast(tags, token) &&
      hasObject(dependencies, token),
  );
  return found < 0 ? undefined : found;
}

/** "State TV displayed images": the verb is taken for a modifier of its object, and the object hangs on the subject. */
function swallowedVerb({ tags, dependencies }: SentenceReading, root: number): number | undefined {
  const verb = root + 1;
  const own = dependencies[verb];
  if (
    !['NOUN', 'PROPN'].includes(tags[root]?.upos ?? '') ||
    tags[verb]?.upos !== 'VERB' ||
    own?.relation !== 'amod'
  )
    return undefined;
  return own.head > verb && dependencies[own.head]?.head === root && tags[verb]?.features.tense === 'Past'
    ? verb
    : undefined;
}

/** "Commissioner Kourouma, its spokesman, blamed …" */
function isApposition(dependencies: readonly Dependency[], token: number, root: number): boolean {
  const dependency = dependencies[token];
  return dependency?.relation === 'appos' && dependency.head === root;
}

function isBarePast(tags: SentenceReading['tags'], token: number): boolean {
  const tag = tags[token];
  return (
    tag?.upos === 'VERB' &&
    (tag.features.tense === 'Past' || tag.features.voice === 'Pass') &&
    tags[token - 1]?.upos !== 'AUX'
  );
}

function hasObject(dependencies: readonly Dependency[], verb: number): boolean {
  return dependencies.some(
    ({ head, relation }, token) =>
      head === verb && token > verb && (relation === 'obj' || relation === 'ccomp' || relation === 'xcomp'),
  );
}
