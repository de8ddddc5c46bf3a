import { doerOf } from '../language/control.ts';
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
import type { EvidenceLexicon } from './evidence-words.ts';

/** Gives the head of who holds the proof up ("videos shared by local journalists", "the colonel showed a photograph"), or null. */
export function shownBy(tree: Tree, head: number, lexicon: EvidenceLexicon): number | null {
  for (const clause of childrenBy(tree, head, 'acl')) {
    const agent = lexicon.handled.has(lemmaOf(tree, clause)) ? agentOf(tree, clause) : undefined;
    if (agent !== undefined) return agent;
  }
  const verb = clauseOf(tree, head);
  const holder =
    verb !== undefined && lexicon.handled.has(lemmaOf(tree, verb)) ? doerOf(tree, verb) : undefined;
  return holder ?? childBy(tree, head, 'nmod:poss') ?? null;
}

/**
 * Gives the tokens that say what the proof shows: the clause that it is the subject of ("images *that troops had left*"),
 * a clause or an "of" inside its own phrase ("footage *of the raid*"); null where nothing says it.
 */
export function shownIn(tree: Tree, head: number, lexicon: EvidenceLexicon): TokenRange | null {
  const range = contentOf(tree, head, lexicon);
  if (range === null) return null;
  let { endToken } = range;
  while (endToken > range.firstToken && tree.tags[endToken - 1]?.upos === 'PUNCT') endToken--;
  return endToken > range.firstToken ? { firstToken: range.firstToken, endToken } : null;
}

function contentOf(tree: Tree, head: number, lexicon: EvidenceLexicon): TokenRange | null {
  const verb = showingVerb(tree, head, lexicon);
  if (verb !== undefined) return { firstToken: verb + 1, endToken: rangeUnder(tree, verb).endToken };
  const proved = provedBy(tree, head, lexicon);
  if (proved !== undefined) return rangeUnder(tree, proved);
  const inside = (tree.children[head] ?? []).filter(
    (child) => child > head && isContent(tree, child, lexicon),
  );
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return null;
  return { firstToken: rangeUnder(tree, first).firstToken, endToken: rangeUnder(tree, last).endToken };
}

/** The verb that the proof is the subject of, over "appears to", if that verb shows something. */
function showingVerb(tree: Tree, head: number, lexicon: EvidenceLexicon): number | undefined {
  if (relationOf(tree, head) !== 'nsubj') return undefined;
  const verb = headOf(tree, head);
  // "The images appear to show craters": what they show stands under the second verb.
  const raised = childrenBy(tree, verb, 'xcomp').find((child) => lexicon.shows.has(lemmaOf(tree, child)));
  if (raised !== undefined) return verb;
  return lexicon.shows.has(lemmaOf(tree, verb)) ? verb : undefined;
}

/** "The attack was confirmed by satellite images": what undergoes the verb is what they show. */
function provedBy(tree: Tree, head: number, lexicon: EvidenceLexicon): number | undefined {
  const verb = headOf(tree, head);
  const isAgent =
    isRelation(relationOf(tree, head), ['obl']) &&
    childrenBy(tree, head, 'case').some((mark) => lowerOf(tree, mark) === 'by');
  if (!isAgent || !lexicon.shows.has(lemmaOf(tree, verb))) return undefined;
  return childBy(tree, verb, 'nsubj:pass');
}

function isContent(tree: Tree, child: number, lexicon: EvidenceLexicon): boolean {
  const relation = relationOf(tree, child);
  if (isRelation(relation, ['acl'])) {
    // "a video posted online": the clause says where it comes from.
    return lexicon.content.has(lemmaOf(tree, child)) || childBy(tree, child, 'mark') !== undefined;
  }
  return (
    isRelation(relation, ['nmod']) &&
    childrenBy(tree, child, 'case').some((mark) => ['of', 'about'].includes(lowerOf(tree, mark)))
  );
}

function rangeUnder(tree: Tree, token: number): TokenRange {
  const tokens = subtreeOf(tree, token);
  return { firstToken: tokens[0] ?? token, endToken: (tokens.at(-1) ?? token) + 1 };
}

/** The verb that a proof, or the noun that it belongs to ("no evidence beyond a photograph"), is an argument of. */
function clauseOf(tree: Tree, head: number): number | undefined {
  let at = head;
  for (let steps = 0; steps < 3 && isRelation(relationOf(tree, at), ['nmod', 'conj', 'appos']); steps++)
    at = headOf(tree, at);
  const verb = headOf(tree, at);
  return isRelation(relationOf(tree, at), ['obj', 'nsubj:pass', 'obl']) && tree.tags[verb]?.upos === 'VERB'
    ? verb
    : undefined;
}

function agentOf(tree: Tree, verb: number): number | undefined {
  return childrenBy(tree, verb, 'obl', 'nmod').find((child) =>
    childrenBy(tree, child, 'case').some((mark) => lowerOf(tree, mark) === 'by'),
  );
}
