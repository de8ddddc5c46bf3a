import { childBy, childrenBy, isRelation, lemmaOf, lowerOf, type Tree } from '../language/tree.ts';
import { type Bearing, bearing, type FactualityScene, lookUp } from './bearing.ts';
import type { Operator } from './operators.ts';
import { type Governor, markersOf, nobodyIn } from './scopes.ts';

/** Gives the modals, adverbs and conjunctions of one verb that bear on the event; dates in adverbs count beside the trigger alone. */
export function markerBearings(
  scene: FactualityScene,
  token: number,
  isTrigger: boolean,
): readonly Bearing[] {
  const { modals, adverbs, marks } = markersOf(scene.tree, token);
  const found: Bearing[] = [];
  for (const modal of modals) {
    const operator = lookUp(scene, 'modal', modal);
    if (operator !== undefined)
      found.push(bearing(withModalFrame(scene, modal, token, operator), 'claims/modal', [modal]));
  }
  for (const adverb of adverbs) {
    const operator = lookUp(scene, 'adverb', adverb);
    if (operator !== undefined && (isTrigger || operator.timeframe === null))
      found.push(bearing(operator, operator.turns ? 'claims/negation' : 'claims/adverb', [adverb]));
  }
  for (const mark of marks) {
    const operator = lookUp(scene, 'mark', mark);
    if (operator !== undefined) found.push(bearing(operator, 'claims/condition', [mark]));
  }
  return found;
}

/**
 * "May be filled", "may have crossed" doubt what is; "could intervene", "might strike" speak of what is not yet:
 * the first stays current, "could" before a bare verb is a hypothesis, "may" and "might" a forecast.
 */
function withModalFrame(
  { tree }: FactualityScene,
  modal: number,
  verb: number,
  operator: Operator,
): Operator {
  const word = lowerOf(tree, modal);
  if (!['may', 'might', 'could', 'can'].includes(word)) return operator;
  const isPerfect = childrenBy(tree, verb, 'aux').some((aux) => lowerOf(tree, aux) === 'have');
  const isState =
    childBy(tree, verb, 'cop', 'aux:pass') !== undefined ||
    childrenBy(tree, verb, 'aux').some((aux) => lowerOf(tree, aux) === 'be');
  if (isPerfect || (isState && word !== 'can')) return operator;
  return { ...operator, timeframe: word === 'could' || word === 'can' ? 'hypothetical' : 'future' };
}

/** "a possible invasion", "the alleged attack", "past incursions". */
export function modifierBearings(scene: FactualityScene, token: number): readonly Bearing[] {
  return childrenBy(scene.tree, token, 'amod').flatMap((modifier) => {
    const operator = lookUp(scene, 'adj-mod', modifier);
    return operator === undefined ? [] : [bearing(operator, 'claims/modifier', [modifier])];
  });
}

/** Gives what a word above the event does to it: "tried to cross", "plans to attack", "the threat of war". */
export function governorBearings(scene: FactualityScene, governor: Governor): readonly Bearing[] {
  const { tree } = scene;
  const upos = tree.tags[governor.token]?.upos;
  const { relation, token } = governor;
  if (upos === 'VERB' && isRelation(relation, ['xcomp', 'ccomp', 'obj', 'nsubj:pass', 'obl', 'advcl'])) {
    if (isRelation(relation, ['obl', 'advcl']) && !governsByPreposition(tree, governor)) return [];
    const operator = lookUp(scene, 'verb', token);
    // "promised an inquiry into the attack": the inquiry is to come, the attack has been.
    const isInsideObject = relation === 'obj' && governor.depth > 0 && operator?.timeframe === 'future';
    return operator === undefined || isInsideObject
      ? []
      : [bearing(operator, `claims/governor-${lemmaOf(tree, token)}`, [token])];
  }
  if (upos === 'ADJ' && isRelation(relation, ['xcomp', 'ccomp', 'advcl', 'csubj', 'nsubj'])) {
    const operator = lookUp(scene, 'adj', token);
    return operator === undefined
      ? []
      : [bearing(operator, `claims/governor-${lemmaOf(tree, token)}`, [token])];
  }
  if (
    upos === 'NOUN' &&
    isRelation(relation, ['nmod', 'acl', 'ccomp']) &&
    relation !== 'acl:relcl' &&
    relation !== 'nmod:poss'
  ) {
    const operator = lookUp(scene, 'noun', token);
    return operator === undefined
      ? []
      : [bearing(operator, `claims/governor-${lemmaOf(tree, token)}`, [token])];
  }
  return [];
}

/** "refrained from shelling", "prevented rebels from attacking", "warned of an attack": the preposition belongs to the verb. */
function governsByPreposition(tree: Tree, { token, child }: Governor): boolean {
  const marks = childrenBy(tree, child, 'case', 'mark').map((mark) => lowerOf(tree, mark));
  const verb = lemmaOf(tree, token);
  if (marks.includes('from'))
    return ['refrain', 'prevent', 'stop', 'keep', 'abstain', 'desist', 'deter', 'bar', 'hinder'].includes(
      verb,
    );
  return (
    (marks.includes('of') || marks.includes('against') || marks.includes('for')) &&
    ['plan', 'prepare', 'call', 'ask', 'appeal', 'hope', 'threaten', 'consider'].includes(verb)
  );
}

/** "No civilians were killed", "not a single one of our soldiers has crossed", "nobody fired". */
export function argumentBearings(
  scene: FactualityScene,
  trigger: number,
  carriers: readonly number[],
): readonly Bearing[] {
  const { tree } = scene;
  const subjects = [trigger, ...carriers].flatMap((token) =>
    childrenBy(tree, token, 'nsubj', 'nsubj:pass', 'obj'),
  );
  const words = [...subjects.map((subject) => nobodyIn(tree, subject)), determinerNo(tree, trigger)].filter(
    (word) => word !== undefined,
  );
  return words
    .slice(0, 1)
    .map((word) => bearing({ turns: true, certainty: null, timeframe: null }, 'claims/nobody', [word]));
}

function determinerNo(tree: Tree, token: number): number | undefined {
  return childrenBy(tree, token, 'det').find((determiner) => lowerOf(tree, determiner) === 'no');
}
