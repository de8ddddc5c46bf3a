import type { UniversalTag } from '../../document/language-layers.ts';
import { readNumeral } from '../numbers.ts';
import { type Atom, isDash } from './atoms.ts';
import type { Amount, Expression, Parsed, Sense, Unit, YearRef } from './expression.ts';
import type { TimeLexicon } from './lexicon.ts';

/** What the grammar's rules read: the atoms and the words it knows. */
export interface Reader {
  readonly atoms: readonly Atom[];
  readonly lexicon: TimeLexicon;
  /** The atom's universal tag; null where the document has no tags. */
  readonly tagOf: (at: number) => UniversalTag | null;
  /** Tells whether the atom is a plural noun, by its tag or else by its ending. */
  readonly isPluralNoun: (at: number) => boolean;
}

/** One rule of the grammar: reads an expression that starts at an atom, or gives null. */
export type GrammarRule = (reader: Reader, at: number) => Parsed | null;

/** Gives the atom's text; the empty string outside the document. */
export function textAt(reader: Reader, at: number): string {
  return reader.atoms[at]?.text ?? '';
}

/** Tells whether the atoms from `at` are these words, in one sentence. */
export function isPhrase(reader: Reader, at: number, phrase: string): boolean {
  return phraseEnd(reader, at, phrase) !== null;
}

/** Gives the atom after the words of `phrase`, or null when others stand there. */
export function phraseEnd(reader: Reader, at: number, phrase: string): number | null {
  let end = at;
  for (const word of phrase.split(' ')) if (textAt(reader, end++) !== word) return null;
  return end;
}

/** Gives what the longest phrase of up to three words in `table` says that starts at `at`. */
export function lookUp<T>(
  reader: Pick<Reader, 'atoms'>,
  at: number,
  table: ReadonlyMap<string, T>,
): { readonly value: T; readonly end: number } | null {
  for (let length = 3; length > 0; length--) {
    const words = reader.atoms.slice(at, at + length).map((atom) => atom.text);
    const value = table.get(words.join(' '));
    if (value !== undefined && words.length === length) return { value, end: at + length };
  }
  return null;
}

/** Gives what a rule has read: the atoms from `start` to before `end`, and what they mean. */
export function parsed(start: number, end: number, rule: string, expression: Expression): Parsed {
  return { start, end, expression, rule: `times/${rule}` };
}

/** A month's name; the short ones and "may", "march" only with a capital, since they are other words too. */
export function readMonth(
  reader: Reader,
  at: number,
): { readonly month: number; readonly end: number } | null {
  const atom = reader.atoms[at];
  if (atom === undefined || !atom.capital) return null;
  const month = reader.lexicon.months.get(atom.text);
  if (month !== undefined) return { month, end: at + 1 };
  const short = reader.lexicon.shortMonths.get(atom.text);
  if (short === undefined) return null;
  return { month: short, end: textAt(reader, at + 1) === '.' ? at + 2 : at + 1 };
}

/** A day of the month, 1 to 31, with or without "th". */
export function readMonthDay(
  reader: Reader,
  at: number,
): { readonly day: number; readonly end: number; readonly ordinal: boolean } | null {
  const atom = reader.atoms[at];
  if (atom === undefined) return null;
  const spelled = reader.lexicon.numbers.ordinals.get(atom.text);
  if (spelled !== undefined) return { day: spelled, end: at + 1, ordinal: true };
  if (atom.kind !== 'digits' || atom.text.length > 2) return null;
  const day = Number(atom.text);
  if (day < 1 || day > 31) return null;
  const ordinal = reader.atoms[at + 1]?.glued === true && /^(st|nd|rd|th)$/.test(textAt(reader, at + 1));
  return { day, end: ordinal ? at + 2 : at + 1, ordinal };
}

