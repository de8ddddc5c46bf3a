import type { Dependency, Tag, Token } from '../document/language-layers.ts';
import type { Layers } from '../document/layers.ts';
import type { Span } from '../document/span.ts';

/** A document's dependency trees, ready to be walked. Tokens are named by their index in the document. */
export interface Tree {
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly dependencies: readonly Dependency[];
  /** The dependents of each token, in the order of the text. */
  readonly children: readonly (readonly number[])[];
}

/** A run of tokens, [firstToken, endToken). */
export interface TokenRange {
  readonly firstToken: number;
  readonly endToken: number;
}

/** Grows the trees of all sentences; linear in the number of tokens. */
export function growTree({
  tokens,
  tags,
  dependencies,
}: Pick<Layers, 'tokens' | 'tags' | 'dependencies'>): Tree {
  const children: number[][] = tokens.map(() => []);
  dependencies.forEach(({ head }, token) => {
    if (head >= 0) children[head]?.push(token);
  });
  return { tokens, tags, dependencies, children };
}

/** Gives the token's lemma, lower-cased; the empty string outside the document. */
export function lemmaOf(tree: Tree, token: number): string {
  return (tree.tags[token]?.lemma ?? '').toLowerCase();
}

/** Gives the token's words in lower case. */
export function lowerOf(tree: Tree, token: number): string {
  return (tree.tokens[token]?.text ?? '').toLowerCase();
}

/** Gives the relation to the head with its subtype; the empty string outside the document. */
export function relationOf(tree: Tree, token: number): string {
  return tree.dependencies[token]?.relation ?? '';
}

/** Gives the head's index; -1 at a root and outside the document. */
export function headOf(tree: Tree, token: number): number {
  return tree.dependencies[token]?.head ?? -1;
}

/** Gives the dependents whose relation is one of `relations`; `nsubj` also finds `nsubj:pass`. */
export function childrenBy(tree: Tree, token: number, ...relations: readonly string[]): readonly number[] {
  return (tree.children[token] ?? []).filter((child) => isRelation(relationOf(tree, child), relations));
}

/** Gives the first such dependent, or undefined. */
export function childBy(tree: Tree, token: number, ...relations: readonly string[]): number | undefined {
  return childrenBy(tree, token, ...relations)[0];
}

/** Tells whether a relation is one of `wanted`, or a subtype of one. */
export function isRelation(relation: string, wanted: readonly string[]): boolean {
  return wanted.some((name) => relation === name || relation.startsWith(`${name}:`));
}

/** Gives the token and all that depends on it, in the order of the text. */
export function subtreeOf(tree: Tree, token: number): readonly number[] {
  const found = [token];
  for (let i = 0; i < found.length; i++) found.push(...(tree.children[found[i] as number] ?? []));
  return found.sort((a, b) => a - b);
}

/** Tells whether `token` is `ancestor` or depends on it, at any depth. */
export function isUnder(tree: Tree, token: number, ancestor: number): boolean {
  for (let at = token; at >= 0; at = headOf(tree, at)) if (at === ancestor) return true;
  return false;
}

/** What a noun phrase leaves out: clauses, appositions, coordination and marks that trail its head. */
const OUTSIDE_PHRASE = [
  'acl',
  'appos',
  'conj',
  'cc',
  'punct',
  'parataxis',
  'advcl',
  'orphan',
  'dislocated',
  'cop',
  'nsubj',
  'advmod',
  'mark',
  'aux',
  'obl',
  'case',
  'discourse',
  'expl',
  'list',
];

/**
 * Gives the tokens of the noun phrase that `head` heads: its determiners, modifiers and prepositional phrases
 * ("a clerk at Peru's transport ministry"), without relative clauses, appositions and coordination.
 * The range is contiguous: a phrase that the parse tears apart is cut where it tears.
 */
export function nounPhraseOf(tree: Tree, head: number): TokenRange {
  const inside = new Set([head]);
  const queue = [head];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const child of tree.children[at] ?? []) {
      const relation = relationOf(tree, child);
      const outside =
        at === head && isRelation(relation, OUTSIDE_PHRASE) && !(relation === 'advmod' && child < head);
      if (
        outside ||
        isTorn(tree, child) ||
        (at !== head && isRelation(relation, ['acl:relcl', 'appos', 'parataxis']))
      )
        continue;
      inside.add(child);
      queue.push(child);
    }
  }
  let firstToken = head;
  let endToken = head + 1;
  while (inside.has(firstToken - 1)) firstToken--;
  while (inside.has(endToken)) endToken++;
  return { firstToken, endToken };
}

/** "an officer in Goma said.": a verb that the parse hangs on a noun like a noun, and the full stop, are no part of a phrase. */
function isTorn(tree: Tree, token: number): boolean {
  const upos = tree.tags[token]?.upos;
  if (upos === 'PUNCT') return ['.', '!', '?', ';', ':'].includes(tree.tokens[token]?.text ?? '');
  return upos === 'VERB' && isRelation(relationOf(tree, token), ['nmod', 'obl', 'dep', 'flat', 'conj']);
}

/** Gives the characters of a run of tokens; an empty run is empty at its first token. */
export function spanOfTokens(tree: Tree, { firstToken, endToken }: TokenRange): Span {
  const start = tree.tokens[firstToken]?.start ?? 0;
  return { start, end: endToken > firstToken ? (tree.tokens[endToken - 1]?.end ?? start) : start };
}
