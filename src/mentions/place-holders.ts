import type { PlaceContext } from './place-context.ts';
import type { PlaceCandidate, PlaceKind } from './place-lexicon.ts';
import type { PlacePhrase } from './place-phrases.ts';

/** Which place a phrase means, as far as the report settles it. */
export interface PlaceChoice {
  /** Null where no place of that name fits the report. */
  readonly place: PlaceCandidate | null;
  /** ISO 3166 alpha-3; without a place only where what holds it, or the whole report, leaves no doubt. */
  readonly country: string | null;
  readonly rule: string;
  readonly confidence: number;
}

/** What stands around a phrase that no list knows. */
export interface Surroundings {
  readonly phrases: readonly PlacePhrase[];
  readonly context: PlaceContext;
  readonly sentenceOf: (phrase: PlacePhrase | undefined) => number;
  /** The country of all the report's towns; null where they are few or in several. */
  readonly land: string | null;
  /** Settles a phrase that is not among the `phrases`. */
  readonly settle: (phrase: PlacePhrase) => PlaceChoice;
  /** Tells whether a place stands where its words speak of a land: no dateline, no capital whose deed is told. */
  readonly isSpot: (phrase: PlacePhrase | undefined, place: PlaceCandidate) => boolean;
}

/** The choice for a name that no list has. */
export const UNKNOWN: PlaceChoice = {
  place: null,
  country: null,
  rule: 'places/not-listed',
  confidence: 0.5,
};

/**
 * Gives a place that no list knows its country where the report leaves no doubt: what holds it is in one country,
 * or all places of its sentence or the one before are, or the report speaks of hardly any other.
 */
export function withCountry(
  weighing: Surroundings,
  choices: readonly PlaceChoice[],
  index: number,
): PlaceChoice {
  const { phrases, context } = weighing;
  const [choice, phrase] = [choices[index], phrases[index]];
  if (choice === undefined || phrase === undefined) return UNKNOWN;
  const held = holderOf(weighing, choices, phrase);
  if (held.place !== null && TIGHT.has(held.place.kind) && held.place.countries.length === 1)
    return { ...held, country: held.place.countries[0] ?? null, rule: BY_HOLDER, confidence: 0.5 };
  if (held.country !== null) return { ...choice, country: held.country, rule: 'places/country-by-holder' };
  for (const distance of [0, 1]) {
    const [mate, ...others] = matesOf(weighing, choices, index, distance);
    if (mate === undefined) continue;
    // A sentence before may speak of the other side's land, unless the whole report is of that one country.
    if (others.length > 0 || (distance > 0 && context.countryShare(mate) < UNMISTAKABLE)) break;
    return { ...choice, country: mate, rule: 'places/country-by-sentence' };
  }
  const main = context.mainCountry;
  if (main !== null && main === weighing.land)
    return { ...choice, country: main, rule: 'places/country-by-towns' };
  // "The Kenyan-led mission", "Nairobi said": whose soldiers and statements a report tells of is not where it lies.
  const unmistakable =
    main !== null &&
    context.grounds.has(main) &&
    context.weight >= 2 &&
    context.countryShare(main) >= MAIN_SHARE;
  return unmistakable ? { ...choice, country: main, rule: 'places/country-by-report' } : choice;
}

/** Chosen by hand: where two states are spoken of alike, a village may be on either side. */
const UNMISTAKABLE = 0.5;

/** Chosen by hand on the development reports: a report of one country still names those that speak of it. */
const MAIN_SHARE = 0.6;

/** "the Saltivka quarter of Kharkiv", "Kan Htaung, in Myebon township", "the Dinsor area of southern Somalia": gives what is told to hold a place. */
function holderOf(
  { settle }: Surroundings,
  choices: readonly PlaceChoice[],
  phrase: PlacePhrase,
): PlaceChoice {
  const [core, ...holders] = phrase.holders;
  if (core !== undefined) return settle({ ...phrase, core, holders, className: null });
  return (phrase.within === null ? undefined : choices[phrase.within]) ?? UNKNOWN;
}

/** Kinds small enough that a place somewhere in them is known to where_prec 2 or 3. */
const TIGHT: ReadonlySet<PlaceKind> = new Set(['capital', 'city', 'quarter', 'town', 'district', 'admin2']);

/** A place that no list knows, at the point of the town or district that the words say holds it. */
export const BY_HOLDER = 'places/in-holder';

/** Gives the countries of the places in a phrase's sentence and so many before it; countries themselves aside. */
function matesOf(
  { phrases, sentenceOf, isSpot }: Surroundings,
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
    if (place && place.kind !== 'country' && isSpot(phrases[i], place))
      for (const code of place.countries) mates.add(code);
  }
  return mates;
}
