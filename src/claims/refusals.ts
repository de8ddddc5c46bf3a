import type { EventMention } from '../document/event-layers.ts';
import { childrenBy, lemmaOf, lowerOf, type Tree } from '../language/tree.ts';
import type { Bearing } from './bearing.ts';

/** Verbs that refuse or threaten only with their "not": "will not tolerate", "will not stand for it". */
const NEGATED = new Set(
  'tolerate stand sit allow let permit hesitate forgive forget rest look watch budge give yield bow pay brook'.split(
    ' ',
  ),
);
/** Verbs that with their "not" or "none" tell how somebody stands, whatever their modal: "would not hear of it". */
const STANDING = new Set(['hear', 'have']);
const WILLING = new Set('will would shall ’ll wo'.split(' '));

/**
 * Leaves out the negation that makes a refusal or a threat of its verb: "will not let troops pass" is a refusal that is made, and
 * "would not hear of it" one that has been made.
 */
export function withoutOwnNegation(
  tree: Tree,
  { type, headToken }: EventMention,
  bearings: readonly Bearing[],
): readonly Bearing[] {
  const isWilling = childrenBy(tree, headToken, 'aux').some((aux) => WILLING.has(lowerOf(tree, aux)));
  if (!isWilling || (type !== 'REJECT' && type !== 'THREATEN')) return bearings;
  const lemma = lemmaOf(tree, headToken);
  const isStanding = STANDING.has(lemma) && type === 'REJECT';
  if (!isStanding && !NEGATED.has(lemma)) return bearings;
  return bearings.filter(
    ({ rule }) =>
      rule !== 'claims/negation' && rule !== 'claims/nobody' && !(isStanding && rule === 'claims/modal'),
  );
}
