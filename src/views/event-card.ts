import type { ReadEvent, Reading, ReadLink } from '../claims/reading.ts';
import type { Certainty, EventType, Polarity, Timeframe } from '../document/event-layers.ts';
import type { Span } from '../document/span.ts';
import { attributedSentence } from './attributed-sentence.ts';
import type { BoardRow } from './board.ts';
import { denialsIn, kindOf, type MarkKind } from './kinds.ts';
import type { Speaker } from './speakers.ts';
import { denyingVoiceOf, isPlainer, type Voice, voiceOf } from './voices.ts';

/** A field of a card that a rule filled: which, and how sure the machine is of it. */
export interface Rule {
  readonly field: string;
  readonly rule: string;
  readonly confidence: number;
  readonly spans: readonly Span[];
}

/** How the reading says that another event of the report bears on this one. */
export interface Relative {
  readonly relation: string;
  readonly event: string;
  /** `from`: this event bears on the other. `to`: the other on this one. */
  readonly direction: 'from' | 'to';
  readonly words: string;
}

/** What other reports of the collection say of an event. */
export interface Across {
  /** Key of the board's row. */
  readonly row: string;
  /** How many reports speak of it, this one among them. */
  readonly reports: number;
  readonly origins: number | null;
  /** Words of other reports only. */
  readonly says: readonly Voice[];
  readonly denies: readonly Voice[];
}

/** All that is known of one event of the report. */
export interface EventCard {
  readonly id: string;
  readonly kind: MarkKind;
  /** True where somebody denies it, in this report or in another. */
  readonly contested: boolean;
  readonly type: EventType;
  readonly mode: string | null;
  readonly actor: readonly string[];
  readonly trigger: string;
  readonly recipient: readonly string[];
  readonly place: string | null;
  readonly time: { readonly text: string; readonly from: string | null; readonly to: string | null } | null;
  readonly voice: Voice;
  readonly deniedBy: readonly Voice[];
  /** Null where no other report speaks of it. */
  readonly across: Across | null;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly timeframe: Timeframe;
  readonly quantities: readonly { readonly text: string; readonly of: string }[];
  readonly evidence: readonly string[];
  readonly relatives: readonly Relative[];
  readonly rules: readonly Rule[];
  /** Where to look in the text: whose word it is and by which words, besides the event's own. */
  readonly sourceSpans: readonly Span[];
  readonly cueSpan: Span | null;
  readonly wordsSpan: Span;
  readonly sentence: string;
  readonly confidence: number;
}

/** Gives a card for every event of a report, in the order of the text; `rows` are the board's, by mention. */
export function cardsOf(reading: Reading, rows: ReadonlyMap<string, BoardRow>): readonly EventCard[] {
  const context = contextOf(reading, rows);
  return reading.events.map((event) => cardOf(event, context));
}

interface Context {
  readonly reading: Reading;
  readonly rows: ReadonlyMap<string, BoardRow>;
  readonly events: ReadonlyMap<string, ReadEvent>;
  /** Ids of those that deny, by the id of what they deny. */
  readonly deniersOf: ReadonlyMap<string, readonly string[]>;
  /** Ids of what they deny, by the id of those that deny. */
  readonly targetsOf: ReadonlyMap<string, readonly string[]>;
  readonly denying: ReadonlySet<string>;
  /** The links at either end. */
  readonly linksOf: ReadonlyMap<string, readonly ReadLink[]>;
}

