import type { Layers } from '../document/layers.ts';
import type { PlaceMention, Sector } from '../document/mention-layers.ts';
import { childrenBy, lowerOf, type Tree } from '../language/tree.ts';

/** The state on whose ground a report's happenings lie. */
export interface Home {
  readonly country: string;
  /** True where the report was also written there, or does not say where: its bare "army" is that state's. */
  readonly isOwn: boolean;
}

/** Without a dateline this many places must lie in the state, and this many times as many as in the next. */
const LEAST_PLACES = 2;
const LEAD = 2;

/**
 * Gives the one state that a report is set in, by where its dateline and the places of its happenings lie; null when two
 * are as present. A capital that stands for its government ("Delhi refused") is no ground.
 */
export function homeOf({ zones, places, tokens }: Pick<Layers, 'zones' | 'places' | 'tokens'>): Home | null {
  const silent = zones.filter(({ kind }) => kind !== 'paragraph');
  const counts = new Map<string, number>();
  const written = new Set<string>();
  let unknown = 0;
  for (const place of places) {
    // "near Tal Tamr", which no table knows, may lie anywhere; "a checkpoint" tells nothing.
    if (place.country === null && /^\p{Lu}/u.test(tokens[place.endToken - 1]?.text ?? '')) unknown++;
    if (place.country === null || place.disputed || place.whereKind === 'metonym' || isLand(place)) continue;
    const zone = silent.find(({ start, end }) => start <= place.start && place.start < end);
    if (zone?.kind === 'dateline') written.add(place.country);
    if (zone === undefined) counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const most = first?.[1] ?? 0;
  const [dateline] = written;
  // "LAGOS, Aug. 20 -": written where at least half as much happens as anywhere else.
  if (written.size === 1 && dateline !== undefined && (counts.get(dateline) ?? 0) * LEAD >= most)
    return { country: dateline, isOwn: true };
  if (first === undefined || most < LEAST_PLACES || most < LEAD * (second?.[1] ?? 0)) return null;
  if (unknown >= LEAD * most) return null;
  return { country: first[0], isOwn: written.size === 0 };
}

/** "violated Estonian airspace", "on its own soil": whose it is need not be where the report is set. */
export function isLand({ why }: Pick<PlaceMention, 'why'>): boolean {
  return why.rule === 'places/land';
}

/** Gives by token the country of the place that is named there; places of unknown or disputed country are left out. */
export function countriesByToken(places: readonly PlaceMention[]): ReadonlyMap<number, string> {
  return new Map(
    places.flatMap(({ country, disputed, firstToken, endToken }) =>
      country === null || disputed
        ? []
        : Array.from({ length: endToken - firstToken }, (_, i) => [firstToken + i, country] as const),
    ),
  );
}

/** Prepositions that tie people to a place, and those that tie a force to it: "troops in Crimea" may be anybody's. */
const LIVING = ['of', 'from', 'at', 'in', 'near', 'outside', 'around'];
const BELONGING = ['of', 'from'];
const ARMED: readonly (Sector | null)[] = ['MIL', 'REB', 'UAF', 'PRM'];
/** "a doctor at the district hospital in Khost" has its place two phrases deep. */
const DEEPEST = 2;

/** Gives the country of the place that a phrase names behind its head: "residents of Barekamavan"; null where it names none. */
export function countryInPhrase(
  tree: Tree,
  countryAt: ReadonlyMap<number, string>,
  { head, sector }: { readonly head: number; readonly sector: Sector | null },
): string | null {
  // Those who fled to a place are not its own.
  if (sector === 'REF') return null;
  const prepositions = ARMED.includes(sector) ? BELONGING : LIVING;
  let heads: readonly number[] = [head];
  for (let depth = 0; depth < DEEPEST; depth++) {
    heads = heads
      .flatMap((token) => childrenBy(tree, token, 'nmod'))
      .filter((token) =>
        childrenBy(tree, token, 'case').some((mark) => prepositions.includes(lowerOf(tree, mark))),
      );
    const country = heads.flatMap((token) => countryAt.get(token) ?? [])[0];
    if (country !== undefined) return country;
  }
  return null;
}
