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
import { type Bearing, bearing, type FactualityScene, lookUp } from './bearing.ts';
import type { Operator } from './operators.ts';
import { type Governor, isTransparent, nobodyIn } from './scopes.ts';

const TURNED: Operator = { turns: true, certainty: null, timeframe: null };
const UNKNOWN: Operator = { turns: false, certainty: 'unknown', timeframe: null };
const AHEAD: Operator = { turns: false, certainty: null, timeframe: 'future' };
const OPEN: Operator = { turns: false, certainty: 'possible', timeframe: 'future' };

/**
 * Gives what keeps an event from being told as done besides hedges and operators: phrases that put something else in its
 * place ("instead of withdrawing"), phrases of never ("at no time"), missing proof, and infinitives of what is to come.
 */
export function unrealBearings(
  scene: FactualityScene,
  trigger: number,
  governors: readonly Governor[],
): readonly Bearing[] {
  const { tree } = scene;
  const own = [trigger, ...governors.filter(isTransparentTo(governors)).map(({ token }) => token)];
  return [
    ...replacedBearings(tree, own),
    ...neverBearings(tree, own),
    ...unprovenBearings(tree, governors),
    ...pleaBearings(tree, governors),
    ...infinitiveBearings(scene, own),
    ...awaitedBearings(tree, trigger),
    ...dareBearings(tree, own),
    ...dueBearings(tree, trigger),
    ...whoBearings(tree, own),
    ...openBearings(tree, trigger),
    ...mockBearings(tree, trigger),
  ];
}

/** The governors up to the first that tells of something else: a relative clause, a verb that the event is an adjunct of. */
function isTransparentTo(governors: readonly Governor[]): (governor: Governor) => boolean {
  const end = governors.findIndex((governor) => !isTransparent(governor));
  return (governor) => end < 0 || governors.indexOf(governor) < end;
}

/** "Far from withdrawing, they dug in", "stopped short of blaming Delhi", "left without firing a shot": it was not done. */
function replacedBearings(tree: Tree, own: readonly number[]): readonly Bearing[] {
  const marks = own.flatMap((token) =>
    childrenBy(tree, token, 'mark', 'case', 'cc').filter((mark) => isReplacing(tree, mark)),
  );
  return marks.slice(0, 1).map((mark) => bearing(TURNED, 'claims/instead', [mark]));
}

function isReplacing(tree: Tree, mark: number): boolean {
  const [before, word, after] = [mark - 1, mark, mark + 1].map((at) => lowerOf(tree, at));
  return (
    word === 'without' ||
    (word === 'instead' && after === 'of') ||
    (word === 'rather' && after === 'than') ||
    (word === 'from' && before === 'far') ||
    (word === 'of' && before === 'short') ||
    // "came close to losing the city"
    (word === 'to' && before === 'close' && lowerOf(tree, mark + 1).endsWith('ing'))
  );
}

/** "At no time did our men enter", "in no way", "under no circumstances". */
function neverBearings(tree: Tree, own: readonly number[]): readonly Bearing[] {
  const never = own
    .flatMap((token) => childrenBy(tree, token, 'obl', 'obl:tmod', 'obl:unmarked', 'nmod', 'advmod'))
    .find(
      (adjunct) =>
        (NEVER.has(lemmaOf(tree, adjunct)) &&
          childrenBy(tree, adjunct, 'det').some((det) => lowerOf(tree, det) === 'no')) ||
        lowerOf(tree, adjunct) === 'nowhere',
    );
  return never === undefined ? [] : [bearing(TURNED, 'claims/never', [never])];
}

const NEVER = new Set('time point moment stage way circumstance account condition case event'.split(' '));

const PROOF = new Set('evidence proof sign indication trace confirmation'.split(' '));

/** "There is no evidence that Tehran supplied them", "found no sign of shelling": nobody says that it was so, or was not. */
function unprovenBearings(tree: Tree, governors: readonly Governor[]): readonly Bearing[] {
  const proof = governors.find(({ token, relation }) => {
    if (!PROOF.has(lemmaOf(tree, token)) || !isRelation(relation, ['acl', 'nmod', 'ccomp'])) return false;
    const scant = childrenBy(tree, token, 'amod').some((word) =>
      ['little', 'scant'].includes(lowerOf(tree, word)),
    );
    const without = childrenBy(tree, token, 'case').some((word) => lowerOf(tree, word) === 'without');
    return (
      scant || without || nobodyIn(tree, token) !== undefined || isNegatedVerb(tree, headOf(tree, token))
    );
  });
  return proof === undefined ? [] : [bearing(UNKNOWN, 'claims/no-proof', [proof.token])];
}

function isNegatedVerb(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'advmod').some((word) => NOT.has(lowerOf(tree, word)));
}

