import type { EventType, Party, Role, RoleName } from '../document/event-layers.ts';
import { lemmaOf } from '../language/tree.ts';
import { actorAt, partyAt } from '../mentions/parties.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';

/** Prepositions that bring the recipient of each type, the likeliest first; a direct object comes before all. */
const RECIPIENT_PREPOSITIONS: Readonly<Record<EventType, readonly string[]>> = {
  AGREE: ['with', 'to'],
  CONSULT: ['with', 'between', 'to'],
  SUPPORT: ['with', 'for', 'of', 'to'],
  CONCEDE: ['to', 'with'],
  COOPERATE: ['with', 'between'],
  AID: ['to', 'for'],
  RETREAT: ['to', 'from'],
  REQUEST: ['on', 'upon', 'to', 'from', 'of'],
  ACCUSE: ['against', 'on', 'at', 'into', 'with'],
  REJECT: ['from', 'of', 'with'],
  THREATEN: ['against', 'to', 'on', 'at'],
  PROTEST: ['against', 'outside', 'at'],
  SANCTION: ['on', 'against', 'with', 'to', 'from', 'of', 'for'],
  MOBILIZE: ['against', 'into', 'toward', 'towards', 'to', 'in'],
  COERCE: ['on', 'against', 'of', 'from', 'to'],
  ASSAULT: ['on', 'against', 'at', 'into', 'upon', 'with', 'of', 'to'],
  OTHER: ['to', 'with', 'against', 'on'],
};

/** Types that something other than a party can undergo: "bombed two villages", "raided a dairy". */
const PHYSICAL: readonly EventType[] = ['ASSAULT', 'COERCE', 'AID', 'PROTEST'];

/** Verbs whose subject undergoes them: "five people died". */
const SUFFERED = new Set('die perish succumb drown suffer bleed starve disappear vanish'.split(' '));

/** Reads who did it and to whom; empty where the text does not say (an agentless passive has no actor). */
export function readRoles(scene: Scene, candidate: Candidate): readonly Role[] {
  const suffered = SUFFERED.has(lemmaOf(scene.tree, candidate.token)) && candidate.slots.obj.length === 0;
  const subj = candidate.slots.subj.filter((token) => token !== candidate.token);
  const instruments = [...subj, ...candidate.slots.obj].filter((token) => scene.classes.is(token, 'weapon'));
  const actors = suffered ? [] : subj.filter((token) => isActor(scene, token));
  const recipients = suffered ? subj : recipientsOf(scene, candidate);
  const others = recipients.filter((token) => !actors.includes(token));
  return [
    ...rolesOf(scene, 'actor', actors, candidate),
    ...rolesOf(scene, 'recipient', others, candidate),
    ...rolesOf(scene, 'instrument', instruments, candidate),
  ];
}

/** Tells whether a subject can act: a party, or a force's machine; never a weapon, a time or a happening. */
function isActor(scene: Scene, token: number): boolean {
  if (scene.classes.is(token, 'weapon') && !scene.classes.is(token, 'force')) return false;
  const index = actorAt(scene.parties, token);
  if (index === undefined) return isMetonym(scene, token);
  const actor = scene.parties.actors[index];
  return actor !== undefined && (actor.kind !== 'thing' || actor.sector !== null || actor.country !== null);
}

function isMetonym(scene: Scene, token: number): boolean {
  const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
  return place?.whereKind === 'metonym' && place.country !== null;
}

function recipientsOf(scene: Scene, candidate: Candidate): readonly number[] {
  const { sense, slots } = candidate;
  const direct = slots.obj.filter((token) => canReceive(scene, token, sense.type));
  if (direct.length > 0 && sense.type !== 'MOBILIZE') return direct;
  if (sense.type === 'MOBILIZE') return enteredPlaces(scene, candidate);
  for (const preposition of RECIPIENT_PREPOSITIONS[sense.type]) {
    const found = slots
      .fillers(preposition)
      .filter((token) => canReceive(scene, token, sense.type) && !isLocative(scene, token, preposition));
    if (found.length > 0) return found;
  }
  return [];
}

function canReceive(scene: Scene, token: number, type: EventType): boolean {
  const { tree } = scene;
  if (scene.timeByToken.has(token) || scene.classes.is(token, 'weapon')) return false;
  const upos = tree.tags[token]?.upos ?? '';
  if (scene.classes.is(token, 'party')) return true;
  if (scene.parties.actors[actorAt(scene.parties, token) ?? -1]?.sector) return true;
  if (scene.placeByToken.has(token)) return ['ASSAULT', 'SUPPORT', 'SANCTION', 'AID'].includes(type);
  return (
    PHYSICAL.includes(type) && upos === 'NOUN' && !scene.tables.lexicon.has(`noun ${lemmaOf(tree, token)}`)
  );
}

/** "an attack in Aleppo", "shelled on Monday": where and when it was, not whom it hit. */
function isLocative(scene: Scene, token: number, preposition: string): boolean {
  return (
    scene.timeByToken.has(token) ||
    (['at', 'in', 'to', 'from', 'of'].includes(preposition) &&
      scene.placeByToken.has(token) &&
      !scene.classes.is(token, 'party'))
  );
}

/** "entered eastern Ukraine": moving forces into another's land does something to whose land it is. */
function enteredPlaces(scene: Scene, { slots }: Candidate): readonly number[] {
  const countries = new Set(slots.subj.map((token) => partyAt(scene.parties, token).country));
  const against = slots.fillers('against').filter((token) => scene.classes.is(token, 'party'));
  if (against.length > 0) return against;
  return [...slots.obj, ...slots.fillers('into')].filter((token) => {
    const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
    return place !== undefined && place.country !== null && !countries.has(place.country);
  });
}

function rolesOf(
  scene: Scene,
  name: RoleName,
  tokens: readonly number[],
  { rule, confidence }: Candidate,
): readonly Role[] {
  const parties = tokens.map((token) => partyOrPlace(scene, token));
  const distinct = parties.filter(
    (party, i) => parties.findIndex((other) => other.start === party.start && other.end === party.end) === i,
  );
  return distinct.map((party) => ({
    name,
    party,
    why: { rule: `${rule}/${name}`, spans: [{ start: party.start, end: party.end }], confidence },
  }));
}

function partyOrPlace(scene: Scene, token: number): Party {
  const party = partyAt(scene.parties, token);
  if (party.country !== null) return party;
  const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
  return place === undefined || place.country === null ? party : { ...party, country: place.country };
}
