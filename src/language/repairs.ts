import type { Dependency } from '../document/language-layers.ts';
import { tieCharges } from './charges.ts';
import type { SentenceReading } from './engine.ts';
import { passGapped } from './gapped-passives.ts';
import { tieHyphenedVerbs } from './hyphened-verbs.ts';
import { tieSetPhrases } from './set-phrases.ts';

/**
 * Puts right what a greedy parser is known to get wrong in a way that the finished tree gives away.
 * "The group seized 14 soldiers": a sentence that is a bare noun with a participle, and the participle has an object.
 * Past participles behind their noun are passive and take none, so the verb is finite and the noun its subject.
 */
export function repairTree(reading: SentenceReading): SentenceReading {
  const upright = freeMainVerb(
    freeBackedVerb(joinCompound(hangOnNouns(tieHyphenedVerbs(tieSetPhrases(reading))))),
  );
  return tieCharges(nameJudged(passGapped(nameDoers(nameSpeakers(upright)))));
}

/**
 * "Rebels took the fort, a clerk who heard them said": of two subjects the one behind the comma is that of the verb at the
 * end, which has none.
 */
function nameSpeakers(reading: SentenceReading): SentenceReading {
  const { tags, dependencies } = reading;
  const subjectsOf = (verb: number): readonly number[] =>
    dependencies.flatMap(({ head, relation }, token) =>
      head === verb && relation === 'nsubj' ? [token] : [],
    );
  const speakerBefore = (verb: number): number | undefined => {
    if (tags[verb]?.upos !== 'VERB' || subjectsOf(verb).length > 0) return undefined;
    const told = dependencies.findIndex(
      ({ head, relation }, token) => head === verb && relation === 'ccomp' && token < verb,
    );
    const subjects = told < 0 ? [] : subjectsOf(told);
    const speaker = subjects.at(-1) ?? -1;
    const isBehind = subjects.length > 1 && speaker > told && speaker < verb;
    const first = dependencies.findIndex(
      ({ head, relation }, token) => token > told && head === speaker && relation !== 'punct',
    );
    const opening = first < 0 ? speaker : Math.min(first, speaker);
    return isBehind && tags[opening - 1]?.upos === 'PUNCT' ? speaker : undefined;
  };
  const moved = new Map(
    dependencies.flatMap((_, verb) => {
      const speaker = speakerBefore(verb);
      return speaker === undefined ? [] : [[speaker, verb] as const];
    }),
  );
  if (moved.size === 0) return reading;
  return {
    ...reading,
    dependencies: dependencies.map((one, token) => ({ ...one, head: moved.get(token) ?? one.head })),
  };
}

const CALLING = new Set(['call', 'label', 'brand', 'deem', 'term', 'dub']);

/** What something is called without an article. */
const JUDGEMENTS = new Set(
  'aggression blackmail cowardice extortion folly genocide gossip hypocrisy intimidation lies madness murder nonsense piracy propaganda robbery rubbish sabotage slander speculation suicide talk terrorism theft treason vandalism'.split(
    ' ',
  ),
);

/** "They called that blackmail", "called the drill blackmail": parsers make one phrase of what is called and what it is called. */
function nameJudged(reading: SentenceReading): SentenceReading {
  const { tags, dependencies } = reading;
  const judged = new Map<number, number>();
  dependencies.forEach(({ head, relation }, token) => {
    if (!['obj', 'xcomp'].includes(relation) || !CALLING.has(tags[head]?.lemma ?? '')) return;
    if (!JUDGEMENTS.has(tags[token]?.lemma ?? '') || hasOther(dependencies, head, token)) return;
    const named = dependencies.findIndex(
      (one, at) =>
        one.head === token &&
        at < token &&
        (one.relation === 'compound' ||
          (one.relation === 'det' && ['that', 'this', 'these', 'those'].includes(tags[at]?.lemma ?? ''))),
    );
    if (named >= 0) judged.set(token, named);
  });
  if (judged.size === 0) return reading;
  return {
    ...reading,
    dependencies: dependencies.map((one, token): Dependency => {
      if (judged.has(token)) return { head: one.head, relation: 'xcomp' };
      const named = judged.get(one.head);
      if (named === token) return { head: dependencies[one.head]?.head ?? -1, relation: 'obj' };
      return named !== undefined && token < named ? { ...one, head: named } : one;
    }),
  };
}

