import { doerOf } from '../../language/control.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';
import { conditionsHold } from '../conditions.ts';
import type { Scene } from '../scene.ts';
import type { Slots } from '../slots.ts';

/** Finds the event that a predicate adjective or adverb names, or undefined: "five were dead", "the claim is baseless". */
export function readAdjective(scene: Scene, token: number): Candidate | undefined {
  const { tree, tables } = scene;
  const senses = tables.lexicon.get(`adj ${lemmaOf(tree, token)}`);
  if (senses === undefined || !isPredicative(scene, token)) return undefined;
  const slots = slotsOfPredicate(scene, token);
  const sense = senses.find(
    ({ words, conditions }) => words.length === 1 && conditionsHold(tree, scene.classes, slots, conditions),
  );
  if (sense === undefined) return undefined;
  return {
    token,
    firstToken: token,
    endToken: token + 1,
    sense,
    slots,
    rule: `events/adjective-${sense.line}`,
    confidence: 0.75,
  };
}

/** "were dead", "left five dead", "called it ridiculous", "among the dead"; not "the dead calm", "our thoughts are with the injured". */
function isPredicative({ tree, named }: Scene, token: number): boolean {
  const isGroup = childrenBy(tree, token, 'det').some((word) => lowerOf(tree, word) === 'the');
  const isWith = childrenBy(tree, token, 'case').some((mark) => lowerOf(tree, mark) !== 'among');
  if (isGroup && isWith) return false;
  if (named.has(token) || !['ADJ', 'NOUN', 'VERB', 'ADV'].includes(tree.tags[token]?.upos ?? ''))
    return false;
  if (tree.tags[token]?.features.verbForm === 'Inf' || tree.tags[token]?.features.verbForm === 'Fin')
    return false;
  return (
    childBy(tree, token, 'cop') !== undefined ||
    isRelation(relationOf(tree, token), ['xcomp', 'root', 'ccomp', 'conj']) ||
    leftSo(tree, token) !== undefined ||
    isCalledSo(tree, token)
  );
}

const CALLING = new Set(
  'describe characterise characterize portray depict paint brand label denounce condemn decry slam dismiss present'.split(
    ' ',
  ),
);

/** Tells whether a word stands behind "as" for what something is called: "described the seizure as piracy". */
export function isCalledSo(tree: Tree, token: number): boolean {
  return (
    isRelation(relationOf(tree, token), ['obl', 'advcl', 'xcomp']) &&
    CALLING.has(lemmaOf(tree, headOf(tree, token))) &&
    childrenBy(tree, token, 'case', 'mark').some((mark) => lowerOf(tree, mark) === 'as')
  );
}

/** "left two sailors injured": parsers hang the state on the sailors; undefined where nobody is left in it. */
function leftSo(tree: Tree, token: number): number | undefined {
  const noun = headOf(tree, token);
  const isLeft = noun >= 0 && noun < token && lemmaOf(tree, headOf(tree, noun)) === 'leave';
  return isLeft && relationOf(tree, token) === 'acl' ? noun : undefined;
}

/** Gives who is said to be so (`obj`), and who says it (`subj`) where a verb of judging stands above. */
export function slotsOfPredicate({ tree }: Scene, token: number): Slots {
  const head = headOf(tree, token);
  const own = childrenBy(tree, token, 'nsubj', 'nsubj:pass');
  // "left five dead", "called the suggestion ridiculous": the verb's object is what the adjective is said of.
  const shared = own.length === 0 && head >= 0 ? childrenBy(tree, head, 'obj', 'nsubj:pass') : [];
  const left = leftSo(tree, token);
  const obj = left === undefined ? [...own, ...shared] : [left];
  const isSaid = shared.length > 0 || relationOf(tree, token) === 'xcomp';
  const judge = isSaid && head >= 0 ? doerOf(tree, head) : undefined;
  const subj = judge === undefined || obj.includes(judge) ? [] : [judge];
  return { subj, obj, verb: null, fillers: (slot) => (slot === 'obj' ? obj : slot === 'subj' ? subj : []) };
}
