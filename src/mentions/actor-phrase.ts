import type { ActorMention } from '../document/mention-layers.ts';
import type { Span } from '../document/span.ts';
import type { Tree } from '../language/tree.ts';
import { childBy, childrenBy, lowerOf, nounPhraseOf, relationOf, spanOfTokens } from '../language/tree.ts';
import type { ActorEntry, CountryEntry, RoleEntry } from './actor-lexicon.ts';
import { isPersonEntry, type Match, NOT_COUNTRIES } from './actor-matches.ts';
import { type ActorText, type Core, coreOf, INSTALLERS, type Parts, partsOf } from './actor-parts.ts';
import { combineSectors } from './actor-sectors.ts';

export type { ActorText } from './actor-parts.ts';

/** What a noun phrase says by itself about the party that it names. */
export interface PhraseReading
  extends Pick<ActorMention, 'kind' | 'country' | 'countries' | 'sector' | 'role' | 'entity' | 'why'> {
  /** True where a report about one country would mean that country's own ("the army"). */
  readonly domestic: boolean;
  /** True where a word before the head says that it is somebody else's: "foreign troops", "its fighters". */
  readonly isOutside: boolean;
  /** The tokens of the phrase without what follows its head: "two senior U.S. defence officials". */
  readonly coreFirst: number;
  readonly coreEnd: number;
}

/** Prepositional phrases may nest in a phrase this deep. */
const DEPTH_LIMIT = 4;

/**
 * Reads a noun phrase by its parts: the head says what somebody is, the words before it whose and of which kind, a
 * complement ("at Ukraine's interior ministry") what the head leaves open, an apposition who a name belongs to.
 * What no part says is null.
 */
export function readActorPhrase(text: ActorText, head: number, depth = 0): PhraseReading {
  const core = coreOf(text, head);
  const parts = partsOf(text, core, head);
  const complement = depth < DEPTH_LIMIT ? complementOf(text, head, { core, parts, depth }) : undefined;
  const own = readCore(text, core, parts, complement);
  const isName = parts.role === undefined && parts.named === undefined;
  const isOpen = isName || parts.person !== undefined;
  // Only the phrase itself looks beside it: two names that stand in apposition would else ask each other for ever.
  if (own.country !== null || depth > 0) return own;
  return isOpen ? withApposition(text, head, own) : withNationality(text, head, own);
}

/** The prepositions whose complement says whose somebody is; "envoy to Sudan" and "war on Hamas" do not. */
const COMPLEMENT_CASES = ['of', 'for', 'at', 'from', 'with', 'in', 'inside', 'within', 'across'];
const MEMBER_CASES = new Set(['of', 'for', 'at', 'from', 'with']);

interface Complement {
  readonly reading: PhraseReading;
  /** Whether somebody belongs to it ("of the army") or merely is there ("in Kyiv"). */
  readonly isMember: boolean;
}

function complementOf(
  text: ActorText,
  head: number,
  { core, parts, depth }: { readonly core: Core; readonly parts: Parts; readonly depth: number },
): Complement | undefined {
  const found: Complement[] = [];
  for (const child of childrenBy(text.tree, head, 'nmod')) {
    if (child < core.end || relationOf(text.tree, child) === 'nmod:poss') continue;
    const preposition = childBy(text.tree, child, 'case');
    const word = preposition === undefined ? '' : lowerOf(text.tree, preposition);
    const isMember = MEMBER_CASES.has(word);
    if (!COMPLEMENT_CASES.includes(word) || (!isMember && !isOfItsPlace(parts.role))) continue;
    found.push({ reading: readActorPhrase(text, child, depth + 1), isMember });
  }
  return (
    found.find(({ reading }) => reading.country !== null) ??
    found.find(({ reading }) => reading.sector !== null)
  );
}

/** "villagers in Kenya" are Kenya's; "refugees in Kenya" and "arbitrators in Nairobi" need not be. */
function isOfItsPlace(role: RoleEntry | undefined): boolean {
  return role === undefined || (role.domestic && role.sector !== 'REF');
}

