import type { Row } from '../document/table.ts';
import type { SignGrounds } from './actor-grounds.ts';
import { type BarePhrase, openSigns, type Signs, signsOf } from './actor-signs.ts';

/** How much each sign speaks for a country, or for leaving it open, by its name: the lines of `data/actors/signs.tsv`. */
export type SignWeights = ReadonlyMap<string, number>;

/** Reads the weights of the signs. */
export function readSignWeights(rows: readonly Row[]): SignWeights {
  return new Map(rows.map((row) => [row['sign'] ?? '', Number(row['weight'])]));
}

/** Whose a bare phrase is, by the report around it. */
export interface Whose {
  /** ISO 3166 alpha-3, or the code of a body with soldiers and ministers of its own. */
  readonly country: string;
  /** 0 to 0.6, in hundredths: what the report around a phrase tells is never as sure as what its own words say. */
  readonly confidence: number;
}

/** A guess that is less likely than this is none: in a sentence alone a country hardly beats leaving it open. One that is likelier than this no surer. */
const LIKELY = 0.53;
const SUREST = 0.6;
/** Chosen by hand: the dateline of a report that speaks of no other state says little, but nothing speaks against it. */
const WRITTEN = 0.55;

/**
 * Gives the likeliest of the countries that a report names as the one whose army or villagers a phrase means that does not
 * say so; null where leaving it open is likelier. A conditional logit (McFadden 1974) over the signs, learned from
 * annotated reports by `npm run train:whose`.
 */
export function guessWhose(grounds: SignGrounds, phrase: BarePhrase, weights: SignWeights): Whose | null {
  const { written } = grounds;
  if (written !== null && phrase.domestic && !phrase.isEnvoy)
    return { country: written, confidence: WRITTEN };
  const open = weigh(openSigns(grounds, phrase), weights);
  const scores = [...signsOf(grounds, phrase)].map(
    ([country, signs]) => [country, weigh(signs, weights)] as const,
  );
  const highest = Math.max(open, ...scores.map(([, score]) => score));
  let sum = Math.exp(open - highest);
  let best: readonly [string, number] | undefined;
  for (const one of scores) {
    sum += Math.exp(one[1] - highest);
    if (best === undefined || one[1] > best[1]) best = one;
  }
  if (best === undefined) return null;
  const likely = Math.exp(best[1] - highest) / sum;
  return likely < LIKELY
    ? null
    : { country: best[0], confidence: Math.min(SUREST, Math.round(likely * 100) / 100) };
}

function weigh(signs: Signs, weights: SignWeights): number {
  let sum = 0;
  for (const [name, value] of signs) sum += value * (weights.get(name) ?? 0);
  return sum;
}
