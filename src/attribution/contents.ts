import type { Sentence } from '../document/language-layers.ts';
import { speakerAbove } from '../language/control.ts';
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
import { hasVerb, isOtherVoice, isVerbal, joinedStart, markBehind, otherVoiceIn } from './parts.ts';

/** Gives the run of tokens of a clause that opens at a token's subtree; marks at its edges are left out. */
export function clauseOf(tree: Tree, token: number): TokenRange {
  // A hyphen or comma that hangs on a far word does not stretch the clause to where it stands.
  const all = subtreeOf(tree, token).filter((one) => tree.tags[one]?.upos !== 'PUNCT');
  return withoutMarks(tree, { firstToken: all[0] ?? token, endToken: (all.at(-1) ?? token) + 1 });
}

/** Gives the range without punctuation at its edges; quotation marks go too. */
export function withoutMarks(tree: Tree, { firstToken, endToken }: TokenRange): TokenRange {
  let first = firstToken;
  let end = endToken;
  while (first < end && tree.tags[first]?.upos === 'PUNCT') first++;
  while (end > first && tree.tags[end - 1]?.upos === 'PUNCT') end--;
  return { firstToken: first, endToken: end };
}

/** Where the words that a cue's content may lie in come from: the cue, its sentence, and the head of its source. */
export interface CueFrame {
  readonly sentence: Sentence;
  readonly cue: TokenRange;
  readonly source: number | undefined;
  /** Verbs of speech and writing may stand behind or inside what they report; others only before it. */
  readonly isSpeech: boolean;
  /** "promised to leave" tells an act; of the verbs that only assert, few take an infinitive. */
  readonly isAssertion: boolean;
}

/**
 * Gives what a verb of saying says: all that stands before it in a sentence that it closes ("…, police said."); its
 * clause complement; the clause that it is inserted into ("the mortar, she said, was fired from a roof"); or, where
 * the parse shows none, the rest of its sentence. Undefined when nothing is said.
 */
export function contentOf(tree: Tree, frame: CueFrame): TokenRange | undefined {
  const { sentence, cue, isSpeech } = frame;
  const verb = cue.firstToken;
  const complement = clauseComplement(tree, verb) ?? infinitive(tree, frame) ?? gerund(tree, cue);
  // "…, satellite pictures suggest.": beliefs and evidence close a sentence as speech does.
  if (
    (complement === undefined ||
      complement < verb ||
      isParenthesis(tree, frame) ||
      isBehindColon(tree, frame, complement)) &&
    !isAboutItsNoun(tree, verb)
  ) {
    const around =
      aroundParenthesis(tree, frame) ?? aroundInverted(tree, frame) ?? beforeClosingCue(tree, frame);
    if (around !== undefined) return around;
  }
  if (complement !== undefined) return joinedClause(tree, sentence, verb, complement);
  if (!isSpeech || isAboutItsNoun(tree, verb)) return undefined;
  if (
    isRelation(relationOf(tree, verb), ['parataxis', 'ccomp', 'dep']) &&
    headOf(tree, verb) >= 0 &&
    isInserted(tree, verb) &&
    !isOwnComplement(tree, verb) &&
    // "…; villagers deny it": what it denies is the "it".
    !childrenBy(tree, verb, 'obj').some((object) => ['it', 'that', 'this'].includes(lowerOf(tree, object)))
  ) {
    return aroundInsertion(tree, verb);
  }
  return restOfSentence(tree, frame);
}

/** "…, said its spokeswoman: gunmen burned two lorries": what stands behind the colon is only what she went on to say. */
function isBehindColon(tree: Tree, { cue, source }: CueFrame, complement: number): boolean {
  const isInverted = source !== undefined && source > cue.firstToken;
  return isInverted && markBehind(tree, cue.firstToken, complement) < complement;
}

