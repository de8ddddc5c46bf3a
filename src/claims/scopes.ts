import { wordsAbove } from '../attribution/contents.ts';
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
  for (
    let token = governorOf(tree, trigger);
    token >= 0 && found.length < 8;
    token = governorOf(tree, token)
  ) {
    if (frame !== undefined && (token < frame.firstToken || token >= frame.endToken)) break;
    if (isToldAsPast(tree, child) || isBroughtToEnd(tree, trigger, token, child)) break;
    found.push({ token, child, relation: relationOf(tree, child), depth: found.length });
    child = token;
  }
  return found;
}

/** "warned that ships would be sunk, and ruled out a pause": the second act of words is governed by nothing that was warned of. */
function governorOf(tree: Tree, token: number): number {
  const above = wordsAbove(tree, token);
  return above === undefined ? headOf(tree, token) : headOf(tree, above);
}

/** Verbs that nothing can undergo but what is going on. */
const ENDING = new Set(
  'end quell halt stop cease curb contain calm defuse resolve settle shorten prolong'.split(' '),
);

/** Acts that go on for a while. A raid or an invasion may be stopped before it begins. */
const LASTING = new Set(
  'war conflict fighting clash violence unrest riot hostility bloodshed siege occupation rebellion insurgency crackdown shelling bombardment feud strife'.split(
    ' ',
  ),
);

const SPELLS = new Set('hour day night week month year decade spate wave round cycle spiral'.split(' '));

/** "talks to end the war", "will not stop the shelling": what somebody means to end is there, whatever comes of it. */
function isBroughtToEnd(tree: Tree, trigger: number, verb: number, child: number): boolean {
  return (
    ENDING.has(lemmaOf(tree, verb)) &&
    LASTING.has(lemmaOf(tree, trigger)) &&
    isRelation(relationOf(tree, child), ['obj', 'nsubj:pass']) &&
    (child === trigger || (SPELLS.has(lemmaOf(tree, child)) && headOf(tree, trigger) === child))
  );
}

const TEMPORAL = new Set(['after', 'before', 'since', 'when', 'while', 'until', 'as', 'because']);

/**
 * "promised to free the men who had burned it", "talks are due for the first time since the army broke them off": a clause of
 * the past tense that describes a party or dates an act tells what has been, whatever governs the party or the act.
 */
export function isToldAsPast(tree: Tree, clause: number): boolean {
  const relation = relationOf(tree, clause);
  if (isSetBehind(tree, clause)) return true;
  const isDating =
    isRelation(relation, ['advcl']) &&
    childrenBy(tree, clause, 'mark', 'advmod').some((mark) => TEMPORAL.has(lowerOf(tree, mark)));
  // "an idea that Delhi turned down": parsers take such a "that" for one that opens what an idea tells.
  const isDescribing =
    relation === 'acl' && childrenBy(tree, clause, 'mark').some((mark) => lowerOf(tree, mark) === 'that');
  if (
    relation !== 'acl:relcl' &&
    !isDating &&
    !(isDescribing && relationOf(tree, headOf(tree, clause)) === 'appos')
  )
    return false;
  const { tense, verbForm } = tree.tags[clause]?.features ?? {};
  const auxiliaries = childrenBy(tree, clause, 'aux', 'aux:pass', 'cop').map((aux) => lowerOf(tree, aux));
  return auxiliaries.length === 0
    ? tense === 'Past' && verbForm === 'Fin'
    : auxiliaries.every((word) => PAST_AUXILIARIES.has(word));
}

/** "unless they free the imam, arrested in July": a past participle behind a noun and a comma tells what has befallen it. */
function isSetBehind(tree: Tree, clause: number): boolean {
  const { tense, verbForm } = tree.tags[clause]?.features ?? {};
  return (
    isRelation(relationOf(tree, clause), ['acl', 'advcl']) &&
    tense === 'Past' &&
    verbForm === 'Part' &&
    lowerOf(tree, clause - 1) === ',' &&
    ['NOUN', 'PROPN'].includes(tree.tags[clause - 2]?.upos ?? '') &&
    childrenBy(tree, clause, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'mark', 'obj').length === 0
  );
}

const PAST_AUXILIARIES = new Set('was were had been did has have ’ve'.split(' '));

/** Tells whether what is said of the governor is said of the event too. */
export function isTransparent({ relation }: Governor): boolean {
  return isRelation(relation, TRANSPARENT) && relation !== 'acl:relcl';
}

