import type { Reading } from '../claims/reading.ts';
import type { EventType } from '../document/event-layers.ts';
import { attributedSentence } from './attributed-sentence.ts';
import { type Figure, figuresOf } from './figures.ts';
import { denialsIn } from './kinds.ts';
import {
  type Comparison,
  type DecisionNote,
  type Matter,
  type MatterClaim,
  type Mention,
  mentionsByKey,
} from './matters.ts';
import { type Speaker, speakersOf } from './speakers.ts';
import { type Voice, voiceOf } from './voices.ts';

/** How a matter stands in this collection, in the order in which the board shows it. */
export const STATUSES = ['contested', 'claimed', 'denied', 'forecast', 'asserted', 'background'] as const;

export type Status = (typeof STATUSES)[number];

/** One event of the collection: who did what to whom, who says so and who denies it. */
export interface BoardRow {
  /** The key of the mention that it is shown by: `<report id>/<event id>`. */
  readonly id: string;
  readonly status: Status;
  /** Keys of all mentions of it. */
  readonly mentions: readonly string[];
  /** True where a report corrects part of it. */
  readonly corrected: boolean;
  /** True where everybody who said so took it back. */
  readonly retracted: boolean;
  readonly type: EventType;
  readonly mode: string | null;
  readonly actor: readonly string[];
  readonly trigger: string;
  readonly recipient: readonly string[];
  readonly words: string;
  readonly place: string | null;
  readonly time: { readonly text: string; readonly from: string | null; readonly to: string | null } | null;
  readonly says: readonly Speaker[];
  readonly denies: readonly Speaker[];
  /** Accounts that explain the same thing in another way. */
  readonly rivals: readonly Voice[];
  /** Ids of the reports that speak of it. */
  readonly reports: readonly string[];
  /** How many accounts began on their own; null when that was not worked out. */
  readonly origins: number | null;
  readonly figures: readonly Figure[];
  /** The account ready to paste. */
  readonly sentence: string;
  /** What people decided on its mentions, the earliest first. */
  readonly decisions: readonly DecisionNote[];
  /** 0 to 1: how sure the machine is of its reading, never how true the account is. */
  readonly confidence: number;
}

/** One report in the list that stands beside the board. */
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

/** The board of no reports. */
export const EMPTY_BOARD: Board = { groups: [], reports: [] };

/**
 * Gives the board of a collection: what is contested first, and within a status what most reports speak of. A denial
 * has no row of its own; it stands in the row of what it denies. Reports stand by their time, the undated last.
 */
export function viewBoard(readings: readonly Reading[], { matters, copies }: Comparison): Board {
  const collection = collect(readings);
  const rows = matters
    .flatMap((matter) => rowOf(matter, collection) ?? [])
    .sort((a, b) => b.reports.length - a.reports.length || b.says.length - a.says.length);
  const groups = STATUSES.map((status) => ({ status, rows: rows.filter((row) => row.status === status) }));
  return { groups, reports: reportsOf(readings, copies) };
}

/** Gives the rows by the keys of their mentions. */
export function rowsByMention({ groups }: Board): ReadonlyMap<string, BoardRow> {
  return new Map(
    groups.flatMap(({ rows }) => rows.flatMap((row) => row.mentions.map((key) => [key, row] as const))),
  );
}

interface Collection {
  readonly mentions: ReadonlyMap<string, Mention>;
  readonly denying: ReadonlySet<string>;
  readonly corrected: ReadonlySet<string>;
}

function collect(readings: readonly Reading[]): Collection {
  const keysOf = (pick: (reading: Reading) => readonly string[]) =>
    new Set(readings.flatMap((reading) => pick(reading).map((id) => `${reading.id}/${id}`)));
  return {
    mentions: mentionsByKey(readings),
    denying: keysOf((reading) => denialsIn(reading).map(({ by }) => by)),
    corrected: keysOf(({ links }) =>
      links.flatMap(({ to, relation }) => (relation === 'corrects' ? [to] : [])),
    ),
  };
}