function hasOther(dependencies: readonly Dependency[], verb: number, token: number): boolean {
  return dependencies.some(({ head, relation }, at) => head === verb && relation === 'obj' && at !== token);
}

/** "the raid, which he said had killed three men": of two objects the relative pronoun, where the verb has no subject, is who does it. */
function nameDoers(reading: SentenceReading): SentenceReading {
  const { tags, dependencies } = reading;
  const hasOwn = (verb: number, relation: string, but: number): boolean =>
    dependencies.some(
      (one, token) => one.head === verb && one.relation.startsWith(relation) && token !== but,
    );
  const isDoer = ({ head, relation }: Dependency, token: number): boolean =>
    relation === 'obj' &&
    token < head &&
    ['which', 'who', 'that'].includes(tags[token]?.lemma ?? '') &&
    hasOwn(head, 'obj', token) &&
    !hasOwn(head, 'nsubj', token);
  if (!dependencies.some(isDoer)) return reading;
  return {
    ...reading,
    dependencies: dependencies.map((one, token) =>
      isDoer(one, token) ? { ...one, relation: 'nsubj' } : one,
    ),
  };
}

/** "the bodies of five men killed in the clash": a participle behind a noun describes that noun, not the verb before. */
function hangOnNouns(reading: SentenceReading): SentenceReading {
  const { tags, dependencies } = reading;
  const isTorn = ({ head, relation }: Dependency, token: number): boolean =>
    relation === 'acl' &&
    head >= 0 &&
    head < token - 1 &&
    tags[head]?.upos === 'VERB' &&
    ['NOUN', 'PROPN'].includes(tags[token - 1]?.upos ?? '') &&
    !isAbove(dependencies, token, token - 1);
  if (!dependencies.some(isTorn)) return reading;
  return {
    ...reading,
    dependencies: dependencies.map((one, token) =>
      isTorn(one, token) ? { head: token - 1, relation: 'acl' } : one,
    ),
  };
}

/** "years after crowds trashed its embassy": a noun that hangs on the verb behind it, at any depth, is not described by it. */
function isAbove(dependencies: readonly Dependency[], verb: number, noun: number): boolean {
  for (let token = noun; token >= 0; token = dependencies[token]?.head ?? -1) if (token === verb) return true;
  return false;
}

/** "The coast guard accused Hanoi": a bare noun right behind another opens no relative clause; the two are one name for who acts. */
function joinCompound(reading: SentenceReading): SentenceReading {
  const { tags, dependencies } = reading;
  const root = dependencies.findIndex(({ head }) => head < 0);
  const subject = root + 1;
  const verb = dependencies[subject]?.head ?? -1;
  const isBare =
    tags[root]?.upos === 'NOUN' &&
    ['NOUN', 'PROPN'].includes(tags[subject]?.upos ?? '') &&
    dependencies[subject]?.relation === 'nsubj';
  if (!isBare || dependencies[verb]?.head !== root || dependencies[verb]?.relation !== 'acl:relcl')
    return reading;
  const mended = dependencies.map((one, token): Dependency => {
    if (token === verb) return { head: -1, relation: 'root' };
    if (token === root) return { head: subject, relation: 'compound' };
    // What stood before the first noun stands before both; what followed the clause follows its verb.
    if (one.head === root) return { ...one, head: token < root ? subject : verb };
    return one;
  });
  return { ...reading, dependencies: mended };
}

