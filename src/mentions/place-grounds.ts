import type { PlaceMention } from '../document/mention-layers.ts';

/** A country must be spoken of this often, and this many times as often as the next, to be the ground of a report. */
const LEAST = 3;
const LEAD = 2;
const CONFIDENCE = 0.45;

/** Waters, lines and roads lie where states meet, whatever the rest of a report is about. */
const NO_GROUND =
  /\b(?:seas?|ocean|gulf|straits?|shoal|reef|bank|channel|atoll|canal|river|bay|cape|border|frontier|line|route|corridor|zone|islands?|airspace)\b/iu;

/**
 * Gives a named place that no list knows the country in which nearly all places of the report lie: "the village of Ntete"
 * in a report from Pemba, Nampula and Maputo; before that the country that it has elsewhere in the report, after it that of all
 * towns told just beside it. Its coordinates stay unknown. Where two countries are as present, it has none.
 */
export function withGrounds(text: string, places: readonly PlaceMention[]): readonly PlaceMention[] {
  const again = sameNamed(text, places);
  const ground = groundOf(places);
  const plain = plainGround(places);
  const spoken = namesByCountry(text, places);
  return places.map((place, index) => {
    if (place.country !== null) return place;
    if (isToldSite(text, place)) return plain === undefined ? place : setIn(place, plain);
    if (!isUnknownTown(text, place)) return place;
    const found = again.get(nameOf(text, place)) ?? ground ?? besideOf(text, places, index);
    // One "Rio Blanco" that a list puts in a far country does not take its neighbours there.
    const isSpokenOf = found?.country != null && (spoken.get(found.country)?.size ?? 0) > 1;
    return found === undefined || !isSpokenOf ? place : setIn(place, found);
  });
}

/** The names of the places in each country. */
function namesByCountry(text: string, places: readonly PlaceMention[]): ReadonlyMap<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const place of places) {
    if (place.country === null) continue;
    names.set(place.country, (names.get(place.country) ?? new Set()).add(nameOf(text, place)));
  }
  return names;
}

function setIn(place: PlaceMention, { country, start, end }: PlaceMention): PlaceMention {
  const confidence = Math.min(place.why.confidence, CONFIDENCE);
  const why = { rule: 'places/ground-country', spans: [...place.why.spans, { start, end }], confidence };
  return { ...place, country, why };
}

/** The words from the first capital on: "Ntete" of "the village of Ntete". */
function nameOf(text: string, { start, end }: PlaceMention): string {
  const words = text.slice(start, end);
  return words.slice(Math.max(0, words.search(/\p{Lu}/u)));
}

/** By name, the places whose country is known elsewhere in the report; none for a name in two countries. */
function sameNamed(text: string, places: readonly PlaceMention[]): ReadonlyMap<string, PlaceMention> {
  const known = new Map<string, PlaceMention>();
  const doubtful = new Set<string>();
  for (const place of places) {
    if (place.country === null || place.whereKind !== 'literal') continue;
    const name = nameOf(text, place);
    const other = known.get(name);
    if (other !== undefined && other.country !== place.country) doubtful.add(name);
    known.set(name, place);
  }
  for (const name of doubtful) known.delete(name);
  return known;
}

/** Places at most this far apart in the text are of one stretch of telling. Chosen by hand: some two sentences. */
const BESIDE_CHARACTERS = 250;
/** "watched the border and heard shells on Ntete": what is told across it may lie on either side. */
const PARTING = /\b(?:borders?|frontier|across the line)\b/iu;
/** How many places to either side are asked. */
const BESIDE_MOST = 3;

/**
 * "In Rumeith, half an hour from Naqoura": the nearest place told with it, where all named towns around lie in its country;
 * undefined where they lie in two, or a line between states is near.
 */
