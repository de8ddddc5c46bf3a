import { readNumeral } from './numbers.ts';
import { type Bounds, type Qualifier, type QuantityLexicon, qualified } from './quantity-words.ts';
import { type Atom, isDash } from './times/atoms.ts';
import { lookUp } from './times/reader.ts';

/** An amount as it is written: its atoms are [start, end), qualifiers included. */
export interface Amount extends Bounds {
  readonly start: number;
  readonly end: number;
  readonly approximate: boolean;
  readonly rule: 'numeral' | 'vague' | 'none' | 'money';
  /** The currency, where a symbol names it. */
  readonly currency: string | null;
}

/** Reads the amount that starts at atom `at`: "at least 23", "dozens", "between 5 and 7", "nobody"; null if none does. */
export function readAmount(atoms: readonly Atom[], at: number, lexicon: QuantityLexicon): Amount | null {
  return (
    readBetween(atoms, at, lexicon) ??
    readQualified(atoms, at, lexicon) ??
    readNone(atoms, at, lexicon) ??
    readBare(atoms, at, lexicon)
  );
}

/** "between 5 and 7", "from 20 to 30 fighters". */
function readBetween(atoms: readonly Atom[], at: number, lexicon: QuantityLexicon): Amount | null {
  const join = atoms[at]?.text === 'between' ? 'and' : atoms[at]?.text === 'from' ? 'to' : null;
  if (join === null) return null;
  const low = readNumeral(atoms, at + 1, lexicon.numbers);
  if (low === null || atoms[low.end]?.text !== join) return null;
  const high = readNumeral(atoms, low.end + 1, lexicon.numbers);
  if (high === null || high.value < low.value) return null;
  // "from 20 to 30" may be a rise; only "between" is sure to be a range, and a rise has its noun before it.
  const start = join === 'and' ? at : at + 1;
  return amountOf(start, high.end, { min: low.value, max: high.value }, 'numeral');
}

function amountOf(start: number, end: number, bounds: Bounds, rule: Amount['rule']): Amount {
  return { start, end, ...bounds, approximate: rule === 'vague', rule, currency: null };
}

function readQualified(atoms: readonly Atom[], at: number, lexicon: QuantityLexicon): Amount | null {
  const qualifier = lookUp({ atoms }, at, lexicon.qualifiers);
  if (qualifier === null) return null;
  const inner = readQualified(atoms, qualifier.end, lexicon) ?? readBare(atoms, qualifier.end, lexicon);
  if (inner === null || isOtherWord(atoms, at, qualifier.value, inner)) return null;
  const approximate = inner.approximate || qualifier.value === 'about';
  return { ...inner, ...qualified(inner, qualifier.value), start: at, approximate };
}

/** "flew over two villages", "a quarrel about two goats": before small spelled numbers these are prepositions. */
function isOtherWord(atoms: readonly Atom[], at: number, qualifier: Qualifier, inner: Amount): boolean {
  const word = atoms[at]?.text ?? '';
  const isSmall = (inner.max ?? 0) < 10 && atoms[inner.start]?.kind === 'word' && inner.rule === 'numeral';
  if (['over', 'under', 'above', 'below'].includes(word)) return isSmall && qualifier !== 'exact';
  if (word === 'all') return inner.rule === 'vague';
  return (word === 'about' || word === 'around') && isSmall && (inner.max ?? 0) < 4;
}

function readNone(atoms: readonly Atom[], at: number, lexicon: QuantityLexicon): Amount | null {
  for (let length = 4; length > 0; length--) {
    const words = atoms.slice(at, at + length).map((atom) => atom.text);
    // "is not one of the countries": the copula's "not" denies the rest, and counts nothing.
    const isCopula = words[0] === 'not' && COPULAS.has(atoms[at - 1]?.text ?? '');
    if (words.length === length && !isCopula && lexicon.none.has(words.join(' '))) {
      return amountOf(at, at + length, { min: 0, max: 0 }, 'none');
    }
  }
  return null;
}

const COPULAS = new Set(['is', 'was', 'are', 'were', 'be', 's']);

function readBare(atoms: readonly Atom[], at: number, lexicon: QuantityLexicon): Amount | null {
  const vague = lookUp({ atoms }, at, lexicon.vague);
  if (vague !== null) return amountOf(at, vague.end, vague.value, 'vague');
  const currency = lexicon.symbols.get(atoms[at]?.text ?? '');
  const from = currency === undefined ? at : at + 1;
  const numeral = readNumeral(atoms, from, lexicon.numbers);
  if (numeral === null || !startsNumber(atoms, from, currency !== undefined)) return null;
  const range = readRange(atoms, numeral.value, numeral.end, lexicon);
  const bounds = range ?? { min: numeral.value, max: numeral.value };
  const read = amountOf(at, range?.end ?? numeral.end, bounds, 'numeral');
  if (currency !== undefined) return { ...read, rule: 'money', currency };
  return withTail(atoms, read);
}

/** "T-72" and "2014/15" hold digits that are no amount. */
function startsNumber(atoms: readonly Atom[], at: number, hasSymbol: boolean): boolean {
  const atom = atoms[at];
  const before = atoms[at - 1];
  if (atom === undefined || !atom.glued || hasSymbol || before === undefined) return true;
  return /^[("“‘'—–[]$/u.test(before.text);
}

/** "five or six", "20 to 30", "5-7": never a falling pair, such as the score "3-1". */
function readRange(
  atoms: readonly Atom[],
  low: number,
  at: number,
  lexicon: QuantityLexicon,
): (Bounds & { readonly end: number }) | null {
  if (!['or', 'to'].includes(atoms[at]?.text ?? '') && !isDash(atoms[at])) return null;
  const high = readNumeral(atoms, at + 1, lexicon.numbers);
  if (high === null || high.value <= low) return null;
  return { min: low, max: high.value, end: high.end };
}

/** "20-odd", "40 or so", "100 or more", "12 at least". */
function withTail(atoms: readonly Atom[], amount: Amount): Amount {
  const at = amount.end;
  const [a = '', b = '', c = ''] = [0, 1, 2].map((step) => atoms[at + step]?.text ?? '');
  if (isDash(atoms[at]) && b === 'odd') return { ...amount, end: at + 2, approximate: true };
  if (a === 'or' && b === 'so') return { ...amount, end: at + 2, approximate: true };
  if (a === 'or' && b === 'more') return { ...amount, end: at + 2, max: null };
  if (a === 'at' && b === 'least' && c !== 'one') return { ...amount, end: at + 2, max: null };
  return amount;
}
