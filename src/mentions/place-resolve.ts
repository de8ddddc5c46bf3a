import { findBodyCores } from './place-bodies.ts';
import { type PlaceContext, readContext } from './place-context.ts';
import type { CoreSearch, PlaceCore } from './place-core.ts';
import { distanceKm } from './place-geometry.ts';
import type { PlaceCandidate, PlaceKind, PlaceLexicon } from './place-lexicon.ts';
import type { PlacePhrase } from './place-phrases.ts';
import type { ClassKind } from './place-words.ts';

/** Which place a phrase means, as far as the report settles it. */
export interface PlaceChoice {
  /** Null where no place of that name fits the report. */
  readonly place: PlaceCandidate | null;
  /** ISO 3166 alpha-3; without a place only where what holds it, or the whole report, leaves no doubt. */
  readonly country: string | null;
  readonly rule: string;
  readonly confidence: number;
}

/** The candidates that are weighed for one name; the largest come first, so the rest are hamlets of the same name. */
const CANDIDATES_MAX = 60;

/** Settles which place each phrase means; the same order as the phrases. */
export function resolvePhrases(search: CoreSearch, phrases: readonly PlacePhrase[]): readonly PlaceChoice[] {
  const known = new Map<string, readonly PlaceCandidate[]>();
  const named = (core: PlaceCore) => {
    const found = known.get(core.name) ?? candidatesOf(search.lexicon, core);
    known.set(core.name, found);
    return found;
  };
  const cores = [...phrases.flatMap(({ core, holders }) => [core, ...holders]), ...findBodyCores(search)];
  const context = readContext(search, cores, named);
  const sentenceOf = (phrase: PlacePhrase | undefined) =>
    search.doc.layers.tokens[phrase?.firstToken ?? -1]?.sentence ?? -1;
  const weighing: Weighing = { phrases, named, context, sentenceOf, held: new Map(), settled: [] };
  const first = phrases.map((phrase) => choose(weighing, phrase));
  // Near places support each other, so the first round's answers decide the doubtful ones of the second.
  const settled = settledPlaces(phrases, first);
  const second = { ...weighing, settled, held: heldPlaces(phrases, first) };
  const choices = phrases.map((phrase) => choose(second, phrase));
  return choices.map((choice, i) => (choice.place === null ? withCountry(second, choices, i) : choice));
}

/** More places than this settle nothing new, and each is weighed against every candidate. */
const SETTLED_MAX = 120;

/** Gives the places of the first round, each name's once: one that is held by another before the rest. */
function settledPlaces(
  phrases: readonly PlacePhrase[],
  choices: readonly PlaceChoice[],
): Weighing['settled'] {
  const settled = new Map<string, Weighing['settled'][number]>();
  phrases.forEach(({ core: { name } }, i) => {
    const place = choices[i]?.place;
    const sure = choices[i]?.rule === HELD;
    if (!place || !LOCAL.has(place.kind) || settled.get(name)?.sure) return;
    if (settled.has(name) ? sure : settled.size < SETTLED_MAX) settled.set(name, { name, place, sure });
  });
  return [...settled.values()];
}

/** Gives, for each phrase that holds others, the places that it was found to hold. */
function heldPlaces(
  phrases: readonly PlacePhrase[],
  choices: readonly PlaceChoice[],
): ReadonlyMap<PlacePhrase, readonly PlaceCandidate[]> {
  const held = new Map<PlacePhrase, PlaceCandidate[]>();
  phrases.forEach(({ within }, i) => {
    const holder = within === null ? undefined : phrases[within];
    const place = choices[i]?.rule === HELD ? choices[i]?.place : undefined;
    if (holder && place) held.set(holder, [...(held.get(holder) ?? []), place]);
  });
  return held;
}

const HELD = 'places/held-by';

interface Weighing {
  readonly phrases: readonly PlacePhrase[];
  readonly named: (core: PlaceCore) => readonly PlaceCandidate[];
  readonly context: PlaceContext;
  readonly held: ReadonlyMap<PlacePhrase, readonly PlaceCandidate[]>;
  readonly sentenceOf: (phrase: PlacePhrase | undefined) => number;
  readonly settled: readonly {
    readonly name: string;
    readonly place: PlaceCandidate;
    readonly sure: boolean;
  }[];
}

