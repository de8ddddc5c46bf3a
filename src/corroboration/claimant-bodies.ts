import type { Reading, ReadParty } from '../claims/reading.ts';
import { affiliationOf } from './affiliations.ts';
import {
  bodyBehind,
  classify,
  classifySpeaker,
  classWord,
  isPersonName,
  personIn,
  properTokens,
  sameName,
  withoutDeterminer,
  withoutTitles,
} from './bodies.ts';
import type { RawClaimant } from './claimant.ts';
import {
  ARMED,
  bodyOfMember,
  groupTokens,
  type NamedGroup,
  nearestGroup,
  partiesOf,
} from './claimant-groups.ts';
import { type Countries, isPlural } from './countries.ts';
import type { Organisations } from './organisations.ts';
import { type BodyClass, outletKey, type Tables } from './tables.ts';
import { isUnnamedPerson } from './unnamed.ts';
import { stemOf } from './words.ts';

/** What claimants are found by. */
export interface ClaimantContext {
  readonly tables: Tables;
  readonly groupOf: ReadonlyMap<string, string>;
  readonly outletNames: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, ReadParty>;
  readonly groups: readonly NamedGroup[];
  readonly countries: Countries;
  readonly organisations: Organisations;
}

/** A claimant without what is known of its report. */
export type Raw = Omit<RawClaimant, 'around' | 'report'>;

const CLASS_OF_SECTOR: Readonly<Record<string, string>> = {
  MIL: 'military',
  GOV: 'government',
  COP: 'police',
  SPY: 'intelligence',
  JUD: 'court',
  LEG: 'government',
};

/** Gives the claimant for words that name a body or a kind of people; null where they are a person's name. */
export function bodyRaw(reading: Reading, party: ReadParty, context: ClaimantContext): Raw | null {
  const { tables } = context;
  const group = context.groupOf.get(reading.id) ?? reading.id;
  const form = withoutDeterminer(bodyOfMember(party.text) ?? party.text);
  const country = context.countries.countryOf(reading, party);
  const base = { form, country, tokens: groupTokens(party.text), cited: false };
  // "Both governments" are two claimants in one word, and neither alone.
  if (isPlural(party.text))
    return { ...base, country: null, key: `several:${group}:${form.toLowerCase()}`, kind: 'group' };
  const official = (name: string) => officialKey(country, name, personIn(party.text) ?? group);
  if (party.entity?.startsWith('country:') === true) {
    return { ...base, key: official('government'), kind: 'official' };
  }
  const named =
    personIn(party.text) === null
      ? context.groups.find(({ tokens }) => sameName(tokens, base.tokens))
      : undefined;
  if (named !== undefined) return { ...base, key: `group:${named.key}`, kind: 'group' };
  const behind = bodyBehind(party.text) ?? party.text;
  const organisation =
    personIn(party.text) === null ? context.organisations.keyOf(reading, behind, party.start) : null;
  if (organisation !== null) return { ...base, key: organisation, kind: 'group' };
  const body = officeOf(reading, party, tables) ?? ownClass(party, tables);
  if (isUnnamedPerson(party.text) && !SEEN.has(body?.kind ?? ''))
    return unnamedRaw(party, body?.name ?? CLASS_OF_SECTOR[party.sector ?? ''] ?? 'people', base, group);
  if ((party.sector !== null && ARMED.has(party.sector)) || body?.name === 'armed') {
    const nearest = nearestGroup(reading, party.start, context.groups);
    return { ...base, key: `group:${nearest ?? form.toLowerCase()}`, kind: 'group' };
  }
  if (body === null) {
    const sectorClass = party.sector === null ? undefined : CLASS_OF_SECTOR[party.sector];
    if (sectorClass === undefined) return null;
    if (isPersonName(party.text) && affiliationOf(party.text, reading.report.text) !== null) return null;
    return { ...base, key: official(sectorClass), kind: 'official' };
  }
  if (body.kind === 'official' && party.sector !== 'OPP') {
    // An official without a name is not the government, and a report from two capitals leaves it open whose.
    if (/\b(?:unnamed|anonymous)\b/iu.test(party.text)) {
      return {
        ...base,
        country: null,
        key: officialKey(null, body.name, `unnamed ${group}`),
        kind: 'official',
      };
    }
    const meant = meantMinistry(reading, party, tables);
    if (meant !== null) {
      const settled =
        party.country === null ? (context.countries.countryOf(reading, meant.party) ?? country) : country;
      const key = officialKey(settled, meant.body.name, personIn(meant.party.text) ?? group);
      return { ...base, country: settled, key, kind: 'official' };
    }
    return { ...base, key: official(body.name + localityOf(party.text, body)), kind: 'official' };
  }
  if (body.kind === 'group' || body.kind === 'official')
    return { ...base, key: `body:${base.tokens.join(' ') || form.toLowerCase()}`, kind: 'group' };
  if (isPersonName(party.text) && body.kind !== 'document') return null;
  if (body.kind === 'document') return { ...base, key: `unnamed:${group}`, kind: 'document' };
  return { ...base, key: privateKey(body, party.text, group), kind: body.kind };
}

