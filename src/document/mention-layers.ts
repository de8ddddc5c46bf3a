import type { Span } from './span.ts';
import type { Why } from './why.ts';

/** PLOVER 2.0's primary and secondary sector codes. */
export type Sector =
  | 'COP'
  | 'GOV'
  | 'JUD'
  | 'LEG'
  | 'MIL'
  | 'PRM'
  | 'PTY'
  | 'REB'
  | 'SPY'
  | 'UAF'
  | 'PRE'
  | 'AGR'
  | 'BUS'
  | 'CRM'
  | 'CVL'
  | 'EDU'
  | 'ELI'
  | 'JRN'
  | 'LAB'
  | 'MED'
  | 'NGO'
  | 'OPP'
  | 'REF'
  | 'REL'
  | 'SOC';

/** Words that name somebody or some body: a party, a person, an office, a force, a people. Sorted; may nest. */
export interface ActorMention extends Span {
  /** The noun phrase's tokens, determiners and premodifiers included; trailing appositions and clauses are not. */
  readonly firstToken: number;
  readonly endToken: number;
  /** The token that heads the phrase. */
  readonly headToken: number;
  readonly kind: 'person' | 'people' | 'organisation' | 'country' | 'pronoun' | 'thing';
  /** ISO 3166 alpha-3, or an IGO code (UNO, EUR, NGO …); null when the words do not say. */
  readonly country: string | null;
  /** Each state, in the order of the words, where they name several ("Irish and Dutch officers"); `country` is null then. */
  readonly countries?: readonly string[];
  readonly sector: Sector | null;
  /** The office or description held, such as "a clerk at Peru's transport ministry"; null when not said. */
  readonly role: string | null;
  /** A key of the tables (`group:taliban`, `country:UKR`) or null. */
  readonly entity: string | null;
  readonly why: Why;
}

/** Mentions in one report that are the same party, by index into the actors, in the order of the text. */
export interface Chain {
  readonly mentions: readonly number[];
  /** The mention whose words name the chain best: index into the actors. */
  readonly representative: number;
  /** Country and sector of the whole chain: what any of its mentions says. */
  readonly country: string | null;
  readonly sector: Sector | null;
}

/** Words that name a place. Sorted, not overlapping. */
export interface PlaceMention extends Span {
  readonly firstToken: number;
  readonly endToken: number;
  /** `literal` where something is; `metonym` where the name stands for a government or people. */
  readonly whereKind: 'literal' | 'metonym';
  /** ISO 3166 alpha-3; null when unknown or when the place lies in several countries. */
  readonly country: string | null;
  /** True where who holds the place is in dispute between states. */
  readonly disputed: boolean;
  /** Degrees WGS 84; null when the place could not be found. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonameId: number | null;
  /** UCDP where_prec, 1 exact to 7 international waters; null when unknown. */
  readonly precision: 1 | 2 | 3 | 4 | 5 | 6 | 7 | null;
  readonly why: Why;
}

/** A time expression. Sorted, not overlapping. */
export interface TimeMention extends Span {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value such as 2022-02-21, 2022-W08, P3D, PAST_REF; null when it cannot be anchored. */
  readonly value: string | null;
  /** Inclusive ISO dates of the range meant; null when it cannot be anchored. */
  readonly from: string | null;
  readonly to: string | null;
  /** UCDP date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 year or more; null when unknown. */
  readonly precision: 1 | 2 | 3 | 4 | 5 | null;
  readonly why: Why;
}

/** A counted thing: casualties, troops, equipment, displaced. Durations, distances, ages and dates are not. */
export interface QuantityMention extends Span {
  /** The token of the noun that is counted ("troops"), or of the quantity itself where the noun is left out. */
  readonly nounToken: number;
  /** The counted noun's words in lower case; what an event makes of it (killed, wounded …) is the event's matter. */
  readonly of: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  readonly why: Why;
}

/** Words that mention proof: a video, a satellite image, a document. Sorted. */
export interface EvidenceMention extends Span {
  readonly headToken: number;
  readonly kind:
    | 'video'
    | 'photo'
    | 'satellite'
    | 'document'
    | 'intercept'
    | 'witness'
    | 'statement'
    | 'broadcast'
    | 'debris'
    | 'data';
  /** Who holds it up, by the head token: "videos shared by *officials*", "the *ministry* released"; null when not said. */
  readonly shownBy: number | null;
  /** The tokens that say what it shows, [first, end): "footage *of the strike*"; null when not said. */
  readonly shows: { readonly firstToken: number; readonly endToken: number } | null;
  /** How the holder knows. */
  readonly basis: 'direct-observation' | 'media' | 'document' | 'second-hand' | 'inference' | 'unstated';
  readonly why: Why;
}