function besideOf(text: string, places: readonly PlaceMention[], index: number): PlaceMention | undefined {
  const place = places[index];
  if (place === undefined) return undefined;
  const around = [
    ...places.slice(Math.max(0, index - BESIDE_MOST), index).reverse(),
    ...places.slice(index + 1, index + 1 + BESIDE_MOST),
  ].filter(
    (other) => other.start - place.end < BESIDE_CHARACTERS && place.start - other.end < BESIDE_CHARACTERS,
  );
  if (around.some((other) => NO_GROUND.test(text.slice(other.start, other.end)))) return undefined;
  const [from, to] = [
    Math.min(...around.map(({ start }) => start)),
    Math.max(...around.map(({ end }) => end)),
  ];
  if (around.length > 0 && PARTING.test(text.slice(from, to))) return undefined;
  const towns = around.filter(
    ({ whereKind, country, precision }) =>
      whereKind === 'literal' && country !== null && (precision ?? 9) <= 4,
  );
  const countries = new Set(towns.map(({ country }) => country));
  // One province ("massing troops in Tigray") says less than one town: the next words may be of beyond it.
  const isPlain = towns.length > 1 || (towns[0]?.precision ?? 9) <= 3;
  return countries.size === 1 && isPlain ? towns[0] : undefined;
}

function isUnknownTown(text: string, { start, end, disputed, whereKind, lat, why }: PlaceMention): boolean {
  const words = text.slice(start, end);
  // "an Ecuadorean outpost" has a people's name, and may lie on another's land.
  if (isTold({ why })) return false;
  const isNamed = /\p{Lu}\p{L}+[^\p{Lu}]*$/u.test(words) && /^(?:the |an? )?[\p{L}]/u.test(words);
  return !disputed && whereKind === 'literal' && lat === null && isNamed && !NO_GROUND.test(words);
}

/** "the slope", "the governor's office": a spot without a name lies in the land of the report; "an Angolan post", "several states" may lie abroad. */
function isToldSite(text: string, { start, end, disputed, precision, why }: PlaceMention): boolean {
  const words = text.slice(start, end);
  return (
    isTold({ why }) &&
    !disputed &&
    precision !== 5 &&
    /^(?:the|that|this|its|their|our) [^\p{Lu}]+$/u.test(words) &&
    !NO_GROUND.test(words)
  );
}

/** "the road", "an army camp": told by a noun, and named by no name of its own. */
function isTold({ why }: Pick<PlaceMention, 'why'>): boolean {
  return why.rule === 'places/antecedent';
}

/** The first place in the country that has the lead among the places of a report, or undefined. */
function groundOf(places: readonly PlaceMention[]): PlaceMention | undefined {
  // "the road", "the building" have their land from a name: they may bear out its lead, but not take it from another.
  const told = places.filter((place) => !isTold(place));
  // "Bangui says", "Bangui warns": who is spoken of most need not be who is shot at, if more is told to be elsewhere.
  const spots = countsOf(told.filter(({ whereKind }) => whereKind === 'literal'));
  const named = countsOf(told);
  const isFirst = named[0]?.[0] === spots[0]?.[0] && (spots[0]?.[1] ?? 0) > (spots[1]?.[1] ?? 0);
  const isBorneOut = isFirst && named[0]?.[0] === countsOf(places)[0]?.[0] && leads(countsOf(places));
  const ground = leads(spots) || (isFirst && leads(named)) || isBorneOut ? spots[0]?.[0] : undefined;
  return places.find(({ country }) => country !== null && country === ground);
}

/** The first place in the country of three in four spots with a name; undefined where a report tells of both sides of a border. */
function plainGround(places: readonly PlaceMention[]): PlaceMention | undefined {
  const spots = places.filter((place) => place.whereKind === 'literal' && !isTold(place));
  const [first, second] = countsOf(spots);
  const isPlain = first !== undefined && first[1] >= LEAST && first[1] >= PLAIN_LEAD * (second?.[1] ?? 0);
  return isPlain ? spots.find(({ country }) => country === first[0]) : undefined;
}

const PLAIN_LEAD = 3;

function leads([first, second]: Counts): boolean {
  return first !== undefined && first[1] >= LEAST && first[1] >= LEAD * (second?.[1] ?? 0);
}

type Counts = readonly (readonly [string, number])[];

/** How often each country is spoken of, the most first. */
function countsOf(places: readonly PlaceMention[]): Counts {
  const counts = new Map<string, number>();
  for (const { country } of places) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