function readCore(
  text: ActorText,
  core: Core,
  parts: Parts,
  complement: Complement | undefined,
): PhraseReading {
  const role = parts.role ?? parts.title;
  const country = countryOf(text, parts, complement);
  const sector = combineSectors({
    role,
    named: parts.named?.entry,
    modifiers: parts.modifiers,
    complement: complement?.isMember === true ? complement.reading : undefined,
    isInPlace: complement !== undefined && !complement.isMember,
  });
  const isPerson = parts.person !== undefined;
  // "Léon Mabiala of the Gabonese army" belongs to it though nothing says what he is there.
  const whose =
    isPerson && role === undefined && complement?.isMember === true ? complement.reading.sector : null;
  return {
    kind: isPerson ? 'person' : kindOf(text, parts, text.names[core.end - 1]?.kind === 'place'),
    country: country.code,
    ...(country.several === undefined ? {} : { countries: country.several }),
    sector: sector ?? whose,
    role: roleWords(text, core, parts),
    entity: parts.named !== undefined ? entityOf(parts.named.entry) : isPerson ? null : groupNamed(parts),
    why: { rule: country.rule, spans: whySpans(text, core, parts), confidence: country.confidence },
    domestic: (role?.domestic === true || isNobodys(parts)) && !hasOutsider(text, core),
    isOutside: hasOutsider(text, core),
    coreFirst: core.first,
    coreEnd: core.end,
  };
}

/** "the National Guard", "the National Assembly": several countries have one, and the report means its own. */
function isNobodys({ named }: Parts): boolean {
  if (named === undefined || named.entry.kind === 'role' || named.entry.country !== null) return false;
  return named.entry.kind === 'country' || named.entry.key.startsWith('organisation:');
}

interface CountryReading {
  readonly code: string | null;
  readonly several?: readonly string[];
  readonly rule: string;
  readonly confidence: number;
}

function countryOf(
  { tree }: ActorText,
  { named, modifiers, role, title }: Parts,
  complement: Complement | undefined,
): CountryReading {
  const own = named === undefined ? null : (named.entry as CountryEntry).country;
  // "South Korea's National Security Council": whose it is outweighs whose the tables think it is.
  const isOwnBody = named?.entry.kind === 'body' && named.entry.key.startsWith('organisation:');
  const hasOwner =
    isOwnBody && modifiers.some(({ entry }) => entry.kind === 'country' && entry.country !== null);
  if (own !== null && named !== undefined && !hasOwner)
    return { code: own, rule: ruleOf(named), confidence: 0.95 };
  const bodies = modifiers.filter(({ entry }) => entry.kind === 'body' && entry.country !== null);
  const nations = modifiers.filter(({ entry, after }) => {
    return entry.kind === 'country' && entry.country !== null && !INSTALLERS.has(after);
  });
  const joined = joinedOwners(tree, modifiers);
  const deciding = joined.length > 1 ? joined : isOfNation(tree, bodies, nations) ? nations : bodies;
  const codes = new Set(
    deciding.flatMap(({ entry }) => (entry.kind === 'role' ? [] : (entry.country ?? []))),
  );
  const [code] = codes;
  if (codes.size === 1 && code != null && deciding[0] !== undefined) {
    return { code, rule: ruleOf(deciding[0]), confidence: 0.9 };
  }
  // "Russian and Belarusian troops": two parties, neither of which may stand for both.
  if (codes.size > 1)
    return {
      code: null,
      rule: 'actors/several-countries',
      confidence: 0.6,
      ...(joined.length > 1 ? { several: [...codes] } : {}),
    };
  const reading = complement?.reading;
  if (reading !== undefined && reading.country !== null) {
    return { code: reading.country, rule: 'actors/complement', confidence: 0.85 };
  }
  const rule =
    role !== undefined
      ? role.strength === 'generic'
        ? 'actors/generic-role'
        : 'actors/role'
      : title !== undefined
        ? 'actors/title'
        : 'actors/name';
  return { code: null, rule: named === undefined ? rule : ruleOf(named), confidence: 0.6 };
}

/** "Russia's UN envoy" is of the state at a body of many; "Irish UN peacekeepers" are of the body. */
function isOfNation(tree: Tree, bodies: readonly Match[], nations: readonly Match[]): boolean {
  const ofMany = bodies.every(({ entry }) => entry.kind === 'body' && NOT_COUNTRIES.has(entry.country ?? ''));
  const isOwner = nations.some(({ endToken }) => /^(?:['’]s|['’])$/u.test(lowerOf(tree, endToken)));
  return bodies.length === 0 || (ofMany && isOwner);
}

