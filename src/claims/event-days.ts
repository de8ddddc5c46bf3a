import type { Doc } from '../document/doc.ts';
import type { EventMention, EventType } from '../document/event-layers.ts';
import type { Zone } from '../document/language-layers.ts';
import type { TimeMention } from '../document/mention-layers.ts';
import { dayNumber, isoDate } from '../mentions/times/calendar.ts';

type Needs = 'zones' | 'tokens' | 'tags' | 'dependencies';

/** Acts of words: they answer what has happened, up to the day of publication. */
const VERBAL: readonly EventType[] = [
  'REJECT',
  'ACCUSE',
  'REQUEST',
  'AGREE',
  'SUPPORT',
  'THREATEN',
  'CONSULT',
  'SANCTION',
  'CONCEDE',
];
/** Tells whether an event is an act of words. */
export function isVerbal({ type }: EventMention): boolean {
  return VERBAL.includes(type);
}

/**
 * "Five died on Tuesday … On Wednesday the crossing was shut … Brussels condemned the raid": an undated statement in a later
 * paragraph is of the day of publication or of the day before, but not of one before the first deed.
 */
export function statedFrom(
  { layers, report }: Doc<Needs>,
  { trigger }: EventMention,
  { start, from }: TimeMention,
  firstDeedOn: string | null,
): string | null {
  const publishedOn = report.publishedAt?.slice(0, 10) ?? null;
  const paragraph = zoneOf(layers.zones, trigger.start);
  const isFar = paragraph !== undefined && start < paragraph.start;
  if (!isFar || from === null || from !== publishedOn || firstDeedOn === null) return from;
  return firstDeedOn < from ? dayBefore(from) : from;
}

/** "Three men have been detained", "nine are receiving treatment": what the present tense tells runs up to publication. */
export function isStanding({ layers }: Doc<Needs>, { headToken }: EventMention): boolean {
  const { tokens, tags, dependencies } = layers;
  if (tags[headToken]?.upos !== 'VERB') return false;
  for (let at = headToken - 1; at > headToken - AUXILIARIES_REACH; at--) {
    if (dependencies[at]?.head !== headToken) continue;
    const word = tokens[at]?.text.toLowerCase() ?? '';
    if (PERFECT.has(word)) return true;
    if (BEING.has(word))
      return tags[headToken]?.features.verbForm === 'Part' && /ing$/u.test(tokens[headToken]?.text ?? '');
  }
  return false;
}

/** Words between a verb and its first auxiliary, at most: "have not yet been found". */
const AUXILIARIES_REACH = 6;
const PERFECT = new Set(['has', 'have', '’ve', "'ve"]);
const BEING = new Set(['is', 'are', '’re', "'re"]);

function dayBefore(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return isoDate(dayNumber(year, month, date) - 1);
}

/** "this week … on Thursday": the day told of within the stretch; and acts of words are not at the hour of the deed. */
export function closer(
  near: TimeMention | null,
  day: TimeMention | null,
  { type }: EventMention,
): TimeMention | null {
  if (near === null) return day;
  if (day === null) return near;
  if (VERBAL.includes(type) && near.precision !== 1) return day;
  const { from, to } = day;
  const isWithin = (near.from ?? '') <= (from ?? '') && (to ?? '') <= (near.to ?? '');
  const isHour = near.type === 'TIME' && day.type === 'DATE' && VERBAL.includes(type);
  return isWithin && (near.precision !== 1 || isHour) ? day : near;
}

/** "two days after the vote": a stretch laid against a day is the one act's own. */
export function isLaid({ type, precision }: TimeMention): boolean {
  return type === 'DURATION' && precision === 1;
}

/** "since the coup of 2021", "after the 2014 war": what runs on from then is the rest; the deed itself was over with the year. */
export function endOf(
  { text }: Doc<Needs>,
  { trigger }: EventMention,
  { start, end, value, to }: TimeMention,
): string | null {
  const isDating =
    text.slice(end, trigger.start) === ' ' || /^ (?:of|in) (?:the )?$/u.test(text.slice(trigger.end, start));
  const year = /^\d{4}$/u.exec(value ?? '')?.[0];
  return isDating && year !== undefined && (to ?? '') > `${year}-12-31` ? `${year}-12-31` : to;
}

/** A single day, not after publication: the telling's own day can only move on. */
export function isDay({ from, to, precision }: TimeMention, publishedOn: string | null): boolean {
  return precision === 1 && from !== null && from === to && (publishedOn === null || from <= publishedOn);
}

/** Gives the paragraph or other zone that holds a character. */
export function zoneOf(zones: readonly Zone[], offset: number): Zone | undefined {
  return zones.find((zone) => zone.start <= offset && offset < zone.end);
}
