import type { Certainty } from '../document/event-layers.ts';
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
import { clauseOf } from './contents.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { hostOf } from './hosts.ts';
import { canSpeak, sourceAt, UNNAMED } from './sources.ts';

/** Nouns that with a preposition and an owner tell whose word a sentence is, and how firm it is. */
const VIEWS: ReadonlyMap<string, Certainty> = new Map([
  ...'view opinion eye mind estimation judgement judgment assessment reckoning estimate'
    .split(' ')
    .map((word) => [word, 'probable'] as const),
  ...'word telling account admission version count tally reading figure record narrative'
    .split(' ')
    .map((word) => [word, 'certain'] as const),
]);

const OPENERS = new Set(['in', 'by', 'on', 'from']);
/** "On the army's account" tells whose word it is; "briefed on its assessment" does not. */
const ON = new Set('account reckoning telling version reading figure count'.split(' '));
const ANYBODY = new Set('all most some several many'.split(' '));

/** "In the guild's view the pier was mined", "by police estimates": the owner's word, told in a phrase. */
export function readView({ tree, parties, sentences }: Scene, noun: number): readonly Draft[] {
  const certainty = VIEWS.get(lemmaOf(tree, noun));
  if (certainty === undefined) return [];
  const owner =
    childBy(tree, noun, 'nmod:poss') ??
    // "by police estimates": whose estimates they are may stand before them without a mark of owning.
    childrenBy(tree, noun, 'compound').find((child) => canSpeak(parties, child));
  const opener = childrenBy(tree, noun, 'case').find(
    (mark) =>
      OPENERS.has(lowerOf(tree, mark)) &&
      (['in', 'by'].includes(lowerOf(tree, mark)) || ON.has(lemmaOf(tree, noun))),
  );
  const sentence = sentences[tree.tokens[noun]?.sentence ?? 0];
  // "By all accounts": somebody's, and nobody is named.
  const isAnybody = childrenBy(tree, noun, 'det', 'amod').some((word) => ANYBODY.has(lowerOf(tree, word)));
  const isHearsay = owner === undefined && isAnybody && lemmaOf(tree, noun) === 'account';
  if ((owner === undefined && !isHearsay) || opener === undefined || sentence === undefined) return [];
  return [
    draftOf(
      { stance: 'assert', certainty: owner === undefined ? 'probable' : certainty },
      {
        source: owner === undefined ? UNNAMED : sourceAt(parties, owner),
        cue: { firstToken: noun, endToken: noun + 1 },
        content:
          joinedHost(tree, noun, opener) ??
          hostOf(tree, sentence, { firstToken: opener, endToken: noun + 1 }),
        form: 'parenthetical',
        rule: 'attribution/view',
        confidence: 0.8,
      },
    ),
  ];
}

/** "shelled the ferry and drowned forty by the guild's count": without a comma the phrase belongs to the last verb alone. */
function joinedHost(tree: Tree, noun: number, opener: number): TokenRange | undefined {
  const verb = headOf(tree, noun);
  const isJoined =
    isRelation(relationOf(tree, verb), ['conj']) &&
    tree.tags[verb]?.upos === 'VERB' &&
    verb < opener &&
    lowerOf(tree, opener - 1) !== ',';
  return isJoined ? { firstToken: verb, endToken: opener } : undefined;
}

/**
 * "For the opposition, the raid was an assault on the courts": what a thing is to somebody is that party's word; that it
 * happened is not. Undefined where the sentence equates nothing: "For the army, volunteers held the bridge".
 */
export function readForWhom({ tree, parties, sentences }: Scene, opener: number): readonly Draft[] {
  const holder = holderBehind(tree, opener);
  if (holder === undefined || !canSpeak(parties, holder)) return [];
  const predicate = tree.dependencies[holder]?.head ?? -1;
  const sentence = sentences[tree.tokens[opener]?.sentence ?? 0];
  const isEquated =
    sentence?.firstToken === opener &&
    predicate > holder &&
    tree.tags[predicate]?.upos === 'NOUN' &&
    childBy(tree, predicate, 'cop') !== undefined &&
    childrenBy(tree, predicate, 'det').some((article) => ['a', 'an'].includes(lowerOf(tree, article)));
  if (!isEquated) return [];
  const cop = childBy(tree, predicate, 'cop') ?? predicate;
  return [
    draftOf(
      { stance: 'assert', certainty: 'certain' },
      {
        source: sourceAt(parties, holder),
        cue: { firstToken: opener, endToken: opener + 1 },
        content: { ...clauseOf(tree, predicate), firstToken: cop + 1 },
        form: 'parenthetical',
        rule: 'attribution/for-whom',
        confidence: 0.6,
      },
    ),
  ];
}

function holderBehind(tree: Tree, opener: number): number | undefined {
  if (lowerOf(tree, opener) !== 'for') return undefined;
  const holder = tree.dependencies[opener]?.head ?? -1;
  const end = clauseOf(tree, holder).endToken;
  return holder > opener && lowerOf(tree, end) === ',' ? holder : undefined;
}
