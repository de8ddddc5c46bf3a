import type { Attribution, Certainty, EventMention, Polarity, Timeframe } from '../document/event-layers.ts';
import type { Why } from '../document/why.ts';
import { childBy, childrenBy, headOf, lemmaOf, spanOfTokens, type Tree } from '../language/tree.ts';
import type { Bearing, FactualityScene } from './bearing.ts';
import { conditionBearings, purposeBearings, questionBearings } from './clause-bearings.ts';
import { dateBearings } from './date-bearings.ts';
import { frameBearings, tokenAt } from './frame-bearings.ts';
import { learnedBearings } from './learned-bearings.ts';
import { turned, weaker } from './operators.ts';
import { withoutOwnNegation } from './refusals.ts';
import {
  type Governor,
  governorsOf,
  isPresupposed,
  isToldAsPast,
  isTransparent,
  opensWithWhether,
} from './scopes.ts';
import { unrealBearings } from './unreal-bearings.ts';
import {
  argumentBearings,
  governorBearings,
  judgementBearings,
  markerBearings,
  modifierBearings,
  nounSubjectBearings,
} from './word-bearings.ts';

/** A source's commitment to an event, each value with what it rests on. */
export interface Factuality {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly timeframe: Timeframe;
  readonly why: { readonly polarity: Why; readonly certainty: Why; readonly timeframe: Why };
}

/**
 * Reads how firmly the innermost source commits to an event, after FactBank (Saurí and Pustejovsky, 2009): the hedges,
 * negations and dates on the way from the trigger up to the edge of what the source says, then what its cue commits it to.
 */
export function readFactuality(
  scene: FactualityScene,
  event: EventMention,
  frame: Attribution | undefined,
): Factuality {
  const ruled = [
    ...withoutOwnNegation(scene.tree, event, bearingsOf(scene, event, frame)),
    ...frameBearings(scene, bearsOn(scene, event, frame) ? measured(scene, event, frame) : undefined),
    ...dateBearings(scene, event, frame),
  ];
  const bearings = [...ruled, ...learnedBearings(scene, event, frame, ruled)];
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
    confidence: used[0]?.confidence ?? (used.length > 0 ? 0.85 : 0.8),
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

/**
 * "promised to free the men who had burned it", "denied arming those who took the town": a promise or denial does not reach
 * into a clause that tells of the past to describe somebody; what is asserted is asserted with all that is in it.
 */
function bearsOn(
  { tree }: FactualityScene,
  { headToken }: EventMention,
  frame: Attribution | undefined,
): boolean {
  if (frame === undefined || frame.stance === 'assert') return true;
  for (
    let token = headToken;
    token >= frame.firstToken && token < frame.endToken;
    token = headOf(tree, token)
  )
    if (isToldAsPast(tree, token) && headOf(tree, token) >= frame.firstToken) return false;
  return true;
}

const MEASURING = new Set(['estimate', 'reckon', 'calculate', 'guess', 'put']);

/** "reckons that 700 have drowned": what is estimated is how many; that they fled is told as sure. */
function measured(
  { tree }: FactualityScene,
  { headToken }: EventMention,
  frame: Attribution | undefined,
): Attribution | undefined {
  if (frame?.cue == null || frame.certainty !== 'probable' || frame.stance !== 'assert') return frame;
  const isCounted = childrenBy(tree, headToken, 'nsubj', 'nsubj:pass', 'obj').some(
    (party) => childBy(tree, party, 'nummod') !== undefined || tree.tags[party]?.upos === 'NUM',
  );
  const cue = tokenAt(tree, frame.cue.start);
  return isCounted && cue !== undefined && MEASURING.has(lemmaOf(tree, cue))
    ? { ...frame, certainty: 'certain' }
    : frame;
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
  const carriers = carriersOf(tree, governors);
  const own = [event.headToken, ...carriers];
  const governing = governors.flatMap((governor) => governorBearings(scene, governor));
  // "The feared attack has not come": what was feared is settled.
  const isSettled = governing.some(({ rule }) => rule === 'claims/not-come');
  return [
    ...own.flatMap((token, depth) => markerBearings(scene, token, depth === 0)),
    ...(isSettled ? [] : modifierBearings(scene, event.headToken)),
    ...governing,
    // "sees a blockade as improbable": the verb is the cue, and stands outside what is held improbable.
    ...judgementBearings(scene, governorsOf(tree, event.headToken, undefined)),
    ...nounSubjectBearings(scene, governors),
    ...conditionBearings(scene, event.headToken, governors),
    ...argumentBearings(scene, event.headToken, carriers),
    ...purposeBearings(scene, event.headToken, governors),
    ...questionBearings(scene, event.headToken, frame),
    ...unrealBearings(scene, event.headToken, governors),
  ];
}

/** The verbs on the way up whose own hedges and negation reach the event: "did not begin to withdraw". */
function carriersOf(tree: Tree, governors: readonly Governor[]): readonly number[] {
  const carriers: number[] = [];
  for (const governor of governors) {
    if (!isTransparent(governor) || governor.relation === 'conj') break;
    // "It was not clear whether they had fled": what is not clear is not denied.
    if (isPresupposed(tree, governor) || opensWithWhether(tree, governor.child)) break;
    // A finite clause complement stands by itself: "he did not say that troops had left" is the cue's matter.
    if (governor.relation === 'ccomp' || governor.relation === 'acl') break;
    carriers.push(governor.token);
  }
  return carriers;
}
