import type { Season } from './calendar.ts';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** Where a unit stands from: `last` and `next` from the day of publication, the others from the narrative's time. */
export type Sense = 'last' | 'this' | 'next' | 'previous' | 'following' | 'same' | 'the';

/** A year as it is written: a number, a word that points to one, or nothing. */
export type YearRef = number | Sense | null;

/** How many units: null is a vague number, as in "several weeks". `mod` is TIMEX3's. */
export interface Amount {
  readonly count: number | null;
  readonly mod: string | null;
}

/** Which part of a date is meant, as in "late February" or "the first half of 2014"; `WEEK` is the week that holds a day. */
export type Part =
  | 'START'
  | 'MID'
  | 'END'
  | 'FIRST-HALF'
  | 'SECOND-HALF'
  | 'EDGE-START'
  | 'EDGE-END'
  | 'WEEK';

/** A time of day: a TIMEX3 suffix such as T10:30 or TMO, with its zone as an offset, where one is written. */
export interface DayTime {
  readonly suffix: string;
}

/** A time expression as it is written, before it is put on the calendar. */
export type Expression =
  | {
      readonly kind: 'date';
      readonly year: YearRef;
      readonly month: number | null;
      readonly day: number | null;
      readonly time: DayTime | null;
      /** "last August", "this September": counts months, where `year` counts years. */
      readonly pointed?: Sense;
    }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly sense: Sense | null;
      readonly time: DayTime | null;
    }
  | { readonly kind: 'season'; readonly season: Season; readonly year: YearRef; readonly pointed?: Sense }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year: YearRef }
  | { readonly kind: 'half'; readonly half: 1 | 2; readonly year: YearRef }
  | { readonly kind: 'day'; readonly offset: number; readonly time: DayTime | null }
  | { readonly kind: 'unit'; readonly unit: Unit; readonly sense: Sense; readonly time: DayTime | null }
  | {
      readonly kind: 'shift';
      readonly amount: Amount;
      readonly unit: Unit;
      /** `ago` and `hence` count from publication, the others from the narrative's time; `on` runs from there. */
      readonly way: 'ago' | 'hence' | 'earlier' | 'later' | 'on';
    }
  | {
      readonly kind: 'window';
      readonly amount: Amount;
      readonly unit: Unit;
      readonly side: 'past' | 'future';
    }
  | { readonly kind: 'duration'; readonly amount: Amount; readonly unit: Unit }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'vague'; readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  | { readonly kind: 'holiday'; readonly name: string; readonly year: YearRef; readonly pointed?: Sense }
  | { readonly kind: 'decade'; readonly year: number }
  | { readonly kind: 'century'; readonly century: number }
  | { readonly kind: 'time'; readonly time: DayTime; readonly sense: Sense | null }
  | { readonly kind: 'part'; readonly part: Part; readonly of: Expression };

/** An expression and the atoms that it stands on, [start, end). */
export interface Parsed {
  readonly start: number;
  readonly end: number;
  readonly expression: Expression;
  /** The rule that read it, for its Why. */
  readonly rule: string;
}
