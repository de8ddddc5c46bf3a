import type { EventType } from '../../document/event-layers.ts';
import { childBy, childrenBy, isRelation, lemmaOf, lowerOf, relationOf } from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';
import type { Scene } from '../scene.ts';
import { type Slots, slotsOfVerb } from '../slots.ts';

const OTHER: EventType = 'OTHER';

/**
 * Finds a claim that somebody was not there, or undefined: "There were no fighters here", "none of its men had been in the area".
 * Nobody's absence is an event unless a source commits to it, so the rule asks for words that are attributed.
 */
export function readPresence(scene: Scene, token: number): Candidate | undefined {
  const { tree } = scene;
  if (lemmaOf(tree, token) !== 'be' || !scene.attributed.has(token)) return undefined;
  const absent = absentParty(scene, token);
  if (absent === undefined) return undefined;
  const slots: Slots = { ...slotsOfVerb(tree, token), subj: [absent], obj: [] };
  const sense = { words: ['be'], part: 'verb' as const, type: OTHER, mode: null, conditions: [], line: 0 };
  return {
    token,
    firstToken: token,
    endToken: token + 1,
    sense,
    slots,
    rule: 'events/negated-presence',
    confidence: 0.7,
  };
}

/** The party of "there were no X", "no X were in Y", "none of X was near": a negated subject of "be" with a place or nothing behind it. */
function absentParty({ tree, parties }: Scene, token: number): number | undefined {
  const isCopula = isRelation(relationOf(tree, token), ['cop']);
  const clause = isCopula ? (tree.dependencies[token]?.head ?? token) : token;
  const isLocative =
    childBy(tree, clause, 'case') !== undefined ||
    ['here', 'there', 'present', 'nearby'].includes(lowerOf(tree, clause));
  if (isCopula && !isLocative) return undefined;
  const subject = childrenBy(tree, clause, 'nsubj').at(-1);
  if (subject === undefined || !isNobody(tree, subject)) return undefined;
  return parties.byHead.has(subject) || ['none', 'nobody'].includes(lowerOf(tree, subject))
    ? subject
    : undefined;
}

function isNobody(tree: Scene['tree'], subject: number): boolean {
  const determiner = childBy(tree, subject, 'det');
  return (
    ['none', 'nobody'].includes(lowerOf(tree, subject)) ||
    (determiner !== undefined && lowerOf(tree, determiner) === 'no')
  );
}
