/**
 * What a reader of news would get wrong in a hurry, and a ledger must not: claims that look alike and are not one event, events that
 * look like two and are one, and confirmations that are none.
 */
import { describe, expect, test } from 'vitest';
import { buildStory, type Story } from '../src/corroboration/story.ts';
import { readingOf, TABLES } from './story-builder.ts';
import * as apart from './traps/apart.ts';
import { HEADLINE_TRAPS, NUMBERS } from './traps/headlines.ts';
import * as together from './traps/together.ts';
import type { Trap } from './traps/trap.ts';

function storyOf({ headlines }: Trap): Story {
  const readings = headlines.map(([outlet, text, event, at], i) =>
    readingOf({ id: `r${i + 1}`, outlet, text, events: [event], ...(at === undefined ? {} : { at }) }),
  );
  return buildStory(readings, { tables: TABLES });
}

function check(trap: Trap): void {
  const { events } = storyOf(trap);
  const first = events.find(({ mentions }) => mentions.includes('r1/e1'))!;
  if (trap.one !== undefined) expect(first.mentions.length === trap.headlines.length).toBe(trap.one);
  if (trap.status !== undefined) expect(first.status).toBe(trap.status);
  if (trap.origins !== undefined) expect(first.independentOrigins).toBe(trap.origins);
  if (trap.deniers !== undefined) expect(first.deniedBy).toHaveLength(trap.deniers);
}

describe('headline traps', () => {
  test.each(HEADLINE_TRAPS.map((trap) => [trap.name, trap] as const))('%s', (_, trap) => check(trap));
});

const FAMILIES = [
  ['the same act the other way round', apart.FLIPPED],
  ['the same act on another day', apart.OTHER_DAY],
  ['the same act in another place', apart.OTHER_PLACE],
  ['a claim and its denial', together.CLAIM_AND_DENIAL],
  ['numbers that differ', NUMBERS],
  ['a prediction and a report', together.PREDICTIONS],
  ['another act at the same place and time', apart.OTHER_ACT],
  ['two culprits for one deed', apart.RIVAL_CULPRIT],
  ['one claimant under two names', together.ONE_CLAIMANT],
  ['two origins', together.TWO_ORIGINS],
] as const;

describe.each(FAMILIES)('%s', (_, traps) => {
  test.each(traps.map((trap) => [trap.name, trap] as const))('%s', (_, trap) => check(trap));
});

test('there are the seven headline traps and sixty more', () => {
  const more = FAMILIES.flatMap(([, traps]) => traps).length;
  expect(HEADLINE_TRAPS).toHaveLength(7);
  expect(more).toBeGreaterThanOrEqual(60);
});
