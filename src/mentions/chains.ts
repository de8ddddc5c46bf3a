import type { Doc } from '../document/doc.ts';
import type { ActorMention, Chain, Sector } from '../document/mention-layers.ts';
import type { Stage } from '../document/stage.ts';
import { childBy, childrenBy, isRelation, lemmaOf, lowerOf, relationOf } from '../language/tree.ts';
import { findByWords, isCompatible, remember, startIndex } from './chains-names.ts';
import { findAntecedent, pronounClass, speakerOf } from './chains-pronouns.ts';
import {
  actorsOf,
  countryOfChain,
  firstActorsOf,
  join,
  type Linking,
  merge,
  sectorOfChain,
  startLinking,
} from './chains-state.ts';

type Needs = 'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'names' | 'actors';

/**
 * Finds which mentions of one report are the same party. Every mention is on exactly one chain, a lone one on its own;
 * chains are sorted by their first mention.
 */
export function createChains(): Stage<Needs, 'chains'> {
  return {
    name: 'chains',
    version: 1,
    needs: ['zones', 'sentences', 'tokens', 'tags', 'dependencies', 'names', 'actors'],
    gives: ['chains'],
    run: (doc) => ({ chains: linkChains(doc) }),
  };
}

function linkChains({ layers }: Doc<Needs>): readonly Chain[] {
  const linking = startLinking(layers);
  const index = startIndex();
  const order = layers.actors.map((_, i) => i).sort((a, b) => headAt(linking, a) - headAt(linking, b));
  for (const mention of order) {
    const isPronoun = linking.actors[mention]?.kind === 'pronoun';
    const found = isPronoun ? findAntecedent(linking, mention) : findByWords(linking, index, mention);
    join(linking, mention, found ?? apposedChain(linking, mention));
    remember(linking, index, mention);
  }
  // Only now is it known who spoke a quote that came before its speaker.
  for (const mention of order) linkSpeaker(linking, mention);
  return finish(linking);
}

function headAt({ actors }: Linking, mention: number): number {
  return actors[mention]?.headToken ?? 0;
}

/** "Ana Ruiz, the mayor": both name one, unless they say different countries or sectors. */
function apposedChain(linking: Linking, mention: number): number | undefined {
  const { tree, actors, mentionAt, chainOf } = linking;
  const actor = actors[mention];
  if (actor === undefined) return undefined;
  const called = calledBefore(linking, actor);
  if (called !== undefined) return called;
  const above =
    relationOf(tree, actor.headToken) === 'appos'
      ? mentionAt.get(tree.dependencies[actor.headToken]?.head ?? -1)
      : undefined;
  const chain = above === undefined ? apposedByWords(linking, actor) : chainOf[above];
  const isFit = chain !== undefined && chain >= 0 && isCompatible(linking, chain, actor);
  // "One of the sailors, Petty Officer Ruiz": the one is among the men, not the men.
  return isFit && firstActorsOf(linking, chain).every(({ kind }) => isOneKind(kind, actor.kind))
    ? chain
    : undefined;
}

function isOneKind(a: ActorMention['kind'], b: ActorMention['kind']): boolean {
  const isPlace = (a === 'country') !== (b === 'country') && (a === 'person' || b === 'person');
  return !isPlace && (a === 'people') === (b === 'people');
}

/** The name whose reading rests on this description, where the tree does not tie them. */
function apposedByWords({ apposedAt, chainOf }: Linking, { start }: ActorMention): number | undefined {
  const name = apposedAt.get(start);
  return name === undefined ? undefined : chainOf[name];
}

const NAMING = new Set(['named', 'called', 'himself', 'herself', 'as', 'alias']);
const NAMING_REACH = 8;

/** "a smuggler who calls himself Iván Arcos", "a farmer named Ruiz": the name belongs to the description before it. */
function calledBefore(
  { tree, mentionAt, actors, chainOf }: Linking,
  { kind, firstToken, role }: ActorMention,
): number | undefined {
  if (kind !== 'person' || role !== null || !NAMING.has(lowerOf(tree, firstToken - 1))) return undefined;
  for (let token = firstToken - 2; token >= Math.max(0, firstToken - NAMING_REACH); token--) {
    if (tree.tokens[token]?.sentence !== tree.tokens[firstToken]?.sentence) return undefined;
    const mention = mentionAt.get(token);
    if (mention !== undefined && actors[mention]?.kind === 'person') return chainOf[mention];
  }
  return undefined;
}

function linkSpeaker(linking: Linking, mention: number): void {
  const actor = linking.actors[mention];
  if (actor?.kind !== 'pronoun' || pronounClass(linking, mention) !== 'speaker') return;
  const speaker = speakerOf(linking, actor.headToken);
  const spoken = speaker === undefined ? undefined : linking.mentionAt.get(speaker);
  const chain = spoken === undefined ? undefined : linking.chainOf[spoken];
  const own = linking.chainOf[mention];
  if (chain !== undefined && own !== undefined && chain >= 0) merge(linking, own, chain);
}

