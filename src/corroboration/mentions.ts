import type { ReadEvent, Reading, ReadParty, ReadSource } from '../claims/reading.ts';
import { holds, type Span } from '../document/span.ts';
import type { ClaimantOf } from './claimant.ts';
import { isOwnVersion } from './claimants.ts';
import { type TriggerMarks, triggerMarks } from './kindred.ts';
import type { Tables } from './tables.ts';
import { contentStems, placedWords, stemOf } from './words.ts';

/** An event mention with what it is compared by. */
export interface Mention {
  /** "<report>/<event>". */
  readonly key: string;
  readonly reading: Reading;
  /** The report whose words tell who its sources are: its own, for a copy the original. */
  readonly voice: Reading;
  readonly event: ReadEvent;
  /** Its report's group of copies. */
  readonly group: string;
  /** Classes of act that the trigger may name, best first; empty when it is in no class. */
  readonly acts: readonly string[];
  readonly verbal: boolean;
  readonly trigger: TriggerMarks;
  /** Stems of the words that carry meaning in the clause. */
  readonly stems: ReadonlySet<string>;
  readonly actor: PartyMarks;
  readonly recipient: PartyMarks;
  /** Days, inclusive; null when not known. */
  readonly days: { readonly from: string; readonly to: string } | null;
  /** True where the days are a fortnight or less: only then do equal days speak for one event. */
  readonly narrow: boolean;
  /** True where the text gives an hour and no day: the day is a guess, and tells no two acts apart. */
  readonly hourOnly: boolean;
  readonly place: PlaceMarks | null;
  /** Whether day and place stand in the mention's own sentence; what a reading took from the telling around proves less. */
  readonly ownDays: boolean;
  readonly ownPlace: boolean;
  /** Names in the title and opening of its report, in lower case. */
  readonly scene: ReadonlySet<string>;
  /** The key of the claimant. */
  readonly by: string;
  /** Where in its report it stands, 0 to 1. */
  readonly position: number;
}

/** What a party is known by. */
export interface PartyMarks {
  readonly entities: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  /** "MMR/REB": country and side. */
  readonly sides: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** True where it is given by a bare name ("the Amana"), which may belong to what others describe ("a ferry"). */
  readonly nameOnly: boolean;
  readonly known: boolean;
}

/** What a place is compared by. */
export interface PlaceMarks {
  /** Proper names in lower case; empty for "the area", "a shed". */
  readonly names: readonly string[];
  /** True for a state, province, region or country. */
  readonly wide: boolean;
  /** True for a whole country. */
  readonly whole: boolean;
  readonly country: string | null;
  /** True where no list knows the place: its country is that of its report. */
  readonly isGuessed: boolean;
  readonly lat: number | null;
  readonly lon: number | null;
}

const VERBAL_TYPES = new Set([
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'REQUEST',
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
]);

/** Gives the name of a mention in a story. */
export function mentionKey(reading: Reading, event: ReadEvent): string {
  return `${reading.id}/${event.id}`;
}

/** Gives the mentions of all readings, in the order of the readings and of their texts. */
export function gatherMentions(
  readings: readonly Reading[],
  groupOf: ReadonlyMap<string, string>,
  claimantOf: ClaimantOf,
  tables: Tables,
): readonly Mention[] {
  return readings.flatMap((reading) => {
    const scene = sceneOf(reading.report.text);
    return reading.events.map((event) => {
      const acts = actsOf(event, reading.report.text, tables);
      return {
        key: mentionKey(reading, event),
        reading,
        voice: reading,
        event,
        group: groupOf.get(reading.id) ?? reading.id,
        acts,
        verbal:
          VERBAL_TYPES.has(event.type) &&
          !(acts[0] !== undefined && !tables.verbalActs.has(acts[0]) && event.type === 'AGREE'),
        stems: new Set(commonStems(event.words.text, tables)),
        trigger: triggerMarks(actWords(event, reading.report.text), tables),
        // Whoever gives a toll did not do the killing, and nobody does a dying.
        actor: marksOf(isToll(event) || suffers(event, reading.report.text) ? [] : event.actor, tables),
        recipient: marksOf(isSinking(event, reading.report.text) ? event.actor : event.recipient, tables),
        days: daysOf(event),
        narrow: isNarrow(daysOf(event)),
        hourOnly: CLOCK.test(event.time?.text.trim() ?? ''),
        place: placeOf(event),
        ownDays:
          event.time !== null &&
          !CLOCK.test(event.time.text.trim()) &&
          isInSentence(event.time, event, reading.report.text),
        ownPlace: event.place !== null && isInSentence(event.place, event, reading.report.text),
        scene,
        by: claimantOf(reading, claimingSource(event)).key,
        position: event.trigger.start / Math.max(1, reading.report.text.length),
      };
    });
  });
}

