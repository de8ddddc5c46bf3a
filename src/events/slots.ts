import { doerOf, isOwnDeed, isPassive } from '../language/control.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../language/tree.ts';

/** The arguments of a trigger, by slot: `subj` (who does it), `obj` (to whom), `comp`, `mod`, or a preposition. */
export interface Slots {
  /** The head tokens that fill a slot; `aux` are a verb's auxiliaries and its "to", `adv` its adverbs; empty where nothing does. */
  fillers(slot: string): readonly number[];
  readonly subj: readonly number[];
  readonly obj: readonly number[];
  /** The verb that carries the trigger: the trigger itself, or a noun's light verb. */
  readonly verb: number | null;
}

/** Gives the slots of a verb, as an active, a passive, a participle, a relative clause or an infinitive. */
export function slotsOfVerb(tree: Tree, verb: number): Slots {
  const doer = doerOf(tree, verb);
  const subj = doer === undefined ? [] : spread(tree, doer);
  const obj = undergoerOf(tree, verb).flatMap((token) => spread(tree, token));
  return slotsFrom(
    tree,
    [verb],
    subj.filter((token) => !obj.includes(token)),
    obj,
    verb,
  );
}

/**
 * Gives the slots of a noun: possessors, demonyms and by-phrases do it, of-phrases undergo it; with a light verb
 * ("Moscow launched an attack on the town") its subject does it and its prepositions count as the noun's.
 */
export function slotsOfNoun(tree: Tree, noun: number, lightVerb: number | null): Slots {
  const doer = lightVerb === null ? undefined : doerOf(tree, lightVerb);
  const modifiers = childrenBy(tree, noun, 'nmod:poss', 'amod', 'compound');
  const byPhrase = prepositional(tree, [noun], 'by');
  // "fighting between the army and the militia": both do it.
  const between = prepositional(tree, [noun], 'between');
  const doers = [byPhrase, between, modifiers].find((found) => found.length > 0) ?? [];
  const subj = doer !== undefined ? spread(tree, doer) : doers;
  const anchors = lightVerb === null ? [noun] : [noun, lightVerb];
  return slotsFrom(tree, anchors, subj, prepositional(tree, [noun], 'of'), lightVerb, modifiers);
}

/** Gives the slots of a state that somebody is put in ("put its guards on alert") or is in ("he was in custody"). */
export function slotsOfState(tree: Tree, noun: number): Slots {
  const own = childrenBy(tree, noun, 'nsubj', 'nsubj:pass');
  const verb = own.length > 0 ? -1 : headOf(tree, noun);
  if (verb < 0 || tree.tags[verb]?.upos !== 'VERB') return slotsFrom(tree, [noun], [], own, null);
  const { subj, obj } = slotsOfVerb(tree, verb);
  return slotsFrom(tree, [noun, verb], obj.length > 0 ? subj : [], obj.length > 0 ? obj : subj, verb);
}

const SHARED_WITH_OBJECT = new Set(['with', 'against', 'on', 'between', 'for', 'to', 'from', 'into']);

function slotsFrom(
  tree: Tree,
  anchors: readonly number[],
  subj: readonly number[],
  obj: readonly number[],
  verb: number | null,
  modifiers: readonly number[] = [],
): Slots {
  const comp = anchors.flatMap((anchor) =>
    childrenBy(tree, anchor, 'ccomp', 'xcomp', 'advcl', 'acl').filter(
      (child) => !isRelation(relationOf(tree, child), ['acl:relcl']),
    ),
  );
  const fillers = (slot: string): readonly number[] => {
    if (slot === 'subj') return subj;
    if (slot === 'obj') return obj;
    if (slot === 'comp') return comp;
    if (slot === 'mod') return modifiers;
    // "would retaliate", "ready to strike back": the words before a verb tell a threat from a deed.
    if (slot === 'aux') return anchors.flatMap((anchor) => childrenBy(tree, anchor, 'aux', 'mark'));
    if (slot === 'adv') return anchors.flatMap((anchor) => childrenBy(tree, anchor, 'advmod'));
    const own = prepositional(tree, anchors, slot);
    // "signed a pact with Cairo": parsers hang on the object what belongs to the act.
    return own.length > 0 || !SHARED_WITH_OBJECT.has(slot) ? own : prepositional(tree, obj, slot);
  };
  return { fillers, subj, obj, verb };
}

