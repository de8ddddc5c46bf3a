import type { ReadEvent } from '../claims/reading.ts';
import { type Colours, type Piece, printable, wrapped } from './terminal.ts';

/** How sure the machine is of its reading, in words. Bounds chosen by hand; they say nothing on whether a claim is true. */
const SURENESS: readonly (readonly [number, string])[] = [
  [0.95, 'almost sure'],
  [0.8, 'fairly sure'],
  [0.6, 'rather unsure'],
  [0, 'a weak guess'],
];

/** Gives the machine's confidence, 0 to 1, in words. */
export function surenessOf(confidence: number): string {
  return SURENESS.find(([least]) => confidence >= least)?.[1] ?? 'a weak guess';
}

/** Gives one line a field: the rule that read it, the words that made it fire, and how sure the machine is. */
export function whyLines(
  event: ReadEvent,
  text: string,
  { colours, width }: { colours: Colours; width: number },
): readonly string[] {
  return Object.entries(event.why).map(([field, { rule, spans, confidence }]) => {
    const words = spans.map(({ start, end }) => `“${printable(text.slice(start, end))}”`).join(' … ');
    const pieces: Piece[] = [
      { text: `${field} `.padEnd(11) },
      { text: `${rule} `, paint: colours.cyan },
      { text: words === '' ? '' : `${words} ` },
      { text: `(${surenessOf(confidence)})`, paint: colours.dim },
    ];
    return wrapped(pieces, width, '         ');
  });
}
