import { isAnnouncedDone } from '../events/announced.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  subtreeOf,
  type Tree,
} from '../language/tree.ts';
import { type Bearing, bearing, type FactualityScene, lookUp } from './bearing.ts';
import { comingBearings, goingTo } from './coming-bearings.ts';
import type { Operator } from './operators.ts';
import { type Governor, isWhether, markersOf, nobodyIn } from './scopes.ts';

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
  const dueTo = dueAuxiliary(scene.tree, token) ?? orderAuxiliary(scene.tree, token);
  if (dueTo !== undefined)
    found.push(bearing({ turns: false, certainty: null, timeframe: 'future' }, 'claims/due', [dueTo]));
  for (const mark of marks) {
    const operator = isWhether(scene.tree, token) ? lookUpWhether(scene) : lookUp(scene, 'mark', mark);
    if (operator !== undefined) found.push(bearing(operator, 'claims/condition', [mark]));
  }
  return found;
}

function lookUpWhether({ operators }: FactualityScene): Operator | undefined {
  return operators.get('mark whether');
}

/** "Do not let them die": an order is about what is to come, not to come. */
function orderAuxiliary(tree: Tree, token: number): number | undefined {
  const hasSubject = childBy(tree, token, 'nsubj', 'csubj', 'expl') !== undefined;
  const isMain = ['root', 'parataxis', 'ccomp'].includes(relationOf(tree, token));
  return hasSubject || !isMain
    ? undefined
    : childrenBy(tree, token, 'aux').find((aux) => lowerOf(tree, aux) === 'do');
}

/** "is to be deported on Friday", "talks are to resume": a form of "be" right before an infinitive sets it for later. */
function dueAuxiliary(tree: Tree, token: number): number | undefined {
  const marks = childrenBy(tree, token, 'mark');
  // "Troops are due to enter the city": parsers make one mark of "due to".
  const due = marks.find((mark) => lowerOf(tree, mark) === 'due' && lowerOf(tree, mark + 1) === 'to');
  if (due !== undefined) return due;
  const to = marks.find((mark) => lowerOf(tree, mark) === 'to');
  return to !== undefined && ['is', 'are', 'was', 'were'].includes(lowerOf(tree, to - 1))
    ? to - 1
    : undefined;
}

/**
 * "They should not have fired" says that they did. "Must withdraw" asks for what is to come; "must be hiding" and "must have
 * fled" infer what is. "May be filled", "may have crossed" doubt what is; "could intervene", "might strike" speak of what is not yet:
 * the first stays current, "could" before a bare verb is a hypothesis, "may" and "might" a forecast.
 */
function withModalFrame(
  { tree }: FactualityScene,
  modal: number,
  verb: number,
  operator: Operator,
): Operator {
  const word = lowerOf(tree, modal);
  const isPerfect = childrenBy(tree, verb, 'aux').some((aux) => lowerOf(tree, aux) === 'have');
  if (['should', 'ought'].includes(word) && isPerfect)
    return { ...operator, turns: true, certainty: null, timeframe: null };
  if (word === 'must') {
    const isInferred =
      isPerfect || childBy(tree, verb, 'cop') !== undefined || lowerOf(tree, verb).endsWith('ing');
    return isInferred ? operator : { ...operator, certainty: 'possible', timeframe: 'future' };
  }
  if (!['may', 'might', 'could', 'can'].includes(word)) return operator;
  const isState =
    childBy(tree, verb, 'cop', 'aux:pass') !== undefined ||
    childrenBy(tree, verb, 'aux').some((aux) => lowerOf(tree, aux) === 'be');
  if (isPerfect || (isState && word !== 'can')) return operator;
  // "could yet call a vote", "could soon leave": a time that is to come makes a forecast of it.
  const isAhead = childrenBy(tree, verb, 'advmod').some((adverb) =>
    ['yet', 'soon'].includes(lowerOf(tree, adverb)),
  );
  const isOpen = (word === 'could' || word === 'can') && !isAhead;
  return { ...operator, timeframe: isOpen ? 'hypothetical' : 'future' };
}

/** "a possible invasion", "the alleged attack", "past incursions". */
export function modifierBearings(scene: FactualityScene, token: number): readonly Bearing[] {
  return childrenBy(scene.tree, token, 'amod').flatMap((modifier) => {
    // Parsers part "so-called" in three.
    const isSoCalled =
      lowerOf(scene.tree, modifier) === 'called' && lowerOf(scene.tree, modifier - 2) === 'so';
    const operator = isSoCalled
      ? scene.operators.get('adj-mod so-called')
      : lookUp(scene, 'adj-mod', modifier);
    return operator === undefined ? [] : [bearing(operator, 'claims/modifier', [modifier])];
  });
}

