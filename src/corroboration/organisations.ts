import type { Reading } from '../claims/reading.ts';
import { withoutDeterminer } from './bodies.ts';
import { partiesOf } from './claimant-groups.ts';
import { createUnion } from './union.ts';
import { contentStems, stemOf } from './words.ts';

/** Tells which body outside the state words such as "the boatmen's union" name. */
export interface Organisations {
  /** Gives its key; null where the words name no such body. `start` is where they stand in the report's text. */
  keyOf(reading: Reading, words: string, start: number): string | null;
  /** By key, the form of a text that tells most shortly which body it is. */
  readonly forms: ReadonlyMap<string, string>;
}

interface Phrase {
  /** The noun that says what it is: "union"; "Union" where it is part of a name. */
  readonly head: string;
  /** Stems that say which: "boatmen". */
  readonly which: readonly string[];
}

const HEADS = new Set(
  (
    'union association federation confederation syndicate chamber cooperative society network foundation institute observatory mission ' +
    'agency organisation organization charity committee commission party company church exchange league coalition forum club guild ' +
    'watchdog campaign newspaper hospital clinic university'
  ).split(' '),
);

// "A local union", "the country's main opposition party": such words tell no body from another.
const ANY_BODY = new Set(
  'local main national regional large largest big biggest country independent leading own same medical'
    .split(' ')
    .map(stemOf),
);

/**
 * Learns from all parties which bodies the reports name. Forms with a word in common are one ("the boatmen's union", "a union of boat
 * crews"); one without such words ("the union") takes up the one that its report named last, else the only one that the story knows.
 */
export function learnOrganisations(readings: readonly Reading[]): Organisations {
  const named = new Map(
    readings.map((reading) => [
      reading.id,
      partiesOf(reading)
        .flatMap(({ text, start }) => {
          const phrase = phraseIn(text);
          return phrase === null || phrase.which.length === 0 ? [] : [{ phrase, start }];
        })
        .sort((a, b) => a.start - b.start),
    ]),
  );
  const keys = keysOf([...named.values()].flatMap((phrases) => phrases.map(({ phrase }) => phrase)));
  return {
    forms: formsOf(readings, keys),
    keyOf(reading, words, start) {
      const phrase = phraseIn(words);
      if (phrase === null) return null;
      const own = keys.get(nameOf(phrase));
      if (own !== undefined) return own;
      const sameHead = (named.get(reading.id) ?? []).filter(
        ({ phrase: { head } }) => head.toLowerCase() === phrase.head.toLowerCase(),
      );
      const meant = sameHead.findLast((other) => other.start < start) ?? sameHead[0];
      if (meant !== undefined) return keys.get(nameOf(meant.phrase)) ?? null;
      const all = new Set(
        [...keys].filter(([name]) => name.startsWith(`${phrase.head}:`)).map(([, key]) => key),
      );
      const [only] = all;
      return all.size === 1 && only !== undefined ? only : null;
    },
  };
}

function formsOf(
  readings: readonly Reading[],
  keys: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const { text } of readings.flatMap(partiesOf)) {
    const phrase = phraseIn(text);
    const key = phrase === null ? undefined : keys.get(nameOf(phrase));
    const form = withoutDeterminer(text);
    const known = key === undefined ? undefined : forms.get(key);
    if (key !== undefined && (known === undefined || isBefore(form, known))) forms.set(key, form);
  }
  return forms;
}

function isBefore(a: string, b: string): boolean {
  return a.length < b.length || (a.length === b.length && a < b);
}

function phraseIn(words: string): Phrase | null {
  const bare = withoutDeterminer(words).replace(/['’]s\b/gu, '');
  const [core = '', ...rest] = bare.split(/\s(?=(?:in|at|on|from|near|of|for)\s)/u);
  const tokens = core.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== '');
  const head = tokens.at(-1) ?? '';
  if (!HEADS.has(head.toLowerCase())) return null;
  const about = rest.filter((part) => /^(?:of|for)\s/u.test(part) && !/\p{Lu}/u.test(part));
  const which = [...tokens.slice(0, -1), ...about].flatMap((part) => contentStems(part));
  return { head, which: which.filter((stem) => !ANY_BODY.has(stem)) };
}

function nameOf({ head, which }: Phrase): string {
  return `${head}:${which.join(' ')}`;
}

/** Gives the keys of all forms: those of one head that share the root of a word are one body. */
function keysOf(phrases: readonly Phrase[]): ReadonlyMap<string, string> {
  const byName = new Map(phrases.map((phrase) => [nameOf(phrase), phrase]));
  const union = createUnion(byName.keys());
  const firstWith = new Map<string, string>();
  for (const [name, { head, which }] of byName) {
    for (const stem of which) {
      const root = `${head} ${stem.slice(0, ROOT)}`;
      const first = firstWith.get(root);
      if (first === undefined) firstWith.set(root, name);
      else union.join(first, name);
    }
  }
  return new Map([...byName.keys()].map((name) => [name, `body:${union.find(name).replaceAll(':', ' ')}`]));
}

// "Boatmen" and "boats": four letters are mostly one root.
const ROOT = 4;
