import type { EventType } from '../../document/event-layers.ts';
import { childBy, childrenBy, isRelation, lemmaOf, lowerOf, relationOf } from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';
import type { Scene } from '../scene.ts';
import { type Slots, slotsOfVerb } from '../slots.ts';

const OTHER: EventType = 'OTHER';
const ASSAULT: EventType = 'ASSAULT';

/** Who or what is there to shoot: "There was no sniper" denies the shot. */
const SHOOTERS = new Set('sniper gunman bomber assailant attacker shooter marksman'.split(' '));

/** How many tokens the words of a trigger may span: "were never any missiles". */
const TRIGGER_REACH = 4;

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
  const isShot = scene.classes.is(absent, 'weapon') || SHOOTERS.has(lemmaOf(tree, absent));
  const type = isShot ? ASSAULT : OTHER;
  const sense = { words: ['be'], part: 'verb' as const, type, mode: null, conditions: [], line: 0 };
  return {
    token,
    firstToken: token,
    endToken: absent > token && absent - token <= TRIGGER_REACH ? absent + 1 : token + 1,
    sense,
    slots,
    rule: 'events/negated-presence',
    confidence: 0.7,
  };
}

/** The party of "there were no X", "no X were in Y", "none of X was near": a negated subject of "be" with a place or nothing behind it. */
function absentParty({ tree, parties, classes }: Scene, token: number): number | undefined {
  const isCopula = isRelation(relationOf(tree, token), ['cop']);
  const clause = isCopula ? (tree.dependencies[token]?.head ?? token) : token;
  const isLocative =
    childBy(tree, clause, 'case') !== undefined ||
    ['here', 'there', 'present', 'nearby'].includes(lowerOf(tree, clause));
  if (isCopula && !isLocative) return undefined;
  const subject = childrenBy(tree, clause, 'nsubj').at(-1);
  if (subject === undefined || !isNobody(tree, subject)) return undefined;
  const isThere =
    parties.byHead.has(subject) || classes.is(subject, 'weapon') || SHOOTERS.has(lemmaOf(tree, subject));
  return isThere || ['none', 'nobody'].includes(lowerOf(tree, subject)) ? subject : undefined;
}

function isNobody(tree: Scene['tree'], subject: number): boolean {
  const determiner = childBy(tree, subject, 'det');
  return (
    ['none', 'nobody'].includes(lowerOf(tree, subject)) ||
    (determiner !== undefined && lowerOf(tree, determiner) === 'no')
  );
}
