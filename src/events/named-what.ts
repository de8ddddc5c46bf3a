import { isPassive } from '../language/control.ts';
import { childBy, childrenBy, headOf, lowerOf, relationOf } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';

/** Gives the nouns that an act is done to where its own object is a mere "what", or the subject of the clause around it. */
export function meantByWhat(scene: Scene, candidate: Candidate): readonly number[] {
  const called = candidate.slots.obj.flatMap((token) => calledWhat(scene, token));
  if (called.length > 0) return called;
  if (candidate.sense.part !== 'verb' || candidate.slots.obj.length > 0) return [];
  const verb = candidate.slots.verb ?? candidate.token;
  const clefted = cleftedWhat(scene, verb);
  return clefted.length > 0 ? clefted : undergoerAround(scene, verb);
}

/** "bombed what the army called a depot": by whatever name, it is the depot. */
function calledWhat({ tree }: Scene, token: number): readonly number[] {
  if (lowerOf(tree, token) !== 'what') return [];
  return childrenBy(tree, token, 'acl', 'acl:relcl').flatMap((clause) => {
    const name = childBy(tree, clause, 'xcomp');
    return name !== undefined && ['NOUN', 'PROPN'].includes(tree.tags[name]?.upos ?? '') ? [name] : [];
  });
}

/** "What its gunners had hit was a wedding": the wedding was hit; "what he said was a lie" hits nobody, as no act of force does. */
function cleftedWhat({ tree }: Scene, verb: number): readonly number[] {
  if (!['acl', 'acl:relcl'].includes(relationOf(tree, verb) ?? '')) return [];
  const what = headOf(tree, verb);
  if (what < 0 || lowerOf(tree, what) !== 'what' || childBy(tree, verb, 'nsubj') === undefined) return [];
  const noun = headOf(tree, what);
  const isNamed = relationOf(tree, what) === 'nsubj' && noun >= 0 && childBy(tree, noun, 'cop') !== undefined;
  return isNamed && ['NOUN', 'PROPN'].includes(tree.tags[noun]?.upos ?? '') ? [noun] : [];
}

/** "stormed the port, only to be driven out", "held it before being arrested": a passive clause without a subject goes on about the one around it. */
function undergoerAround({ tree }: Scene, verb: number): readonly number[] {
  if (relationOf(tree, verb) !== 'advcl' || !isPassive(tree, verb)) return [];
  if (childBy(tree, verb, 'nsubj', 'nsubj:pass') !== undefined) return [];
  const marks = childrenBy(tree, verb, 'mark', 'advmod').map((mark) => lowerOf(tree, mark));
  // "built a wall to be safe": a bare purpose does not say who would undergo it.
  const isTold = marks.includes('to')
    ? marks.includes('only')
    : marks.some((mark) => ['before', 'after', 'until', 'when', 'while'].includes(mark));
  const head = headOf(tree, verb);
  return isTold && head >= 0 ? childrenBy(tree, head, 'nsubj', 'nsubj:pass') : [];
}
