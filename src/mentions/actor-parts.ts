import type { Name } from '../document/language-layers.ts';
import type { TokenRange, Tree } from '../language/tree.ts';
import { childrenBy, lowerOf, nounPhraseOf } from '../language/tree.ts';
import type { RoleEntry } from './actor-lexicon.ts';
import { isPersonEntry, type Match } from './actor-matches.ts';

/** A text whose phrases can be read: its trees, what the tables know of each token, and its names by token. */
export interface ActorText {
  readonly tree: Tree;
  readonly matches: readonly (Match | undefined)[];
  readonly names: readonly (Name | undefined)[];
}

/** The run of tokens from a phrase's first word to the end of its head. */
export interface Core {
  readonly first: number;
  readonly end: number;
}

/** Gives the core of the phrase that `head` heads; its names are kept whole. */
export function coreOf(text: ActorText, head: number): Core {
  const { tree, matches, names } = text;
  const { firstToken } = nounPhraseOf(tree, head);
  let end = Math.max(head + 1, matches[head]?.endToken ?? 0, names[head]?.endToken ?? 0);
  for (const child of childrenBy(tree, head, 'flat', 'compound', 'goeswith')) {
    if (child >= end && child === end)
      end = Math.max(child + 1, names[child]?.endToken ?? 0, matches[child]?.endToken ?? 0);
  }
  // "Col. Ivo Tadic": a title and the name after it are one phrase, however they were parsed.
  const named = matches[head]?.entry.kind === 'role' ? names[end] : undefined;
  if (named?.kind === 'person' && named.firstToken === end) end = named.endToken;
  const first = Math.min(
    beforeQuote(tree, head, firstToken),
    head,
    matches[head]?.firstToken ?? head,
    names[head]?.firstToken ?? head,
  );
  return { first: withOwner(text, afterPreamble(tree, first, head)), end };
}

/**
 * "Niger's ruling junta", "Saudi-led coalition jets", "Col. Ivo Tadic": what a possessive, a hyphen or a title ties to
 * the words after it belongs to them even where the parse tore them apart.
 */
function withOwner({ tree, matches, names }: ActorText, first: number): number {
  const before = first - 1;
  const word = lowerOf(tree, before);
  if (word === "'s" || word === '’s') {
    return Math.min(matches[before - 1]?.firstToken ?? first, names[before - 1]?.firstToken ?? first);
  }
  const isHyphened = lowerOf(tree, before - 1) === '-' && OWNERS.has(word);
  if (isHyphened && matches[before - 2] !== undefined) return matches[before - 2]?.firstToken ?? first;
  const title = matches[before]?.entry;
  const isTitle = title?.kind === 'role' && title.noun === 'person' && names[first]?.kind === 'person';
  return isTitle && /^\p{Lu}/u.test(tree.tokens[before]?.text ?? '')
    ? (matches[before]?.firstToken ?? first)
    : first;
}

/** "however, according to UN peacekeepers": the phrase starts after what leads up to it. */
function afterPreamble(tree: Tree, first: number, head: number): number {
  let start = first;
  for (let token = first; token < head; token++) {
    const isComma = tree.tokens[token]?.text === ',' && tree.tags[token + 1]?.upos !== 'ADJ';
    if (isComma || (lowerOf(tree, token) === 'to' && lowerOf(tree, token - 1) === 'according'))
      start = token + 1;
  }
  return start;
}