const NOT = new Set(['not', 'n’t', "n't", 'never']);

/** "pleaded not guilty to killing the mayor": whoever pleads so denies it. */
function pleaBearings(tree: Tree, governors: readonly Governor[]): readonly Bearing[] {
  const plea = governors.find(
    ({ token }) => lemmaOf(tree, token) === 'plead' && NOT.has(lowerOf(tree, token + 1)),
  );
  return plea === undefined ? [] : [bearing(TURNED, 'claims/plea', [plea.token])];
}

/** Words whose infinitive tells what was done: "the first to cross", "was quick to condemn". */
const DONE = new Set(
  'first second third last latest only next quick slow swift happy proud glad pleased sorry lucky brave one'.split(
    ' ',
  ),
);

/**
 * "Government to lift curfew", "whether to ban the party", "on standby to storm the studio": an infinitive that no verb
 * governs is to come, unless its noun or adjective tells that it was done ("the only state to recognise it").
 */
function infinitiveBearings(scene: FactualityScene, own: readonly number[]): readonly Bearing[] {
  const { tree } = scene;
  for (const token of own) {
    const marks = childrenBy(tree, token, 'mark').map((mark) => lowerOf(tree, mark));
    // "said that the rebels were to blame"
    const isBlame = lowerOf(tree, token) === 'blame' && childBy(tree, token, 'cop') !== undefined;
    if (!marks.includes('to') || isPerfect(tree, token) || isBlame) continue;
    if (marks.includes('whether')) return [bearing(AHEAD, 'claims/whether-to', [token])];
    const relation = relationOf(tree, token);
    if (childrenBy(tree, token, 'aux').length === 0 && isHeadline(tree, token, relation))
      return [bearing(AHEAD, 'claims/headline', [token])];
    if (isOpenInfinitive(scene, token, relation) || marks.includes('for'))
      return [bearing(OPEN, 'claims/infinitive', [token])];
  }
  return [];
}

function isPerfect(tree: Tree, token: number): boolean {
  return childrenBy(tree, token, 'aux').some((aux) => lowerOf(tree, aux) === 'have');
}

/** "UN to pull out of Mali", "Government to lift curfew": a subject, an infinitive and nothing that is bent. */
function isHeadline(tree: Tree, token: number, relation: string): boolean {
  const head = headOf(tree, token);
  const isBare = relationOf(tree, head) === 'root' && childBy(tree, head, 'cop') === undefined;
  if (relation === 'acl' && isBare && token > head)
    return ['NOUN', 'PROPN'].includes(tree.tags[head]?.upos ?? '');
  return relation === 'root' && childBy(tree, token, 'nsubj', 'nsubj:pass') !== undefined;
}

function isOpenInfinitive(scene: FactualityScene, token: number, relation: string): boolean {
  const { tree } = scene;
  const head = headOf(tree, token);
  const upos = tree.tags[head]?.upos;
  if (!isRelation(relation, ['acl', 'advcl']) || (upos !== 'NOUN' && upos !== 'ADJ')) return false;
  const words = [head, ...childrenBy(tree, head, 'amod', 'nummod', 'det')];
  const isDone = words.some(
    (word) => DONE.has(lowerOf(tree, word)) || /(?:est|most)$/u.test(lowerOf(tree, word)),
  );
  const isKnown = lookUp(scene, upos === 'NOUN' ? 'noun' : 'adj', head) !== undefined;
  return !isDone && !isKnown;
}

/** "Four envoys are expected in Lima on Friday": a visit that is only awaited has not been made. */
function awaitedBearings(tree: Tree, trigger: number): readonly Bearing[] {
  const isAwaited =
    ['expected', 'awaited'].includes(lowerOf(tree, trigger)) &&
    childBy(tree, trigger, 'aux:pass', 'cop') !== undefined;
  return isAwaited
    ? [bearing({ turns: false, certainty: 'probable', timeframe: 'future' }, 'claims/awaited', [trigger])]
    : [];
}

const OPENING = new Set(
  'resume begin start open end reconvene continue return expire close take go enter leave land sail arrive'.split(
    ' ',
  ),
);

/** "The talks had been due to resume on Thursday": parsers read "due to" as "because of", and the verb behind it as a noun. */
function dueBearings(tree: Tree, trigger: number): readonly Bearing[] {
  const start = headOf(tree, trigger);
  const due = childrenBy(tree, start, 'case').find((word) => lowerOf(tree, word) === 'due');
  const isDue =
    due !== undefined &&
    OPENING.has(lowerOf(tree, start)) &&
    ['is', 'are', 'was', 'were', 'been'].includes(lowerOf(tree, due - 1));
  return isDue && relationOf(tree, trigger) === 'nsubj' ? [bearing(AHEAD, 'claims/due', [due])] : [];
}

