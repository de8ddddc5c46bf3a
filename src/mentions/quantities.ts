import type { Doc } from '../document/doc.ts';
import type { QuantityMention, TimeMention } from '../document/mention-layers.ts';
import type { Span } from '../document/span.ts';
import type { Stage } from '../document/stage.ts';
import { type CountedNoun, countedNoun, nounWords } from './quantity-noun.ts';
import { type Amount, readAmount } from './quantity-reading.ts';
import { type QuantitiesTables, type QuantityLexicon, quantityLexicon } from './quantity-words.ts';
import { type Atom, isDash, splitAtoms } from './times/atoms.ts';

type Needs = 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'times';

export type { QuantitiesTables } from './quantity-words.ts';

/**
 * Gives the stage that finds counted things: casualties, troops, equipment, displaced, sums of money and weights of
 * goods. Durations, distances, percentages, ages, dates, ordinals and calibres are left out. Sums carry the rule
 * `quantities/money` and weights `quantities/weight`, so that an event can take only what it counts.
 */
export function createQuantities(tables: QuantitiesTables): Stage<Needs, 'quantities'> {
  const lexicon = quantityLexicon(tables);
  return {
    name: 'quantities',
    version: 1,
    needs: ['sentences', 'tokens', 'tags', 'dependencies', 'times'],
    gives: ['quantities'],
    run: (doc) => ({ quantities: quantitiesOf(doc, lexicon) }),
  };
}

function quantitiesOf(doc: Doc<Needs>, lexicon: QuantityLexicon): readonly QuantityMention[] {
  const atoms = splitAtoms(doc.layers.tokens);
  const inTime = timeFinder(doc.layers.times);
  const found: QuantityMention[] = [];
  for (let at = 0; at < atoms.length; ) {
    const amount = readAmount(atoms, at, lexicon) ?? readNo(doc, atoms, at, lexicon);
    const usable =
      amount !== null && !crossesSentence(atoms, amount) && !isOther(doc, atoms, amount, lexicon);
    if (amount === null || !usable || inTime(spanOfAtoms(atoms, amount.start, amount.end))) {
      // A qualifier may stand before a time and the number after it: go on behind a rejected number, not inside it.
      at = amount === null ? at + 1 : Math.max(amount.end, at + 1);
      continue;
    }
    const mention = mentionOf(doc, atoms, amount, lexicon);
    if (mention !== null) found.push(mention);
    at = amount.end;
  }
  return found;
}

function spanOfAtoms(atoms: readonly Atom[], start: number, end: number): Span {
  return { start: atoms[start]?.start ?? 0, end: atoms[end - 1]?.end ?? 0 };
}

function crossesSentence(atoms: readonly Atom[], { start, end }: Amount): boolean {
  return atoms[start]?.sentence !== atoms[end - 1]?.sentence;
}

/** Tells whether a span shares characters with a time; asked in the order of the text. */
function timeFinder(times: readonly TimeMention[]): (span: Span) => boolean {
  let at = 0;
  return ({ start, end }) => {
    while (at < times.length && (times[at]?.end ?? 0) <= start) at++;
    const time = times[at];
    return time !== undefined && time.start < end;
  };
}

/** "No civilians were killed" counts, "no evidence" does not: the noun must be one that reports count. */
function readNo(
  { layers }: Doc<Needs>,
  atoms: readonly Atom[],
  at: number,
  lexicon: QuantityLexicon,
): Amount | null {
  if (atoms[at]?.text !== 'no') return null;
  const noun = countedNoun(layers, (atoms[at]?.token ?? 0) + 1);
  const lemma = noun === null ? '' : (layers.tags[noun.last]?.lemma.toLowerCase() ?? '');
  if (noun === null || !lexicon.countables.has(lemma)) return null;
  let end = at;
  while (atoms[end] !== undefined && (atoms[end]?.token ?? 0) <= noun.last) end++;
  return { start: at, end, min: 0, max: 0, approximate: false, rule: 'none', currency: null };
}