/** "Romanian “instructors”": what stands before an opening mark still belongs to the noun after it. */
function beforeQuote(tree: Tree, head: number, first: number): number {
  const mark = tree.tokens[first - 1]?.text ?? '';
  if (!/^["“‘'«]$/u.test(mark)) return first;
  let at = first - 1;
  while (at > 0 && tree.dependencies[at - 1]?.head === head && tree.tags[at - 1]?.upos !== 'PUNCT') at--;
  return at < first - 1 ? at : first;
}

/** The matches of a core, by what they do in it. */
export interface Parts {
  /** The noun that heads the phrase, or the title before a name. */
  readonly role: RoleEntry | undefined;
  readonly title: RoleEntry | undefined;
  /** The table's own line for the head: a body, a country, a seat. */
  readonly named: Match | undefined;
  readonly person: TokenRange | undefined;
  /** The matches before the head, in the order of the text, without those that a hyphen turns into something else. */
  readonly modifiers: readonly Match[];
  readonly headMatch: Match | undefined;
}

/** Sorts the matches of a core into the head, its title and its modifiers. */
export function partsOf(text: ActorText, core: Core, head: number): Parts {
  const { tree, matches, names } = text;
  const inCore = distinct(matches.slice(core.first, core.end));
  const headMatch = headMatchOf(inCore, matches[head], names[head], core);
  const person = personIn(text, core, head) ?? titledName(tree, inCore, core);
  const before = inCore.filter((match) => match !== headMatch);
  const entry = headMatch?.entry;
  const title =
    person === undefined ? undefined : before.findLast(({ entry }) => entry.kind === 'role')?.entry;
  return {
    role: entry?.kind === 'role' ? entry : undefined,
    title: title?.kind === 'role' ? title : undefined,
    named: entry !== undefined && entry.kind !== 'role' ? headMatch : undefined,
    person,
    modifiers: before.filter(isOwn),
    headMatch,
  };
}

/** The head of "Col. Ivo Tadic" may be either word in a tree; a title that heads the phrase stays its head. */
function headMatchOf(
  inCore: readonly Match[],
  atHead: Match | undefined,
  name: Name | undefined,
  core: Core,
): Match | undefined {
  if (atHead !== undefined) return atHead;
  if (name !== undefined) return undefined;
  const last = inCore.at(-1);
  return last !== undefined && last.endToken === core.end ? last : undefined;
}

/** The person whom the phrase ends in; "Vladimir Putin’s government" is none. */
function personIn({ matches, names }: ActorText, { end }: Core, head: number): Name | undefined {
  const name = names[end - 1] ?? names[head];
  const known = matches[end - 1] ?? matches[head];
  // An engine may take Kigali or "the General Staff" for a person; the tables know better.
  const isKnown =
    known !== undefined &&
    (known.entry.kind === 'role'
      ? known.entry.noun === 'organisation' && known.endToken >= (name?.endToken ?? 0)
      : !isPersonEntry(known.entry)) &&
    known.firstToken <= (name?.firstToken ?? 0);
  return name?.kind === 'person' && !isKnown ? name : undefined;
}

/** "Corporal Yeison Mina": capitalised words after a person's title are a person, whatever the engine thought. */
function titledName(tree: Tree, inCore: readonly Match[], core: Core): TokenRange | undefined {
  const title = inCore.at(-1);
  if (title?.entry.kind !== 'role' || title.entry.noun !== 'person' || title.endToken >= core.end)
    return undefined;
  for (let token = title.endToken; token < core.end; token++) {
    if (!/^\p{Lu}/u.test(tree.tokens[token]?.text ?? '')) return undefined;
  }
  return { firstToken: title.endToken, endToken: core.end };
}

function distinct(matches: readonly (Match | undefined)[]): Match[] {
  return matches.filter((match, i): match is Match => match !== undefined && match !== matches[i - 1]);
}

/** What a hyphen may leave of a name: "Taliban-run", "U.S.-led" and "Liberian-flagged" say whose; "pro-Russian", "Iran-backed" do not. */
const OWNERS = new Set([
  'run',
  'controlled',
  'led',
  'governed',
  'ruled',
  'flagged',
  'registered',
  'based',
  'owned',
  'born',
  'administered',
  'dominated',
  'majority',
  'era',
]);
/** What a hyphen says of a governor whom another state put there: "Russian-installed". */
export const INSTALLERS = new Set(['installed', 'appointed', 'imposed', 'proxy']);
const OUTSIDERS = new Set(['pro', 'anti', 'non', 'cross', 'inter']);

function isOwn({ entry, before, after }: Match): boolean {
  if (OUTSIDERS.has(before)) return false;
  if (after === '' || OWNERS.has(after) || /^\p{Lu}/u.test(after)) return true;
  if (INSTALLERS.has(after))
    return entry.kind === 'body' || (entry.kind === 'country' && entry.country !== null);
  return NATIONS.test(after);
}

// "US-Israeli strikes": the second half is a demonym, so the first is one party of two.
const NATIONS = /(?:an|ian|ish|ese|eli|aqi|ani|emi|ari|udi)$/u;
