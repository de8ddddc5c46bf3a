import type { SourceRef } from '../document/event-layers.ts';
import { doerOf } from '../language/control.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  nounPhraseOf,
  relationOf,
  subtreeOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import { isPronoun } from '../mentions/parties.ts';
import { clauseOf, isMistakenRelative, isSetBeside, withoutMarks } from './contents.ts';
import { type Cue, cueAt } from './cues.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { hostOf } from './hosts.ts';
import { canSpeak, sourceAt, UNNAMED } from './sources.ts';
import { readForWhom, readView } from './views.ts';

/** Finds what prepositional phrases ("according to"), adverbs of hearsay and nouns of saying attribute to whom. */
export function findPhrases(scene: Scene): readonly Draft[] {
  return scene.tokens.flatMap((_, token) => {
    const phrase = cueAt(scene.tree, scene.cues, token, 'phrase');
    if (phrase !== undefined) return readPhrase(scene, phrase);
    const upos = scene.tree.tags[token]?.upos;
    if (upos === 'ADP') return readForWhom(scene, token);
    const adverb = upos === 'ADV' ? cueAt(scene.tree, scene.cues, token, 'adverb') : undefined;
    if (adverb !== undefined) return readHearsay(scene, adverb);
    if (upos !== 'NOUN') return [];
    const view = readView(scene, token);
    if (view.length > 0) return view;
    const noun = cueAt(scene.tree, scene.cues, token, 'noun');
    return noun === undefined ? [] : readNoun(scene, noun);
  });
}

/** Where the words behind the cue that name the source end: at the first comma, or after a few words. */
const LONGEST_NAME = 10;

/** "No rescue has been ordered, according to a person briefed on the plan": the words behind the cue are the source. */
function readPhrase(scene: Scene, cue: Cue): readonly Draft[] {
  const source = firstPartyFrom(scene, cue.endToken);
  const sentence = scene.sentences[scene.tree.tokens[cue.token]?.sentence ?? 0];
  if (source === undefined || sentence === undefined || isRate(scene, cue, source)) return [];
  const phrase = phraseRange(scene.tree, cue, source);
  const range = { firstToken: sentence.firstToken, endToken: sentence.endToken };
  const content = quotedWords(scene.tree, range, phrase) ?? hostOf(scene.tree, range, phrase);
  return [
    draftOf(cue.sense, {
      source: sourceAt(scene.parties, source),
      cue: { firstToken: cue.token, endToken: cue.endToken },
      content,
      form: 'parenthetical',
      rule: 'attribution/phrase',
      confidence: 0.9,
    }),
  ];
}

/** "Nine died per day": only behind a comma or at the head of a sentence, and before who can speak or a text, does "per" credit. */
function isRate({ tree, cues, parties, sentences }: Scene, { token, sense }: Cue, source: number): boolean {
  if (sense.words !== 'per') return false;
  const isApart =
    lowerOf(tree, token - 1) === ',' || sentences[tree.tokens[token]?.sentence ?? 0]?.firstToken === token;
  const isText = cueAt(tree, cues, source, 'noun')?.sense.kind === 'writing';
  return !isApart || !(isText || canSpeak(parties, source));
}

/** "Mali closed the border, “a grave step”, in the words of its envoy": the envoy's words are those between the marks. */
function quotedWords(tree: Tree, sentence: TokenRange, phrase: TokenRange): TokenRange | undefined {
  if (lowerOf(tree, phrase.firstToken) !== 'in') return undefined;
  const behind = phrase.firstToken - (lowerOf(tree, phrase.firstToken - 1) === ',' ? 1 : 0);
  const close = [behind - 1, phrase.firstToken - 1].find((token) => CLOSING.test(lowerOf(tree, token)));
  if (close === undefined) return undefined;
  let open = close - 1;
  while (open > sentence.firstToken && !OPENING.test(lowerOf(tree, open))) open--;
  return OPENING.test(lowerOf(tree, open)) && open > sentence.firstToken
    ? withoutMarks(tree, { firstToken: open, endToken: close })
    : undefined;
}