const LOCAL: ReadonlySet<PlaceKind> = new Set([
  'capital',
  'city',
  'quarter',
  'admin1',
  'admin2',
  'town',
  'site',
]);

/**
 * Gives what a name may mean. Where the whole name is unknown, "Idjwi island" is looked up without the noun for its
 * kind, and a site by the town that its name opens with ("Da Nang International Airport").
 */
function candidatesOf(lexicon: PlaceLexicon, { name, site }: PlaceCore): readonly PlaceCandidate[] {
  const whole = lexicon.find(name);
  if (whole.length > 0) return preferred(whole).slice(0, CANDIDATES_MAX);
  for (let end = name.lastIndexOf(' '); end > 0; end = name.lastIndexOf(' ', end - 1)) {
    const isKind = KIND_AT_END.test(name);
    if (!isKind && !site) return [];
    const opening = lexicon.find(name.slice(0, end));
    if (opening.length > 0) return preferred(opening).slice(0, CANDIDATES_MAX);
    if (!site) return [];
  }
  return [];
}

/** "Mexico" is an alternate name of its capital, too: beside a country, only main names are weighed. */
function preferred(found: readonly PlaceCandidate[]): readonly PlaceCandidate[] {
  const isCountry = found.some(({ kind }) => kind === 'country' || kind === 'continent');
  return isCountry ? found.filter(({ mainName }) => mainName) : found;
}

const KIND_AT_END =
  /\b(?:state|province|district|region|county|city|town|township|village|island|islands|oblast|governorate|department|camp|airport|crossing|municipality|raion|prefecture|commune|parish)$/iu;

/**
 * Gives a place that no list knows its country where the report leaves no doubt: what holds it is in one country,
 * or all places of its sentence or the one before are, or the report speaks of hardly any other.
 */
function withCountry(
  { phrases, context, sentenceOf }: Weighing,
  choices: readonly PlaceChoice[],
  index: number,
): PlaceChoice {
  const choice = choices[index] ?? NOT_LISTED;
  const phrase = phrases[index];
  if (phrase === undefined) return choice;
  const holder = phrase.within === null ? null : (choices[phrase.within]?.country ?? null);
  if (holder !== null) return { ...choice, country: holder, rule: 'places/country-by-holder' };
  for (const distance of [0, 1]) {
    const [mate, ...others] = matesOf({ phrases, sentenceOf }, choices, index, distance);
    if (mate === undefined) continue;
    if (others.length > 0) break;
    return { ...choice, country: mate, rule: 'places/country-by-sentence' };
  }
  const main = context.mainCountry;
  const unmistakable = main !== null && context.weight >= 2 && context.countryShare(main) >= 0.6;
  return unmistakable ? { ...choice, country: main, rule: 'places/country-by-report' } : choice;
}

/** Gives the countries of the places in a phrase's sentence and so many before it; countries themselves aside. */
function matesOf(
  { phrases, sentenceOf }: Pick<Weighing, 'phrases' | 'sentenceOf'>,
  choices: readonly PlaceChoice[],
  index: number,
  distance: number,
): ReadonlySet<string> {
  const sentence = sentenceOf(phrases[index]);
  const mates = new Set<string>();
  let first = index;
  while (first > 0 && sentence - sentenceOf(phrases[first - 1]) <= distance) first--;
  for (let i = first; i < phrases.length && sentenceOf(phrases[i]) <= sentence; i++) {
    const place = choices[i]?.place;
    if (place && place.kind !== 'country') for (const code of place.countries) mates.add(code);
  }
  return mates;
}

const NOT_LISTED: PlaceChoice = { place: null, country: null, rule: 'places/not-listed', confidence: 0.5 };

