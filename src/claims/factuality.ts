import type { Attribution, Certainty, EventMention, Polarity, Timeframe } from '../document/event-layers.ts';
import type { TimeMention } from '../document/mention-layers.ts';
import type { Why } from '../document/why.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  spanOfTokens,
  type Tree,
} from '../language/tree.ts';
import { type Operator, type OperatorTable, turned, weaker } from './operators.ts';
import { type Governor, governorsOf, isTransparent, markersOf, nobodyIn } from './scopes.ts';

/** What the factuality of an event is read from. */
export interface FactualityScene {
  readonly tree: Tree;
  readonly operators: OperatorTable;
  readonly times: readonly TimeMention[];
  /** ISO date of publication; null when not known. */
  readonly publishedOn: string | null;
}

/** A source's commitment to an event, each value with what it rests on. */
export interface Factuality {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly timeframe: Timeframe;
  readonly why: { readonly polarity: Why; readonly certainty: Why; readonly timeframe: Why };
}

/** One hedge, negation or date that bears on an event. */
interface Bearing extends Operator {
  readonly rule: string;
  readonly tokens: readonly number[];
}

/** Older than this many days before publication is background (gold/GUIDE.md ruling 11). */
const BACKGROUND_DAYS = 8;

/**
 * Reads how firmly the innermost source commits to an event, after FactBank (Saurí and Pustejovsky, 2009): the hedges,
 * negations and dates on the way from the trigger up to the edge of what the source says, then what its cue commits it to.
 */
export function readFactuality(
  scene: FactualityScene,
  event: EventMention,
  frame: Attribution | undefined,
): Factuality {
  const bearings = [
    ...bearingsOf(scene, event, frame),
    ...frameBearings(scene, frame),
    ...dateBearings(scene, event, frame),
  ];
  const turns = bearings.filter((bearing) => bearing.turns);
  const polarity: Polarity = turns.length % 2 === 1 ? turned('positive') : 'positive';
  const certainty = bearings.reduce<Certainty>(
    (weakest, { certainty: own }) => (own === null ? weakest : weaker(weakest, own)),
    'certain',
  );
  const timeframe = strongestFrame(bearings);
  const whyOf = (field: string, used: readonly Bearing[], fallback: string): Why => ({
    rule: used[0]?.rule ?? `claims/${field}-${fallback}`,
    spans: used.flatMap(({ tokens }) =>
      tokens.map((token) => spanOfTokens(scene.tree, { firstToken: token, endToken: token + 1 })),
    ),
    confidence: used.length > 0 ? 0.85 : 0.8,
  });
  return {
    polarity,
    certainty,
    timeframe,
    why: {
      polarity: whyOf('polarity', turns, 'plain'),
      certainty: whyOf(
        'certainty',
        bearings.filter((bearing) => bearing.certainty === certainty),
        'plain',
      ),
      timeframe: whyOf(
        'timeframe',
        bearings.filter((bearing) => bearing.timeframe === timeframe),
        'plain',
      ),
    },
  };
}

/** A condition or fear outweighs a plan, a plan outweighs a date of the past, and any outweighs the plain present. */
function strongestFrame(bearings: readonly Bearing[]): Timeframe {
  const frames = bearings.map((bearing) => bearing.timeframe);
  return (
    (['hypothetical', 'future', 'background'] as const).find((frame) => frames.includes(frame)) ?? 'current'
  );
}

function bearingsOf(
  scene: FactualityScene,
  event: EventMention,
  frame: Attribution | undefined,
): readonly Bearing[] {
  const { tree } = scene;
  const governors = governorsOf(tree, event.headToken, frame);
  const carriers = carriersOf(governors);
  const own = [event.headToken, ...carriers];
  return [
    ...own.flatMap((token, depth) => markerBearings(scene, token, depth === 0)),
    ...modifierBearings(scene, event.headToken),
    ...governors.flatMap((governor) => governorBearings(scene, governor)),
    ...conditionBearings(scene, event.headToken, governors),
    ...argumentBearings(scene, event.headToken, carriers),
    ...purposeBearings(scene, event.headToken, governors),
    ...questionBearings(scene, event.headToken, frame),
  ];
}

