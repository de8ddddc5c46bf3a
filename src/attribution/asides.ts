import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  subtreeOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import { withoutMarks } from './contents.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { hostOf } from './hosts.ts';
import { sourceAt } from './sources.ts';

/** A clause set beside what it credits to somebody: its verb, whose word it gives, and how firmly. */
interface Aside {
  readonly speaker: number;
  readonly certainty: Draft['certainty'];
  /** Where what it credits ends, where it can only stand before; undefined where it may stand around. */
  readonly endsAt?: number;
}

/** Finds the fixed clauses that credit the sentence around them: "or so the army says", "to hear the colonel tell it". */
export function findAsides(scene: Scene): readonly Draft[] {
  return scene.tokens.flatMap((_, verb) => {
    if (!['VERB', 'ADJ'].includes(scene.tree.tags[verb]?.upos ?? '')) return [];
    const aside =
      orSo(scene.tree, verb) ??
      toHear(scene.tree, verb) ??
      ifBelieved(scene.tree, verb) ??
      asSeen(scene.tree, verb);
    return aside === undefined ? [] : draftOfAside(scene, verb, aside);
  });
}

function draftOfAside({ tree, parties, sentences }: Scene, verb: number, aside: Aside): readonly Draft[] {
  const sentence = sentences[tree.tokens[verb]?.sentence ?? 0];
  if (sentence === undefined) return [];
  const own = subtreeOf(tree, topOf(tree, verb)).filter((token) => tree.tags[token]?.upos !== 'PUNCT');
  const phrase: TokenRange = { firstToken: own[0] ?? verb, endToken: (own.at(-1) ?? verb) + 1 };
  const content =
    aside.endsAt === undefined
      ? hostOf(tree, sentence, phrase)
      : withoutMarks(tree, { firstToken: sentence.firstToken, endToken: aside.endsAt });
  if (content.endToken <= content.firstToken) return [];
  return [
    draftOf(
      { stance: 'assert', certainty: aside.certainty },
      {
        source: sourceAt(parties, aside.speaker),
        speaker: aside.speaker,
        cue: { firstToken: verb, endToken: verb + 1 },
        content,
        form: 'parenthetical',
        rule: 'attribution/aside',
        confidence: 0.8,
      },
    ),
  ];
}

/** "the way the rebels tell it": the clause stands in the noun's phrase. */
function topOf(tree: Tree, verb: number): number {
  const head = headOf(tree, verb);
  return isRelation(relationOf(tree, verb), ['acl']) && lowerOf(tree, head) === 'way' ? head : verb;
}

const SAYING = new Set('say claim insist maintain believe think hope allege report argue suggest'.split(' '));

/** "Rebels shelled the airfield, or so the army says". */
function orSo(tree: Tree, verb: number): Aside | undefined {
  const so = childrenBy(tree, verb, 'advmod').find((word) => lowerOf(tree, word) === 'so');
  const speaker = childBy(tree, verb, 'nsubj');
  if (so === undefined || speaker === undefined || lowerOf(tree, so - 1) !== 'or') return undefined;
  return SAYING.has(lemmaOf(tree, verb)) ? { speaker, certainty: 'certain', endsAt: so - 1 } : undefined;
}

const TELLING = new Set(['tell', 'explain', 'describe', 'put']);

/** "To hear the colonel tell it, the rebels bombed their own bakery". */
function toHear(tree: Tree, verb: number): Aside | undefined {
  const isInfinitive = childrenBy(tree, verb, 'mark').some((mark) => lowerOf(tree, mark) === 'to');
  if (lemmaOf(tree, verb) !== 'hear' || !isInfinitive) return undefined;
  const told = childrenBy(tree, verb, 'xcomp', 'ccomp').find((child) => TELLING.has(lemmaOf(tree, child)));
  const speaker =
    childBy(tree, verb, 'obj') ?? (told === undefined ? undefined : childBy(tree, told, 'nsubj'));
  return told === undefined || speaker === undefined ? undefined : { speaker, certainty: 'certain' };
}

/** "If the mayor is to be believed, rebels poisoned the wells", "if reports are right". */
function ifBelieved(tree: Tree, verb: number): Aside | undefined {
  const isCondition = childrenBy(tree, verb, 'mark').some((mark) => lowerOf(tree, mark) === 'if');
  if (!isCondition || !isRelation(relationOf(tree, verb), ['advcl'])) return undefined;
  const isBelieved = ['believe', 'trust'].includes(lemmaOf(tree, verb));
  const believer = childBy(tree, verb, 'nsubj');
  const believed = childBy(tree, verb, 'obj');
  // "if one believes the governor"
  if (isBelieved && believer !== undefined && believed !== undefined && ANYBODY.has(lowerOf(tree, believer)))
    return { speaker: believed, certainty: 'probable' };
  // "If the army is right to attack" weighs an act, not a word.
  const isBare = childBy(tree, verb, 'xcomp', 'ccomp', 'advcl') === undefined;
  const isRight = isBare && childBy(tree, verb, 'cop') !== undefined && RIGHT.has(lowerOf(tree, verb));
  const speaker =
    isBelieved || isRight ? childBy(tree, verb, 'nsubj:pass', isRight ? 'nsubj' : 'nsubj:pass') : undefined;
  return speaker === undefined || ['this', 'that', 'it'].includes(lowerOf(tree, speaker))
    ? undefined
    : { speaker, certainty: isRight ? 'possible' : 'probable' };
}

const ANYBODY = new Set(['one', 'you', 'we']);

const RIGHT = new Set('right true correct accurate reliable credible'.split(' '));

const SEEING = new Set('see tell have put read view understand'.split(' '));

/** "As Chisinau sees it", "the way the rebels tell it": nothing but "it" is seen or told. */
function asSeen(tree: Tree, verb: number): Aside | undefined {
  const isIt = childrenBy(tree, verb, 'obj', 'iobj', 'expl').some(
    (child) => child === verb + 1 && lowerOf(tree, child) === 'it',
  );
  const speaker = childBy(tree, verb, 'nsubj');
  if (!SEEING.has(lemmaOf(tree, verb)) || !isIt || speaker === undefined || speaker > verb) return undefined;
  const isAs =
    isRelation(relationOf(tree, verb), ['advcl']) &&
    childrenBy(tree, verb, 'mark', 'advmod').some((mark) => lowerOf(tree, mark) === 'as');
  const isBare = childBy(tree, verb, 'ccomp', 'xcomp') === undefined;
  return (isAs || topOf(tree, verb) !== verb) && isBare ? { speaker, certainty: 'certain' } : undefined;
}
