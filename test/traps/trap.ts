import type { ShortEvent } from '../story-builder.ts';

/** Two or more headlines, each an outlet, a text and what is read in it, and what may be made of them. */
export interface Trap {
  readonly name: string;
  readonly headlines: readonly (readonly [outlet: string, text: string, event: ShortEvent, at?: string])[];
  /** Whether all of them tell of one event; left out where both readings can be defended. */
  readonly one?: boolean;
  /** What is expected of the event of the first headline. */
  readonly status?: string;
  readonly origins?: number;
  readonly deniers?: number;
}

/** The day that most traps play on. */
export const DAY = '2024-03-02';
/** Two headlines and what is read in each. */
export type Pair = readonly [first: string, second: string, a: ShortEvent, b: ShortEvent];

/** Gives a trap for each pair of headlines, all of one kind and with one expectation. */
export function traps(
  kind: string,
  one: boolean | undefined,
  expected: Partial<Trap>,
  pairs: readonly Pair[],
): readonly Trap[] {
  return pairs.map(([first, second, a, b]) => ({
    name: `${kind}: “${first}” and “${second}”`,
    headlines: [
      ['Alder Post', first, a],
      ['Birch News', second, b],
    ],
    ...(one === undefined ? {} : { one }),
    ...expected,
  }));
}

/** A mention on the day that most traps play on. */
export const act = (
  trigger: string,
  type: ShortEvent['type'],
  more: Partial<ShortEvent> = {},
): ShortEvent => ({
  trigger,
  type,
  on: DAY,
  ...more,
});
