import type { EventType } from '../../document/event-layers.ts';
import { doerOf } from '../../language/control.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';
import { isSaying, namesSaying } from '../sayings.ts';
import type { Scene } from '../scene.ts';
import type { Slots } from '../slots.ts';

const REJECT: EventType = 'REJECT';

/**
 * Finds the rejection of what somebody has said, or undefined: "both accounts were disputed", "called the charge a thriller",
 * "Fabrications, all of it", the minister said. Whoever judges a claim so denies it, whatever the words are elsewhere.
 */
export function readRejection(scene: Scene, token: number): Candidate | undefined {
  if (scene.named.has(token)) return undefined;
  const found =
    deniedBy(scene, token) ?? judgedBy(scene, token) ?? retortedBy(scene, token) ?? noneOf(scene, token);
  if (found === undefined) return undefined;
  const { verb, said } = found;
  const isPhrase = BARE.has(lemmaOf(scene.tree, token)) || lowerOf(scene.tree, token + 1) === 'back';
  const doer =
    verb === null
      ? replierOf(scene, token)
      : (doerOf(scene.tree, verb) ?? (verb > token ? speakerBehind(scene.tree, verb) : undefined));
  const subj = doer === undefined ? [] : [doer];
  const obj = said === null ? [] : [said];
  const slots: Slots = {
    subj,
    obj,
    verb,
    fillers: (slot) => (slot === 'obj' ? obj : slot === 'subj' ? subj : []),
  };
  return {
    token,
    firstToken: token,
    endToken: isPhrase ? token + 2 : endOfJudgement(scene, token),
    sense: {
      words: [lemmaOf(scene.tree, token)],
      part: 'verb',
      type: REJECT,
      mode: null,
      conditions: [],
      line: 0,
    },
    slots,
    rule: 'events/rejection',
    confidence: 0.8,
  };
}

interface Rejected {
  readonly verb: number | null;
  readonly said: number | null;
}

/** Verbs that do nothing to words but deny them. */
const DENYING = new Set(
  'deny dismiss reject refute rebut dispute contest contradict discount decry belittle deride ridicule mock liken sweep brush wave challenge repudiate disown disavow discredit debunk rubbish laugh shrug rule gainsay negate pooh-pooh'.split(
    ' ',
  ),
);

/** Verbs that deny with a particle alone: "brushed aside". */
const BARE = new Set(['sweep', 'brush', 'wave', 'laugh', 'shrug', 'rule']);

/** "disputed both accounts", "swept aside any suggestion", "a figure that the union contests". */
function deniedBy({ tree }: Scene, token: number): Rejected | undefined {
  if (tree.tags[token]?.upos !== 'VERB' || !DENYING.has(lemmaOf(tree, token))) return undefined;
  if (BARE.has(lemmaOf(tree, token)) && !['aside', 'away', 'off', 'out'].includes(lowerOf(tree, token + 1)))
    return undefined;
  const described = relationOf(tree, token) === 'acl:relcl' ? [headOf(tree, token)] : [];
  const said = [...childrenBy(tree, token, 'obj', 'nsubj:pass'), ...described].find((noun) =>
    namesSaying(tree, noun),
  );
  return said === undefined ? undefined : { verb: token, said };
}

