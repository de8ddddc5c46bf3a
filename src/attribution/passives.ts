import type { Sentence } from '../document/language-layers.ts';
import { doerOf } from '../language/control.ts';
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
import { readAsAlleged } from './as-clauses.ts';
import {
  aroundParenthesis,
  beforeClosingCue,
  type CueFrame,
  clauseOf,
  contentOf,
  withoutMarks,
} from './contents.ts';
import type { Cue } from './cues.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { ADDRESSING, judgedContent, PUNISHING } from './objects.ts';
import { sourceAt, UNNAMED } from './sources.ts';

/** "is believed to have fled", "it is feared that", "was confirmed by the ministry". */
export function readPassive(scene: Scene, cue: Cue): readonly Draft[] {
  const { tree, parties } = scene;
  const { token: verb, sense } = cue;
  const alleged = readAsAlleged(scene, cue);
  if (alleged.length > 0) return alleged;
  if (sense.kind === 'judgement') return readCharge(scene, cue);
  if (!['clause', 'quote', 'as'].some((what) => sense.takes.has(what as 'clause'))) return [];
  const complement = childBy(tree, verb, 'xcomp', 'ccomp', 'csubj', 'csubj:pass');
  // "were told to stand ready": an order to somebody is no hearsay about them.
  if (ADDRESSING.has(lemmaOf(tree, verb)) && relationOf(tree, complement ?? verb) === 'xcomp') return [];
  const agent = doerOf(tree, verb) ?? lettingKnow(tree, verb);
  // "The visit is meant to end the feud": what something is for, nobody is quoted for.
  if (agent === undefined && (sense.stance === 'promise' || isOutlook(tree, cue, complement))) return [];
  const quoted = sense.words.includes(' as ');
  const speaker = agent ?? (quoted ? childBy(tree, verb, 'nsubj:pass') : undefined);
  const sentence = scene.sentences[tree.tokens[verb]?.sentence ?? 0];
  const frame = {
    cue: { firstToken: verb, endToken: cue.endToken },
    source: speaker,
    isSpeech: true,
    isAssertion: true,
  };
  const said =
    complement !== undefined
      ? clauseOf(tree, complement)
      : quoted && sentence !== undefined
        ? contentOf(tree, { sentence, ...frame })
        : insertedContent(tree, sentence, frame);
  // "as was made clear last week": a cue does not tell itself.
  if (said === undefined || (said.firstToken >= verb && said.endToken <= cue.endToken)) return [];
  const source = speaker === undefined ? UNNAMED : sourceAt(parties, speaker);
  // "Said" of nobody in particular is hearsay: it commits nobody to more than probability.
  const certainty = speaker === undefined && sense.certainty === 'certain' ? 'probable' : sense.certainty;
  const content = speaker === undefined ? beforeContrast(tree, said) : said;
  return [
    draftOf(sense, {
      source,
      cue: { firstToken: verb, endToken: cue.endToken },
      content,
      certainty,
      rule: speaker === undefined ? 'attribution/passive-hearsay' : 'attribution/passive-clause',
      confidence: 0.85,
    }),
  ];
}

/** "Officials let it be known that rebels had seized the mine": who lets it be known says it. */
function lettingKnow(tree: Tree, verb: number): number | undefined {
  const above = headOf(tree, verb);
  const isLet = lemmaOf(tree, verb) === 'know' && ['let', 'make'].includes(lemmaOf(tree, above));
  return isLet ? childBy(tree, above, 'nsubj') : undefined;
}

/** "Pictures said to show soldiers": nobody in a report says to do a thing, whatever the parse makes of it. */
export function isSaidTo(tree: Tree, verb: number): boolean {
  return (
    ['said', 'alleged', 'reputed', 'rumoured', 'rumored'].includes(lowerOf(tree, verb)) &&
    lowerOf(tree, verb + 1) === 'to' &&
    tree.tags[verb + 2]?.upos === 'VERB' &&
    headOf(tree, verb + 2) === verb &&
    isRelation(relationOf(tree, verb + 2), ['xcomp']) &&
    tree.tags[verb - 1]?.upos === 'NOUN'
  );
}

