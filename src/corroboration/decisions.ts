import type { ReadEvent, Reading } from '../claims/reading.ts';
import { overlaps, type Span } from '../document/span.ts';
import { mentionKey } from './mentions.ts';
import type { Originals } from './originals.ts';
import { byCode } from './words.ts';

/** Words of a report by which a person names an event, whatever a reading calls it. */
export interface EventAnchor extends Span {
  /** The report's id. */
  readonly report: string;
}

/** What a person decided on a story; `entry` is its number in the log, and of two that disagree the later holds. */
export type StoryDecision =
  | { readonly kind: 'merge'; readonly entry: number; readonly mentions: readonly EventAnchor[] }
  | {
      readonly kind: 'split';
      readonly entry: number;
      readonly mentions: readonly EventAnchor[];
      readonly from: readonly EventAnchor[];
    }
  | { readonly kind: 'retract'; readonly entry: number; readonly report: string };

/** What the decisions come to for these readings. */
export interface Decided {
  /** Mention keys that are one event, the latest decision first: where two cannot both be followed, it wins. */
  readonly together: readonly (readonly string[])[];
  /** Pairs of mention keys that are two events. */
  readonly apart: readonly (readonly [string, string])[];
  /** Ids of reports that their outlets took back. */
  readonly retracted: ReadonlySet<string>;
  /** By mention key, the entries that speak of it. */
  readonly entriesOf: ReadonlyMap<string, readonly number[]>;
  /** Entries whose words no reading at hand reads as events: kept, and without effect for now. */
  readonly dormant: readonly number[];
}

/** Nobody decided anything. */
export const NOTHING_DECIDED: Decided = {
  together: [],
  apart: [],
  retracted: new Set(),
  entriesOf: new Map(),
  dormant: [],
};

/** Finds the mentions that decisions speak of in the readings at hand. Cost grows with the decisions and the events of their reports. */
export function resolveDecisions(decisions: readonly StoryDecision[], readings: readonly Reading[]): Decided {
  if (decisions.length === 0) return NOTHING_DECIDED;
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  const keysOf = (anchors: readonly EventAnchor[]): readonly string[] => [
    ...new Set(anchors.flatMap((anchor) => keyAt(anchor, byId) ?? [])),
  ];
  let state: Pick<Decided, 'together' | 'apart'> = { together: [], apart: [] };
  const retracted = new Set<string>();
  const entriesOf = new Map<string, number[]>();
  const dormant: number[] = [];
  const note = (keys: readonly string[], entry: number): void => {
    for (const key of keys) entriesOf.set(key, [...(entriesOf.get(key) ?? []), entry]);
  };
  for (const decision of [...decisions].sort((a, b) => a.entry - b.entry)) {
    if (decision.kind === 'retract') {
      retracted.add(decision.report);
      note(mentionsIn(byId.get(decision.report)), decision.entry);
      continue;
    }
    const keys = keysOf(decision.mentions);
    const from = decision.kind === 'split' ? keysOf(decision.from) : [];
    if (decision.kind === 'merge' ? keys.length < 2 : keys.length === 0 || from.length === 0) {
      dormant.push(decision.entry);
      continue;
    }
    state = decision.kind === 'merge' ? merged(state, keys) : split(state, keys, from);
    note([...keys, ...from], decision.entry);
  }
  return { ...state, retracted, entriesOf, dormant };
}

function mentionsIn(reading: Reading | undefined): readonly string[] {
  return reading === undefined ? [] : reading.events.map((event) => mentionKey(reading, event));
}

/** Gives the event whose trigger shares most with the words; null where none does. */
function keyAt({ report, ...span }: EventAnchor, byId: ReadonlyMap<string, Reading>): string | null {
  const reading = byId.get(report);
  if (reading === undefined) return null;
  let best: ReadEvent | null = null;
  for (const event of reading.events) {
    if (!overlaps(event.trigger, span)) continue;
    if (best === null || sharedLength(event.trigger, span) > sharedLength(best.trigger, span)) best = event;
  }
  return best === null ? null : mentionKey(reading, best);
}

function sharedLength(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

type Standing = Pick<Decided, 'together' | 'apart'>;

function merged({ together, apart }: Standing, keys: readonly string[]): Standing {
  const members = new Set(keys);
  return {
    together: [keys, ...together],
    apart: apart.filter(([a, b]) => !(members.has(a) && members.has(b))),
  };
}

/** An earlier merge of mentions that are split now falls into those split off and the others. */
function split({ together, apart }: Standing, keys: readonly string[], from: readonly string[]): Standing {
  const [off, rest] = [new Set(keys), new Set(from)];
  return {
    together: together.flatMap((group) => {
      if (!group.some((key) => off.has(key)) || !group.some((key) => rest.has(key))) return [group];
      return [group.filter((key) => off.has(key)), group.filter((key) => !off.has(key))];
    }),
    apart: [...apart, ...keys.flatMap((key) => from.map((other) => [key, other] as const))],
  };
}

/** Gives the originals without those that a person told apart from their copy. */
export function originalsLeft(originals: Originals, { apart }: Decided): Originals {
  if (apart.length === 0) return originals;
  const left = new Map(originals);
  for (const [a, b] of apart) {
    if (left.get(a) === b) left.delete(a);
    if (left.get(b) === a) left.delete(b);
  }
  return left;
}

/** Lets decisions on what copies repeat speak of the originals, which the copies follow. */
export function throughOriginals(decided: Decided, originals: Originals): Decided {
  const to = (key: string): string => originals.get(key) ?? key;
  return {
    ...decided,
    together: decided.together.map((keys) => [...new Set(keys.map(to))]),
    apart: decided.apart.map(([a, b]) => [to(a), to(b)] as const).filter(([a, b]) => a !== b),
  };
}

/** Gives the entries that speak of any of the mentions, sorted. */
export function entriesFor(keys: readonly string[], { entriesOf }: Decided): readonly number[] {
  return [...new Set(keys.flatMap((key) => entriesOf.get(key) ?? []))].sort((a, b) => a - b);
}

/** Gives pairs to join for the groups that people put together, each group in code order. */
export function decidedPairs({ together }: Decided): readonly (readonly [string, string])[] {
  return together.flatMap((keys) => {
    const [first, ...others] = [...keys].sort(byCode);
    return first === undefined ? [] : others.map((other) => [first, other] as const);
  });
}
