import type { ReadEvent, Reading } from '../claims/reading.ts';

/** The kinds in which a report's words are shown, one a mark; the desk draws each with its own line and fill. */
export const MARK_KINDS = [
  'asserted',
  'claimed',
  'denied',
  'hedged',
  'forecast',
  'hypothetical',
  'background',
] as const;

export type MarkKind = (typeof MARK_KINDS)[number];

/** One event gainsays another: by an act of denial, or by saying that it did not happen. Ids of one report. */
export interface Denial {
  readonly by: string;
  readonly of: string;
}

/**
 * Gives who gainsays whom inside one report. A rival figure contradicts without denying, so that `contradicts`
 * counts only where exactly one side says that it did not happen: "Not one soldier has crossed the border".
 */
export function denialsIn(reading: Reading): readonly Denial[] {
  const events = new Map(reading.events.map((event) => [event.id, event]));
  return reading.links.flatMap(({ from, to, relation }) => {
    if (relation === 'denies') return [{ by: from, of: to }];
    if (relation !== 'contradicts') return [];
    const fromDenies = events.get(from)?.polarity === 'negative';
    const toDenies = events.get(to)?.polarity === 'negative';
    if (fromDenies === toDenies) return [];
    return [fromDenies ? { by: from, of: to } : { by: to, of: from }];
  });
}

/**
 * Gives the kind in which an event's words are shown; `denies` tells that the event itself is a denial. What is not
 * said to have happened comes first: a planned attack that an officer "may" order is a forecast, not a hedge.
 */
export function kindOf(event: ReadEvent, denies: boolean): MarkKind {
  if (event.polarity === 'negative' || denies) return 'denied';
  if (event.timeframe === 'hypothetical') return 'hypothetical';
  if (event.timeframe === 'future') return 'forecast';
  if (event.timeframe === 'background') return 'background';
  if (event.certainty !== 'certain') return 'hedged';
  return event.sources[0] === 'outlet' ? 'asserted' : 'claimed';
}