/** Gives who undergoes a verb: its object, the subject of its passive, or the noun that a participle describes. */
function undergoerOf(tree: Tree, verb: number): readonly number[] {
  const passive = isPassive(tree, verb) ? childrenBy(tree, verb, 'nsubj:pass') : [];
  if (passive.length > 0) return passive.map((token) => resolveRelative(tree, verb, token));
  const objects = childrenBy(tree, verb, 'obj', 'iobj');
  if (objects.length > 0) return objects.map((token) => resolveRelative(tree, verb, token));
  const relation = relationOf(tree, verb);
  const head = headOf(tree, verb);
  if (head < 0) return [];
  // "destroyed vehicles", "a camp destroyed by jets": the noun that a past participle describes undergoes it.
  if (isPastParticiple(tree, verb) && isRelation(relation, ['amod', 'acl']) && relation !== 'acl:relcl')
    return [head];
  // "was in jail and would be tried": the passive's subject stands with the verb before.
  if (
    relation === 'conj' &&
    childBy(tree, verb, 'aux:pass') !== undefined &&
    childBy(tree, head, 'nsubj') !== undefined
  ) {
    return childrenBy(tree, head, 'nsubj');
  }
  // "killed and wounded civilians", "was captured and killed": conjoined verbs share what they do it to.
  if (relation === 'conj' && sharesPassive(tree, verb, head)) return undergoerOf(tree, head);
  // "Armed by Belgrade, the gunmen held out": a participle in front is said of the subject.
  if (relation === 'advcl' && childBy(tree, verb, 'obl:agent') !== undefined)
    return childrenBy(tree, head, 'nsubj', 'nsubj:pass');
  // "Nine were left injured", "is to be tried": who is left so undergoes it.
  if (relation === 'xcomp' && (isPassiveInfinitive(tree, verb) || lemmaOf(tree, head) === 'leave'))
    return childrenBy(tree, head, 'nsubj', 'nsubj:pass');
  return [];
}

function resolveRelative(tree: Tree, verb: number, token: number): number {
  if (!['who', 'which', 'that', 'whom'].includes(lowerOf(tree, token))) return token;
  for (let clause = verb; clause >= 0; clause = headOf(tree, clause)) {
    if (isRelation(relationOf(tree, clause), ['acl'])) return headOf(tree, clause);
  }
  return token;
}

function isPastParticiple(tree: Tree, verb: number): boolean {
  return !lowerOf(tree, verb).endsWith('ing');
}

function sharesPassive(tree: Tree, verb: number, head: number): boolean {
  return (
    isPastParticiple(tree, verb) &&
    childBy(tree, head, 'nsubj:pass', 'aux:pass') !== undefined &&
    childBy(tree, verb, 'nsubj') === undefined &&
    !isOwnDeed(tree, verb)
  );
}

function isPassiveInfinitive(tree: Tree, verb: number): boolean {
  return childBy(tree, verb, 'aux:pass') !== undefined;
}

/** Gives what hangs on the anchors by one preposition; "called on X" and "call for Y" come out alike. */
export function prepositional(
  tree: Tree,
  anchors: readonly number[],
  preposition: string,
): readonly number[] {
  return anchors
    .flatMap((anchor) => childrenBy(tree, anchor, 'obl', 'nmod', 'advmod', 'xcomp', 'advcl'))
    .filter((child) =>
      childrenBy(tree, child, 'case', 'mark').some((mark) => lowerOf(tree, mark) === preposition),
    )
    .flatMap((token) => spread(tree, token));
}

/** Gives a noun and the nouns joined to it: "Salif and Ras Isa"; of "dozens of vessels" the vessels, of "a state of emergency" the emergency. */
function spread(tree: Tree, token: number): readonly number[] {
  return [token, ...childrenBy(tree, token, 'conj').filter((other) => tree.tags[other]?.upos !== 'VERB')].map(
    (one) => countedNoun(tree, one),
  );
}

const COUNTING = new Set(
  `dozen hundred thousand score ten number group majority most some all none rest lot couple handful series tonne ton
  state wave string spate round batch flurry package set pair raft slew spell bout rash volley truckload shipment`.split(
    /\s+/u,
  ),
);

/** Gives the noun that stands in a clause for this one: "a round" for "a round of exercises"; else the noun itself. */
export function carrierOf(tree: Tree, noun: number): number {
  const head = headOf(tree, noun);
  return head >= 0 && relationOf(tree, noun) === 'nmod' && countedNoun(tree, head) === noun ? head : noun;
}

function countedNoun(tree: Tree, token: number): number {
  if (!COUNTING.has(lemmaOf(tree, token)) && tree.tags[token]?.upos !== 'NUM') return token;
  const counted = childrenBy(tree, token, 'nmod').find((child) =>
    childrenBy(tree, child, 'case').some((mark) => lowerOf(tree, mark) === 'of'),
  );
  return counted ?? token;
}
