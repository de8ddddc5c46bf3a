import type { Token } from '../document/language-layers.ts';
import type { ActorMatches, Match } from './actor-matches.ts';

/** A state that a report calls by the half of its name that tells it from another. */
interface Half {
  readonly word: 'North' | 'South';
  readonly country: string;
  /** One of the two must be the state that the report speaks of most. */
  readonly other: string;
}

const HALVES: readonly Half[] = [
  { word: 'North', country: 'PRK', other: 'KOR' },
  { word: 'South', country: 'KOR', other: 'PRK' },
  { word: 'South', country: 'SSD', other: 'SSD' },
];

/**
 * Adds "the North" and "the South" as states, in a report that speaks of the two states more than of any other:
 * "Seoul said the North had fired first". "The North Sea" and "the North" of another land stay what they are.
 */
export function withHalves(
  { byToken, counts }: ActorMatches,
  tokens: readonly Pick<Token, 'text'>[],
): ActorMatches {
  const most = Math.max(0, ...counts.values());
  const countOf = (country: string): number => counts.get(country) ?? 0;
  const spoken = HALVES.filter(
    ({ country, other }) => most > 0 && [countOf(country), countOf(other)].includes(most),
  );
  if (spoken.length === 0) return { byToken, counts };
  const added = byToken.map((match, token) => match ?? halfAt(spoken, tokens, token));
  return { byToken: added, counts };
}

function halfAt(
  spoken: readonly Half[],
  tokens: readonly Pick<Token, 'text'>[],
  token: number,
): Match | undefined {
  const half = spoken.find(({ word }) => word === tokens[token]?.text);
  const isNamed = tokens[token - 1]?.text.toLowerCase() === 'the';
  const goesOn = /^[\p{Lu}-]/u.test(tokens[token + 1]?.text ?? '');
  if (half === undefined || !isNamed || goesOn) return undefined;
  return {
    entry: { kind: 'country', form: 'name', country: half.country, sector: null },
    firstToken: token,
    endToken: token + 1,
    before: '',
    after: '',
  };
}