/** “Not a metre,” the governor shot back: what brings a quotation fires no shot. */
function retortedBy({ tree }: Scene, token: number): Rejected | undefined {
  if (!['shoot', 'fire', 'hit'].includes(lemmaOf(tree, token)) || lowerOf(tree, token + 1) !== 'back')
    return undefined;
  for (let at = token - 1; tree.tokens[at]?.sentence === tree.tokens[token]?.sentence && at > 0; at--)
    if (/^["”»’']$/u.test(tree.tokens[at]?.text ?? '') && /^[,!?]$/u.test(tree.tokens[at - 1]?.text ?? ''))
      return { verb: token, said: null };
  return undefined;
}

/** Predicates of what is so or has been. */
const SO = new Set('true right correct accurate so happen occur take stand exist'.split(' '));

/** "None of this is true", "nothing of the sort happened": whoever says so of all that was said denies it. */
function noneOf({ tree }: Scene, token: number): Rejected | undefined {
  const isNone = ['none', 'nothing'].includes(lowerOf(tree, token)) && lowerOf(tree, token + 1) === 'of';
  if (!isNone || relationOf(tree, token) !== 'nsubj' || !SO.has(lemmaOf(tree, headOf(tree, token))))
    return undefined;
  const said = childrenBy(tree, token, 'nmod').find((noun) =>
    ['it', 'this', 'that', 'these', 'those', 'sort', 'kind'].includes(lowerOf(tree, noun)),
  );
  return said === undefined ? undefined : { verb: null, said };
}

/** Verbs that say what something is taken for. */
const CALLING = new Set(
  'call brand label describe deem term dub denounce characterise characterize'.split(' '),
);

/** Words that take a claim for true, or for grave: whoever uses them of a claim does not deny it. */
const TAKING = new Set(
  'true credible accurate serious grave disturbing worrying alarming shocking troubling concerning plausible reliable correct fair important consistent genuine right possible likely'.split(
    ' ',
  ),
);

function judgedBy(scene: Scene, token: number): Rejected | undefined {
  const { tree } = scene;
  if (!['NOUN', 'ADJ', 'VERB'].includes(tree.tags[token]?.upos ?? '')) return undefined;
  const carrier = headOf(tree, token);
  const isCalled =
    CALLING.has(lemmaOf(tree, carrier)) &&
    isRelation(relationOf(tree, token), ['xcomp', 'obl', 'advcl', 'ccomp']) &&
    (relationOf(tree, token) === 'xcomp' ||
      childrenBy(tree, token, 'case', 'mark').some((mark) => lowerOf(tree, mark) === 'as'));
  if (isCalled) {
    const said = [
      ...childrenBy(tree, carrier, 'obj', 'nsubj:pass'),
      ...relativeOf(scene, carrier),
      // "called the report propaganda": parsers take the two nouns for one.
      ...childrenBy(tree, token, 'compound'),
    ].find((noun) => isSaying(tree, noun));
    if (said === undefined) return undefined;
    const isDenied =
      isJudgement(scene, token) || (namesSaying(tree, said) && !TAKING.has(lemmaOf(tree, token)));
    return isDenied ? { verb: carrier, said } : undefined;
  }
  const untrue = untruthOf(tree, token);
  if (untrue !== undefined) return { verb: null, said: untrue };
  const untold = mismatchOf(tree, token);
  if (untold !== undefined) return { verb: null, said: untold };
  if (!isJudgement(scene, token)) return undefined;
  const judged = misjudged(tree, token);
  if (judged !== undefined) return { verb: null, said: judged };
  const replier = headOf(tree, token);
  if (isQuoted(tree, token) && REPLYING.has(lemmaOf(tree, replier)) && relationOf(tree, token) !== 'nsubj')
    return { verb: replier, said: null };
  const outright = outrightReply(tree, token);
  if (outright !== undefined) return { verb: outright, said: null };
  const subject = childBy(tree, token, 'nsubj');
  if (subject !== undefined)
    return childBy(tree, token, 'cop') !== undefined && isSaying(tree, subject)
      ? { verb: null, said: subject }
      : undefined;
  return isWholeQuote(scene, token) || replierOf(scene, token) !== undefined
    ? { verb: null, said: null }
    : undefined;
}

/** Nouns for what a true report has. */
const TRUTH = new Set('truth basis substance foundation merit reality accuracy'.split(' '));

/** "There is no truth in the report", "the report has no basis": what is said to have none; undefined where nothing is. */
function untruthOf(tree: Tree, token: number): number | undefined {
  const isNone = childrenBy(tree, token, 'det').some((det) => lowerOf(tree, det) === 'no');
  if (!isNone || !TRUTH.has(lemmaOf(tree, token))) return undefined;
  const inside = childrenBy(tree, token, 'nmod').find((noun) => isSaying(tree, noun));
  const owner = childrenBy(tree, headOf(tree, token), 'nsubj', 'obl').find(
    (noun) => noun !== token && isSaying(tree, noun),
  );
  return inside ?? owner;
}

const MATCHING = new Set('correspond match reflect accord tally square conform'.split(' '));

/** "The report does not correspond to reality": the report that does not; undefined where none is spoken of. */
function mismatchOf(tree: Tree, token: number): number | undefined {
  const isNot = childrenBy(tree, token, 'advmod').some((word) =>
    ['not', 'n’t', "n't"].includes(lowerOf(tree, word)),
  );
  return isNot && MATCHING.has(lemmaOf(tree, token))
    ? childrenBy(tree, token, 'nsubj').find((noun) => isSaying(tree, noun))
    : undefined;
}

/** "Reports that Wagner had left were false": parsers hang the judgement on the reports. */
function misjudged(tree: Tree, token: number): number | undefined {
  const noun = headOf(tree, token);
  const isHung = isRelation(relationOf(tree, token), ['acl']) && childBy(tree, token, 'cop') !== undefined;
  return isHung && noun < token && childBy(tree, token, 'nsubj') === undefined && namesSaying(tree, noun)
    ? noun
    : undefined;
}

/** Verbs of whoever answers with a word: "Pure invention," he replied. */
const REPLYING = new Set('reply answer respond retort counter shoot snap scoff snort'.split(' '));

/** Verbs of whoever answers with a word that bears no marks of quotation. */
const RETORTING = new Set(
  'reply answer respond retort counter scoff snort sniff snap say shrug sneer fume growl bark insist maintain protest'.split(
    ' ',
  ),
);

/** "Sheer fantasy, sniffed the admiralty", "Absurd, says the mayor.": the verb of a sentence that opens with what somebody retorts; else undefined. */
function outrightReply(tree: Tree, token: number): number | undefined {
  const verb = token + 2;
  const isFramed = lowerOf(tree, token + 1) === ',' && RETORTING.has(lemmaOf(tree, verb));
  if (!isFramed || tree.tokens[verb]?.sentence !== tree.tokens[token]?.sentence) return undefined;
  let first = token;
  while (first > 0 && tree.tokens[first - 1]?.sentence === tree.tokens[token]?.sentence) first--;
  const isAlone = token - first <= 2 && childBy(tree, token, 'nsubj', 'cop') === undefined;
  return isAlone && speakerBehind(tree, verb) !== undefined ? verb : undefined;
}

/** Who speaks behind a verb of saying; parsers call an inverted subject an object as well. */
function speakerBehind(tree: Tree, verb: number): number | undefined {
  return childrenBy(tree, verb, 'nsubj', 'obj', 'iobj').find((noun) => noun > verb);
}

/** "a suggestion which Tehran called baseless": the clause describes what is judged. */
function relativeOf({ tree }: Scene, verb: number): readonly number[] {
  return relationOf(tree, verb) === 'acl:relcl' ? [headOf(tree, verb)] : [];
}

/** Nouns for a heap of what is judged. */
const HEAPS = new Set('pack string tissue web bunch piece heap'.split(' '));

/** Words that deny what they are said of, and mean much else besides. */
const MOCKING = new Set(
  'tale joke smear canard fable bunk tosh drivel poppycock absurd absurdity nonsense rubbish fantasy fiction invention balderdash hogwash baloney twaddle untrue inaccurate incorrect misleading exaggerated unfounded exaggeration misrepresentation concocted'.split(
    ' ',
  ),
);

/** What makes mere words of talk. */
const IDLE = new Set(['idle', 'loose', 'cheap', 'empty']);

/** Words that the table of triggers knows to deny: "lie", "baseless". */
function isJudgement({ tree, tables }: Scene, token: number): boolean {
  const denies = (word: number): boolean =>
    ['noun', 'adj'].some((part) =>
      (tables.lexicon.get(`${part} ${lemmaOf(tree, word)}`) ?? []).some(
        ({ type, words }) => type === REJECT && words.length === 1,
      ),
    );
  // "a pack of lies", "nothing but propaganda".
  return (
    denies(token) ||
    MOCKING.has(lemmaOf(tree, token)) ||
    (lemmaOf(tree, token) === 'talk' &&
      childrenBy(tree, token, 'amod').some((word) => IDLE.has(lowerOf(tree, word)))) ||
    childrenBy(tree, token, 'nmod').some((noun) => denies(noun) && HEAPS.has(lemmaOf(tree, token)))
  );
}

/** "a pack of lies": the phrase ends with what it is a pack of. */
function endOfJudgement({ tree }: Scene, token: number): number {
  const noun = HEAPS.has(lemmaOf(tree, token)) ? childBy(tree, token, 'nmod') : undefined;
  return noun === undefined || noun < token ? token + 1 : noun + 1;
}

const REPLIES = new Set('reply answer response verdict retort rejoinder comment'.split(' '));

/** "Absurd," was the reply of the governor: whose reply the quoted word is; undefined where it is nobody's. */
function replierOf({ tree }: Scene, token: number): number | undefined {
  for (let at = token + 1; at <= token + 8; at++) {
    if (tree.tokens[at]?.sentence !== tree.tokens[token]?.sentence) return undefined;
    if (REPLIES.has(lemmaOf(tree, at)) && isReplyVerb(lowerOf(tree, at - 2)) && isQuoted(tree, token))
      return childrenBy(tree, at, 'nmod').find((noun) =>
        childrenBy(tree, noun, 'case').some((word) => ['of', 'from', 'by'].includes(lowerOf(tree, word))),
      );
  }
  return undefined;
}

function isReplyVerb(word: string): boolean {
  return ['was', 'is', 'came'].includes(word);
}

function isQuoted({ tokens }: Tree, token: number): boolean {
  return [token - 1, token - 2].some((at) => /^["“«'‘]$/u.test(tokens[at]?.text ?? ''));
}

/** "Fabrications from first to last," the ministry said: the word is all that is said. */
function isWholeQuote({ tree, layers }: Scene, token: number): boolean {
  return layers.attributions.some(
    ({ firstToken, endToken, form, source }) =>
      form === 'direct' &&
      source.kind === 'words' &&
      firstToken <= token &&
      token < endToken &&
      endToken - firstToken <= 12 &&
      (headOf(tree, token) < firstToken || headOf(tree, token) >= endToken),
  );
}
