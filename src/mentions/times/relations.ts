import type { Parsed } from './expression.ts';
import { type Reader, textAt } from './reader.ts';
import type { Relation } from './resolve.ts';

const BEFORE: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ['since', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['by', 'by'],
  ['before', 'before'],
  ['after', 'after'],
  ['ended', 'ended'],
  ['within', 'within'],
  ['in', 'in'],
]);

const SKIPPED = new Set([
  'the',
  'a',
  'about',
  'around',
  'at',
  'least',
  'late',
  'early',
  'mid',
  'that',
  'this',
  '-',
  'just',
]);

/** Gives what the words around an expression make of it: "since Monday", "within 48 hours", "two days after". */
export function relationOf(
  reader: Reader,
  { start, end, expression, rule }: Parsed,
  previous: Parsed | undefined,
): Relation | null {
  if (rule === 'times/since-then') return 'since';
  if (expression.kind === 'duration') {
    const after = textAt(reader, end);
    // "two days after the vote", "hours before the deadline".
    if (after === 'after')
      return comesAfter(reader, start) || isGloss(reader, start, previous) ? 'before' : 'after';
    if (after === 'before') return 'before';
    if (after === 'since') return 'on-from';
    // "after three days of fighting": how long it went on, not when.
    if (after === 'of') return null;
  }
  if (expression.kind === 'shift' && textAt(reader, end - 1) === 'on') return null;
  let at = isOf(reader, start) ? start - 4 : start - 1;
  while (SKIPPED.has(textAt(reader, at)) && at > start - 3) at--;
  if (reader.atoms[at]?.sentence !== reader.atoms[start]?.sentence) return null;
  return BEFORE.get(textAt(reader, at)) ?? null;
}

/** "The blast came two days after the vote": the blast is the day told of, and the vote was before it. */
function comesAfter(reader: Reader, start: number): boolean {
  const sentence = reader.atoms[start]?.sentence;
  for (let at = start - 1; at > start - 30 && reader.atoms[at]?.sentence === sentence; at--) {
    if (['came', 'comes', 'coming', 'happened', 'occurred'].includes(textAt(reader, at))) return true;
  }
  return false;
}

/** "on Thursday, a day after the jet crashed": the day is told, and the crash was before it. */
function isGloss({ atoms }: Reader, start: number, previous: Parsed | undefined): boolean {
  return previous !== undefined && previous.end === start - 1 && atoms[start - 1]?.text === ',';
}

/** "since the coup of 2021": the noun's date is the date. */
function isOf(reader: Reader, start: number): boolean {
  return textAt(reader, start - 1) === 'of' && textAt(reader, start - 3) === 'the';
}
