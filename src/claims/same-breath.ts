import type { EventType, Party } from '../document/event-layers.ts';
import { childrenBy, headOf, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import { areOneSide } from './alike.ts';
import { partiesOf, type Told } from './told.ts';

/** Gives whom the first of two acts of words by the same subject addresses: "hauled in the envoy and demanded an apology". */
export function sharedParties(tree: Tree, before: readonly Told[], one: Told): readonly Party[] {
  const { headToken } = one.event;
  if (relationOf(tree, headToken) !== 'conj' || childrenBy(tree, headToken, 'nsubj').length > 0) return [];
  const first = before.findLast(({ event }) => event.headToken === headOf(tree, headToken));
  if (first === undefined || !(isGoingOn(tree, first, one) || isDoneToSame(tree, first, one))) return [];
  const actors = partiesOf(one, 'actor');
  return partiesOf(first, 'recipient').filter((party) => !actors.some((actor) => areOneSide(actor, party)));
}

/** "impounded a Greek freighter, then released it": the pronoun stands for whom the first act befell. */
function isDoneToSame(tree: Tree, { event: first }: Told, { event: { headToken } }: Told): boolean {
  // "closed the crossing, reopened it to aid": no one is let go.
  if (first.mode === 'restrict') return false;
  return childrenBy(tree, headToken, 'obj').some((object) =>
    ['it', 'them', 'him', 'her'].includes(lowerOf(tree, object)),
  );
}

const HOSTILE: readonly EventType[] = ['ACCUSE', 'THREATEN', 'REJECT', 'SANCTION'];

/** "met the general and proposed a truce", "condemned Togo and threatened to reply", "rebuked Lima and called for his release". */
function isGoingOn(tree: Tree, { event: first }: Told, { event }: Told): boolean {
  if (first.type === 'CONSULT') return ['REQUEST', 'AGREE', 'THREATEN'].includes(event.type);
  if (event.type === 'THREATEN') return [...HOSTILE, 'REQUEST'].includes(first.type);
  if (event.type === 'REQUEST')
    return first.type === 'REQUEST' || (HOSTILE.includes(first.type) && isToYield(tree, event.headToken));
  return event.type === 'ACCUSE' && HOSTILE.includes(first.type);
}

/** What only the one who did it can do; an inquiry, sanctions or calm are asked of others. */
const YIELDING = new Set(
  'free release return withdraw withdrawal pull pullback stop halt end cease pay payment compensation apologize apologise apology explanation explain answer hand leave lift reopen let spare retract retraction'.split(
    ' ',
  ),
);

function isToYield(tree: Tree, token: number): boolean {
  const asked = childrenBy(tree, token, 'obj', 'obl', 'xcomp', 'ccomp', 'advcl', 'nmod');
  return asked.some((word) => YIELDING.has(lemmaOf(tree, word)));
}
