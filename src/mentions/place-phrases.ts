import type { TokenRange } from '../language/tree.ts';
import type { CoreSearch, PlaceCore } from './place-core.ts';
import { textOf } from './place-core.ts';
import type { ClassKind } from './place-words.ts';

/** How far the phrase's place lies from the place that it names. */
export type PlaceRelation = 'at' | 'near' | 'distance' | 'part' | 'border';

/** A place in the words of the report: its name, what kind it is said to be, and what is said to hold it. */
export interface PlacePhrase extends TokenRange {
  readonly core: PlaceCore;
  /** The kind that a common noun beside the name tells; null without one. */
  readonly className: ClassKind | null;
  readonly relation: PlaceRelation;
  /** Index into the phrases of the place that holds this one ("Paris, Texas"); null when not said. */
  readonly within: number | null;
  /** Cores swallowed by this phrase that hold it ("the Qalat district of Zabul province"). */
  readonly holders: readonly PlaceCore[];
}

interface Draft {
  firstToken: number;
  endToken: number;
  readonly core: PlaceCore;
  className: ClassKind | null;
  relation: PlaceRelation;
  within: number | null;
  holders: PlaceCore[];
}

/** Takes in the words around each name that belong to the phrase an analyst would quote. Sorted, not overlapping. */
export function growPhrases(search: CoreSearch, cores: readonly PlaceCore[]): readonly PlacePhrase[] {
  const drafts: Draft[] = cores.map((core) => ({
    firstToken: core.firstToken,
    endToken: core.endToken,
    core,
    className: core.site ? 'site' : null,
    relation: 'at',
    within: null,
    holders: [],
  }));
  drafts.forEach((draft, i) => {
    takeClassAfter(search, draft, drafts[i + 1]?.firstToken ?? search.doc.layers.tokens.length);
    takeBefore(search, draft, drafts[i - 1]?.endToken ?? 0);
  });
  const merged = joinHolders(search, drafts);
  merged.forEach((draft, i) => {
    linkHolder(search, draft, merged[i + 1], i + 1);
    takeRelation(search, draft, merged[i - 1]?.endToken ?? 0);
  });
  return merged;
}

function lower({ doc }: CoreSearch, token: number): string {
  return (doc.layers.tokens[token]?.text ?? '').toLowerCase();
}

/** "the Ghulam Khan crossing", "Rakhine state", "the Bunagana border post", and "Rapides Parish" inside the name. */
function takeClassAfter(search: CoreSearch, draft: Draft, limit: number): void {
  const { core } = draft;
  const sentence = search.doc.layers.tokens[core.firstToken]?.sentence;
  for (let length = 3; length > 0; length--) {
    const end = core.endToken + length;
    if (end > limit || search.doc.layers.tokens[end - 1]?.sentence !== sentence) continue;
    const kind = search.words.classOf(
      textOf(search, { firstToken: core.endToken, endToken: end }).toLowerCase(),
    );
    if (kind === undefined || !takesClass(search, core, kind, end)) continue;
    draft.className = kind;
    draft.endToken = end;
    if (kind === 'border') draft.relation = 'border';
    return;
  }
  if (core.endToken - core.firstToken > 1) {
    const kind = search.words.classOf(lower(search, core.endToken - 1)) ?? null;
    // "Red Lake", "Goose Creek": a listed name may be a town's, whatever it ends in.
    const isListed = kind === 'nature' && search.lexicon.find(core.name).length > 0;
    draft.className ??= isListed ? null : kind;
  }
}

/** A country's name before a noun is its adjective: "US state department", "China coast guard", "Israel army base". */
function takesClass(search: CoreSearch, core: PlaceCore, kind: ClassKind, end: number): boolean {
  const isCountry = search.lexicon.findCurated(core.name).some((place) => place.kind === 'country');
  if (!isCountry) return true;
  const next = search.doc.layers.tags[end]?.upos;
  return kind === 'border' && next !== 'NOUN';
}

/** "the village of X", "the western state of X", "the north of X", "eastern X", "the X". */
function takeBefore(search: CoreSearch, draft: Draft, limit: number): void {
  let at = draft.firstToken;
  const the = lower(search, at - 1) === 'the' ? 1 : 0;
  if (lower(search, at - 1 - the) === 'of') {
    const nounAt = at - 2 - the;
    const length = nounAt >= limit ? classLengthBefore(search, nounAt, limit) : 0;
    if (length > 0) {
      const words = textOf(search, { firstToken: nounAt + 1 - length, endToken: nounAt + 1 }).toLowerCase();
      const kind = search.words.classOf(words);
      draft.className = kind ?? draft.className;
      draft.relation = kind === undefined || PARTS.has(kind) ? 'part' : draft.relation;
      at = nounAt + 1 - length;
    }
  }
  const site = lower(search, at - 1) === 'at' ? siteStart(search, at - 2, limit) : undefined;
  if (site !== undefined) {
    draft.className ??= 'site';
    at = site;
  }
  draft.firstToken = modifiersBefore(search, at, limit, draft);
}

