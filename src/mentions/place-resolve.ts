import { findBodyCores } from './place-bodies.ts';
import { candidatesOf, keyOf } from './place-candidates.ts';
import { type PlaceContext, readContext } from './place-context.ts';
import { type CoreSearch, isInDateline, type PlaceCore } from './place-core.ts';
import { distanceKm } from './place-geometry.ts';
import { type PlaceChoice, UNKNOWN, withCountry } from './place-holders.ts';
import type { PlaceCandidate, PlaceKind } from './place-lexicon.ts';
import { type PlacePhrase, toldCountry } from './place-phrases.ts';
import { fitOf, namesTown, sizeOf } from './place-weights.ts';
import type { ClassKind } from './place-words.ts';

/** Settles which place each phrase means; the same order as the phrases. */
export function resolvePhrases(search: CoreSearch, phrases: readonly PlacePhrase[]): readonly PlaceChoice[] {
  const known = new Map<string, readonly PlaceCandidate[]>();
  const named = (core: PlaceCore) => {
    const key = keyOf(core);
    const found = known.get(key) ?? candidatesOf(search, core);
    known.set(key, found);
    return found;
  };
  const cores = [...phrases.flatMap(({ core, holders }) => [core, ...holders]), ...findBodyCores(search)];
  const context = readContext(search, cores, named);
  const sentenceOf = (phrase: PlacePhrase | undefined) =>
    search.doc.layers.tokens[phrase?.firstToken ?? -1]?.sentence ?? -1;
  let weighing: Weighing = { search, phrases, named, context, held: new Map(), settled: [] };
  let choices = phrases.map((phrase) => choose(weighing, phrase));
  // Near places support each other, so each round's answers decide the doubtful ones of the next.
  for (let round = 1; round < ROUNDS; round++) {
    weighing = { ...weighing, settled: settledPlaces(phrases, choices), held: heldPlaces(phrases, choices) };
    choices = phrases.map((phrase) => choose(weighing, phrase));
  }
  const agreed = inOneSense(phrases, choices);
  const settle = (phrase: PlacePhrase) => choose(weighing, phrase);
  // "NAIROBI — Jets struck the Dinsor area", "Bangui's raid on Tissi": where it is told, or whose deed it is, is not where it is.
  const isSpot = (phrase: PlacePhrase | undefined, { kind }: PlaceCandidate) =>
    phrase !== undefined &&
    !isInDateline(search.doc, phrase.firstToken) &&
    !(kind === 'capital' && /^['’]s?$/u.test(search.doc.layers.tokens[phrase.endToken]?.text ?? ''));
  const around = { phrases, context, sentenceOf, settle, isSpot, land: landOf(phrases, agreed) };
  return agreed.map((choice, i) => {
    if (choice.place !== null) return choice;
    const told = toldCountry(search, phrases[i] as PlacePhrase);
    return told === undefined
      ? withCountry(around, agreed, i)
      : { ...choice, country: told, rule: BY_PEOPLE };
  });
}

const BY_PEOPLE = 'places/country-by-people';

/** Measured on LGL: two rounds leave 0.4 % more toponyms wrong, four gain nothing. */
const ROUNDS = 3;

/** Fewer names of towns than this say nothing of where a report plays. Chosen by hand. */
const LAND_NAMES_MIN = 3;

/** Gives the country of all towns and divisions of a report but capitals, where ministers meet; null where there are few, or in several. */
function landOf(phrases: readonly PlacePhrase[], choices: readonly PlaceChoice[]): string | null {
  const names = new Set<string>();
  const codes = new Set<string>();
  phrases.forEach(({ core }, i) => {
    const place = choices[i]?.place;
    if (!place || !LOCAL.has(place.kind) || place.kind === 'capital') return;
    names.add(keyOf(core));
    for (const code of place.countries) codes.add(code);
  });
  return names.size >= LAND_NAMES_MIN && codes.size === 1 ? ([...codes][0] ?? null) : null;
}

/** A name keeps its meaning through a report: what its mentions are surest of together is what each of them means. */
function inOneSense(
  phrases: readonly PlacePhrase[],
  choices: readonly PlaceChoice[],
): readonly PlaceChoice[] {
  const senses = new Map<string, Map<PlaceCandidate, Sense>>();
  phrases.forEach(({ core }, i) => {
    const choice = choices[i] ?? UNKNOWN;
    if (choice.place === null) return;
    const ofName = senses.get(keyOf(core)) ?? new Map<PlaceCandidate, Sense>();
    const known = ofName.get(choice.place);
    const surest = known === undefined || known.surest.confidence < choice.confidence ? choice : known.surest;
    const sum = (known?.sum ?? 0) + choice.confidence;
    senses.set(keyOf(core), ofName.set(choice.place, { surest, sum }));
  });
  return phrases.map(({ core, className }, i) => {
    const choice = choices[i] ?? UNKNOWN;
    const [first, ...others] = [...(senses.get(keyOf(core))?.values() ?? [])];
    // "Paris, Texas" and "the Kindia region" say themselves which one they mean.
    if (first === undefined || choice.rule === HELD || className !== null) return choice;
    const top = others.reduce((a, b) => (b.sum > a.sum ? b : a), first);
    return { ...top.surest, rule: top.surest.place === choice.place ? choice.rule : SAME_NAME };
  });
}

interface Sense {
  readonly surest: PlaceChoice;
  /** Of the confidences of the mentions that mean it. */
  readonly sum: number;
}

const SAME_NAME = 'places/same-name';

/** More places than this settle nothing new, and each is weighed against every candidate. */
const SETTLED_MAX = 120;

/** Gives the places of a round, each name's once: one that is held by another before the rest. */
function settledPlaces(
  phrases: readonly PlacePhrase[],
  choices: readonly PlaceChoice[],
): Weighing['settled'] {
  const settled = new Map<string, Weighing['settled'][number]>();
  phrases.forEach(({ core }, i) => {
    const name = keyOf(core);
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
  readonly search: CoreSearch;
  readonly phrases: readonly PlacePhrase[];
  readonly named: (core: PlaceCore) => readonly PlaceCandidate[];
  readonly context: PlaceContext;
  readonly held: ReadonlyMap<PlacePhrase, readonly PlaceCandidate[]>;
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

function choose(weighing: Weighing, phrase: PlacePhrase): PlaceChoice {
  const holders = holdersOf(weighing, phrase);
  const isCountry = weighing.named(phrase.core).some(({ kind }) => kind === 'country');
  let best: PlaceCandidate | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  let bestHeld = false;
  let rival = Number.NEGATIVE_INFINITY;
  for (const candidate of weighing.named(phrase.core)) {
    if (!agrees(phrase.className, candidate.kind)) continue;
    // "China, Japan and Korea" is a list; only a division shares its name with a country ("Georgia, USA").
    const mayBeHeld = !isCountry || candidate.kind === 'admin1';
    const held = mayBeHeld && holders.some((holder) => isHeldBy(candidate, holder));
    const score = scoreOf(weighing, phrase, candidate) + (held ? 5 : 0);
    if (best !== undefined && distanceKm(best, candidate) > NAMESAKE_KM)
      rival = Math.max(rival, Math.min(score, bestScore));
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
      bestHeld = held;
    }
  }
  if (best === undefined) return UNKNOWN;
  const country = best.countries.length === 1 ? (best.countries[0] ?? null) : null;
  if (bestHeld) return { place: best, country, rule: HELD, confidence: 0.9 };
  if (isStray(weighing, phrase, best)) {
    // "Geneva" without a word of its country is the large town, not one of its namesakes.
    const large = weighing
      .named(phrase.core)
      .find((other) => agrees(phrase.className, other.kind) && !isStray(weighing, phrase, other));
    if (large === undefined) return { ...UNKNOWN, rule: 'places/foreign-namesake', confidence: 0.4 };
    return {
      place: large,
      country: large.countries[0] ?? null,
      rule: 'places/large-namesake',
      confidence: 0.5,
    };
  }
  if (best.curated) return { place: best, country, rule: 'places/table', confidence: 0.9 };
  // Nothing in the report tells one "Madison County" from the other.
  const isTie = bestScore - rival < LEAST_LEAD;
  const confidence = isTie ? 0.2 : Math.max(0.3, Math.min(0.85, bestScore / 8));
  return { place: best, country, rule: 'places/gazetteer', confidence };
}

/** Nearer than this, two places of one name are a town and its district: the usual bound of toponym resolution. */
const NAMESAKE_KM = 161;

/** Of two namesakes whose scores lie closer than this, which one is meant stays unknown. Chosen by hand. */
const LEAST_LEAD = 0.02;

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
  const share = shareOf(context, phrase, candidate);
  const told = toldCountry(weighing.search, phrase);
  if (told !== undefined) score += candidate.countries.includes(told) ? 3 : -3;
  // A quarter of the talk is enough: in a war between two states, the aggressor's towns are not likelier for being blamed.
  score += 3 * Math.min(1, share * 4);
  if (candidate.admin1 !== null) score += 2 * context.divisionShare(candidate.admin1, phrase.core.name);
  if (LOCAL.has(candidate.kind)) score += 1.5 * Math.min(1, context.votesNear(candidate, phrase.core.name));
  if (phrase.className === null && namesTown(weighing.named(phrase.core), candidate)) score -= 2;
  // "Buffalo, New York": the state holds the town, the city does not.
  if (weighing.held.get(phrase)?.some((inner) => isHeldBy(inner, candidate))) score += 4;
  return score + nearness(weighing, phrase, candidate);
}

function shareOf(context: PlaceContext, { core }: PlacePhrase, { countries }: PlaceCandidate): number {
  return Math.max(0, ...countries.map((code) => context.countryShare(code, core.name)));
}

/** Places of one report lie together, in one country or division, and a name keeps its meaning through a report. */
function nearness({ settled }: Weighing, phrase: PlacePhrase, candidate: PlaceCandidate): number {
  let nearest = Number.POSITIVE_INFINITY;
  let same = 0;
  let others = 0;
  let compatriots = 0;
  let neighbours = 0;
  for (const { name, place, sure } of settled) {
    if (name === keyOf(phrase.core)) {
      if (sure && place === candidate) same = 3;
      continue;
    }
    others++;
    nearest = Math.min(nearest, distanceKm(place, candidate));
    if (place.countries[0] === candidate.countries[0]) compatriots++;
    const isDivision = candidate.kind === 'admin1';
    if (!isDivision && place.admin1 !== null && place.admin1 === candidate.admin1) neighbours++;
  }
  const company = (2 * compatriots + neighbours) / Math.max(others, COMPANY_MIN);
  return same + 1.5 * Math.exp(-nearest / 200) + company;
}

/** Fewer places than this are no company to judge a place by. Chosen by hand. */
const COMPANY_MIN = 3;

/**
 * A small place in a country that the report never speaks of is most likely a namesake of one that the gazetteer
 * lacks: a Colombian hamlet is not the Mexican town that bears its name.
 */
function isStray(
  { search, context, named, settled, phrases }: Weighing,
  phrase: PlacePhrase,
  place: PlaceCandidate,
): boolean {
  const { countries, kind, population, curated, mainName } = place;
  const isSmall = OF_GROUND.has(kind) && population < STRAY_POPULATION;
  // "shot at from across the Rio Blanco" in a report of two other states: a river of theirs, not the far county of that name.
  if (isSmall && context.weight >= 1 && saysThe(search, phrase) && shareOf(context, phrase, place) === 0)
    return true;
  // "Envoys meet in Castries": a capital needs no word of its country.
  if (curated || (kind === 'capital' && mainName) || context.weight < 2 || phrase.core.by === 'table')
    return false;
  const share = shareOf(context, phrase, place);
  if (
    share >= 0.25 ||
    settled.some((other) => other.name !== keyOf(phrase.core) && distanceKm(other.place, place) < 150)
  ) {
    return false;
  }
  // A name that only one country has is no namesake, unless the place is too small to be in the news.
  // "Saint-Luc hospital" in Benin has its name from the saint, not from a town in Canada that alone is listed.
  const isOnly =
    mainName &&
    phrase.className !== 'site' &&
    named(phrase.core).every((other) => other.countries[0] === countries[0]) &&
    !(kind === 'admin1' && phrases.some((other) => other.className === 'site' && isNamesake(phrase, other)));
  const isSpokenOf = share >= 0.05;
  // "Nikozi" in Georgia is no word for Nicosia, nor a prison called Litoral a province overseas.
  const isFar = !isOnly && (!mainName || kind === 'admin1');
  const enough = STRAY_POPULATION / (isSpokenOf ? 50 : isOnly ? ONLY_SHARE : isFar ? 1 / FAR_TIMES : 1);
  return population < enough;
}

/** Kinds of place whose names bear no article. */
const OF_GROUND: ReadonlySet<PlaceKind> = new Set(['city', 'quarter', 'admin2', 'town']);

function saysThe({ doc }: CoreSearch, { firstToken, className }: PlacePhrase): boolean {
  return className === null && doc.layers.tokens[firstToken]?.text.toLowerCase() === 'the';
}

function isNamesake(a: PlacePhrase, b: PlacePhrase): boolean {
  return keyOf(a.core) === keyOf(b.core);
}

/** Chosen by hand: towns of this size are named without their country. */
const STRAY_POPULATION = 150_000;

/** Chosen by hand: by another name, or as a division that shares its name, only far larger places are named without their country. */
const FAR_TIMES = 10;

/** Chosen by hand: a list that lacks a village of one country still has its only namesake in another. */
const ONLY_SHARE = 25;
