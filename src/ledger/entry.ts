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

/** What can happen to a ledger. A new kind of action is added here and in the fold. */
export type Action = ReportAdded | ReadingMade;

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