/** "the air base at Magway": gives where the noun for a site begins that ends at `last`, if an article opens it. */
function siteStart(search: CoreSearch, last: number, limit: number): number | undefined {
  const length = last >= limit ? classLengthBefore(search, last, limit) : 0;
  const first = last + 1 - length;
  const words = textOf(search, { firstToken: first, endToken: last + 1 }).toLowerCase();
  const isSite = length > 0 && search.words.classOf(words) === 'site';
  return isSite && first - 1 >= limit && isArticle(search, first - 1) ? first : undefined;
}

/** A region, border or piece of nature of X is a part of X; a village or state of X is X itself. */
const PARTS: ReadonlySet<ClassKind> = new Set(['region', 'nature', 'border']);

/** Gives how many tokens that end at `last` make a noun for a kind of place, or a compass point; 0 for none. */
function classLengthBefore(search: CoreSearch, last: number, limit: number): number {
  for (let length = 3; length > 0; length--) {
    if (last + 1 - length < limit) continue;
    const words = textOf(search, { firstToken: last + 1 - length, endToken: last + 1 }).toLowerCase();
    if (search.words.classOf(words) !== undefined) return length;
  }
  return search.words.is('direction', lower(search, last)) && lower(search, last - 1) === 'the' ? 1 : 0;
}

/** Walks back over "the trading", "a small", "southern"; only an article lets other words than compass words in. */
function modifiersBefore(search: CoreSearch, from: number, limit: number, draft: Draft): number {
  let first = from;
  while (first > limit && search.words.is('side', lower(search, first - 1)) && isModifier(search, first - 1))
    first--;
  if (first < draft.core.firstToken && draft.className === null) draft.relation = 'part';
  if (draft.className === null)
    return first > limit && takesThe(search, first - 1, draft) ? first - 1 : first;
  if (isArticle(search, first - 1) && first > limit) return first - 1;
  for (let at = first - 1; at >= Math.max(limit, first - 4); at--) {
    if (isArticle(search, at)) return at;
    const upos = search.doc.layers.tags[at]?.upos;
    const isPeople = peopleAt(search, at) !== undefined;
    if (upos !== 'ADJ' && upos !== 'NOUN' && upos !== 'ADV' && upos !== 'NUM' && !isPeople) break;
  }
  return first;
}

/** Peoples that live on in other lands under that name: "the Serb village of Gračanica". */
const ELSEWHERE_TOO = new Set(['Croat', 'Serb']);

/** Gives the country whose people a token names; undefined where it does not, or opens another word ("the Russian-held town of X"). */
function peopleAt({ doc, lexicon }: CoreSearch, token: number): string | undefined {
  const [word, next] = doc.layers.tokens.slice(token, token + 2);
  if (word === undefined || ELSEWHERE_TOO.has(word.text) || /^[-‐‑–]$/u.test(next?.text ?? ''))
    return undefined;
  return lexicon.countryOfPeople(word.text);
}

/** "the Kyrgyz village of Ak-Tash": gives the country that the words before the name tell; undefined where they tell none. */
export function toldCountry(
  search: CoreSearch,
  { core, firstToken, className }: PlacePhrase,
): string | undefined {
  if (className !== 'settlement' && className !== 'site') return undefined;
  for (let token = firstToken; token < core.firstToken; token++) {
    const country = peopleAt(search, token);
    if (country !== undefined) return country;
  }
  return undefined;
}

/** "the Essequibo", but "the" of "the Hanover police" is of the police. */
function takesThe(search: CoreSearch, token: number, { core }: Draft): boolean {
  const next = search.doc.layers.tags[core.endToken]?.upos;
  return (
    lower(search, token) === 'the' &&
    next !== 'NOUN' &&
    next !== 'PROPN' &&
    !/^['’]s?$/u.test(lower(search, core.endToken))
  );
}

function isModifier({ doc }: CoreSearch, token: number): boolean {
  const upos = doc.layers.tags[token]?.upos;
  return upos === 'ADJ' || upos === 'NOUN' || upos === 'PROPN' || upos === 'ADV' || upos === 'VERB';
}

function isArticle(search: CoreSearch, token: number): boolean {
  return ['the', 'a', 'an'].includes(lower(search, token));
}

/** Makes one phrase of "the Qalat district of Zabul province": the second name holds the first. */
function joinHolders(search: CoreSearch, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const before = joined.at(-1);
    const gap = before === undefined ? '' : gapText(search, before, draft);
    if (before !== undefined && gap === 'of' && before.className !== null && before.relation !== 'part') {
      before.endToken = draft.endToken;
      before.holders = [...before.holders, draft.core, ...draft.holders];
    } else joined.push(draft);
  }
  return joined;
}