/** The verbs on the way up whose own hedges and negation reach the event: "did not begin to withdraw". */
function carriersOf(governors: readonly Governor[]): readonly number[] {
  const carriers: number[] = [];
  for (const governor of governors) {
    if (!isTransparent(governor) || governor.relation === 'conj') break;
    // A finite clause complement stands by itself: "he did not say that troops had left" is the cue's matter.
    if (governor.relation === 'ccomp' || governor.relation === 'acl') break;
    carriers.push(governor.token);
  }
  return carriers;
}

function lookUp({ operators, tree }: FactualityScene, kind: string, token: number): Operator | undefined {
  return operators.get(`${kind} ${lowerOf(tree, token)}`) ?? operators.get(`${kind} ${lemmaOf(tree, token)}`);
}

function bearing(operator: Operator, rule: string, tokens: readonly number[]): Bearing {
  return { ...operator, rule, tokens };
}

function markerBearings(scene: FactualityScene, token: number, isTrigger: boolean): readonly Bearing[] {
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
function modifierBearings(scene: FactualityScene, token: number): readonly Bearing[] {
  return childrenBy(scene.tree, token, 'amod').flatMap((modifier) => {
    const operator = lookUp(scene, 'adj-mod', modifier);
    return operator === undefined ? [] : [bearing(operator, 'claims/modifier', [modifier])];
  });
}

function governorBearings(scene: FactualityScene, governor: Governor): readonly Bearing[] {
  const { tree } = scene;
  const upos = tree.tags[governor.token]?.upos;
  const { relation, token } = governor;
  if (upos === 'VERB' && isRelation(relation, ['xcomp', 'ccomp', 'obj', 'nsubj:pass', 'obl', 'advcl'])) {
    if (isRelation(relation, ['obl', 'advcl']) && !governsByPreposition(tree, governor)) return [];
    const operator = lookUp(scene, 'verb', token);
    return operator === undefined
      ? []
      : [bearing(operator, `claims/governor-${lemmaOf(tree, token)}`, [token])];
  }
  if (upos === 'ADJ' && isRelation(relation, ['xcomp', 'ccomp', 'advcl', 'csubj'])) {
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

/** "If rebels attack, the truce ends": the condition and what hangs on it are both hypothetical. */
function conditionBearings(
  scene: FactualityScene,
  trigger: number,
  governors: readonly Governor[],
): readonly Bearing[] {
  const { tree } = scene;
  const clauses = [trigger, ...governors.map((governor) => governor.token)];
  const inCondition = clauses.flatMap((clause) =>
    conditionMarks(scene, clause).map((mark) =>
      bearing({ turns: false, certainty: 'possible', timeframe: 'hypothetical' }, 'claims/condition', [mark]),
    ),
  );
  if (inCondition.length > 0) return inCondition.slice(0, 1);
  return clauses.flatMap((clause) =>
    childrenBy(tree, clause, 'advcl').flatMap((condition) =>
      conditionMarks(scene, condition).map((mark) =>
        bearing({ turns: false, certainty: null, timeframe: 'hypothetical' }, 'claims/consequence', [mark]),
      ),
    ),
  );
}

function conditionMarks({ tree }: FactualityScene, clause: number): readonly number[] {
  if (!isRelation(relationOf(tree, clause), ['advcl'])) return [];
  return childrenBy(tree, clause, 'mark').filter(
    (mark) => ['if', 'unless', 'lest'].includes(lowerOf(tree, mark)) || isInCase(tree, mark),
  );
}

/** "in case more refugees arrive" opens a condition in two words. */
function isInCase(tree: Tree, mark: number): boolean {
  return lowerOf(tree, mark) === 'in' && lowerOf(tree, mark + 1) === 'case';
}

/** "Is a war coming?": who asks commits to nothing. */
function questionBearings(
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

/** "No civilians were killed", "not a single one of our soldiers has crossed", "nobody fired". */
function argumentBearings(
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

/** "sent troops to protect the port": a purpose is a plan, not a deed. */
function purposeBearings(
  scene: FactualityScene,
  trigger: number,
  governors: readonly Governor[],
): readonly Bearing[] {
  const { tree } = scene;
  const path = [trigger, ...governors.map((governor) => governor.token)];
  const purpose = path.find(
    (token) =>
      relationOf(tree, token) === 'advcl' &&
      childrenBy(tree, token, 'mark').some((mark) => lowerOf(tree, mark) === 'to'),
  );
  if (purpose === undefined || tree.tags[headOf(tree, purpose)]?.upos !== 'VERB') return [];
  return [bearing({ turns: false, certainty: 'possible', timeframe: 'future' }, 'claims/purpose', [purpose])];
}

const BY_STANCE: Readonly<Record<Attribution['stance'], Operator>> = {
  assert: { turns: false, certainty: null, timeframe: null },
  deny: { turns: true, certainty: null, timeframe: null },
  doubt: { turns: false, certainty: 'unknown', timeframe: null },
  predict: { turns: false, certainty: null, timeframe: 'future' },
  fear: { turns: false, certainty: 'possible', timeframe: 'hypothetical' },
  promise: { turns: false, certainty: null, timeframe: 'future' },
  demand: { turns: false, certainty: null, timeframe: 'future' },
  threaten: { turns: false, certainty: 'possible', timeframe: 'hypothetical' },
  ask: { turns: false, certainty: 'unknown', timeframe: null },
  withhold: { turns: false, certainty: 'unknown', timeframe: null },
};

/** What the cue commits its source to; a cue that is itself negated ("has never admitted") commits it to nothing. */
function frameBearings(scene: FactualityScene, frame: Attribution | undefined): readonly Bearing[] {
  if (frame === undefined) return [];
  const cue = frame.cue === null ? undefined : tokenAt(scene.tree, frame.cue.start, frame.firstToken);
  const tokens = cue === undefined ? [] : [cue];
  const operator = BY_STANCE[frame.stance];
  const found = [
    bearing(
      {
        ...operator,
        certainty: operator.certainty ?? (frame.certainty === 'certain' ? null : frame.certainty),
      },
      `claims/stance-${frame.stance}`,
      tokens,
    ),
  ];
  const isNegated =
    cue !== undefined &&
    markersOf(scene.tree, cue).adverbs.some((adverb) => lookUp(scene, 'adverb', adverb)?.turns === true);
  if (!isNegated || frame.stance === 'deny') return found;
  return [bearing({ turns: false, certainty: 'unknown', timeframe: null }, 'claims/cue-negated', tokens)];
}

/** Finds the token that starts at an offset, looking outward from a token near it; logarithmic. */
function tokenAt(tree: Tree, start: number, _near: number): number | undefined {
  let low = 0;
  let high = tree.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tree.tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return tree.tokens[low]?.start === start ? low : undefined;
}

/** "in 2014", "last month" put an event in the background; a date to come makes it a plan; so does the pluperfect of the outlet's own voice. */
function dateBearings(
  scene: FactualityScene,
  event: EventMention,
  frame: Attribution | undefined,
): readonly Bearing[] {
  const time = scene.times[event.time ?? -1];
  const isPluperfect =
    frame === undefined &&
    childrenBy(scene.tree, event.headToken, 'aux').some((aux) => lowerOf(scene.tree, aux) === 'had');
  const found: Bearing[] = isPluperfect
    ? [
        bearing({ turns: false, certainty: null, timeframe: 'background' }, 'claims/pluperfect', [
          event.headToken,
        ]),
      ]
    : [];
  if (time === undefined || scene.publishedOn === null) return found;
  const published = Date.parse(scene.publishedOn);
  // "since November" began long ago, even if it goes on.
  if (time.from !== null && Date.parse(time.from) < published - BACKGROUND_DAYS * 86_400_000) {
    return [
      ...found,
      bearing({ turns: false, certainty: null, timeframe: 'background' }, 'claims/old-date', []),
    ];
  }
  if (time.from !== null && Date.parse(time.from) > published && !isPast(scene.tree, event.headToken)) {
    return [
      ...found,
      bearing({ turns: false, certainty: null, timeframe: 'future' }, 'claims/coming-date', []),
    ];
  }
  return found;
}

function isPast(tree: Tree, token: number): boolean {
  return tree.tags[token]?.features.tense === 'Past';
}