/** Verbs whose object is there only if they happen: "did not launch the attack", "may order the withdrawal". */
const BRINGING_OBJECT = new Set(
  'launch carry conduct make stage mount commit impose hold perform undertake execute start begin resume order plan prepare cause suffer receive get give send provide offer announce declare sign reach take have do see find allow permit authorise authorize approve want seek expect demand threaten need permit organise organize lead wage deploy deliver join attend confirm deny report claim complete continue accept grant win lose trigger provoke spark risk mean constitute'.split(
    ' ',
  ),
);

/** Verbs that take up what is there already, whichever article it has: "did not renew an older threat". */
const TAKING_UP = new Set(
  'repeat survive condemn mention discuss investigate explain justify avenge outlive'.split(' '),
);

const PROVING = new Set(
  'confirm verify corroborate authenticate substantiate claim mention explain'.split(' '),
);

/** "did not condemn the shelling", "may not survive another raid": what becomes of the verb says nothing of its object. */
export function isPresupposed(tree: Tree, { token, child, relation }: Governor): boolean {
  const isProven = isRelation(relation, ['nsubj:pass']) && PROVING.has(lemmaOf(tree, token));
  if (tree.tags[child]?.upos !== 'NOUN' || tree.tags[token]?.upos !== 'VERB') return false;
  // "The killings were never confirmed": nobody says that there were none.
  if (isProven) return true;
  if (relation !== 'obj') return false;
  if (TAKING_UP.has(lemmaOf(tree, token))) return true;
  if (BRINGING_OBJECT.has(lemmaOf(tree, token))) return false;
  const determiner = childrenBy(tree, child, 'det', 'nmod:poss')[0];
  return determiner !== undefined && !['a', 'an', 'any', 'no'].includes(lowerOf(tree, determiner));
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
  const adverbs = [
    ...childrenBy(tree, token, 'advmod', 'cc:preconj').filter((child) => isBound(tree, child, token)),
    // "Nor did troops enter the town"
    ...childrenBy(tree, token, 'cc').filter((child) => lowerOf(tree, child) === 'nor' && child < token),
  ];
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

/** Tells whether a clause asks: "whether", "if" behind what is unclear. */
export function opensWithWhether(tree: Tree, clause: number): boolean {
  return childrenBy(tree, clause, 'mark').some((mark) => lowerOf(tree, mark) === 'whether');
}

/** Words behind which "if" asks: "It remains unclear if the convoy was hit", "asked if it was hit". */
const ASKING = new Set(
  'unclear unknown uncertain unsure clear sure certain ask wonder know determine establish investigate check doubt see say'.split(
    ' ',
  ),
);

/** Tells whether a clause that "if" opens asks rather than sets a condition. */
export function isWhether(tree: Tree, clause: number): boolean {
  const isIf = childrenBy(tree, clause, 'mark').some((mark) => lowerOf(tree, mark) === 'if');
  const head = headOf(tree, clause);
  return (
    isIf &&
    head >= 0 &&
    head < clause &&
    head >= clause - 12 &&
    ASKING.has(lemmaOf(tree, head)) &&
    isRelation(relationOf(tree, clause), ['ccomp', 'csubj', 'advcl']) &&
    (relationOf(tree, clause) !== 'advcl' || tree.tags[head]?.upos === 'ADJ')
  );
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

/** Gives the word that makes an argument nobody or nothing ("no civilians", "not one of our soldiers"), or undefined. */
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

/** "will no doubt blame" denies nothing, nor does "no more than 9,000 have left". */
function isNoDoubt(tree: Tree, word: number): boolean {
  const next = lowerOf(tree, word + 1);
  const isBound = ['more', 'fewer', 'less'].includes(next) && lowerOf(tree, word + 2) === 'than';
  return lowerOf(tree, word) === 'no' && (isBound || ['doubt', 'matter', 'wonder'].includes(next));
}

function isNotSingle(tree: Tree, word: number): boolean {
  const next = [1, 2, 3].map((step) => lowerOf(tree, word + step));
  return lowerOf(tree, word) === 'not' && ['a', 'an', 'one', 'any'].includes(next[0] ?? '');
}

function isNoOne(tree: Tree, word: number): boolean {
  return lowerOf(tree, word) === 'one' && lowerOf(tree, word - 1) === 'no';
}
