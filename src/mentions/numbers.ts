import type { Row } from '../document/table.ts';
import { type Atom, isDash } from './times/atoms.ts';

/** Number words by what they do in a numeral. */
export interface NumberWords {
  readonly units: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
}

/** A numeral in the text: its atoms are [start of reading, end). */
export interface Numeral {
  readonly value: number;
  readonly end: number;
  /** True when it is written in digits only, so that it may be a year, a day or a clock time. */
  readonly plainDigits: boolean;
}

/** Sorts the rows of data/quantities/numbers.tsv (word, kind, value) by kind. */
export function numberWords(rows: readonly Row[]): NumberWords {
  const ofKind = (kind: string) =>
    new Map(
      rows
        .filter((row) => row['kind'] === kind)
        .map((row) => [row['word'] ?? '', Number(row['value'])] as const),
    );
  return {
    units: ofKind('unit'),
    tens: ofKind('ten'),
    scales: ofKind('scale'),
    ordinals: ofKind('ordinal'),
  };
}

/** Reads the numeral that starts at atom `at`: "3,000", "1.5 million", "twenty-three", "two dozen"; null if none does. */
export function readNumeral(atoms: readonly Atom[], at: number, words: NumberWords): Numeral | null {
  const first = atoms[at];
  if (first === undefined) return null;
  if (first.kind === 'digits') return scaled(atoms, readDigits(atoms, at), words);
  const spelled = readSpelled(atoms, at, words);
  // "a hundred", "a dozen", but never "a" alone.
  if (spelled === null && (first.text === 'a' || first.text === 'half'))
    return readIndefinite(atoms, at, words);
  return spelled;
}

function readIndefinite(atoms: readonly Atom[], at: number, words: NumberWords): Numeral | null {
  const half = atoms[at]?.text === 'half';
  const next = half && atoms[at + 1]?.text === 'a' ? at + 2 : at + 1;
  const scale = words.scales.get(atoms[next]?.text ?? '');
  if (scale === undefined) return null;
  if (half) return { value: scale / 2, end: next + 1, plainDigits: false };
  return addRest(atoms, { value: scale, end: next + 1, plainDigits: false }, words);
}

/** Digits with thousands groups ("3,000", "12 500" is left alone) or a decimal part ("1.5"). */
function readDigits(atoms: readonly Atom[], at: number): Numeral {
  let digits = atoms[at]?.text ?? '';
  let end = at + 1;
  while (isGlued(atoms, end, ',') && atoms[end + 1]?.glued && /^\d{3}$/.test(atoms[end + 1]?.text ?? '')) {
    digits += atoms[end + 1]?.text ?? '';
    end += 2;
  }
  if (isGlued(atoms, end, '.') && atoms[end + 1]?.glued && atoms[end + 1]?.kind === 'digits') {
    digits += `.${atoms[end + 1]?.text ?? ''}`;
    end += 2;
  }
  return { value: Number(digits), end, plainDigits: end === at + 1 };
}

function isGlued(atoms: readonly Atom[], at: number, mark: string): boolean {
  return atoms[at]?.text === mark && atoms[at]?.glued === true;
}

function scaled(atoms: readonly Atom[], numeral: Numeral, words: NumberWords): Numeral {
  const dash = isDash(atoms[numeral.end]) ? 1 : 0;
  const scale = words.scales.get(atoms[numeral.end + dash]?.text ?? '');
  if (scale === undefined) return numeral;
  return { value: round(numeral.value * scale), end: numeral.end + dash + 1, plainDigits: false };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function readSpelled(atoms: readonly Atom[], at: number, words: NumberWords): Numeral | null {
  const small = readSmall(atoms, at, words);
  if (small === null) return null;
  return addRest(atoms, small, words);
}

/** "twenty", "twenty-three", "seven". */
function readSmall(atoms: readonly Atom[], at: number, words: NumberWords): Numeral | null {
  const text = atoms[at]?.text ?? '';
  const unit = words.units.get(text);
  if (unit !== undefined) return { value: unit, end: at + 1, plainDigits: false };
  const ten = words.tens.get(text);
  if (ten === undefined) return null;
  const dash = isDash(atoms[at + 1]) ? 1 : 0;
  const rest = words.units.get(atoms[at + 1 + dash]?.text ?? '');
  if (rest === undefined || rest > 9 || rest < 1) return { value: ten, end: at + 1, plainDigits: false };
  return { value: ten + rest, end: at + 2 + dash, plainDigits: false };
}

/** Scales and what is added to them: "two hundred and fifty", "three thousand two hundred". */
function addRest(atoms: readonly Atom[], head: Numeral, words: NumberWords): Numeral {
  let { value: group, end } = head;
  let total = 0;
  let ceiling = Number.POSITIVE_INFINITY;
  for (;;) {
    const scale = words.scales.get(atoms[end]?.text ?? '');
    if (scale !== undefined) {
      total += scale < 1000 ? 0 : group * scale;
      group = scale < 1000 ? group * scale : 0;
      ceiling = scale;
      end++;
      continue;
    }
    const small = smallerRest(atoms, end, ceiling, words);
    if (small === null) break;
    group += small.value;
    end = small.end;
  }
  return { value: total + group, end, plainDigits: false };
}

/**
 * What is added to a scale word. "two hundred and fifty" is one number; "two and three" and "three million and five
 * million" are two, since only a scale can be added to, and only something smaller.
 */
function smallerRest(
  atoms: readonly Atom[],
  end: number,
  ceiling: number,
  words: NumberWords,
): Numeral | null {
  if (!words.scales.has(atoms[end - 1]?.text ?? '')) return null;
  const small = readSmall(atoms, end + (atoms[end]?.text === 'and' ? 1 : 0), words);
  if (small === null || small.value >= ceiling) return null;
  const next = words.scales.get(atoms[small.end]?.text ?? '');
  return next !== undefined && next >= ceiling ? null : small;
}
