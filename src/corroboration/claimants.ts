import type { Reading, ReadParty, ReadSource } from '../claims/reading.ts';
import { isPersonName, personIn, properTokens, withoutDeterminer } from './bodies.ts';
import type { ClaimantOf, RawClaimant } from './claimant.ts';
import { bodyRaw, type ClaimantContext, personRaw, type Raw } from './claimant-bodies.ts';
import { namedGroups, partiesOf } from './claimant-groups.ts';
import { bestNames, settleKeys } from './claimant-names.ts';
import { learnCountries } from './countries.ts';
import { learnOrganisations } from './organisations.ts';
import { familyOf, outletKey, type Tables } from './tables.ts';
import { byCode, placedWords } from './words.ts';

/**
 * Gives the claimants of a story: a spokesman counts as the body spoken for, "the rebels" as the group that the report names,
 * and eyewitnesses of one report as one. Bodies of one country and class are one claimant.
 */
export function resolveClaimants(
  readings: readonly Reading[],
  groupOf: ReadonlyMap<string, string>,
  tables: Tables,
): ClaimantOf {
  const context: ClaimantContext = {
    tables,
    groupOf,
    outletNames: new Map(
      readings.flatMap(({ report }) =>
        report.outlet ? [[outletKey(report.outlet), report.outlet] as const] : [],
      ),
    ),
    people: knownPeople(readings),
    groups: namedGroups(readings, tables),
    countries: learnCountries(readings, groupOf, tables),
    organisations: learnOrganisations(readings),
  };
  const raws = new Map<string, RawClaimant>();
  for (const reading of readings) {
    for (const { sources } of reading.events) {
      for (const source of sources)
        raws.set(idOf(reading, source), { ...rawIn(reading, source, context), cited: true });
    }
    for (const event of reading.events) {
      for (const party of event.actor) {
        const cited = SPEECH_TYPES.has(event.type) || (raws.get(idOf(reading, party))?.cited ?? false);
        raws.set(idOf(reading, party), { ...rawIn(reading, party, context), cited });
      }
    }
  }
  const keys = settleKeys([...raws.values()]);
  const names = bestNames([...raws.values()], keys, {
    known: namesKnown(context),
    countryNames: countryNamesIn(readings),
    tables,
  });
  return (reading, source) => {
    const raw = raws.get(idOf(reading, source)) ?? rawIn(reading, source, context);
    const key = keys.get(raw.key) ?? raw.key;
    return { key, kind: raw.kind, name: names.get(key) ?? raw.form, form: raw.form, country: raw.country };
  };
}

function namesKnown({ groups, organisations }: ClaimantContext): ReadonlyMap<string, string> {
  return new Map([...groups.map(({ key, form }) => [`group:${key}`, form] as const), ...organisations.forms]);
}

