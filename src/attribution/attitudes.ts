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
import { clauseOf } from './contents.ts';
import { type Cue, cueAt } from './cues.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { sourceAt } from './sources.ts';

/** Finds what people are said to be sure, aware or afraid of: "Officials are confident that the raid killed him". */
export function findAttitudes(scene: Scene): readonly Draft[] {
  return scene.tokens.flatMap((_, token) => {
    if (!['ADJ', 'VERB'].includes(scene.tree.tags[token]?.upos ?? '')) return [];
    const cue = cueAt(scene.tree, scene.cues, token, 'adjective');
    return cue === undefined ? [] : readAttitude(scene, cue);
  });
}

function readAttitude({ tree, parties }: Scene, { token, endToken, sense }: Cue): readonly Draft[] {
  const holder = holderOf(tree, token);
  const told = toldBy(tree, token);
  // "It is certain that it rained": nobody holds it.
  if (holder === undefined || told === undefined || isImpersonal(tree, holder)) return [];
  return [
    draftOf(sense, {
      source: sourceAt(parties, holder),
      speaker: holder,
      cue: { firstToken: token, endToken },
      content: clauseOf(tree, told),
      rule: 'attribution/attitude',
      confidence: 0.85,
    }),
  ];
}

const STAYING = new Set('remain feel become sound appear seem be stay grow'.split(' '));

/** "The mission is confident", "the mission remains confident": who the predicate is told of. */
function holderOf(tree: Tree, token: number): number | undefined {
  if (childBy(tree, token, 'cop', 'aux:pass') !== undefined)
    return childBy(tree, token, 'nsubj', 'nsubj:pass');
  const verb = headOf(tree, token);
  return isRelation(relationOf(tree, token), ['xcomp']) && STAYING.has(lemmaOf(tree, verb))
    ? childBy(tree, verb, 'nsubj')
    : undefined;
}

const OPENERS = new Set(['that', 'whether', 'if']);
const ABOUT = new Set(['of', 'about', 'over']);

function toldBy(tree: Tree, token: number): number | undefined {
  const clause = childrenBy(tree, token, 'ccomp', 'advcl').find(
    (child) =>
      child > token &&
      (relationOf(tree, child) === 'ccomp' || marks(tree, child).some((word) => OPENERS.has(word))) &&
      !marks(tree, child).includes('to'),
  );
  return (
    clause ??
    childrenBy(tree, token, 'obl').find((child) => marks(tree, child).some((word) => ABOUT.has(word)))
  );
}

function marks(tree: Tree, token: number): readonly string[] {
  return childrenBy(tree, token, 'mark', 'case').map((mark) => lowerOf(tree, mark));
}

function isImpersonal(tree: Tree, token: number): boolean {
  return ['it', 'there', 'that', 'this', 'what', 'one'].includes(lowerOf(tree, token));
}
