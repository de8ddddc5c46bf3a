import { doerOf } from '../language/control.ts';
import { childBy, childrenBy, headOf, lemmaOf, lowerOf, relationOf } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';
import { prepositional } from './slots.ts';

/** "is to visit Mekelle", "is expected in Mekelle", "on a visit to Mekelle": a call on those who rule there. */
export function visitedBy(scene: Scene, { sense, token, slots }: Candidate): readonly number[] {
  const { tree } = scene;
  const lemma = lemmaOf(tree, token);
  if (VISITING.has(lemma)) {
    // "a visit to the mill" calls on no land.
    const named = calledOn(scene, token).filter((place) => tree.tags[place]?.upos === 'PROPN');
    return placesIn(scene, sense.part === 'noun' ? named : slots.obj);
  }
  if (AWAITED.has(lemma)) return placesIn(scene, slots.fillers('in'));
  // "left for Doha for talks": whoever travels to talk calls on those who rule there.
  const isForTalks =
    sense.mode === 'visit' && slots.fillers('for').some((end) => TALKS.has(lemmaOf(tree, end)));
  return isForTalks ? placesIn(scene, reachedBy(scene, token)) : [];
}

const VISITING = new Set(['visit', 'tour', 'trip', 'stopover']);
const AWAITED = new Set(['expect', 'await', 'due']);
const TALKS = new Set('talk meeting summit consultation negotiation conference'.split(' '));
const TRAVELLING = new Set('arrive land fly travel go come head leave depart return'.split(' '));

/** "a visit to Lima", "arrived in Lima on a visit": where the visit or its journey goes. */
function calledOn(scene: Scene, visit: number): readonly number[] {
  const own = prepositional(scene.tree, [visit], 'to');
  const verb = headOf(scene.tree, visit);
  return own.length > 0 || relationOf(scene.tree, visit) !== 'obl' ? own : reachedBy(scene, verb);
}

function reachedBy({ tree }: Scene, verb: number): readonly number[] {
  return TRAVELLING.has(lemmaOf(tree, verb))
    ? ['in', 'to', 'for'].flatMap((slot) => prepositional(tree, [verb], slot))
    : [];
}

function placesIn(scene: Scene, tokens: readonly number[]): readonly number[] {
  return tokens.filter(
    (token) => (scene.layers.places[scene.placeByToken.get(token) ?? -1]?.country ?? null) !== null,
  );
}

/** "spoke of the dam during a visit to Lima", "was received on a tour": who does the one makes the other. */
export function visitorOf({ tree }: Scene, { sense, token }: Candidate): readonly number[] | undefined {
  const verb = headOf(tree, token);
  const isOnIt =
    sense.mode === 'visit' &&
    relationOf(tree, token) === 'obl' &&
    childrenBy(tree, token, 'case').some((mark) => ['during', 'on'].includes(lowerOf(tree, mark)));
  if (!isOnIt) return undefined;
  const visitor = childBy(tree, verb, 'nsubj', 'nsubj:pass') ?? doerOf(tree, verb);
  return visitor === undefined ? undefined : [visitor];
}
