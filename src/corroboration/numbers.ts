import type { StoryClaim } from './claims.ts';
import type { MentionGroup } from './clusters.ts';
import { byCode } from './words.ts';

/** One claimant's figure; null where the words leave that end open ("at least 20" has no max). */
export interface NumberValue {
  readonly by: string;
  readonly min: number | null;
  readonly max: number | null;
  /** The mentions that give it. */
  readonly mentions: readonly string[];
}

/** Lowest, best and highest figure. */
export interface NumberRange {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** All figures given for one kind of thing counted in an event. */
export interface StoryNumber {
  /** What is counted: "killed", "wounded", "bombs". */
  readonly of: string;
  /** Distinct figures, sorted by claimant and size. */
  readonly values: readonly NumberValue[];
  /** Lowest, latest and highest figure of each claimant. */
  readonly byClaimant: readonly (NumberRange & { readonly by: string })[];
  /** UCDP's triple over all claimants: lowest and highest figure, and the one that most claimants give, the lower on a tie. */
  readonly ucdp: NumberRange;
  /** ACLED's policy: the lowest figure that any claimant gives, until a better source settles it. */
  readonly acled: number;
}

interface Figure {
  readonly of: string;
  readonly by: string;
  readonly key: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly mention: string;
  readonly publishedAt: string;
  /** False where it was corrected or taken back: it is shown, and enters no range. */
  readonly holds: boolean;
}

/** Gives what is counted in an event, by whom and how high; sorted by what is counted. `corrected` mentions were put right by another. */
export function numbersOf(
  group: MentionGroup,
  claims: readonly StoryClaim[],
  corrected: ReadonlySet<string>,
): readonly StoryNumber[] {
  const figures = figuresOf(group, claims, corrected);
  const kinds = [...new Set(figures.map(({ of }) => of))].sort(byCode);
  return kinds.map((of) =>
    numberOf(
      of,
      figures.filter((figure) => figure.of === of),
    ),
  );
}

function figuresOf(
  group: MentionGroup,
  claims: readonly StoryClaim[],
  corrected: ReadonlySet<string>,
): readonly Figure[] {
  const claimAt = new Map(
    claims.filter(({ basis }) => basis === 'mention').map((claim) => [claim.mention, claim]),
  );
  return group.flatMap(({ key, event }) => {
    const claim = claimAt.get(key);
    // "No aircraft dropped two bombs" counts nothing.
    if (claim === undefined || event.polarity === 'negative') return [];
    return event.quantities
      .filter(({ min, max }) => min !== null || max !== null)
      .map(({ of, min, max }) => ({
        of,
        by: claim.by.name,
        key: claim.by.key,
        min,
        max,
        mention: key,
        publishedAt: claim.publishedAt ?? '',
        holds: claim.withdrawn === null && !corrected.has(key),
      }));
  });
}

function numberOf(of: string, figures: readonly Figure[]): StoryNumber {
  const values = new Map<
    string,
    { by: string; min: number | null; max: number | null; mentions: string[] }
  >();
  for (const { key, by, min, max, mention } of figures) {
    const name = `${key} ${min} ${max}`;
    const value = values.get(name) ?? { by, min, max, mentions: [] };
    value.mentions.push(mention);
    values.set(name, value);
  }
  const holding = figures.some(({ holds }) => holds) ? figures.filter(({ holds }) => holds) : figures;
  const claimants = [...new Set(holding.map(({ key }) => key))].sort(byCode);
  return {
    of,
    values: [...values.values()].sort(
      (a, b) => byCode(a.by, b.by) || lowOf(a) - lowOf(b) || highOf(a) - highOf(b),
    ),
    byClaimant: claimants.map((key) => rangeOf(holding.filter((figure) => figure.key === key))),
    ucdp: tripleOf(holding),
    acled: Math.min(...holding.map(lowOf)),
  };
}

function rangeOf(figures: readonly Figure[]): NumberRange & { by: string } {
  const latest = [...figures].sort(
    (a, b) => byCode(b.publishedAt, a.publishedAt) || byCode(a.mention, b.mention),
  )[0];
  return {
    by: latest?.by ?? '',
    low: Math.min(...figures.map(lowOf)),
    best: latest === undefined ? 0 : bestOf(latest),
    high: Math.max(...figures.map(highOf)),
  };
}

function tripleOf(figures: readonly Figure[]): NumberRange {
  const backers = new Map<number, Set<string>>();
  for (const figure of figures) {
    const best = bestOf(figure);
    backers.set(best, (backers.get(best) ?? new Set()).add(figure.key));
  }
  const [best] = [...backers].sort(([a, m], [b, n]) => n.size - m.size || a - b);
  return {
    low: Math.min(...figures.map(lowOf)),
    best: best?.[0] ?? 0,
    high: Math.max(...figures.map(highOf)),
  };
}

// "Up to 40" says nothing of the lowest: nobody may have been hurt.
function lowOf({ min }: { readonly min: number | null }): number {
  return min ?? 0;
}

function highOf({ min, max }: { readonly min: number | null; readonly max: number | null }): number {
  return max ?? min ?? 0;
}

function bestOf({ min, max }: { readonly min: number | null; readonly max: number | null }): number {
  return min ?? max ?? 0;
}
