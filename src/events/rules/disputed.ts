import type { Attribution, EventType } from '../../document/event-layers.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  isUnder,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';
import type { Scene } from '../scene.ts';
import { slotsOfVerb } from '../slots.ts';
import { slotsOfPredicate } from './adjectives.ts';
import { likelyTypeOf } from './likely-acts.ts';
import { findRestated, findUnkept } from './restated.ts';

const OTHER: EventType = 'OTHER';

/** How many sentences before a denial the claim stands that it denies. */
const REACH = 2;

/**
 * Finds what is disputed in words that no table lists, behind all other rules: what somebody denies or says did not happen
 * ("denied evading any tax", "none of its grain had been stored there"), what somebody is accused of, and the claim that
 * a denial right behind it answers. Such words are events because a source commits to them or denies them.
 */
export function findDisputed(scene: Scene, found: readonly Candidate[]): readonly Candidate[] {
  const { attributions } = scene.layers;
  const known = new Set(found.map(({ token }) => token));
  const rejected = rejectedSayings(scene, found);
  const disputed = attributions.flatMap((attribution) =>
    predicatesOf(scene, attribution)
      .filter(
        (token) =>
          (rejected.has(attribution.cue?.start ?? -1) || isDisputed(scene, attribution, token)) &&
          !tellsOf(scene, known, token),
      )
      .map((token) => candidateAt(scene, token)),
  );
  for (const { token } of disputed) known.add(token);
  const named = [...rejected]
    .flatMap((start) => contentOf(scene, start))
    .filter((token) => !known.has(token) && !scene.named.has(token));
  for (const token of named) known.add(token);
  const denials = [...found.filter(({ sense }) => sense.type === 'REJECT'), ...disputed];
  const answered = denials.flatMap(({ token }) => {
    const claim = claimBefore(scene, token);
    if (claim === undefined || hasEvent(claim, known, token)) return [];
    const heads = predicatesOf(scene, claim).filter((head) => head < token && isTelling(scene, head));
    for (const head of heads) known.add(head);
    return heads.map((head) => candidateAt(scene, head));
  });
  const nouns = named.map((token) => candidateAt(scene, token));
  const restated = findRestated(
    scene,
    [...found, ...disputed, ...answered],
    disputed.map(({ token }) => token).filter((token) => isNegated(scene.tree, token)),
  );
  const told = [...restated, ...findUnkept(scene, found)].map((token) => candidateAt(scene, token));
  return distinct(
    [...disputed, ...nouns, ...answered, ...told].filter(({ token }) => !scene.outside.has(token)),
  );
}

/** Where the nouns stand that somebody rejects: of "rejected claims that they target schools" the claims. */
function rejectedSayings({ tree }: Scene, found: readonly Candidate[]): ReadonlySet<number> {
  return new Set(
    found
      .filter(({ rule }) => rule === 'events/rejection')
      .flatMap(({ slots }) => slots.obj.map((noun) => tree.tokens[noun]?.start ?? -1)),
  );
}

/** "dismissed reports of a leak": a noun for what happened, but not "claims of the army". */
function contentOf({ tree, layers }: Scene, start: number): readonly number[] {
  const noun = tree.tokens.findIndex((token) => token.start === start);
  const isParty = (token: number): boolean => layers.actors.some(({ headToken }) => headToken === token);
  return childrenBy(tree, noun, 'nmod').filter(
    (token) =>
      tree.tags[token]?.upos === 'NOUN' &&
      !isParty(token) &&
      childrenBy(tree, token, 'case').some((word) => ['of', 'about'].includes(lowerOf(tree, word))) &&
      childrenBy(tree, token, 'det').every((word) => ['a', 'an', 'any'].includes(lowerOf(tree, word))),
  );
}

/** "tried to recruit a clerk": what was tried is what is disputed. */
const TRYING = new Set(
  'try attempt seek manage begin start continue help plan intend want fail about set ready poised due'.split(
    ' ',
  ),
);

function candidateAt(scene: Scene, predicate: number): Candidate {
  const { tree } = scene;
  const tried = TRYING.has(lemmaOf(tree, predicate)) ? childBy(tree, predicate, 'xcomp') : undefined;
  const token = tried ?? predicate;
  const isVerb = tree.tags[token]?.upos === 'VERB';
  const first = isVerb ? token : firstOfPredicate(tree, token);
  return {
    token,
    firstToken: first,
    endToken: token + 1,
    sense: {
      words: [lemmaOf(tree, token)],
      part: 'verb',
      type: likelyTypeOf(scene, token) ?? OTHER,
      mode: null,
      conditions: [],
      line: 0,
    },
    slots: isVerb ? slotsOfVerb(tree, token) : slotsOfPredicate(scene, token),
    rule: 'events/disputed',
    confidence: 0.6,
  };
}

/** "had been on leave": a preposition belongs to what is said of somebody. */
function firstOfPredicate(tree: Tree, token: number): number {
  return childrenBy(tree, token, 'case').includes(token - 1) ? token - 1 : token;
}

/** The predicates of what is said: the heads of the content, and the verbs joined to them. */
function predicatesOf({ tree }: Scene, { firstToken, endToken, cue }: Attribution): readonly number[] {
  const tops: number[] = [];
  for (let token = firstToken; token < endToken; token++) {
    const head = headOf(tree, token);
    const isTop = head < firstToken || head >= endToken || tree.tokens[head]?.start === cue?.start;
    if (isTop && tree.tags[token]?.upos !== 'PUNCT' && isClause(tree, token)) tops.push(token);
  }
  const joined = tops.flatMap((top) =>
    childrenBy(tree, top, 'conj').filter((token) => token < endToken && isClause(tree, token)),
  );
  return [...tops, ...joined];
}

