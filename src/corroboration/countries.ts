import type { ReadEvent, Reading, ReadParty } from '../claims/reading.ts';
import { classify, isPersonName, personIn, properTokens } from './bodies.ts';
import { outletKey, type Tables } from './tables.ts';
import { byCode, placedWords } from './words.ts';

/** Tells which country a state body or its speaker belongs to; null where the report leaves it open. */
export interface Countries {
  countryOf(reading: Reading, party: ReadParty): string | null;
  /** Gives the countries that a report's parties belong to by their own words. */
  namedIn(reading: Reading): ReadonlySet<string>;
}

// "Chadian soldiers crossed, the defence ministry said": who marches is of the class, but tells nothing of who speaks. "A Chadian army
// helicopter" names the army all the same.
const FIGHTERS =
  /\b(?:troops?|soldiers?|forces?|units?|patrols?|fighters?|jets?|planes?|aircraft|helicopters?|gunships?|convoys?|officers?|officials?|commanders?)\b/giu;

interface NamedBodies {
  readonly all: ReadonlySet<string>;
  /** By class of body. */
  readonly byClass: ReadonlyMap<string, ReadonlySet<string>>;
  /** By where a source's words start: the countries of those hit in what it tells. */
  readonly victims: ReadonlyMap<number, ReadonlySet<string>>;
}

// Bodies of many states: "the Security Council" tells nothing of whose the army is.
const BEYOND_STATES = new Set(['UNO', 'NGO', 'IGO', 'EUR', 'NAT', 'AFU', 'ASN', 'MNC', 'REL']);

const GUEST = /\b(?:ambassadors?|envoys?|embassy|embassies|consuls?|consulates?|diplomats?)\b/iu;

// These words name one state's body by themselves.
const OF_ONE_STATE = /\b(?:pentagon|kremlin|white house|state department|élysée|whitehall)\b/iu;

/**
 * Learns from the reports whose bodies are whose. The country that a reading gives stands. Where it gives none to "the defence
 * ministry", that is the country whose body of the class the report names, the only country that it names, the outlet's, or the one
 * that was hit.
 */
export function learnCountries(
  readings: readonly Reading[],
  groupOf: ReadonlyMap<string, string>,
  tables: Tables,
): Countries {
  const bodyWords = new Set(
    tables.bodies.flatMap(({ words }) => words.flatMap((word) => placedWords(word).map(({ word: w }) => w))),
  );
  const isNamed = (party: ReadParty) => namesCountry(party, bodyWords);
  const named = new Map(readings.map((reading) => [reading.id, namedBodies(reading, isNamed, tables)]));
  const people = countriesOfPeople(readings, groupOf);
  return {
    countryOf(reading, party) {
      const person = nameOfPerson(party.text);
      if (person !== null) return people.get(surname(person)) ?? null;
      if (party.country !== null && !BEYOND_STATES.has(party.country)) return party.country;
      const bodies = named.get(reading.id);
      return bodies === undefined ? null : bareCountry(reading, party, bodies, tables);
    },
    namedIn: (reading) => named.get(reading.id)?.all ?? new Set(),
  };
}

function namesCountry({ text, country, entity }: ReadParty, bodyWords: ReadonlySet<string>): boolean {
  if (country === null || BEYOND_STATES.has(country) || nameOfPerson(text) !== null || isPlural(text))
    return false;
  if (entity !== null || OF_ONE_STATE.test(text)) return true;
  return properTokens(text).some((token) => !bodyWords.has(token)) && !/^(?:no|any|its|their)\s/iu.test(text);
}

/** Tells whether words speak of several states at once: "Both governments" is no claimant of one country. */
export function isPlural(words: string): boolean {
  return /^(?:both|the two|the three|all|neither|either)\b/iu.test(words.trim());
}

function namedBodies(reading: Reading, isNamed: (party: ReadParty) => boolean, tables: Tables): NamedBodies {
  const all = new Set<string>();
  const byClass = new Map<string, Set<string>>();
  const victims = new Map<number, Set<string>>();
  for (const event of reading.events) {
    for (const party of partiesIn(event)) {
      // "The ambassador of France was received": a guest tells nothing of whose the ministries are.
      if (party.country === null || !isNamed(party) || GUEST.test(party.text)) continue;
      all.add(party.country);
      const name = classify(party.text.replace(FIGHTERS, ' '), tables)?.name;
      if (name !== undefined) byClass.set(name, (byClass.get(name) ?? new Set()).add(party.country));
    }
    for (const source of event.sources) {
      if (typeof source === 'string') continue;
      const hit = event.recipient.flatMap((party) =>
        party.country !== null && isNamed(party) ? [party.country] : [],
      );
      victims.set(source.start, new Set([...(victims.get(source.start) ?? []), ...hit]));
    }
  }
  return { all, byClass, victims };
}

function partiesIn({ actor, recipient, sources }: ReadEvent): readonly ReadParty[] {
  const named = sources.flatMap((source) => (typeof source === 'string' ? [] : [source]));
  return [...actor, ...recipient, ...named];
}

function bareCountry(
  { report }: Reading,
  { text, start }: ReadParty,
  { all, byClass, victims }: NamedBodies,
  tables: Tables,
): string | null {
  const ofClass = byClass.get(classify(text, tables)?.name ?? '');
  if (ofClass?.size === 1) return [...ofClass][0] ?? null;
  if (all.size === 0) return null;
  if (all.size === 1) return [...all][0] ?? null;
  const seat = tables.outlets.get(outletKey(report.outlet ?? ''))?.country ?? null;
  if (seat !== null && all.has(seat)) return seat;
  const hit = victims.get(start);
  return hit?.size === 1 ? ([...hit][0] ?? null) : null;
}

/** "General Salvatierra" and "Rodrigo Salvatierra" alike name a person, and no country. */
function nameOfPerson(text: string): string | null {
  return personIn(text) ?? (isPersonName(text) ? text : null);
}

// "Lucía Montalvo" is "Ms Montalvo" further on.
function surname(person: string): string {
  return outletKey(person).split(' ').at(-1) ?? '';
}

/**
 * Gives the countries of persons on which all reports that give one agree. Copies of one text count as its earliest: what a
 * copy that was cut short makes of a general is no second opinion.
 */
function countriesOfPeople(
  readings: readonly Reading[],
  groupOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  const heard = new Set<string>();
  for (const { id, events } of [...readings].sort(byDate)) {
    const group = groupOf.get(id) ?? id;
    const told = new Set<string>();
    for (const { text, country } of events.flatMap(partiesIn)) {
      const person = nameOfPerson(text);
      if (person === null || country === null) continue;
      const key = surname(person);
      if (heard.has(`${group}\t${key}`)) continue;
      told.add(`${group}\t${key}`);
      found.set(key, (found.get(key) ?? new Set()).add(country));
    }
    for (const key of told) heard.add(key);
  }
  return new Map(
    [...found].flatMap(([key, [only, ...others]]) =>
      only !== undefined && others.length === 0 ? [[key, only] as const] : [],
    ),
  );
}

function byDate(a: Reading, b: Reading): number {
  return byCode(a.report.publishedAt ?? '', b.report.publishedAt ?? '') || byCode(a.id, b.id);
}
