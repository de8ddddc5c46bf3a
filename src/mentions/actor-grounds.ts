import type { ActorMention, Sector } from '../document/mention-layers.ts';
import type { Tree } from '../language/tree.ts';
import type { Discourse, Seen } from './actor-discourse.ts';

/** Facts of a report from which the signs are told; made once, linear in its length. */
export interface SignGrounds {
  readonly discourse: Discourse;
  readonly tree: Tree;
  /** The countries that the report speaks of, sorted. */
  readonly countries: readonly string[];
  readonly tallies: ReadonlyMap<string, Tally>;
  /** The most that any one country is named. */
  readonly most: number;
  /** The most places of its happenings that lie in any one. */
  readonly mostPlaces: number;
  /** The state of the report's dateline, where nothing happens in another and none is spoken of but in passing; else null. */
  readonly written: string | null;
  readonly names: number;
  readonly places: number;
  /** Each time that a country is named, by sentence and country. */
  readonly seenIn: ReadonlyMap<number, ReadonlyMap<string, readonly Seen[]>>;
  /** By token, the country that was named last before it. */
  readonly recentAt: readonly (string | undefined)[];
  /** By sentence, the first sentence of its paragraph. */
  readonly paragraphAt: readonly number[];
  /** How many phrases of each kin say their country themselves, by kin and country. */
  readonly saidAs: ReadonlyMap<Kin, ReadonlyMap<string, number>>;
  readonly outlets: ReadonlySet<string>;
}

interface Tally {
  names: number;
  places: number;
  peoples: number;
  seats: number;
  /** The sentences that name it, in order. */
  readonly sentences: number[];
  isDateline: boolean;
  isTitle: boolean;
}

/** What a report is told of beside its trees. */
interface Facts {
  readonly discourse: Discourse;
  /** By sentence, the first sentence of its paragraph. */
  readonly paragraphs: readonly number[];
  /** The phrases, those whose own words say a country among them. */
  readonly said: readonly Pick<ActorMention, 'kind' | 'sector' | 'country'>[];
  /** The countries that the outlet's name speaks of. */
  readonly outlets: ReadonlySet<string>;
}

/** Counts what the signs need. */
export function layGrounds(tree: Tree, { discourse, paragraphs, said, outlets }: Facts): SignGrounds {
  const tallies = new Map<string, Tally>();
  const seenIn = new Map<number, Map<string, Seen[]>>();
  const recentAt: (string | undefined)[] = tree.tokens.map(() => undefined);
  let names = 0;
  let places = 0;
  let recent: string | undefined;
  let next = 0;
  for (const one of discourse.seen) {
    for (; next <= one.token; next++) recentAt[next] = recent;
    recent = one.country;
    const tally = tallies.get(one.country) ?? blankTally();
    tallies.set(one.country, tally);
    count(tally, one);
    names += Number(one.isName);
    places += Number(isPlace(one));
    const here = seenIn.get(one.sentence) ?? new Map<string, Seen[]>();
    seenIn.set(one.sentence, here);
    const times = here.get(one.country) ?? [];
    here.set(one.country, times);
    times.push(one);
  }
  for (; next < tree.tokens.length; next++) recentAt[next] = recent;
  return {
    discourse,
    tree,
    countries: [...tallies].flatMap(([country, tally]) => (isSpokenOf(tally) ? country : [])).sort(),
    tallies,
    most: Math.max(1, ...[...tallies.values()].map((tally) => tally.names)),
    mostPlaces: Math.max(1, ...[...tallies.values()].map((tally) => tally.places)),
    written: writtenIn(discourse, tallies),
    names,
    places,
    seenIn,
    recentAt,
    paragraphAt: paragraphs,
    saidAs: countSaid(said),
    outlets,
  };
}

function blankTally(): Tally {
  return { names: 0, places: 0, peoples: 0, seats: 0, sentences: [], isDateline: false, isTitle: false };
}

/** One "Zamora" that a list puts in a far country does not bring that country into a report. */
function isSpokenOf({ names, places, isDateline }: Tally): boolean {
  return names > 0 || places + Number(isDateline) > 1;
}

/** "KAMPALA, 12 March — The army said that herders had fled": named once ("the ambassador of France"), another state is a guest. */
function writtenIn({ home }: Discourse, tallies: ReadonlyMap<string, Tally>): string | null {
  if (home === null || !home.isOwn) return null;
  const isGuest = ([country, { names, places }]: readonly [string, Tally]): boolean =>
    country === home.country || (names <= 1 && places === 0);
  return tallies.get(home.country)?.isDateline === true && [...tallies].every(isGuest) ? home.country : null;
}

function count(tally: Tally, one: Seen): void {
  tally.names += Number(one.isName);
  tally.peoples += Number(one.isPeople);
  tally.seats += Number(one.isSeat);
  tally.places += Number(isPlace(one));
  if (tally.sentences.at(-1) !== one.sentence) tally.sentences.push(one.sentence);
  tally.isDateline ||= one.zone === 'dateline';
  tally.isTitle ||= one.zone === 'title';
}

/** A dateline says where a report was written, not where anything happened. */
function isPlace({ isGround, zone }: Seen): boolean {
  return isGround && zone !== 'dateline';
}

function countSaid(said: Facts['said']): ReadonlyMap<Kin, ReadonlyMap<string, number>> {
  const counts = new Map<Kin, Map<string, number>>();
  for (const phrase of said) {
    if (phrase.country === null) continue;
    const kin = kinOf(phrase);
    const ofKin = counts.get(kin) ?? new Map<string, number>();
    counts.set(kin, ofKin.set(phrase.country, (ofKin.get(phrase.country) ?? 0) + 1));
  }
  return counts;
}

/** What somebody is, as far as it tells whose they may be. */
export type Kin =
  | 'government'
  | 'force'
  | 'armed'
  | 'visitor'
  | 'civil'
  | 'person'
  | 'thing'
  | 'envoy'
  | 'other';

const KIN: Readonly<Partial<Record<Sector, Kin>>> = {
  GOV: 'government',
  LEG: 'government',
  JUD: 'government',
  MIL: 'force',
  COP: 'force',
  SPY: 'force',
  PRM: 'force',
  REB: 'armed',
  UAF: 'armed',
  CRM: 'armed',
  PRE: 'armed',
  NGO: 'visitor',
  JRN: 'visitor',
  REF: 'visitor',
  BUS: 'visitor',
  MED: 'visitor',
  REL: 'visitor',
  EDU: 'visitor',
};

/** Gives the kin of a phrase by its sector, else by what it is. */
export function kinOf({ sector, kind }: Pick<ActorMention, 'kind' | 'sector'>): Kin {
  if (sector !== null) return KIN[sector] ?? 'civil';
  return kind === 'person' || kind === 'thing' ? kind : 'other';
}

/** A paragraph is looked back on no further than this, so that one that never ends costs no more. */
const LONGEST_PARAGRAPH = 8;

/** Gives each time that a country is named from one sentence to another. */
export function seenBetween(
  { seenIn }: SignGrounds,
  country: string,
  first: number,
  last: number,
): readonly Seen[] {
  const found: Seen[] = [];
  for (let at = Math.max(first, last - LONGEST_PARAGRAPH); at <= last; at++)
    found.push(...(seenIn.get(at)?.get(country) ?? []));
  return found;
}

/** Gives the last of sorted sentences that is before `at`; undefined where none is. */
export function lastBefore(sentences: readonly number[], at: number): number | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1];
}