const OPENING = /^["“]$/u;
const CLOSING = /^["”]$/u;

function firstPartyFrom({ tree, parties }: Scene, from: number): number | undefined {
  for (let token = from; token < from + LONGEST_NAME && token < tree.tokens.length; token++) {
    // "According to leaked cables, the army": behind the comma begins what they say.
    if (/^[,;:]$/u.test(tree.tokens[token]?.text ?? '')) break;
    // "leaked cables seen by the paper": a verb describes what was named before it.
    if (tree.tags[token]?.upos === 'VERB' && relationOf(tree, token) === 'acl') break;
    const actor = parties.actors[parties.byToken.get(token) ?? -1];
    // Outermost phrase first: "a person briefed on the plan" heads at "person", "U.S. officials" at "officials".
    if (actor !== undefined && actor.firstToken >= from) return outermost(tree, actor.headToken, from);
    if (isPronoun(tree, token)) return token;
  }
  for (let token = from; token < from + 6; token++)
    if (['NOUN', 'PROPN'].includes(tree.tags[token]?.upos ?? '')) return outermost(tree, token, from);
  return undefined;
}

function outermost(tree: Tree, token: number, from: number): number {
  let top = token;
  while (
    headOf(tree, top) >= from &&
    headOf(tree, top) < token + 8 &&
    ['NOUN', 'PROPN'].includes(tree.tags[headOf(tree, top)]?.upos ?? '')
  ) {
    top = headOf(tree, top);
  }
  return top;
}

function phraseRange(tree: Tree, cue: Cue, source: number): TokenRange {
  return { firstToken: cue.token, endToken: Math.max(nounPhraseOf(tree, source).endToken, source + 1) };
}

/** "Djibouti has reportedly suspended talks": somebody says so, and nobody is named. */
function readHearsay(scene: Scene, cue: Cue): readonly Draft[] {
  const host = headOf(scene.tree, cue.token);
  const content = besideClauses(scene.tree, host < 0 ? cue.token : host);
  return [
    draftOf(cue.sense, {
      source: UNNAMED,
      cue: { firstToken: cue.token, endToken: cue.endToken },
      content,
      form: 'parenthetical',
      rule: 'attribution/hearsay',
      confidence: 0.85,
    }),
  ];
}

/** "… allegedly set fire to the office; no one was hurt": what is set beside the clause is not hearsay with it. */
function besideClauses(tree: Tree, host: number): TokenRange {
  const beside = childrenBy(tree, host, 'parataxis', 'advcl').filter((child) => child > host);
  const edge = beside.flatMap((child) =>
    isRelation(relationOf(tree, child), ['parataxis']) ? (subtreeOf(tree, child)[0] ?? child) : [],
  );
  const range = clauseOf(tree, host);
  return withoutMarks(tree, { firstToken: range.firstToken, endToken: Math.min(range.endToken, ...edge) });
}

/** "Kyiv's claim that its troops had crossed", "rumours that", "a report of a vessel approaching", "fears of an attack". */
function readNoun(scene: Scene, cue: Cue): readonly Draft[] {
  const { tree, parties } = scene;
  const content = toldClause(tree, cue.token) ?? ofComplement(tree, cue.token);
  // A plan, a demand or a threat that nobody is said to hold is an act of the report's own telling.
  if (content === undefined) return [];
  const holder =
    shownBy(tree, cue.token) ??
    childBy(tree, cue.token, 'nmod:poss') ??
    childrenBy(tree, cue.token, 'nmod').find((child) => hasCase(tree, child, ['by', 'from', 'among']));
  const isHeld = holder !== undefined || makerOf(tree, cue.token) !== undefined;
  if (!isHeld && ['promise', 'demand', 'threaten'].includes(cue.sense.stance)) return [];
  const source = holder === undefined ? bearerOf(scene, cue) : sourceAt(parties, holder);
  return [
    draftOf(cue.sense, {
      source,
      cue: { firstToken: cue.token, endToken: cue.endToken },
      content: clauseOf(tree, content),
      rule: holder === undefined ? 'attribution/noun-unnamed' : 'attribution/noun',
      confidence: 0.75,
    }),
  ];
}

const MAKING = new Set(
  'make repeat renew reiterate issue voice express raise give offer send air harbour harbor hold share withdraw drop spread'.split(
    ' ',
  ),
);

/** "voiced fears that the dam would burst", "repeated a threat to expel them": whoever does so with the words holds them. */
function makerOf(tree: Tree, noun: number): number | undefined {
  const verb = headOf(tree, noun);
  const isMade = relationOf(tree, noun) === 'obj' && MAKING.has(lemmaOf(tree, verb));
  return isMade ? doerOf(tree, verb) : undefined;
}

/** "Reports in the local press that a drone had passed": a text that says something is a source in its own right; a claim is nobody's. */
function bearerOf({ tree, parties }: Scene, { token, sense }: Cue): SourceRef {
  const maker = makerOf(tree, token);
  if (maker !== undefined) return sourceAt(parties, maker);
  const isText = sense.kind === 'writing' || ['rumour', 'rumor'].includes(lemmaOf(tree, token));
  return isText ? sourceAt(parties, token) : UNNAMED;
}

/** "the claim that the bridge fell" tells what is claimed; "concerns that keep the guild awake" only describes them. */
function toldClause(tree: Tree, noun: number): number | undefined {
  const own = childrenBy(tree, noun, 'acl', 'ccomp').find(
    (clause) =>
      (relationOf(tree, clause) !== 'acl:relcl' || childBy(tree, clause, 'mark') !== undefined) &&
      !(isSetBeside(tree, noun) && isMistakenRelative(tree, clause)),
  );
  return own ?? equatedClause(tree, noun) ?? clauseBeside(tree, noun);
}

const REJECTING = new Set('reject dismiss deny refute dispute contest doubt'.split(' '));

/** "rejected the reports, spread by rebels, that a jet had bombed it": parsers like to hang the clause on the verb. */
function clauseBeside(tree: Tree, noun: number): number | undefined {
  const end = subtreeOf(tree, noun).at(-1) ?? noun;
  const that = lowerOf(tree, end + 1) === ',' ? end + 2 : end + 1;
  const clause = headOf(tree, that);
  const verb = headOf(tree, clause);
  // "claimed, without offering evidence, that" claims what it says; what is rejected may stand far from its verb.
  const isOwn = headOf(tree, noun) === verb && relationOf(tree, noun) === 'obj';
  const isRejected = REJECTING.has(lemmaOf(tree, verb)) && verb < noun;
  if (!isOwn && !isRejected) return undefined;
  const isTold = lowerOf(tree, that) === 'that' && isRelation(relationOf(tree, that), ['mark']);
  return isTold &&
    clause > that &&
    isRelation(relationOf(tree, clause), ['ccomp']) &&
    headOf(tree, clause) < noun
    ? clause
    : undefined;
}

/** "The governor's view is that the bridge will hold": what the noun is said to be is what it tells. */
function equatedClause(tree: Tree, noun: number): number | undefined {
  if (!isRelation(relationOf(tree, noun), ['nsubj'])) return undefined;
  const head = headOf(tree, noun);
  const told = lemmaOf(tree, head) === 'be' ? childBy(tree, head, 'ccomp') : head;
  if (told === undefined || told < noun) return undefined;
  const that = childrenBy(tree, told, 'mark').find((mark) => lowerOf(tree, mark) === 'that');
  return that !== undefined && ['is', 'was', 'remains'].includes(lowerOf(tree, that - 1)) ? told : undefined;
}

const IMAGES = new Set('image video photo photograph footage picture film recording clip'.split(' '));
const SHOWING = new Set(
  'show display publish release post broadcast air share screen run carry distribute circulate'.split(' '),
);

/** "State TV displayed images of a destroyed column": whoever shows a picture says what is on it. */
function shownBy(tree: Tree, token: number): number | undefined {
  const verb = headOf(tree, token);
  return IMAGES.has(lemmaOf(tree, token)) && SHOWING.has(lemmaOf(tree, verb))
    ? doerOf(tree, verb)
    : undefined;
}

function ofComplement(tree: Tree, token: number): number | undefined {
  return childrenBy(tree, token, 'nmod').find((child) => hasCase(tree, child, ['of', 'about', 'over']));
}

function hasCase(tree: Tree, token: number, words: readonly string[]): boolean {
  return childrenBy(tree, token, 'case', 'mark').some((mark) => words.includes(lowerOf(tree, mark)));
}
