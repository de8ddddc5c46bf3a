import type { ReadEvent, Reading, ReadSource } from '../claims/reading.ts';
import { type Denial, denialsIn, kindOf } from '../views/kinds.ts';

export type GroupKind = 'asserted' | 'claimed' | 'denied' | 'forecast' | 'hypothetical' | 'background';

/** Events of one reading that rest on the same kind of word. */
export interface Group {
  readonly kind: GroupKind;
  /** Who claims; null for every other kind. */
  readonly by: string | null;
  readonly events: readonly ReadEvent[];
}

const ORDER: readonly GroupKind[] = [
  'asserted',
  'claimed',
  'denied',
  'forecast',
  'hypothetical',
  'background',
];

/**
 * Groups a reading's events by how they are said: asserted by the report itself, claimed by somebody (one group a
 * source), denied, forecast or planned, hypothetical, background. Inside a group the order is the text's.
 */
export function groupEvents(reading: Reading): readonly Group[] {
  const denials = denialsIn(reading);
  const groups = new Map<string, { kind: GroupKind; by: string | null; events: ReadEvent[] }>();
  for (const event of reading.events) {
    const kind = groupKindOf(event, denials);
    const by = kind === 'claimed' ? sourcesInWords(event.sources) : null;
    const key = `${kind} ${by ?? ''}`;
    const group = groups.get(key) ?? { kind, by, events: [] };
    group.events.push(event);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** A hedged event stays with whoever hedges it; its line tells how firmly it is said. */
function groupKindOf(event: ReadEvent, denials: readonly Denial[]): GroupKind {
  const kind = kindOf(
    event,
    denials.some(({ by }) => by === event.id),
  );
  if (kind !== 'hedged') return kind;
  return event.sources.every((source) => source === 'outlet') ? 'asserted' : 'claimed';
}

/** Gives a chain of sources in words, outermost first: "the spokesman, citing Ukrainian intelligence". */
export function sourcesInWords(sources: readonly ReadSource[]): string {
  const named = sources.filter((source, i) => source !== 'outlet' || i === sources.length - 1);
  return named.map(sourceInWords).join(', citing ') || 'the report';
}

function sourceInWords(source: ReadSource): string {
  if (source === 'outlet') return 'the report';
  return source === 'unnamed' ? 'somebody unnamed' : source.text;
}