/** Verbs by which it is known who did it. */
const FINDING = new Set('know reveal disclose learn identify tell establish find discover name'.split(' '));

/** "It remains unclear who fired first", "would not say who had shelled the mill": an open question, not what happened. */
function whoBearings(tree: Tree, own: readonly number[]): readonly Bearing[] {
  const asked = own.flatMap((clause) =>
    isRelation(relationOf(tree, clause), ['ccomp', 'csubj', 'xcomp', 'advcl']) && !isFound(tree, clause)
      ? childrenBy(tree, clause, 'nsubj', 'nsubj:pass').filter((word) => isAskedWho(tree, word))
      : [],
  );
  return asked.slice(0, 1).map((who) => bearing(UNKNOWN, 'claims/who', [who]));
}

const MOCK = new Set(['mock', 'simulated', 'imaginary', 'fictional', 'dummy', 'notional', 'fictitious']);

/** "Troops stormed a mock village": what is done to something made up is an exercise. */
function mockBearings(tree: Tree, trigger: number): readonly Bearing[] {
  const mock = childrenBy(tree, trigger, 'obj', 'nsubj:pass', 'obl')
    .flatMap((object) => childrenBy(tree, object, 'amod', 'compound'))
    .find((word) => MOCK.has(lemmaOf(tree, word)));
  return mock === undefined
    ? []
    : [bearing({ turns: false, certainty: 'possible', timeframe: 'hypothetical' }, 'claims/mock', [mock])];
}

/** What an open question may be called. */
const UNSETTLED = new Set(
  'unclear unknown uncertain guess question mystery puzzle riddle dispute disputed contested unresolved'.split(
    ' ',
  ),
);
const ASKING = new Set(['who', 'what', 'which', 'whether', 'whose']);

/** "Who shelled the mill is unclear", "What the jets hit is the question": a sentence that opens with what is asked. */
function openBearings(tree: Tree, trigger: number): readonly Bearing[] {
  let first = trigger;
  while (first > 0 && tree.tokens[first - 1]?.sentence === tree.tokens[trigger]?.sentence) first--;
  const isAsked =
    ASKING.has(lowerOf(tree, first)) ||
    (lowerOf(tree, first) === 'how' && ['many', 'much'].includes(lowerOf(tree, first + 1)));
  if (!isAsked) return [];
  const path: number[] = [];
  for (let at = headOf(tree, trigger); at >= 0 && path.length < 4; at = headOf(tree, at)) path.push(at);
  const open = path
    .flatMap((token) => [token, ...childrenBy(tree, token, 'xcomp', 'obj')])
    .find((token) => token > trigger && UNSETTLED.has(lowerOf(tree, token)));
  return open === undefined ? [] : [bearing(UNKNOWN, 'claims/open-question', [open])];
}

/** Behind a noun or a comma "who" describes: "the men, who fired". */
function isAskedWho(tree: Tree, word: number): boolean {
  return (
    lowerOf(tree, word) === 'who' &&
    ['VERB', 'ADJ', 'ADV', 'ADP', 'SCONJ'].includes(tree.tags[word - 1]?.upos ?? '')
  );
}

function isFound(tree: Tree, clause: number): boolean {
  const verb = headOf(tree, clause);
  return FINDING.has(lemmaOf(tree, verb)) && !isNegatedVerb(tree, verb) && nobodyIn(tree, verb) === undefined;
}

/** "Touch one of our ships and you will pay": behind an order and an "and" stands what follows if it is obeyed. */
function dareBearings(tree: Tree, own: readonly number[]): readonly Bearing[] {
  const dared = own.find((token) => isDared(tree, token));
  return dared === undefined
    ? []
    : [bearing({ turns: false, certainty: 'possible', timeframe: 'hypothetical' }, 'claims/dare', [dared])];
}

function isDared(tree: Tree, token: number): boolean {
  const order = headOf(tree, token);
  if (relationOf(tree, token) !== 'conj' || tree.tags[order]?.upos !== 'VERB' || token < order) return false;
  const hasSubject = childBy(tree, order, 'nsubj', 'nsubj:pass', 'aux', 'mark', 'cop') !== undefined;
  const { verbForm, mood } = tree.tags[order]?.features ?? {};
  const isOrder = !hasSubject && (mood === 'Imp' || verbForm === 'Inf');
  const joins = childrenBy(tree, token, 'cc').some((word) => ['and', 'or'].includes(lowerOf(tree, word)));
  const isToCome = childrenBy(tree, token, 'aux').some((aux) =>
    ['will', '’ll', "'ll"].includes(lowerOf(tree, aux)),
  );
  return isOrder && joins && isToCome && childBy(tree, token, 'nsubj', 'nsubj:pass') !== undefined;
}
