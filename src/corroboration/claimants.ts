import type { Reading, ReadParty, ReadSource } from '../claims/reading.ts';
import { affiliationOf } from './affiliations.ts';
import {
  classify,
  classWord,
  GROUP_NOUNS,
  isPersonName,
  personIn,
  properTokens,
  sameName,
  withoutDeterminer,
  withoutTitles,
} from './bodies.ts';
import type { ClaimantOf, RawClaimant } from './claimant.ts';
import { bestNames, settleKeys } from './claimant-names.ts';
import { type Countries, isPlural, learnCountries } from './countries.ts';
import { type BodyClass, familyOf, outletKey, type Tables } from './tables.ts';
import { byCode, stemOf } from './words.ts';

interface Context {
  readonly tables: Tables;
  readonly groupOf: ReadonlyMap<string, string>;
  readonly outletNames: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, ReadParty>;
  readonly groups: readonly NamedGroup[];
  readonly countries: Countries;
}

interface NamedGroup {
  readonly tokens: readonly string[];
  readonly key: string;
  /** As a text has it, without article. */
  readonly form: string;
}

const ARMED = new Set(['REB', 'UAF', 'PRM', 'CRM']);
const CLASS_OF_SECTOR: Readonly<Record<string, string>> = {
  MIL: 'military',
  GOV: 'government',
  COP: 'interior',
  SPY: 'intelligence',
  JUD: 'court',
  LEG: 'government',
};

/**
 * Gives the claimants of a story: a spokesman counts as the body spoken for, "the rebels" as the group that the report names,
 * and eyewitnesses of one report as one. Bodies of one country and class are one claimant.
 */
