import type { Name } from '../document/language-layers.ts';
import type { Layers } from '../document/layers.ts';
import type { ActorEntry, ActorLexicon, Phrase } from './actor-lexicon.ts';
import { piecesOf } from './actor-lexicon.ts';

/** Words of the text that the actor tables know, [firstToken, endToken). */
export interface Match {
  readonly entry: ActorEntry;
  readonly firstToken: number;
  readonly endToken: number;
  /** What a hyphen ties to it, in lower case: "pro" in "pro-Russian", "backed" in "Iran-backed"; empty when nothing. */
  readonly before: string;
  readonly after: string;
}

/** How often a text speaks of each country, by code; intergovernmental bodies are left out. */
export type CountryCounts = ReadonlyMap<string, number>;

/** What the tables know of a text: the match at each token, and how often each country is spoken of. */
export interface ActorMatches {
  /** The match that covers each token. */
  readonly byToken: readonly (Match | undefined)[];
  readonly counts: CountryCounts;
}

type Wanted = Pick<Layers, 'zones' | 'tokens' | 'tags' | 'names'>;

/**
 * Finds the words of the tables in a text, leftmost and longest first; linear in its length.
 * Of several lines with the same words that line is taken which held on the day of publication and whose country the
 * text speaks of most; where the day is unknown, the line that still holds.
 */
export function findActorMatches(
  layers: Wanted,
  lexicon: ActorLexicon,
  publishedAt: string | null,
): ActorMatches {
  const raw = findRaw(layers, lexicon);
  const day = publishedAt?.slice(0, 10) ?? null;
  const valid = raw.map((match) => ({ ...match, entries: atDay(match.entries, day) }));
  const counts = countCountries(layers, valid);
  const byToken: (Match | undefined)[] = layers.tokens.map(() => undefined);
  for (const { entries, firstToken, endToken, before, after } of valid) {
    const entry = favoured(entries, counts);
    if (entry === undefined) continue;
    // One object for all its words: a match is told from another by being another object.
    const match = { entry, firstToken, endToken, before, after };
    for (let token = firstToken; token < endToken; token++) byToken[token] ??= match;
  }
  return { byToken, counts };
}

interface RawMatch {
  readonly entries: readonly ActorEntry[];
  readonly firstToken: number;
  readonly endToken: number;
  readonly before: string;
  readonly after: string;
}

interface Piece {
  readonly name: string;
  readonly forms: readonly string[];
  readonly token: number;
}

function findRaw(layers: Wanted, lexicon: ActorLexicon): RawMatch[] {
  const pieces = piecesOfText(layers);
  const people = personNames(layers.names, layers.tokens.length);
  const surnames = partsOfNames(layers);
  const found: RawMatch[] = [];
  for (let at = 0; at < pieces.length; ) {
    const phrase = longestAt(pieces, at, lexicon);
    const firstToken = pieces[at]?.token ?? 0;
    const end = at + (phrase?.pieces.length ?? 1);
    const endToken = (pieces[end - 1]?.token ?? 0) + 1;
    // "Jordan Miles" is a person, and "Georgia Meloni" too, whatever the country table says.
    const person = people[firstToken];
    const isOpen =
      phrase !== undefined &&
      !isInsidePerson(phrase, person, endToken - firstToken) &&
      !isNamesake(layers, phrase, firstToken, surnames);
    if (
      phrase !== undefined &&
      (isOpen || isTitled(pieces.slice(at, end + TITLE_REACH), phrase, person, lexicon))
    ) {
      found.push({ entries: phrase.entries, firstToken, endToken, ...tiedTo(pieces, at, end) });
      at = end;
    } else at++;
  }
  return found;
}

/** Gives the countries that a name such as an outlet's speaks of: "The London Courier", "Armenian Dispatch". */
export function countriesIn(name: string, lexicon: ActorLexicon): ReadonlySet<string> {
  const pieces = piecesOf(name).map((piece, token) => ({ name: piece, forms: [], token }));
  const found = pieces.flatMap((_, at) => longestAt(pieces, at, lexicon)?.entries ?? []);
  return new Set(found.flatMap((entry) => (entry.kind === 'country' ? (entry.country ?? []) : [])));
}

