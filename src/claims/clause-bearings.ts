import type { Attribution } from '../document/event-layers.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../language/tree.ts';
import { type Bearing, bearing, type FactualityScene } from './bearing.ts';
import { type Governor, isWhether } from './scopes.ts';

/** "If rebels attack, the truce ends": the condition and what hangs on it are both hypothetical. */
export function conditionBearings(
  scene: FactualityScene,
  trigger: number,
  governors: readonly Governor[],
): readonly Bearing[] {
  const { tree } = scene;
  const clauses = [trigger, ...governors.map((governor) => governor.token)];
  const inCondition = clauses.flatMap((clause) =>
    [...conditionMarks(scene, clause), ...aheadMarks(scene, clause)].map((mark) =>
      bearing({ turns: false, certainty: 'possible', timeframe: 'hypothetical' }, 'claims/condition', [mark]),
    ),
  );
  const inverted = inversionBearings(tree, trigger);
  if (inCondition.length > 0 || inverted.length > 0) return [...inCondition, ...inverted].slice(0, 1);
  const marks = clauses.flatMap((clause) =>
    isDone(tree, clause)
      ? [...toldConditions(scene, clause), ...orders(tree, clause)]
      : [
          ...childrenBy(tree, clause, 'advcl')
            .flatMap((condition) => conditionMarks(scene, condition))
            // "were told to stand by in case more herders came": the precaution is taken, whatever comes.
            .filter((mark) => !isInCase(tree, mark)),
          ...toldConditions(scene, clause),
          ...orders(tree, clause),
        ],
  );
  return marks.map((mark) =>
    bearing({ turns: false, certainty: null, timeframe: 'hypothetical' }, 'claims/consequence', [mark]),
  );
}

