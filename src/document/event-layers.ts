import type { Sector } from './mention-layers.ts';
import type { Span } from './span.ts';
import type { Why } from './why.ts';

/** The event types of PLOVER 2.0 in its order, from agreeing to force, and OTHER where none fits. */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'OTHER',
] as const;

/** PLOVER 2.0's event types, and OTHER where none fits. */
export type EventType = (typeof EVENT_TYPES)[number];

/** A party to an event, in the words of the text. The words may stand elsewhere in the report (a pronoun's antecedent). */
export interface Party extends Span {
  readonly text: string;
  readonly country: string | null;
  readonly sector: Sector | null;
  readonly entity: string | null;
}

export type RoleName = 'actor' | 'recipient' | 'instrument' | 'origin' | 'destination';

/** Who did it, to whom, with what. */
export interface Role {
  readonly name: RoleName;
  readonly party: Party;
  readonly why: Why;
}

/** One event as one stretch of one report speaks of it. Sorted by trigger. */
export interface EventMention {
  /** The one word or phrasal verb that names it. */
  readonly trigger: Span;
  readonly headToken: number;
  readonly type: EventType;
  /** A PLOVER mode, null when unclear. */
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly roles: readonly Role[];
  /** Index into the places, times; null when the text gives no clue. */
  readonly place: number | null;
  readonly time: number | null;
  /** Indexes into the quantities, with what is counted ("killed", "wounded", "troops"). */
  readonly quantities: readonly { readonly quantity: number; readonly of: string }[];
  /** Indexes into the evidence. */
  readonly evidence: readonly number[];
  readonly why: Why;
}

/** Whose word: the report's own voice, nobody named ("reportedly"), or words of the text. */
export type SourceRef =
  | { readonly kind: 'outlet' }
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'words'; readonly party: Party };

/** Who says what: source, cue and content as in PARC 3. Sorted by content; contents may nest. */
export interface Attribution {
  readonly source: SourceRef;
  readonly cue: Span | null;
  readonly content: Span;
  /** Tokens of the content, [first, end). */
  readonly firstToken: number;
  readonly endToken: number;
  readonly form: 'direct' | 'indirect' | 'mixed' | 'parenthetical';
  /** What the cue itself commits its source to: "said" certain, "believes" probable, "fears" possible. */
  readonly certainty: Certainty;
  /** Index of the attribution that this one is nested in; null at the outside. */
  readonly within: number | null;
  /** What the cue commits its source to. */
  readonly stance:
    | 'assert'
    | 'deny'
    | 'doubt'
    | 'predict'
    | 'fear'
    | 'promise'
    | 'demand'
    | 'threaten'
    | 'ask'
    | 'withhold';
  readonly why: Why;
}

export type Polarity = 'positive' | 'negative';
export type Certainty = 'certain' | 'probable' | 'possible' | 'unknown';
export type Timeframe = 'current' | 'background' | 'future' | 'hypothetical';

/** One source's commitment to one event mention. Same order as the events, one or more an event. */
export interface Claim {
  /** Index into the events. */
  readonly event: number;
  /** Outermost first; the innermost is the one whose commitment this is. */
  readonly sources: readonly SourceRef[];
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly timeframe: Timeframe;
  /** The words that carry the claim: the clause of the event. */
  readonly words: Span;
  /** One for each of source, polarity, certainty and timeframe, so that each can be explained. */
  readonly why: {
    readonly source: Why;
    readonly polarity: Why;
    readonly certainty: Why;
    readonly timeframe: Why;
  };
}

export type Relation =
  | 'denies'
  | 'contradicts'
  | 'confirms'
  | 'same-as'
  | 'responds-to'
  | 'alternative-to'
  | 'predicts'
  | 'part-of'
  | 'corrects';

/** How two events of one report bear on each other; `from` and `to` are indexes into the events. */
export interface Dispute {
  readonly from: number;
  readonly to: number;
  readonly relation: Relation;
  readonly why: Why;
}
