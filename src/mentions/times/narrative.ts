import type { Doc } from '../../document/doc.ts';
import { type Anchor, type Direction, isSpoken } from './anchor.ts';
import { civilDate, dayNumber, dayPeriod, type Period } from './calendar.ts';
import type { Expression, Parsed } from './expression.ts';
import type { Reader } from './reader.ts';
import type { Relation, Resolved } from './resolve.ts';

interface Told {
  readonly period: Period;
  readonly sentence: number;
  readonly zone: number;
}

/** What is done to a picture or a paper, which then carries its own date. */
const DATED = new Set(['taken', 'dated', 'filmed', 'recorded', 'published', 'photographed']);

/** Follows the time that a text tells of, from mention to mention; it lives no longer than the reading of one document. */
export class Narrative {
  private last: Told | null = null;
  private lastDay: Told | null = null;
  private lead: Period | null = null;
  private quarter: Period | null = null;
  private readonly publication: number | null;
  private readonly publicationHour: number;
  private readonly chronicle: boolean;
  private readonly zoneOf: (start: number) => number;
  private readonly isDateline: (zone: number) => boolean;
  private readonly isQuoted: (start: number) => boolean;
  private readonly startOf: (time: Parsed) => number;
  private readonly sentenceOf: (time: Parsed) => number;
  private readonly isAttribute: (time: Parsed) => boolean;

  constructor(doc: Doc<'zones' | 'tokens' | 'dependencies'>, found: readonly Parsed[], reader: Reader) {
    const published = doc.report.publishedAt;
    this.publication = publicationDay(published);
    this.publicationHour = Number(/T(\d\d)/.exec(published ?? '')?.[1] ?? 12);
    this.chronicle = isChronicle(found, this.publication);
    this.zoneOf = zoneFinder(doc);
    this.isDateline = (zone) => doc.layers.zones[zone]?.kind === 'dateline';
    this.isQuoted = quoteFinder(doc.text);
    this.isAttribute = (time) => {
      const isOf = reader.atoms[time.start - 1]?.text === 'of';
      const head = doc.layers.dependencies[reader.atoms[time.end - 1]?.token ?? -1]?.head ?? -1;
      return !this.chronicle && (isOf || DATED.has(doc.layers.tokens[head]?.text ?? ''));
    };
    this.sentenceOf = (time) => reader.atoms[time.start]?.sentence ?? 0;
    this.startOf = (time) => reader.atoms[time.start]?.start ?? 0;
  }

  /** Gives what a time is put on the calendar with. */
  anchorAt(time: Parsed, direction: Direction): Anchor {
    const start = this.startOf(time);
    const zone = this.zoneOf(start);
    const isNear = this.last?.zone === zone;
    const told = isNear || this.chronicle ? this.last : (this.lastDay ?? this.last);
    return {
      publication: this.speechDay(time.expression, start),
      publicationHour: this.publicationHour,
      narrative: told?.period ?? null,
      narrativeDay: this.dayFor(time.expression, zone),
      leadDay: this.lead,
      quarter: this.quarter,
      direction,
      begun: false,
      chronicle: this.chronicle || (direction === 'past' && this.isRetold(time)),
    };
  }

  /** Remembers what a time told of, where it moves the story: not what lies ahead, nor the far end of "since 2021". */
  tell(time: Parsed, { period, type }: Resolved, relation: Relation | null): void {
    if (period === null || (type !== 'DATE' && type !== 'TIME') || time.expression.kind === 'vague') return;
    if (this.chronicle && isDeictic(time.expression)) return;
    if (isComparison(time.expression, period)) return;
    // "BOL, June 12 – Jets bombed a ferry on Tuesday": a dateline tells when it was written, not when it was.
    if (this.publication !== null && this.isDateline(this.zoneOf(this.startOf(time)))) return;
    if (relation === 'since' || (this.publication !== null && period.from > this.publication)) return;
    if (period.unit === 'day' && period.to <= (this.publication ?? period.to)) this.lead ??= period;
    // "an image of 9 June", "a picture taken on Friday": the date is the picture's, and the story does not move there.
    if (period.unit === 'day' && this.isAttribute(time)) return;
    const told = { period, zone: this.zoneOf(this.startOf(time)), sentence: this.sentenceOf(time) };
    this.last = told;
    if (period.unit === 'quarter' && !time.rule.includes('year-earlier')) this.quarter = period;
    if (period.unit !== 'day') return;
    this.lastDay = told;
  }