/** "Forty troops backed by a helicopter fired mortars": with a by-phrase and no auxiliary the first verb is a participle, the next one tells. */
function freeBackedVerb(reading: SentenceReading): SentenceReading {
  const { tags, dependencies } = reading;
  const root = dependencies.findIndex(({ head }) => head < 0);
  const own = (relation: string): number =>
    dependencies.findIndex((one) => one.head === root && one.relation === relation);
  const [subject, agent] = [own('nsubj'), own('obl:agent')];
  if (tags[root]?.upos !== 'VERB' || subject < 0 || agent < root || own('aux:pass') >= 0 || own('obj') >= 0)
    return reading;
  const verb = dependencies.findIndex(
    ({ head, relation }, token) =>
      token > agent && head === agent && relation === 'acl' && hasObject(dependencies, token),
  );
  if (verb < 0) return reading;
  const mended = dependencies.map((one, token): Dependency => {
    if (token === verb) return { head: -1, relation: 'root' };
    if (token === subject) return { head: verb, relation: 'nsubj' };
    if (token === root) return { head: subject, relation: 'acl' };
    return one.head === root && token > verb ? { ...one, head: verb } : one;
  });
  return { ...reading, dependencies: mended };
}

function freeMainVerb(reading: SentenceReading): SentenceReading {
  const root = reading.dependencies.findIndex(({ head }) => head < 0);
  const verb = misreadVerb(reading, root) ?? swallowedVerb(reading, root) ?? strandedVerb(reading, root);
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

/**
 * "Chad, which fears more raids, has closed its roads": the relative clause swallows the verb of the sentence. It is
 * the finite verb without a subject that follows the comma where the clause ends.
 */
function strandedVerb({ tags, dependencies }: SentenceReading, root: number): number | undefined {
  if (
    !['NOUN', 'PROPN'].includes(tags[root]?.upos ?? '') ||
    dependencies.some(
      ({ head, relation }) => head === root && (relation === 'cop' || relation.startsWith('nsubj')),
    )
  )
    return undefined;
  const clause = dependencies.findIndex(({ head, relation }) => head === root && relation === 'acl:relcl');
  if (clause < 0) return undefined;
  const found = dependencies.findIndex(({ head, relation }, token) => {
    const hangsThere =
      (head === root || head === clause) &&
      ['conj', 'parataxis', 'advcl', 'acl', 'ccomp', 'xcomp', 'nmod', 'obl', 'dep'].includes(relation);
    return (
      token > clause &&
      hangsThere &&
      tags[token]?.upos === 'VERB' &&
      isFiniteVerb(tags, dependencies, token) &&
      followsComma(tags, dependencies, token)
    );
  });
  return found < 0 ? undefined : found;
}

function isFiniteVerb(
  tags: SentenceReading['tags'],
  dependencies: readonly Dependency[],
  verb: number,
): boolean {
  const own = dependencies.flatMap(({ head, relation }, token) =>
    head === verb ? [{ relation, token }] : [],
  );
  if (own.some(({ relation }) => relation.startsWith('nsubj') || relation === 'mark' || relation === 'cc'))
    return false;
  return (
    own.some(({ relation }) => relation === 'aux') ||
    tags[verb]?.features.verbForm === 'Fin' ||
    tags[verb]?.features.tense === 'Past'
  );
}

/** A comma stands before the verb, or before its auxiliaries and adverbs. */
function followsComma(
  tags: SentenceReading['tags'],
  dependencies: readonly Dependency[],
  verb: number,
): boolean {
  let first = verb;
  while (
    first > 0 &&
    (dependencies[first - 1]?.head === verb || first - 1 === verb) &&
    ['AUX', 'ADV', 'PART'].includes(tags[first - 1]?.upos ?? '')
  )
    first--;
  return tags[first - 1]?.upos === 'PUNCT' && tags[first - 1]?.lemma === ',';
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
