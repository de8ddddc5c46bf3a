import type { Reading, ReadQuantity } from '../claims/reading.ts';
import type { EventType } from '../document/event-layers.ts';
import { attributedSentence } from './attributed-sentence.ts';
import { denialsIn } from './kinds.ts';
import { type Matter, type Mention, mentionsByKey } from './matters.ts';
import { denyingVoiceOf, onceEach, type Voice, voiceOf } from './voices.ts';

/** How a matter stands in this collection, in the order in which the board shows it. */
export const STATUSES = ['contested', 'claimed', 'denied', 'forecast', 'asserted', 'background'] as const;

export type Status = (typeof STATUSES)[number];

/** What one party says that something counted. */
export interface FigureValue {
  readonly by: string | null;
  readonly outlet: string | null;
  readonly report: string;
  readonly event: string;
  /** The words of the report, such as "at least 23". */
  readonly text: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** Every value that the reports give for one thing, such as the killed; nobody's is preferred. */
export interface Figure {
  readonly of: string;
  readonly values: readonly FigureValue[];
}

/** One event of the collection: who did what to whom, who says so and who denies it. */
export interface BoardRow {
  /** The key of the mention that it is shown by: `<report id>/<event id>`. */
  readonly id: string;
  readonly status: Status;
  /** True where a report takes back or corrects part of it. */
  readonly corrected: boolean;
  readonly type: EventType;
  readonly mode: string | null;
  readonly actor: readonly string[];
  readonly trigger: string;
  readonly recipient: readonly string[];
  readonly words: string;
  readonly place: string | null;
  readonly time: { readonly text: string; readonly from: string | null; readonly to: string | null } | null;
  readonly says: readonly Voice[];
  readonly denies: readonly Voice[];
  /** Ids of the reports that speak of it. */
  readonly reports: readonly string[];
  /** How many accounts began on their own; null when that was not worked out. */
  readonly origins: number | null;
  readonly figures: readonly Figure[];
  /** The account ready to paste. */
  readonly sentence: string;
  /** 0 to 1: how sure the machine is of its reading, never how true the account is. */
  readonly confidence: number;
}

export interface BoardReport {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly events: number;
  /** Id of the report whose words it repeats; null when it repeats none that is known. */
  readonly copyOf: string | null;
}

/** What the desk opens with. */
export interface Board {
  readonly groups: readonly { readonly status: Status; readonly rows: readonly BoardRow[] }[];
  readonly reports: readonly BoardReport[];
}

/** What of a collection is compared across reports: its matters, and groups of report ids that repeat one text. */
export interface Comparison {
  readonly matters: readonly Matter[];
  readonly copies: readonly (readonly string[])[];
}

/**
 * Gives the board of a collection: what is contested first, and within a status what most reports speak of. A denial
 * has no row of its own; it stands in the row of what it denies.
 */
export function viewBoard(readings: readonly Reading[], { matters, copies }: Comparison): Board {
  const collection = collect(readings);
  const rows = matters
    .flatMap((matter) => rowOf(matter, collection) ?? [])
    .sort((a, b) => b.reports.length - a.reports.length || b.says.length - a.says.length);
  const groups = STATUSES.map((status) => ({ status, rows: rows.filter((row) => row.status === status) }));
  return { groups, reports: reportsOf(readings, copies) };
}

interface Collection {
  readonly mentions: ReadonlyMap<string, Mention>;
  /** Keys of the events that gainsay, by the key of what they gainsay. */
  readonly denialsOf: ReadonlyMap<string, readonly string[]>;
  readonly denying: ReadonlySet<string>;
  readonly corrected: ReadonlySet<string>;
}

function collect(readings: readonly Reading[]): Collection {
  const denialsOf = new Map<string, string[]>();
  const denying = new Set<string>();
  const corrected = new Set<string>();
  for (const reading of readings) {
    for (const { by, of } of denialsIn(reading)) {
      const target = `${reading.id}/${of}`;
      denialsOf.set(target, [...(denialsOf.get(target) ?? []), `${reading.id}/${by}`]);
      denying.add(`${reading.id}/${by}`);
    }
    for (const { to, relation } of reading.links)
      if (relation === 'corrects') corrected.add(`${reading.id}/${to}`);
  }
  return { mentions: mentionsByKey(readings), denialsOf, denying, corrected };
}

function rowOf(matter: Matter, collection: Collection): BoardRow | null {
  const keys = matter.mentions.filter((key) => collection.mentions.has(key));
  const asserting = keys.filter((key) => isAsserting(key, collection));
  if (keys.every((key) => collection.denying.has(key))) return null;
  const shown = fullest(asserting.length > 0 ? asserting : keys, collection);
  if (shown === null) return null;
  const says = onceEach(
    mentionsOf(asserting, collection).map(({ reading, event }) => voiceOf(reading, event)),
  );
  const denies = denialsAmong(keys, collection);
  const { event } = shown.mention;
  return {
    id: shown.key,
    status: statusOf(mentionsOf(asserting, collection), denies),
    corrected: keys.some((key) => collection.corrected.has(key)),
    type: event.type,
    mode: event.mode,
    actor: event.actor.map(({ text }) => text),
    trigger: event.trigger.text,
    recipient: event.recipient.map(({ text }) => text),
    words: event.words.text,
    place: event.place?.text ?? null,
    time: event.time && { text: event.time.text, from: event.time.from, to: event.time.to },
    says,
    denies,
    reports: [...new Set([...says, ...denies].map(({ report }) => report))],
    origins: matter.origins,
    figures: figuresOf(mentionsOf(keys, collection)),
    sentence: attributedSentence({ says, denies, origins: matter.origins }),
    confidence: event.confidence,
  };
}

function isAsserting(key: string, { mentions, denying }: Collection): boolean {
  return mentions.get(key)?.event.polarity === 'positive' && !denying.has(key);
}

function mentionsOf(keys: readonly string[], { mentions }: Collection): readonly Mention[] {
  return keys.flatMap((key) => mentions.get(key) ?? []);
}

function denialsAmong(keys: readonly string[], collection: Collection): readonly Voice[] {
  const negative = keys.filter((key) => !isAsserting(key, collection));
  const linked = keys.flatMap((key) => collection.denialsOf.get(key) ?? []);
  const all = mentionsOf([...new Set([...negative, ...linked])], collection);
  return onceEach(all.map(({ reading, event }) => denyingVoiceOf(reading, event)));
}

// Who, whom, where and when count alike; a report of an hour later often says less than the first.
function fullest(
  keys: readonly string[],
  { mentions }: Collection,
): { key: string; mention: Mention } | null {
  let best: { key: string; mention: Mention; parts: number } | null = null;
  for (const key of keys) {
    const mention = mentions.get(key);
    if (!mention) continue;
    const { actor, recipient, place, time } = mention.event;
    const parts = [actor.length > 0, recipient.length > 0, place, time].filter((part) => part).length;
    if (best === null || parts > best.parts) best = { key, mention, parts };
  }
  return best;
}

function statusOf(asserting: readonly Mention[], denies: readonly Voice[]): Status {
  const events = asserting.map(({ event }) => event);
  if (events.length === 0) return 'denied';
  if (denies.length > 0) return 'contested';
  if (events.every(({ timeframe }) => timeframe === 'background')) return 'background';
  if (events.every(({ timeframe }) => timeframe === 'future' || timeframe === 'hypothetical'))
    return 'forecast';
  return events.some(({ sources }) => sources[0] === 'outlet') ? 'asserted' : 'claimed';
}

function figuresOf(mentions: readonly Mention[]): readonly Figure[] {
  const valuesOf = new Map<string, Map<string, FigureValue>>();
  for (const { reading, event } of mentions) {
    if (event.polarity === 'negative') continue;
    const { by, outlet } = voiceOf(reading, event);
    for (const quantity of event.quantities) {
      const values = valuesOf.get(quantity.of) ?? new Map<string, FigureValue>();
      const value = { by, outlet, report: reading.id, event: event.id, ...amountOf(quantity) };
      const key = `${by ?? ''}\n${value.min}-${value.max}`;
      if (!values.has(key)) values.set(key, value);
      valuesOf.set(quantity.of, values);
    }
  }
  return [...valuesOf].map(([of, values]) => ({ of, values: [...values.values()] }));
}

function amountOf({ text, min, max }: ReadQuantity): Pick<FigureValue, 'text' | 'min' | 'max'> {
  return { text, min, max };
}

function reportsOf(readings: readonly Reading[], copies: Comparison['copies']): readonly BoardReport[] {
  const originalOf = new Map(
    copies.flatMap(([first, ...rest]) => rest.map((id) => [id, first ?? id] as const)),
  );
  return readings.map(({ id, report, events }) => ({
    id,
    title: report.title,
    outlet: report.outlet,
    publishedAt: report.publishedAt,
    events: events.length,
    copyOf: originalOf.get(id) ?? null,
  }));
}