function finish(linking: Linking): readonly Chain[] {
  const found = linking.chains.flatMap((growing, chain) => {
    if (growing.mentions.length === 0) return [];
    const mentions = [...growing.mentions].sort((a, b) => a - b);
    const representative = representativeOf(linking, mentions);
    const { country, sector } = inherited(linking, chain, linking.actors[representative]?.kind ?? 'pronoun');
    return [{ mentions, representative, country, sector }];
  });
  return found.sort((a, b) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0));
}

/** The mention that says most: a full name before a description, a noun before a demonym, any before a pronoun. */
function representativeOf({ actors, tree }: Linking, mentions: readonly number[]): number {
  let best = mentions[0] ?? 0;
  let bestWeight = -1;
  for (const mention of mentions) {
    const actor = actors[mention];
    if (actor === undefined) continue;
    let weight = actor.kind === 'pronoun' ? 0 : 1;
    if (weight > 0 && !isRelation(relationOf(tree, actor.headToken), ['amod', 'compound'])) weight += 1;
    if (actor.kind === 'person' && tree.tags[actor.endToken - 1]?.upos === 'PROPN')
      weight += actor.endToken - actor.firstToken > 1 ? 2 : 1;
    if (actor.entity !== null) weight += 1;
    if (weight > bestWeight) {
      best = mention;
      bestWeight = weight;
    }
  }
  return best;
}

interface Belonging {
  readonly country: string | null;
  readonly sector: Sector | null;
}

/** Owners whose colour their people and things take: the "forces" of a rebel movement are rebels. */
const COLOURING: readonly Sector[] = ['REB', 'PRE', 'PRM', 'CRM', 'UAF'];
const COLOURED: readonly (Sector | null)[] = [null, 'MIL', 'GOV', 'COP', 'LEG', 'SPY'];

/** What the chain's words say, and where they are silent what their owner is: "its soldiers", "the movement's leader". */
function inherited(linking: Linking, chain: number, kind: ActorMention['kind']): Belonging {
  const country = countryOfChain(linking, chain);
  const sector = sectorOfChain(linking, chain);
  const owner = ownerOf(linking, chain);
  if (owner === undefined) return { country, sector };
  const whose = sectorOfChain(linking, owner);
  // "its director" says no sector of its own: a dairy's is business, a ministry's government.
  const isOpen = actorsOf(linking, chain).every(
    ({ why, sector: own }) => own === null || why.rule === 'actors/generic-role',
  );
  const isColoured = whose !== null && (isOpen || (COLOURING.includes(whose) && COLOURED.includes(sector)));
  return {
    country: isSure(linking, chain) ? country : (countryOfOwner(linking, owner) ?? country),
    sector: isColoured || (sector === null && kind !== 'country') ? (whose ?? sector) : sector,
  };
}

/** What a phrase takes from the report around it is no surer than this. */
const GUESS = 0.6;

/** "its commerce ministry … the ministry": whose it is said to be outweighs whose the report would make it. */
function isSure(linking: Linking, chain: number): boolean {
  return actorsOf(linking, chain).some(({ country, why }) => country !== null && why.confidence > GUESS);
}

/** "his country's troops": the troops of the country of whoever he is. */
function countryOfOwner(linking: Linking, owner: number): string | null {
  const own = countryOfChain(linking, owner);
  const above = own === null ? ownerOf(linking, owner) : undefined;
  return above === undefined ? own : countryOfChain(linking, above);
}

const OWNING = new Set(['of', 'from', 'for', 'at', 'with']);

/** The chain that some description on this chain belongs to: "its soldiers", "the movement's leader, Ali Saleh". */
function ownerOf(linking: Linking, chain: number): number | undefined {
  for (const { headToken } of actorsOf(linking, chain)) {
    for (const child of childrenBy(linking.tree, headToken, 'nmod')) {
      const owner = linking.chainOf[linking.mentionAt.get(child) ?? -1];
      if (owner !== undefined && owner >= 0 && owner !== chain && owns(linking, child)) return owner;
    }
  }
  return bodyOf(linking, chain);
}

/** Bodies that a report names once in full and then by the bare noun. */
const BODIES = new Set([
  'ministry',
  'army',
  'military',
  'government',
  'navy',
  'police',
  'presidency',
  'junta',
]);
/** A bare body looks back over this many mentions at most. */
const BODY_REACH = 20;

/** "The Armenian defence ministry said …, according to ministry spokesman Gevorg Manasaryan": of the ministry named last. */
function bodyOf({ tree, actors, chainOf, chains }: Linking, chain: number): number | undefined {
  for (const mention of chains[chain]?.mentions ?? []) {
    const actor = actors[mention];
    if (actor?.kind !== 'person') continue;
    const body = range(actor.firstToken, actor.headToken)
      .map((token) => lemmaOf(tree, token))
      .find((lemma) => BODIES.has(lemma));
    if (body === undefined) continue;
    for (let before = mention - 1; before >= Math.max(0, mention - BODY_REACH); before--) {
      const named = actors[before];
      if (named?.kind === 'organisation' && lemmaOf(tree, named.headToken) === body) return chainOf[before];
    }
  }
  return undefined;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function owns({ tree }: Linking, token: number): boolean {
  if (relationOf(tree, token) === 'nmod:poss') return true;
  const preposition = childBy(tree, token, 'case');
  return preposition !== undefined && OWNING.has(lowerOf(tree, preposition));
}
