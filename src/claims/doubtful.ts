import type { Claim, EventMention } from '../document/event-layers.ts';

/** An act that no table lists and that nobody is quoted for must be told this surely; a source's word or a doubt makes up for less. */
const SURE_ALONE = 0.62;

/**
 * Tells whether a claim would be a plain fact of the report that rests on a guess: "the champions crushed Zimbru". What a
 * source says, denies or foretells is kept, as it is read as no more than that.
 */
export function isDoubtful(event: EventMention | undefined, claim: Claim): boolean {
  return (
    event?.why.rule === 'events/likely-act' &&
    event.why.confidence < SURE_ALONE &&
    claim.sources.at(-1)?.kind === 'outlet' &&
    claim.polarity === 'positive' &&
    claim.certainty === 'certain' &&
    (claim.timeframe === 'current' || claim.timeframe === 'background')
  );
}
