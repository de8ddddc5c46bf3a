import { expect, test } from 'vitest';
import { readOpposed } from './opposed.ts';

type Doc = Parameters<typeof readOpposed>[0];

/** A report that speaks of states so often, in which the first once rams what belongs to the second. */
function docOf(counts: Readonly<Record<string, number>>): Doc {
  const [actor, other] = Object.keys(counts);
  const actors = Object.entries(counts).flatMap(([country, count]) => Array(count).fill({ country }));
  const role = (name: string, country: string | undefined) => ({ name, party: { country } });
  const events = [{ type: 'ASSAULT', roles: [role('actor', actor), role('recipient', other)] }];
  // Nothing else of a document is looked at.
  return { layers: { actors, events } } as unknown as Doc;
}

test('sets two states against each other that a report speaks of alike', () => {
  expect(readOpposed(docOf({ LBY: 5, ITA: 4 })).hostile).toEqual(['ITA', 'LBY']);
});

test('takes a state that is hardly spoken of for no other side', () => {
  expect(readOpposed(docOf({ LBY: 17, ITA: 2 })).hostile).toBeNull();
});