function choose(weighing: Weighing, phrase: PlacePhrase): PlaceChoice {
  const holders = holdersOf(weighing, phrase);
  const isCountry = weighing.named(phrase.core).some(({ kind }) => kind === 'country');
  let best: PlaceCandidate | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  let bestHeld = false;
  for (const candidate of weighing.named(phrase.core)) {
    if (!agrees(phrase.className, candidate.kind)) continue;
    // "China, Japan and Korea" is a list; only a division shares its name with a country ("Georgia, USA").
    const mayBeHeld = !isCountry || candidate.kind === 'admin1';
    const held = mayBeHeld && holders.some((holder) => isHeldBy(candidate, holder));
    const score = scoreOf(weighing, phrase, candidate) + (held ? 5 : 0);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
      bestHeld = held;
    }
  }
  if (best === undefined) return NOT_LISTED;
  const country = best.countries.length === 1 ? (best.countries[0] ?? null) : null;
  if (bestHeld) return { place: best, country, rule: HELD, confidence: 0.9 };
  if (isStray(weighing, phrase, best)) {
    // "Geneva" without a word of its country is the large town, not one of its namesakes.
    const large = weighing
      .named(phrase.core)
      .find((other) => agrees(phrase.className, other.kind) && !isStray(weighing, phrase, other));
    if (large === undefined) return { ...NOT_LISTED, rule: 'places/foreign-namesake', confidence: 0.4 };
    return {
      place: large,
      country: large.countries[0] ?? null,
      rule: 'places/large-namesake',
      confidence: 0.5,
    };
  }
  const rule = best.curated ? 'places/table' : 'places/gazetteer';
  return {
    place: best,
    country,
    rule,
    confidence: best.curated ? 0.9 : Math.max(0.3, Math.min(0.85, bestScore / 8)),
  };
}

function holdersOf({ phrases, named }: Weighing, phrase: PlacePhrase): readonly PlaceCandidate[] {
  const next = phrase.within === null ? undefined : phrases[phrase.within];
  const cores = next === undefined ? phrase.holders : [...phrase.holders, next.core, ...next.holders];
  return cores.flatMap((core) => named(core));
}

/** Tells whether a place lies in another that could hold it. */
function isHeldBy(inner: PlaceCandidate, outer: PlaceCandidate): boolean {
  if (inner === outer || !inner.countries.some((code) => outer.countries.includes(code))) return false;
  if (outer.kind === 'country') return inner.kind !== 'country';
  if (outer.kind === 'admin1') return inner.kind !== 'admin1' && inner.admin1 === outer.admin1;
  if (outer.kind === 'admin2')
    return inner.kind !== 'admin1' && inner.kind !== 'admin2' && inner.admin2 === outer.admin2;
  const holds =
    outer.kind === 'territory' ||
    outer.kind === 'province' ||
    outer.kind === 'region' ||
    outer.kind === 'feature';
  return holds && inner.extentKm < outer.extentKm && distanceKm(inner, outer) <= outer.extentKm * 1.3;
}

/** The kinds of place that a common noun beside the name shuts out. */
function agrees(className: ClassKind | null, kind: PlaceKind): boolean {
  if (className === null || className === 'country') return true;
  if (kind === 'continent') return false;
  if (className === 'border') return true;
  if (className === 'nature')
    return !(kind === 'city' || kind === 'quarter' || kind === 'capital' || kind === 'town');
  if (className === 'settlement') return kind !== 'country' && kind !== 'waters' && kind !== 'region';
  if (className === 'site') return kind !== 'waters';
  return true;
}

function scoreOf(weighing: Weighing, phrase: PlacePhrase, candidate: PlaceCandidate): number {
  const { context } = weighing;
  let score =
    sizeOf(candidate) +
    fitOf(phrase.className, candidate.kind) +
    (candidate.mainName || candidate.population > 100_000 ? 0.8 : 0);
  const share = Math.max(
    0,
    ...candidate.countries.map((code) => context.countryShare(code, phrase.core.name)),
  );
  // A quarter of the talk is enough: in a war between two states, the aggressor's towns are not likelier for being blamed.
  score += 3 * Math.min(1, share * 4);
  if (candidate.admin1 !== null) score += 2 * context.divisionShare(candidate.admin1, phrase.core.name);
  if (LOCAL.has(candidate.kind)) score += Math.min(4, 1.5 * context.votesNear(candidate, phrase.core.name));
  if (phrase.className === null && namesTown(weighing.named(phrase.core), candidate)) score -= 2;
  // "Buffalo, New York": the state holds the town, the city does not.
  if (weighing.held.get(phrase)?.some((inner) => isHeldBy(inner, candidate))) score += 4;
  return score + nearness(weighing, phrase, candidate);
}

