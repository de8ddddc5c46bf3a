import type { ActorMention, PlaceMention, Sector } from '../document/mention-layers.ts';
import { lemmaOf } from '../language/tree.ts';
import { actorAt, type Parties } from '../mentions/parties.ts';

/** Tells what kind of thing a token's noun phrase names, for the conditions of triggers. */
export interface Classes {
  /** `party`, `force`, `people`, `government`, `place`, `weapon`, `site` or `craft`; false for a class that is not known. */
  is(token: number, kind: string): boolean;
}

const FORCE: readonly Sector[] = ['MIL', 'REB', 'UAF', 'COP', 'SPY', 'PRM', 'PRE', 'CRM'];
const GOVERNMENT: readonly Sector[] = ['GOV', 'LEG', 'JUD', 'PRE', 'MIL', 'COP', 'ELI', 'PTY'];

const WEAPONS = new Set(
  'artillery bomb bullet cannon device drone explosive grenade gun howitzer ied landmine machete mine missile mortar munition projectile rifle rocket round shell shot tank torpedo warhead weapon ammunition arm'.split(
    ' ',
  ),
);

/** Buildings, works and settlements by their common nouns: what is shelled, stormed, burned or shut. */
const SITES = new Set(
  'airbase airfield airport airstrip apartment armoury armory arsenal bakery barn barrack barracks base bazaar berth block border-post brewery bridge building bunker bus-stop cafe café camp castle cathedral cemetery chapel checkpoint church clinic college complex compound consulate convent courthouse crossing customs-house dam depot dispensary district dockyard dormitory dwelling embassy encampment enclave factory farm farmhouse field fort fortress foundry garage garrison granary greenhouse grid guesthouse hamlet hangar harbour harbor headquarters hideout home homestead hospital hostel hotel house hut infrastructure installation jail jetty kindergarten kitchen laboratory library lighthouse madrasa madrassa mansion market marketplace mast maternity mill mine minaret ministry monastery monument mosque motel museum neighbourhood neighborhood newsroom nursery office oilfield orphanage outpost pagoda palace parish parliament pharmacy pier pipeline plant playground port position post powerhouse prison property pylon quarry quarter quay radar railway ranch reactor refinery residence restaurant runway sanatorium sawmill school schoolhouse seminary settlement shanty shed shelter shipyard shop shrine silo smelter stable stadium stall kiosk station store stronghold substation suburb supermarket synagogue tannery temple tenement tent terminal town tower townhouse trench tunnel university village villa viaduct ward warehouse waterworks wharf windmill workshop yard'.split(
    ' ',
  ),
);

/** Ships, vehicles and aircraft by their common nouns, one or many. */
const CRAFT = new Set(
  'aircraft airliner ambulance armour armor barge battleship bicycle boat bomber bus camel canoe car caravan cargo carrier convoy corvette craft cruiser cutter destroyer dhow dinghy drifter excavator ferry fighter flotilla freighter frigate gunboat gunship helicopter jeep jet launch launcher lifeboat liner locomotive lorry minibus minesweeper minivan motorbike motorboat motorcade motorcycle patrol-boat pickup plane pirogue raft rig rickshaw sailboat schooner seaplane ship skiff speedboat steamer submarine tanker tank taxi tractor trailer train tram trawler truck tug tugboat van vehicle vessel wagon warplane warship yacht'.split(
    ' ',
  ),
);

/** Who fights and who polices, by common nouns: "armed police patrolled the slums" names no one in particular. */
const FORCES = new Set(
  'airman army assailant assassin attacker bandit battalion bomber brigade cadet cavalry coastguard column commando constabulary contingent convoy detachment fighter fleet flotilla force garrison gang gendarme gendarmerie guard guerrilla gunman gunner hijacker infantry insurgent invader jihadist kidnapper marine mercenary military militant militia militiaman mob mutineer navy occupier paramilitary paratrooper patrol peacekeeper pirate platoon police policeman raider ranger rebel regiment reinforcement reservist saboteur separatist serviceman sniper soldier squad squadron terrorist trooper troop troops unit vigilante warlord'.split(
    ' ',
  ),
);

/** Who rules, judges and speaks for a state, by common nouns: "military courts", "neighbouring governments". */
const GOVERNMENTS = new Set(
  'administration authority bloc cabinet chancellor congress council court embassy envoy government governor junta king lawmaker legislature mayor minister ministry monarch official parliament premier president prosecutor regime senate tribunal'.split(
    ' ',
  ),
);

/** People without arms, by common nouns: "young people demonstrated". */
const PEOPLE = new Set(
  'activist aid-worker baby bishop boy captive child citizen civilian clergyman clerk commuter crowd demonstrator detainee dissident doctor driver elder evacuee family farmer fisherman girl herder hostage inhabitant inmate islander journalist labourer lawyer man marcher medic migrant miner monk mourner nun nurse officer parent passenger passer-by peasant pedestrian people person pilgrim pilot priest prisoner protester pupil refugee relative reporter resident sailor schoolboy schoolgirl settler shepherd shopkeeper striker student supporter survivor teacher teenager thousand townspeople trader vendor victim villager volunteer voter woman worker worshipper youth'.split(
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
  // "Peru said it welcomed the arrest": a pronoun is of the class of what it stands for.
  const isCountry = (token: number): boolean => {
    const index = actorAt(parties, token);
    const chain = index === undefined ? undefined : parties.chains[parties.chainOf.get(index) ?? -1];
    const meant =
      actor(token)?.kind === 'pronoun' ? parties.actors[chain?.representative ?? -1] : actor(token);
    return meant?.kind === 'country';
  };
  // A word of the lists stands for its class only where no mention says more exactly who is meant.
  const isOf = (token: number, ...lists: readonly ReadonlySet<string>[]): boolean =>
    sectorOf(token) === null && lists.some((words) => words.has(lemmaOf(parties.tree, token)));
  const tests: Readonly<Record<string, (token: number) => boolean>> = {
    party: (token) => {
      const kind = actor(token)?.kind;
      return kind !== undefined ? kind !== 'thing' : isOf(token, FORCES, GOVERNMENTS, PEOPLE);
    },
    force: (token) => {
      const sector = sectorOf(token);
      return (sector !== null && FORCE.includes(sector)) || isCountry(token) || isOf(token, FORCES);
    },
    people: (token) => {
      const kind = actor(token)?.kind;
      // "captured it" is of no people.
      const isWho = kind === 'pronoun' && lemmaOf(parties.tree, token) !== 'it';
      return kind === 'person' || kind === 'people' || isWho || isOf(token, PEOPLE, FORCES);
    },
    government: (token) => {
      const sector = sectorOf(token);
      return (sector !== null && GOVERNMENT.includes(sector)) || isCountry(token) || isOf(token, GOVERNMENTS);
    },
    place: (token) => placeByToken.has(token) && places[placeByToken.get(token) ?? -1] !== undefined,
    weapon: (token) => WEAPONS.has(lemmaOf(parties.tree, token)),
    site: (token) => SITES.has(lemmaOf(parties.tree, token)),
    craft: (token) => CRAFT.has(lemmaOf(parties.tree, token)),
  };
  return { is: (token, kind) => tests[kind]?.(token) ?? false };
}