function rowOf(matter: Matter, collection: Collection): BoardRow | null {
  const { mentions, denying, corrected } = collection;
  if (matter.mentions.every((key) => denying.has(key))) return null;
  const asserting = matter.claims.filter(
    ({ stance, mention }) => stance !== 'denies' && !denying.has(mention),
  );
  const denial = matter.claims.filter(({ stance }) => stance === 'denies');
  const shown = fullest(
    asserting.length > 0 ? asserting.map(({ mention }) => mention) : matter.mentions,
    mentions,
  );
  if (shown === null) return null;
  const says = speakersOf(asserting, mentions);
  const denies = speakersOf(denial, mentions);
  const { event } = shown.mention;
  return {
    id: shown.key,
    status: statusOf(matter, asserting, denial, mentions),
    mentions: matter.mentions,
    corrected: matter.mentions.some((key) => corrected.has(key)),
    retracted: matter.status === 'retracted',
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
    rivals: found(matter.rivals, mentions).map(({ reading, event: rival }) => voiceOf(reading, rival)),
    reports: [...new Set([...says, ...denies].flatMap(({ voices }) => voices.map(({ report }) => report)))],
    origins: matter.origins,
    figures: figuresOf(matter, mentions),
    sentence: attributedSentence({ says: firstOf(says), denies: firstOf(denies), origins: matter.origins }),
    decisions: matter.decisions ?? [],
    confidence: event.confidence,
  };
}

function found(keys: readonly string[], mentions: Collection['mentions']): readonly Mention[] {
  return keys.flatMap((key) => mentions.get(key) ?? []);
}

function firstOf(speakers: readonly Speaker[]): readonly Voice[] {
  return speakers.flatMap(({ voices }) => voices.slice(0, 1));
}

// Who, whom, where and when count alike; a report of an hour later often says less than the first.
function fullest(
  keys: readonly string[],
  mentions: Collection['mentions'],
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

function statusOf(
  { status }: Matter,
  asserting: readonly MatterClaim[],
  denial: readonly MatterClaim[],
  mentions: Collection['mentions'],
): Status {
  const events = found(
    asserting.map(({ mention }) => mention),
    mentions,
  ).map(({ event }) => event);
  if (events.length === 0) return 'denied';
  if (status === 'contested' || isGainsaid(asserting, denial)) return 'contested';
  if (events.every(({ timeframe }) => timeframe === 'background')) return 'background';
  if (events.every(({ timeframe }) => timeframe === 'future' || timeframe === 'hypothetical'))
    return 'forecast';
  return events.some(({ sources }) => sources[0] === 'outlet') ? 'asserted' : 'claimed';
}

// A party that takes its own word back does not gainsay others.
function isGainsaid(asserting: readonly MatterClaim[], denial: readonly MatterClaim[]): boolean {
  return denial.some((denies) => asserting.some(({ claimant }) => claimant !== denies.claimant));
}

function reportsOf(readings: readonly Reading[], copies: Comparison['copies']): readonly BoardReport[] {
  const byTime = [...readings].sort((a, b) => instantOf(a) - instantOf(b));
  const place = new Map(byTime.map(({ id }, i) => [id, i]));
  const originalOf = new Map(
    copies.flatMap((group) => {
      const [first, ...rest] = [...group].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      return rest.map((id) => [id, first ?? id] as const);
    }),
  );
  return byTime.map(({ id, report, events }) => ({
    id,
    title: report.title,
    outlet: report.outlet,
    publishedAt: report.publishedAt,
    events: events.length,
    copyOf: originalOf.get(id) ?? null,
  }));
}

function instantOf({ report }: Reading): number {
  const instant = Date.parse(report.publishedAt ?? '');
  return Number.isNaN(instant) ? Number.MAX_VALUE : instant;
}
