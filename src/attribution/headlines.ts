import type { Sentence } from '../document/language-layers.ts';
import type { TokenRange, Tree } from '../language/tree.ts';
import { withoutMarks } from './contents.ts';
import { cueAt } from './cues.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { canSpeak, sourceAt } from './sources.ts';

/** A headline names its source in few words: "Defence ministry: …". */
const LONGEST_NAME = 6;

/** Finds the source that a headline sets apart by a mark alone: "Ministry: rebels shelled mill", "Rebels shelled mill – army". */
export function findHeadlines(scene: Scene): readonly Draft[] {
  return scene.sentences.flatMap((sentence) =>
    isHeadline(scene, sentence) ? readHeadline(scene, sentence) : [],
  );
}

/** A title, or a text of one sentence without a full stop. */
function isHeadline({ zones, sentences, tokens }: Scene, sentence: Sentence): boolean {
  const zone = zones.find(({ start, end }) => start <= sentence.start && sentence.start < end);
  if (zone?.kind === 'title') return true;
  return sentences.length === 1 && !/^[.!?]$/u.test(tokens[sentence.endToken - 1]?.text ?? '');
}

function readHeadline(scene: Scene, { firstToken, endToken }: Sentence): readonly Draft[] {
  for (let mark = firstToken + 1; mark < endToken - 1; mark++) {
    const text = scene.tokens[mark]?.text ?? '';
    if (!/^[:–—-]$/u.test(text) || !isSpaced(scene, mark, text)) continue;
    const before = { firstToken, endToken: mark };
    const after = { firstToken: mark + 1, endToken };
    // "Kenya: police shot three" names where it is; only who cannot be a place speaks before a colon.
    const opening = text === ':' ? speakerIn(scene, before, false) : undefined;
    if (opening !== undefined) return draftOfHeadline(scene, opening, { mark, content: after });
    const closing = speakerIn(scene, after, true);
    if (closing !== undefined) return draftOfHeadline(scene, closing, { mark, content: before });
  }
  return [];
}

/** A hyphen inside a word parts nothing. */
function isSpaced({ text, tokens }: Scene, mark: number, words: string): boolean {
  return words === ':' || text.charAt((tokens[mark]?.start ?? 0) - 1) === ' ';
}

/** Whoever the words name, where they name nothing else. */
function speakerIn(scene: Scene, range: TokenRange, mayBeCountry: boolean): number | undefined {
  const { firstToken, endToken } = withoutMarks(scene.tree, range);
  if (endToken - firstToken > LONGEST_NAME || endToken <= firstToken) return undefined;
  const { tree, parties, cues } = scene;
  const actor = (parties.byFirst.get(firstToken) ?? [])
    .map((index) => parties.actors[index])
    .find((one) => one !== undefined && one.endToken === endToken);
  if (actor === undefined)
    return endToken - firstToken === 1 && cueAt(tree, cues, firstToken, 'noun')?.sense.kind === 'writing'
      ? firstToken
      : undefined;
  const isPlain = actor.kind !== 'pronoun' && (mayBeCountry || actor.kind !== 'country');
  return isPlain && canSpeak(parties, actor.headToken) ? actor.headToken : undefined;
}

function draftOfHeadline(
  { tree, parties }: Scene,
  speaker: number,
  { mark, content }: { readonly mark: number; readonly content: TokenRange },
): readonly Draft[] {
  if (!hasVerb(tree, content)) return [];
  return [
    draftOf(
      { stance: 'assert', certainty: 'certain' },
      {
        source: sourceAt(parties, speaker),
        speaker,
        cue: { firstToken: mark, endToken: mark + 1 },
        content: withoutMarks(tree, content),
        rule: 'attribution/headline',
        confidence: 0.75,
      },
    ),
  ];
}

function hasVerb(tree: Tree, { firstToken, endToken }: TokenRange): boolean {
  for (let token = firstToken; token < endToken; token++)
    if (['VERB', 'AUX'].includes(tree.tags[token]?.upos ?? '')) return true;
  return false;
}
