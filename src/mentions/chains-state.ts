import type { Name } from '../document/language-layers.ts';
import type { Layers } from '../document/layers.ts';
import type { ActorMention, Sector } from '../document/mention-layers.ts';
import type { Tree } from '../language/tree.ts';
import { growTree, lowerOf } from '../language/tree.ts';
import { findQuotes, type Quotes } from './chains-quotes.ts';

export type Gender = 'Masc' | 'Fem';

/** A chain while it grows. */
export interface Growing {
  readonly mentions: number[];
  /** Null until a word tells: "she", "spokeswoman", "Mr". */
  gender: Gender | null;
  /** True once a word of the chain is a person's name or office. */
  isPerson: boolean;
}

/** Everything that linking looks at, and the chains that it builds; one a report, thrown away when the stage ends. */
export interface Linking {
  readonly tree: Tree;
  readonly actors: readonly ActorMention[];
  readonly names: readonly (Name | undefined)[];
  readonly zoneOfSentence: readonly number[];
  readonly quotes: Quotes;
  /** The mention that each token heads. */
  readonly mentionAt: ReadonlyMap<number, number>;
  /** The name whose reading rests on the description that starts at a character. */
  readonly apposedAt: ReadonlyMap<number, number>;
  readonly chains: Growing[];
  /** By mention; -1 before it is linked. */
  readonly chainOf: number[];
}

type Wanted = Pick<Layers, 'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'names' | 'actors'>;

/** Gives the blank state from which a report's chains are linked. */
export function startLinking(layers: Wanted): Linking {
  const names: (Name | undefined)[] = Array.from({ length: layers.tokens.length });
  for (const name of layers.names) names.fill(name, name.firstToken, name.endToken);
  let zone = 0;
  const zoneOfSentence = layers.sentences.map(({ start }) => {
    while ((layers.zones[zone]?.end ?? Number.POSITIVE_INFINITY) <= start) zone++;
    return zone;
  });
  return {
    tree: growTree(layers),
    actors: layers.actors,
    names,
    zoneOfSentence,
    quotes: findQuotes(layers.tokens, zoneOfSentence),
    mentionAt: new Map(layers.actors.map(({ headToken }, i) => [headToken, i])),
    apposedAt: new Map(
      layers.actors.flatMap(({ why }, i) => {
        const start = why.spans[0]?.start;
        return why.rule === 'actors/apposition' && start !== undefined ? [[start, i] as const] : [];
      }),
    ),
    chains: [],
    chainOf: layers.actors.map(() => -1),
  };
}

/** Puts a mention on a chain; on a new one where `chain` is undefined. Gives the chain. */
export function join(linking: Linking, mention: number, chain: number | undefined): number {
  const at = chain ?? linking.chains.length;
  if (chain === undefined) linking.chains.push({ mentions: [], gender: null, isPerson: false });
  const growing = linking.chains[at];
  const actor = linking.actors[mention];
  if (growing === undefined || actor === undefined) return at;
  growing.mentions.push(mention);
  growing.gender ??= genderOf(linking, actor);
  growing.isPerson ||= actor.kind === 'person' && !isArticled(linking, actor);
  linking.chainOf[mention] = at;
  return at;
}

/** "The Nadia was raked with bullets": nobody is called by an article and a bare name, but ships are. */
function isArticled({ tree }: Linking, { headToken }: ActorMention): boolean {
  return lowerOf(tree, headToken - 1) === 'the' && tree.tags[headToken]?.upos === 'PROPN';
}

/** Moves all mentions of one chain to another. */
export function merge(linking: Linking, from: number, into: number): void {
  const source = linking.chains[from];
  const target = linking.chains[into];
  if (from === into || source === undefined || target === undefined) return;
  for (const mention of source.mentions) linking.chainOf[mention] = into;
  target.mentions.push(...source.mentions.splice(0));
  target.gender ??= source.gender;
  target.isPerson ||= source.isPerson;
}

const FEMININE = new Set([
  'she',
  'her',
  'hers',
  'herself',
  'mrs',
  'mrs.',
  'ms',
  'ms.',
  'miss',
  'queen',
  'mother',
  'woman',
  'girl',
  'wife',
  'sister',
  'daughter',
  'nun',
  'widow',
  'princess',
  'actress',
  'grandmother',
  'aunt',
  'niece',
  'housewife',
]);
const MASCULINE = new Set([
  'he',
  'him',
  'his',
  'himself',
  'mr',
  'mr.',
  'king',
  'father',
  'man',
  'boy',
  'husband',
  'brother',
  'son',
  'monk',
  'bishop',
  'priest',
  'imam',
  'prince',
  'sheikh',
  'grandfather',
  'uncle',
  'nephew',
  'pope',
  'emir',
  'sultan',
  'widower',
]);

function genderOf({ tree }: Linking, { firstToken, endToken, kind }: ActorMention): Gender | null {
  if (kind !== 'person' && kind !== 'pronoun') return null;
  // "Mr" may stand just before the words that the mention holds.
  for (let token = Math.max(0, firstToken - 1); token < endToken; token++) {
    const word = (tree.tokens[token]?.text ?? '').toLowerCase();
    if (FEMININE.has(word) || word.endsWith('woman')) return 'Fem';
    if (MASCULINE.has(word) || word.endsWith('man')) return 'Masc';
  }
  return null;
}

/** Gives the country that the words of a chain say most surely; null when none does. */
export function countryOfChain(linking: Linking, chain: number): string | null {
  let best: ActorMention | undefined;
  for (const actor of actorsOf(linking, chain)) {
    if (actor.country !== null && (best === undefined || actor.why.confidence > best.why.confidence))
      best = actor;
  }
  return best?.country ?? null;
}

/** Gives the first sector that the words of a chain say; null when none does. */
export function sectorOfChain(linking: Linking, chain: number): Sector | null {
  for (const actor of actorsOf(linking, chain)) if (actor.sector !== null) return actor.sector;
  return null;
}

/** Gives the mentions of a chain that are no pronouns, in the order in which they joined. */
export function actorsOf({ chains, actors }: Linking, chain: number): ActorMention[] {
  return wordsAmong(actors, chains[chain]?.mentions ?? []);
}

/** A chain is compared by this many of its first mentions, so that a long report stays linear. */
const COMPARED = 12;

/** Gives the first mentions of a chain that are no pronouns; enough to tell whether another can be the same. */
export function firstActorsOf({ chains, actors }: Linking, chain: number): ActorMention[] {
  return wordsAmong(actors, (chains[chain]?.mentions ?? []).slice(0, COMPARED));
}

function wordsAmong(actors: readonly ActorMention[], mentions: readonly number[]): ActorMention[] {
  return mentions.flatMap((mention) => {
    const actor = actors[mention];
    return actor === undefined || actor.kind === 'pronoun' ? [] : [actor];
  });
}