const DYING = /^(?:died|dies?|dying|dead|deaths?|missing|casualties|fatalities|lost their li(?:ves|fe))$/iu;

// "The vessel sank", "the plane crashed": what goes down is no doer, but what the deed hits.
const SINKING =
  /^(?:sank|sunk|sinks?|sinking|capsized?|overturned|foundered|went down|crash(?:ed)?|plunged|plummeted|collapsed|exploded)$/iu;

function isSinking(event: ReadEvent, text: string): boolean {
  return event.recipient.length === 0 && SINKING.test(actWords(event, text));
}

function suffers(event: ReadEvent, text: string): boolean {
  return DYING.test(event.trigger.text) || isSinking(event, text);
}

// A title and the first paragraph of a dispatch.
const OPENING = 500;

function sceneOf(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [word] of text.slice(0, OPENING).matchAll(/[\p{L}\p{N}]{4,}/gu)) {
    if (/^\p{Lu}/u.test(word)) names.add(word.toLowerCase());
  }
  return names;
}

function actsOf(event: ReadEvent, text: string, tables: Tables): readonly string[] {
  const named = fittingType(actsNamed(actWords(event, text), tables), event, tables);
  const acts = named.length > 0 ? named : (tables.actsOfMode.get(event.mode ?? '') ?? []);
  const verbal = VERBAL_TYPES.has(event.type);
  // "hold" may be talks or a detention: the type decides which side of the table is meant.
  const fitting = acts.filter((act) => tables.verbalActs.has(act) === verbal);
  if (fitting.length > 0) return [...new Set(fitting)];
  return acts.length > 0 ? [...new Set(acts)] : [];
}

const PARTICLE = /^\s(?:down|up|off|out|away|over|back|in)\b/iu;

/** "Was brought" of "was brought down": the particle after a trigger tells the act as much as the verb does. */
function actWords({ trigger }: ReadEvent, text: string): string {
  return trigger.text + (PARTICLE.exec(text.slice(trigger.end, trigger.end + 8))?.[0] ?? '');
}

// "Dropped their weapons" is no bombing, and a strike of dockers none either: the type tells.
function fittingType(
  acts: readonly string[],
  { type }: ReadEvent,
  { typesOfAct }: Tables,
): readonly string[] {
  if (type === 'OTHER') return acts;
  const fitting = acts.filter((act) => {
    const types = typesOfAct.get(act);
    return types === undefined || types.size === 0 || types.has(type);
  });
  // An act that was read as of a near type ("an inquiry" as a demand) is still that act.
  return fitting.length === 0 && !PEACEFUL.has(type) ? acts : fitting;
}

const PEACEFUL = new Set(['RETREAT', 'AID', 'CONCEDE', 'COOPERATE', 'SUPPORT', 'CONSULT']);

/** "Went down" is a sinking and "went off" a blast: a pair of words goes before each of them. */
function actsNamed(trigger: string, { acts }: Tables): readonly string[] {
  const words = placedWords(trigger).map(({ word }) => word);
  const stems = words.map(stemOf);
  const pairs = stems.flatMap((stem, i) => acts.get(`${stem} ${stems[i + 1]}`) ?? []);
  return pairs.length > 0
    ? pairs
    : words.flatMap((word, i) => {
        const stem = stems[i] ?? '';
        // "Butchered" loses its ending twice before it meets "butcher".
        return acts.get(stem) ?? acts.get(word) ?? acts.get(stemOf(stem)) ?? [];
      });
}

