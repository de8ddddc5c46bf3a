import type { TokenRange } from '../language/tree.ts';
import { withoutMarks } from './contents.ts';
import type { Draft, Scene } from './draft.ts';

/** Nothing in the words tells that the speaker goes on; only that nobody else is named. */
const CONFIDENCE = 0.6;

/**
 * "Nine rockets hit the mill, its spokesman said; two were duds": behind the semicolon or colon that follows a
 * closing "he said" the same speaker goes on, unless somebody speaks there in turn.
 */
export function findGoingOn(scene: Scene, clauses: readonly Draft[]): readonly Draft[] {
  return clauses.flatMap((draft) => {
    const rest = restBehind(scene, draft);
    if (rest === undefined || clauses.some((other) => isCueIn(other, rest))) return [];
    return [{ ...draft, cue: null, content: rest, rule: 'attribution/going-on', confidence: CONFIDENCE }];
  });
}

/** How many words may stand between the verb of saying and the semicolon: "the analyst Ian Rusu", "on Friday". */
const REACH = 8;

function restBehind({ tree, sentences }: Scene, { cue, content, form }: Draft): TokenRange | undefined {
  if (cue === null || form !== 'indirect' || content.endToken > cue.firstToken) return undefined;
  const sentence = sentences[tree.tokens[cue.firstToken]?.sentence ?? 0];
  if (sentence === undefined) return undefined;
  let at = cue.endToken;
  while (at < sentence.endToken && at - cue.endToken < REACH && !isStop(tree, at)) at++;
  if (!isStop(tree, at)) return undefined;
  const rest = withoutMarks(tree, { firstToken: at + 1, endToken: sentence.endToken });
  return rest.firstToken < rest.endToken ? rest : undefined;
}

function isCueIn({ cue }: Draft, { firstToken, endToken }: TokenRange): boolean {
  return cue !== null && cue.firstToken >= firstToken && cue.firstToken < endToken;
}

function isStop({ tokens }: Scene['tree'], at: number): boolean {
  return /^[;:]$/u.test(tokens[at]?.text ?? '');
}
