import { isDash } from './atoms.ts';
import type { Expression, Parsed } from './expression.ts';
import { type Reader, readMonthDay, textAt } from './reader.ts';

/**
 * Completes pairs: "3 to 5 May" and "February 21-23" leave a bare number beside a date, "1939-45" half a year.
 * Each end stays a mention of its own, as TIMEX3 has it.
 */
export function completePairs(reader: Reader, found: readonly Parsed[]): readonly Parsed[] {
  const all: Parsed[] = [];
  for (const time of found) {
    const before = bareBefore(reader, time, all.at(-1)?.end ?? 0);
    if (before !== null) all.push(before);
    all.push(time);
    const after = bareAfter(reader, time);
    if (after !== null) all.push(after);
  }
  return all.filter((time, i) => i === 0 || time.start >= (all[i - 1]?.end ?? 0));
}

const JOINS = new Set(['to', 'and', 'or', 'through', 'until', 'till']);

function joinAt(reader: Reader, at: number): boolean {
  return JOINS.has(textAt(reader, at)) || isDash(reader.atoms[at]);
}

/** The "3" of "3 to 5 May" and the "21" of "21–23 February 2022". */
function bareBefore(reader: Reader, time: Parsed, free: number): Parsed | null {
  const date = time.expression;
  if (date.kind !== 'date' || date.day === null || date.month === null || time.rule !== 'times/day-month')
    return null;
  const at = time.start - 2;
  const ordinal = /^(st|nd|rd|th)$/.test(textAt(reader, at)) ? at - 1 : at;
  const day = ordinal >= free && joinAt(reader, time.start - 1) ? readMonthDay(reader, ordinal) : null;
  if (day === null || day.end !== time.start - 1) return null;
  return { ...time, start: ordinal, end: day.end, expression: { ...date, day: day.day } };
}

function bareAfter(reader: Reader, time: Parsed): Parsed | null {
  if (!joinAt(reader, time.end)) return null;
  const at = time.end + 1;
  const expression = secondEnd(reader, time.expression, at);
  if (expression === null) return null;
  return { ...time, start: at, end: expression.end, expression: expression.date };
}

function secondEnd(
  reader: Reader,
  date: Expression,
  at: number,
): { readonly date: Expression; readonly end: number } | null {
  if (date.kind !== 'date') return null;
  const text = textAt(reader, at);
  // "1939-45": the century of the first year.
  if (
    date.month === null &&
    typeof date.year === 'number' &&
    /^\d\d$/.test(text) &&
    isDash(reader.atoms[at - 1])
  ) {
    const year = Math.floor(date.year / 100) * 100 + Number(text);
    return year > date.year ? { date: { ...date, year }, end: at + 1 } : null;
  }
  const day = date.day === null ? null : readMonthDay(reader, at);
  if (day === null || date.day === null || day.day <= date.day) return null;
  // "February 21 and 23 soldiers": only a dash makes a second day certain.
  if (!isDash(reader.atoms[at - 1]) && !isDateEnd(reader, day.end)) return null;
  return { date: { ...date, day: day.day }, end: day.end };
}

function isDateEnd(reader: Reader, end: number): boolean {
  return (
    reader.atoms[end]?.kind !== 'word' || ['in', 'at', 'by', 'when', 'and'].includes(textAt(reader, end))
  );
}

/** Tells whether two neighbours are the ends of one range: "from Monday to Wednesday", "between 2014 and 2016", "1939-1945". */
export function isRange(reader: Reader, first: Parsed, second: Parsed): boolean {
  if (first.expression.kind === 'duration' || second.expression.kind === 'duration') return false;
  if (second.start !== first.end + 1) return false;
  const join = textAt(reader, first.end);
  if (isDash(reader.atoms[first.end])) return true;
  const lead = [textAt(reader, first.start - 1), textAt(reader, first.start - 2)];
  if (join === 'and') return lead.includes('between');
  return (
    ['to', 'until', 'till', 'through'].includes(join) && (lead.includes('from') || isDay(second.expression))
  );
}

function isDay(expression: Expression): boolean {
  return expression.kind === 'date' || expression.kind === 'weekday';
}
