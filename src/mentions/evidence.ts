import type { Doc } from '../document/doc.ts';
import type { EvidenceMention } from '../document/mention-layers.ts';
import type { Stage } from '../document/stage.ts';
import {
  childrenBy,
  growTree,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  nounPhraseOf,
  relationOf,
  spanOfTokens,
  subtreeOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import { shownBy, shownIn } from './evidence-content.ts';
import {
  type EvidenceLexicon,
  type EvidenceNoun,
  type EvidenceTables,
  evidenceLexicon,
} from './evidence-words.ts';

type Needs = 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'actors';

export type { EvidenceTables } from './evidence-words.ts';

/**
 * Gives the stage that finds the proof that a text mentions: videos, photographs, satellite images, documents,
 * intercepts, debris, data, and witnesses who say what they saw. A span is the noun phrase with the reduced clause that
 * says where the proof comes from ("Photographs shared by local journalists"), without what it shows.
 */
export function createEvidence(tables: EvidenceTables): Stage<Needs, 'evidence'> {
  const lexicon = evidenceLexicon(tables);
  return {
    name: 'evidence',
    version: 1,
    needs: ['sentences', 'tokens', 'tags', 'dependencies', 'actors'],
    gives: ['evidence'],
    run: (doc) => ({ evidence: evidenceOf(doc, lexicon) }),
  };
}

function evidenceOf(doc: Doc<Needs>, lexicon: EvidenceLexicon): readonly EvidenceMention[] {
  const tree = growTree(doc.layers);
  const found: EvidenceMention[] = [];
  let end = 0;
  for (let token = 0; token < tree.tokens.length; token++) {
    const noun = evidenceNoun(tree, token, lexicon);
    if (noun === null) continue;
    const range = phraseOf(tree, token, lexicon);
    // "video of the wreckage", "footage from a clip": the outer proof is the one that the text holds up.
    if (token < end) continue;
    end = range.endToken;
    found.push(mentionOf(tree, token, range, { noun, lexicon }));
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function mentionOf(
  tree: Tree,
  head: number,
  range: TokenRange,
  { noun, lexicon }: { readonly noun: EvidenceNoun; readonly lexicon: EvidenceLexicon },
): EvidenceMention {
  const span = spanOfTokens(tree, range);
  const confidence = noun.sure ? 0.9 : 0.7;
  return {
    ...span,
    headToken: head,
    shownBy: shownBy(tree, head, lexicon),
    shows: shownIn(tree, head, lexicon),
    kind: noun.kind,
    basis: noun.basis,
    why: { rule: `evidence/${noun.kind}`, spans: [span], confidence },
  };
}

/** Gives what proof a token names; null when it names none, or denies that there is any. */
function evidenceNoun(tree: Tree, token: number, lexicon: EvidenceLexicon): EvidenceNoun | null {
  const upos = tree.tags[token]?.upos;
  if (upos !== 'NOUN' && upos !== 'PROPN') return null;
  if (isRelation(relationOf(tree, token), ['compound', 'flat', 'goeswith'])) return null;
  const modifiers = modifiersOf(tree, token);
  if (modifiers.includes('no') || modifiers.includes('any')) return null;
  const intercepted = interceptNoun(tree, token, modifiers);
  if (intercepted !== null) return intercepted;
  const noun = lexicon.nouns.get(lemmaOf(tree, token)) ?? lexicon.nouns.get(lowerOf(tree, token));
  if (noun === undefined || !isProof(tree, token, noun, modifiers, lexicon)) return null;
  return specified(noun, modifiers);
}

function modifiersOf(tree: Tree, token: number): readonly string[] {
  const near = childrenBy(tree, token, 'amod', 'compound', 'det', 'nmod');
  const deep = near.filter((child) => child < token).flatMap((child) => subtreeOf(tree, child));
  return deep.map((child) => lowerOf(tree, child));
}

const MESSAGES = new Set([
  'message',
  'call',
  'communication',
  'conversation',
  'transmission',
  'traffic',
  'chatter',
  'exchange',
]);

/** "intercepted radio messages", "a bugged phone call": the message is proof because somebody listened in. */
function interceptNoun(tree: Tree, token: number, modifiers: readonly string[]): EvidenceNoun | null {
  if (!MESSAGES.has(lemmaOf(tree, token))) return null;
  const heard = ['intercepted', 'bugged', 'tapped', 'leaked', 'wiretapped'];
  const clause = childrenBy(tree, token, 'acl').some((child) => lowerOf(tree, child) === 'intercepted');
  if (!clause && !modifiers.some((word) => heard.includes(word))) return null;
  return { kind: 'intercept', basis: 'document', sure: true };
}

/** "satellite images" and "aerial imagery" are no press photographs; a "video message" is what somebody states. */
function specified(noun: EvidenceNoun, modifiers: readonly string[]): EvidenceNoun {
  if (noun.kind === 'photo' && modifiers.includes('satellite')) {
    return { kind: 'satellite', basis: 'direct-observation', sure: true };
  }
  const filmed = ['drone', 'cctv', 'thermal', 'infrared', 'surveillance'].some((word) =>
    modifiers.includes(word),
  );
  return noun.kind === 'photo' && filmed && !noun.sure ? { ...noun, kind: 'video' } : noun;
}

/** A doubtful noun is proof only beside a verb or modifier of proof. */
function isProof(
  tree: Tree,
  token: number,
  noun: EvidenceNoun,
  modifiers: readonly string[],
  lexicon: EvidenceLexicon,
): boolean {
  if (noun.kind === 'witness') return isSeeing(tree, token, lexicon);
  if (noun.sure) return true;
  // "a leaked letter", "flight records": but "satellite" alone makes only images proof.
  const isMarked = modifiers.some((word) => lexicon.modifiers.has(word));
  return (
    isMarked ||
    isShowing(tree, token, lexicon) ||
    isHandled(tree, token, lexicon) ||
    isCited(tree, token) ||
    arePictures(tree, token, noun)
  );
}

function isShowing(tree: Tree, token: number, lexicon: EvidenceLexicon): boolean {
  const isSubject = isRelation(relationOf(tree, token), ['nsubj']);
  const clauses = childrenBy(tree, token, 'acl');
  return (
    (isSubject && lexicon.shows.has(lemmaOf(tree, headOf(tree, token)))) ||
    clauses.some(
      (clause) => lexicon.shows.has(lemmaOf(tree, clause)) || lexicon.handled.has(lemmaOf(tree, clause)),
    )
  );
}

function isHandled(tree: Tree, token: number, lexicon: EvidenceLexicon): boolean {
  return (
    isRelation(relationOf(tree, token), ['obj', 'nsubj:pass']) &&
    lexicon.handled.has(lemmaOf(tree, headOf(tree, token)))
  );
}

/** "images of burnt huts" are pictures, "the image of the army" is its good name. */
function arePictures(tree: Tree, token: number, { kind }: EvidenceNoun): boolean {
  const depicted = childrenBy(tree, token, 'nmod').find((child) =>
    childrenBy(tree, child, 'case').some((mark) => lowerOf(tree, mark) === 'of'),
  );
  const isPlural = tree.tags[token]?.features['number'] === 'Plur' || /s$/u.test(lowerOf(tree, token));
  return kind === 'photo' && isPlural && depicted !== undefined && tree.tags[depicted]?.upos === 'NOUN';
}

/** "according to hospital records", "citing documents", "based on data". */
function isCited(tree: Tree, token: number): boolean {
  return childrenBy(tree, token, 'case').some((child) =>
    ['according', 'citing', 'based'].includes(lowerOf(tree, child)),
  );
}

/** "Four survivors said they heard a jet": a witness is proof where the sentence says that they saw or heard. */
function isSeeing(tree: Tree, token: number, lexicon: EvidenceLexicon): boolean {
  const sentence = tree.tokens[token]?.sentence;
  const head = headOf(tree, token);
  if (lexicon.saw.has(lemmaOf(tree, head))) return true;
  for (let at = token + 1; tree.tokens[at]?.sentence === sentence; at++) {
    if (tree.tags[at]?.upos === 'VERB' && lexicon.saw.has(lemmaOf(tree, at))) return true;
  }
  return false;
}

/** How many tokens a reduced clause may add: enough for "put online by a provincial radio station". */
const MAX_CLAUSE = 12;

/** The noun phrase with the reduced clauses that follow it directly and say where it comes from. */
function phraseOf(tree: Tree, head: number, lexicon: EvidenceLexicon): TokenRange {
  const { firstToken, endToken } = nounPhraseOf(tree, head);
  let end = endToken;
  for (const clause of childrenBy(tree, head, 'acl')) {
    if (relationOf(tree, clause) === 'acl:relcl' || lexicon.content.has(lemmaOf(tree, clause))) continue;
    const tokens = subtreeOf(tree, clause);
    if ((tokens[0] ?? -1) === end) end = clauseEnd(tree, end, tokens);
  }
  return { firstToken, endToken: end };
}

/** The contiguous part of the clause up to a comma or a clause of its own. */
function clauseEnd(tree: Tree, from: number, tokens: readonly number[]): number {
  const inside = new Set(tokens);
  let end = from;
  while (inside.has(end) && end < from + MAX_CLAUSE && !stops(tree, end, from)) end++;
  return end;
}

function stops(tree: Tree, token: number, from: number): boolean {
  if (/^[,;:.—–]$/.test(lowerOf(tree, token))) return true;
  const opensClause = isRelation(relationOf(tree, token), ['mark', 'advcl', 'ccomp', 'nsubj']);
  return token > from && opensClause;
}