/** "Irish and Dutch officers", "Ghanaian and United Nations envoys": owners that are joined, each of which has some of them. */
function joinedOwners(tree: Tree, modifiers: readonly Match[]): readonly Match[] {
  const owners = modifiers.filter(
    ({ entry, after }) => entry.kind !== 'role' && entry.country !== null && !INSTALLERS.has(after),
  );
  const links = owners.slice(1).map(({ firstToken }) => lowerOf(tree, firstToken - 1));
  return links.includes('and') && links.every((link) => JOINING.has(link)) ? owners : [];
}

const JOINING = new Set(['and', ',']);

function ruleOf({ entry }: Match): string {
  if (entry.kind === 'role') return 'actors/role';
  if (entry.kind === 'body')
    return entry.key.startsWith('group:') ? 'actors/group-table' : 'actors/organisation-table';
  return `actors/country-${entry.form}`;
}

function kindOf(
  { tree }: ActorText,
  { role, named, headMatch }: Parts,
  isPlaceName: boolean,
): PhraseReading['kind'] {
  if (role !== undefined && headMatch !== undefined) {
    const last = headMatch.endToken - 1;
    const isPlural = tree.tags[last]?.features.number === 'Plur' || lowerOf(tree, last).endsWith('s');
    return role.noun === 'person' && isPlural ? 'people' : role.noun;
  }
  if (named === undefined) return isPlaceName ? 'country' : 'organisation';
  if (named.entry.kind === 'body') return isPersonEntry(named.entry) ? 'person' : 'organisation';
  const form = (named.entry as CountryEntry).form;
  return form === 'people' || form === 'adjective' || form === 'region-adjective' ? 'people' : 'country';
}

/** "the M23 rebel movement" and "the TTP" are one. */
function groupNamed({ role, modifiers }: Parts): string | null {
  const bodies = modifiers.filter(({ entry, after }) => entry.kind === 'body' && after === '');
  const [body] = bodies;
  if (
    bodies.length !== 1 ||
    body?.entry.kind !== 'body' ||
    role === undefined ||
    !GROUP_ROLES.test(role.word)
  )
    return null;
  return body.entry.key;
}

const GROUP_ROLES =
  /(?:^| )(?:group|movement|organi[sz]ation|faction|militia|alliance|gang|cartel|army|network|insurgency)$/u;

/** The key of a table's line for a party; a region and a people have none of their own. */
export function entityOf(entry: ActorEntry): string | null {
  if (entry.kind === 'body') return entry.key;
  if (entry.kind === 'role' || entry.country === null) return null;
  return entry.form === 'region' || entry.form === 'region-adjective' || entry.form === 'people'
    ? null
    : `country:${entry.country}`;
}

const DETERMINERS = new Set(['DET', 'NUM', 'PUNCT']);

/** The office in the words of the text: the title before a name, or the whole description of a person. */
function roleWords(
  { tree }: ActorText,
  core: Core,
  { role, title, person, headMatch }: Parts,
): string | null {
  let first = core.first;
  const end = person !== undefined && person.firstToken > core.first ? person.firstToken : core.end;
  if (title === undefined && (role === undefined || role.noun !== 'person' || headMatch === undefined))
    return null;
  while (first < end && DETERMINERS.has(tree.tags[first]?.upos ?? '')) first++;
  const words = tree.tokens.slice(first, end);
  const start = words[0]?.start;
  return start === undefined ? null : joinWords(words);
}

function joinWords(
  tokens: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  return tokens
    .map(({ start, text }, i) => (i > 0 && tokens[i - 1]?.end !== start ? ` ${text}` : text))
    .join('');
}

function whySpans({ tree }: ActorText, core: Core, { headMatch, modifiers }: Parts): readonly Span[] {
  const matches = [...modifiers, ...(headMatch === undefined ? [] : [headMatch])];
  if (matches.length === 0) return [spanOfTokens(tree, { firstToken: core.first, endToken: core.end })];
  return matches.map((match) => spanOfTokens(tree, match));
}

