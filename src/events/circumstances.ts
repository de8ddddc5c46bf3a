import type { Attribution } from '../document/event-layers.ts';
import {
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  subtreeOf,
  type Tree,
} from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import { KILLED, WOUNDED } from './casualties.ts';
import { placeOf } from './event-places.ts';
import { awkwardnessOf, isWhere } from './event-where.ts';
import type { Scene } from './scene.ts';

/** Where, when and how many: indexes into the layers of a document. */
export interface Circumstances {
  readonly place: number | null;
  readonly time: number | null;
  readonly quantities: readonly { readonly quantity: number; readonly of: string }[];
}

/** What somebody says around a trigger or in its own words. */
export interface Words {
  /** The innermost attribution that holds the trigger: what stands outside ("said on Monday") does not date it. */
  readonly frame: Attribution | undefined;
  /** The attribution that the trigger itself opens: "denied that troops had crossed on Monday" was not on Monday. */
  readonly content: Attribution | undefined;
}

function isInside({ firstToken, endToken }: Attribution, token: number): boolean {
  return firstToken <= token && token < endToken;
}

/** A mention farther up and down the tree than this many steps belongs to something else. */
const FARTHEST = 7;

/** Reads the circumstances that the trigger's own sentence gives; null or empty where it gives none. */
export function readCircumstances(
  scene: Scene,
  candidate: Candidate,
  { frame, content }: Words,
): Circumstances {
  const steps = stepsFrom(scene, candidate.slots.verb ?? candidate.token, candidate.token);
  // "recalled its envoy from Oslo" opens no words of anybody.
  const opened = candidate.sense.type === 'SANCTION' ? undefined : content;
  const inFrame = (token: number): boolean =>
    (frame === undefined || isInside(frame, token)) && (opened === undefined || !isInside(opened, token));
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
    place: placeOf(
      scene,
      candidate,
      nearest(
        scene.placeByToken,
        (token, index) => isWhere(scene, candidate, token, index),
        (token) => awkwardnessOf(scene, candidate, token),
      ),
    ),
    time: nearest(scene.timeByToken, (_, index) => isWhen(scene, index)),
    quantities: quantitiesOf(scene, candidate),
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

/** "in control since they took it last year": the clause tells of another time. */
const ELSEWHEN = new Set([
  'since',
  'before',
  'until',
  'till',
  'because',
  'although',
  'though',
  // "vowed to march on Bossaso if the chief is not freed": what it hangs on is another matter, elsewhere.
  'if',
  'unless',
]);
/** "forty were hurt when a jet bombed the market on Thursday": the clause tells when and where the other was. */
const MEANWHILE = new Set(['when', 'as', 'while']);

/** "the war that broke out in Khartoum in 2023 has spread": how it began is the act's own clause. */
const OCCURRING = new Set(['break', 'erupt', 'begin', 'start', 'happen', 'occur', 'take']);

/** "died in a raid that wrecked a station in Quetta": what an attack does, it does where it is. */
const ATTACKS = new Set(
  'airstrike ambush assault attack barrage battle blast bomb bombardment bombing clash clearance crackdown crash drone explosion fire firefight fighting gunfight massacre missile offensive operation raid rocket salvo shelling shooting shootout strike violence'.split(
    ' ',
  ),
);
const STRIKING = new Set(
  'blow burn claim collapse cost damage demolish destroy devastate engulf flatten gut hit injure kill leave level obliterate rip rock shake shatter strike sweep target tear wound wreck'.split(
    ' ',
  ),
);

function isOccurring(tree: Tree, child: number): boolean {
  const isAttack = ATTACKS.has(lemmaOf(tree, headOf(tree, child))) && STRIKING.has(lemmaOf(tree, child));
  if (isAttack && childrenBy(tree, child, 'nsubj').some((at) => RELATIVE.has(lowerOf(tree, at)))) return true;
  if (!OCCURRING.has(lemmaOf(tree, child)) || tree.tags[headOf(tree, child)]?.upos !== 'NOUN') return false;
  const isPlace = childrenBy(tree, child, 'obj').some((object) => lowerOf(tree, object) === 'place');
  return childrenBy(tree, child, 'obj').length === 0 ? lemmaOf(tree, child) !== 'take' : isPlace;
}

const RELATIVE = new Set(['that', 'which']);

/** "fired on troops who were camped near Bama": where those are whom it befell; who did it may be anywhere since. */
const STAYING = new Set(
  'anchor base camp crash cross dock enter flee gather hide land live moor operate park patrol queue run shelter sit sleep stand station stay travel try wait work worship'.split(
    ' ',
  ),
);

function isStaying(tree: Tree, child: number): boolean {
  const head = headOf(tree, child);
  const subject = childrenBy(tree, child, 'nsubj', 'nsubj:pass')[0] ?? child;
  const isAside = lowerOf(tree, subject - 1) === ',';
  return (
    STAYING.has(lemmaOf(tree, child)) &&
    !isAside &&
    isRelation(relationOf(tree, head), ['obj', 'obl', 'nsubj:pass'])
  );
}

/** "Nine people died, while twenty were hurt, in a blast in Quetta": a toll is told in one breath. */
function isToll(tree: Tree, child: number): boolean {
  const [first, second] = [lemmaOf(tree, headOf(tree, child)), lemmaOf(tree, child)];
  const isPair = (KILLED.has(first) && WOUNDED.has(second)) || (WOUNDED.has(first) && KILLED.has(second));
  return isPair && isRelation(relationOf(tree, child), ['conj', 'advcl', 'parataxis']);
}

function costOf(tree: Tree, child: number, joined: number): number {
  const relation = relationOf(tree, child);
  if (relation === 'acl:relcl' && isOccurring(tree, child)) return 1;
  if (relation === 'acl:relcl' && isStaying(tree, child)) return 2;
  const isVerb = tree.tags[child]?.upos === 'VERB' || tree.tags[child]?.upos === 'AUX';
  if (isVerb && isToll(tree, child)) return 1;
  if (relation === 'acl:relcl' || relation === 'ccomp' || relation === 'parataxis') return BARRED;
  if (isVerb && relation.startsWith('advcl')) {
    const mark = childrenBy(tree, child, 'mark', 'advmod').map((token) => lowerOf(tree, token));
    if (mark.some((word) => ELSEWHEN.has(word))) return BARRED;
    // "miners rallied in Copiapó, while students blocked a road in Lota": two tales told side by side.
    if (mark.includes('while') && childrenBy(tree, child, 'nsubj', 'nsubj:pass').length > 0) return 5;
    if (mark.some((word) => MEANWHILE.has(word))) return 2;
  }
  if (isVerb && isRelation(relation, ['conj', 'advcl'])) return joined;
  if (isCrime(tree, child)) return BARRED;
  return 1;
}

/** What is done to somebody for a deed of his. */
const TRYING = new Set(
  'accuse arrest blame charge condemn convict detain extradite fine indict interrogate investigate jail prosecute punish question sanction sentence sue suspect try want'.split(
    ' ',
  ),
);

/** "is wanted in Spain for the kidnapping of a priest": where he is tried or sought is not where he did it. */
function isCrime(tree: Tree, noun: number): boolean {
  if (!isRelation(relationOf(tree, noun), ['obl', 'nmod', 'advcl'])) return false;
  const marks = childrenBy(tree, noun, 'case', 'mark').map((token) => lowerOf(tree, token));
  return (
    marks.some((word) => word === 'for' || word === 'over') && TRYING.has(lemmaOf(tree, headOf(tree, noun)))
  );
}

const HYPHEN = /^[-‐‑–]$/u;

/** A date, or a duration laid against one: "within 48 hours", but not "for 48 hours". */
function isWhen({ layers, text }: Scene, index: number): boolean {
  const time = layers.times[index];
  if (time === undefined) return false;
  // "a two-hour gunfight", "a dusk-to-dawn curfew": the word before the noun says how long it is, not when.
  const { type, start, end } = time;
  if (type === 'DURATION' && text.slice(start, end).includes('-')) return false;
  if (type === 'TIME' && (HYPHEN.test(text.charAt(end)) || HYPHEN.test(text.charAt(start - 1)))) return false;
  return time.type === 'DATE' || time.type === 'TIME' || (time.type === 'DURATION' && time.to !== null);
}

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