function contextOf(reading: Reading, rows: ReadonlyMap<string, BoardRow>): Context {
  const denials = denialsIn(reading);
  return {
    reading,
    rows,
    events: new Map(reading.events.map((event) => [event.id, event])),
    targetsOf: grouped(denials.map(({ by, of }) => [by, of])),
    deniersOf: grouped(denials.map(({ by, of }) => [of, by])),
    denying: new Set(denials.map(({ by }) => by)),
    linksOf: grouped(reading.links.flatMap((link) => [[link.from, link] as const, [link.to, link] as const])),
  };
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function cardOf(event: ReadEvent, context: Context): EventCard {
  const { reading, events, deniersOf, denying } = context;
  const deniers = (deniersOf.get(event.id) ?? []).flatMap((id) => events.get(id) ?? []);
  const deniedBy = oncePerParty(deniers.map((denier) => denyingVoiceOf(reading, denier)));
  const across = acrossOf(context.rows.get(`${reading.id}/${event.id}`), reading.id);
  const denials = [...deniedBy, ...(across?.denies ?? [])];
  const isDenial = event.polarity === 'negative' || denying.has(event.id);
  const voice = isDenial ? denyingVoiceOf(reading, event) : voiceOf(reading, event);
  return {
    id: event.id,
    kind: kindOf(event, denying.has(event.id)),
    // "Peru denied that it had attacked": the attack is what Peru denies, and nobody denies that.
    contested: denials.length > 0 && !isDenial,
    ...whatOf(event),
    voice,
    deniedBy,
    across,
    relatives: relativesOf(event.id, context),
    rules: rulesOf(event),
    ...speakingSpans(event, voice),
    wordsSpan: bare(event.words),
    sentence: attributedSentence({
      ...(isDenial
        ? { says: deniedBefore(event.id, context), denies: [voice] }
        : { says: [voice], denies: denials }),
      origins: across?.origins ?? null,
    }),
    confidence: event.confidence,
  };
}

// "Peru denied that it had attacked" is one denial in two events: the act, and what it says.
function oncePerParty(voices: readonly Voice[]): readonly Voice[] {
  const told = new Map<string | null, Voice>();
  for (const voice of voices) {
    const before = told.get(voice.by);
    if (before === undefined || isPlainer(voice, before)) told.set(voice.by, voice);
  }
  return [...told.values()];
}

// A denial is only understood beside what it denies.
function deniedBefore(id: string, { reading, events, targetsOf }: Context): readonly Voice[] {
  return (targetsOf.get(id) ?? []).flatMap((target) => {
    const event = events.get(target);
    return event === undefined || event.polarity === 'negative' ? [] : [voiceOf(reading, event)];
  });
}

function acrossOf(row: BoardRow | undefined, report: string): Across | null {
  if (row === undefined || row.reports.every((id) => id === report)) return null;
  const elsewhere = (speakers: readonly Speaker[]) =>
    speakers.flatMap(({ voices }) => voices.filter((voice) => voice.report !== report).slice(0, 1));
  return {
    row: row.id,
    reports: new Set([...row.reports, report]).size,
    origins: row.origins,
    says: elsewhere(row.says),
    denies: elsewhere(row.denies),
  };
}

// Where the actor of a denial speaks, its name and the word for denying are the source and the cue.
function speakingSpans(event: ReadEvent, voice: Voice): Pick<EventCard, 'sourceSpans' | 'cueSpan'> {
  const actor = event.actor[0];
  if (!voice.own && event.sources.at(-1) === 'outlet' && actor !== undefined) {
    return { sourceSpans: [bare(actor)], cueSpan: bare(event.trigger) };
  }
  const sourceSpans = event.sources.flatMap((source) => (typeof source === 'string' ? [] : [bare(source)]));
  return { sourceSpans, cueSpan: event.cue && bare(event.cue) };
}

function whatOf(event: ReadEvent) {
  return {
    type: event.type,
    mode: event.mode,
    actor: event.actor.map(({ text }) => text),
    trigger: event.trigger.text,
    recipient: event.recipient.map(({ text }) => text),
    place: event.place?.text ?? null,
    time: event.time && { text: event.time.text, from: event.time.from, to: event.time.to },
    polarity: event.polarity,
    certainty: event.certainty,
    timeframe: event.timeframe,
    quantities: event.quantities.map(({ text, of }) => ({ text, of })),
    evidence: event.evidence.map(({ text }) => text),
  };
}

function bare({ start, end }: Span): Span {
  return { start, end };
}

// Who denies it has a place of its own on the card.
function relativesOf(id: string, { events, linksOf, deniersOf }: Context): readonly Relative[] {
  const deniers = deniersOf.get(id) ?? [];
  return (linksOf.get(id) ?? []).flatMap(({ from, to, relation }): readonly Relative[] => {
    const direction = from === id ? 'from' : 'to';
    const event = direction === 'from' ? to : from;
    const words = events.get(event)?.words.text ?? '';
    return deniers.includes(event) ? [] : [{ relation, event, direction, words }];
  });
}

function rulesOf(event: ReadEvent): readonly Rule[] {
  return Object.entries(event.why).map(([field, { rule, confidence, spans }]) => ({
    field,
    rule,
    confidence,
    spans: spans.map(bare),
  }));
}
