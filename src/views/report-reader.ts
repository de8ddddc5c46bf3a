import type { ReadEvent, Reading } from '../claims/reading.ts';
import type { Span } from '../document/span.ts';
import { type Board, EMPTY_BOARD, rowsByMention } from './board.ts';
import { cardsOf, type EventCard } from './event-card.ts';
import type { MarkKind } from './kinds.ts';
import { stretchesOf } from './segments.ts';

/** A stretch of the report's text with what is to be seen of it. */
export interface Segment extends Span {
  readonly text: string;
  /** Ids of the events whose words these are, the closest first; empty for plain text. */
  readonly events: readonly string[];
  /** Kind of the closest event; null for plain text. */
  readonly kind: MarkKind | null;
  /** True where somebody in this report denies the closest event. */
  readonly contested: boolean;
  /** True where it is the word that names the closest event. */
  readonly trigger: boolean;
}

/** One paragraph of the text; its segments fill it without a gap. */
export interface Paragraph extends Span {
  readonly segments: readonly Segment[];
  /** Ids of the events that are named in it, in the order of the text. */
  readonly events: readonly string[];
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

/**
 * Gives the page of one report: its text cut into marked stretches, and a card an event. With the board, the cards
 * tell what other reports say.
 */
export function viewReport(reading: Reading, board: Board = EMPTY_BOARD): ReportPage {
  const cards = cardsOf(reading, rowsByMention(board));
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
    paragraphs: bucketsOf(reading).map((bucket) => paragraphOf(bucket, text, cardsById)),
    events: cards,
    engine: engineOf(reading),
  };
}

function engineOf({ engine: { name, version } }: Reading): string {
  return version.startsWith(name) ? version : `${name} ${version}`;
}

interface Bucket {
  readonly span: Span;
  /** The events whose words or trigger reach into the span. */
  readonly inside: readonly ReadEvent[];
}

// A quotation may run over a paragraph's end, so that an event can be in several.
function bucketsOf({ report, events }: Reading): readonly Bucket[] {
  const buckets = paragraphsOf(report.text).map((span) => ({ span, inside: [] as ReadEvent[] }));
  const firstFrom = (at: number) => lowest(buckets.length, (i) => (buckets[i]?.span.end ?? at) > at);
  for (const event of events) {
    const end = Math.max(event.words.end, event.trigger.end);
    const first = firstFrom(Math.min(event.words.start, event.trigger.start));
    for (let i = first; (buckets[i]?.span.start ?? end) < end; i++) buckets[i]?.inside.push(event);
  }
  return buckets;
}

function lowest(length: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
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
  { span, inside }: Bucket,
  text: string,
  cards: ReadonlyMap<string, EventCard>,
): Paragraph {
  const segments = stretchesOf(span, inside).map(({ start, end, events: ids, trigger }): Segment => {
    const closest = ids[0] === undefined ? undefined : cards.get(ids[0]);
    return {
      start,
      end,
      text: text.slice(start, end),
      events: ids,
      kind: closest?.kind ?? null,
      contested: closest?.contested ?? false,
      trigger,
    };
  });
  const named = inside.filter(({ trigger }) => trigger.start >= span.start && trigger.start < span.end);
  return { ...span, segments, events: named.map(({ id }) => id) };
}
