import { classify, isPersonName, personIn, properTokens, withoutTitles } from './bodies.ts';
import type { RawClaimant } from './claimant.ts';
import { outletKey, type Tables } from './tables.ts';
import { byCode, contentStems } from './words.ts';

/** Joins bodies without a country to the only country that the story knows for their class, and persons to their body. */
export function settleKeys(raws: readonly RawClaimant[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const countries = new Map<string, Set<string>>();
  for (const { key } of raws) {
    const [kind, country, name] = key.split(':');
    if (kind === 'official' && name !== undefined && country !== undefined && !country.startsWith('?')) {
      countries.set(name, (countries.get(name) ?? new Set()).add(country));
    }
  }
  for (const { key, around } of raws) {
    const [kind, country, name] = key.split(':');
    if (kind !== 'official' || country?.startsWith('?') !== true || name === undefined || isUnnamed(key))
      continue;
    const known = [...(countries.get(name) ?? [])];
    // A report that speaks of two states leaves it open whose "the army" is; that others quote one of them proves nothing.
    const fits = around.size === 0 || (around.size === 1 && around.has(known[0] ?? ''));
    if (known.length === 1 && fits) keys.set(key, `official:${known[0]}:${name}`);
  }
  settleUnnamed(raws, keys);
  settleWithin(raws, keys, isOpenBody);
  settleWithin(raws, keys, isOpenPerson);
  settlePeople(raws, keys);
  const spokenFor = new Map<string, string>();
  for (const { key, form } of raws) {
    if (!key.startsWith('person:') && isPersonName(form))
      spokenFor.set(outletKey(personIn(form) ?? withoutTitles(form)), keys.get(key) ?? key);
  }
  // One report calls Ilan Rovic the army's spokesman, another only "Rovic": the body is known from the first.
  for (const { key } of raws) {
    const body = key.startsWith('person:') ? spokenFor.get(key.slice('person:'.length)) : undefined;
    if (body !== undefined) keys.set(key, body);
  }
  return keys;
}

/**
 * Joins what leaves its country open to the only other body of its class that the same report cites: "the General Staff of the Armies"
 * to "Chad's General Staff", and a general or a director to the body that he speaks for.
 */
function settleWithin(
  raws: readonly RawClaimant[],
  keys: Map<string, string>,
  isOpen: (raw: RawClaimant, key: string) => boolean,
): void {
  const bodies = new Map<string, Set<string>>();
  const place = ({ key, report }: RawClaimant) => `${report} ${key.split(':')[2] ?? ''}`;
  for (const raw of raws) {
    const key = keys.get(raw.key) ?? raw.key;
    if (!key.startsWith('official:') || isOpenPerson(raw) || isOpen(raw, key) || !raw.cited) continue;
    bodies.set(place(raw), (bodies.get(place(raw)) ?? new Set()).add(key));
  }
  for (const raw of raws) {
    const open = isOpen(raw, keys.get(raw.key) ?? raw.key);
    const [only, ...others] = open ? (bodies.get(place(raw)) ?? []) : [];
    if (only !== undefined && others.length === 0) keys.set(raw.key, only);
  }
}

/** Joins people without a name or country to those of one country whom the same report has of their kind: "two security sources", "the Chadian security officials". */
function settleUnnamed(raws: readonly RawClaimant[], keys: Map<string, string>): void {
  const known = new Map<string, Set<string>>();
  for (const { key } of raws) {
    const [, where, kind] = /^official:[^?:]*:someone (.*) (\S+)$/u.exec(key) ?? [];
    if (where !== undefined)
      known.set(`${where} ${kind}`, (known.get(`${where} ${kind}`) ?? new Set()).add(key));
  }
  for (const { key } of raws) {
    const [, where, kind] = /^official:\?unnamed (.*):(\S+)$/u.exec(key) ?? [];
    const [only, ...others] = known.get(`${where} ${kind}`) ?? [];
    if (only !== undefined && others.length === 0) keys.set(key, only);
  }
}

/** One who speaks for a known state's body in one report speaks for it where another leaves the country open. */
function settlePeople(raws: readonly RawClaimant[], keys: Map<string, string>): void {
  const bodyOf = new Map<string, Set<string>>();
  const nameOf = ({ form }: RawClaimant) => outletKey(personIn(form) ?? withoutTitles(form));
  for (const raw of raws) {
    const key = keys.get(raw.key) ?? raw.key;
    if (
      !isPersonName(withoutTitles(raw.form)) ||
      !key.startsWith('official:') ||
      key.startsWith('official:?')
    )
      continue;
    bodyOf.set(nameOf(raw), (bodyOf.get(nameOf(raw)) ?? new Set()).add(key));
  }
  for (const raw of raws) {
    const [only, ...others] = bodyOf.get(nameOf(raw)) ?? [];
    const key = keys.get(raw.key) ?? raw.key;
    if (only !== undefined && others.length === 0 && key.startsWith('official:?') && sameClass(only, key))
      keys.set(raw.key, only);
  }
}

function sameClass(a: string, b: string): boolean {
  return a.split(':')[2] === b.split(':')[2];
}

function isOpenBody(raw: RawClaimant, key: string): boolean {
  return key.startsWith('official:?') && !isUnnamed(key) && !isOpenPerson(raw);
}

function isUnnamed(key: string): boolean {
  return key.startsWith('official:?unnamed ');
}

/** Tells whether an official is known by a name alone: the key then holds it where others hold a country. */
function isOpenPerson({ key, form }: RawClaimant): boolean {
  return key.startsWith(`official:?${personIn(form) ?? withoutTitles(form)}:`);
}

/** What names are chosen with. */
export interface NameSources {
  /** Names by key that are known from elsewhere, such as those of armed groups. */
  readonly known: ReadonlyMap<string, string>;
  /** What reports call a country, by code: "Guyana". */
  readonly countryNames: ReadonlyMap<string, string>;
  readonly tables: Tables;
}

/** Gives each claimant the form that names it best: a body before an office, a name before a description. */
export function bestNames(
  raws: readonly RawClaimant[],
  keys: ReadonlyMap<string, string>,
  { known, countryNames, tables }: NameSources,
): ReadonlyMap<string, string> {
  const forms = new Map([...known].map(([key, form]) => [key, new Map([[form, 1]])]));
  for (const { key, form, cited } of raws) {
    const settled = keys.get(key) ?? key;
    const counts = forms.get(settled) ?? new Map<string, number>();
    // Words that only act and are never cited name a claimant for want of others.
    const old = counts.get(form) ?? UNCITED;
    counts.set(form, cited ? Math.max(old, 0) + 1 : old);
    forms.set(settled, counts);
  }
  const value = (form: string, count: number) =>
    // A minister is not the ministry: the person's name stands for the body only where no report names the body.
    (personIn(form) === null ? 0 : -10) +
    (!BODY.test(form) && isPersonName(withoutTitles(form)) && classify(withoutTitles(form), tables) === null
      ? -8
      : 0) +
    (classify(form, tables) === null ? 0 : 2) +
    (BODY.test(form) ? 6 : 0) +
    (CLAUSE.test(form) ? -12 : 0) +
    // "The military" leaves open whose; "Ministry of Defence" does not.
    (/\b(?:unnamed|anonymous|officials?)\b/iu.test(form) ? -6 : 0) +
    (contentStems(form).length === 1 && properTokens(form).length === 0 ? -2 : 0) +
    (/^ministry$/iu.test(form) ? -20 : 0) +
    (properTokens(form).length > 1 ? 4 : 0) +
    (/^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|s$/iu.test(form) ? 1 : 0) +
    Math.min(count, 3) -
    (form.length > 60 ? 3 : 0);
  return new Map(
    [...forms].map(([key, counts]) => {
      const [best] = [...counts].sort(([a, m], [b, n]) => value(b, n) - value(a, m) || n - m || byCode(a, b));
      return [key, withCountry(best?.[0] ?? key, key, countryNames)];
    }),
  );
}

const UNCITED = -20;
const BODY =
  /\b(?:ministry|government|army|military|navy|air force|armed forces|defence force|defense force|general staff|command|police|gendarmerie|guard|service|agency|department|office|presidency|parliament|council|court|kremlin|pentagon|white house)\b(?!\s(?:minister|chief|spokes|officer|head|commander|source))/iu;
// No name has a verb of telling or moving in it, nor opens with a number of men.
const CLAUSE = /^\d|^some\s\d|\s(?:that|who|which|when|said|says|was|were|had|has|have|is|are)\s/iu;

/** Puts the country before a bare body: "the foreign ministry" is "Guyana's foreign ministry" beside another state's. */
function withCountry(form: string, key: string, countryNames: ReadonlyMap<string, string>): string {
  const [kind, country = '', body = ''] = key.split(':');
  const name = countryNames.get(country);
  const isBare = /^(?:\p{Ll}|(?:Ministry|Department|General Staff|Armed Forces|Parliament)\b)/u.test(form);
  if (kind !== 'official' || name === undefined || !isBare || !BODY.test(form) || body.startsWith('someone'))
    return form;
  // "The government in Quito" is Ecuador's government.
  const bare = form.replace(/\sin\s\p{Lu}.*$/u, '');
  return form.includes(name.slice(0, 4)) ? form : `${name}${name.endsWith('s') ? '’' : '’s'} ${bare}`;
}
