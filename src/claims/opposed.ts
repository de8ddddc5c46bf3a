import type { Doc } from '../document/doc.ts';
import type { EventType } from '../document/event-layers.ts';

type Needs = 'actors' | 'events';

/** Two states of a report, in the order of their codes. */
export type Pair = readonly [string, string];

/** The states that a report sets against each other; null where no two stand out. */
export interface Opposed {
  /** The two that act on each other most often, in whatever way: whom "both governments" means. */
  readonly acting: Pair | null;
  /** The two that do so in hostile ways and are also the two spoken of most: what is left open is between them. */
  readonly hostile: Pair | null;
  /** The one state that a report is about, spoken of far more often than any other; null where there is none. */
  readonly home: string | null;
}

const HOSTILE: readonly EventType[] = [
  'ASSAULT',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SANCTION',
  'COERCE',
  'PROTEST',
  'MOBILIZE',
];

/** Gives the states that a report sets against each other; linear in its length. */
export function readOpposed(doc: Doc<Needs>): Opposed {
  const acting = mostOften(pairsOf(doc, () => true));
  const hostile = mostOften(pairsOf(doc, (type) => HOSTILE.includes(type)));
  const leading = leadingCountries(doc);
  return {
    acting,
    hostile: hostile?.every((country) => leading.includes(country)) ? hostile : null,
    home: homeOf(doc),
  };
}

function pairsOf({ layers }: Doc<Needs>, isWanted: (type: EventType) => boolean): readonly string[] {
  return layers.events.flatMap(({ roles, type }) => {
    const countriesOf = (name: string) =>
      roles.flatMap((role) =>
        role.name === name && role.party.country !== null ? [role.party.country] : [],
      );
    const pairs = countriesOf('actor').flatMap((actor) =>
      countriesOf('recipient').flatMap((other) => (actor === other ? [] : [[actor, other].sort().join(' ')])),
    );
    return isWanted(type) ? [...new Set(pairs)] : [];
  });
}

function mostOften(pairs: readonly string[]): Pair | null {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const [first, second] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  // A tie tells nothing: the report knows more than two sides.
  if (first === undefined || first[1] === second?.[1]) return null;
  const [a = '', b = ''] = first[0].split(' ');
  return [a, b];
}

/** Bodies of many states, which are no side of their own. */
const BODIES = ['UNO', 'NGO', 'IGO', 'IMG'];

/** A state that is spoken of this many times less than the first is a visitor in its report, not the other side. */
const VISITOR = 8;

/** A state that is spoken of this many times as often as the next is the one that its report is about. */
const ALONE = 3;
const LEAST = 4;

function homeOf(doc: Doc<Needs>): string | null {
  const [first, second] = countriesSpokenOf(doc);
  return first !== undefined && first[1] >= Math.max(LEAST, ALONE * (second?.[1] ?? 0)) ? first[0] : null;
}

/** The countries by how often they are spoken of, the most often first. */
function countriesSpokenOf({ layers }: Doc<Needs>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { country } of layers.actors)
    if (country !== null && !BODIES.includes(country)) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** The two countries spoken of most; none where a third is spoken of as often as the second, or the second hardly. */
function leadingCountries(doc: Doc<Needs>): readonly string[] {
  const [first, second, third] = countriesSpokenOf(doc);
  if (first === undefined || second === undefined || second[1] === third?.[1]) return [];
  return second[1] * VISITOR < first[1] ? [] : [first[0], second[0]];
}
