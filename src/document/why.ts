import type { Span } from './span.ts';

/** What a value of the ledger rests on: every field has one. */
export interface Why {
  /** The name of the rule or model decision, such as `attribution/phrase` or `events/verb-7` (line 7 of its table). */
  readonly rule: string;
  /** The words that made it fire. */
  readonly spans: readonly Span[];
  /** How sure the machine is of its reading, 0 to 1; never how true the claim is. */
  readonly confidence: number;
}
