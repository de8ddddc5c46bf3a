import type { SourceRef } from '../document/event-layers.ts';
import { doerOf } from '../language/control.ts';
import { childBy, childrenBy, isUnder, lowerOf, relationOf } from '../language/tree.ts';
import { actorAt, isPronoun, type Parties, partyAt } from '../mentions/parties.ts';

export const OUTLET: SourceRef = { kind: 'outlet' };
export const UNNAMED: SourceRef = { kind: 'unnamed' };

/** Gives the source that a token's noun phrase names; nobody named where it names nobody ("it is feared"). */
export function sourceAt(parties: Parties, token: number): SourceRef {
  const { tree } = parties;
  const word = lowerOf(tree, token);
  const isImpersonal = word === 'one' && childBy(tree, token, 'nmod') === undefined;
  if (relationOf(tree, token) === 'expl' || isImpersonal || ['there', 'what'].includes(word)) return UNNAMED;
  return { kind: 'words', party: partyAt(parties, token) };
}

/**
 * Gives the source of a verb of saying: its doer where that is somebody, or the party that stands behind the verb
 * in "…, said Farzana Achakzai", which parsers like to call an object.
 */
export function speakerOf(parties: Parties, verb: number): number | undefined {
  const { tree } = parties;
  const doer = doerOf(tree, verb);
  if (doer !== undefined && !isUnder(tree, verb, doer)) return doer;
  if (doer !== undefined && (isPronoun(tree, doer) || actorAt(parties, doer) !== undefined)) return doer;
  const behind = childrenBy(tree, verb, 'obj', 'nsubj', 'obl', 'dep').find(
    (child) =>
      child > verb &&
      child - verb < 12 &&
      actorAt(parties, child) !== undefined &&
      childBy(tree, child, 'case') === undefined,
  );
  return behind ?? doer;
}
