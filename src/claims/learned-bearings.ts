import type { Attribution, EventMention } from '../document/event-layers.ts';
import { type Bearing, bearing, type FactualityScene } from './bearing.ts';

/** Below this rating an event is more likely not to have happened than to have; the scale runs from −3 to 3. */
const DOUBTFUL = 0;

/** How sure a rating that is just doubtful is, and how much a whole step on the scale adds. */
const CONFIDENCE = { least: 0.5, perStep: 0.12 };

/**
 * Doubts what would else be the outlet's own plain word where a model that learned from people's ratings does:
 * "under the cloak of guarding the villagers" has no hedge that a list knows. The model never makes anything firmer.
 */
export function learnedBearings(
  { tree }: FactualityScene,
  { headToken, type }: EventMention,
  frame: Attribution | undefined,
  others: readonly Bearing[],
): readonly Bearing[] {
  const rating = tree.tags[headToken]?.factuality ?? DOUBTFUL;
  const isPlain = frame === undefined && others.every(({ certainty, turns }) => certainty === null && !turns);
  const isOpen = others.some(({ timeframe }) => timeframe === 'future' || timeframe === 'hypothetical');
  // "ruled out a pause": a refusal is rated as what is refused would be.
  if (rating >= DOUBTFUL || !isPlain || isOpen || type === 'REJECT') return [];
  const operator = { turns: false, certainty: 'unknown', timeframe: null } as const;
  const confidence = CONFIDENCE.least + CONFIDENCE.perStep * Math.min(3, DOUBTFUL - rating);
  return [{ ...bearing(operator, 'claims/learned-doubt', [headToken]), confidence }];
}
