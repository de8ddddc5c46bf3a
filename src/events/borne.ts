import { lemmaOf } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import { ownersAmong } from './owners.ts';
import type { Scene } from './scene.ts';
import { prepositional } from './slots.ts';

/** Verbs whose subject bears the act that their object names: "suffered an attack", "sustained heavy losses". */
const BEARING = new Set('suffer sustain endure undergo survive withstand'.split(' '));

/** Phrases whose subject bears the act: "came under fire", "took a direct hit". */
const BEARING_PHRASE = /^(?:(?:come|be) under|take fire|take hit|take direct hit|suffer) ?/u;

const FORCEFUL: readonly string[] = ['ASSAULT', 'COERCE', 'SANCTION'];

/** Tells whether the subject of an act of force is whom it befalls: "The army suffered an attack", "The convoy came under fire". */
export function isBorne({ tree }: Scene, { sense, slots, token }: Candidate): boolean {
  if (!FORCEFUL.includes(sense.type)) return false;
  if (sense.part === 'verb') return BEARING_PHRASE.test(sense.words.join(' '));
  return slots.verb !== null && slots.verb !== token && BEARING.has(lemmaOf(tree, slots.verb));
}

/** Gives who does an act that somebody bears: "came under attack from rebels", "an ambush by bandits". */
export function doersOfBorne(scene: Scene, candidate: Candidate): readonly number[] {
  const named = ['by', 'from']
    .flatMap((slot) => candidate.slots.fillers(slot))
    .filter((token) => scene.classes.is(token, 'party'));
  // "came under Omani fire"
  return named.length > 0 ? named : ownersAmong(scene, candidate.slots.fillers('under'));
}

/** "died at the hands of the police": the token of the hands, where an act has such. */
export function handsOf(scene: Scene, { slots }: Candidate): readonly number[] {
  return slots
    .fillers('at')
    .filter(
      (token) => lemmaOf(scene.tree, token) === 'hand' && prepositional(scene.tree, [token], 'of').length > 0,
    );
}

/** Gives those at whose hands an act is suffered: "tortured at the hands of the guards". */
export function doersByHand(scene: Scene, candidate: Candidate): readonly number[] {
  return prepositional(scene.tree, handsOf(scene, candidate), 'of');
}
