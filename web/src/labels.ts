import type { Certainty, EventType, Polarity, Timeframe } from '../../src/document/event-layers.ts';
import type { Status } from '../../src/views/board.ts';
import type { MarkKind } from '../../src/views/kinds.ts';

/** What the desk calls things. Its own verb is always "said": a cue such as "admitted" appears as a quotation only. */
export const STATUS_LABELS: Readonly<Record<Status, { readonly name: string; readonly means: string }>> = {
  contested: { name: 'Contested', means: 'somebody says so, somebody says otherwise' },
  claimed: { name: 'Claimed by one side', means: 'on a party’s word; no other party here denies it' },
  denied: { name: 'Denied', means: 'only its denial is reported here' },
  forecast: { name: 'Forecast or planned', means: 'said to come, or feared; not said to have happened' },
  asserted: { name: 'Asserted by the outlets', means: 'a report says so in its own voice' },
  background: { name: 'Background', means: 'earlier history, told for context' },
};

export const KIND_LABELS: Readonly<Record<MarkKind, { readonly name: string; readonly means: string }>> = {
  asserted: { name: 'asserted', means: 'in the report’s own voice' },
  claimed: { name: 'claimed', means: 'on a party’s word' },
  hedged: { name: 'hedged', means: 'said with reserve' },
  denied: { name: 'denied', means: 'said not to be so' },
  forecast: { name: 'forecast', means: 'planned, promised or predicted' },
  hypothetical: { name: 'hypothetical', means: 'conditional or feared' },
  background: { name: 'background', means: 'earlier history' },
};

export const TYPE_LABELS: Readonly<Record<EventType, string>> = {
  AGREE: 'agree',
  CONSULT: 'consult',
  SUPPORT: 'support',
  CONCEDE: 'concede',
  COOPERATE: 'cooperate',
  AID: 'aid',
  RETREAT: 'retreat',
  REQUEST: 'request',
  ACCUSE: 'accuse',
  REJECT: 'reject',
  THREATEN: 'threaten',
  PROTEST: 'protest',
  SANCTION: 'sanction',
  MOBILIZE: 'mobilize',
  COERCE: 'coerce',
  ASSAULT: 'assault',
  OTHER: 'other',
};

export const CERTAINTY_LABELS: Readonly<Record<Certainty, string>> = {
  certain: 'flatly',
  probable: 'as probable',
  possible: 'as possible',
  unknown: 'leaves it open',
};

export const POLARITY_LABELS: Readonly<Record<Polarity, string>> = {
  positive: 'that it is so',
  negative: 'that it is not so',
};

export const TIMEFRAME_LABELS: Readonly<Record<Timeframe, string>> = {
  current: 'current news',
  background: 'earlier history',
  future: 'still to come',
  hypothetical: 'only if something happens',
};

/** Gives an instant as `14 Sep 2026, 14:20 UTC`; the words as they came where they are no instant. */
export function utc(instant: string | null): string {
  if (instant === null) return 'undated';
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })}, ${date.toISOString().slice(11, 16)} UTC`;
}

/** Gives the reader's own clock for an instant, to stand beside UTC; empty where both are the same. */
export function local(instant: string | null): string {
  const date = new Date(instant ?? '');
  if (Number.isNaN(date.getTime()) || date.getTimezoneOffset() === 0) return '';
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
}

/** Gives a range of ISO dates as `14 Sep 2026` or `14–16 Sep 2026`. */
export function days(from: string | null, to: string | null): string {
  const [first, last] = [day(from), day(to)];
  if (first === '' || last === '' || first === last) return first || last;
  return `${first} – ${last}`;
}

function day(date: string | null): string {
  const instant = new Date(date ?? '');
  if (date === null || Number.isNaN(instant.getTime())) return '';
  return instant.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** Gives `1 report`, `2 reports`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