/** A four-figure year written as a number, with "BC" or "AD" where they stand. */
export function readYear(reader: Reader, at: number): { readonly year: number; readonly end: number } | null {
  const text = textAt(reader, at);
  if (!/^\d{1,4}$/.test(text)) return null;
  const year = Number(text);
  const era = textAt(reader, at + 1);
  const dotted = textAt(reader, at + 2) === '.' && textAt(reader, at + 3) === (era === 'b' ? 'c' : '');
  if (era === 'bc' || era === 'bce') return { year: -year, end: at + 2 };
  if (era === 'b' && dotted) return { year: -year, end: at + 4 };
  if (era === 'ad' || era === 'ce') return { year, end: at + 2 };
  if (text.length !== 4 || year < 1000 || year > 2199 || isNumberContext(reader, at)) return null;
  return { year, end: at + 1 };
}

/** "1,500" or "$ 1999" or "2014-strong": the digits are not a year. */
function isNumberContext(reader: Reader, at: number): boolean {
  const before = reader.atoms[at - 1];
  const after = reader.atoms[at + 1];
  const beyond = reader.atoms[at + 2];
  if (before !== undefined && /^[$€£#%]$/.test(before.text)) return true;
  if (reader.atoms[at]?.glued && before !== undefined && /^[,.:]$/.test(before.text)) {
    return reader.atoms[at - 2]?.kind === 'digits' && before.glued;
  }
  if (after === undefined || !after.glued) return false;
  if (after.text === '%' || after.kind === 'word') return true;
  return /^[,.:]$/.test(after.text) && beyond?.glued === true && beyond.kind === 'digits';
}

const SENSES: ReadonlyMap<string, Sense> = new Map([
  ['last', 'last'],
  ['past', 'last'],
  ['this', 'this'],
  ['current', 'this'],
  ['next', 'next'],
  ['coming', 'next'],
  ['upcoming', 'next'],
  ['previous', 'previous'],
  ['preceding', 'previous'],
  ['prior', 'previous'],
  ['following', 'following'],
  ['ensuing', 'following'],
  ['same', 'same'],
  ['that', 'same'],
  ['very', 'same'],
]);

/** "last", "the previous", "that same", "this coming": which one of a unit is meant. */
export function readSense(
  reader: Reader,
  at: number,
): { readonly sense: Sense; readonly end: number } | null {
  const text = textAt(reader, at);
  const next = SENSES.get(textAt(reader, at + 1));
  if (text === 'the' || text === 'that' || text === 'this') {
    if (next === undefined || next === 'this') {
      if (text === 'the')
        return next === 'this' ? { sense: 'this', end: at + 2 } : { sense: 'the', end: at + 1 };
    } else {
      // "the next day" is told from the story, "next day" from the day of publication.
      const told = text === 'the' && next === 'next' ? 'following' : next;
      return { sense: text === 'this' && next === 'last' ? 'last' : told, end: at + 2 };
    }
  }
  const sense = SENSES.get(text);
  return sense === undefined ? null : { sense, end: at + 1 };
}

/** "nineteen ninety-six", "twenty fourteen": as broadcasters write years. */
export function readSpelledYear(
  reader: Reader,
  at: number,
): { readonly year: number; readonly end: number } | null {
  if (textAt(reader, at) === 'two' && textAt(reader, at + 1) === 'thousand') {
    const numeral = readNumeral(reader.atoms, at, reader.lexicon.numbers);
    const isYear = numeral !== null && numeral.value < 2100 && !reader.isPluralNoun(numeral.end);
    return isYear ? { year: numeral.value, end: numeral.end } : null;
  }
  const century = SPOKEN_CENTURIES.get(textAt(reader, at));
  if (century === undefined) return null;
  const { tens, units } = reader.lexicon.numbers;
  const ten = tens.get(textAt(reader, at + 1));
  const teen = units.get(textAt(reader, at + 1)) ?? 0;
  if (ten === undefined) return teen >= 10 ? { year: century + teen, end: at + 2 } : null;
  const dash = isDash(reader.atoms[at + 2]) ? 1 : 0;
  const unit = units.get(textAt(reader, at + 2 + dash));
  if (unit === undefined || unit > 9) return { year: century + ten, end: at + 2 };
  return { year: century + ten + unit, end: at + 3 + dash };
}

const SPOKEN_CENTURIES: ReadonlyMap<string, number> = new Map([
  ['eighteen', 1800],
  ['nineteen', 1900],
  ['twenty', 2000],
]);

/** A year said outright or pointed to: "2014", ", 2014", "of 2014", "last year", "of that year". */
export function readYearRef(
  reader: Reader,
  at: number,
): { readonly year: YearRef; readonly end: number } | null {
  const plain = readYear(reader, at) ?? readSpelledYear(reader, at);
  if (plain !== null) return plain;
  const from = [',', 'of', 'in'].includes(textAt(reader, at)) ? at + 1 : at;
  const named =
    from > at && textAt(reader, at) !== 'in'
      ? (readYear(reader, from) ?? readSpelledYear(reader, from))
      : null;
  if (named !== null) return named;
  if (textAt(reader, at) === ',') return null;
  const sense = readSense(reader, from);
  if (sense === null || textAt(reader, sense.end) !== 'year') return null;
  return { year: sense.sense, end: sense.end + 1 };
}

/** How many: "two", "2 1/2", "a", "several", "more than 20", "two to three" (the first counts). */
export function readAmount(
  reader: Reader,
  at: number,
): { readonly amount: Amount; readonly end: number } | null {
  const qualifier = lookUp(reader, at, reader.lexicon.qualifiers);
  if (qualifier !== null) {
    const rest = readAmount(reader, qualifier.end);
    if (rest !== null)
      return { amount: { ...rest.amount, mod: qualifier.value || rest.amount.mod }, end: rest.end };
  }
  const vague = lookUp(reader, at, reader.lexicon.vagueCounts);
  if (vague !== null) {
    return { amount: { count: vague.value === 'X' ? null : Number(vague.value), mod: null }, end: vague.end };
  }
  const numeral = readNumeral(reader.atoms, at, reader.lexicon.numbers);
  if (numeral !== null) return continued(reader, numeral.value, numeral.end);
  const text = textAt(reader, at);
  if (text === 'a' || text === 'an') return { amount: { count: 1, mod: null }, end: at + 1 };
  return null;
}

/** What may follow a count: "1/2", "to three", "or two", "more", "full". */
function continued(
  reader: Reader,
  count: number,
  end: number,
): { readonly amount: Amount; readonly end: number } {
  if (textAt(reader, end + 1) === '/' && reader.atoms[end]?.kind === 'digits') {
    const half = Number(textAt(reader, end)) / Number(textAt(reader, end + 2));
    return { amount: { count: count + half, mod: null }, end: end + 3 };
  }
  if (['to', 'or'].includes(textAt(reader, end)) || isDash(reader.atoms[end])) {
    const second = readNumeral(reader.atoms, end + 1, reader.lexicon.numbers);
    if (second !== null) return { amount: { count, mod: 'APPROX' }, end: second.end };
  }
  const more = ['more', 'further', 'full', 'straight', 'consecutive', 'whole', 'long', 'trading', 'working'];
  if (more.includes(textAt(reader, end))) return { amount: { count, mod: null }, end: end + 1 };
  return { amount: { count, mod: null }, end };
}

/** A unit in either number; `plural` tells which. */
export function readUnit(
  reader: Reader,
  at: number,
): { readonly unit: Unit; readonly end: number; readonly plural: boolean } | null {
  const text = textAt(reader, at);
  const one = reader.lexicon.units.get(text);
  if (one !== undefined) return { unit: one, end: at + 1, plural: false };
  const many = reader.lexicon.pluralUnits.get(text);
  return many === undefined ? null : { unit: many, end: at + 1, plural: true };
}

/** Tells whether "old" or "of age" follows, so that the unit measures an age: "34 years old", "61-year-old". */
export function isAge(reader: Reader, end: number): boolean {
  const next = isDash(reader.atoms[end]) ? end + 1 : end;
  return textAt(reader, next) === 'old' || isPhrase(reader, end, 'of age');
}
