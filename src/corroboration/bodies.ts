import type { BodyClass, Tables } from './tables.ts';
import { placedWords } from './words.ts';

// Words that name a role or only join; what is left of "the group's spokesman" is "group".
const ROLE_WORDS = new Set(
  (
    'spokesman spokeswoman spokesperson spokespeople head deputy chief leader senior top former member members secretary director ' +
    'representative speaks speaking no for of the a an and its their his her who which one two three four five six several some ' +
    's local main mr mrs ms dr sir lord'
  ).split(' '),
);

const TITLES =
  /^(?:mr|mrs|ms|dr|prof|professor|sir|spokesman|spokeswoman|spokesperson|general|gen|colonel|col|lieutenant|lt|major|maj|captain|capt|admiral|brigadier|sergeant|president|minister|governor|mayor|commander|ambassador|chancellor|king|prince|sheikh|imam|father|bishop)\.?\s/iu;

/** Gives words without the article or determiner that opens them, and without a possessive at their end. */
export function withoutDeterminer(words: string): string {
  return words
    .replace(/^[\s,;:–—-]+/u, '')
    .trim()
    .replace(/^(?:the|a|an|its|their|his|her|one of the|some|several)\s/iu, '')
    .replace(/['’]s?$/u, '');
}

/** Gives a name without the titles before it ("Colonel Ilan Rovic": "Ilan Rovic"). */
export function withoutTitles(name: string): string {
  let bare = withoutDeterminer(name);
  for (let i = 0; i < 3 && TITLES.test(bare); i++) bare = bare.replace(TITLES, '');
  return bare;
}

/** Gives the class of body that words name, the first in the table that has one of its words; null when none has. */
export function classify(words: string, tables: Tables): BodyClass | null {
  const padded = ` ${placedWords(words)
    .map(({ word }) => word)
    .join(' ')} `;
  for (const body of tables.bodies) {
    if (body.words.some((word) => padded.includes(` ${word.replace(/[^\p{L}\p{N}]+/gu, ' ')} `))) return body;
  }
  return null;
}

// Who bears one of these words speaks for the body that stands beside it.
const OFFICE =
  /\b(?:president|head|director|chief|leader|spokes(?:man|woman|person)|secretary|chairman|chairwoman|chair|coordinator|representative|boss|founder|heads|leads|runs|chairs)\b/iu;

/**
 * Gives the words of the body for which the holder of an office speaks: "the union's president" speaks for "the union", "the director of
 * the hospital" for "the hospital". Null where the words hold no office, or no body beside it.
 */
export function bodyBehind(words: string): string | null {
  if (!OFFICE.test(words)) return null;
  const owner = /^(.{2,80}?)['’]s?\s(?=[^'’]{0,80}$)/u.exec(words)?.[1];
  if (owner !== undefined) return owner;
  return /\b(?:of|for|heads|leads|runs|chairs)\s(.{2,80})$/u.exec(words)?.[1] ?? null;
}

/** Gives the class of body for which a source speaks: that of the body behind an office, else that of the words themselves. */
export function classifySpeaker(words: string, tables: Tables): BodyClass | null {
  const behind = bodyBehind(words);
  const body = behind === null ? null : classify(behind, tables);
  return body?.kind === 'official' || body?.kind === 'group' ? body : classify(words, tables);
}

/** Gives the word of the class by which it was found in the words: "specialists"; the class's name when none is. */
export function classWord(words: string, body: BodyClass): string {
  const padded = ` ${placedWords(words)
    .map(({ word }) => word)
    .join(' ')} `;
  return body.words.find((word) => padded.includes(` ${word} `)) ?? body.name;
}

/** Gives the capitalised words of a name in lower case, without role words: what tells one group from another. */
export function properTokens(words: string): readonly string[] {
  const tokens: string[] = [];
  for (const match of words.matchAll(/[\p{L}\p{N}]+/gu)) {
    const lower = match[0].toLowerCase();
    if (/^(?:\p{Lu}|\p{N}+\p{L})/u.test(match[0]) && !ROLE_WORDS.has(lower)) tokens.push(lower);
  }
  return tokens;
}

/** Tells whether words are a person's name and nothing else: two to four capitalised words. */
export function isPersonName(words: string): boolean {
  const bare = withoutTitles(words).split(/\s+/);
  return bare.length >= 1 && bare.length <= 4 && bare.every((word) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word));
}

/** Words that any group may be called by. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  'army armies front force forces movement guard guards brigade alliance militia resistance union council party group people'.split(
    ' ',
  ),
);

/**
 * Tells whether two lists of name tokens name one group: equal, one inside the other ("Northern Front" in "Northern Front
 * rebel movement"), or one the initials of the other ("NLF").
 */
export function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  // "The Front" may be any front, and "the 28th Front" is not the Eastern one.
  if (few.every((token) => many.includes(token)))
    return few.length === many.length || few.some((token) => !GROUP_NOUNS.has(token));
  const initials = many.map((token) => token.charAt(0)).join('');
  return (
    few.length === 1 &&
    (few[0]?.length ?? 0) >= 2 &&
    (initials === few[0] || initials.endsWith(few[0] ?? '~'))
  );
}

const TITLE_WORDS = new Set(
  (
    'mr mrs ms dr prof professor sir spokesman spokeswoman spokesperson general gen colonel col lieutenant lt major maj captain capt ' +
    'admiral brigadier sergeant president minister governor mayor commander ambassador chancellor king prince sheikh secretary ' +
    'chief director premier'
  ).split(' '),
);

// "The General Staff" is no general.
const BODY_WORDS = new Set(
  'staff command headquarters assembly council office directorate department intelligence security prosecutor prosecutors committee'.split(
    ' ',
  ),
);

/** Gives the person whom words name after a title ("Deputy Defence Minister Lucía Montalvo": "Lucía Montalvo"); null where there is none. */
export function personIn(words: string): string | null {
  const all = withoutDeterminer(words).split(/\s+/u);
  const at = all.findLastIndex((word) => TITLE_WORDS.has(word.toLowerCase().replace('.', '')));
  const name = all.slice(at + 1);
  if (
    at < 0 ||
    name.length === 0 ||
    name.length > 4 ||
    name.some((word) => BODY_WORDS.has(word.toLowerCase()))
  )
    return null;
  return name.every((word) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word)) ? name.join(' ') : null;
}
