import { headOf, isRelation, lemmaOf, relationOf, type Tree } from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';

/** Verbs of asking: what is asked for is no second event; an order's content is ("ordered the reserve to report"). */
const ASKING = new Set(
  'ask urge exhort implore beg beseech entreat demand appeal call plead press request petition enjoin lobby invite'.split(
    ' ',
  ),
);

/** Leaves out what a demand asks for: "urged both to lay down their arms" tells one event, the demand. */
export function withoutDemanded(tree: Tree, found: readonly Candidate[]): readonly Candidate[] {
  const byToken = new Map(found.map((candidate) => [candidate.token, candidate]));
  return found.filter(({ token }) => {
    let clause = token;
    while (isRelation(relationOf(tree, clause), ['conj'])) clause = headOf(tree, clause);
    if (!isRelation(relationOf(tree, clause), ['xcomp', 'ccomp'])) return true;
    const asking = byToken.get(headOf(tree, clause));
    return asking?.sense.type !== 'REQUEST' || !ASKING.has(lemmaOf(tree, asking.token));
  });
}