export function resolveClaimants(
  readings: readonly Reading[],
  groupOf: ReadonlyMap<string, string>,
  tables: Tables,
): ClaimantOf {
  const context: Context = {
    tables,
    groupOf,
    outletNames: new Map(
      readings.flatMap(({ report }) =>
        report.outlet ? [[outletKey(report.outlet), report.outlet] as const] : [],
      ),
    ),
    people: knownPeople(readings),
    groups: namedGroups(readings, tables),
    countries: learnCountries(readings, tables),
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
  const names = bestNames([...raws.values()], keys, context.groups, tables);
  return (reading, source) => {
    const raw = raws.get(idOf(reading, source)) ?? rawIn(reading, source, context);
    const key = keys.get(raw.key) ?? raw.key;
    return { key, kind: raw.kind, name: names.get(key) ?? raw.form, country: raw.country };
  };
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

type Raw = Omit<RawClaimant, 'around'>;

function rawIn(reading: Reading, source: ReadSource, context: Context): RawClaimant {
  return { ...rawOf(reading, source, context), around: context.countries.namedIn(reading) };
}

function rawOf(reading: Reading, source: ReadSource, context: Context): Raw {
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
  const outlet = outletIn(source.text, context);
  if (outlet !== null) return outletRaw(outlet, context);
  return (
    bodyRaw(reading, filled(source, context), context) ?? personRaw(reading, filled(source, context), context)
  );
}

const PRONOUN = /^(?:who|which|he|she|it|they|we|i|you|one|this|that|those|these|him|her|them|us)$/iu;

function outletRaw(name: string, context: Context): Raw {
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
function outletIn(words: string, { outletNames, tables }: Context): string | null {
  const key = outletKey(withoutDeterminer(words));
  if (outletNames.has(key)) return outletNames.get(key) ?? null;
  if (tables.outlets.has(key)) return withoutDeterminer(words);
  for (const [outlet, name] of outletNames)
    if (outlet !== '' && ` ${key} `.includes(` ${outlet} `)) return name;
  return null;
}

/** Takes country and sector from the other mentions of the same words where this one lacks them. */
function filled(party: ReadParty, { people }: Context): ReadParty {
  const known = people.get(outletKey(party.text));
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

function namedGroups(readings: readonly Reading[], tables: Tables): readonly NamedGroup[] {
  const forms = new Map<string, string>();
  for (const reading of readings) {
    for (const { text, sector, entity } of partiesOf(reading)) {
      const armed = (sector !== null && ARMED.has(sector)) || classify(text, tables)?.name === 'armed';
      const tokens = groupTokens(text);
      // "Ko Min of the Lake People's Guard": he is no group, and the body is only named as somebody's.
      const role = isPersonName(text) ? affiliationOf(text, reading.report.text)?.text : undefined;
      const person = role !== undefined && entity === null && classify(text, tables) === null;
      const body = bodyOfMember(text);
      if (armed && body !== null) forms.set(groupTokens(body).join(' '), withoutDeterminer(body));
      else if (armed && !person && tokens.length > 0) forms.set(tokens.join(' '), withoutDeterminer(text));
      if (role !== undefined && GROUP_NAME.test(role))
        forms.set(groupTokens(role).join(' '), withoutDeterminer(role));
    }
  }
  const sorted = [...forms]
    .map(([key, form]) => ({ tokens: key.split(' '), form }))
    .filter(({ tokens }) => tokens[0] !== '')
    .sort((a, b) => b.tokens.length - a.tokens.length || byCode(a.form, b.form));
  const groups: NamedGroup[] = [];
  for (const { tokens, form } of sorted) {
    const same = groups.find((group) => sameName(group.tokens, tokens));
    groups.push({ tokens, key: same?.key ?? tokens.join(' '), form });
  }
  return groups;
}

const GROUP_NAME =
  /\p{Lu}[\p{L}’'-]+\s(?:[\p{L}’'-]+\s){0,3}(?:Force|Forces|Army|Front|Movement|Guard|Brigade|Alliance|Militia|Resistance)\b/u;

// "Ko Min of the Lake People's Guard" names a man and a body.
function bodyOfMember(words: string): string | null {
  const [, name = '', body = ''] = /^(.{3,40}?)\s(?:of|from)\s(?:the\s)?(\p{Lu}.{3,80})$/u.exec(words) ?? [];
  return isPersonName(name) && GROUP_NAME.test(body) ? body : null;
}

function partiesOf({ events }: Reading): readonly ReadParty[] {
  return events.flatMap(({ actor, recipient, sources }) => [
    ...actor,
    ...recipient,
    ...sources.flatMap((source) => (typeof source === 'string' ? [] : [source])),
  ]);
}

// "Terrorists" at the head of a sentence is capitalised but no name.
const GENERIC = new Set([
  'rebels',
  'rebel',
  'terrorists',
  'militants',
  'insurgents',
  'fighters',
  'separatists',
  'gunmen',
  'militia',
  'group',
]);

function groupTokens(words: string): readonly string[] {
  const tokens = properTokens(words).filter((token) => !GENERIC.has(token));
  // "The Front" by itself takes up the front that the report names.
  return tokens.every((token) => GROUP_NOUNS.has(token)) ? [] : tokens;
}

/** Gives the claimant for words that name a body or a kind of people; null where they are a person's name. */
function bodyRaw(reading: Reading, party: ReadParty, context: Context): Raw | null {
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
  const named = context.groups.find(({ tokens }) => sameName(tokens, base.tokens));
  if (named !== undefined) return { ...base, key: `group:${named.key}`, kind: 'group' };
  const body = officeOf(reading, party, tables) ?? classify(party.text, tables);
  if ((party.sector !== null && ARMED.has(party.sector)) || body?.name === 'armed') {
    const nearest = nearestGroup(reading, party.start, context);
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
      const settled = context.countries.countryOf(reading, meant.party) ?? country;
      const key = officialKey(settled, meant.body.name, personIn(meant.party.text) ?? group);
      return { ...base, country: settled, key, kind: 'official' };
    }
    return { ...base, key: official(body.name + localityOf(party.text, body)), kind: 'official' };
  }
  if (body.kind === 'group' || body.kind === 'official')
    return { ...base, key: `body:${base.tokens.join(' ') || form.toLowerCase()}`, kind: 'group' };
  if (isPersonName(party.text) && body.kind !== 'document') return null;
  if (body.kind === 'document') return { ...base, key: `unnamed:${group}`, kind: 'document' };
  // Two kinds of experts are two claimants; eyewitnesses of one report are too hard to tell apart, and count once.
  const which = body.kind === 'expert' ? `:${stemOf(classWord(party.text, body))}` : '';
  return { ...base, key: `${body.name}:${group}${which}`, kind: body.kind };
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
  // "Deputy head of the ministry's information unit" leaves open which ministry; the rank then tells more.
  return body?.kind === 'official' && body.name !== 'government' ? body : null;
}

// "An official in Orsk" and "the governor of Vale" speak for a place of their own, not for the government.
function localityOf(words: string, body: BodyClass): string {
  if (body.name !== 'government' && body.name !== 'local') return '';
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
  let last: { party: ReadParty; body: BodyClass } | null = null;
  for (const party of partiesOf(reading)) {
    if (party.start >= start || !/\bminist(?:ry|er)\b/iu.test(party.text)) continue;
    const body = classify(party.text, tables);
    if (body?.kind !== 'official' || body.name === 'government') continue;
    if (last === null || party.start > last.party.start) last = { party, body };
  }
  return last;
}

/** Gives the key of the named group that the report speaks of nearest to a place in its text; null when it names none. */
function nearestGroup(reading: Reading, at: number, { groups }: Context): string | null {
  const { text } = reading.report;
  let best: { key: string; distance: number } | null = null;
  for (const { key, form } of groups) {
    for (let found = text.indexOf(form); found >= 0; found = text.indexOf(form, found + form.length)) {
      const distance = Math.abs(found - at);
      if (best === null || distance < best.distance) best = { key, distance };
    }
  }
  return best?.key ?? null;
}

/** Gives the claimant for a person: the body spoken for, an eyewitness of the report, or the person alone. */
function personRaw(reading: Reading, party: ReadParty, context: Context): Raw {
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
    const nearest = nearestGroup(reading, spoken.start, context);
    if (nearest !== null) return { ...base, key: `group:${nearest}`, kind: 'group' };
  }
  const body = classify(words, context.tables);
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
  return { ...base, key: `person:${outletKey(withoutTitles(party.text))}`, kind: 'person' };
}