// Opposite sides of one country's war must not look alike: the state's forces are one side, each kind of armed group another.
const STATE = new Set(['GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD']);
const ARMED = new Set(['REB', 'UAF', 'PRM', 'CRM', 'PRE']);

/** Gives the stems of the words that carry meaning, one for all words for the same thing. */
export function commonStems(words: string, { synonyms }: Tables): readonly string[] {
  return contentStems(words).map((stem) => synonyms.get(stem) ?? stem);
}

/** Gives what parties are compared by. */
export function marksOf(parties: readonly ReadParty[], tables: Tables): PartyMarks {
  const countries = new Set<string>();
  const sides = new Set<string>();
  const sectors = new Set<string>();
  const stems = new Set<string>();
  const entities = new Set<string>();
  const telling = parties.filter(({ text }) => !isAnyone(text));
  for (const party of telling) {
    const { text, country, sector, entity } = party;
    if (entity !== null) entities.add(entity);
    if (country !== null) countries.add(country);
    if (sector !== null) sectors.add(sector);
    const side = sideOf(party);
    if (side === 'armed' && entity === null && !HAS_NAME.test(text)) sides.add(ANY_ARMED);
    else if (country !== null && side !== null) sides.add(`${country}/${side}`);
    for (const stem of commonStems(text, tables)) stems.add(stem);
  }
  const nameOnly =
    telling.length > 0 && telling.every(({ text, entity }) => entity === null && BARE_NAME.test(text));
  return { entities, countries, sides, sectors, stems, nameOnly, known: telling.length > 0 };
}

/** The side of "the terrorists" and "the rebels", of whatever country they are taken to be. */
export const ANY_ARMED = '*/armed';

const HAS_NAME = /\p{Lu}/u;
const BARE_NAME = /^(?:[Tt]he\s)?\p{Lu}[\p{L}\p{N}’'-]*(?:\s\p{Lu}[\p{L}\p{N}’'-]*)?$/u;

function sideOf({ text, sector, entity }: ReadParty): 'state' | 'armed' | 'civil' | null {
  if (sector !== null) return STATE.has(sector) ? 'state' : ARMED.has(sector) ? 'armed' : 'civil';
  // "Venezuela" is the state; of "its units" and "the ELN" the reading may know the country and not the side.
  const isCountry = entity?.startsWith('country:') === true || (entity === null && COUNTRY_LIKE.test(text));
  return isCountry ? 'state' : null;
}

const COUNTRY_LIKE = /^(?:the\s)?\p{Lu}\p{Ll}{3,}(?:\s\p{Lu}\p{Ll}+)?$/u;

// "Gunmen opened fire", "the attackers fled": whoever did it. Such words, and bare numbers ("it dropped two"), neither join two
// deeds nor tell them apart.
const ANYONE = new Set(
  (
    'gunmen gunman attackers attacker assailants assailant perpetrators perpetrator suspects suspect men man people persons somebody ' +
    'someone unidentified unknown masked armed two three four five six seven eight nine ten dozen dozens several'
  )
    .split(' ')
    .map(stemOf),
);

function isAnyone(words: string): boolean {
  const stems = contentStems(words);
  return stems.length > 0 && stems.every((stem) => ANYONE.has(stem));
}

/**
 * Gives the source whose claim it is: the innermost one that is no document. A fear that the innermost is said to have ("the officer
 * said that the capital fears a flight of people") is the word of who tells of it, and "the front gave a toll of 31" the front's.
 */
