import type { TriggerSense } from './lexicon.ts';
import type { Slots } from './slots.ts';

/** A trigger that a rule has found, before its roles and circumstances are read. */
export interface Candidate {
  /** The token that heads the trigger. */
  readonly token: number;
  /** The trigger's tokens, [firstToken, endToken). */
  readonly firstToken: number;
  readonly endToken: number;
  readonly sense: TriggerSense;
  readonly slots: Slots;
  readonly rule: string;
  readonly confidence: number;
}
