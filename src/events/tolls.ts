import type { EventMention } from '../document/event-layers.ts';
import { childrenBy, headOf, lemmaOf, relationOf, type Tree } from '../language/tree.ts';
import { KILLED, WOUNDED } from './casualties.ts';
import type { Scene } from './scene.ts';

/**
 * Joins the dead and the wounded of one telling: "killing six people and wounding at least 11" is one event with two
 * numbers. The first trigger stays; "shelled the town and wounded nine" is two events and stays so.
 */
export function joinTolls(scene: Scene, events: readonly EventMention[]): readonly EventMention[] {
  const { tree } = scene;
  const indexByToken = new Map(events.map(({ headToken }, index) => [headToken, index]));
  const joined = [...events];
  const gone = new Set<number>();
  events.forEach(({ headToken }, index) => {
    const first = indexByToken.get(firstConjunct(tree, headToken));
    if (first === undefined || first === index || !isOtherHarm(tree, headToken, events[first]?.headToken))
      return;
    const into = joined[first];
    const from = events[index];
    if (into === undefined || from === undefined) return;
    joined[first] = { ...into, quantities: shareNumbers(scene, into, from) };
    gone.add(index);
  });
  return joined.filter((_, index) => !gone.has(index)).map((event) => withPutNumber(scene, event));
}

const PUTTING = new Set('put set place raise lower revise cut estimate increase'.split(' '));
const COUNTS = new Set('loss toll number figure count dead casualty death total'.split(' '));

/** "put its losses at seven", "raised to 52 the count of people killed": the number stands on the verb of the count. */
function withPutNumber(scene: Scene, event: EventMention): EventMention {
  const { tree, quantityByToken } = scene;
  if (event.quantities.length > 0) return event;
  let count = event.headToken;
  for (let steps = 0; steps < 4 && count >= 0 && !COUNTS.has(lemmaOf(tree, count)); steps++)
    count = headOf(tree, count);
  if (count < 0 || !PUTTING.has(lemmaOf(tree, headOf(tree, count)))) return event;
  const number = childrenBy(tree, headOf(tree, count), 'obl', 'xcomp', 'nmod').find(
    (child) => child !== count && quantityByToken.has(child),
  );
  const quantity = quantityByToken.get(number ?? -1);
  if (quantity === undefined) return event;
  const of = KILLED.has(lemmaOf(tree, event.headToken)) ? 'killed' : '';
  return { ...event, quantities: [{ quantity, of }] };
}

/** The word that this one is joined to by "and"; itself where it is not joined. */
function firstConjunct(tree: Tree, token: number): number {
  return relationOf(tree, token) === 'conj' ? headOf(tree, token) : token;
}

function isOtherHarm(tree: Tree, token: number, other: number | undefined): boolean {
  if (other === undefined) return false;
  const [lemma, otherLemma] = [lemmaOf(tree, token), lemmaOf(tree, other)];
  return (WOUNDED.has(lemma) && KILLED.has(otherLemma)) || (KILLED.has(lemma) && WOUNDED.has(otherLemma));
}

/** "Seven were killed and 18 were wounded": a number that both triggers may count belongs to the nearer one. */
function shareNumbers(
  { layers }: Scene,
  first: EventMention,
  second: EventMention,
): EventMention['quantities'] {
  const isNearer = (quantity: number, event: EventMention, other: EventMention): boolean => {
    const at = layers.quantities[quantity]?.start ?? 0;
    return Math.abs(at - event.trigger.start) <= Math.abs(at - other.trigger.start);
  };
  const both = new Set(second.quantities.map(({ quantity }) => quantity));
  const ofFirst = first.quantities.filter(
    ({ quantity }) => !both.has(quantity) || isNearer(quantity, first, second),
  );
  const taken = new Set(ofFirst.map(({ quantity }) => quantity));
  return [...ofFirst, ...second.quantities.filter(({ quantity }) => !taken.has(quantity))];
}
