import type { ChangeGroup, ShownChange } from '../views/changes.ts';
import { dateInWords } from './dates.ts';
import { type Colours, counted, type Piece, printable, wrapped } from './terminal.ts';

// More quotations than these tell nothing new on a terminal; the JSON holds all.
const MAX_QUOTES = 3;

/** Sets what changed for a person: by kind, each with a sentence and the words that show it. */
export function changesText(
  groups: readonly ChangeGroup[],
  { colours, width }: { readonly colours: Colours; readonly width: number },
): string {
  const lines: string[] = [];
  for (const { heading, changes } of groups) {
    lines.push(colours.bold(heading));
    for (const change of changes) {
      lines.push(...changeLines(change, colours).map((pieces) => wrapped(pieces, width, '  ')), '');
    }
  }
  const count = groups.reduce((sum, { changes }) => sum + changes.length, 0);
  lines.push(colours.dim(count === 0 ? 'Nothing changed.' : `${counted(count, 'change')}.`));
  return `${lines.join('\n')}\n`;
}

function changeLines(
  { what, sentence, quotes, event }: ShownChange,
  { yellow, dim }: Colours,
): readonly (readonly Piece[])[] {
  return [
    [
      { text: printable(what), paint: yellow },
      { text: ` (${event})`, paint: dim },
    ],
    [{ text: printable(sentence) }],
    ...quotes.slice(0, MAX_QUOTES).map(({ outlet, publishedAt, text, mention }): readonly Piece[] => {
      const from = [outlet, publishedAt === null ? null : dateInWords(publishedAt), mention];
      return [
        { text: `“${printable(text)}” ` },
        {
          text: `${from
            .filter((fact) => fact !== null)
            .map(printable)
            .join(' · ')}`,
          paint: dim,
        },
      ];
    }),
  ];
}
