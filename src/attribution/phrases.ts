import {
  childrenBy,
  headOf,
  isRelation,
  lowerOf,
  nounPhraseOf,
  relationOf,
  subtreeOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import { isPronoun } from '../mentions/parties.ts';
import { clauseOf, withoutMarks } from './contents.ts';
import { type Cue, cueAt } from './cues.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { hostOf } from './hosts.ts';
import { readNoun } from './nouns.ts';
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

/** "No convoy has sailed, according to a clerk who saw the list": the words behind the cue are the source. */
function readPhrase(scene: Scene, cue: Cue): readonly Draft[] {
  const source = firstPartyOf(scene, cue);
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

function firstPartyOf({ tree, parties }: Scene, cue: Cue): number | undefined {
  const from = cue.endToken;
  const isHere = (token: number): boolean =>
    tree.tokens[token]?.sentence === tree.tokens[cue.token]?.sentence;
  for (let token = from; token < from + LONGEST_NAME && isHere(token); token++) {
    // "According to leaked cables, the army": behind the comma begins what they say.
    if (/^[,;:]$/u.test(tree.tokens[token]?.text ?? '')) break;
    // "leaked cables seen by the paper": a verb describes what was named before it.
    if (tree.tags[token]?.upos === 'VERB' && relationOf(tree, token) === 'acl') break;
    const actor = parties.actors[parties.byToken.get(token) ?? -1];
    // Outermost phrase first: "a clerk who saw the list" heads at "person", "U.S. officials" at "officials".
    if (actor !== undefined && actor.firstToken >= from) return outermost(tree, actor.headToken, from);
    // "according to a tally of its own": what the phrase itself names comes before whose it is.
    const isNamed = tree.tags[token]?.upos === 'NOUN' && relationOf(tree, cue.token) === 'case';
    if (isPronoun(tree, token) || (isNamed && headOf(tree, cue.token) === token)) return token;
  }
  for (let token = from; token < from + 6 && isHere(token); token++)
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
