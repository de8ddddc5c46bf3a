import type { Doc } from '../document/doc.ts';
import type { Claim, EventMention } from '../document/event-layers.ts';
import type { PlaceMention, TimeMention } from '../document/mention-layers.ts';
import type { Why } from '../document/why.ts';
import { closer, endOf, isDay, isLaid, isStanding, isVerbal, statedFrom, zoneOf } from './event-days.ts';
import { type Opposed, readOpposed } from './opposed.ts';
import {
  FORCE,
  isFromAbroad,
  isOnSpot,
  isUnnamed,
  knownPlace,
  narrower,
  sceneOf,
  stageBefore,
} from './report-scene.ts';

type Needs =
  | 'zones'
  | 'tokens'
  | 'tags'
  | 'dependencies'
  | 'places'
  | 'times'
  | 'events'
  | 'claims'
  | 'disputes'
  | 'actors';

/** Where and when an event is set, in its own clause or, failing that, in the telling around it. */
export interface Setting {
  readonly place: PlaceMention | null;
  readonly placeWhy: Why | null;
  readonly time: TimeMention | null;
  /** The first and the last day of the range: a statement that answers an event was made between it and publication. */
  readonly timeFrom: string | null;
  readonly timeTo: string | null;
  readonly timeWhy: Why | null;
  /** The country of the place, or of where all the report's happenings are; null where neither is known. */
  readonly country: string | null;
  readonly countryWhy: Why | null;
  /** The event's mode; casualties take that of the force told before them in the paragraph. */
  readonly mode: string | null;
  /** The states that the report sets against each other. */
  readonly opposed: Opposed;
}

/**
 * Gives the setting of each event, in their order. What the clause does not say is taken from the telling only where that
 * is unmistakable: from the event that it is a part of or repeats, then from the event told just before it in the
 * paragraph; a report's current events share its day until another is named. Forecasts and background take nothing over.
 */
export function readSettings(doc: Doc<Needs>): readonly Setting[] {
  const { layers, report } = doc;
  const settings: Setting[] = [];
  const publishedOn = report.publishedAt?.slice(0, 10) ?? null;
  const scene = sceneOf(doc);
  const opposed = readOpposed(doc);
  let lastScene: PlaceMention | null = null;
  let day: TimeMention | null = null;
  let deedDay: TimeMention | null = null;
  let firstDeedOn: string | null = null;
  layers.claims.forEach((claim, index) => {
    const event = layers.events[claim.event] as EventMention;
    const own = ownSetting(doc, event);
    const near = nearestPlace(doc, settings, claim, index);
    const isNow = claim.timeframe === 'current';
    const isPast = claim.timeframe === 'background';
    const known = knownPlace(scene, event);
    const seen = witnessPlace(doc, claim);
    const waited = near === null && isOnSpot(doc, event) ? stageBefore(doc, scene, event) : null;
    const told =
      seen ?? narrower(near, known) ?? waited ?? known ?? (isCasualty(doc, event) ? lastScene : null);
    const isThere = isNow && isOnSpot(doc, event) && !isFromAbroad(event, told);
    const place =
      own.place ?? (isThere ? told : isNow ? talksPlace(doc, settings, index) : isPast ? waited : null);
    const dayOfKind = isVerbal(event) ? day : (deedDay ?? day);
    const beside = besideSetting(doc, settings, claim, index)?.time ?? null;
    const { time: nearTime, isTalk } = nearestTime(doc, settings, claim, index);
    const toldTime = isNow ? closer(nearTime, dayOfKind, event) : null;
    const inherited: TimeMention | null = beside !== null && !isLaid(beside) ? beside : toldTime;
    const time: TimeMention | null = own.time ?? inherited;
    const isLater = isVerbal(event) ? !isTalk : isStanding(doc, event);
    const reachesToday = own.time === null && isNow && inherited !== null && isLater && publishedOn !== null;
    const placeOfCountry = place?.country
      ? place
      : ([...scene.places, ...scene.deeds].find(({ country }) => country !== null) ?? null);
    settings.push({
      place,
      placeWhy: place === null ? null : own.place === null ? narrated('place', place) : place.why,
      time,
      timeFrom: reachesToday ? statedFrom(doc, event, inherited, firstDeedOn) : (time?.from ?? null),
      timeTo: reachesToday ? publishedOn : time === null ? null : endOf(doc, event, time),
      country: placeOfCountry?.country ?? null,
      countryWhy: placeOfCountry === null ? null : narrated('country', placeOfCountry),
      opposed,
      mode: event.mode ?? (isCasualty(doc, event) ? modeBefore(doc, claim, index) : null),
      timeWhy: time === null ? null : own.time === null ? narrated('time', time) : time.why,
    });
    if (isNow && own.place !== null && event.type === 'ASSAULT') lastScene = own.place;
    if (
      isNow &&
      own.time !== null &&
      isDay(own.time, publishedOn) &&
      (own.time.from ?? '') >= (day?.from ?? '')
    ) {
      day = own.time;
      if (!isVerbal(event)) {
        deedDay = own.time;
        firstDeedOn ??= own.time.from;
      }
    }
  });
  return settings;
}

