import { describe, expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import type { Attribution, EventMention } from '../document/event-layers.ts';
import { growTree } from '../language/tree.ts';
import { type Bearing, bearing } from './bearing.ts';
import { learnedBearings } from './learned-bearings.ts';

const SENTENCE =
  'They/PRON/2/nsubj moved/VERB/0/root/move protecting/VERB/2/advcl/protect villagers/NOUN/3/obj';

/** What the rating of "protecting" adds; `frame` stands for a source that is not the outlet. */
function doubts(factuality: number | null, others: readonly Bearing[] = [], frame?: Attribution) {
  const { layers } = buildDoc([SENTENCE]);
  const tree = growTree({
    ...layers,
    tags: layers.tags.map((tag) => (factuality === null ? tag : { ...tag, factuality })),
  });
  const event = { headToken: 2 } as unknown as EventMention; // Only this is read.
  const scene = { tree, operators: new Map(), times: [], publishedOn: null };
  return learnedBearings(scene, event, frame, others).map(({ rule, certainty, confidence }) => ({
    rule,
    certainty,
    confidence,
  }));
}

describe('learnedBearings', () => {
  test('doubts what the ratings doubt, the surer the lower they are', () => {
    expect(doubts(-1)).toEqual([{ rule: 'claims/learned-doubt', certainty: 'unknown', confidence: 0.62 }]);
    expect(doubts(-3)[0]?.confidence).toBeCloseTo(0.86);
  });

  test('leaves alone what is rated likely, and what no engine rated', () => {
    expect(doubts(0.8)).toEqual([]);
    expect(doubts(null)).toEqual([]);
  });

  test('leaves alone what a rule has hedged and what somebody else says', () => {
    const hedge = bearing({ turns: false, certainty: 'possible', timeframe: null }, 'claims/modal', [1]);
    expect(doubts(-2, [hedge])).toEqual([]);
    expect(doubts(-2, [], {} as Attribution)).toEqual([]); // Only its presence is read.
  });
});
