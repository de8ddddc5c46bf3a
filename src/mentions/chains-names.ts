import type { ActorMention } from '../document/mention-layers.ts';
import { childBy, isRelation, lemmaOf, lowerOf, relationOf } from '../language/tree.ts';
import type { Linking } from './chains-state.ts';
import { firstActorsOf } from './chains-state.ts';

/** What later words are looked up by: full names, short names, bodies, repeated nouns. */
export interface Index {
  readonly byKey: Map<string, number>;
  /** A surname's or given name's chain; the latest where two share it. */
  readonly byNameWord: Map<string, number>;
  /** The latest chain whose noun was this lemma. */
  readonly byNoun: Map<string, number>;
  /** Chains of organised groups, the latest last. */
  readonly groups: number[];
  /** Chains of countries, the latest last. */
  readonly countries: number[];
}

/** Gives an index without entries. */
export function startIndex(): Index {
  return { byKey: new Map(), byNameWord: new Map(), byNoun: new Map(), groups: [], countries: [] };
}

/** Gives the chain that a mention's own words lead back to; undefined when they open a new one. */
export function findByWords(linking: Linking, index: Index, mention: number): number | undefined {
  const actor = linking.actors[mention];
  if (actor === undefined) return undefined;
  for (const key of keysOf(linking, actor)) {
    const chain = index.byKey.get(key);
    if (chain !== undefined) return chain;
  }
  const short = shortName(linking, index, actor);
  if (short !== undefined) return short;
  return isDefinite(linking, actor) ? findDefinite(linking, index, actor) : undefined;
}

/** Remembers what later mentions may call this one by. */
export function remember(linking: Linking, index: Index, mention: number): void {
  const actor = linking.actors[mention];
  const chain = linking.chainOf[mention];
  if (actor === undefined || chain === undefined || actor.kind === 'pronoun') return;
  for (const key of keysOf(linking, actor)) if (!index.byKey.has(key)) index.byKey.set(key, chain);
  if (actor.kind === 'person') {
    const words = nameWords(linking, actor);
    for (const word of words.length > 1 ? words : []) index.byNameWord.set(word, chain);
  }
  if (isDescription(linking, actor)) index.byNoun.set(lemmaOf(linking.tree, actor.headToken), chain);
  if (isGroup(actor)) index.groups.push(chain);
  if (actor.kind === 'country' && actor.entity !== null) index.countries.push(chain);
}

/** What names a party for certain: a line of the tables with its sector, a full name, an acronym of it. */
function keysOf(linking: Linking, actor: ActorMention): string[] {
  if (actor.entity !== null) return [`${actor.entity} ${actor.sector ?? ''}`];
  if (actor.kind === 'person') {
    const words = nameWords(linking, actor);
    return words.length > 1 ? [`name ${words.join(' ')}`] : [];
  }
  const lemma = lowerOf(linking.tree, actor.headToken);
  // "the Kremlin" and "the Russian government" are one; a president is another.
  if (lemma === 'government' && actor.country !== null && actor.sector === 'GOV')
    return [`country:${actor.country} GOV`];
  if (linking.tree.tags[actor.headToken]?.upos !== 'PROPN') return [];
  const words = properWords(linking, actor);
  const keys = words.length > 0 ? [`name ${words.join(' ')}`] : [];
  const initials = words
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
  if (words.length > 2) keys.push(`acronym ${initials}`);
  const [only] = words;
  if (
    words.length === 1 &&
    only !== undefined &&
    /^[A-Z]{2,6}$/u.test(linking.tree.tokens[actor.headToken]?.text ?? '')
  ) {
    keys.push(`acronym ${only.toUpperCase()}`);
  }
  return keys;
}

