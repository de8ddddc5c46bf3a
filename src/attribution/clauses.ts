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
import { isPronoun } from '../mentions/parties.ts';
import { asContent, readAsAlleged } from './as-clauses.ts';
import { type CueFrame, clauseOf, contentOf, withoutMarks } from './contents.ts';
import { type Cue, type CueSense, cueAt } from './cues.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { estimatedContent, judgedContent, nominalContent } from './objects.ts';
import { isBarePassive, isSaidTo, readPassive } from './passives.ts';
import { canSpeak, sourceAt, speakerOf } from './sources.ts';

/** Finds what verbs of saying, believing, showing and demanding attribute to whom; in the order of the text. */
export function findClauses(scene: Scene): readonly Draft[] {
  return scene.tokens.flatMap((_, token) => {
    if (!isVerb(scene.tree, token)) return [];
    // "The agency, citing a nurse, spoke": the phrase finds who is cited.
    if (cueAt(scene.tree, scene.cues, token, 'phrase') !== undefined) return [];
    // "Officials are worried that": a participle of feeling is found among the attitudes.
    if (cueAt(scene.tree, scene.cues, token, 'adjective') !== undefined && isPassive(scene.tree, token))
      return [];
    const cue = cueAt(scene.tree, scene.cues, token, 'verb');
    const near = cue === undefined ? readThatClause(scene, token) : readCue(scene, cue);
    const far = near.length > 0 ? undefined : farCue(scene, token);
    return far === undefined ? near : readCue(scene, far);
  });
}

const FAR = ['of', 'about', 'against', 'for'];

/** "complained to Togo about the raid", "appealed to both sides for calm": whom it is said to may part a verb from its preposition. */
function farCue({ tree, cues }: Scene, token: number): Cue | undefined {
  const opener = childrenBy(tree, token, 'obl')
    .filter((child) => child > token + 1)
    .flatMap((child) => childrenBy(tree, child, 'case'))
    .map((mark) => lowerOf(tree, mark))
    .find((word) => FAR.includes(word));
  const words = `${lemmaOf(tree, token)} ${opener ?? ''}`;
  const sense = cues.get(`verb ${lemmaOf(tree, token)}`)?.find((one) => one.words === words);
  return sense && { sense, token, endToken: token + 1 };
}

function isPassive(tree: Tree, token: number): boolean {
  return childBy(tree, token, 'aux:pass', 'cop') !== undefined;
}

function isVerb(tree: Tree, token: number): boolean {
  // "a claimed victory": a participle before its noun reports nothing by itself.
  return tree.tags[token]?.upos === 'VERB' && relationOf(tree, token) !== 'amod';
}

/** Verbs that bring about or await what their that-clause tells, and say nothing. */
const BRINGING_ABOUT = new Set(
  'ensure mean make arrange provide require cause see happen seem appear transpire follow matter help wait turn come be get so such'.split(
    ' ',
  ),
);

/** Nothing in the table tells what the verb is; only that somebody who can speak does it, and that a that-clause follows. */
const UNLISTED = {
  sense: { stance: 'assert', certainty: 'certain' },
  confidence: 0.7,
} as const;

/** "Propagandists howl that the bridge was burned": a that-clause under a verb that no table lists tells what its subject says. */
function readThatClause({ tree, parties }: Scene, verb: number): readonly Draft[] {
  const clause = childBy(tree, verb, 'ccomp');
  const mark = clause === undefined ? undefined : childBy(tree, clause, 'mark');
  if (clause === undefined || mark === undefined || clause < verb || lowerOf(tree, mark) !== 'that')
    return [];
  if (BRINGING_ABOUT.has(lemmaOf(tree, verb)) || childBy(tree, verb, 'aux:pass') !== undefined) return [];
  const speaker = speakerOf(parties, verb);
  if (speaker === undefined || !canSpeak(parties, speaker) || isNobody(tree, speaker)) return [];
  return [
    draftOf(UNLISTED.sense, {
      source: sourceAt(parties, speaker),
      speaker,
      cue: { firstToken: verb, endToken: verb + 1 },
      content: clauseOf(tree, clause),
      rule: 'attribution/that-clause',
      confidence: UNLISTED.confidence,
    }),
  ];
}

