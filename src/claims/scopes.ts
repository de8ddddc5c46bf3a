import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';

/** A word that governs an event, and by which relation the event (or what carries it) hangs on it. */
export interface Governor {
  readonly token: number;
  /** The dependent on the path to the event. */
  readonly child: number;
  readonly relation: string;
  /** How many nouns and verbs stand between the governor and the event; 0 where it governs the event itself. */
  readonly depth: number;
}

/** Relations through which a governor's own hedges and negation reach what it governs. */
const TRANSPARENT = ['xcomp', 'ccomp', 'obj', 'nsubj:pass', 'csubj', 'acl', 'conj', 'nmod', 'obl', 'cop'];

/** Gives the words that govern a trigger inside a frame, nearest first; the frame's edge ends the walk. */
export function governorsOf(tree: Tree, trigger: number, frame: TokenRange | undefined): readonly Governor[] {
  const found: Governor[] = [];
  let child = trigger;
  for (let token = headOf(tree, trigger); token >= 0 && found.length < 8; token = headOf(tree, token)) {
    if (frame !== undefined && (token < frame.firstToken || token >= frame.endToken)) break;
    found.push({ token, child, relation: relationOf(tree, child), depth: found.length });
    child = token;
  }
  return found;
}

/** Tells whether what is said of the governor is said of the event too. */
export function isTransparent({ relation }: Governor): boolean {
  return isRelation(relation, TRANSPARENT) && relation !== 'acl:relcl';
}

/** Gives the auxiliaries, adverbs and subordinators of a verb or predicate, and those that it shares with the verb that it is joined to. */
export function markersOf(
  tree: Tree,
  token: number,
): {
  readonly modals: readonly number[];
  readonly adverbs: readonly number[];
  readonly marks: readonly number[];
} {
  const modals = childrenBy(tree, token, 'aux');
  const isJoined =
    relationOf(tree, token) === 'conj' && childBy(tree, token, 'nsubj', 'nsubj:pass') === undefined;
  const shared =
    isJoined && modals.length === 0 && sharesForm(tree, token)
      ? markersOf(tree, headOf(tree, token))
      : undefined;
  const adverbs = childrenBy(tree, token, 'advmod', 'cc:preconj').filter((child) =>
    isBound(tree, child, token),
  );
  return {
    modals: [...modals, ...(shared?.modals ?? [])],
    adverbs: [...adverbs, ...(shared?.adverbs ?? [])],
    marks: [
      ...childrenBy(tree, token, 'mark', 'advmod').filter((child) => relationOf(tree, child) === 'mark'),
      ...(shared?.marks ?? []),
      ...sharedMarks(tree, token),
    ],
  };
}

/** "whether he had deserted or been killed": what opens a clause opens what is joined to it, whatever its form. */
function sharedMarks(tree: Tree, token: number): readonly number[] {
  if (relationOf(tree, token) !== 'conj' || childBy(tree, token, 'nsubj', 'nsubj:pass', 'mark') !== undefined)
    return [];
  return childrenBy(tree, headOf(tree, token), 'mark').filter((mark) => lowerOf(tree, mark) === 'whether');
}

/** "will leave and burn the camp": a bare form behind "and" shares the auxiliary; "will leave and burned" does not. */
function sharesForm(tree: Tree, token: number): boolean {
  const own = tree.tags[token]?.features;
  const other = tree.tags[headOf(tree, token)]?.features;
  return own?.verbForm === other?.verbForm && own?.tense === other?.tense;
}

/** "not only", "not far from": a negation that hangs on another adverb says nothing of the verb. */
function isBound(tree: Tree, adverb: number, token: number): boolean {
  const next = lowerOf(tree, adverb + 1);
  // "at once", "once again" are no "formerly".
  if (
    lowerOf(tree, adverb) === 'once' &&
    (lowerOf(tree, adverb - 1) === 'at' || ['again', 'more'].includes(next))
  )
    return false;
  if (lowerOf(tree, adverb) === 'not' && ['only', 'just', 'merely', 'least'].includes(next)) return false;
  // "far from the border, long before": adverbs of an adjunct behind the verb stay with it.
  return !(lemmaOf(tree, adverb) === 'once' && adverb > token && ['after', 'before'].includes(next));
}

const NOBODY = new Set(['no', 'none', 'nobody', 'no-one', 'nothing', 'neither', 'nowhere']);

/** Gives the word that makes an argument nobody or nothing ("no civilians", "not a single one of our soldiers"), or undefined. */
export function nobodyIn(tree: Tree, token: number): number | undefined {
  const words = [
    token,
    ...childrenBy(tree, token, 'det', 'nummod', 'advmod', 'amod', 'nmod').flatMap((child) => [
      child,
      ...childrenBy(tree, child, 'advmod', 'det'),
    ]),
  ];
  return words.find(
    (word) =>
      (NOBODY.has(lowerOf(tree, word)) && !isNoDoubt(tree, word)) ||
      isNotSingle(tree, word) ||
      isNoOne(tree, word),
  );
}

/** "will no doubt blame" denies nothing. */
function isNoDoubt(tree: Tree, word: number): boolean {
  return lowerOf(tree, word) === 'no' && ['doubt', 'matter', 'wonder'].includes(lowerOf(tree, word + 1));
}

function isNotSingle(tree: Tree, word: number): boolean {
  const next = [1, 2, 3].map((step) => lowerOf(tree, word + step));
  return (
    lowerOf(tree, word) === 'not' &&
    ((next[0] === 'a' && next[1] === 'single') || next[0] === 'one' || next[0] === 'any')
  );
}

function isNoOne(tree: Tree, word: number): boolean {
  return lowerOf(tree, word) === 'one' && lowerOf(tree, word - 1) === 'no';
}
