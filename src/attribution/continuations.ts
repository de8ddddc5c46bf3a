import type { Sentence } from '../document/language-layers.ts';
import { isPassive } from '../language/control.ts';
import { childBy, childrenBy, lemmaOf, lowerOf, subtreeOf, type Tree } from '../language/tree.ts';
import { isPronoun } from '../mentions/parties.ts';
import { withoutMarks } from './contents.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { canSpeak, sourceAt, speakerOf } from './sources.ts';

/** Nothing in the words tells that the speaker goes on; only that a telling was announced and nobody else speaks. */
const CONFIDENCE = 0.5;

/** How many sentences a telling that was announced is taken to go on for; chosen by hand. */
const REACH = 3;

/**
 * "The driver told the court what he saw. Soldiers stopped the bus.": a sentence that announces a telling and holds nothing
 * of it hands over to the speaker, to the end of the paragraph or until somebody else is credited.
 */
export function findContinuations(scene: Scene, known: readonly Draft[]): readonly Draft[] {
  const credited = new Set(known.flatMap((draft) => sentenceOf(scene, draft)));
  return scene.tokens.flatMap((_, verb) => {
    if (scene.tree.tags[verb]?.upos !== 'VERB' || !announces(scene.tree, verb)) return [];
    const speaker = speakerOf(scene.parties, verb);
    const speaks =
      speaker !== undefined && (canSpeak(scene.parties, speaker) || isPronoun(scene.tree, speaker));
    return speaks ? draftsBehind(scene, { verb, speaker }, credited) : [];
  });
}

function sentenceOf({ tokens }: Scene, { cue, content }: Draft): readonly number[] {
  const sentence = tokens[(cue ?? content).firstToken]?.sentence;
  return sentence === undefined ? [] : [sentence];
}

function draftsBehind(
  { tree, parties, sentences, tokens, zones }: Scene,
  { verb, speaker }: { readonly verb: number; readonly speaker: number },
  credited: ReadonlySet<number>,
): readonly Draft[] {
  const here = tokens[verb]?.sentence ?? 0;
  const zone = zones.find(
    ({ start, end }) => start <= (tokens[verb]?.start ?? 0) && (tokens[verb]?.start ?? 0) < end,
  );
  const found: Draft[] = [];
  for (let at = here + 1; at <= here + REACH; at++) {
    const sentence = sentences[at];
    if (sentence === undefined || sentence.start >= (zone?.end ?? 0) || credited.has(at)) break;
    found.push(draftIn(sentence));
  }
  return found;

  function draftIn({ firstToken, endToken }: Sentence): Draft {
    return draftOf(
      { stance: 'assert', certainty: 'certain' },
      {
        source: sourceAt(parties, speaker),
        speaker,
        cue: null,
        content: withoutMarks(tree, { firstToken, endToken }),
        rule: 'attribution/told-on',
        confidence: CONFIDENCE,
      },
    );
  }
}

const TELLING = new Set(
  'tell describe recount recall relate narrate outline relive retell explain'.split(' '),
);
const GIVING = new Set('give offer provide share deliver'.split(' '));
const ACCOUNTS = new Set('account version story description testimony recollection chronology'.split(' '));

/** Tells whether a verb announces a telling: "told the court what he saw", "gave his account", "described the night to reporters". */
function announces(tree: Tree, verb: number): boolean {
  if (isPassive(tree, verb) || childBy(tree, verb, 'aux') !== undefined) return false;
  if (GIVING.has(lemmaOf(tree, verb)))
    return childrenBy(tree, verb, 'obj').some((object) => ACCOUNTS.has(lemmaOf(tree, object)));
  if (!TELLING.has(lemmaOf(tree, verb))) return false;
  return tellsWhat(tree, verb) || tellsWhom(tree, verb);
}

/** "told the court what he saw": what was seen is not in the words. */
function tellsWhat(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'ccomp', 'obj', 'iobj', 'obl').some((child) => {
    const words = subtreeOf(tree, child);
    return child > verb && lowerOf(tree, words[0] ?? child) === 'what' && words.length <= LONGEST_WHAT;
  });
}

/** "what he saw", "what happened that night": more words than this tell it themselves. */
const LONGEST_WHAT = 8;

/** "described the night to reporters": an object, somebody to whom, and no "as". */
function tellsWhom(tree: Tree, verb: number): boolean {
  const phrases = childrenBy(tree, verb, 'obl', 'advcl').map((child) =>
    childrenBy(tree, child, 'case', 'mark').map((mark) => lowerOf(tree, mark)),
  );
  const isTo = phrases.some((marks) => marks.includes('to'));
  return isTo && !phrases.some((marks) => marks.includes('as')) && childBy(tree, verb, 'obj') !== undefined;
}
