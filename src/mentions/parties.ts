import type { Party } from '../document/event-layers.ts';
import type { Layers } from '../document/layers.ts';
import type { ActorMention } from '../document/mention-layers.ts';
import { lowerOf, nounPhraseOf, relationOf, spanOfTokens, type Tree } from '../language/tree.ts';

/** The actors and chains of a document, found by token; built once a stage, linear in the number of mentions. */
export interface Parties {
  readonly text: string;
  readonly tree: Tree;
  readonly actors: readonly ActorMention[];
  /** Index of the actor that a token heads. */
  readonly byHead: ReadonlyMap<number, number>;
  /** Index of the smallest actor that covers a token. */
  readonly byToken: ReadonlyMap<number, number>;
  /** Index of the largest actor that covers a token: "a security official in Wana" for "Wana". */
  readonly outerByToken: ReadonlyMap<number, number>;
  /** Indexes of the actors that begin at a token, the longest first. */
  readonly byFirst: ReadonlyMap<number, readonly number[]>;
  readonly chains: Layers['chains'];
  /** Index of an actor's chain. */
  readonly chainOf: ReadonlyMap<number, number>;
}

/** Indexes the actors and chains by token. */
export function indexParties(text: string, tree: Tree, layers: Pick<Layers, 'actors' | 'chains'>): Parties {
  const byHead = new Map<number, number>();
  const byToken = new Map<number, number>();
  const outerByToken = new Map<number, number>();
  layers.actors.forEach((actor, index) => {
    if (!byHead.has(actor.headToken)) byHead.set(actor.headToken, index);
    for (let token = actor.firstToken; token < actor.endToken; token++) {
      const held = layers.actors[byToken.get(token) ?? -1];
      if (held === undefined || length(actor) < length(held)) byToken.set(token, index);
      const outer = layers.actors[outerByToken.get(token) ?? -1];
      if (outer === undefined || length(actor) > length(outer)) outerByToken.set(token, index);
    }
  });
  const byFirst = new Map<number, number[]>();
  layers.actors.forEach(({ firstToken }, index) => {
    byFirst.set(firstToken, [...(byFirst.get(firstToken) ?? []), index]);
  });
  for (const indexes of byFirst.values())
    indexes.sort(
      (a, b) => length(layers.actors[b] as ActorMention) - length(layers.actors[a] as ActorMention),
    );
  const chainOf = new Map(
    layers.chains.flatMap((chain, at) => chain.mentions.map((mention) => [mention, at] as const)),
  );
  return {
    text,
    tree,
    actors: layers.actors,
    byHead,
    byToken,
    outerByToken,
    byFirst,
    chains: layers.chains,
    chainOf,
  };
}

function length(actor: ActorMention): number {
  return actor.endToken - actor.firstToken;
}

/** Gives the index of the actor whose phrase the token heads or, failing that, a one-phrase actor around it; or undefined. */
export function actorAt(parties: Parties, token: number): number | undefined {
  const headed = parties.byHead.get(token);
  if (headed !== undefined) return headed;
  const covering = parties.byToken.get(token);
  const actor = parties.actors[covering ?? -1];
  // "Prime Minister Abdirahman Guled": whichever token the parse takes for the head, the name is one phrase.
  return actor !== undefined && isFlat(parties.tree, token, actor.headToken) ? covering : undefined;
}

function isFlat(tree: Tree, token: number, head: number): boolean {
  return (
    ['flat', 'compound', 'appos', 'nmod'].some(
      (name) => relationOf(tree, head).startsWith(name) && tree.dependencies[head]?.head === token,
    ) ||
    ['flat', 'compound'].some(
      (name) => relationOf(tree, token).startsWith(name) && tree.dependencies[token]?.head === head,
    )
  );
}

/**
 * Gives the party that a token's noun phrase names. A pronoun is written as the words of its antecedent;
 * country and sector come from the phrase, else from its chain; null stays null.
 */
export function partyAt(parties: Parties, token: number): Party {
  const index = actorAt(parties, token);
  if (index === undefined) return phraseAt(parties, token);
  return partyOf(parties, index);
}

/** Gives the party of an actor mention, as {@link partyAt}. */
export function partyOf(parties: Parties, index: number): Party {
  const actor = parties.actors[index] as ActorMention;
  const chain = parties.chains[parties.chainOf.get(index) ?? -1];
  const representative =
    actor.kind === 'pronoun' && chain !== undefined ? (parties.actors[chain.representative] ?? actor) : actor;
  const { start, end } = withoutDanglingMarks(parties.text, representative);
  return {
    start,
    end,
    text: parties.text.slice(start, end),
    country: chain?.country ?? actor.country ?? representative.country,
    sector:
      actor.sector ?? representative.sector ?? (actor.country === null ? (chain?.sector ?? null) : null),
    entity: actor.entity ?? representative.entity,
  };
}

function withoutDanglingMarks(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  let last = end;
  while (last > start && /[\s,;:]/u.test(text.charAt(last - 1))) last--;
  if (/(?:'|’)s$/u.test(text.slice(start, last))) last -= 2;
  return { start, end: last };
}

function phraseAt(parties: Parties, token: number): Party {
  const { start, end } = spanOfTokens(parties.tree, nounPhraseOf(parties.tree, token));
  return { start, end, text: parties.text.slice(start, end), country: null, sector: null, entity: null };
}

/** Tells whether the token is a personal or relative pronoun that stands for nobody by itself. */
export function isPronoun(tree: Tree, token: number): boolean {
  return tree.tags[token]?.upos === 'PRON' || ['who', 'which', 'that', 'whom'].includes(lowerOf(tree, token));
}
