import type { SourceRef } from '../document/event-layers.ts';
import { doerOf, isPassive } from '../language/control.ts';
import { childBy, childrenBy, lemmaOf, lowerOf, type Tree } from '../language/tree.ts';
import { clauseOf } from './contents.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { sourceAt, UNNAMED } from './sources.ts';

/** Finds what verbs credit that are none of saying by themselves: "rumour has it that", "put the blast down to shelling". */
export function findTellings(scene: Scene): readonly Draft[] {
  return scene.tokens.flatMap((_, verb) => {
    if (scene.tree.tags[verb]?.upos !== 'VERB') return [];
    const isHaving = lemmaOf(scene.tree, verb) === 'have' && lowerOf(scene.tree, verb + 1) === 'it';
    return isHaving ? readHasIt(scene, verb) : readCause(scene, verb);
  });
}

/** Talk that is nobody's in particular: it may be so. */
const TALK = new Set('rumour rumor word talk legend tradition gossip hearsay story whisper lore'.split(' '));

/** "Prosecutors have it that the captain gave the order", "the junta would have it that", "rumour has it that". */
function readHasIt({ tree, parties }: Scene, verb: number): readonly Draft[] {
  const subject = childBy(tree, verb, 'nsubj');
  const clause = childrenBy(tree, verb, 'ccomp', 'advcl', 'acl').find(
    (child) => child > verb && childrenBy(tree, child, 'mark').some((mark) => lowerOf(tree, mark) === 'that'),
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
