/**
 * Learns how much each sign speaks for a country as the one whose a bare phrase is: LEARNED OUT [MEASURED…].
 *   npx jiti training/whose/train.ts test/gold/practice data/actors/signs.tsv test/gold/held ../shared/gold/single
 * A conditional logit (McFadden 1974) with weights held small, fitted by gradient descent
 * from nothing, so that the same reports give the same weights.
 */
import { writeFileSync } from 'node:fs';
import type { Signs } from '../../src/mentions/actor-signs.ts';
import { openEngine } from '../../src/pipeline/engines.ts';
import { loadResources } from '../../src/pipeline/resources.ts';
import { type Lesson, readLessons } from './lessons.ts';

const RESTRAINT = 0.02;
/** What reports show too seldom to teach from nothing: nobody accuses, and few shell, their own; what opens a sentence sets its
 * scene; a ministry is of the state that has just acted; a town alone, of whatever name, does not make a report its state's. */
const BELIEFS: ReadonlyMap<string, number> = new Map([
  ['hostile object', -2],
  ['hostile subject', -1.5],
  ['opening place', 1],
  ['government: topic first', 2],
  ['never named', -1],
]);
const STEPS = 600;
const PACE = 0.05;
const FOLDS = 5;

const [learned = 'test/gold/practice', out = 'data/actors/signs.tsv', ...measured] = process.argv.slice(2);
const [{ engine }, resources] = await Promise.all([openEngine('accurate'), loadResources()]);
const lessons = readLessons(learned, engine, resources);
console.error(`${lessons.length} phrases`);

const reports = [...new Set(lessons.map(({ report }) => report))].sort();
const left = Array.from({ length: FOLDS }, (_, fold) => {
  const isLeft = ({ report }: Lesson) => reports.indexOf(report) % FOLDS === fold;
  const weights = learn(lessons.filter((lesson) => !isLeft(lesson)));
  return lessons.filter(isLeft).map((lesson) => ({ lesson, guess: guess(lesson, weights) }));
});
measure('practice, each fifth by the others', left.flat());
const weights = learn(lessons);
for (const folder of measured) {
  const others = readLessons(folder, engine, resources);
  measure(
    folder,
    others.map((lesson) => ({ lesson, guess: guess(lesson, weights) })),
  );
}
writeFileSync(out, tableOf(weights));

/** Adam (Kingma and Ba 2015) on the mean of the logarithms, all lessons at once. */
function learn(all: readonly Lesson[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { open, countries } of all)
    for (const signs of [open, ...countries.values()])
      for (const name of signs.keys()) weights.set(name, BELIEFS.get(name) ?? 0);
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  for (let step = 1; step <= STEPS; step++) {
    const slope = new Map(
      [...weights].map(([name, weight]) => [name, RESTRAINT * (weight - (BELIEFS.get(name) ?? 0))] as const),
    );
    for (const lesson of all) {
      for (const [signs, likely, right] of likelihoods(lesson, weights))
        for (const [name, value] of signs)
          slope.set(name, (slope.get(name) ?? 0) + ((likely - right) * value) / all.length);
    }
    for (const [name, s] of slope) {
      const m = 0.9 * (first.get(name) ?? 0) + 0.1 * s;
      const v = 0.999 * (second.get(name) ?? 0) + 0.001 * s * s;
      first.set(name, m);
      second.set(name, v);
      const change = m / (1 - 0.9 ** step) / (Math.sqrt(v / (1 - 0.999 ** step)) + 1e-8);
      weights.set(name, (weights.get(name) ?? 0) - PACE * change);
    }
  }
  return weights;
}

/** Gives for leaving it open and for each country its signs, how likely it is held, and whether it is right (1 or 0). */
function likelihoods(
  { open, countries, country }: Lesson,
  weights: ReadonlyMap<string, number>,
): readonly (readonly [Signs, number, number])[] {
  const choices: readonly (readonly [string | null, Signs])[] = [[null, open], ...countries];
  const scores = choices.map(([, signs]) =>
    [...signs].reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0),
  );
  const highest = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - highest), 0);
  return choices.map(([choice, signs], at) => [
    signs,
    Math.exp((scores[at] ?? 0) - highest) / sum,
    Number(choice === country),
  ]);
}

interface Guess {
  readonly country: string | null;
  readonly confidence: number;
}

function guess(lesson: Lesson, weights: ReadonlyMap<string, number>): Guess {
  const names = [...lesson.countries.keys()];
  const likely = likelihoods(lesson, weights).map(([, one]) => one);
  let best = 1;
  for (let at = 2; at < likely.length; at++) if ((likely[at] ?? 0) > (likely[best] ?? 0)) best = at;
  return { country: names[best - 1] ?? null, confidence: likely[best] ?? 0 };
}

function measure(part: string, guesses: readonly { readonly lesson: Lesson; readonly guess: Guess }[]): void {
  const known = guesses.filter(({ lesson }) => lesson.country !== null);
  const per = (count: number) => ((100 * count) / Math.max(1, known.length)).toFixed(0);
  for (const threshold of [0.35, 0.4, 0.45, 0.5, 0.6, 0.7]) {
    const made = known.filter(({ guess }) => guess.confidence >= threshold);
    const right = made.filter(({ lesson, guess }) => lesson.country === guess.country).length;
    const filled = guesses.filter(
      ({ lesson, guess }) => lesson.country === null && guess.confidence >= threshold,
    );
    console.log(
      `${part} > ${threshold}: right ${per(right)}, wrong ${per(made.length - right)}, open ${per(known.length - made.length)} of ${known.length}; filled ${filled.length} of ${guesses.length - known.length} left open`,
    );
  }
}

function tableOf(all: ReadonlyMap<string, number>): string {
  const lines = [...all]
    .map(([name, weight]) => [name, weight.toFixed(3)] as const)
    .filter(([, weight]) => Number(weight) !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `${name}\t${weight}\n`);
  return [
    '# How much each sign speaks for a country as the one whose a bare phrase ("the army", "two men") is, or for leaving it open ("open").\n',
    '# Origin: learned from the annotated practice reports in test/gold/practice. Licence: Apache-2.0. Date: 2026-11-23.\n',
    '# How made: npm run train:whose; the signs are described in src/mentions/actor-signs.ts. What has no line weighs nothing.\n',
    'sign\tweight\n',
    ...lines,
  ].join('');
}
