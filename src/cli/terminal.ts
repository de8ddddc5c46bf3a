import picocolors from 'picocolors';
import type { Io, Output } from './io.ts';

/** Colours that need no red or green, and that never carry a meaning alone. */
export type Colours = ReturnType<typeof picocolors.createColors>;

/** Gives colours for a stream, or colours that do nothing: NO_COLOR, TERM=dumb and --no-color switch them off. */
export function coloursFor(output: Output, env: Io['env'], wanted = true): Colours {
  const refused = !wanted || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const forced = !['', '0', undefined].includes(env['FORCE_COLOR']);
  return picocolors.createColors(!refused && (output.isTerminal || forced));
}

const NARROWEST = 40;
const WIDEST = 100;

/** Gives the width to write in: the terminal's, but no wider than an eye follows; 80 where there is none. */
export function widthFor(output: Output): number {
  return Math.min(WIDEST, Math.max(NARROWEST, output.width ?? 80));
}

/**
 * Gives text that is safe to print: a report may carry escape sequences that recolour, retitle or overwrite a terminal,
 * and marks that turn the order of letters around. Each becomes one visible character; line breaks become spaces.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/[\t\r\n\f\v\u0085\u2028\u2029]+/gu, ' ')
    .replaceAll(CONTROLS, '\ufffd')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its task.
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;

/** Words and how they are painted; the paint does not count for the width. */
export interface Piece {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** Sets pieces in lines of at most `width` characters, every line indented; words are never cut. */
export function wrapped(pieces: readonly Piece[], width: number, indent: string): string {
  const lines: Piece[][] = [[]];
  let length = indent.length;
  for (const word of wordsOf(pieces)) {
    const size = word.reduce((sum, { text }) => sum + lengthOf(text.trimEnd()), 0);
    if (length + size > width && lines.at(-1)?.length !== 0) {
      lines.push([]);
      length = indent.length;
    }
    lines.at(-1)?.push(...word);
    length += word.reduce((sum, { text }) => sum + lengthOf(text), 0);
  }
  return lines.map((line) => indent + painted(line)).join('\n');
}

/** A word may run over several pieces: the quotation mark, and the bold trigger behind it. */
function wordsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const words: Piece[][] = [];
  let complete = true;
  for (const { text, paint } of pieces) {
    for (const part of text.split(/(?<= )/u).filter((words) => words !== '')) {
      const piece = paint === undefined ? { text: part } : { text: part, paint };
      if (complete) words.push([piece]);
      else words.at(-1)?.push(piece);
      complete = part.endsWith(' ');
    }
  }
  return words;
}

/** Neighbours of one paint are painted together; the white space at the end of a line is left out. */
function painted(line: readonly Piece[]): string {
  const runs: { text: string; readonly paint: Piece['paint'] }[] = [];
  for (const { text, paint } of line) {
    const run = runs.at(-1);
    if (run !== undefined && run.paint === paint) run.text += text;
    else runs.push({ text, paint });
  }
  const last = runs.at(-1);
  if (last !== undefined) last.text = last.text.trimEnd();
  return runs.map(({ text, paint }) => (paint === undefined || text === '' ? text : paint(text))).join('');
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Gives a number with its noun: `1 event`, `2 events`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