function readCue(scene: Scene, cue: Cue): readonly Draft[] {
  const { tree } = scene;
  const { token: verb, sense } = cue;
  if (isStateFound(tree, verb) || isAsked(tree, verb)) return [];
  if (childBy(tree, verb, 'aux:pass') !== undefined || isBarePassive(tree, verb) || isSaidTo(tree, verb))
    return readPassive(scene, cue);
  const alleged = childBy(tree, verb, 'nsubj') === undefined ? readAsAlleged(scene, cue) : [];
  if (alleged.length > 0) return alleged;
  const doer = speakerOf(scene.parties, verb);
  const sentence = scene.sentences[tree.tokens[verb]?.sentence ?? 0];
  if (
    doer === undefined ||
    sentence === undefined ||
    (goesOn(tree, verb) && !hasMarks(scene, sentence) && !isAside(tree, doer, cue))
  )
    return [];
  if (isNobody(tree, doer) || isUndergone(scene, cue, doer) || isSilent(tree, verb) || isWeighing(tree, verb))
    return [];
  const range = { firstToken: verb, endToken: cue.endToken };
  const isSpeech = sense.kind === 'speech' || sense.kind === 'writing';
  const ordered = toldToDo(tree, verb);
  if (ordered !== undefined)
    return [
      draftOf(
        { stance: 'demand', certainty: 'certain' },
        {
          source: sourceAt(scene.parties, doer),
          speaker: doer,
          cue: range,
          content: clauseOf(tree, ordered),
          rule: 'attribution/order-clause',
          confidence: 0.9,
        },
      ),
    ];
  const content =
    sense.kind === 'judgement'
      ? judgedContent(tree, verb)
      : (asContent(tree, verb, sense) ??
        estimatedContent(tree, verb) ??
        clausalContent(tree, sense, {
          sentence,
          cue: range,
          source: doer,
          // "without offering evidence, that …": an offer without its clause tells nothing.
          isSpeech: isSpeech && sense.stance !== 'promise',
          isAssertion: sense.stance === 'assert' || sense.stance === 'deny',
        }) ??
        nominalContent(tree, cue));
  if (content === undefined || content.endToken <= content.firstToken || isEmpty(tree, sense, content))
    return [];
  if (isBeyond(tree, verb, content)) return [];
  if (sense.kind === 'evidence' && isNoProof(scene, cue, doer, content)) return [];
  const rule = sense.kind === 'judgement' ? 'attribution/judgement' : `attribution/${sense.kind}-clause`;
  const draft = draftOf(sense, {
    source: sourceAt(scene.parties, doer),
    speaker: doer,
    cue: range,
    content: withWhatIsDenied(scene, cue, content),
    certainty: isSeeming(scene, cue, doer) ? 'probable' : sense.certainty,
    rule,
    confidence: 0.9,
  });
  return sense.stance === 'deny' || sense.stance === 'doubt' ? partedByColon(tree, draft) : [draft];
}

/** "the list to which the clerk admitted": a pronoun tells nothing; what is denied may still be a mere "it". */
function isEmpty(tree: Tree, { stance }: CueSense, { firstToken, endToken }: TokenRange): boolean {
  if (stance !== 'assert') return false;
  for (let token = firstToken; token < endToken; token++)
    if (!['PRON', 'ADP', 'DET', 'PART', 'PUNCT', 'SCONJ'].includes(tree.tags[token]?.upos ?? ''))
      return false;
  return true;
}

/** "Guards retook the fort, and the man whose voice listeners had heard fled": a clause about the man says nothing of the fort. */
function isBeyond(tree: Tree, verb: number, { firstToken, endToken }: TokenRange): boolean {
  if (relationOf(tree, verb) === 'acl:relcl' && opensRelative(tree, verb))
    return firstToken < headOf(tree, verb);
  // "In the camp, where they have lived since May, women rallied to protest": what it is for is said of nothing before.
  const isPurpose =
    relationOf(tree, verb) === 'advcl' &&
    childrenBy(tree, verb, 'mark').some((mark) => lowerOf(tree, mark) === 'to');
  return isPurpose && endToken <= headOf(tree, verb);
}

/** Parsers take the aside of "The clerk, the ministry said, had fled" for such a clause too; it has no pronoun of its own. */
function opensRelative(tree: Tree, verb: number): boolean {
  for (let token = headOf(tree, verb) + 1; token < verb; token++)
    if (['who', 'whom', 'whose', 'which', 'that'].includes(lowerOf(tree, token))) return true;
  return false;
}

/** "told the junta to free the crew": with somebody and an infinitive, telling is ordering. */
function toldToDo(tree: Tree, verb: number): number | undefined {
  if (lemmaOf(tree, verb) !== 'tell' || childBy(tree, verb, 'obj', 'iobj') === undefined) return undefined;
  return childrenBy(tree, verb, 'xcomp').find(
    (child) =>
      child > verb &&
      tree.tags[child]?.upos === 'VERB' &&
      childrenBy(tree, child, 'mark').some((mark) => lowerOf(tree, mark) === 'to'),
  );
}

function hasNegation(tree: Tree, { firstToken, endToken }: TokenRange): boolean {
  for (let token = firstToken; token < endToken; token++)
    if (NEGATIONS.has(lowerOf(tree, token))) return true;
  return false;
}