/** Gives what a word above the event does to it: "tried to cross", "plans to attack", "the threat of war". */
export function governorBearings(scene: FactualityScene, governor: Governor): readonly Bearing[] {
  const { tree } = scene;
  const yet = yetToCome(tree, governor);
  if (yet !== undefined)
    return [bearing({ turns: true, certainty: null, timeframe: null }, 'claims/yet-to', [yet])];
  if (goingTo(tree, governor))
    return [
      bearing({ turns: false, certainty: null, timeframe: 'future' }, 'claims/going-to', [governor.token]),
    ];
  if (isDuty(tree, governor))
    return [
      bearing({ turns: false, certainty: 'possible', timeframe: 'future' }, 'claims/duty', [governor.token]),
    ];
  if (isToying(tree, governor))
    return [
      bearing({ turns: false, certainty: 'possible', timeframe: 'future' }, 'claims/toying', [
        governor.token,
      ]),
    ];
  const upos = tree.tags[governor.token]?.upos;
  const { relation, token } = governor;
  if (upos === 'VERB' && isRelation(relation, ['xcomp', 'ccomp', 'obj', 'nsubj:pass', 'obl', 'advcl'])) {
    if (isRelation(relation, ['obl', 'advcl']) && !governsByPreposition(tree, governor)) return [];
    const operator = isNaming(tree, token) ? undefined : lookUp(scene, 'verb', token);
    // "promised an inquiry into the attack": the inquiry is to come, the attack has been.
    const isInsideObject = relation === 'obj' && governor.depth > 0 && operator?.timeframe === 'future';
    const timeframe =
      isFearedDone(tree, governor) || isOrdered(tree, governor) ? null : (operator?.timeframe ?? null);
    return operator === undefined ||
      isInsideObject ||
      isOpenedInquiry(tree, governor) ||
      isAnnouncedDone(tree, governor.child)
      ? []
      : [bearing({ ...operator, timeframe }, `claims/governor-${lemmaOf(tree, token)}`, [token])];
  }
  if (upos === 'VERB' && isRelation(relation, ['nsubj'])) return subjectBearings(scene, governor);
  if (
    (upos === 'ADJ' || lowerOf(tree, token) === 'about') &&
    isRelation(relation, ['xcomp', 'ccomp', 'advcl', 'csubj', 'nsubj'])
  ) {
    const operator = lookUp(scene, 'adj', token);
    // "is likely that smugglers laid it": what is likely may be over already.
    const timeframe = isOver(tree, governor.child) ? null : (operator?.timeframe ?? null);
    return operator === undefined
      ? []
      : [bearing({ ...operator, timeframe }, `claims/governor-${lemmaOf(tree, token)}`, [token])];
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

/** "The curfew was ordered at dawn": an act that was ordered as a thing is told as done. */
function isOrdered(tree: Tree, { token, child, relation }: Governor): boolean {
  return relation === 'nsubj:pass' && lemmaOf(tree, token) === 'order' && tree.tags[child]?.upos === 'NOUN';
}

/** "ordered an investigation": the order opens it. */
function isOpenedInquiry(tree: Tree, { token, child, relation }: Governor): boolean {
  return (
    relation === 'obj' &&
    ['order', 'announce'].includes(lemmaOf(tree, token)) &&
    ['investigation', 'inquiry', 'enquiry', 'probe'].includes(lemmaOf(tree, child))
  );
}

/** "has to leave", "needs to disarm": what somebody is bound to do is to come; "had to leave" tells that he left. */
function isDuty(tree: Tree, { token, child, relation, depth }: Governor): boolean {
  // "ought to stop shelling the camp": the shelling is there.
  if (depth > 0) return false;
  if (relation !== 'xcomp' || child < token || !['have', 'need', 'ought'].includes(lemmaOf(tree, token)))
    return false;
  const opensWithTo = childrenBy(tree, child, 'mark').some((mark) => lowerOf(tree, mark) === 'to');
  const isPast = tree.tags[token]?.features.tense === 'Past' && lemmaOf(tree, token) === 'have';
  return opensWithTo && !isPast;
}

/** "is thinking of recalling them", "talks of leaving the bloc": an act that somebody only turns over is not done. */
function isToying(tree: Tree, { token, child, relation }: Governor): boolean {
  return (
    isRelation(relation, ['advcl', 'obl', 'ccomp', 'xcomp']) &&
    ['think', 'dream', 'talk', 'toy'].includes(lemmaOf(tree, token)) &&
    lowerOf(tree, child).endsWith('ing') &&
    childrenBy(tree, child, 'mark', 'case').some((mark) =>
      ['of', 'about', 'with'].includes(lowerOf(tree, mark)),
    )
  );
}

/** "has yet to free them": what somebody has yet to do is not done. */
function yetToCome(tree: Tree, { token, child, relation }: Governor): number | undefined {
  const isOpen = lemmaOf(tree, token) === 'have' && isRelation(relation, ['xcomp', 'advcl', 'acl']);
  if (!isOpen || child < token) return undefined;
  return [token + 1, token + 2].find((word) => word < child && lowerOf(tree, word) === 'yet');
}

/** "is feared dead", "are expected to have drowned": what is feared or expected may be over already. */
function isFearedDone(tree: Tree, { token, child, relation }: Governor): boolean {
  if (relation !== 'xcomp' || childBy(tree, token, 'aux:pass') === undefined) return false;
  const isPerfect = childrenBy(tree, child, 'aux').some((aux) => lowerOf(tree, aux) === 'have');
  return isPerfect || childBy(tree, child, 'mark', 'aux') === undefined;
}

/** "laid it", "to have fled": a clause of the past or the perfect. */
function isOver(tree: Tree, clause: number): boolean {
  const auxiliaries = childrenBy(tree, clause, 'aux', 'aux:pass').map((aux) => lowerOf(tree, aux));
  return auxiliaries.length === 0
    ? tree.tags[clause]?.features.tense === 'Past' && tree.tags[clause]?.features.verbForm === 'Fin'
    : auxiliaries.some((aux) => ['was', 'were', 'had', 'have', 'has', 'did'].includes(aux));
}

/** "called the raid a kidnapping", "considers a strike improbable" judge it; "called for a strike" asks for what is to come. */
function isNaming(tree: Tree, verb: number): boolean {
  if (!JUDGING.has(lemmaOf(tree, verb))) return false;
  // "until what he called the siege is lifted"
  if (lemmaOf(tree, verb) === 'call' && lowerOf(tree, headOf(tree, verb)) === 'what') return true;
  const object = childBy(tree, verb, 'obj');
  return childrenBy(tree, verb, 'xcomp', 'ccomp').some(
    (child) =>
      childBy(tree, child, 'mark') === undefined &&
      // "called the death “a senseless killing”": parsers make a clause of what stands in quotation marks.
      (relationOf(tree, child) === 'xcomp' || tree.tags[child]?.upos === 'NOUN') &&
      (object ?? childBy(tree, child, 'nsubj')) !== undefined,
  );
}

/** "A blockade would cost billions": what is spoken of as any such act, under a modal, has not happened. */
function subjectBearings(scene: FactualityScene, { token, child }: Governor): readonly Bearing[] {
  const { tree } = scene;
  const coming = comingBearings(scene, token, child);
  if (coming.length > 0) return coming;
  const modal = childrenBy(tree, token, 'aux').find((aux) =>
    ['would', 'could', 'might'].includes(lowerOf(tree, aux)),
  );
  // "said that talks would go ahead": told in the past, "would" is the "will" that was said.
  const isTold =
    isRelation(relationOf(tree, token), ['ccomp']) &&
    (tree.tags[headOf(tree, token)]?.features.tense === 'Past' ||
      lowerOf(tree, headOf(tree, token)).endsWith('ing')) &&
    modal !== undefined &&
    lowerOf(tree, modal) === 'would';
  const determiner = childrenBy(tree, child, 'det', 'nmod:poss')[0];
  const isNoun = tree.tags[child]?.upos === 'NOUN' && !(isTold && determiner === undefined);
  const isAny = determiner === undefined || ['a', 'an', 'any', 'another'].includes(lowerOf(tree, determiner));
  return modal !== undefined && isNoun && isAny
    ? [
        bearing({ turns: false, certainty: 'possible', timeframe: 'hypothetical' }, 'claims/any-such', [
          modal,
        ]),
      ]
    : [];
}

/** "sees a strike on the port as improbable", "considers an invasion unlikely": the judgement bears on what is judged. */
export function judgementBearings(
  scene: FactualityScene,
  governors: readonly Governor[],
): readonly Bearing[] {
  const { tree } = scene;
  const judging = governors.find(
    ({ token, relation }) => relation === 'obj' && JUDGING.has(lemmaOf(tree, token)),
  );
  if (judging === undefined) return [];
  const words = subtreeOf(tree, judging.token).filter((word) => {
    const path = [headOf(tree, word), headOf(tree, headOf(tree, word))];
    const isClose = path.includes(judging.token) || path.includes(judging.child);
    return isClose && word > judging.child && ['ADJ', 'ADV'].includes(tree.tags[word]?.upos ?? '');
  });
  return words.flatMap((word) => {
    const operator = lookUp(scene, 'adj', word);
    const isPredicate = !isRelation(relationOf(tree, word), ['amod']);
    return operator !== undefined && isPredicate ? [bearing(operator, 'claims/judged', [word])] : [];
  });
}

/** Verbs that call something likely or not. */
const JUDGING = new Set('see regard view describe consider deem rate judge think call believe'.split(' '));

/** "Rumours spread that soldiers had looted it": the clause belongs to the noun before the verb. */
export function nounSubjectBearings(
  scene: FactualityScene,
  governors: readonly Governor[],
): readonly Bearing[] {
  const { tree } = scene;
  return governors.flatMap(({ token, child, relation }) => {
    const isThat = childrenBy(tree, child, 'mark').some((mark) => lowerOf(tree, mark) === 'that');
    if (!isRelation(relation, ['ccomp', 'advcl', 'acl']) || !isThat) return [];
    return childrenBy(tree, token, 'nsubj').flatMap((subject) => {
      const operator = tree.tags[subject]?.upos === 'NOUN' ? lookUp(scene, 'noun', subject) : undefined;
      return operator === undefined ? [] : [bearing(operator, 'claims/noun-clause', [subject])];
    });
  });
}

/** "refrained from shelling", "prevented rebels from attacking", "warned of an attack": the preposition belongs to the verb. */
function governsByPreposition(tree: Tree, { token, child }: Governor): boolean {
  const marks = childrenBy(tree, child, 'case', 'mark').map((mark) => lowerOf(tree, mark));
  // "ordered villagers to evacuate": an infinitive is what the verb is about, however it hangs there.
  if (marks.includes('to') && relationOf(tree, child) === 'obl' && tree.tags[child]?.upos === 'VERB')
    return true;
  const verb = lemmaOf(tree, token);
  if (marks.includes('from'))
    return ['refrain', 'prevent', 'stop', 'keep', 'abstain', 'desist', 'deter', 'bar', 'hinder'].includes(
      verb,
    );
  if (marks.includes('with')) return verb === 'charge';
  return (marks.includes('of') || marks.includes('against') || marks.includes('for')) && OF_OR_FOR.has(verb);
}

/** Verbs of what somebody plans, asks "for" or is accused "of". */
const OF_OR_FOR = new Set(
  'plan prepare call ask appeal hope threaten consider suspect accuse indict prosecute investigate acquit clear absolve exonerate'.split(
    ' ',
  ),
);

/** "No civilians were killed", "not one of our boats has sailed", "nobody fired". */
export function argumentBearings(
  scene: FactualityScene,
  trigger: number,
  carriers: readonly number[],
): readonly Bearing[] {
  const { tree } = scene;
  // "There is no truth in the report": the whole phrase denies, and is itself no denial undone.
  if (['truth', 'basis', 'substance', 'foundation', 'merit'].includes(lemmaOf(tree, trigger))) return [];
  const subjects = [trigger, ...carriers].flatMap((token) =>
    childrenBy(tree, token, 'nsubj', 'nsubj:pass', 'obj'),
  );
  const words = [
    ...[...subjects, ...reportedOf(tree, trigger)].map((subject) => nobodyIn(tree, subject)),
    determinerNo(tree, trigger),
    nothingBehind(tree, trigger),
  ].filter((word) => word !== undefined);
  return words
    .slice(0, 1)
    .map((word) => bearing({ turns: true, certainty: null, timeframe: null }, 'claims/nobody', [word]));
}

/** "reported no soldiers killed": whom a verb of saying says it of; of "paid no soldiers wounded there" the wounds are real. */
function reportedOf(tree: Tree, trigger: number): readonly number[] {
  const noun = headOf(tree, trigger);
  const isReported =
    relationOf(tree, trigger) === 'acl' &&
    relationOf(tree, noun) === 'obj' &&
    REPORTING.has(lemmaOf(tree, headOf(tree, noun)));
  return isReported ? [noun] : [];
}

const REPORTING = new Set(
  'say report stress insist maintain record note announce count confirm add see'.split(' '),
);

function determinerNo(tree: Tree, token: number): number | undefined {
  return childrenBy(tree, token, 'det').find((determiner) => lowerOf(tree, determiner) === 'no');
}

/** "agreed to nothing at the lake", "fired at nobody": what is said of nothing is not done; "died for nothing" is. */
function nothingBehind(tree: Tree, trigger: number): number | undefined {
  return childrenBy(tree, trigger, 'obl').find(
    (child) =>
      ['nothing', 'nobody', 'none', 'no-one'].includes(lowerOf(tree, child)) &&
      childrenBy(tree, child, 'case').some((mark) =>
        ['to', 'at', 'on', 'into', 'with'].includes(lowerOf(tree, mark)),
      ),
  );
}
