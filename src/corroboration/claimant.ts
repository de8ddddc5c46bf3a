import type { Reading, ReadSource } from '../claims/reading.ts';
import type { BodyKind } from './tables.ts';

/** Who stands behind a claim, one for all the names that reports give it. */
export interface Claimant {
  /** Same for every mention of one claimant in a story. */
  readonly key: string;
  readonly kind: BodyKind | 'person' | 'unnamed';
  /** One of the forms in the texts: what a page shows. */
  readonly name: string;
  /** The form of this very mention. */
  readonly form: string;
  readonly country: string | null;
}

/** Tells who the source of a claim is. */
export type ClaimantOf = (reading: Reading, source: ReadSource) => Claimant;

/** What one mention of a claimant says, before the mentions are put together. */
export interface RawClaimant {
  readonly key: string;
  readonly kind: Claimant['kind'];
  readonly form: string;
  readonly country: string | null;
  /** The report, or the group of copies, that it stands in. */
  readonly report: string;
  /** Countries that its report names, and so the only ones that a body without a country may be of. */
  readonly around: ReadonlySet<string>;
  readonly tokens: readonly string[];
  /** False for parties that act but are never cited: their words do not name a claimant. */
  readonly cited: boolean;
}
