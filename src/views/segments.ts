import type { ReadEvent } from '../claims/reading.ts';
import type { Span } from '../document/span.ts';

/** A stretch of a report's text over which the same events speak. */
export interface Stretch extends Span {
  /** Ids of the events whose words cover it, the closest first; empty where no event does. */
  readonly events: readonly string[];
  /** True where it is the word that names the closest event. */
  readonly trigger: boolean;
}

interface Cover extends Span {
  readonly event: string;
  readonly trigger: boolean;
}

/**
 * Cuts a span of the text wherever the words of an event begin or end. The stretches are sorted, leave nothing
 * out and do not overlap; where marks overlap, each names all its events, the shortest mark first, so that
 * "an incursion" stays reachable inside "claimed to have stopped an incursion". An event's trigger is a mark of its
 * own, so that an event never disappears under another with the same words.
 */
export function stretchesOf(within: Span, events: readonly ReadEvent[]): readonly Stretch[] {
  const covers = events
    .flatMap((event) => [cover(event, false), cover(event, true)])
    .filter(({ start, end }) => start < end && start < within.end && end > within.start)
    .sort((a, b) => a.start - b.start);
  const cuts = [within, ...covers].flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set(cuts.map((at) => Math.min(Math.max(at, within.start), within.end)))].sort(
    (a, b) => a - b,
  );
  const stretches: Stretch[] = [];
  let open: Cover[] = [];
  let next = 0;
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    open = open.filter((mark) => mark.end > start);
    for (let mark = covers[next]; mark && mark.start <= start; mark = covers[++next]) {
      if (mark.end > start) open.push(mark);
    }
    stretches.push(stretch({ start, end }, open));
  }
  return stretches;
}

function cover(event: ReadEvent, trigger: boolean): Cover {
  const { start, end } = trigger ? event.trigger : event.words;
  return { start, end, event: event.id, trigger };
}

function stretch({ start, end }: Span, open: readonly Cover[]): Stretch {
  const closestFirst = [...open].sort(
    (a, b) => a.end - a.start - (b.end - b.start) || Number(b.trigger) - Number(a.trigger),
  );
  return {
    start,
    end,
    events: [...new Set(closestFirst.map(({ event }) => event))],
    trigger: closestFirst[0]?.trigger ?? false,
  };
}