/** What looks like an amount but is a share, a measure, an age, a label, a part of a compound or a pronoun. */
function isOther(doc: Doc<Needs>, atoms: readonly Atom[], amount: Amount, lexicon: QuantityLexicon): boolean {
  if (amount.rule === 'none' || amount.rule === 'money') return false;
  const next = atoms[amount.end];
  const before = atoms[amount.start - 1];
  if (next?.glued && /^[%°/:]$/.test(next.text)) return true;
  if (
    next !== undefined &&
    (isMeasure(doc, next, lexicon) || lexicon.numbers.ordinals.has(next.text.replace(/s$/, '')))
  )
    return true;
  if (next?.glued && next.kind === 'word') return true;
  // "250-kilogram bombs", "a three-member panel": part of an adjective; "a 400-strong force" counts.
  if (isDash(next) && next?.glued && atoms[amount.end + 1]?.glued)
    return atoms[amount.end + 1]?.text !== 'strong';
  if (before?.glued !== undefined && /^[/:]$/.test(before.text)) return true;
  return (
    isOne(atoms, amount) ||
    isRatio(atoms, amount) ||
    isAge(atoms, amount) ||
    isLabelled(doc, atoms, amount, lexicon)
  );
}

/** "40 km north" measures; "two night watchmen" counts men. */
function isMeasure({ layers }: Doc<Needs>, next: Atom, lexicon: QuantityLexicon): boolean {
  const noun = countedNoun(layers, next.token);
  return lexicon.measures.has(next.text) && (noun === null || noun.last <= next.token);
}

/** "one another", "this one", "one can see": the pronoun. */
function isOne(atoms: readonly Atom[], { start, end }: Amount): boolean {
  if (end !== start + 1 || atoms[start]?.text !== 'one') return false;
  const before = atoms[start - 1]?.text ?? '';
  const after = atoms[end]?.text ?? '';
  if (
    [
      'another',
      'can',
      'should',
      'must',
      'side',
      'day',
      'thing',
      'way',
      'hand',
      'time',
      'point',
      "'",
      '’',
    ].includes(after)
  )
    return true;
  return [
    'the',
    'this',
    'that',
    'which',
    'any',
    'every',
    'each',
    'another',
    'first',
    'last',
    'next',
  ].includes(before);
}

/** "nine in 10 adults": a share, not a count. */
function isRatio(atoms: readonly Atom[], { start, end }: Amount): boolean {
  const isNumber = (at: number) =>
    atoms[at]?.kind === 'digits' || ['ten', 'four', 'five', 'three'].includes(atoms[at]?.text ?? '');
  const isTop = atoms[end]?.text === 'in' && isNumber(end + 1);
  return (
    isTop ||
    (atoms[start - 1]?.text === 'in' &&
      isNumber(start) &&
      atoms[start - 2]?.kind !== 'mark' &&
      isNumber(start - 2))
  );
}

/** "Ma Hla, 34, a fish seller", "aged 34", "now 31". */
function isAge(atoms: readonly Atom[], { start, end }: Amount): boolean {
  const before = atoms[start - 1]?.text ?? '';
  if (['aged', 'age', 'now'].includes(before)) return true;
  if (atoms[start]?.kind !== 'digits' || end !== start + 1 || !/^\d{1,3}$/.test(atoms[start]?.text ?? ''))
    return false;
  const named = atoms[start - 2]?.capital === true;
  const isClosed = /^[,.;)]$/.test(atoms[end]?.text ?? '.');
  return named && isClosed && (before === ',' || before === '(');
}

