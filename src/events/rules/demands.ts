import {
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../../language/tree.ts';
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
  return found.filter(({ token, sense }) => {
    if (sense.part === 'noun' && isAskedFor(tree, token))
      return byToken.get(headOf(tree, token))?.sense.type !== 'REQUEST';
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

/** "demanded the release of forty prisoners", "called for a halt to the raids": the noun is what is asked for. */
function isAskedFor(tree: Tree, noun: number): boolean {
  if (!ASKING.has(lemmaOf(tree, headOf(tree, noun)))) return false;
  const relation = relationOf(tree, noun);
  const isFor = childrenBy(tree, noun, 'case').some((mark) => lowerOf(tree, mark) === 'for');
  return relation === 'obj' ? lemmaOf(tree, headOf(tree, noun)) !== 'call' : relation === 'obl' && isFor;
}
