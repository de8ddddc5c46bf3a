import type { StoryClaim } from './claims.ts';
import type { Lineage } from './lineage.ts';
import { byCode } from './words.ts';

/** What claims are withdrawn by. */
export interface Withdrawing {
  /** Ids of reports that their outlets took back. */
  readonly retracted: ReadonlySet<string>;
  /** Mentions that a correction replaced. */
  readonly corrected: ReadonlySet<string>;
  /** Mentions whose event a correction replaced by another. */
  readonly replaced: ReadonlySet<string>;
  readonly lineage: Lineage;
  readonly outletOf: ReadonlyMap<string, string>;
}

/** Gives the claims on one event, each with why it no longer counts, if it does not. None is left out. */
export function withWithdrawals(claims: readonly StoryClaim[], around: Withdrawing): readonly StoryClaim[] {
  const denials = latestDenials(claims);
  // Who corrects itself in one report takes back what it said in those before it too.
  const replacing = new Set(
    claims
      .filter(({ mention, basis }) => basis === 'mention' && around.replaced.has(mention))
      .map(({ by }) => by.key),
  );
  return claims.map((claim) => {
    if (isOfRetracted(claim.report, around)) return { ...claim, withdrawn: 'report retracted' };
    if (claim.stance === 'asserts' && replacing.has(claim.by.key))
      return { ...claim, withdrawn: 'taken back' };
    return isTakenBack(claim, denials, around.corrected) ? { ...claim, withdrawn: 'taken back' } : claim;
  });
}

/** A copy falls with the report that it repeats; a version that the same outlet put in its place does not. */
function isOfRetracted(report: string, { retracted, lineage, outletOf }: Withdrawing): boolean {
  if (retracted.size === 0) return false;
  if (retracted.has(report)) return true;
  const root = lineage.rootOf.get(lineage.groupOf.get(report) ?? report) ?? report;
  return retracted.has(root) && outletOf.get(root) !== outletOf.get(report);
}

type LatestDenials = ReadonlyMap<string, string>;

/** Gives, by claimant, when it last denied the event in a report of its own words. */
function latestDenials(claims: readonly StoryClaim[]): LatestDenials {
  const latest = new Map<string, string>();
  for (const { stance, basis, by, publishedAt } of claims) {
    if (stance !== 'denies' || basis !== 'mention') continue;
    const at = publishedAt ?? '';
    if (byCode(at, latest.get(by.key) ?? '') >= 0) latest.set(by.key, at);
  }
  return latest;
}

/** "The ministry said later that it had not": a later denial by the same claimant, or a correction, takes a claim back. */
function isTakenBack(
  { stance, by, mention, publishedAt }: StoryClaim,
  denials: LatestDenials,
  corrected: ReadonlySet<string>,
): boolean {
  const denied = denials.get(by.key);
  if (stance !== 'asserts' || denied === undefined) return false;
  return corrected.has(mention) || byCode(denied, publishedAt ?? '') > 0;
}
