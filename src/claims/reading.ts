import type { Certainty, EventType, Polarity, Relation, Timeframe } from '../document/event-layers.ts';
import type { Sector } from '../document/mention-layers.ts';
import type { ReportMeta } from '../document/report.ts';
import type { Span } from '../document/span.ts';
import type { Why } from '../document/why.ts';

/** Words of the report with where they stand. */
export interface Words extends Span {
  readonly text: string;
}

/** Who did it, to whom, or who says so. */
export interface ReadParty extends Words {
  readonly country: string | null;
  readonly sector: Sector | null;
  readonly entity: string | null;
}

/** Where it happened, in the words of the report; country (ISO 3166 alpha-3) and WGS 84 degrees are null when unknown. */
export interface ReadPlace extends Words {
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** UCDP where_prec, 1 to 7; null when unknown. */
  readonly precision: number | null;
  readonly disputed: boolean;
}

/** When it happened, in the words of the report, and the dates that they mean. */
export interface ReadTime extends Words {
  /** Inclusive ISO dates; null when the report's date is not known and the words need it. */
  readonly from: string | null;
  readonly to: string | null;
  /** UCDP date_prec, 1 to 5; null when unknown. */
  readonly precision: number | null;
}

/** A figure and what it counts ("killed", "troops"); one end is null where the words leave it open ("at least 20"). */
export interface ReadQuantity extends Words {
  readonly of: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** What the report points to as proof: a `kind` (video, document …), and the `basis` on which it is told. */
export interface ReadEvidence extends Words {
  readonly kind: string;
  readonly basis: string;
  /** Who holds it up ("footage released by *the ministry*"); null when the words do not say. */
  readonly shownBy: ReadParty | null;
  /** What it is said to show ("footage *of the strike*"); null when the words do not say. */
  readonly shows: Words | null;
}

/** Whose word it is: the report's own voice, nobody named, or words of the report. */
export type ReadSource = 'outlet' | 'unnamed' | ReadParty;

/** One claim about one event mention, flat, as the machine interface gives it (one event, one innermost commitment). */
export interface ReadEvent {
  /** `e1`, `e2` … in the order of the text. */
  readonly id: string;
  readonly trigger: Words;
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly actor: readonly ReadParty[];
  readonly recipient: readonly ReadParty[];
  readonly place: ReadPlace | null;
  readonly time: ReadTime | null;
  /** Outermost first. */
  readonly sources: readonly ReadSource[];
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly timeframe: Timeframe;
  readonly quantities: readonly ReadQuantity[];
  readonly evidence: readonly ReadEvidence[];
  /** The clause that carries the claim. */
  readonly words: Words;
  /** The cue that introduces the innermost source ("claimed", "according to"); null for the outlet's own voice. */
  readonly cue: Words | null;
  /** By field: event, source, polarity, certainty, timeframe, actor, recipient, place, time; country and mode where they are taken from the telling around the event. */
  readonly why: Readonly<Record<string, Why>>;
  /** 0 to 1, the machine's confidence in its reading. */
  readonly confidence: number;
}

/** How two events of one report bear on each other, by their ids. */
export interface ReadLink {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly why: Why;
}

/** What reading one report gives: the machine interface, kept stable. */
export interface Reading {
  readonly id: string;
  readonly report: ReportMeta & { readonly text: string; readonly sha256: string };
  readonly events: readonly ReadEvent[];
  readonly links: readonly ReadLink[];
  readonly engine: { readonly name: 'fast' | 'accurate'; readonly version: string; readonly reader: string };
}