// Eyewitnesses and experts without a name are counted by report as it is.
const SEEN: ReadonlySet<string> = new Set(['witness', 'expert', 'document', 'outlet']);

/** "Commander Winston Hale" may be of any force: the sector tells, where the reading knows it. */
function ownClass({ text, sector }: ReadParty, tables: Tables): BodyClass | null {
  const body = classifySpeaker(text, tables);
  const byRank = body?.name === 'armed' && personIn(text) !== null && /\bcommander\b/iu.test(text);
  return byRank && sector !== null && sector in CLASS_OF_SECTOR ? null : body;
}

/**
 * Gives the claimant for people without a name: those of one kind and origin in one report, or of one state in all. Neither shared
 * words nor a country make them the body: "a Western diplomat" is no ministry.
 */
function unnamedRaw(party: ReadParty, kind: string, base: Omit<Raw, 'key' | 'kind'>, group: string): Raw {
  const which = properTokens(withoutDeterminer(party.text)).join(' ');
  // A report from two capitals leaves it open whose "an official" is.
  if (base.country !== null && which !== '')
    return { ...base, key: `official:${base.country}:someone ${group} ${kind}`, kind: 'official' };
  if (which !== '')
    return { ...base, country: null, key: `someone:${group}:${kind} ${which}`, kind: 'official' };
  return { ...base, country: null, key: officialKey(null, kind, `unnamed ${group}`), kind: 'official' };
}

// Two kinds of experts are two claimants; eyewitnesses of one report are too hard to tell apart, and count once.
function privateKey(body: BodyClass, words: string, group: string): string {
  const which = body.kind === 'expert' ? `:${stemOf(classWord(words, body))}` : '';
  return `${body.name}:${group}${which}`;
}

// "General Pablo Rincón, the regional police commander": a rank tells less of whom he speaks for than his office.
function officeOf(reading: Reading, { text }: ReadParty, tables: Tables): BodyClass | null {
  if (personIn(text) === null) return null;
  const role = affiliationOf(text, reading.report.text);
  const body = role === null ? null : classify(role.text, tables);
  // "Second secretary of the ministry's press desk" leaves open which ministry; the rank then tells more.
  return body?.kind === 'official' && body.name !== 'government' ? body : null;
}

// "An official in Orsk" and "the governor of Vale" speak for a place of their own, not for the government.
function localityOf(words: string, body: BodyClass): string {
  if ((body.name !== 'government' && body.name !== 'local') || /\bgovernment\b/iu.test(words)) return '';
  const place = /\s(?:in|at|from|of|for)\s(.+)$/u.exec(words)?.[1];
  const tokens = place === undefined ? [] : properTokens(place);
  return tokens.length === 0 ? '' : ` of ${tokens.join(' ')}`;
}

// Bodies whose country nobody tells stay apart from report to report: two bare "the army" may be two armies.
function officialKey(country: string | null, className: string, where: string): string {
  return `official:${country ?? `?${where.replaceAll(':', '.')}`}:${className}`;
}

/** Gives the ministry that a bare "the ministry" takes up: the last one that the report names before it; null for other words. */
function meantMinistry(
  reading: Reading,
  { text, start }: ReadParty,
  tables: Tables,
): { readonly party: ReadParty; readonly body: BodyClass } | null {
  if (!/^ministry$/iu.test(withoutDeterminer(text))) return null;
  let last: { party: ReadParty; body: BodyClass } | null = namedMinistry(reading, start, tables);
  for (const party of partiesOf(reading)) {
    if (party.start >= start || !/\bminist(?:ry|er)\b/iu.test(party.text)) continue;
    const body = classify(party.text, tables);
    if (body?.kind !== 'official' || body.name === 'government') continue;
    if (last === null || party.start > last.party.start) last = { party, body };
  }
  return last;
}