function piecesOfText({ tokens, tags }: Wanted): Piece[] {
  return tokens.flatMap(({ text }, token) => {
    const parts = piecesOf(text);
    // "the artillery shelled two posts": what is done is no part of a name, and "artillery shell" is not told of.
    const isDone = tags[token]?.upos === 'VERB' && text.endsWith('ed');
    const lemma = parts.length === 1 && !isDone ? (tags[token]?.lemma ?? '').toLowerCase() : '';
    return parts.map((name) => ({ name, forms: formsOf(name.toLowerCase(), lemma), token }));
  });
}

/** Gives the forms under which a table may know a word: itself, its lemma, and plain singulars where a lemma is wrong. */
function formsOf(lower: string, lemma: string): string[] {
  const forms = [lower];
  if (lemma !== '' && lemma !== lower) forms.push(lemma);
  if (lower.endsWith('ies')) forms.push(`${lower.slice(0, -3)}y`);
  if (lower.endsWith('men')) forms.push(`${lower.slice(0, -3)}man`);
  if (lower.endsWith('s') && !lower.endsWith('ss')) forms.push(lower.slice(0, -1));
  return forms;
}

function longestAt(pieces: readonly Piece[], at: number, lexicon: ActorLexicon): Phrase | undefined {
  const first = pieces[at];
  if (first === undefined) return undefined;
  const name = (lexicon.names.get(first.name) ?? []).find((phrase) => isAt(pieces, at, phrase, false));
  let role: Phrase | undefined;
  for (const form of first.forms) {
    const candidate = (lexicon.roles.get(form) ?? []).find((phrase) => isAt(pieces, at, phrase, true));
    if (candidate !== undefined && candidate.pieces.length > (role?.pieces.length ?? 0)) role = candidate;
  }
  if (name === undefined) return role;
  return role !== undefined && role.pieces.length > name.pieces.length ? role : name;
}

function isAt(pieces: readonly Piece[], at: number, { pieces: wanted }: Phrase, isRole: boolean): boolean {
  return wanted.every((piece, k) => {
    const found = pieces[at + k];
    if (found === undefined) return false;
    if (!isRole) return found.name === piece;
    // Only the last word of a compound bends: "border guards", "interior ministries".
    return k === wanted.length - 1 ? found.forms.includes(piece) : found.forms[0] === piece;
  });
}

function isInsidePerson(phrase: Phrase, person: Name | undefined, length: number): boolean {
  return (
    person !== undefined && person.endToken - person.firstToken > length && phrase.entries[0]?.kind !== 'role'
  );
}

/** The words of the people's names of a report that have two words or more. */
function partsOfNames({ names, tokens }: Wanted): ReadonlySet<string> {
  return new Set(
    names.flatMap(({ kind, firstToken, endToken }) =>
      kind === 'person' && endToken - firstToken > 1
        ? tokens.slice(firstToken, endToken).map(({ text }) => text)
        : [],
    ),
  );
}

const PLACING = new Set(['in', 'at', 'near', 'from', 'to', 'of', 'around', 'outside', 'into']);

/** "Gao Wenbin … Gao added": whom the report has named in full is no region of Mali, unless something is in it. */
function isNamesake(
  { tokens }: Wanted,
  { entries, pieces }: Phrase,
  token: number,
  surnames: ReadonlySet<string>,
): boolean {
  const [entry] = entries;
  // "Cambodian Prime Minister Chea Vuthy" makes no surname of "Cambodian", whatever the engine takes for the name.
  const isState = entry?.kind === 'country' && (entry.form === 'name' || entry.form === 'adjective');
  return (
    pieces.length === 1 &&
    entry?.kind !== 'role' &&
    !isState &&
    surnames.has(tokens[token]?.text ?? '') &&
    !PLACING.has((tokens[token - 1]?.text ?? '').toLowerCase())
  );
}