function nameWords(linking: Linking, actor: ActorMention): string[] {
  const words: string[] = [];
  for (let token = actor.firstToken; token < actor.endToken; token++) {
    const text = linking.tree.tokens[token]?.text ?? '';
    const name = linking.names[token];
    if (name?.kind === 'person' && name.endToken > actor.headToken && /\p{L}/u.test(text))
      words.push(text.toLowerCase());
  }
  return words.length > 0 ? words : properWords(linking, actor);
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', '’s', "'s"]);

function properWords({ tree }: Linking, { firstToken, endToken }: ActorMention): string[] {
  const words: string[] = [];
  for (let token = firstToken; token < endToken; token++) {
    const text = tree.tokens[token]?.text ?? '';
    if (tree.tags[token]?.upos === 'PROPN' && !SMALL.has(text)) words.push(text.toLowerCase());
  }
  return words;
}

/** "Ilunga" or "Colonel Ilunga" after "Guy Ilunga". */
function shortName(linking: Linking, index: Index, actor: ActorMention): number | undefined {
  if (actor.entity !== null || linking.tree.tags[actor.headToken]?.upos !== 'PROPN') return undefined;
  const words = nameWords(linking, actor);
  if (words.length === 0 || words.length > 3) return undefined;
  const last = words.at(-1) ?? '';
  if (words.length > 1 && actor.role === null) return undefined;
  return index.byNameWord.get(last);
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those']);

function isDefinite({ tree }: Linking, actor: ActorMention): boolean {
  const determiner = childBy(tree, actor.headToken, 'det');
  return determiner !== undefined && DEFINITE.has(lowerOf(tree, determiner));
}

/** "The ministry" comes back to "the Ministry of Defence", "the court" to "the Court of Justice". */
function isDescription({ tree }: Linking, { headToken, kind }: ActorMention): boolean {
  const upos = tree.tags[headToken]?.upos;
  if (kind === 'pronoun' || isRelation(relationOf(tree, headToken), ['compound', 'amod', 'flat']))
    return false;
  return upos === 'NOUN' || (upos === 'PROPN' && kind === 'organisation');
}

function isGroup({ entity, sector, kind }: ActorMention): boolean {
  if (entity?.startsWith('group:') === true) return true;
  return (
    kind === 'organisation' && (sector === 'REB' || sector === 'UAF' || sector === 'CRM' || sector === 'PRM')
  );
}

const GROUP_NOUNS = new Set([
  'group',
  'movement',
  'organisation',
  'organization',
  'faction',
  'militia',
  'alliance',
  'gang',
  'cartel',
  'front',
]);
const FIGHTER_NOUNS = new Set([
  'rebel',
  'militant',
  'insurgent',
  'fighter',
  'terrorist',
  'separatist',
  'jihadist',
  'guerrilla',
  'extremist',
  'islamist',
  'secessionist',
  'paramilitary',
  'rebels',
  'militants',
  'insurgents',
  'fighters',
  'terrorists',
  'separatists',
  'jihadists',
  'guerrillas',
  'paramilitaries',
]);
const COUNTRY_NOUNS = new Set(['country', 'nation', 'republic', 'kingdom']);

/** "the group", "the rebels", "the republic", "the minister": what was last called so, or what the noun can stand for. */
function findDefinite(linking: Linking, index: Index, actor: ActorMention): number | undefined {
  const noun = lemmaOf(linking.tree, actor.headToken);
  const isBare = actor.endToken - actor.firstToken <= 2;
  if (isBare && GROUP_NOUNS.has(noun)) return latest(linking, index.groups, actor);
  if (isBare && COUNTRY_NOUNS.has(noun)) return latest(linking, index.countries, actor);
  const repeated = actor.entity === null ? index.byNoun.get(noun) : undefined;
  if (
    repeated !== undefined &&
    isCompatible(linking, repeated, actor) &&
    saysNoMore(linking, repeated, actor)
  )
    return repeated;
  if (isBare && FIGHTER_NOUNS.has(noun)) return latest(linking, index.groups, actor);
  return actor.kind === 'person' ? byOffice(linking, noun, actor) : undefined;
}

const PLAIN = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  'same',
  'two',
  'three',
  'four',
  'five',
  'other',
  'all',
  'both',
]);

/** "the second battalion" is not the battalion of before: each word must have been said of the chain, or be a plain one. */
function saysNoMore(linking: Linking, chain: number, actor: ActorMention): boolean {
  const said = new Set(firstActorsOf(linking, chain).flatMap((known) => wordsBeforeHead(linking, known)));
  return wordsBeforeHead(linking, actor).every((word) => said.has(word) || PLAIN.has(word));
}

function wordsBeforeHead({ tree }: Linking, { firstToken, headToken }: ActorMention): string[] {
  return tree.tokens.slice(firstToken, headToken).map(({ text }) => text.toLowerCase());
}

/** How many chains back a noun may point. */
const REACH = 12;

function latest(linking: Linking, chains: readonly number[], actor: ActorMention): number | undefined {
  const recent = chains.slice(-REACH).reverse();
  return recent.find((chain) => isCompatible(linking, chain, actor));
}

/** Two descriptions cannot be one party when both say a country, or both a sector, and say different ones. */
export function isCompatible(linking: Linking, chain: number, actor: ActorMention): boolean {
  if (!isSameCountry(linking, chain, actor)) return false;
  return firstActorsOf(linking, chain).every(({ sector, why }) => {
    if (why.rule === 'actors/generic-role' || actor.why.rule === 'actors/generic-role') return true;
    return sector === null || actor.sector === null || sector === actor.sector;
  });
}

/** A country that was only inferred from the report may be wrong, and forbids nothing. */
function isSameCountry(linking: Linking, chain: number, actor: ActorMention): boolean {
  return firstActorsOf(linking, chain).every(({ country, why }) => {
    const isInferred = why.confidence <= 0.6 || actor.why.confidence <= 0.6;
    return country === null || actor.country === null || country === actor.country || isInferred;
  });
}

/** "the minister" after "Foreign Minister Ana Ruiz". */
function byOffice(linking: Linking, noun: string, actor: ActorMention): number | undefined {
  for (
    let chain = linking.chains.length - 1;
    chain >= Math.max(0, linking.chains.length - 4 * REACH);
    chain--
  ) {
    if (linking.chains[chain]?.isPerson !== true || !isCompatible(linking, chain, actor)) continue;
    const offices = firstActorsOf(linking, chain).map(({ role }) => (role ?? '').toLowerCase().split(' '));
    if (offices.some((words) => words.includes(noun))) return chain;
  }
  return undefined;
}
