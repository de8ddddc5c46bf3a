import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lowerOf,
  relationOf,
  subtreeOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import type { Cue, CueSense } from './cues.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { sourceAt } from './sources.ts';

/** "…, as alleged in a leaked letter", "as reported by the daily": what hangs on "in" or "by" says what it stands beside. */
export function readAsAlleged(
  { tree, parties }: Scene,
  { token: verb, endToken, sense }: Cue,
): readonly Draft[] {
  const content = asContent(tree, verb, sense);
  const teller = childrenBy(tree, verb, 'obl', 'obl:agent').find((child) =>
    childrenBy(tree, child, 'case').some((mark) => ['in', 'by'].includes(lowerOf(tree, mark))),
  );
  if (content === undefined || teller === undefined || teller < verb) return [];
  return [
    draftOf(sense, {
      source: sourceAt(parties, teller),
      cue: { firstToken: verb, endToken },
      content,
      rule: 'attribution/as-alleged',
      confidence: 0.8,
    }),
  ];
}

/** "…, as thousands protested against the verdict": what is done against, for or outside something is done at the time. */
function isDoneThere(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'obl').some((child) =>
    childrenBy(tree, child, 'case').some((mark) =>
      ['against', 'for', 'over', 'outside', 'through'].includes(lowerOf(tree, mark)),
    ),
  );
}

/** "As the governor noted, troops have crossed": what stands beside an as-clause of saying, which says nothing else, is said. */
export function asContent(tree: Tree, verb: number, { stance }: CueSense): TokenRange | undefined {
  const isAs = childrenBy(tree, verb, 'mark', 'advmod').some((mark) => lowerOf(tree, mark) === 'as');
  const saysMore = childBy(tree, verb, 'ccomp', 'xcomp', 'obj', 'csubj') !== undefined;
  if (
    !isAs ||
    saysMore ||
    isDoneThere(tree, verb) ||
    !isRelation(relationOf(tree, verb), ['advcl']) ||
    stance === 'deny'
  )
    return undefined;
  const own = new Set(subtreeOf(tree, verb));
  const hung = headOf(tree, verb);
  // "denied having paid them, as alleged in a letter": the letter tells of the payment, not of the denial.
  const told = childrenBy(tree, hung, 'ccomp', 'xcomp').find(
    (clause) => clause > hung && clause < verb && tree.tags[clause]?.upos === 'VERB',
  );
  const host = subtreeOf(tree, told ?? hung).filter(
    (token) => !own.has(token) && tree.tags[token]?.upos !== 'PUNCT',
  );
  const [first, last] = [host[0], host.at(-1)];
  return first === undefined || last === undefined ? undefined : { firstToken: first, endToken: last + 1 };
}