const NEGATIONS = new Set('no not never nobody none neither nothing'.split(' '));

/** "denied the charge: no soldier had shelled the market": behind the colon the same speaker tells what is so instead. */
function partedByColon(tree: Tree, draft: Draft): readonly Draft[] {
  const { firstToken, endToken } = draft.content;
  if (draft.cue === null || draft.cue.firstToken > firstToken) return [draft];
  const colon = colonIn(tree, { firstToken: firstToken - 2, endToken });
  if (colon === undefined) return [draft];
  const told = withoutMarks(tree, { firstToken: colon + 1, endToken });
  // "disputes that version: “They shelled it first.”": what is quoted behind the colon is the answer.
  const isQuoted = /^[“"]$/u.test(tree.tokens[colon + 1]?.text ?? '');
  // "denied the charge: soldiers had shelled it" may as well spell out the charge; only a "no" tells that it does not.
  if (!isQuoted && !hasNegation(tree, told)) return [draft];
  const answer: Draft = { ...draft, content: told, stance: 'assert', certainty: 'certain' };
  if (colon < firstToken) return [answer];
  const charge = { ...draft, content: withoutMarks(tree, { firstToken, endToken: colon }) };
  // What is quoted finds its speaker among the quotations.
  return isQuoted ? [charge] : [charge, { ...answer, cue: null, rule: 'attribution/told-instead' }];
}

function colonIn(tree: Tree, { firstToken, endToken }: TokenRange): number | undefined {
  for (let token = Math.max(0, firstToken); token < endToken; token++)
    if (tree.tokens[token]?.text === ':') return token;
  return undefined;
}

/** "footage that showed soldiers shooting", "rebels captured the airport": what is shown shows nothing, nor do people who capture. */
function isNoProof({ tree, parties }: Scene, { token }: Cue, doer: number, content: TokenRange): boolean {
  const isShown = doer > token && doer < content.endToken;
  const isSomebody = canSpeak(parties, doer) || isPronoun(tree, doer);
  // "The rebels showed no sign of leaving", "has shown restraint": what people show of themselves proves nothing.
  const isBearing =
    lemmaOf(tree, token) === 'show' &&
    childBy(tree, token, 'ccomp', 'xcomp') === undefined &&
    childrenBy(tree, token, 'obj').some((object) => BEARING.has(lemmaOf(tree, object)));
  return isShown || (isSomebody && (isBearing || lemmaOf(tree, token) === 'capture'));
}

const BEARING = new Set(
  'sign restraint resolve interest willingness readiness courage weakness strength solidarity respect mercy unity support inclination desire determination patience defiance flexibility goodwill vulnerability'.split(
    ' ',
  ),
);

const SEEMING = new Set('purport appear seem'.split(' '));
const SEEMINGLY = new Set('purportedly apparently seemingly allegedly reportedly'.split(' '));

/**
 * "Satellite pictures suggest that a column moved": a thing does not hint; what it suggests is likely. So is what it "appears
 * to show".
 */
function isSeeming({ tree, parties }: Scene, { token, sense }: Cue, doer: number): boolean {
  if (lemmaOf(tree, token) === 'suggest') return !canSpeak(parties, doer) && !isPronoun(tree, doer);
  if (sense.kind !== 'evidence') return false;
  const isUnder = lowerOf(tree, token - 1) === 'to' && SEEMING.has(lemmaOf(tree, headOf(tree, token)));
  return isUnder || childrenBy(tree, token, 'advmod').some((word) => SEEMINGLY.has(lowerOf(tree, word)));
}

/** "Nobody claimed the attack", "No group said why": what nobody says is nobody's word. */
function isNobody(tree: Tree, doer: number): boolean {
  return (
    ['nobody', 'none', 'neither', 'nothing'].includes(lowerOf(tree, doer)) ||
    (lowerOf(tree, doer) === 'one' && lowerOf(tree, doer - 1) === 'no') ||
    childrenBy(tree, doer, 'det').some((word) => ['no', 'neither'].includes(lowerOf(tree, word)))
  );
}

/** "Chad saw two convoys looted": a country sees what befalls it; a villager sees what happens. */
function isUndergone({ tree, parties }: Scene, { token }: Cue, doer: number): boolean {
  // "The ruling means that the law is dead": a thing intends nothing.
  if (lemmaOf(tree, token) === 'mean')
    return !canSpeak(parties, doer) && !['he', 'she', 'they', 'i', 'we', 'who'].includes(lowerOf(tree, doer));
  const kind = parties.actors[parties.byHead.get(doer) ?? -1]?.kind;
  return lemmaOf(tree, token) === 'see' && (kind === 'country' || kind === 'organisation');
}

/** "Six herders were found dead": in what state they were found nobody believes, but saw. */
function isStateFound(tree: Tree, verb: number): boolean {
  const state = childBy(tree, verb, 'xcomp');
  return lemmaOf(tree, verb) === 'find' && state !== undefined && tree.tags[state]?.upos === 'ADJ';
}

/** "Asked which party they feared, most named the army": who is asked does not ask. */
function isAsked(tree: Tree, verb: number): boolean {
  return (
    lowerOf(tree, verb) === 'asked' &&
    // Parsers make the sentence hang on an "asked" that opens it.
    (isRelation(relationOf(tree, verb), ['advcl']) || opensSentence(tree, verb)) &&
    childrenBy(tree, verb, 'nsubj').every((subject) => subject > verb)
  );
}

function opensSentence({ tokens }: Tree, token: number): boolean {
  return tokens[token - 1]?.sentence !== tokens[token]?.sentence;
}

/** "is considering whether to reopen a post", "considers closing it": who weighs an act says nothing of it yet. */
function isWeighing(tree: Tree, verb: number): boolean {
  if (lemmaOf(tree, verb) !== 'consider') return false;
  return childrenBy(tree, verb, 'ccomp', 'xcomp', 'advcl').some(
    (child) =>
      (tree.tags[child]?.upos === 'VERB' && lowerOf(tree, child).endsWith('ing')) ||
      childrenBy(tree, child, 'mark').some((mark) => lowerOf(tree, mark) === 'whether'),
  );
}

/** "Abu Dhabi did not respond": who did not speak said nothing, unless a clause tells what was not said. */
function isSilent(tree: Tree, verb: number): boolean {
  const isNegated = childrenBy(tree, verb, 'advmod').some((adverb) => lowerOf(tree, adverb) === 'not');
  // "refused to answer": whoever would not speak said nothing.
  const isUnwilling =
    lowerOf(tree, verb - 1) === 'to' &&
    ['refuse', 'decline', 'fail'].includes(lemmaOf(tree, headOf(tree, verb))) &&
    childBy(tree, verb, 'ccomp') === undefined;
  return (
    (isNegated || isUnwilling) &&
    ['respond', 'reply', 'answer', 'comment', 'elaborate'].includes(lemmaOf(tree, verb))
  );
}

/** "dismissed suggestions that …", "rejected the reports, spread by rebels, that …": what is denied begins with the noun. */
function withWhatIsDenied(scene: Scene, { endToken, sense }: Cue, content: TokenRange): TokenRange {
  if (!['deny', 'doubt', 'withhold'].includes(sense.stance)) return content;
  for (let token = endToken; token < content.firstToken; token++) {
    const isNoun = scene.tree.tags[token]?.upos === 'NOUN';
    if (isNoun && cueAt(scene.tree, scene.cues, token, 'noun') !== undefined)
      return { ...content, firstToken: clauseOf(scene.tree, token).firstToken };
  }
  return content;
}

/** What a clause or quoted words say, where the cue takes any: "put the dead at nine" takes none. */
function clausalContent(tree: Tree, { takes, kind }: CueSense, frame: CueFrame): TokenRange | undefined {
  if (!takes.has('clause') && !takes.has('quote')) return undefined;
  const content = contentOf(tree, frame);
  // "As the huts burned, the guards laughed": who laughs says only what stands in quotation marks.
  const isSaid =
    content === undefined || takes.has('clause') || kind === 'writing' || isMarked(tree, content);
  return isSaid ? content : undefined;
}

function isMarked(tree: Tree, { firstToken, endToken }: TokenRange): boolean {
  return [firstToken - 1, endToken, endToken + 1].some((token) =>
    /^(?:["“”]|''|‘)$/u.test(lowerOf(tree, token)),
  );
}

/** Verbs that say something only beside quotation marks or as an aside: “They left,” she went on. */
const GOING_ON = new Set('continue go begin proceed conclude finish close open start'.split(' '));

function goesOn(tree: Tree, verb: number): boolean {
  // "The panel concluded that the shells came from the north": with a clause of its own it says something by itself.
  const says = childrenBy(tree, verb, 'ccomp').some((clause) => clause > verb);
  return GOING_ON.has(lemmaOf(tree, verb)) && !says;
}

/** "The gunners, he went on, had fled": nothing but an aside begins and ends with a comma. */
function isAside(tree: Tree, doer: number, { endToken }: Cue): boolean {
  return lowerOf(tree, doer - 1) === ',' && lowerOf(tree, endToken) === ',';
}

function hasMarks(
  { text }: Scene,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return /[“”"]/u.test(text.slice(start, end));
}