/** "In 1969 ranchers revolted and troops put them down", "since Thursday guards have turned back lorries and beaten drivers": what is told in one breath, from the same time of telling. */
function besideSetting(
  { layers }: Doc<Needs>,
  settings: readonly Setting[],
  claim: Claim,
  index: number,
): Setting | undefined {
  const before = layers.claims[index - 1];
  const event = layers.events[claim.event];
  const other = layers.events[before?.event ?? -1];
  if (event === undefined || other === undefined || before?.timeframe !== claim.timeframe) return undefined;
  if (claim.timeframe !== 'current' && claim.timeframe !== 'background') return undefined;
  const sentenceOf = ({ headToken }: EventMention) => layers.tokens[headToken]?.sentence;
  const isSame = sentenceOf(event) === sentenceOf(other) && isVerbal(event) === isVerbal(other);
  return isSame ? settings[index - 1] : undefined;
}

interface NearTime {
  readonly time: TimeMention | null;
  /** True where it is of talks: what was said and agreed there was so that day. */
  readonly isTalk: boolean;
}

/**
 * The time of the event that this one is part of or repeats, or is told in one breath with, else of the last one of its kind
 * in the paragraph: a word is not when the deed was, nor the deed when it was spoken of.
 */
function nearestTime(doc: Doc<Needs>, settings: readonly Setting[], claim: Claim, index: number): NearTime {
  const { layers } = doc;
  const claimed = new Set(layers.events.map(({ time }) => time));
  const event = layers.events[claim.event] as EventMention;
  const linked = linkedSetting(doc, settings, claim)?.time ?? null;
  if (linked !== null && !isLaid(linked)) return { time: linked, isTalk: false };
  const start = zoneOf(layers.zones, event.trigger.start)?.start ?? event.trigger.start;
  for (let before = index - 1; before >= 0 && index - before <= MOST_BEFORE; before--) {
    const claimBefore = layers.claims[before];
    const other = layers.events[claimBefore?.event ?? -1];
    if (other === undefined || other.trigger.start < start) break;
    const time = settings[before]?.time ?? null;
    const isOfKind = claimBefore?.timeframe === 'current' && (isVerbal(event) || !isVerbal(other));
    if (isOfKind && time !== null && !isLaid(time)) return { time, isTalk: other.type === 'CONSULT' };
  }
  // "The handover came three days after a firefight. Troops had clashed with rebels": the stretch dates what the paragraph tells.
  const laid = layers.times.findLast(
    (time, at) => start <= time.start && time.start < event.trigger.start && isLaid(time) && !claimed.has(at),
  );
  return { time: isVerbal(event) ? null : (laid ?? null), isTalk: false };
}

/** Chosen by hand: a paragraph that tells more than this has moved on. */
const MOST_BEFORE = 6;

/** The mode of the last act of force told before in the same paragraph: "fired mortars … two soldiers were wounded". */
function modeBefore({ layers }: Doc<Needs>, claim: Claim, index: number): string | null {
  const paragraph = zoneOf(layers.zones, layers.events[claim.event]?.trigger.start ?? 0);
  for (let before = index - 1; before >= 0; before--) {
    const event = layers.events[layers.claims[before]?.event ?? -1];
    if (event === undefined || paragraph === undefined || event.trigger.start < paragraph.start) return null;
    if (
      event.type === 'ASSAULT' &&
      event.mode !== null &&
      layers.claims[before]?.timeframe === claim.timeframe
    )
      return event.mode;
  }
  return null;
}

/** "Two nuns were among those killed": casualties are those of the force told last. */
function isCasualty({ text }: Doc<Needs>, { trigger, type }: EventMention): boolean {
  return (
    type === 'ASSAULT' &&
    /^(?:kill|dead|death|died|die|wound|injur|hurt|toll|casualt|lost)/iu.test(
      text.slice(trigger.start, trigger.end),
    )
  );
}

function ownSetting(
  { layers }: Doc<Needs>,
  event: EventMention,
): { readonly place: PlaceMention | null; readonly time: TimeMention | null } {
  return { place: layers.places[event.place ?? -1] ?? null, time: layers.times[event.time ?? -1] ?? null };
}

function narrated(field: string, { start, end }: { readonly start: number; readonly end: number }): Why {
  return { rule: `claims/narrative-${field}`, spans: [{ start, end }], confidence: 0.5 };
}

