import type { ActorMention, PlaceMention, Sector } from '../document/mention-layers.ts';
import { lemmaOf } from '../language/tree.ts';
import { actorAt, type Parties } from '../mentions/parties.ts';

/** Tells what kind of thing a token's noun phrase names, for the conditions of triggers. */
export interface Classes {
  /** `party`, `force`, `people`, `government`, `place` or `weapon`; false for a class that is not known. */
  is(token: number, kind: string): boolean;
}

const FORCE: readonly Sector[] = ['MIL', 'REB', 'UAF', 'COP', 'SPY', 'PRM', 'PRE'];
const GOVERNMENT: readonly Sector[] = ['GOV', 'LEG', 'JUD', 'PRE', 'MIL', 'COP', 'ELI', 'PTY'];

const WEAPONS = new Set(
  'artillery bomb bullet cannon device drone explosive grenade gun howitzer ied landmine machete mine missile mortar munition projectile rifle rocket round shell shot tank torpedo warhead weapon ammunition arm'.split(
    ' ',
  ),
);

/** Classes of the actors and places of a document. */
export function createClasses(
  parties: Parties,
  placeByToken: ReadonlyMap<number, number>,
  places: readonly PlaceMention[],
): Classes {
  const actor = (token: number): ActorMention | undefined => parties.actors[actorAt(parties, token) ?? -1];
  const sectorOf = (token: number): Sector | null => {
    const index = actorAt(parties, token);
    if (index === undefined) return null;
    return parties.actors[index]?.sector ?? parties.chains[parties.chainOf.get(index) ?? -1]?.sector ?? null;
  };
  const tests: Readonly<Record<string, (token: number) => boolean>> = {
    party: (token) => {
      const kind = actor(token)?.kind;
      return kind !== undefined && kind !== 'thing';
    },
    force: (token) => {
      const sector = sectorOf(token);
      const kind = actor(token)?.kind;
      return (sector !== null && FORCE.includes(sector)) || kind === 'country';
    },
    people: (token) => {
      const kind = actor(token)?.kind;
      return kind === 'person' || kind === 'people' || kind === 'pronoun';
    },
    government: (token) => {
      const sector = sectorOf(token);
      return (sector !== null && GOVERNMENT.includes(sector)) || actor(token)?.kind === 'country';
    },
    place: (token) => placeByToken.has(token) && places[placeByToken.get(token) ?? -1] !== undefined,
    weapon: (token) => WEAPONS.has(lemmaOf(parties.tree, token)),
  };
  return { is: (token, kind) => tests[kind]?.(token) ?? false };
}