/** Tells whether what is said is the noun, and nothing of the clause around it: "a pump that the engineers had described as broken". */
export function isAboutItsNoun(tree: Tree, verb: number): boolean {
  const isRelative = (token: number): boolean => ['that', 'which'].includes(lowerOf(tree, token));
  if (relationOf(tree, verb) === 'acl:relcl') return childrenBy(tree, verb, 'obj').some(isRelative);
  // "said that Harare had paid them, which it denied": parsers lose what such a clause hangs on.
  return childrenBy(tree, verb, 'nsubj').some((subject) => {
    const first = clauseOf(tree, subject).firstToken;
    return subject < verb && lowerOf(tree, first - 1) === 'which' && lowerOf(tree, first - 2) === ',';
  });
}

/** "A, B said on Tuesday." attributes all of A, however the parse divides it; a semicolon or a colon ends what it reaches. */
export function beforeClosingCue(tree: Tree, { sentence, cue, source }: CueFrame): TokenRange | undefined {
  const from =
    source === undefined || source > cue.firstToken ? cue.firstToken : edgeOf(tree, cue.firstToken, source);
  if (!/^[,”"’']$/u.test(tree.tokens[from - 1]?.text ?? '')) return undefined;
  if (lowerOf(tree, cue.firstToken - 1) === 'to' || hasOwnThing(tree, cue.firstToken, source))
    return undefined;
  const part = partOf(tree, sentence, from);
  // "…, said its spokeswoman: gunmen burned two lorries": a colon behind the speaker ends what she closes.
  if (hasVerb(tree, { firstToken: cue.endToken, endToken: markBehind(tree, cue.endToken, part.endToken) }))
    return undefined;
  const range = withoutMarks(tree, { firstToken: part.firstToken, endToken: from });
  return hasVerb(tree, range) ? range : undefined;
}

/** "As night fell, the column gathered its strength": whose object is no hearer and not the speaker tells nothing of what is before. */
function hasOwnThing(tree: Tree, verb: number, source: number | undefined): boolean {
  return childrenBy(tree, verb, 'obj').some(
    (object) =>
      object > verb &&
      object !== source &&
      tree.tags[object]?.upos === 'NOUN' &&
      !HEARING.has(lemmaOf(tree, verb)),
  );
}

/** Verbs whose object is who hears it. */
const HEARING = new Set(
  'tell inform notify brief advise remind assure reassure warn caution alert ask answer write email e-mail text message beg urge implore exhort order instruct promise'.split(
    ' ',
  ),
);

/** The part of a sentence between semicolons and colons that holds a token. */
function partOf(tree: Tree, sentence: Sentence, token: number): TokenRange {
  let firstToken = token;
  while (firstToken > sentence.firstToken && ![';', ':'].includes(tree.tokens[firstToken - 1]?.text ?? ''))
    firstToken--;
  let endToken = token;
  while (endToken < sentence.endToken && tree.tokens[endToken]?.text !== ';') endToken++;
  return { firstToken, endToken };
}

/** "If soldiers are killed, he argues, hardliners will demand war": between two commas a speaker and a verb are an aside. */
function isParenthesis(tree: Tree, { cue, source }: CueFrame): boolean {
  if (source === undefined || source > cue.firstToken) return false;
  const from = edgeOf(tree, cue.firstToken, source);
  return isAsideMark(tree, from - 1) && lowerOf(tree, cue.endToken) === lowerOf(tree, from - 1);
}

/** "The army – witnesses say – shot at the crowd": dashes set an aside apart as commas do. */
function isAsideMark(tree: Tree, token: number): boolean {
  return /^[,–—]$/u.test(tree.tokens[token]?.text ?? '');
}

/** Words that may stand between a verb of saying and the comma that closes the aside: "he said on Monday,". */
const LONGEST_ASIDE = 6;

/** "Far from it, he added, the army protects them": an aside between commas attributes all around it. */
export function aroundParenthesis(tree: Tree, { sentence, cue, source }: CueFrame): TokenRange | undefined {
  if (source === undefined || source > cue.firstToken) return undefined;
  const from = edgeOf(tree, cue.firstToken, source);
  const mark = tree.tokens[from - 1]?.text ?? '';
  if (!isAsideMark(tree, from - 1) || from - 1 <= sentence.firstToken) return undefined;
  // "…, the cousin said, to demand": another verb between the two makes it no aside.
  if (hasVerb(tree, { firstToken: source + 1, endToken: cue.firstToken }) && isBehindComma(tree, cue))
    return undefined;
  let end = cue.endToken;
  while (end < cue.endToken + LONGEST_ASIDE && tree.tokens[end]?.text !== mark && !isVerbal(tree, end)) end++;
  if (tree.tokens[end]?.text !== mark || end >= sentence.endToken) return undefined;
  const part = { ...partOf(tree, sentence, from), endToken: sentence.endToken };
  const opener = lowerOf(tree, from - 2);
  const firstToken = ['who', 'which', 'that', 'where'].includes(opener)
    ? from - 2
    : (joinedStart(tree, part.firstToken, from - 1) ?? part.firstToken);
  const endToken = isOtherVoice(tree, end) ? end : part.endToken;
  return withoutMarks(tree, { firstToken, endToken });
}

/** "If fighting returned, reckons Ruth Ado of the institute, it would begin there": the speaker may follow its verb. */
function aroundInverted(tree: Tree, { sentence, cue, source }: CueFrame): TokenRange | undefined {
  if (source === undefined || source < cue.firstToken) return undefined;
  const end = (subtreeOf(tree, source).findLast((token) => tree.tags[token]?.upos !== 'PUNCT') ?? source) + 1;
  const mark = cue.firstToken - 1;
  const isBetween = isAsideMark(tree, mark) && lowerOf(tree, end) === lowerOf(tree, mark);
  if (!isBetween || !hasVerb(tree, { firstToken: end, endToken: sentence.endToken })) return undefined;
  const { firstToken } = partOf(tree, sentence, cue.firstToken);
  return withoutMarks(tree, { firstToken, endToken: sentence.endToken });
}

function isBehindComma(tree: Tree, { firstToken }: TokenRange): boolean {
  return lowerOf(tree, firstToken - 1) === ',' || lowerOf(tree, firstToken - 1) === 'to';
}

/** Where the words that name the speaker begin: back over "Adan Warsame, the clan's envoy," to the comma before the name. */
function edgeOf(tree: Tree, verb: number, source: number): number {
  const own = subtreeOf(tree, source).filter((token) => token <= source);
  let edge = Math.min(own[0] ?? source, verb);
  while (edge < source && (tree.tags[edge]?.upos === 'PUNCT' || !contiguous(own, edge, source))) edge++;
  return edge;
}

function contiguous(own: readonly number[], edge: number, source: number): boolean {
  return own.filter((token) => token >= edge).length === source - edge + 1;
}

/**
 * A clause that is said: one with a verb in it ("declared the envoy persona non grata, closed" says nothing), and not one that a
 * semicolon parts from its verb ("…, an officer said; officials contest that").
 */
function clauseComplement(tree: Tree, verb: number): number | undefined {
  const clauses = childrenBy(tree, verb, 'ccomp');
  // "“It is false,” said the consul, adding that no ship had left": parsers hang what came before on the last verb.
  const clause =
    clauses.find((child) => child > verb && lowerOf(tree, verb + 1) === 'that') ??
    clauses[0] ??
    weighedClause(tree, verb);
  if (clause === undefined) return undefined;
  for (let token = Math.min(verb, clause); token < Math.max(verb, clause); token++)
    if ([';', 'persona'].includes(lowerOf(tree, token))) return undefined;
  const isClause =
    isVerbal(tree, clause) || childBy(tree, clause, 'cop', 'nsubj', 'mark', 'aux', 'expl') !== undefined;
  return isClause ? clause : undefined;
}

/** Verbs of speech that say what an infinitive tells: "claimed to have stopped", "denied to have fired"; "began to sink" says nothing. */
const WITH_INFINITIVE = new Set(
  'claim deny profess purport admit allege confess acknowledge swear'.split(' '),
);

function infinitive(tree: Tree, { cue, isSpeech, isAssertion }: CueFrame): number | undefined {
  const says = !isSpeech || !isAssertion || WITH_INFINITIVE.has(lemmaOf(tree, cue.firstToken));
  return says ? clausal(tree, childBy(tree, cue.firstToken, 'xcomp')) : undefined;
}

/** "thinks it likelier that the army will stay": what "it" stands for follows behind how likely it is. */
function weighedClause(tree: Tree, verb: number): number | undefined {
  if (lowerOf(tree, verb + 1) !== 'it' || !LIKELY.has(lowerOf(tree, verb + 2))) return undefined;
  const clause = headOf(tree, headOf(tree, verb + 3) === verb ? verb : verb + 3);
  const that = lowerOf(tree, verb + 3) === 'that';
  return that && clause > verb + 3 && isVerbal(tree, clause) ? clause : undefined;
}

const LIKELY = new Set(
  'likely likelier likeliest probable possible plausible conceivable inevitable'.split(' '),
);

const WITH_GERUND = new Set(
  'deny admit acknowledge confess recall report suggest consider oppose avoid risk remember'.split(' '),
);

/** "denied bombing hospitals": parsers like to call the gerund an adverbial, though nothing stands between. */
function gerund(tree: Tree, { firstToken, endToken }: TokenRange): number | undefined {
  if (!WITH_GERUND.has(lemmaOf(tree, firstToken))) return undefined;
  const next = tree.tags[endToken]?.upos === 'ADV' ? endToken + 1 : endToken;
  const isGerund =
    tree.tags[next]?.upos === 'VERB' &&
    lowerOf(tree, next).endsWith('ing') &&
    headOf(tree, next) === firstToken;
  return isGerund ? next : undefined;
}

function clausal(tree: Tree, token: number | undefined): number | undefined {
  if (token === undefined) return undefined;
  return ['VERB', 'AUX', 'ADJ', 'NOUN', 'PROPN', 'ADV'].includes(tree.tags[token]?.upos ?? '')
    ? token
    : undefined;
}

/** "… said on Tuesday that A and that B": what is coordinated with the complement is in its subtree already. */
function joinedClause(tree: Tree, sentence: Sentence, verb: number, complement: number): TokenRange {
  const range = clauseOf(tree, complement);
  // A complement before its verb runs from the sentence's start: "Five people died, and ten were hurt, police said."
  if (complement < verb) {
    const own = subtreeOf(tree, verb).filter((token) => token < complement);
    const opensHere = !own.some((token) => token < range.firstToken && tree.tags[token]?.upos !== 'PUNCT');
    return withoutMarks(tree, {
      firstToken: opensHere ? sentence.firstToken : range.firstToken,
      endToken: Math.min(range.endToken, speakerEdge(tree, verb)),
    });
  }
  const own = beforeSemicolon(tree, beforeNextWords(tree, range, complement), complement);
  return withoutMarks(tree, { firstToken: own.firstToken, endToken: otherVoiceIn(tree, own) });
}

/** "… said that no unit had fired and accused the rebels": the accusation is no part of what was said. */
function beforeNextWords(tree: Tree, range: TokenRange, complement: number): TokenRange {
  const next = childrenBy(tree, complement, 'conj').find((verb) => wordsAbove(tree, verb) !== undefined);
  if (next === undefined) return range;
  return withoutMarks(tree, {
    firstToken: range.firstToken,
    endToken: Math.max(complement + 1, childBy(tree, next, 'cc') ?? next),
  });
}

const MODALS = new Set('will would shall should may might can could must ’ll ’d'.split(' '));

/**
 * Gives the verb of saying that a verb is joined to, though it hangs on what was said: "warned that ships would be sunk, and
 * ruled out a pause". What shares a modal has no past tense of its own.
 */
export function wordsAbove(tree: Tree, verb: number): number | undefined {
  const known = speakerAbove(tree, verb);
  if (known !== undefined) return known;
  const said = headOf(tree, verb);
  const above = headOf(tree, said);
  if (relationOf(tree, verb) !== 'conj' || relationOf(tree, said) !== 'ccomp' || above < 0 || above > said)
    return undefined;
  const isOwnPast =
    tree.tags[verb]?.features.tense === 'Past' &&
    tree.tags[verb]?.features.verbForm === 'Fin' &&
    childBy(tree, verb, 'nsubj', 'nsubj:pass', 'mark', 'aux', 'aux:pass') === undefined;
  const isUnderModal = childrenBy(tree, said, 'aux').some((aux) => MODALS.has(lowerOf(tree, aux)));
  return isOwnPast && isUnderModal ? above : undefined;
}

/** "X said it would stand by its ally; Y called for calm": what follows the semicolon is told by nobody but the outlet. */
function beforeSemicolon(tree: Tree, { firstToken, endToken }: TokenRange, complement: number): TokenRange {
  let end = complement;
  while (end < endToken && tree.tokens[end]?.text !== ';') end++;
  return withoutMarks(tree, { firstToken, endToken: end });
}

/** Where the words that name the speaker begin, in "…, a doctor said" or "…, said a doctor". */
function speakerEdge(tree: Tree, verb: number): number {
  const subject = childrenBy(tree, verb, 'nsubj').find((child) => child < verb);
  return subject === undefined ? verb : (subtreeOf(tree, subject)[0] ?? verb);
}

function isInserted(tree: Tree, verb: number): boolean {
  const own = subtreeOf(tree, verb);
  const before = tree.tokens[(own[0] ?? verb) - 1]?.text ?? '';
  return /^[,—–"”’'-]$/u.test(before) || headOf(tree, verb) < verb;
}

/** "The army says its gunners answered fire": a clause that is said itself says nothing of what it stands in. */
function isOwnComplement(tree: Tree, verb: number): boolean {
  const own = subtreeOf(tree, verb);
  const isSetApart = /^[,—–"”’'-]$/u.test(tree.tokens[(own[0] ?? verb) - 1]?.text ?? '');
  return isRelation(relationOf(tree, verb), ['ccomp']) && headOf(tree, verb) < verb && !isSetApart;
}

function aroundInsertion(tree: Tree, verb: number): TokenRange {
  const own = new Set(subtreeOf(tree, verb));
  const host = subtreeOf(tree, headOf(tree, verb)).filter((token) => !own.has(token));
  const firstToken = host[0] ?? verb;
  return withoutMarks(tree, { firstToken, endToken: (host.at(-1) ?? firstToken) + 1 });
}

/** What a parser that missed the complement leaves over: the longer side of the cue, if it holds a verb. */
function restOfSentence(tree: Tree, { sentence, cue, source }: CueFrame): TokenRange | undefined {
  const from = source === undefined ? cue.firstToken : Math.min(cue.firstToken, subtreeStart(tree, source));
  const to = source === undefined ? cue.endToken : Math.max(cue.endToken, source + 1);
  const next = lowerOf(tree, cue.endToken);
  const after = withoutMarks(tree, { firstToken: to, endToken: sentence.endToken });
  const before = withoutMarks(tree, { firstToken: sentence.firstToken, endToken: from });
  const comma = /^[,"”’']$/u.test(tree.tokens[from - 1]?.text ?? '');
  if (['that', ':', '"', '“'].includes(next)) return hasVerb(tree, after) ? after : undefined;
  if (comma && hasVerb(tree, before) && !hasOwnThing(tree, cue.firstToken, source)) return before;
  return startsClause(tree, after) && to === cue.endToken ? after : undefined;
}

function subtreeStart(tree: Tree, token: number): number {
  return subtreeOf(tree, token)[0] ?? token;
}

/** How far behind the cue the subject of what is said may begin: "said late on Monday troops had left". */
const SUBJECT_REACH = 6;

function startsClause(tree: Tree, { firstToken, endToken }: TokenRange): boolean {
  // "“Never,” the consul said when a clerk asked": a clause of time tells when it was said.
  if (AROUND.has(lowerOf(tree, firstToken))) return false;
  return someTag(
    firstToken,
    Math.min(endToken, firstToken + SUBJECT_REACH),
    (token) => isRelation(relationOf(tree, token), ['nsubj']) && isVerbal(tree, headOf(tree, token)),
  );
}

const AROUND = new Set('when while as after before until since because once although though with'.split(' '));

function someTag(from: number, to: number, test: (token: number) => boolean): boolean {
  for (let token = from; token < to; token++) if (test(token)) return true;
  return false;
}
