import type { Layers } from '../document/layers.ts';

/** The noun that an amount counts; `last` is its token, `first` the first token of its compound. */
export interface CountedNoun {
  readonly first: number;
  readonly last: number;
}

type Language = Pick<Layers, 'tokens' | 'tags' | 'dependencies'>;

const MAX_MODIFIERS = 7;

/** Words that may stand between an amount and its noun: "two of its own armoured vehicles", "three more people". */
const BETWEEN = new Set([
  'more',
  'other',
  'additional',
  'further',
  'of',
  'the',
  'its',
  'their',
  'his',
  'her',
  'our',
  'these',
  'those',
  'them',
  '"',
  '“',
  '‘',
  "'",
  '-',
  'and',
]);

/**
 * Gives the noun that the amount before token `at` counts, read forward from it: modifiers may come between, a verb, a
 * comma or a preposition ends the search. Null when the noun is left out, as in "wounding more than 40".
 */
export function countedNoun(layers: Language, at: number): CountedNoun | null {
  const sentence = layers.tokens[at - 1]?.sentence;
  for (let i = at; i < at + MAX_MODIFIERS; i++) {
    if (layers.tokens[i] === undefined || layers.tokens[i]?.sentence !== sentence) return null;
    if (isNoun(layers, i)) return compound(layers, i);
    if (!isModifier(layers, i)) return null;
  }
  return null;
}

function isNoun({ tags }: Language, at: number): boolean {
  const upos = tags[at]?.upos;
  return upos === 'NOUN' || upos === 'PROPN';
}

function isModifier({ tokens, tags, dependencies }: Language, at: number): boolean {
  const text = tokens[at]?.text.toLowerCase() ?? '';
  const upos = tags[at]?.upos;
  if (text === 'and') return tags[at - 1]?.upos === 'ADJ' && tags[at + 1]?.upos === 'ADJ';
  if (BETWEEN.has(text)) return text !== 'them';
  // "armed men", "wounded soldiers": a participle before its noun; "two wounded" and "40 killed" have none.
  if (upos === 'VERB') return dependencies[at]?.relation === 'amod';
  return upos === 'ADJ' || upos === 'ADV' || upos === 'NUM';
}

/** "border guards", "AA members", "prisoners" (of war stays outside): the run of nouns up to its last. */
function compound(layers: Language, first: number): CountedNoun {
  let last = first;
  while (joinsNoun(layers, last + 1)) last++;
  return { first, last };
}

function joinsNoun(layers: Language, at: number): boolean {
  if (layers.tokens[at]?.sentence !== layers.tokens[at - 1]?.sentence || !isNoun(layers, at)) return false;
  // "two soldiers Monday" and "three people Tuesday" would go on otherwise.
  const plural = layers.tags[at - 1]?.features.number === 'Plur' && layers.tags[at - 1]?.upos === 'NOUN';
  return !plural || layers.dependencies[at - 1]?.relation === 'compound';
}

/** Gives the counted noun's words: compound parts as they are, the last one as its lemma, in lower case. */
export function nounWords({ tokens, tags }: Language, { first, last }: CountedNoun): string {
  const words = tokens.slice(first, last).map((token) => token.text);
  return [...words, tags[last]?.lemma ?? tokens[last]?.text ?? ''].join(' ').toLowerCase();
}
