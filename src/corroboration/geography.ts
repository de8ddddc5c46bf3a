import type { Mention, PlaceMarks } from './mentions.ts';
import { byCode } from './words.ts';

/** What the story's own texts say of which place lies in which. */
export interface Geography {
  /** Tells how two places bear on each other; `unknown` where neither text nor coordinates tell. */
  compare(a: PlaceMarks | null, b: PlaceMarks | null): 'same' | 'inside' | 'other' | 'unknown';
}

const NEAR_KM = 8;
// A region's coordinates are those of its middle.
const WIDE_KM = 300;
// "Pedra Alta, in Tarrafal district" or "Tarrafal's market": names this near in a text are taken to belong together.
const CONTAINMENT_GAP = 40;

/**
 * Learns containment from the texts: "Orsk, in the Vale district" puts Orsk inside Vale. Names are those that some
 * mention gives as its place, so the work grows with the texts, not with pairs of places.
 */
export function learnGeography(
  mentions: readonly Mention[],
  joins: readonly (readonly [string, string])[],
): Geography {
  const names = new Map<string, PlaceMarks>();
  for (const { place } of mentions) {
    const key = place?.names.join(' ') ?? '';
    if (place !== null && key !== '' && !names.has(key)) names.set(key, place);
  }
  const inside = new Set<string>();
  const textsOf = new Map<string, Set<number>>();
  const texts = [...new Set(mentions.map(({ reading }) => reading.report.text))];
  for (const [i, text] of texts.entries()) {
    const found = placesIn(text, names);
    for (const { key } of found) textsOf.set(key, (textsOf.get(key) ?? new Set()).add(i));
    for (const pair of containments(text, found)) inside.add(pair);
  }
  for (const pair of joinedPlaces(mentions, joins)) inside.add(pair);
  const wideNames = new Set([...names].filter(([, { wide }]) => wide).map(([key]) => key));
  return { compare: (a, b) => comparePlaces(a, b, { inside, wideNames, textsOf }) };
}

interface Known {
  /** "orsk<vale": Orsk lies in Vale. */
  readonly inside: ReadonlySet<string>;
  readonly wideNames: ReadonlySet<string>;
  /** In which texts a name stands. */
  readonly textsOf: ReadonlyMap<string, ReadonlySet<number>>;
}

function comparePlaces(
  a: PlaceMarks | null,
  b: PlaceMarks | null,
  known: Known,
): 'same' | 'inside' | 'other' | 'unknown' {
  if (a === null || b === null || a.names.length === 0 || b.names.length === 0) return 'unknown';
  const km = distanceKm(a, b);
  // An island that two states claim is put in one by some gazetteers and in the other by others; a village that no list
  // knows is put in the country that its report tells most of.
  const isClaimed = km === null ? a.isGuessed || b.isGuessed : km < NEAR_KM;
  if (!(isClaimed && sharesName(a, b)) && a.country !== null && b.country !== null && a.country !== b.country)
    return 'other';
  if (sharesName(a, b)) return 'same';
  const [x, y] = [a.names.join(' '), b.names.join(' ')];
  if (known.inside.has(`${x}<${y}`) || known.inside.has(`${y}<${x}`)) return 'inside';
  if (km !== null && km < NEAR_KM) return 'same';
  if (a.whole || b.whole) return 'unknown';
  if (a.wide === b.wide || (km !== null && km > WIDE_KM)) return 'other';
  // Whoever tells of a village in a region mostly names both; a story in which nobody does tells of two places.
  if (![...(known.textsOf.get(x) ?? [])].some((text) => known.textsOf.get(y)?.has(text))) return 'other';
  return a.wide ? wideRelation(b, known) : wideRelation(a, known);
}

// Of a village whose region the texts name we know that it is in no other region; of one whose region nobody names, nothing.
function wideRelation(narrow: PlaceMarks, { inside, wideNames }: Known): 'other' | 'unknown' {
  const prefix = `${narrow.names.join(' ')}<`;
  for (const wide of wideNames) if (inside.has(prefix + wide)) return 'other';
  return 'unknown';
}

/** Two mentions that one report calls one event tell that the narrow place lies in the wide one. */
function joinedPlaces(
  mentions: readonly Mention[],
  joins: readonly (readonly [string, string])[],
): readonly string[] {
  const placeOf = new Map(mentions.map(({ key, place }) => [key, place]));
  return joins.flatMap(([x, y]) => {
    const [a, b] = [placeOf.get(x), placeOf.get(y)];
    if (a == null || b == null || a.names.length === 0 || b.names.length === 0 || a.wide === b.wide)
      return [];
    const [narrow, wide] = a.wide ? [b, a] : [a, b];
    return [`${narrow.names.join(' ')}<${wide.names.join(' ')}`];
  });
}

function sharesName(a: PlaceMarks, b: PlaceMarks): boolean {
  const [few, many] = a.names.length <= b.names.length ? [a, b] : [b, a];
  return few.names.every((name) => many.names.includes(name));
}

function distanceKm(a: PlaceMarks, b: PlaceMarks): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
  const rad = Math.PI / 180;
  const x = (b.lon - a.lon) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  const y = (b.lat - a.lat) * rad;
  return Math.hypot(x, y) * 6371;
}

interface Found {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function placesIn(text: string, names: ReadonlyMap<string, PlaceMarks>): readonly Found[] {
  const found: Found[] = [];
  const lower = text.toLowerCase();
  for (const key of names.keys()) {
    for (let at = lower.indexOf(key); at >= 0; at = lower.indexOf(key, at + key.length)) {
      found.push({ key, start: at, end: at + key.length });
    }
  }
  return found.sort((a, b) => a.start - b.start || byCode(a.key, b.key));
}

function containments(text: string, found: readonly Found[]): readonly string[] {
  const lower = text.toLowerCase();
  const pairs: string[] = [];
  for (const [i, near] of found.entries()) {
    const next = found[i + 1];
    if (next === undefined || next.key === near.key || next.start - near.end > CONTAINMENT_GAP) continue;
    const between = lower.slice(near.end, next.start);
    // ", in Vale district", ", Vale" and " in Vale" go up; "Vale's Orsk" and "Vale, where Orsk" do not.
    if (
      /^,?\s(?:in\s)?(?:the\s)?(?:[\p{L}]+\s){0,4}$/u.test(between) &&
      !/\b(?:and|or|to|from|with)\b/u.test(between)
    ) {
      pairs.push(`${near.key}<${next.key}`);
    }
    if (/^['’]s\s/u.test(between)) pairs.push(`${next.key}<${near.key}`);
  }
  return pairs;
}
