import type { StoryClaim } from './claims.ts';
import type { Origin } from './origins.ts';

/** Where an event stands, in the words of the desk. */
export type Status =
  | 'contested'
  | 'corroborated'
  | 'single-source'
  | 'denied-only'
  | 'predicted'
  | 'retracted';

/** What the machine proposes for the information's credibility; a person decides. */
export interface ProposedCredibility {
  /** Admiralty digit 1 to 5; 6 is never proposed, it is the absence of a proposal. */
  readonly digit: 1 | 2 | 3 | 4 | 5;
  readonly reason: string;
}

/** What a status is decided on. */
export interface Standing {
  readonly claims: readonly StoryClaim[];
  readonly origins: readonly Origin[];
  /** True where another event explains the same thing in another way. */
  readonly hasRival: boolean;
}

/** Gives where an event stands: who backs it, who gainsays it, whether it was taken back. */
export function statusOf(standing: Standing): Status {
  const { claims, origins, hasRival } = standing;
  const asserted = claims.filter(({ stance }) => stance === 'asserts');
  const denied = claims.filter(({ stance }) => stance === 'denies');
  const predicted = claims.some(({ stance }) => stance === 'predicts');
  if (asserted.length > 0 && isRetracted(standing)) return 'retracted';
  if (asserted.length === 0)
    return predicted ? 'predicted' : denied.length > 0 ? 'denied-only' : 'single-source';
  if (hasRival || deniers(asserted, denied).length > 0) return 'contested';
  return origins.length > 1 ? 'corroborated' : 'single-source';
}

// A claimant that changes its own word does not gainsay others.
function deniers(asserted: readonly StoryClaim[], denied: readonly StoryClaim[]): readonly StoryClaim[] {
  const asserting = new Set(asserted.map(({ by }) => by.key));
  return denied.filter(({ by }) => !asserting.has(by.key));
}

/**
 * Tells whether all support was withdrawn. Outlets that only passed the claim on have nothing of their own to take back, and fall
 * with those who said it.
 */
function isRetracted({ claims }: Standing): boolean {
  const asserted = claims.filter(({ stance }) => stance === 'asserts');
  const said = asserted.filter(({ ownVoice }) => !ownVoice);
  const all = said.length > 0 ? said : asserted;
  return all.length > 0 && all.every(({ withdrawn }) => withdrawn !== null);
}

/** Proposes an Admiralty digit from the origins alone; null where there is nothing to compare (NATO's 6). */
export function proposeCredibility(standing: Standing, status: Status): ProposedCredibility | null {
  const asserting = new Set(
    standing.claims
      .filter(({ stance, withdrawn }) => stance === 'asserts' && withdrawn === null)
      .map(({ by }) => by.key),
  ).size;
  const origins = standing.origins.length;
  switch (status) {
    case 'corroborated':
      return { digit: 1, reason: `${origins} independent origins assert it and nobody denies it.` };
    case 'single-source':
      return asserting > 1
        ? { digit: 2, reason: `${asserting} claimants assert it, but all rest on one origin.` }
        : { digit: 3, reason: 'One origin asserts it and nobody denies it.' };
    case 'contested':
      return contestedDigit(standing);
    case 'retracted':
      return { digit: 5, reason: 'Whoever asserted it has taken it back.' };
    case 'denied-only':
    case 'predicted':
      return null;
  }
}

function contestedDigit({ claims }: Standing): ProposedCredibility {
  const denied = claims.filter(({ stance, withdrawn }) => stance === 'denies' && withdrawn === null);
  const free = new Set(
    denied.filter(({ by }) => by.kind !== 'official' && by.kind !== 'group').map(({ by }) => by.name),
  );
  if (free.size === 0) return { digit: 3, reason: 'It is contested, by a party to the matter only.' };
  return free.size > 1
    ? { digit: 5, reason: `${free.size} sources that are no party to the matter gainsay it.` }
    : { digit: 4, reason: `${[...free].join()} gainsays it and is no party to the matter.` };
}
