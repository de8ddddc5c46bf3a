import type { ReadEvent, Reading } from '../claims/reading.ts';
import type { Certainty, EventType, Polarity, Timeframe } from '../document/event-layers.ts';
import type { Span } from '../document/span.ts';
import { attributedSentence } from './attributed-sentence.ts';
import { type Denial, denialsIn, kindOf, type MarkKind } from './kinds.ts';
import { stretchesOf } from './segments.ts';
import { denyingVoiceOf, type Voice, voiceOf } from './voices.ts';

/** A stretch of the report's text with what is to be seen of it. */
export interface Segment extends Span {
  readonly text: string;
  /** Ids of the events whose words these are, the closest first; empty for plain text. */
  readonly events: readonly string[];
  /** Kind of the closest event; null for plain text. */
  readonly kind: MarkKind | null;
  readonly hedged: boolean;
  /** True where somebody in this report denies the closest event. */
  readonly contested: boolean;
  /** True where it is the word that names the closest event. */
  readonly trigger: boolean;
}

export interface Paragraph extends Span {
  readonly segments: readonly Segment[];
  /** Ids of the events that are named in it, in the order of the text. */
  readonly events: readonly string[];
}

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

/** All that is known of one event of the report. */
export interface EventCard {
  readonly id: string;
  readonly kind: MarkKind;
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

/** A report as the desk shows it. */
export interface ReportPage {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** True where the text opens with the title, so that the first paragraph is the headline. */
  readonly opensWithTitle: boolean;
  readonly paragraphs: readonly Paragraph[];
  readonly events: readonly EventCard[];
  readonly engine: string;
}

/** Gives the page of one report: its text cut into marked stretches, and a card an event. */
export function viewReport(reading: Reading): ReportPage {
  const denials = denialsIn(reading);
  const cards = reading.events.map((event) => cardOf(reading, event, denials));
  const { text, title, outlet, publishedAt, url, language } = reading.report;
  const cardsById = new Map(cards.map((card) => [card.id, card]));
  return {
    id: reading.id,
    title,
    outlet,
    publishedAt,
    url,
    language,
    opensWithTitle: title !== null && text.trimStart().startsWith(title),
    paragraphs: paragraphsOf(text).map((span) => paragraphOf(span, reading, cardsById)),
    events: cards,
    engine: `${reading.engine.name} ${reading.engine.version}`,
  };
}

function paragraphsOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}

function paragraphOf(
  span: Span,
  { report, events }: Reading,
  cards: ReadonlyMap<string, EventCard>,
): Paragraph {
  const inside = events.filter(
    ({ words, trigger }) => words.start < span.end && (words.end > span.start || trigger.end > span.start),
  );
  const segments = stretchesOf(span, inside).map(({ start, end, events: ids, trigger }): Segment => {
    const closest = ids[0] === undefined ? undefined : cards.get(ids[0]);
    return {
      start,
      end,
      text: report.text.slice(start, end),
      events: ids,
      kind: closest?.kind ?? null,
      hedged: closest !== undefined && closest.certainty !== 'certain',
      contested: closest?.contested ?? false,
      trigger,
    };
  });
  const named = inside.filter(({ trigger }) => trigger.start >= span.start && trigger.start < span.end);
  return { ...span, segments, events: named.map(({ id }) => id) };
}

function cardOf(reading: Reading, event: ReadEvent, denials: readonly Denial[]): EventCard {
  const deniers = new Set(denials.filter(({ of }) => of === event.id).map(({ by }) => by));
  const deniedBy = reading.events
    .filter(({ id }) => deniers.has(id))
    .map((denial) => denyingVoiceOf(reading, denial));
  const denies = event.polarity === 'negative' || denials.some(({ by }) => by === event.id);
  const voice = denies ? denyingVoiceOf(reading, event) : voiceOf(reading, event);
  return {
    id: event.id,
    kind: kindOf(event, denials),
    contested: deniedBy.length > 0,
    type: event.type,
    mode: event.mode,
    actor: event.actor.map(({ text }) => text),
    trigger: event.trigger.text,
    recipient: event.recipient.map(({ text }) => text),
    place: event.place?.text ?? null,
    time: event.time && { text: event.time.text, from: event.time.from, to: event.time.to },
    voice,
    deniedBy,
    polarity: event.polarity,
    certainty: event.certainty,
    timeframe: event.timeframe,
    quantities: event.quantities.map(({ text, of }) => ({ text, of })),
    evidence: event.evidence.map(({ text }) => text),
    relatives: relativesOf(reading, event.id),
    rules: rulesOf(event),
    sourceSpans: event.sources.flatMap((source) =>
      typeof source === 'string' ? [] : [{ start: source.start, end: source.end }],
    ),
    cueSpan: event.cue && { start: event.cue.start, end: event.cue.end },
    wordsSpan: { start: event.words.start, end: event.words.end },
    sentence: attributedSentence({
      says: event.polarity === 'negative' ? [] : [voice],
      denies: event.polarity === 'negative' ? [voice] : deniedBy,
      origins: null,
    }),
    confidence: event.confidence,
  };
}

function relativesOf({ events, links }: Reading, id: string): readonly Relative[] {
  const wordsOf = new Map(events.map((event) => [event.id, event.words.text]));
  return links.flatMap(({ from, to, relation }): readonly Relative[] => {
    if (from === id) return [{ relation, event: to, direction: 'from', words: wordsOf.get(to) ?? '' }];
    return to === id ? [{ relation, event: from, direction: 'to', words: wordsOf.get(from) ?? '' }] : [];
  });
}

function rulesOf(event: ReadEvent): readonly Rule[] {
  return Object.entries(event.why).map(([field, { rule, confidence, spans }]) => ({
    field,
    rule,
    confidence,
    spans: spans.map(({ start, end }) => ({ start, end })),
  }));
}