export function claimingSource(event: ReadEvent): ReadSource {
  const { sources, timeframe, certainty, actor } = event;
  const [teller] = actor;
  if (isToll(event) && teller !== undefined && sources.at(-1) === 'outlet') return teller;
  const fear = timeframe === 'hypothetical' && certainty === 'possible';
  const people = sources.filter((source) => !isOwnVersion(source));
  const speaking = people.length > 0 ? people : sources;
  const speakers = speaking.filter((source, i) => i === 0 || !isDocument(source));
  return (fear ? speaking[0] : speakers.at(-1)) ?? 'outlet';
}

// "She said, citing leaked phone calls": what he cites speaks through him alone.
const DOCUMENT =
  /\b(?:messages?|intercepts?|recordings?|videos?|footage|images?|photographs?|photos?|documents?|letters?|posts?|transcripts?|logs|radio traffic)$/iu;

function isDocument(source: ReadSource): boolean {
  return typeof source !== 'string' && DOCUMENT.test(source.text);
}

function isToll({ trigger }: ReadEvent): boolean {
  return /^(?:death )?tolls?$/iu.test(trigger.text);
}

const DAY_MS = 86_400_000;

// "At around 4 p.m." tells the hour of a day that other sentences give: the day that it was put on is a guess.
const CLOCK =
  /^(?:(?:at|around|about|shortly|just|before|after|by|some|nearly)\s)*(?:\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|o['’]clock|hours|gmt)|noon|midday|midnight)$/iu;

function daysOf({ time }: ReadEvent): Mention['days'] {
  if (time === null || time.from === null || time.to === null) return null;
  return { from: time.from.slice(0, 10), to: time.to.slice(0, 10) };
}

/** Tells whether words stand in the sentence that the clause of an event is part of. Words without a place in the text do. */
function isInSentence(words: Span, { words: clause, trigger, sources }: ReadEvent, text: string): boolean {
  if (words.end <= words.start || holds(clause, words)) return true;
  // "The ministry denied on Sunday that troops had crossed": the day may be that of the saying.
  if (sources.at(-1) !== 'outlet') return false;
  const from = Math.min(clause.start, trigger.start, words.start);
  const to = Math.max(clause.end, trigger.end, words.end);
  const between =
    words.start >= clause.end ? text.slice(clause.end, words.start) : text.slice(words.end, clause.start);
  const apart = words.start >= clause.end || words.end <= clause.start;
  return to - from <= MAX_SENTENCE && !(apart && /[.!?]["”’]?\s|\n/u.test(between));
}

// Longer than any sentence in news.
const MAX_SENTENCE = 600;

function isNarrow(days: Mention['days']): boolean {
  return days !== null && Date.parse(days.to) - Date.parse(days.from) <= 14 * DAY_MS;
}

const WIDE =
  /\b(?:state|province|region|oblast|country|governorate|prefecture|county|north|south|east|west|eastern|western|northern|southern|lake|sea|river|gulf|strait|valley|desert|delta|basin|coast|border|waters)\b/iu;
const PLACE_NOUNS = new Set([
  'state',
  'province',
  'region',
  'oblast',
  'country',
  'township',
  'district',
  'village',
  'town',
  'city',
  'the',
  'port',
  'north',
  'south',
  'east',
  'west',
  'eastern',
  'western',
  'northern',
  'southern',
  'central',
  'county',
  'governorate',
]);

function placeOf({ place }: ReadEvent): PlaceMarks | null {
  if (place === null) return null;
  const names: string[] = [];
  // "Chad's Lac province" is Lac.
  const words = place.text.slice(place.text.search(/['’]s\s/u) + 1);
  for (const match of words.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
    const lower = match[0].toLowerCase();
    if (/^\p{Lu}/u.test(match[0]) && !PLACE_NOUNS.has(lower)) names.push(lower);
  }
  const wide = place.precision === null ? WIDE.test(place.text) : place.precision >= 4;
  const whole = place.precision !== null && place.precision >= 6;
  const isGuessed = place.precision === null;
  return { names, wide, whole, country: place.country, isGuessed, lat: place.lat, lon: place.lon };
}