const MODALS = /^(?:will|would|’ll|'ll|shall|may|might|could|can)$/u;

function hasModal(tree: Tree, clause: number): boolean {
  return childrenBy(tree, clause, 'aux').some((aux) => MODALS.test(lowerOf(tree, aux)));
}

/** "Unless he resigns, the chief warned, “the town will burn”": a condition before the telling is of what is told. */
function toldConditions(scene: FactualityScene, clause: number): readonly number[] {
  const { tree } = scene;
  const telling = headOf(tree, clause);
  if (!isRelation(relationOf(tree, clause), ['ccomp', 'parataxis']) || clause < telling) return [];
  return hasModal(tree, clause)
    ? childrenBy(tree, telling, 'advcl')
        .filter((condition) => condition < telling)
        .flatMap((condition) => conditionMarks(scene, condition))
    : [];
}

/** "Touch one of our ships and we will answer": an order and what follows it are a condition and its consequence. */
function orders(tree: Tree, clause: number): readonly number[] {
  const order = headOf(tree, clause);
  const isOrder =
    relationOf(tree, clause) === 'conj' &&
    hasModal(tree, clause) &&
    childBy(tree, clause, 'nsubj') !== undefined &&
    tree.tags[order]?.upos === 'VERB' &&
    childBy(tree, order, 'nsubj', 'aux', 'mark', 'csubj') === undefined &&
    isOpening(tree, order);
  return isOrder ? [order] : [];
}

/** Whether a word opens its sentence or a quotation. */
function isOpening(tree: Tree, token: number): boolean {
  const before = tree.tokens[token - 1];
  return before?.sentence !== tree.tokens[token]?.sentence || /^["“‘']$/u.test(before?.text ?? '');
}

/** "threatened to impose bans unless prisoners are freed": the threat has been made, whatever comes of it. */
function isDone(tree: Tree, clause: number): boolean {
  return (
    tree.tags[clause]?.upos === 'VERB' &&
    tree.tags[clause]?.features.tense === 'Past' &&
    tree.tags[clause]?.features.verbForm === 'Fin' &&
    childBy(tree, clause, 'aux') === undefined
  );
}

function conditionMarks({ tree }: FactualityScene, clause: number): readonly number[] {
  const that = childrenBy(tree, clause, 'mark').filter((mark) => isProvided(tree, mark));
  if (that.length > 0) return that;
  if (!isRelation(relationOf(tree, clause), ['advcl']) || isWhether(tree, clause)) return [];
  return childrenBy(tree, clause, 'mark').filter(
    (mark) =>
      ['if', 'unless', 'lest', 'provided', 'providing'].includes(lowerOf(tree, mark)) || isInCase(tree, mark),
  );
}

/**
 * "Had the rebels seized the airport, flights would have stopped": a sentence that opens with its auxiliary and goes on with a
 * modal behind a comma is a condition and its consequence. A question has no such second half.
 */
function inversionBearings(tree: Tree, trigger: number): readonly Bearing[] {
  // "Should it resume, the envoy warned, power would be cut": who warns so has done it.
  if (isDone(tree, trigger) && lowerOf(tree, trigger + 1) === ',') return [];
  const sentence = tree.tokens[trigger]?.sentence;
  let first = trigger;
  // "Mercier is doubtful: were they to fire, Delhi might answer": a colon or semicolon opens a sentence of its own.
  while (
    tree.tokens[first - 1]?.sentence === sentence &&
    first > 0 &&
    !/^[:;]$/u.test(tree.tokens[first - 1]?.text ?? '')
  )
    first--;
  while (/^["“‘']$/u.test(tree.tokens[first]?.text ?? '')) first++;
  if (['yet', 'but', 'and', 'so'].includes(lowerOf(tree, first))) first++;
  if (!['had', 'were', 'should'].includes(lowerOf(tree, first))) return [];
  const end = endOfCondition(tree, first);
  if (end === undefined) return [];
  const certainty = trigger < end ? 'possible' : null;
  return [
    bearing({ turns: false, certainty, timeframe: 'hypothetical' }, 'claims/condition-inverted', [first]),
  ];
}

/** The comma before the first modal of the second half: "Should a ship be hit, a broker said, carriers will leave". */
function endOfCondition(tree: Tree, first: number): number | undefined {
  let comma: number | undefined;
  for (
    let at = first + 1;
    tree.tokens[at]?.sentence === tree.tokens[first]?.sentence && tree.tokens[at]?.text !== ';';
    at++
  ) {
    if (lowerOf(tree, at) === ',') comma = at;
    if (comma !== undefined && /^(?:would|could|might|may|will|’ll|'ll)$/u.test(lowerOf(tree, at)))
      return comma;
  }
  return undefined;
}

/**
 * "will not sign before the army frees them", "will strike until they are paid": the present tense behind "until" or
 * "before" speaks of what may never come.
 */
function aheadMarks({ tree }: FactualityScene, clause: number): readonly number[] {
  if (relationOf(tree, clause) !== 'advcl') return [];
  const { tense, verbForm } = tree.tags[clause]?.features ?? {};
  const auxiliaries = childrenBy(tree, clause, 'aux', 'aux:pass', 'cop').map((aux) => lowerOf(tree, aux));
  const isPresent =
    auxiliaries.length === 0
      ? tense === 'Pres' && verbForm === 'Fin'
      : auxiliaries.every((aux) => ['is', 'are', 'has', 'have', 'been'].includes(aux));
  return isPresent
    ? childrenBy(tree, clause, 'mark').filter((mark) =>
        ['until', 'till', 'before'].includes(lowerOf(tree, mark)),
      )
    : [];
}

/** "provided that Delhi dismantles its bunkers", "on condition that they disarm". */
function isProvided(tree: Tree, mark: number): boolean {
  return (
    lowerOf(tree, mark) === 'that' &&
    ['provided', 'providing', 'assuming', 'supposing', 'condition'].includes(lowerOf(tree, mark - 1))
  );
}

/** "in case more refugees arrive" opens a condition in two words. */
function isInCase(tree: Tree, mark: number): boolean {
  return lowerOf(tree, mark) === 'in' && lowerOf(tree, mark + 1) === 'case';
}

/** "stormed the mill, only to be driven out": behind a comma "only to" tells how it went on, not what it was for. */
function isOutcome(tree: Tree, to: number): boolean {
  return lowerOf(tree, to - 1) === 'only' && lowerOf(tree, to - 2) === ',';
}

/** "phoned to demand a ransom", "marched to denounce the raid": who gets through or comes to say something has said it. */
const CALLING = new Set(
  'phone telephone call ring write text e-mail email post tweet appear speak march rally gather demonstrate assemble parade throng converge flock picket'.split(
    ' ',
  ),
);
const TELLING = new Set(
  'demand say ask warn tell complain protest apologise apologize offer urge denounce thank congratulate claim threaten announce condemn oppose reject decry'.split(
    ' ',
  ),
);

/** "took to the streets to protest", "turned out to demand his release" gather as well. */
function isCalling(tree: Tree, verb: number): boolean {
  if (CALLING.has(lemmaOf(tree, verb))) return true;
  const isOut = childrenBy(tree, verb, 'compound:prt', 'advmod').some(
    (word) => lowerOf(tree, word) === 'out',
  );
  const isInStreets = childrenBy(tree, verb, 'obl', 'obj').some((word) =>
    ['street', 'square'].includes(lemmaOf(tree, word)),
  );
  return (
    (['turn', 'come'].includes(lemmaOf(tree, verb)) && isOut) ||
    (['take', 'pour', 'fill', 'flood'].includes(lemmaOf(tree, verb)) && isInStreets)
  );
}

/** "sent troops to protect the port": a purpose is a plan, not a deed. */
export function purposeBearings(
  scene: FactualityScene,
  trigger: number,
  governors: readonly Governor[],
): readonly Bearing[] {
  const { tree } = scene;
  const path = [trigger, ...governors.map((governor) => governor.token)];
  const purpose = path.find(
    (token) =>
      relationOf(tree, token) === 'advcl' &&
      // "confined itself to regretting": no infinitive, no purpose.
      !lowerOf(tree, token).endsWith('ing') &&
      childrenBy(tree, token, 'mark').some((mark) => lowerOf(tree, mark) === 'to' && !isOutcome(tree, mark)),
  );
  if (purpose === undefined || tree.tags[headOf(tree, purpose)]?.upos !== 'VERB') return [];
  if (isCalling(tree, headOf(tree, purpose)) && TELLING.has(lemmaOf(tree, purpose))) return [];
  if (isMeans(tree, headOf(tree, purpose))) return [];
  return [bearing({ turns: false, certainty: 'possible', timeframe: 'future' }, 'claims/purpose', [purpose])];
}

/** "used tear gas to disperse crowds": what something was used for was done with it. */
function isMeans(tree: Tree, verb: number): boolean {
  const auxiliaries = childrenBy(tree, verb, 'aux').map((aux) => lowerOf(tree, aux));
  return (
    lemmaOf(tree, verb) === 'use' &&
    childBy(tree, verb, 'aux:pass') === undefined &&
    lowerOf(tree, verb) === 'used' &&
    auxiliaries.every((aux) => ['has', 'have', 'had', '’ve', "'ve"].includes(aux))
  );
}

/** "Is a war coming?": who asks commits to nothing. */
export function questionBearings(
  { tree }: FactualityScene,
  trigger: number,
  frame: Attribution | undefined,
): readonly Bearing[] {
  if (frame !== undefined) return [];
  const sentence = tree.tokens[trigger]?.sentence;
  let end = trigger;
  while (tree.tokens[end + 1]?.sentence === sentence) end++;
  while (end > trigger && /^["”’']$/u.test(tree.tokens[end]?.text ?? '')) end--;
  return tree.tokens[end]?.text === '?'
    ? [bearing({ turns: false, certainty: 'unknown', timeframe: null }, 'claims/question', [end])]
    : [];
}
