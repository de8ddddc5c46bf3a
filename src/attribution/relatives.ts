import {
  childBy,
  childrenBy,
  isRelation,
  lowerOf,
  relationOf,
  subtreeOf,
  type Tree,
} from '../language/tree.ts';

/** Tells whether a noun is set beside a sentence, as in "…, a figure that the ministry contests". */
export function isSetBeside(tree: Tree, noun: number): boolean {
  // "…, something the ministry contests"
  if (lowerOf(tree, noun) === 'something' && lowerOf(tree, noun - 1) === ',') return true;
  const first = subtreeOf(tree, noun).find((token) => tree.tags[token]?.upos !== 'PUNCT') ?? noun;
  return (
    isRelation(relationOf(tree, noun), ['appos', 'parataxis', 'dep', 'obl']) &&
    tree.tags[noun]?.upos === 'NOUN' &&
    lowerOf(tree, first - 1) === ',' &&
    ['a', 'an'].includes(lowerOf(tree, first))
  );
}

/** Tells whether a clause describes its noun, whatever the parse calls it: "a claim that the rebels contest", "a hint which it denies". */
export function isMistakenRelative(tree: Tree, verb: number): boolean {
  if (relationOf(tree, verb) !== 'acl') return false;
  if (childrenBy(tree, verb, 'obj', 'nsubj').some((child) => lowerOf(tree, child) === 'which')) return true;
  return (
    childrenBy(tree, verb, 'mark').some((mark) => lowerOf(tree, mark) === 'that') &&
    childBy(tree, verb, 'obj', 'ccomp', 'xcomp', 'obl') === undefined &&
    childBy(tree, verb, 'nsubj') !== undefined
  );
}