/** "in Kindia" means the town that gave its province the name, unless the town is a small part of it. */
function namesTown(
  candidates: readonly PlaceCandidate[],
  { kind, admin1, population }: PlaceCandidate,
): boolean {
  if (kind !== 'admin1') return false;
  return candidates.some(
    (other) =>
      (other.kind === 'city' || other.kind === 'capital') &&
      other.admin1 === admin1 &&
      other.population >= population * TOWN_SHARE,
  );
}

/** Chosen by hand: Kandahar and Labé are towns first, Tennessee is not. */
const TOWN_SHARE = 0.35;

/** How likely a place is to be in the news at all, whatever the report. */
function sizeOf({ kind, population, seat }: PlaceCandidate): number {
  const size = 0.5 * Math.log10(population + 1);
  switch (kind) {
    case 'country':
      return 8;
    case 'continent':
    case 'waters':
      return 7;
    case 'territory':
    case 'province':
    case 'region':
      return 4.5;
    case 'feature':
    case 'border':
    case 'site':
    case 'district':
      return 3.5;
    // Towns of the curated tables are contested, and so in the news more than their size says.
    case 'town':
      return 4.5;
    case 'capital':
      return size + 1.8;
    case 'admin1':
      return 2 + size * 0.5;
    case 'admin2':
      return size * 0.5;
    case 'quarter':
      return size - 1;
    case 'city':
      return size + (seat ? 0.4 : 0);
  }
}

const FITS: Readonly<Partial<Record<ClassKind, Partial<Record<PlaceKind, number>>>>> = {
  settlement: {
    capital: 1.5,
    city: 1.5,
    town: 1.5,
    quarter: 1.5,
    admin1: -2,
    admin2: -1.5,
    territory: -2,
    province: -2,
  },
  district: {
    admin2: 2.5,
    district: 2.5,
    admin1: 0.5,
    city: 0.5,
    quarter: 1.5,
    region: 0.5,
    country: -6,
    capital: -1,
  },
  province: {
    admin1: 3,
    territory: 3,
    province: 3,
    region: 1.5,
    admin2: 0.5,
    city: -1,
    capital: -1,
    country: -6,
  },
  region: { admin1: 2.5, territory: 2.5, province: 2.5, region: 2.5, country: -3, feature: 1 },
  nature: { feature: 3, waters: 3, region: 1, country: -4 },
  site: { site: 3, town: 0.5, country: -4 },
};

function fitOf(className: ClassKind | null, kind: PlaceKind): number {
  return className === null ? 0 : (FITS[className]?.[kind] ?? 0);
}

/** Places of one report lie together, and a name keeps its meaning through a report. */
function nearness({ settled }: Weighing, phrase: PlacePhrase, candidate: PlaceCandidate): number {
  let nearest = Number.POSITIVE_INFINITY;
  let same = 0;
  for (const { name, place, sure } of settled) {
    if (name === phrase.core.name) {
      if (sure && place === candidate) same = 3;
    } else nearest = Math.min(nearest, distanceKm(place, candidate));
  }
  return same + 1.5 * Math.exp(-nearest / 200);
}

/**
 * A small place in a country that the report never speaks of is most likely a namesake of one that the gazetteer
 * lacks: a Colombian hamlet is not the Mexican town that bears its name.
 */
function isStray({ context, named, settled }: Weighing, phrase: PlacePhrase, place: PlaceCandidate): boolean {
  const { countries, population, curated, mainName } = place;
  if (curated || context.weight < 2 || phrase.core.by === 'table') return false;
  const share = Math.max(0, ...countries.map((code) => context.countryShare(code, phrase.core.name)));
  if (
    share >= 0.25 ||
    settled.some((other) => other.name !== phrase.core.name && distanceKm(other.place, place) < 150)
  ) {
    return false;
  }
  // A name that only one country has is no namesake, unless the place is too small to be in the news.
  const isOnly = mainName && named(phrase.core).every((other) => other.countries[0] === countries[0]);
  const enough = isOnly || share >= 0.05 ? STRAY_POPULATION / 50 : STRAY_POPULATION;
  return population < enough;
}

/** Chosen by hand: towns of this size are named without their country. */
const STRAY_POPULATION = 150_000;
