import { lemmaOf } from '../language/tree.ts';
import { partyAt } from '../mentions/parties.ts';
import type { Candidate } from './candidate.ts';
import { isOwn, ownersOfGround } from './owners.ts';
import type { Scene } from './scene.ts';

/** Gives those to whom a movement does something: whom it goes against, trails or carries off, or whose land it enters. */
export function movedUpon(scene: Scene, candidate: Candidate): readonly number[] {
  const against = candidate.slots.fillers('against').filter((token) => scene.classes.is(token, 'party'));
  if (against.length > 0) return against;
  for (const find of [trailed, aimedAt, carried]) {
    const found = find(scene, candidate);
    if (found.length > 0) return found;
  }
  return entered(scene, candidate);
}

const TRAILING = new Set(
  'shadow tail trail follow escort shepherd intercept buzz circle surround encircle harass hound approach track stalk'.split(
    ' ',
  ),
);

/** "shadowed a Norwegian cutter", "surrounded the rebels": who is trailed or hemmed in; "escorted its own tanker" does nothing to anyone. */
function trailed(scene: Scene, { slots, token }: Candidate): readonly number[] {
  if (!TRAILING.has(lemmaOf(scene.tree, slots.verb ?? token))) return [];
  return slots.obj.filter((one) => isSomebody(scene, one) && !isOwn(scene, one, slots.subj));
}

const AIMING = new Set('train aim point level'.split(' '));

/** "trained its guns on a Greek cutter": what a weapon is aimed at; "trained recruits on the range" aims none. */
function aimedAt(scene: Scene, { slots, token }: Candidate): readonly number[] {
  const isAimed =
    AIMING.has(lemmaOf(scene.tree, slots.verb ?? token)) &&
    slots.obj.some((one) => scene.classes.is(one, 'weapon'));
  return isAimed
    ? ['on', 'at'].flatMap((slot) => slots.fillers(slot)).filter((one) => isSomebody(scene, one))
    : [];
}

const CARRYING = new Set(
  'move fly ship ferry bus carry relocate transfer bring evacuate return airlift'.split(' '),
);

/** Words for people that are also said of a state's own forces: "flew two officers to the coast". */
const SERVING = new Set(
  'officer pilot sailor volunteer worker supporter driver man woman people thousand'.split(' '),
);

/** "moved four hundred villagers to shelters": people are carried off; a state's own officers are merely posted. */
function carried(scene: Scene, { slots, token }: Candidate): readonly number[] {
  const { tree, classes, parties } = scene;
  if (!CARRYING.has(lemmaOf(tree, slots.verb ?? token))) return [];
  const countries = slots.subj.map((one) => partyAt(parties, one).country);
  return slots.obj.filter((one) => {
    const isNoun = tree.tags[one]?.upos === 'NOUN' && classes.is(one, 'people') && !classes.is(one, 'force');
    const { country } = partyAt(parties, one);
    const isForeign = country !== null && countries.length > 0 && !countries.includes(country);
    return isNoun && !isOwn(scene, one, slots.subj) && (isForeign || !SERVING.has(lemmaOf(tree, one)));
  });
}

function isSomebody({ classes, parties }: Scene, token: number): boolean {
  return classes.is(token, 'party') || classes.is(token, 'craft') || partyAt(parties, token).country !== null;
}

/** "entered eastern Ukraine": moving forces into another's land does something to whose land it is. */
function entered(scene: Scene, { slots }: Candidate): readonly number[] {
  const countries = new Set(slots.subj.map((token) => partyAt(scene.parties, token).country));
  const isForeign = (token: number): boolean => {
    const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
    return place !== undefined && place.country !== null && !countries.has(place.country);
  };
  // "flew bombers around Taiwan": a show of force; "around the bay" only tells where.
  const circled = slots
    .fillers('around')
    .filter((token) => scene.layers.places[scene.placeByToken.get(token) ?? -1]?.precision === 6);
  const grounds = [...slots.obj, ...slots.fillers('into')];
  const found = [...grounds, ...circled].filter(isForeign);
  return found.length > 0
    ? found
    : ownersOfGround(scene, grounds).filter((owner) => !countries.has(partyAt(scene.parties, owner).country));
}