const MINISTRY =
  /\b(?:foreign|defen[cs]e|interior|security|health|home) ministry\b|\bministry of (?:the )?(?:foreign affairs|defen[cs]e|interior|security|health)\b/giu;

/** Gives the ministry that the text names before, though it does nothing there: "the agency, which cited the foreign ministry". */
function namedMinistry(
  { report }: Reading,
  start: number,
  tables: Tables,
): { party: ReadParty; body: BodyClass } | null {
  const match = [...report.text.slice(0, start).matchAll(MINISTRY)].at(-1);
  const body = match === undefined ? null : classify(match[0], tables);
  if (match === undefined || body === null) return null;
  const party = { ...NOBODY, text: match[0], start: match.index, end: match.index + match[0].length };
  return { party, body };
}

// "Guyana's Carol Benn-Thomas" is Carol Benn-Thomas.
const OWNER = /^\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?['’]s?\s(?=\p{Lu})/u;

const NOBODY = { country: null, sector: null, entity: null };

// Further back than two or three sentences "its" takes up something else.
const REACH = 400;
const BODY_NOUN =
  /\b(?:hospital|clinic|union|association|federation|committee|commission|agency|company|charity|party|university|ministry|council)\b/giu;

/** Gives the noun that "its director" takes up: the last one before it that names a body; null for other words. */
function bodyMeant(
  { report }: Reading,
  words: string,
  start: number,
): { readonly text: string; readonly start: number; readonly end: number } | null {
  if (!/^(?:its|their)\s/iu.test(words)) return null;
  const from = Math.max(0, start - REACH);
  const last = [...report.text.slice(from, start).matchAll(BODY_NOUN)].at(-1);
  if (last === undefined) return null;
  const at = from + last.index;
  return { text: last[0], start: at, end: at + last[0].length };
}

/** Gives the claimant for a person: the body spoken for, an eyewitness of the report, or the person alone. */
export function personRaw(reading: Reading, party: ReadParty, context: ClaimantContext): Raw {
  const form = withoutDeterminer(party.text);
  const group = context.groupOf.get(reading.id) ?? reading.id;
  const country = context.countries.countryOf(reading, party);
  const base = { form, country, tokens: [], cited: false };
  const role = affiliationOf(party.text, reading.report.text);
  const words = role?.text ?? party.text;
  const spoken = { ...party, text: words, start: role?.start ?? party.start };
  const tokens = groupTokens(words);
  const named =
    tokens.length === 0 ? undefined : context.groups.find((known) => sameName(known.tokens, tokens));
  if (role !== null && named !== undefined) return { ...base, key: `group:${named.key}`, kind: 'group' };
  if (/\b(?:group|movement|rebels?|front|faction|armed|militia)\b/iu.test(words)) {
    const nearest = nearestGroup(reading, spoken.start, context.groups);
    if (nearest !== null) return { ...base, key: `group:${nearest}`, kind: 'group' };
  }
  const organisation =
    role === null ? null : context.organisations.keyOf(reading, bodyBehind(words) ?? words, spoken.start);
  if (organisation !== null) return { ...base, key: organisation, kind: 'group' };
  const owner = role === null ? null : bodyMeant(reading, words, spoken.start);
  const owned = owner === null ? null : bodyRaw(reading, { ...NOBODY, ...owner }, context);
  if (owned !== null) return { ...owned, form };
  const body = classifySpeaker(words, context.tables);
  if (role !== null && body !== null) {
    if (body.kind === 'official')
      return { ...base, key: officialKey(country, body.name, withoutTitles(party.text)), kind: 'official' };
    if (body.kind === 'witness' || body.kind === 'expert') {
      return { ...base, key: privateKey(body, words, group), kind: body.kind };
    }
  }
  if (role !== null && /\b\d{1,2}\b/.test(reading.report.text.slice(role.start - 5, role.start))) {
    return { ...base, key: `witness:${group}`, kind: 'witness' };
  }
  return {
    ...base,
    key: `person:${outletKey(withoutTitles(party.text.replace(OWNER, '')))}`,
    kind: 'person',
  };
}
