import type { ReadEvent, Reading, ReadParty } from '../claims/reading.ts';
import { affiliationOf } from './affiliations.ts';
import { isPersonName, withoutTitles } from './bodies.ts';

/** What one report says that somebody is. */
export interface OfficeTold {
  /** Without titles. */
  readonly name: string;
  /** In the report's words: "the group's spokesman". */
  readonly office: string;
  /** Of the report that said so. */
  readonly report: string;
  /** Null when the report's date is not known. */
  readonly publishedAt: string | null;
  /** Where the office's words stand in the report's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Gives the people whom reports name as parties or sources and say the office of, a line for each that a report tells;
 * sorted by name, then by date. People of whom no report says what they are have none.
 */
export function officesTold(readings: readonly Reading[]): OfficeTold[] {
  return readings
    .flatMap(officesIn)
    .sort(
      (a, b) =>
        compare(a.name, b.name) ||
        compare(a.publishedAt ?? '', b.publishedAt ?? '') ||
        compare(a.report, b.report),
    );
}

function officesIn({ id, report, events }: Reading): OfficeTold[] {
  const found = new Map<string, OfficeTold>();
  for (const { text, entity } of events.flatMap(partiesOf)) {
    // What the tables know is a state or a body: "Brazil, one of the guarantors".
    if (entity !== null) continue;
    const name = withoutTitles(text);
    const told = isPersonName(text) && !found.has(name) ? affiliationOf(text, report.text) : null;
    if (told === null) continue;
    const { publishedAt } = report;
    found.set(name, {
      name,
      office: told.text,
      report: id,
      publishedAt,
      start: told.start,
      end: told.start + told.text.length,
    });
  }
  return [...found.values()];
}

function partiesOf({ actor, recipient, sources }: ReadEvent): ReadParty[] {
  return [...actor, ...recipient, ...sources.filter((source) => typeof source !== 'string')];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