  /**
   * Reports that go out soon after midnight in UTC quote people who said "today" on the evening before, in Europe's
   * and America's time: inside quotation marks the day told of wins there.
   */
  private speechDay(expression: Expression, start: number): number | null {
    const { publication, publicationHour, lastDay } = this;
    if (publication === null || expression.kind !== 'day' || publicationHour >= 6) return publication;
    const told = lastDay?.period.from;
    return this.isQuoted(start) && told === publication - 1 ? told : publication;
  }

  /** A bare hour belongs to the day told of in its paragraph, else to the day that the report is about. */
  private dayFor(expression: Expression, zone: number): Period | null {
    const isHour = expression.kind === 'time';
    if (isHour && !this.chronicle && this.lastDay?.zone !== zone) return this.lead;
    return this.lastDay?.period ?? null;
  }

  /** "In 2014 it fell, in March": a bare month after an old year in the same sentence belongs to it. */
  private isRetold(time: Parsed): boolean {
    const { expression } = time;
    const isMonth = expression.kind === 'date' && expression.day === null;
    if (!isMonth && expression.kind !== 'season') return false;
    if (this.last === null || this.publication === null) return this.publication === null;
    const isOld = civilDate(this.last.period.from).year < civilDate(this.publication).year - 1;
    return isOld && this.last.sentence === this.sentenceOf(time);
  }
}

/** "up from a year earlier", a quarter's "than a year ago": what is compared with does not move the story. */
function isComparison(expression: Expression, { unit }: Period): boolean {
  return (
    expression.kind === 'shift' &&
    expression.unit === 'year' &&
    (expression.way === 'earlier' || (expression.way === 'ago' && unit === 'quarter')) &&
    expression.amount.count === 1
  );
}

/** "today" in a chronicle is the day of a speech or of the writer; the story does not move there. */
function isDeictic(expression: Expression): boolean {
  return expression.kind === 'day' || (expression.kind === 'unit' && isSpoken(expression.sense));
}

function publicationDay(publishedAt: string | null): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(publishedAt ?? '') ?? [];
  if (year === undefined) return null;
  return dayPeriod(dayNumber(Number(year), Number(month), Number(day))).from;
}

/** A text is a chronicle when it names several old years, and more of them than week days and the like. */
function isChronicle(found: readonly Parsed[], publication: number | null): boolean {
  const now = publication === null ? Number.POSITIVE_INFINITY : civilDate(publication).year;
  const isOld = ({ expression }: Parsed) =>
    expression.kind === 'date' && typeof expression.year === 'number' && expression.year < now - 1;
  const isNews = ({ expression }: Parsed) =>
    expression.kind === 'weekday' ||
    expression.kind === 'day' ||
    (expression.kind === 'unit' && expression.sense === 'last');
  const old = found.filter(isOld).length;
  return old >= 6 && old > 3 * found.filter(isNews).length;
}

function zoneFinder({ layers }: Doc<'zones'>): (start: number) => number {
  let at = 0;
  return (start) => {
    while (at > 0 && (layers.zones[at]?.start ?? 0) > start) at--;
    while (at < layers.zones.length - 1 && (layers.zones[at]?.end ?? 0) <= start) at++;
    return at;
  };
}

/** Tells whether an odd number of quotation marks stands before, in the same paragraph. */
function quoteFinder(text: string): (start: number) => boolean {
  return (start) => {
    const from = text.lastIndexOf('\n', start) + 1;
    const before = text.slice(from, start);
    const opened = (before.match(/[“"]/g) ?? []).length;
    const closed = (before.match(/”/g) ?? []).length;
    return before.includes('“') ? opened > closed : opened % 2 === 1;
  };
}
