import type { Doc } from '../document/doc.ts';
import type { TokenRange } from '../language/tree.ts';
import type { PlaceLexicon } from './place-lexicon.ts';
import type { PlaceWords } from './place-words.ts';

/** A bare name of a place, before the words around it are taken in. */
export interface PlaceCore extends TokenRange {
  /** The name's characters, without article and possessive. */
  readonly name: string;
  /** What made it a place. */
  readonly by: 'name' | 'table' | 'preposition' | 'container' | 'words' | 'again' | 'body';
  /** True for a facility: a building, a base, a road. */
  readonly site: boolean;
  readonly confidence: number;
}

export type PlaceDoc = Doc<'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'names'>;

/** What the search for names of places goes by. */
export interface CoreSearch {
  readonly doc: PlaceDoc;
  readonly lexicon: PlaceLexicon;
  readonly words: PlaceWords;
}

/** The longest name that is looked up, in tokens: "Democratic People's Republic of Korea" has six. */
export const NAME_TOKENS_MAX = 7;

/** Gives the characters of a run of tokens. */
export function textOf({ doc }: Pick<CoreSearch, 'doc'>, { firstToken, endToken }: TokenRange): string {
  const { tokens } = doc.layers;
  return doc.text.slice(tokens[firstToken]?.start ?? 0, tokens[endToken - 1]?.end ?? 0);
}

/** Small words that a name may hold inside: "Sar-e Pol", "Port of Spain", "Santa Cruz de la Sierra". */
export const INSIDE = new Set([
  'of',
  'de',
  'del',
  'la',
  'el',
  'al',
  'the',
  'and',
  '-',
  '–',
  "'s",
  '’s',
  'du',
  'da',
  'do',
  'e',
  'i',
  "'",
  '’',
  '.',
  'an',
  'on',
  'upon',
  'sur',
  'am',
]);

/** Tells whether a token stands in the line that says where a report was written. */
export function isInDateline({ layers }: PlaceDoc, token: number): boolean {
  const start = layers.tokens[token]?.start ?? 0;
  return layers.zones.some((zone) => zone.kind === 'dateline' && zone.start <= start && start < zone.end);
}

/** Tells whether a token opens like a name, an Arabic article before it included. */
export function isCapitalised(text: string | undefined): boolean {
  return text !== undefined && /^(?:['’]?\p{Lu}|(?:al|el|as|ar|ad|an|at|az|ash)-\p{Lu})/u.test(text);
}
