import type { Attribution } from '../document/event-layers.ts';
import { headOf, isRelation, lemmaOf, relationOf, subtreeOf, type Tree } from '../language/tree.ts';
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
    awkwardness: (token: number) => number = () => 0,
  ): number | null => {
    let best: { readonly index: number; readonly distance: number } | undefined;
    for (const [token, distance] of steps) {
      const index = byToken.get(token);
      if (index === undefined || !inFrame(token) || !fits(token, index)) continue;
      const away = distance + awkwardness(token);
      if (best === undefined || away < best.distance) best = { index, distance: away };
    }
    return best === undefined || best.distance > FARTHEST ? null : best.index;
  };
  return {
    place: nearest(
      scene.placeByToken,
      (token, index) => isWhere(scene, candidate, token, index),
      (token) => (isNamed(scene, token) ? 0 : GENERIC_DETOUR),
    ),
    time: nearest(scene.timeByToken, (_, index) =>
      ['DATE', 'TIME'].includes(scene.layers.times[index]?.type ?? ''),
    ),
    quantities: quantitiesOf(scene, candidate),
    evidence: [
      ...new Set([...steps.keys()].flatMap((token) => scene.evidenceByToken.get(token) ?? [])),
    ].filter((index) => !inFrame(scene.layers.evidence[index]?.headToken ?? -1) || frame === undefined),
  };
}

/**
 * Gives the steps from a verb (or its noun) to the tokens of its sentence, nearest by the tree; linear in the sentence
 * but for the few steps that a clause's edge costs more. A relative clause or a clause complement is a world of its own:
 * "the group, which took the town in February, vowed" does not vow in February.
 */
function stepsFrom({ tree, layers }: Scene, verb: number, trigger: number): ReadonlyMap<number, number> {
  const sentence = layers.sentences[tree.tokens[trigger]?.sentence ?? 0];
  const steps = new Map<number, number>([
    [verb, 0],
    [trigger, 0],
  ]);
  const rings: number[][] = [[verb, trigger]];
  for (let ring = 0; ring < rings.length && ring <= FARTHEST; ring++) {
    for (const token of rings[ring] ?? []) {
      if ((steps.get(token) ?? 0) < ring) continue;
      for (const { next, cost } of stepsOf(tree, token)) {
        const at = ring + cost;
        if (
          next < (sentence?.firstToken ?? 0) ||
          next >= (sentence?.endToken ?? 0) ||
          (steps.get(next) ?? FARTHEST + 1) <= at
        )
          continue;
        steps.set(next, at);
        const later = rings[at] ?? [];
        later.push(next);
        rings[at] = later;
      }
    }
    rings[ring + 1] ??= [];
  }
  return steps;
}

/** A step into a clause that tells something else. */
const BARRED = FARTHEST + 1;

function stepsOf(tree: Tree, token: number): readonly { readonly next: number; readonly cost: number }[] {
  const down = (tree.children[token] ?? []).map((next) => ({ next, cost: costOf(tree, next, 3) }));
  return [...down, { next: headOf(tree, token), cost: costOf(tree, token, 2) }];
}

function costOf(tree: Tree, child: number, joined: number): number {
  const relation = relationOf(tree, child);
  const isVerb = tree.tags[child]?.upos === 'VERB' || tree.tags[child]?.upos === 'AUX';
  if (relation === 'acl:relcl' || relation === 'ccomp' || relation === 'parataxis') return BARRED;
  if (isVerb && isRelation(relation, ['conj', 'advcl'])) return joined;
  return 1;
}

/** A literal place that does not tell where some other party sits: "a security official in Wana" is not where it was. */
function isWhere(scene: Scene, { slots }: Candidate, token: number, index: number): boolean {
  const place = scene.layers.places[index];
  if (place === undefined) return false;
  // "Afghan border guards" are not told to be at the border.
  const isPremodifier =
    relationOf(scene.tree, place.endToken - 1) === 'compound' &&
    headOf(scene.tree, place.endToken - 1) >= place.endToken;
  if (isPremodifier) return false;
  if (place.whereKind === 'metonym') return slots.obj.includes(token) && !scene.classes.is(token, 'party');
  const outer = scene.parties.actors[scene.parties.outerByToken.get(token) ?? -1];
  const isItself =
    outer !== undefined && outer.firstToken >= place.firstToken && outer.endToken <= place.endToken;
  const holder = isItself ? undefined : outer;
  return holder === undefined || slots.obj.includes(holder.headToken) || holder.kind === 'thing';
}

/** "a market beside the river at Kan Htaung Gyi": a place with a name tells more than "the river", if it is not much farther. */
const GENERIC_DETOUR = 3;

function isNamed({ placeByToken, layers, text }: Scene, token: number): boolean {
  const place = layers.places[placeByToken.get(token) ?? -1];
  return place !== undefined && /\p{Lu}/u.test(text.slice(place.start, place.end));
}

const KILLED = new Set(
  'kill die dead death shoot execute murder lynch massacre slay perish toll behead fatality'.split(' '),
);
const WOUNDED = new Set('wound injure hurt maim injury'.split(' '));

function quantitiesOf(scene: Scene, { token, slots, sense }: Candidate): Circumstances['quantities'] {
  const { tree } = scene;
  // "put the toll at four", "raised the toll to nine": the number stands behind the verb's preposition.
  const counted =
    KILLED.has(lemmaOf(tree, token)) && sense.part === 'noun'
      ? [...slots.fillers('at'), ...slots.fillers('to')]
      : [];
  const arguments_ = [token, ...slots.obj, ...slots.subj, ...slots.fillers('of'), ...counted];
  const found = arguments_
    .flatMap((argument) => [argument, ...(tree.children[argument] ?? [])])
    .flatMap((at) => {
      const quantity = scene.quantityByToken.get(at);
      return quantity === undefined ? [] : [quantity];
    });
  const lemma = lemmaOf(tree, token);
  return [...new Set(found)].map((quantity) => {
    const isObject = [...slots.obj, ...(slots.obj.length === 0 ? slots.subj : []), token, ...counted].some(
      (argument) => isUnderQuantity(scene, quantity, argument),
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