/** "resolution 2254", "Brigade 47", "Agenda 2030": a number after its noun is a name. */
function isLabelled(
  { layers }: Doc<Needs>,
  atoms: readonly Atom[],
  { start, rule }: Amount,
  lexicon: QuantityLexicon,
): boolean {
  const before = atoms[start - 1];
  if (before === undefined || rule === 'vague') return false;
  const token = atoms[start]?.token ?? 0;
  const head = layers.dependencies[token]?.head ?? -1;
  // "series two", "Day three": the number hangs on a noun before it.
  if (layers.dependencies[token]?.relation === 'nummod' && head >= 0 && head < token) return true;
  if (atoms[start]?.kind !== 'digits') return layers.tags[token]?.upos === 'PROPN';
  const label = before.text === '.' ? atoms[start - 2]?.text : before.text;
  if (lexicon.labels.has(label ?? '')) return true;
  const isName = layers.tags[before.token]?.upos === 'PROPN' && before.kind === 'word';
  return isName && countedNoun(layers, token + 1) === null;
}

function mentionOf(
  { layers, text }: Doc<Needs>,
  atoms: readonly Atom[],
  amount: Amount,
  lexicon: QuantityLexicon,
): QuantityMention | null {
  const lastToken = atoms[amount.end - 1]?.token ?? 0;
  const strong = atoms[amount.end + 1]?.text === 'strong' && isDash(atoms[amount.end]);
  const noun =
    amount.rule === 'none' &&
    /\s/.test(text.slice(atoms[amount.start]?.start, atoms[amount.end - 1]?.end)) &&
    atoms[amount.start]?.text === 'no'
      ? { first: lastToken, last: lastToken }
      : countedNoun(layers, (strong ? (atoms[amount.end + 1]?.token ?? lastToken) : lastToken) + 1);
  const kind = kindOf(layers, noun, amount, lexicon);
  if (kind === null || (noun === null && isPronoun(atoms, amount))) return null;
  const own = spanOfAtoms(atoms, amount.start, amount.end);
  const wide = kind === 'money' || kind === 'weight';
  const end =
    wide && noun !== null && amount.currency === null ? (layers.tokens[noun.last]?.end ?? own.end) : own.end;
  return {
    start: own.start,
    end,
    nounToken: noun?.last ?? lastToken,
    of: amount.currency ?? (noun === null ? '' : nounWords(layers, noun)),
    min: amount.min,
    max: amount.max,
    approximate: amount.approximate,
    why: {
      rule: `quantities/${kind}`,
      spans: [{ start: own.start, end }],
      confidence: noun === null ? 0.6 : 0.9,
    },
  };
}

/** "find one", "a positive one": without a noun, "of" or "more", the word stands for a thing and counts none. */
function isPronoun(atoms: readonly Atom[], { start, end }: Amount): boolean {
  return (
    atoms[end - 1]?.text === 'one' &&
    end === start + 1 &&
    !['of', 'more'].includes(atoms[end]?.text ?? '') &&
    // "put the number at one", "the police speak of one".
    !(
      ['at', 'of'].includes(atoms[start - 1]?.text ?? '') &&
      /^(?:[.,;]|and|but)?$/.test(atoms[end]?.text ?? '')
    )
  );
}

const WEIGHTS = new Set([
  'kilo',
  'kilogram',
  'gram',
  'tonne',
  'ton',
  'pound',
  'litre',
  'liter',
  'barrel',
  'gallon',
  'ounce',
]);

/** Null for what counts no things: "40 kilometres", "two metres wide". */
function kindOf(
  { tags, tokens }: Doc<Needs>['layers'],
  noun: CountedNoun | null,
  { rule }: Amount,
  lexicon: QuantityLexicon,
): string | null {
  const word = noun === null ? '' : (tokens[noun.last]?.text.toLowerCase() ?? '');
  const lemma = noun === null ? '' : (tags[noun.last]?.lemma.toLowerCase() ?? '');
  if (lexicon.measures.has(word) || lexicon.measures.has(lemma)) return null;
  if (rule !== 'money' && (lexicon.money.has(word) || lexicon.money.has(lemma))) return 'money';
  return WEIGHTS.has(lemma) ? 'weight' : rule;
}
