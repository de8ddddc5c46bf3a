import type { SourceRef } from '../document/event-layers.ts';
import { doerOf, isPassive } from '../language/control.ts';
import { childBy, childrenBy, lemmaOf, lowerOf, type TokenRange, type Tree } from '../language/tree.ts';
import { clauseOf } from './contents.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { canSpeak, sourceAt, UNNAMED } from './sources.ts';

/** Finds what verbs credit that are none of saying by themselves: "rumour has it that", "put the blast down to shelling". */
export function findTellings(scene: Scene): readonly Draft[] {
  return scene.tokens.flatMap((_, verb) => {
    if (scene.tree.tags[verb]?.upos !== 'VERB') return [];
    const isHaving = lemmaOf(scene.tree, verb) === 'have' && lowerOf(scene.tree, verb + 1) === 'it';
    if (isHaving) return readHasIt(scene, verb);
    const caused = readCause(scene, verb);
    return caused.length > 0 ? caused : [...readTask(scene, verb), ...readQuotedReason(scene, verb)];
  });
}

/** Talk that is nobody's in particular: it may be so. */
const TALK = new Set('rumour rumor word talk legend tradition gossip hearsay story whisper lore'.split(' '));

/** "Prosecutors have it that the captain gave the order", "the junta would have it that", "rumour has it that". */
function readHasIt({ tree, parties }: Scene, verb: number): readonly Draft[] {
  const subject = childBy(tree, verb, 'nsubj');
  const clause = childrenBy(tree, verb, 'ccomp', 'advcl', 'acl').find(
    (child) =>
      child > verb &&
      // Parsers make an object of "that" where its clause is short.
      (lowerOf(tree, verb + 2) === 'that' ||
        childrenBy(tree, child, 'mark').some((mark) => lowerOf(tree, mark) === 'that')),
  );
  if (subject === undefined || clause === undefined) return [];
  const isTalk = TALK.has(lemmaOf(tree, subject));
  return [
    draftOf(
      { stance: 'assert', certainty: isTalk ? 'possible' : 'certain' },
      {
        source: isTalk ? UNNAMED : sourceAt(parties, subject),
        speaker: isTalk ? null : subject,
        cue: { firstToken: verb, endToken: verb + 2 },
        content: clauseOf(tree, clause),
        rule: 'attribution/speech-clause',
        confidence: 0.85,
      },
    ),
  ];
}

/** Verbs that lay a thing to its cause, with the word before the cause. */
const LAYING: ReadonlyMap<string, string> = new Map([
  ['attribute', 'to'],
  ['ascribe', 'to'],
  ['impute', 'to'],
  ['trace', 'to'],
  ['put', 'to'],
  ['chalk', 'to'],
  ['blame', 'on'],
  ['pin', 'on'],
]);
const PARTICLES: ReadonlyMap<string, string> = new Map([
  ['put', 'down'],
  ['chalk', 'up'],
]);

/** "holds Kabul responsible for arming them": what somebody is held to have done. */
const GUILT = new Set(['responsible', 'accountable', 'liable', 'answerable']);

/** "Villagers put the blackout down to shelling": the blackout is so; what it is laid to is the word of who lays it there. */
function readCause({ tree, parties }: Scene, verb: number): readonly Draft[] {
  const guilt = childrenBy(tree, verb, 'xcomp', 'obj').find((word) => GUILT.has(lowerOf(tree, word)));
  const isHeld = lemmaOf(tree, verb) === 'hold' && guilt !== undefined;
  const opener = isHeld ? 'for' : LAYING.get(lemmaOf(tree, verb));
  if (opener === undefined || !hasParticle(tree, verb)) return [];
  const hosts = isHeld ? [guilt, verb] : [verb];
  const cause = hosts
    .flatMap((host) => childrenBy(tree, host, 'obl', 'advcl', 'nmod', 'xcomp'))
    .find(
      (child) =>
        child > verb &&
        childrenBy(tree, child, 'case', 'mark').some((mark) => lowerOf(tree, mark) === opener),
    );
  if (cause === undefined) return [];
  const doer = doerOf(tree, verb);
  if (doer === undefined && !isPassive(tree, verb)) return [];
  const source: SourceRef = doer === undefined ? UNNAMED : sourceAt(parties, doer);
  return [
    draftOf(
      { stance: 'assert', certainty: doer === undefined ? 'probable' : 'certain' },
      {
        source,
        cue: { firstToken: verb, endToken: verb + 1 },
        content: clauseOf(tree, cause),
        rule: 'attribution/cause',
        confidence: 0.75,
      },
    ),
  ];
}

function hasParticle(tree: Tree, verb: number): boolean {
  const particle = PARTICLES.get(lemmaOf(tree, verb));
  return (
    particle === undefined ||
    childrenBy(tree, verb, 'compound:prt', 'advmod', 'obl').some((word) => lowerOf(tree, word) === particle)
  );
}

/** "took Paris to task for arming them", "hauled the colonel over the coals for burning it": what somebody is scolded for. */
function readTask(scene: Scene, verb: number): readonly Draft[] {
  const { tree } = scene;
  const last = SCOLDING.get(lemmaOf(tree, verb));
  if (last === undefined) return [];
  const isScolding = childrenBy(tree, verb, 'obl').some((child) => lowerOf(tree, child) === last);
  const deed = [verb, ...childrenBy(tree, verb, 'obl', 'obj')]
    .flatMap((host) => childrenBy(tree, host, 'advcl', 'acl', 'obl', 'nmod'))
    .find((child) => child > verb && tree.tags[child]?.upos === 'VERB' && isBehind(tree, child, ['for']));
  return isScolding && deed !== undefined ? draftOfReason(scene, verb, clauseOf(tree, deed)) : [];
}

const SCOLDING: ReadonlyMap<string, string> = new Map([
  ['take', 'task'],
  ['bring', 'task'],
  ['haul', 'coals'],
  ['rake', 'coals'],
]);

/** "summoned the envoy over “the wanton shelling of a shrine”": a reason in quotation marks is the word of who acts on it. */
function readQuotedReason(scene: Scene, verb: number): readonly Draft[] {
  const { tree, parties } = scene;
  const doer = childBy(tree, verb, 'nsubj');
  if (doer === undefined || !canSpeak(parties, doer)) return [];
  const reason = childrenBy(tree, verb, 'obl', 'advcl').find((child) => {
    const { firstToken } = clauseOf(tree, child);
    const opener = lowerOf(tree, firstToken);
    return (
      child > verb &&
      ['over', 'for'].includes(opener) &&
      /^[“"]$/u.test(tree.tokens[firstToken + 1]?.text ?? '')
    );
  });
  return reason === undefined ? [] : draftOfReason(scene, verb, clauseOf(tree, reason));
}

function isBehind(tree: Tree, token: number, words: readonly string[]): boolean {
  return childrenBy(tree, token, 'case', 'mark').some((mark) => words.includes(lowerOf(tree, mark)));
}

function draftOfReason({ tree, parties }: Scene, verb: number, content: TokenRange): readonly Draft[] {
  const doer = doerOf(tree, verb);
  if (doer === undefined) return [];
  return [
    draftOf(
      { stance: 'assert', certainty: 'certain' },
      {
        source: sourceAt(parties, doer),
        speaker: doer,
        cue: { firstToken: verb, endToken: verb + 1 },
        content,
        rule: 'attribution/cause',
        confidence: 0.75,
      },
    ),
  ];
}