/** How many words behind a nationality its bearer's office may stand. */
const TITLE_REACH = 4;

/**
 * "Malaysian Foreign Minister Azlan Harun", "Kenya Prime Minister Raila Odinga", taken for one name: a state before an office that
 * a name follows is one; "German Gref" and "Jordan King" are names.
 */
function isTitled(
  pieces: readonly Piece[],
  phrase: Phrase,
  person: Name | undefined,
  lexicon: ActorLexicon,
): boolean {
  const [entry] = phrase.entries;
  const [first, ...behind] = pieces;
  return (
    person !== undefined &&
    first?.token === person.firstToken &&
    entry?.kind === 'country' &&
    (entry.form === 'adjective' || entry.form === 'name') &&
    behind.some(
      ({ token, forms }) => token < person.endToken - 1 && forms.some((form) => lexicon.roles.has(form)),
    )
  );
}

function personNames(names: readonly Name[], length: number): (Name | undefined)[] {
  const byToken: (Name | undefined)[] = Array.from({ length });
  for (const name of names) {
    if (name.kind === 'person') for (let i = name.firstToken; i < name.endToken; i++) byToken[i] = name;
  }
  return byToken;
}

function tiedTo(pieces: readonly Piece[], first: number, end: number): Pick<Match, 'before' | 'after'> {
  const left = pieces[first - 1]?.name === '-' ? pieces[first - 2]?.name : undefined;
  const right = pieces[end]?.name === '-' ? pieces[end + 1]?.name : undefined;
  return { before: left?.toLowerCase() ?? '', after: right?.toLowerCase() ?? '' };
}

function atDay(entries: readonly ActorEntry[], day: string | null): readonly ActorEntry[] {
  const held = entries.filter((entry) => {
    if (entry.kind !== 'body') return true;
    if (day === null) return entry.to === '';
    return entry.from <= day && (entry.to === '' || day <= entry.to);
  });
  // A group that is no more is still named in accounts of its past; a leader out of office keeps only the country.
  return held.length > 0
    ? held
    : entries.map((entry) => (isPersonEntry(entry) ? { ...entry, sector: null } : entry));
}

/** Tells whether a line of the tables is a leader's. */
export function isPersonEntry(entry: ActorEntry): boolean {
  return entry.kind === 'body' && entry.key.startsWith('person:');
}

function countCountries({ zones, tokens }: Wanted, matches: readonly RawMatch[]): Map<string, number> {
  const counts = new Map<string, number>();
  const dateline = zones.find(({ kind }) => kind === 'dateline');
  for (const { entries, firstToken, before } of matches) {
    const countries = new Set(entries.map((entry) => (entry.kind === 'role' ? null : entry.country)));
    const [country] = countries;
    if (countries.size !== 1 || country == null || NOT_COUNTRIES.has(country) || before === 'anti') continue;
    const start = tokens[firstToken]?.start ?? 0;
    const isDateline = dateline !== undefined && dateline.start <= start && start < dateline.end;
    counts.set(country, (counts.get(country) ?? 0) + (isDateline ? 3 : 1));
  }
  return counts;
}

/** Codes of bodies that belong to no country. */
export const NOT_COUNTRIES: ReadonlySet<string> = new Set(['UNO', 'EUR', 'IGO', 'NGO']);

function favoured(entries: readonly ActorEntry[], counts: CountryCounts): ActorEntry | undefined {
  let best = entries[0];
  for (const entry of entries) if (weight(entry, counts) > weight(best, counts)) best = entry;
  return best;
}

function weight(entry: ActorEntry | undefined, counts: CountryCounts): number {
  if (entry === undefined || entry.kind === 'role') return 0;
  // "Somaliland" is a place and who governs it; where both fit, the table of groups says more.
  return (counts.get(entry.country ?? '') ?? 0) + (entry.kind === 'body' ? 0.5 : 0);
}