/** Gives the lower-case words between two phrases; a long gap is all the same. */
function gapText(search: CoreSearch, before: TokenRange, after: TokenRange): string {
  const tokens = search.doc.layers.tokens;
  if (tokens[before.firstToken]?.sentence !== tokens[after.firstToken]?.sentence) return '.';
  if (after.firstToken - before.endToken > 3) return '…';
  return textOf(search, { firstToken: before.endToken, endToken: after.firstToken }).toLowerCase().trim();
}

const HOLDING_GAPS = new Set([',', 'in', ', in', 'of', 'in the', '(']);

/** "Paris, Texas", "Argyle, in St Vincent", "Wana in South Waziristan": whether it holds is for resolution to test. */
function linkHolder(search: CoreSearch, draft: Draft, next: Draft | undefined, index: number): void {
  if (next === undefined || isSpeaker(search, next)) return;
  if (HOLDING_GAPS.has(gapText(search, draft, next))) draft.within = index;
}

/** "were fired on near Birao, Bangui said": the capital that speaks holds no village. */
function isSpeaker({ doc, lexicon }: CoreSearch, { core, endToken }: Draft): boolean {
  if (!SAYING.has(doc.layers.tokens[endToken]?.text ?? '')) return false;
  const isCountry = lexicon.findCurated(core.name).some(({ kind }) => kind === 'country');
  return isCountry || lexicon.countryOfCapital(core.name) !== undefined;
}

const SAYING = new Set(
  'added admitted alleged announced charged claimed claims conceded declared insisted insists maintained maintains replied reported retorted said says warned warns'.split(
    ' ',
  ),
);

/** "near X", "20 km north of X", "north of X", "between X and Y". */
function takeRelation(search: CoreSearch, draft: Draft, limit: number): void {
  if (draft.relation === 'border') return;
  const before = draft.firstToken - 1;
  if (before < limit) return;
  const word = lower(search, before);
  if (search.words.is('near', word)) draft.relation = 'near';
  // "between Israel and Lebanon" speaks of two parties, "between Goma and Sake" of a road.
  const isCountry = search.lexicon.findCurated(draft.core.name).some(({ kind }) => kind === 'country');
  if (isCountry && (word === 'between' || word === 'and')) return;
  if (
    word === 'between' ||
    (word === 'and' && lower(search, limit - 1) !== '' && betweenOpens(search, before))
  ) {
    draft.relation = 'near';
  }
  if (word !== 'of' && word !== 'from') return;
  let at = before - 1;
  const compass = compassLength(search, at);
  at -= compass;
  if (lower(search, at) === 'to') at--;
  const unit = search.words.is('unit', lower(search, at).replace(/^\d+/u, ''));
  if (!unit && (compass === 0 || word === 'from')) return;
  if (!unit) {
    draft.firstToken = Math.max(limit, at + 1);
    draft.relation = 'near';
    return;
  }
  draft.relation = 'distance';
  draft.firstToken = Math.max(limit, lengthStart(search, at));
}

/** Gives how many tokens that end at `last` name a compass point: "north-east" may be three. */
function compassLength(search: CoreSearch, last: number): number {
  const three = textOf(search, { firstToken: Math.max(0, last - 2), endToken: last + 1 }).toLowerCase();
  if (search.words.is('direction', three)) return 3;
  return search.words.is('direction', lower(search, last)) ? 1 : 0;
}

/** Gives where "some 20 nautical miles" begins, its unit being at `unit`. */
function lengthStart(search: CoreSearch, unit: number): number {
  let at = unit;
  while (search.words.is('unit', lower(search, at - 1)) || lower(search, at - 1) === '-') at--;
  while (isNumber(search, at - 1)) at--;
  return at;
}

function isNumber({ doc }: CoreSearch, token: number): boolean {
  return doc.layers.tags[token]?.upos === 'NUM' || /^\d/u.test(doc.layers.tokens[token]?.text ?? '');
}

function betweenOpens(search: CoreSearch, and: number): boolean {
  for (let at = and - 1; at >= Math.max(0, and - 5); at--) if (lower(search, at) === 'between') return true;
  return false;
}