/** A verb of its own, or a word with a copula and a subject. */
function isClause(tree: Tree, token: number): boolean {
  if (tree.tags[token]?.upos === 'VERB') return !isRelation(relationOf(tree, token), ['amod', 'compound']);
  return childBy(tree, token, 'cop') !== undefined && childBy(tree, token, 'nsubj') !== undefined;
}

/** Whether somebody denies it, says that it did not happen, or lays it at another's door. */
function isDisputed({ tree }: Scene, attribution: Attribution, token: number): boolean {
  const { source, stance, form, why } = attribution;
  if (source.kind !== 'words' || SAYS_NOTHING.has(lemmaOf(tree, token))) return false;
  if (stance === 'deny') return form !== 'direct';
  if (stance !== 'assert') return false;
  // "accused the crew of shining a laser": what somebody is accused of.
  if (why.rule === 'attribution/judgement')
    return tree.tags[token]?.upos === 'VERB' && lowerOf(tree, token).endsWith('ing');
  return isNegated(tree, token) && isPast(tree, token);
}

/** Verbs whose negation tells of a mind or of words, not of what was done. */
const SAYS_NOTHING = new Set(
  'know think believe want wish need understand see hear feel say comment confirm expect mean matter seem remember like care mind doubt tell exclude rule change have do be get hold hesitate agree accept decide'.split(
    ' ',
  ),
);

/** "had not been told", "none had been sought", "not a coin changed hands", "no order was given". */
function isNegated(tree: Tree, token: number): boolean {
  const isNot = (child: number): boolean => ['not', 'n’t', "n't", 'never'].includes(lowerOf(tree, child));
  if (childrenBy(tree, token, 'advmod').some(isNot)) return true;
  return childrenBy(tree, token, 'nsubj', 'obj').some(
    (noun) =>
      ['none', 'nobody', 'nothing', 'neither'].includes(lowerOf(tree, noun)) ||
      (tree.children[noun] ?? []).some(
        (child) =>
          (isRelation(relationOf(tree, child), ['det']) && lowerOf(tree, child) === 'no') || isNot(child),
      ),
  );
}

/** What has or had not happened; what is not so, or will not be, is seldom an event. */
function isPast(tree: Tree, token: number): boolean {
  return [token, ...childrenBy(tree, token, 'aux', 'cop')].some(
    (word) =>
      tree.tags[word]?.features.tense === 'Past' || ['have', 'has', 'had'].includes(lowerOf(tree, word)),
  );
}

/** Whether a known event stands in the predicate's own clause. */
function tellsOf({ tree }: Scene, known: ReadonlySet<number>, predicate: number): boolean {
  if (known.has(predicate)) return true;
  for (const token of known) {
    if (!isUnder(tree, token, predicate)) continue;
    if (!isAside(tree, token, predicate)) return true;
  }
  return false;
}

function isAside(tree: Tree, token: number, predicate: number): boolean {
  for (let at = token; at !== predicate && at >= 0; at = headOf(tree, at))
    if (isRelation(relationOf(tree, at), ['advcl', 'acl', 'parataxis', 'conj'])) return true;
  return false;
}

function hasEvent(
  { firstToken, endToken }: Attribution,
  known: ReadonlySet<number>,
  denial: number,
): boolean {
  for (let token = firstToken; token < Math.min(endToken, denial); token++) if (known.has(token)) return true;
  return false;
}

/** The claim that somebody else has made last before a denial. */
function claimBefore({ tree, layers }: Scene, denial: number): Attribution | undefined {
  const sentence = tree.tokens[denial]?.sentence ?? 0;
  const held = layers.attributions.findLast(
    ({ firstToken, endToken }) => firstToken <= denial && denial < endToken,
  );
  const speaker = held?.source.kind === 'words' ? held.source.party.text : '';
  // "officers had passed it on, a suggestion which Tehran called baseless": the denial hangs on what it denies.
  if (held !== undefined && held.firstToken < denial && isDescribing(tree, denial, held)) return held;
  return layers.attributions.findLast(
    ({ endToken, source, stance }) =>
      endToken <= denial &&
      stance === 'assert' &&
      source.kind === 'words' &&
      source.party.text !== speaker &&
      sentence - (tree.tokens[endToken - 1]?.sentence ?? 0) <= REACH,
  );
}

function isDescribing(tree: Tree, denial: number, { firstToken }: Attribution): boolean {
  for (let at = denial; at >= firstToken; at = headOf(tree, at))
    if (isRelation(relationOf(tree, at), ['appos', 'acl:relcl'])) return true;
  return false;
}

function isTelling({ tree, layers }: Scene, token: number): boolean {
  // "was holding one survivor", not "was holding talks".
  const held = lemmaOf(tree, token) === 'hold' ? childBy(tree, token, 'obj', 'nsubj:pass') : undefined;
  const isHeld = held !== undefined && layers.actors.some(({ headToken }) => headToken === held);
  // "a pump that, she said, the engineers had described": a description is not what was claimed.
  const isAside = isRelation(relationOf(tree, token), ['acl']);
  return (
    tree.tags[token]?.upos === 'VERB' &&
    !isAside &&
    (isHeld || !SAYS_NOTHING.has(lemmaOf(tree, token))) &&
    isPast(tree, token)
  );
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<number>();
  return candidates.filter(({ token }) => !seen.has(token) && seen.add(token));
}