/** The place of the event that this one is part of or repeats, else of the current one told before it in the same paragraph. */
function nearestPlace(
  doc: Doc<Needs>,
  settings: readonly Setting[],
  claim: Claim,
  index: number,
): PlaceMention | null {
  const { layers } = doc;
  const held = linkedSetting(doc, settings, claim)?.place ?? null;
  const paragraph = zoneOf(layers.zones, layers.events[claim.event]?.trigger.start ?? 0);
  for (let before = index - 1; before >= 0 && index - before <= MOST_BEFORE; before--) {
    const other = layers.claims[before];
    const start = layers.events[other?.event ?? -1]?.trigger.start ?? 0;
    if (paragraph === undefined || start < paragraph.start) return held;
    const place = settings[before]?.place ?? null;
    // "fell on the school roof; her barn burnt down": the next act is in the town again.
    if (place !== null && isUnnamed(place) && isNextAct(doc, other?.event ?? -1, claim.event)) continue;
    // "is wanted in Spain for the kidnapping of a priest": where it is judged says nothing of where it was.
    if (layers.events[other?.event ?? -1]?.type === 'ACCUSE') continue;
    // "shelled the northern border … mortars fell on Tsav, killing two": the village says more than the border.
    if (other?.timeframe === 'current' && place !== null)
      return held === null ? place : narrower(held, place);
  }
  return held;
}

/** "met at Chuy on Sunday and shook hands on a truce": what is agreed at talks is agreed where they are. */
function talksPlace(
  { layers }: Doc<Needs>,
  settings: readonly Setting[],
  index: number,
): PlaceMention | null {
  const eventOf = (at: number) => layers.events[layers.claims[at]?.event ?? -1];
  const event = eventOf(index);
  const reach = TALKED[event?.type ?? 'ASSAULT'];
  if (event === undefined || reach === undefined) return null;
  const sentenceOf = (told: EventMention | undefined) => layers.tokens[told?.headToken ?? -1]?.sentence ?? -1;
  const paragraph = zoneOf(layers.zones, event.trigger.start)?.start ?? event.trigger.start;
  for (let before = index - 1; before >= 0; before--) {
    const other = eventOf(before);
    if (other === undefined || other.trigger.start < paragraph) return null;
    if (sentenceOf(event) - sentenceOf(other) > reach) return null;
    const isTalk = other.type === 'CONSULT' && layers.claims[before]?.timeframe === 'current';
    if (isTalk && layers.places[other.place ?? -1] !== undefined) return settings[before]?.place ?? null;
  }
  return null;
}

/** By type, how many sentences after talks an act may be told that belongs to them. */
const TALKED: Readonly<Partial<Record<EventMention['type'], number>>> = { AGREE: 1, CONSULT: 1, REQUEST: 0 };

/** Tells whether an event is another act of force, told in a sentence of its own: not its toll, nor what is said of the spot. */
function isNextAct(doc: Doc<Needs>, before: number, at: number): boolean {
  const { events, tokens } = doc.layers;
  const event = events[at] as EventMention;
  const sentenceOf = (index: number) => tokens[events[index]?.headToken ?? -1]?.sentence;
  return sentenceOf(before) !== sentenceOf(at) && FORCE.includes(event.type) && !isCasualty(doc, event);
}

/** Sectors of those who tell what they saw where they are. */
const WITNESSES: ReadonlySet<string> = new Set(['CVL', 'MED', 'BUS', 'EDU', 'LAB', 'AGR', 'REL', 'REF']);

const TREATING = /\b(?:hospital|clinic|morgue|mortuary|infirmary|medical cent(?:er|re)|ward)s?$/iu;

/** "Villagers in Saré told the station that guns opened up": where those are who saw it; an officer in the capital was not there. */
function witnessPlace({ layers, text }: Doc<Needs>, { sources }: Claim): PlaceMention | null {
  const source = sources.at(-1);
  if (source?.kind !== 'words' || !WITNESSES.has(source.party.sector ?? '')) return null;
  const { start, end } = source.party;
  const place = layers.places.find(
    ({ whereKind, start: from, end: to }) => whereKind === 'literal' && start < from && to <= end,
  );
  // "a doctor at the district hospital", "at Kaya hospital" tells of the wounded, not of where they were hit.
  const words = place === undefined ? '' : text.slice(place.start, place.end);
  return place !== undefined && /\p{Lu}/u.test(words) && !TREATING.test(words) ? place : null;
}

/** The setting of the current event that this one is part of, repeats or disputes. */
function linkedSetting(
  { layers }: Doc<Needs>,
  settings: readonly Setting[],
  claim: Claim,
): Setting | undefined {
  const linked = layers.disputes.find(
    ({ from, to, relation }) =>
      from === claim.event && to < from && ['part-of', 'same-as', 'contradicts', 'denies'].includes(relation),
  );
  const isNow = layers.claims[linked?.to ?? -1]?.timeframe === 'current';
  return isNow ? settings[linked?.to ?? -1] : undefined;
}
