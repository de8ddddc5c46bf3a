import type { Story, StoryEvent } from '../corroboration/story.ts';
import { type Colours, counted, type Piece, printable, wrapped } from './terminal.ts';

/** Sets a story for a person: contested events first, each with who says so, who denies it, and how many origins there are. */
export function storyView(
  { events, copies }: Story,
  { colours, width }: { readonly colours: Colours; readonly width: number },
): string {
  const lines: string[] = [];
  const contested = events.filter(({ status }) => status === 'contested' || status === 'denied-only');
  for (const event of [...contested, ...events.filter((other) => !contested.includes(other))]) {
    lines.push(
      ...eventLines(event, colours).map((pieces, i) => wrapped(pieces, width, i === 0 ? '' : '  ')),
      '',
    );
  }
  const found = `${counted(events.length, 'event')}, ${contested.length} contested.`;
  const copied = copies.map((group) => `Copies of one text: ${group.map(printable).join(', ')}.`);
  return `${[...lines, ...[found, ...copied].map((text) => wrapped([{ text, paint: colours.dim }], width, ''))].join('\n')}\n`;
}

function eventLines(event: StoryEvent, { bold, dim, yellow, blue }: Colours): readonly (readonly Piece[])[] {
  const parties = (
    lead: string,
    names: readonly string[],
    paint: (text: string) => string,
  ): readonly (readonly Piece[])[] =>
    names.length === 0 ? [] : [[{ text: `${lead}: `, paint }, { text: names.map(printable).join('; ') }]];
  const numbers = event.numbers.flatMap(({ of, values }) =>
    values.map(({ by, min, max }): readonly Piece[] => [
      { text: `${printable(of)}: ` },
      { text: `${rangeOf(min, max)}, ${printable(by)}` },
    ]),
  );
  return [
    [{ text: printable(event.what), paint: bold }],
    ...parties('asserted by', event.assertedBy, yellow),
    ...parties('denied by', event.deniedBy, blue),
    ...parties('not confirmed by', event.unconfirmedBy, dim),
    ...parties('predicted by', event.predictedBy, dim),
    ...numbers,
    [
      {
        text: `${event.id} · ${event.status} · ${counted(event.independentOrigins, 'independent origin')} · ${event.mentions.map(printable).join(', ')}`,
        paint: dim,
      },
    ],
  ];
}

/** A bound that nobody gave stays open: "at least 5", "up to 7". */
function rangeOf(min: number | null, max: number | null): string {
  if (min === null) return max === null ? 'unknown' : `up to ${max}`;
  if (max === null) return `at least ${min}`;
  return min === max ? String(min) : `${min} to ${max}`;
}
