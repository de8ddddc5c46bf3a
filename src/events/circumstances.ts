import type { Attribution } from '../document/event-layers.ts';
import { headOf, lemmaOf, subtreeOf } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';

/** Where, when, how many and on what evidence: indexes into the layers of a document. */
export interface Circumstances {
  readonly place: number | null;
  readonly time: number | null;
  readonly quantities: readonly { readonly quantity: number; readonly of: string }[];
  readonly evidence: readonly number[];
}

/** A mention farther up and down the tree than this many steps belongs to something else. */
const FARTHEST = 7;

/** Reads the circumstances that the trigger's own sentence gives; null or empty where it gives none. */
export function readCircumstances(
  scene: Scene,
  candidate: Candidate,
  frame: Attribution | undefined,
): Circumstances {
  const steps = stepsFrom(scene, candidate.slots.verb ?? candidate.token, candidate.token);
  const inFrame = (token: number): boolean =>
    frame === undefined || (frame.firstToken <= token && token < frame.endToken);
  const nearest = (
    byToken: ReadonlyMap<number, number>,
    fits: (token: number, index: number) => boolean,
  ): number | null => {
    let best: { readonly index: number; readonly distance: number } | undefined;
    for (const [token, distance] of steps) {
      const index = byToken.get(token);
      if (index === undefined || !inFrame(token) || !fits(token, index)) continue;
      if (best === undefined || distance < best.distance) best = { index, distance };
    }
    return best === undefined || best.distance > FARTHEST ? null : best.index;
  };
  return {
    place: nearest(scene.placeByToken, (token, index) => isWhere(scene, candidate, token, index)),
    time: nearest(scene.timeByToken, (_, index) =>
      ['DATE', 'TIME'].includes(scene.layers.times[index]?.type ?? ''),
    ),
    quantities: quantitiesOf(scene, candidate),
    evidence: [
      ...new Set([...steps.keys()].flatMap((token) => scene.evidenceByToken.get(token) ?? [])),
    ].filter((index) => !inFrame(scene.layers.evidence[index]?.headToken ?? -1) || frame === undefined),
  };
}

/** Gives the steps from a verb (or its noun) to every token of the sentence, nearest by the tree; linear in the sentence. */
function stepsFrom({ tree, layers }: Scene, verb: number, trigger: number): ReadonlyMap<number, number> {
  const sentence = layers.sentences[tree.tokens[trigger]?.sentence ?? 0];
  const steps = new Map<number, number>([
    [verb, 0],
    [trigger, 0],
  ]);
  const queue = verb === trigger ? [trigger] : [trigger, verb];
  for (let at = 0; at < queue.length; at++) {
    const token = queue[at] as number;
    const next = [...(tree.children[token] ?? []), headOf(tree, token)];
    for (const neighbour of next) {
      if (
        neighbour < (sentence?.firstToken ?? 0) ||
        neighbour >= (sentence?.endToken ?? 0) ||
        steps.has(neighbour)
      )
        continue;
      steps.set(neighbour, (steps.get(token) ?? 0) + 1);
      queue.push(neighbour);
    }
  }
  return steps;
}

/** A literal place that does not tell where some other party sits: "a security official in Wana" is not where it was. */
function isWhere(scene: Scene, { slots }: Candidate, token: number, index: number): boolean {
  const place = scene.layers.places[index];
  if (place === undefined) return false;
  if (place.whereKind === 'metonym') return slots.obj.includes(token) && !scene.classes.is(token, 'party');
  const outer = scene.parties.actors[scene.parties.outerByToken.get(token) ?? -1];
  const isItself = outer !== undefined && outer.firstToken >= place.firstToken && outer.endToken <= place.endToken;
  const holder = isItself ? undefined : outer;
  return holder === undefined || slots.obj.includes(holder.headToken) || holder.kind === 'thing';
}

const KILLED = new Set(
  'kill die dead death shoot execute murder lynch massacre slay perish toll behead fatality'.split(' '),
);
const WOUNDED = new Set('wound injure hurt maim injury'.split(' '));

function quantitiesOf(scene: Scene, { token, slots, sense }: Candidate): Circumstances['quantities'] {
  const { tree } = scene;
  const arguments_ = [token, ...slots.obj, ...slots.subj, ...slots.fillers('of')];
  const found = arguments_
    .flatMap((argument) => [argument, ...(tree.children[argument] ?? [])])
    .flatMap((at) => {
      const quantity = scene.quantityByToken.get(at);
      return quantity === undefined ? [] : [quantity];
    });
  const lemma = lemmaOf(tree, token);
  return [...new Set(found)].map((quantity) => {
    const isObject = [...slots.obj, ...(slots.obj.length === 0 ? slots.subj : []), token].some((argument) =>
      isUnderQuantity(scene, quantity, argument),
    );
    const of =
      KILLED.has(lemma) && isObject
        ? 'killed'
        : WOUNDED.has(lemma) && isObject
          ? 'wounded'
          : sense.mode === 'release' && isObject
            ? 'released'
            : (scene.layers.quantities[quantity]?.of ?? '');
    return { quantity, of };
  });
}

function isUnderQuantity({ tree, quantityByToken }: Scene, quantity: number, argument: number): boolean {
  return subtreeOf(tree, argument).some((token) => quantityByToken.get(token) === quantity);
}
