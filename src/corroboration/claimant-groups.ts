import type { Reading, ReadParty } from '../claims/reading.ts';
import { affiliationOf } from './affiliations.ts';
import {
  classify,
  GROUP_NOUNS,
  isPersonName,
  personIn,
  properTokens,
  sameName,
  withoutDeterminer,
} from './bodies.ts';
import type { Tables } from './tables.ts';
import { byCode } from './words.ts';

/** An armed group that some report names. */
export interface NamedGroup {
  readonly tokens: readonly string[];
  readonly key: string;
  /** As a text has it, without article. */
  readonly form: string;
}

/** Sectors of those who bear arms against or beside a state. */
export const ARMED = new Set(['REB', 'UAF', 'PRM', 'CRM']);

/** Gives the armed groups that the reports name; names of one group ("Karvian Front", "KF") have one key. */
export function namedGroups(readings: readonly Reading[], tables: Tables): readonly NamedGroup[] {
  const forms = new Map<string, string>();
  for (const reading of readings) {
    for (const { text, sector, entity } of partiesOf(reading)) {
      // "Commander Ismael" is no group, whatever he commands.
      if (personIn(text) !== null) continue;
      const armed = (sector !== null && ARMED.has(sector)) || classify(text, tables)?.name === 'armed';
      const tokens = groupTokens(text);
      // "Ko Min of the Lake People's Guard": he is no group, and the body is only named as somebody's.
      const role = isPersonName(text) ? affiliationOf(text, reading.report.text)?.text : undefined;
      const person = role !== undefined && entity === null && classify(text, tables) === null;
      const body = bodyOfMember(text);
      if (armed && body !== null) forms.set(groupTokens(body).join(' '), withoutDeterminer(body));
      else if (armed && !person && tokens.length > 0) forms.set(tokens.join(' '), withoutDeterminer(text));
      const named = role === undefined ? undefined : GROUP_NAME.exec(role)?.[0];
      if (named !== undefined) forms.set(groupTokens(named).join(' '), named);
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
  /\p{Lu}[\p{L}’'-]+\s(?:(?:\p{Lu}[\p{L}’'-]+|of|the|for)\s){0,4}(?:Force|Forces|Army|Front|Movement|Guard|Brigade|Alliance|Militia|Resistance)\b/u;

/** Gives the body in words that name a man and a body; null for others. */
export function bodyOfMember(words: string): string | null {
  const [, name = '', body = ''] = /^(.{3,40}?)\s(?:of|from)\s(?:the\s)?(\p{Lu}.{3,80})$/u.exec(words) ?? [];
  return isPersonName(name) && GROUP_NAME.test(body) ? body : null;
}

/** Gives all who act, are acted on or speak in a report, in the order of its events. */
export function partiesOf({ events }: Reading): readonly ReadParty[] {
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

/** Gives the words of a name that tell one group from another; none where any group may be called so. */
export function groupTokens(words: string): readonly string[] {
  const tokens = properTokens(words).filter((token) => !GENERIC.has(token));
  // "The Front" by itself takes up the front that the report names.
  return tokens.every((token) => GROUP_NOUNS.has(token)) ? [] : tokens;
}

// Chosen by hand: "the rebels, the Karvian Front" is nearer than any name before it.
const AFTER = 4;

/** Gives the key of the named group that the report speaks of nearest to a place in its text; null when it names none. */
export function nearestGroup(reading: Reading, at: number, groups: readonly NamedGroup[]): string | null {
  const { text } = reading.report;
  let best: { key: string; distance: number } | null = null;
  for (const { key, form } of groups) {
    for (let found = text.indexOf(form); found >= 0; found = text.indexOf(form, found + form.length)) {
      // "The front's spokesman" takes up a name that stands before it; one that follows must be much nearer.
      const distance = found <= at ? at - found : AFTER * (found - at);
      if (best === null || distance < best.distance) best = { key, distance };
    }
  }
  return best?.key ?? null;
}
