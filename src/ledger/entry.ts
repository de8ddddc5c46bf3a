import type { Reading } from '../claims/reading.ts';
import type { ReportMeta } from '../document/report.ts';
import { canonicalJson, sha256Of } from './canonical.ts';

/** A report came into the ledger. */
export interface ReportAdded {
  readonly kind: 'report-added';
  /** Names the report in this ledger: the hash of what it says of itself and of its text. */
  readonly report: string;
  readonly meta: ReportMeta;
  /** SHA-256 of the text in UTF-8: the working copy, which all offsets count in. */
  readonly text: string;
  /** The bytes as they were received: the evidentiary copy, which nothing changes. */
  readonly original: {
    readonly sha256: string;
    readonly mediaType: string;
    /** The file's name or the stream's line, as given. */
    readonly name: string;
    readonly length: number;
  };
}

/** An engine read a report. */
export interface ReadingMade {
  readonly kind: 'reading-made';
  readonly report: string;
  readonly engine: Reading['engine'];
  /** SHA-256 of the reading's canonical JSON, without the report's text. */
  readonly reading: string;
}

/**
 * Words of a kept report by which a person names an event. A later reading may give the event another id; the words stay where
 * they are.
 */
export interface Anchor {
  /** The report's key. */
  readonly report: string;
  /** Half-open, UTF-16 code units of the report's text. */
  readonly start: number;
  readonly end: number;
}

/** A person found that some mentions are one event. */
export interface EventsMerged {
  readonly kind: 'events-merged';
  /** Two or more. */
  readonly mentions: readonly Anchor[];
  /** Why, in the person's words; null when not told. */
  readonly note: string | null;
}

/** A person found that some mentions are another event than those they were told with. */
export interface EventSplit {
  readonly kind: 'event-split';
  readonly mentions: readonly Anchor[];
  readonly from: readonly Anchor[];
  readonly note: string | null;
}

/** A report was taken back by its outlet: its claims stay, and no longer count. */
export interface ReportRetracted {
  readonly kind: 'report-retracted';
  readonly report: string;
  readonly note: string | null;
}

/** A person took a decision back. */
export interface DecisionUndone {
  readonly kind: 'decision-undone';
  /** The entry's number. */
  readonly entry: number;
  readonly note: string | null;
}

/** What a person decides on events and reports; it holds whatever is read again. */
export type Decision = EventsMerged | EventSplit | ReportRetracted;

/** What can happen to a ledger. A new kind of action is added here and in the fold. */
export type Action = ReportAdded | ReadingMade | Decision | DecisionUndone;

/** One line of the log: an action, who did it and when, chained to the line before it. */
export type Entry = Action & {
  /** Counted from one, without gaps. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  readonly previousHash: string;
  /** SHA-256 of the canonical JSON of everything above. */
  readonly hash: string;
};

/** Where a chain stands: the number and hash of its last entry. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first entry. */
export const EMPTY_HEAD: Head = { seq: 0, hash: '0'.repeat(64) };

/** Who writes, and when. */
export interface Stamp {
  readonly at: string;
  readonly by: string;
}

/** Gives the entry that chains an action to the head. */
export function chained(action: Action, head: Head, { at, by }: Stamp): Entry {
  const body = { ...action, seq: head.seq + 1, at, by, previousHash: head.hash };
  return { ...body, hash: sha256Of(canonicalJson(body)) };
}

/** Gives what is wrong with an entry that follows the head, in words for a sentence; null when it holds. */
export function faultOf(entry: Entry, head: Head): string | null {
  if (entry.seq !== head.seq + 1)
    return `entry ${head.seq + 1} is missing, entry ${entry.seq} stands in its place`;
  if (entry.previousHash !== head.hash) return 'it does not follow the entry before it';
  const { hash, ...body } = entry;
  return sha256Of(canonicalJson(body)) === hash ? null : 'its words were altered';
}
