import { EVENT_TYPES, type EventType } from '../../document/event-layers.ts';
import type { LikelyAct } from '../../document/language-layers.ts';
import { childrenBy, headOf, isRelation, lemmaOf, relationOf } from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';
import type { TriggerPart } from '../lexicon.ts';
import type { Scene } from '../scene.ts';
import { type Slots, slotsOfNoun, slotsOfVerb } from '../slots.ts';
import { vetoOf } from '../vetoes.ts';
import { isCalledSo, slotsOfPredicate } from './adjectives.ts';
import { isParticular } from './nouns.ts';

/** How likely a word must be an act before it is read as one without a line in a table. */
const LIKELY = 0.5;
/** The same for a word that the tables know for acts of other types alone, none of whose lines holds here. */
const LIKELY_THOUGH_REFUSED = 0.6;
/** The same in a report that tells of few acts: what it tells besides is seldom one ("the chef used a knife"). */
const LIKELY_AMONG_FEW = 0.8;
/** Acts of the tables by token, below which a report tells of few. Reports of conflicts have 0.04 to 0.1, others up to 0.03. */
const FEW = 0.035;
/** Tokens as full of acts as a report of a conflict is, added to each: what a single sentence tells settles nothing. */
const PRIOR = { acts: 6, tokens: 100 };
/** How likely its type must be; a plain fact must be surer (`claims/doubtful.ts`). */
const LIKELY_TYPE = 0.2;
/** A line of a table is not believed where the encoder is as sure as it gets that the word is no act. */
const UNLIKELY = 0.02;

const PARTS: Readonly<Record<string, TriggerPart>> = { VERB: 'verb', NOUN: 'noun', ADJ: 'adj' };

/**
 * Finds acts that no table lists ("the smugglers came back with guns"), behind all other rules, where the accurate engine
 * holds a word for the trigger of one. What another trigger tells already is left out.
 */
export function findLikelyActs(scene: Scene, found: readonly Candidate[]): readonly Candidate[] {
  const told = new Set(found.flatMap(({ firstToken, endToken }) => range(firstToken, endToken)));
  const heads = new Set(found.map(({ token }) => token));
  const acts: Candidate[] = [];
  const bar = barOf(scene, found);
  scene.tree.tags.forEach(({ upos, act }, token) => {
    const part = PARTS[upos];
    if (act === undefined || part === undefined || told.has(token) || isOutside(scene, token)) return;
    if (act.confidence < bar || !isLikely(scene, token, part, act) || isTold(scene, heads, token)) return;
    const candidate = candidateOf(scene, token, part, act);
    if (vetoOf(scene, candidate) === null) acts.push(candidate);
  });
  return acts;
}

/** Tells whether the accurate engine holds that a trigger of one word tells no act: "a hot iron", "the volley ball". */
export function isUnlikely({ tree }: Scene, { token, firstToken, endToken }: Candidate): boolean {
  const act = tree.tags[token]?.act;
  return act !== undefined && endToken - firstToken === 1 && act.confidence < UNLIKELY;
}

/** The type that the accurate engine holds for likely of a word that is known to tell an event; undefined where it is not sure. */
export function likelyTypeOf({ tree }: Scene, token: number): EventType | undefined {
  const act = tree.tags[token]?.act;
  return act !== undefined && act.typeConfidence >= LIKELY_TYPE ? typeOf(act) : undefined;
}

function isOutside(scene: Scene, token: number): boolean {
  return scene.outside.has(token) || scene.named.has(token) || scene.timeByToken.has(token);
}

function barOf({ tree }: Scene, found: readonly Candidate[]): number {
  const share = (found.length + PRIOR.acts) / (tree.tokens.length + PRIOR.tokens);
  return share < FEW ? LIKELY_AMONG_FEW : LIKELY;
}

function isLikely(scene: Scene, token: number, part: TriggerPart, act: LikelyAct): boolean {
  const senses = scene.tables.lexicon.get(`${part} ${lemmaOf(scene.tree, token)}`);
  // A word that the table reads as an act of another type, if at all, needs more.
  const isRefused =
    senses !== undefined && !senses.some(({ words, type }) => words.length === 1 && type === typeOf(act));
  if (act.confidence < (isRefused ? LIKELY_THOUGH_REFUSED : LIKELY) || act.typeConfidence < LIKELY_TYPE)
    return false;
  return part !== 'noun' || (!isBystander(scene, token) && isParticular(scene, token));
}

/** "machine-gunned civilians": people whom an act befalls are none. "Prisoners", "patrols" and "snipers" tell of one. */
function isBystander({ parties }: Scene, token: number): boolean {
  const { kind, sector } = parties.actors[parties.byHead.get(token) ?? -1] ?? {};
  return kind === 'people' && sector === 'CVL';
}

/** "moved to block", "helped to dig", "caused the blast": the word that another trigger hangs on lends it no more than its tense. */
function isTold({ tree }: Scene, heads: ReadonlySet<number>, token: number): boolean {
  const lent = childrenBy(tree, token, 'xcomp', 'ccomp', 'obj', 'nsubj', 'nsubj:pass', 'csubj');
  if (lent.some((child) => heads.has(child))) return true;
  // "described the seizure as piracy": piracy it is that accuses.
  if (childrenBy(tree, token, 'obl', 'advcl').some((child) => heads.has(child) && isCalledSo(tree, child)))
    return true;
  // "put on alert", "a round of talks": the trigger that it hangs on has told it.
  const head = headOf(tree, token);
  return (
    heads.has(head) && isRelation(relationOf(tree, token), ['compound', 'amod', 'flat', 'obj', 'nsubj:pass'])
  );
}

function candidateOf(scene: Scene, token: number, part: TriggerPart, act: LikelyAct): Candidate {
  return {
    token,
    firstToken: token,
    endToken: token + 1,
    sense: {
      words: [lemmaOf(scene.tree, token)],
      part,
      type: typeOf(act),
      mode: null,
      conditions: [],
      line: 0,
    },
    slots: slotsOf(scene, token, part),
    rule: 'events/likely-act',
    confidence: act.typeConfidence,
  };
}

function typeOf({ type }: LikelyAct): EventType {
  return EVENT_TYPES.find((known) => known === type) ?? 'OTHER';
}

function slotsOf(scene: Scene, token: number, part: TriggerPart): Slots {
  if (part === 'verb') return slotsOfVerb(scene.tree, token);
  return part === 'noun' ? slotsOfNoun(scene.tree, token, null) : slotsOfPredicate(scene, token);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
