import type { ReadEvent, Reading } from '../claims/reading.ts';
import type { Stance } from '../corroboration/claims.ts';
import type { Status as StoryStatus } from '../corroboration/status.ts';
import type { Story, StoryEvent } from '../corroboration/story.ts';

/** One party's word on a matter, by the mention that carries it. */
export interface MatterClaim {
  /** `<report id>/<event id>` */
  readonly mention: string;
  readonly stance: Stance;
  /** What the party is known by across reports: two names of one body have one key. */
  readonly claimant: string;
}

/** What a person decided on events or a report, as a page shows it. */
export interface DecisionNote {
  /** The number of its entry in the log, by which it can be taken back. */
  readonly entry: number;
  readonly kind: 'merged' | 'split' | 'retracted';
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Why, in the person's words; null when not told. */
  readonly note: string | null;
}

/** Event mentions of one or more reports that speak of one event, and what they say of it. */
export interface Matter {
  /** `<report id>/<event id>`, in the order of the reports. */
  readonly mentions: readonly string[];
  readonly claims: readonly MatterClaim[];
  /** How many accounts of it began on their own; null when that was not worked out. */
  readonly origins: number | null;
  /** Where it stands across reports; null when that was not worked out. */
  readonly status: StoryStatus | null;
  /** Mentions that explain the same thing in another way. */
  readonly rivals: readonly string[];
  /** What people decided on its mentions, the earliest first. */
  readonly decisions?: readonly DecisionNote[];
}

/** What of a collection is compared: its matters, and groups of report ids that repeat one text, the first one first. */
export interface Comparison {
  readonly matters: readonly Matter[];
  readonly copies: readonly (readonly string[])[];
}

/** An event with the report that speaks of it. */
export interface Mention {
  readonly reading: Reading;
  readonly event: ReadEvent;
}

/** Gives every event of the readings by `<report id>/<event id>`. */
export function mentionsByKey(readings: readonly Reading[]): ReadonlyMap<string, Mention> {
  return new Map(
    readings.flatMap((reading) =>
      reading.events.map((event) => [`${reading.id}/${event.id}`, { reading, event }] as const),
    ),
  );
}

/** Gives what a story tells of the collection, as the board needs it, with the notes of decisions by entry where there are any. */
export function comparisonOf(story: Story, notes: ReadonlyMap<number, DecisionNote> = new Map()): Comparison {
  const events = new Map(story.events.map((event) => [event.id, event]));
  return { matters: story.events.map((event) => matterOf(event, events, notes)), copies: story.copies };
}

function matterOf(
  event: StoryEvent,
  events: ReadonlyMap<string, StoryEvent>,
  notes: ReadonlyMap<number, DecisionNote>,
): Matter {
  return {
    mentions: event.mentions,
    // Who explains it in another way stands under the rivals, not among those who deny.
    claims: event.claims
      .filter(({ basis }) => basis !== 'alternative-to')
      .map(({ mention, stance, by, ownVoice }) => ({ mention, stance, claimant: ownVoice ? 'own' : by.key })),
    origins: event.independentOrigins,
    status: event.status,
    rivals: event.rivals.flatMap((id) => events.get(id)?.mentions[0] ?? []),
    decisions: event.decisions.flatMap((entry) => notes.get(entry) ?? []),
  };
}