/** A pronoun or a place name before the head says whose it is, though not here: "its soldiers", "foreign troops". */
const OUTSIDER_WORDS = new Set([
  'foreign',
  'neighbouring',
  'neighboring',
  'allied',
  'western',
  'international',
  'its',
  'their',
  'whose',
  'our',
  'his',
  'her',
  'my',
  'your',
  'enemy',
  'overseas',
  'multinational',
  'pro',
  'regional',
  'global',
  'world',
  'inter',
  'inter-american',
  'pan',
  'african',
  'european',
  'asian',
  'arab',
]);

function hasOutsider({ tree, matches }: ActorText, { first, end }: Core): boolean {
  // The "foreign" of a foreign minister is the tables' own word.
  for (let i = first; i < end; i++)
    if (matches[i] === undefined && OUTSIDER_WORDS.has(lowerOf(tree, i))) return true;
  return false;
}

/** "One engineer, a Georgian, was hurt": a nationality beside people is theirs. */
function withNationality({ tree, matches }: ActorText, head: number, own: PhraseReading): PhraseReading {
  const beside = childrenBy(tree, head, 'appos').find((child) => matches[child]?.entry.kind === 'country');
  const match = beside === undefined ? undefined : matches[beside];
  const isOfPeople = own.kind === 'person' || own.kind === 'people';
  if (beside === undefined || match?.entry.kind !== 'country' || !isOfPeople) return own;
  const isSeveral = childBy(tree, beside, 'conj') !== undefined;
  if (isSeveral || !['people', 'adjective'].includes(match.entry.form)) return own;
  return {
    ...own,
    country: match.entry.country,
    why: { rule: 'actors/apposition', spans: [spanOfTokens(tree, match)], confidence: 0.85 },
  };
}

function withApposition(text: ActorText, head: number, own: PhraseReading): PhraseReading {
  const other = apposedTo(text, head, own.coreEnd);
  if (other === undefined) return own;
  const said = readActorPhrase(text, other, 1);
  const isDescription = said.role !== null || said.kind === 'organisation' || said.kind === 'people';
  if (!isDescription || (said.country === null && said.sector === null)) return own;
  if (own.role !== null && said.country === null) return own;
  const phrase = nounPhraseOf(text.tree, other);
  return {
    ...own,
    kind: own.kind === 'person' ? 'person' : said.kind,
    country: said.country,
    sector: said.sector,
    role:
      said.role === null ? own.role : joinWords(text.tree.tokens.slice(phrase.firstToken, phrase.endToken)),
    domestic: said.domestic,
    why: {
      rule: 'actors/apposition',
      spans: [spanOfTokens(text.tree, phrase)],
      confidence: 0.85,
    },
  };
}

/** The head of the phrase that stands beside a name: "Ana Ruiz, a teacher in Cali", "the group's spokesman, Ali Saleh". */
function apposedTo({ tree, matches }: ActorText, head: number, coreEnd: number): number | undefined {
  const after = childrenBy(tree, head, 'appos').find((child) => matches[child] !== undefined);
  if (after !== undefined) return after;
  if (relationOf(tree, head) === 'appos') return tree.dependencies[head]?.head;
  return apposedByCommas(tree, matches, coreEnd);
}

/** An apposition may be this long before its noun. */
const APPOSITION_REACH = 8;

// A parser may hang "Haji Gul, a shopkeeper in Khost, said" elsewhere; between commas after a name it reads the same.
function apposedByCommas(tree: Tree, matches: ActorText['matches'], coreEnd: number): number | undefined {
  if (tree.tokens[coreEnd]?.text !== ',') return undefined;
  for (let at = coreEnd + 1; at <= coreEnd + APPOSITION_REACH; at++) {
    const upos = tree.tags[at]?.upos;
    if (upos === undefined || upos === 'PUNCT' || upos === 'VERB' || upos === 'AUX' || upos === 'PRON')
      return undefined;
    const match = matches[at];
    if (match?.entry.kind === 'role' && match.endToken - 1 === at && match.entry.noun === 'person') {
      if (nounPhraseOf(tree, at).firstToken === coreEnd + 1) return at;
    }
  }
  return undefined;
}
