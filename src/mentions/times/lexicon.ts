import type { Row } from '../../document/table.ts';
import { type NumberWords, numberWords } from '../numbers.ts';
import type { Unit } from './expression.ts';

/** Rows of the tables that times are read with. */
export interface TimesTables {
  /** data/times/words.tsv: word, class, value. */
  readonly words: readonly Row[];
  /** data/times/holidays.tsv: name, kind, value. */
  readonly holidays: readonly Row[];
  /** data/quantities/numbers.tsv: word, kind, value. */
  readonly numbers: readonly Row[];
}

/** A holiday's rule; `value` is as its kind says in data/times/holidays.tsv. */
export interface Holiday {
  readonly kind: string;
  readonly values: readonly string[];
}

/** The words of time, by what they do in an expression. */
export interface TimeLexicon {
  readonly months: ReadonlyMap<string, number>;
  readonly shortMonths: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly pluralWeekdays: ReadonlyMap<string, number>;
  readonly shortWeekdays: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly pluralUnits: ReadonlyMap<string, Unit>;
  readonly seasons: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, string>;
  readonly pluralParts: ReadonlyMap<string, string>;
  readonly days: ReadonlyMap<string, string>;
  readonly vague: ReadonlyMap<string, string>;
  readonly sets: ReadonlyMap<string, string>;
  readonly zones: ReadonlyMap<string, string>;
  readonly vagueCounts: ReadonlyMap<string, string>;
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly holidays: ReadonlyMap<string, Holiday>;
  readonly numbers: NumberWords;
}

/** Sorts the rows of the tables into a lexicon. */
export function timeLexicon(tables: TimesTables): TimeLexicon {
  const ofClass = (name: string) =>
    new Map(
      tables.words
        .filter((row) => row['class'] === name)
        .map((row) => [row['word'] ?? '', row['value'] ?? ''] as const),
    );
  const numbers = (name: string) => new Map([...ofClass(name)].map(([word, value]) => [word, Number(value)]));
  // The table's unit names are this type's; a test holds that.
  const units = (name: string) => ofClass(name) as ReadonlyMap<string, Unit>;
  return {
    months: numbers('month'),
    shortMonths: numbers('month-short'),
    weekdays: numbers('weekday'),
    pluralWeekdays: numbers('weekdays'),
    shortWeekdays: numbers('weekday-short'),
    units: units('unit'),
    pluralUnits: units('units'),
    seasons: ofClass('season'),
    parts: ofClass('part'),
    pluralParts: ofClass('parts'),
    days: ofClass('day'),
    vague: ofClass('vague'),
    sets: ofClass('set'),
    zones: ofClass('zone'),
    vagueCounts: ofClass('vague-count'),
    qualifiers: ofClass('qualifier'),
    holidays: holidaysOf(tables.holidays),
    numbers: numberWords(tables.numbers),
  };
}

function holidaysOf(rows: readonly Row[]): ReadonlyMap<string, Holiday> {
  const holidays = new Map<string, Holiday>();
  for (const row of rows) {
    const name = row['name'] ?? '';
    const values = [...(holidays.get(name)?.values ?? []), row['value'] ?? ''];
    holidays.set(name, { kind: row['kind'] ?? '', values });
  }
  return holidays;
}