const CHARGING = new Set('accuse blame charge implicate'.split(' '));

/** "is accused of burning two villages", "stands accused by the envoy of": who charges them says it, and who is charged does not. */
function readCharge({ tree, parties }: Scene, { token: verb, endToken, sense }: Cue): readonly Draft[] {
  const agent = childrenBy(tree, verb, 'obl', 'obl:agent').find((child) =>
    childrenBy(tree, child, 'case').some((mark) => lowerOf(tree, mark) === 'by'),
  );
  // "was berated by the judge for burning it", "was described by Oslo as a drill": other judgements are told of by whom only.
  const isCharge =
    CHARGING.has(lemmaOf(tree, verb)) || PUNISHING.has(lemmaOf(tree, verb)) || agent !== undefined;
  const content = isCharge ? judgedContent(tree, verb) : undefined;
  if (content === undefined || content.firstToken < verb) return [];
  return [
    draftOf(sense, {
      source: agent === undefined ? UNNAMED : sourceAt(parties, agent),
      speaker: agent ?? null,
      cue: { firstToken: verb, endToken },
      content,
      certainty: agent === undefined ? 'probable' : sense.certainty,
      rule: 'attribution/charge',
      confidence: 0.85,
    }),
  ];
}

/**
 * "Soldiers accused of looting", "stands accused of looting": a participle without a subject or an object of its own is a
 * passive, and so is any "accused" right before "of", whatever the parse makes of it; "whom he accused of looting" is none.
 */
export function isBarePassive(tree: Tree, verb: number): boolean {
  const relation = relationOf(tree, verb);
  const isParticiple = CHARGING.has(lemmaOf(tree, verb)) && lowerOf(tree, verb).endsWith('ed');
  if (!isParticiple || relation === 'acl:relcl' || childBy(tree, verb, 'obj') !== undefined) return false;
  if (lowerOf(tree, verb) === 'accused' && lowerOf(tree, verb + 1) === 'of') return true;
  return (
    isRelation(relation, ['acl', 'advcl', 'xcomp']) &&
    childBy(tree, verb, 'nsubj', 'aux', 'mark') === undefined
  );
}

/** "Talks are expected to resume", "one man is feared dead": an outlook that the outlet itself gives, not what somebody says. */
function isOutlook(tree: Tree, { token, sense }: Cue, complement: number | undefined): boolean {
  if (complement === undefined || !isRelation(relationOf(tree, complement), ['xcomp'])) return false;
  const isVerbal = ['VERB', 'AUX'].includes(tree.tags[complement]?.upos ?? '');
  const isBare = !isVerbal && childBy(tree, complement, 'mark', 'cop') === undefined;
  const isCleft = childBy(tree, token, 'expl') !== undefined;
  return !isCleft && (sense.stance === 'predict' || (sense.stance === 'fear' && isBare));
}

/** "The jet, it is believed, was shot down", "The jet was shot down, it is believed": the impersonal passive as an aside. */
function insertedContent(
  tree: Tree,
  sentence: Sentence | undefined,
  frame: Omit<CueFrame, 'sentence' | 'source'>,
): TokenRange | undefined {
  const verb = frame.cue.firstToken;
  const subject = childBy(tree, verb, 'expl', 'nsubj:pass', 'nsubj');
  if (sentence === undefined || subject === undefined || lowerOf(tree, subject) !== 'it') return undefined;
  const whole = { ...frame, sentence, source: subject };
  return aroundParenthesis(tree, whole) ?? beforeClosingCue(tree, whole);
}

/** "is understood to have met rebels, although an aide played it down": what is set against hearsay is no part of it. */
function beforeContrast(tree: Tree, { firstToken, endToken }: TokenRange): TokenRange {
  for (let token = firstToken + 1; token < endToken; token++)
    if (CONTRASTING.has(lowerOf(tree, token)) && lowerOf(tree, token - 1) === ',')
      return withoutMarks(tree, { firstToken, endToken: token });
  return { firstToken, endToken };
}

const CONTRASTING = new Set('although though but whereas'.split(' '));
