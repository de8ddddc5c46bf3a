import type { Sentence } from '../document/language-layers.ts';
import {
  childBy,
  childrenBy,
  headOf,
  lemmaOf,
  lowerOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import { withoutMarks } from './contents.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { canSpeak, sourceAt } from './sources.ts';

/** Finds the sentences that credit the one before: "That is what survivors say.", "So say the drivers.", "That is the army's version." */
export function findBackReferences(scene: Scene): readonly Draft[] {
  return scene.sentences.flatMap((sentence, index) => {
    const parted = partedAt(scene, sentence);
    const before = parted?.before ?? scene.sentences[index - 1];
    const after = parted?.after ?? sentence;
    const speaker = before === undefined ? undefined : speakerIn(scene, after);
    if (before === undefined || speaker === undefined) return [];
    if (parted === undefined && !isTogether(scene, scene.sentences[index - 1] ?? sentence, sentence))
      return [];
    return [
      draftOf(
        { stance: 'assert', certainty: 'certain' },
        {
          source: sourceAt(scene.parties, speaker),
          speaker,
          cue: { firstToken: after.firstToken, endToken: after.firstToken + 1 },
          content: withoutMarks(scene.tree, before),
          form: 'parenthetical',
          rule: 'attribution/back-reference',
          confidence: 0.7,
        },
      ),
    ];
  });
}

/** "Rebels fired first – that is what the army says": behind a dash, a colon or a semicolon "that" points at what came before. */
function partedAt(
  { tree, tokens }: Scene,
  { firstToken, endToken }: Sentence,
): { readonly before: TokenRange; readonly after: TokenRange } | undefined {
  for (let token = firstToken + 2; token < endToken - 2; token++)
    if (
      /^[–—:;]$/u.test(tokens[token]?.text ?? '') &&
      ['that', 'this', 'so'].includes(lowerOf(tree, token + 1))
    )
      return { before: { firstToken, endToken: token }, after: { firstToken: token + 1, endToken } };
  return undefined;
}

/** Two sentences of one paragraph. */
function isTogether({ text }: Scene, before: Sentence, after: Sentence): boolean {
  return !text.slice(before.end, after.start).includes('\n\n');
}

/** A sentence that says more than who says so credits nothing but itself. */
const LONGEST = 16;

function speakerIn(scene: Scene, { firstToken, endToken }: TokenRange): number | undefined {
  if (endToken - firstToken > LONGEST) return undefined;
  const { tree, parties } = scene;
  for (let token = firstToken; token < endToken; token++) {
    const speaker =
      soSay(tree, token, firstToken) ??
      soTheySay(tree, token, firstToken) ??
      whatTheySay(tree, token) ??
      whoseVersion(tree, token);
    if (speaker !== undefined && canSpeak(parties, speaker)) return speaker;
  }
  return undefined;
}

const SAYING = new Set('say claim insist believe maintain allege tell'.split(' '));

/** "So say the drivers." */
function soSay(tree: Tree, token: number, first: number): number | undefined {
  const isSo = token === first && lowerOf(tree, token) === 'so' && SAYING.has(lemmaOf(tree, token + 1));
  return isSo
    ? childrenBy(tree, token + 1, 'nsubj', 'obj', 'iobj').find((child) => child > token)
    : undefined;
}

/** "So two sailors told this paper.": what they told is no clause of this sentence. */
function soTheySay(tree: Tree, token: number, first: number): number | undefined {
  const isSaying = token > first + 1 && lowerOf(tree, first) === 'so' && headOf(tree, first) === token;
  if (!isSaying || !SAYING.has(lemmaOf(tree, token)) || tree.tags[token]?.upos !== 'VERB') return undefined;
  const says = childBy(tree, token, 'ccomp', 'xcomp', 'parataxis', 'advcl') !== undefined;
  return says ? undefined : childrenBy(tree, token, 'nsubj').find((child) => child < token);
}

/** "That is what survivors say.", "That, at least, is what the army claims." */
function whatTheySay(tree: Tree, token: number): number | undefined {
  const clause = lowerOf(tree, token) === 'what' ? childBy(tree, token, 'acl:relcl') : undefined;
  if (clause === undefined || !SAYING.has(lemmaOf(tree, clause)) || !isThat(tree, token)) return undefined;
  return childBy(tree, clause, 'ccomp', 'xcomp', 'obj') === undefined
    ? childBy(tree, clause, 'nsubj')
    : undefined;
}

const VERSIONS = new Set('version account story claim view line position argument contention'.split(' '));

/** "That is the governor's version." */
function whoseVersion(tree: Tree, token: number): number | undefined {
  return VERSIONS.has(lemmaOf(tree, token)) && isThat(tree, token)
    ? childBy(tree, token, 'nmod:poss')
    : undefined;
}

/** Something is said to be "that" or "this", and not denied to be. */
function isThat(tree: Tree, token: number): boolean {
  const isCopular = childBy(tree, token, 'cop') !== undefined;
  const isReferring = childrenBy(tree, token, 'nsubj').some((subject) =>
    ['that', 'this', 'such'].includes(lowerOf(tree, subject)),
  );
  const isNegated = childrenBy(tree, token, 'advmod').some((word) => lowerOf(tree, word) === 'not');
  return isCopular && isReferring && !isNegated;
}
