import { headOf, isRelation, lemmaOf, relationOf, type Tree } from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';

/** Verbs of asking: what is asked for is no second event; an order's content is ("ordered the reserve to report"). */
const ASKING = new Set(
  'ask urge exhort implore beg beseech entreat demand appeal call plead press request petition enjoin lobby invite'.split(
    ' ',
  ),
);

/** Verbs of refusing: what is refused is told by them ("refused to let inspectors in"). */
const REFUSING = new Set('refuse decline'.split(' '));

/** Leaves out what a demand asks for and a refusal refuses: "urged both to lay down their arms" tells one event, the demand. */
export function withoutDemanded(tree: Tree, found: readonly Candidate[]): readonly Candidate[] {
  const byToken = new Map(found.map((candidate) => [candidate.token, candidate]));
  return found.filter(({ token }) => {
    let clause = token;
    while (isRelation(relationOf(tree, clause), ['conj'])) clause = headOf(tree, clause);
    if (!isRelation(relationOf(tree, clause), ['xcomp', 'ccomp'])) return true;
    const governor = byToken.get(headOf(tree, clause));
    if (governor === undefined) return true;
    const verb = lemmaOf(tree, governor.token);
    return (
      !(governor.sense.type === 'REQUEST' && ASKING.has(verb)) &&
      !(governor.sense.type === 'REJECT' && REFUSING.has(verb))
    );
  });
}