/** Gives the name by which the reports mostly call each country itself; of equals the shortest: "Ecuador" rather than "Quito". */
function countryNamesIn(readings: readonly Reading[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { text, country, entity } of readings.flatMap(partiesOf)) {
    if (country === null || entity !== `country:${country}` || !/^\p{Lu}[\p{L}’' -]+$/u.test(text)) continue;
    const names = counts.get(country) ?? new Map<string, number>();
    counts.set(country, names.set(text, (names.get(text) ?? 0) + 1));
  }
  return new Map(
    [...counts].flatMap(([country, names]) => {
      const [best] = [...names].sort(([a, m], [b, n]) => n - m || a.length - b.length || byCode(a, b));
      return best === undefined ? [] : [[country, best[0]] as const];
    }),
  );
}

// The actor of a denial or an accusation is a claimant too, although the outlet reports the act.
const SPEECH_TYPES: ReadonlySet<string> = new Set(['ACCUSE', 'REJECT', 'THREATEN', 'REQUEST', 'AGREE']);

/** Tells whether a source is the report's own earlier text: "Earlier versions of this story said". */
export function isOwnVersion(source: ReadSource): boolean {
  return (
    typeof source !== 'string' &&
    /\b(?:earlier|previous) (?:versions?|report|story)\b|^correction$/iu.test(source.text)
  );
}

function idOf(reading: Reading, source: ReadSource): string {
  return typeof source === 'string'
    ? `${reading.id}|${source}`
    : `${reading.id}|${source.text}|${source.start}`;
}

function rawIn(reading: Reading, source: ReadSource, context: ClaimantContext): RawClaimant {
  const report = context.groupOf.get(reading.id) ?? reading.id;
  return { ...rawOf(reading, source, context), around: context.countries.namedIn(reading), report };
}

function rawOf(reading: Reading, source: ReadSource, context: ClaimantContext): Raw {
  const group = context.groupOf.get(reading.id) ?? reading.id;
  if (source === 'outlet') return outletRaw(reading.report.outlet ?? reading.id, context);
  if (source === 'unnamed')
    return {
      key: `unnamed:${group}`,
      kind: 'unnamed',
      form: 'unnamed',
      country: null,
      tokens: [],
      cited: false,
    };
  // A pronoun that the reading could not resolve names nobody.
  if (PRONOUN.test(source.text))
    return {
      key: `unnamed:${group}`,
      kind: 'unnamed',
      form: 'unnamed',
      country: null,
      tokens: [],
      cited: false,
    };
  if (isOwnVersion(source)) return outletRaw(reading.report.outlet ?? reading.id, context);
  const outlet = outletIn(source.text, context) ?? outletMeant(reading, source, context);
  if (outlet !== null) return outletRaw(outlet, context);
  const holder = ownedBody(reading, source);
  if (holder !== null) return rawOf(reading, holder, context);
  const party = filled(titledBefore(reading, source) ?? source, context);
  return bodyRaw(reading, party, context) ?? personRaw(reading, party, context);
}

/** Gives the person whom "the commander" takes up: the last one before it who bears the title; null for other words. */
function titledBefore(reading: Reading, { text, start }: ReadParty): ReadParty | null {
  const title = /^the\s([\p{L}-]+)$/iu.exec(text)?.[1]?.toLowerCase();
  if (title === undefined) return null;
  let last: ReadParty | null = null;
  for (const party of partiesOf(reading)) {
    if (party.start >= start || (last !== null && party.start <= last.start)) continue;
    if (personIn(party.text) !== null && placedWords(party.text).some(({ word }) => word === title))
      last = party;
  }
  return last;
}

/** Gives the person before "his organisation", who speaks for it; null for other words. */
function ownedBody({ events }: Reading, { text, start }: ReadParty): ReadParty | null {
  if (!/^(?:his|her)\s(?:organi[sz]ation|group|association|movement|union|party|office)$/iu.test(text))
    return null;
  let last: ReadParty | null = null;
  for (const source of events.flatMap(({ sources }) => sources)) {
    if (typeof source === 'string' || source.start >= start || !isPerson(source.text)) continue;
    if (last === null || source.start > last.start) last = source;
  }
  return last;
}

function isPerson(words: string): boolean {
  return personIn(words) !== null || isPersonName(words);
}

/** Gives the outlet that "the agency" takes up: the one that the report named last before it; null for other words. */
function outletMeant(
  { report }: Reading,
  { text, start }: ReadParty,
  { outletNames }: ClaimantContext,
): string | null {
  if (!/^the\s(?:news )?(?:agency|newspaper|paper|broadcaster|channel|station|website)$/iu.test(text))
    return null;
  const before = report.text.slice(0, start);
  let best: { readonly name: string; readonly at: number } | null = null;
  for (const name of outletNames.values()) {
    const at = before.lastIndexOf(name);
    if (at >= 0 && (best === null || at > best.at)) best = { name, at };
  }
  return best?.name ?? null;
}

const PRONOUN = /^(?:who|which|he|she|it|they|we|i|you|one|this|that|those|these|him|her|them|us)$/iu;

function outletRaw(name: string, context: ClaimantContext): Raw {
  return {
    key: `outlet:${familyOf(name, context.tables)}`,
    kind: 'outlet',
    form: name,
    country: null,
    cited: false,
    tokens: [],
  };
}

// "An investigation by Open Field" is the outlet's own word; "the Times of Arla" is the outlet itself.
function outletIn(words: string, { outletNames, tables }: ClaimantContext): string | null {
  const key = outletKey(withoutDeterminer(words));
  if (outletNames.has(key)) return outletNames.get(key) ?? null;
  if (tables.outlets.has(key)) return withoutDeterminer(words);
  for (const [outlet, name] of outletNames)
    if (outlet !== '' && ` ${key} `.includes(` ${outlet} `)) return name;
  return null;
}

/** Takes country and sector from the other mentions of the same name where this one lacks them. "The army" is another's elsewhere. */
function filled(party: ReadParty, { people }: ClaimantContext): ReadParty {
  const known =
    properTokens(withoutDeterminer(party.text)).length === 0 ? undefined : people.get(outletKey(party.text));
  return {
    ...party,
    country: party.country ?? known?.country ?? null,
    sector: party.sector ?? known?.sector ?? null,
    entity: party.entity ?? known?.entity ?? null,
  };
}

function knownPeople(readings: readonly Reading[]): ReadonlyMap<string, ReadParty> {
  const people = new Map<string, ReadParty>();
  for (const { events } of readings) {
    for (const { actor, recipient, sources } of events) {
      const named = sources.flatMap((source) => (typeof source === 'string' ? [] : [source]));
      for (const party of [...actor, ...recipient, ...named]) {
        const key = outletKey(party.text);
        const old = people.get(key);
        if (old === undefined || (old.country === null && party.country !== null)) people.set(key, party);
      }
    }
  }
  return people;
}
