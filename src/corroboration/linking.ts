import { type Clusters, createClusters, type MentionGroup, type PairScore } from './clusters.ts';
import { areRivals, areTwins, type Comparison, compareMentions, type Yardstick } from './compare.ts';
import { type Decided, decidedPairs, NOTHING_DECIDED } from './decisions.ts';
import { learnGeography } from './geography.ts';
import type { Mention } from './mentions.ts';
import type { Tables } from './tables.ts';
import { linksWithin, pairName } from './within.ts';
import { byCode } from './words.ts';

/** What linking found. */
export interface Linked {
  readonly groups: readonly MentionGroup[];
  /** Pairs of mentions, by key, that give one deed two culprits in two reports. */
  readonly rivals: readonly (readonly [string, string])[];
}

// All three chosen by hand on invented stories and three studied ones. At 3.5 two of these gain a point, but an uncredited rewrite adds an origin.
const THRESHOLD = 4;
/** Two mentions in one report that its own reading did not link need more. */
const SAME_REPORT_EXTRA = 2.5;
const VERBAL_TARGET = 2;

// Buckets larger than this are compared with their neighbours in order only: the work stays linear.
const MAX_BUCKET = 60;
const NEIGHBOURS = 20;

/**
 * Joins mentions into events. The result depends on the set of mentions only, never on their order: pairs are taken best first,
 * ties by name, and a pair joins its groups only if no two members are barred from each other. What people decided comes first, and holds against everything.
 */
export function linkMentions(
  mentions: readonly Mention[],
  tables: Tables,
  decided: Decided = NOTHING_DECIDED,
): Linked {
  const sorted = [...mentions].sort((a, b) => byCode(a.key, b.key));
  const within = linksWithin(sorted, tables);
  const yardstick = { tables, geography: learnGeography(sorted, within.joins), weightOf: weightsOf(sorted) };
  const clusters = createClusters(sorted, { within, yardstick, apart: decided.apart });
  for (const [a, b] of decidedPairs(decided)) clusters.join(a, b);
  for (const [a, b] of within.told) if (clusters.mayTell(a, b)) clusters.join(a, b);
  for (const [a, b] of within.joins) if (clusters.mayJoin(a, b)) clusters.join(a, b);
  const physical = sorted.filter(({ verbal }) => !verbal);
  const verbal = sorted.filter((mention) => mention.verbal);
  const pairs = candidatePairs(physical);
  for (const [a, b] of [...pairs, ...candidatePairs(verbal)]) {
    if (areTwins(a, b) && !within.apart.has(pairName(a.key, b.key))) clusters.join(a.key, b.key);
  }
  joinBest(pairs, clusters, yardstick, () => 0);
  // What is denied or answered tells denials apart, so acts of speech come after what they speak of.
  joinBest(candidatePairs(verbal), clusters, yardstick, targetScore(sorted, clusters));
  const rivals = pairs
    .filter(([a, b]) => areRivals(a, b, yardstick, THRESHOLD))
    .map(([a, b]) => [a.key, b.key] as const);
  return { groups: clusters.groups(), rivals };
}

/** Joins candidates best first where their score, with what `extra` adds, is high enough and their groups fit. */
export function joinBest(
  candidates: readonly (readonly [Mention, Mention])[],
  clusters: Clusters,
  yardstick: Yardstick,
  extra: PairScore,
): void {
  const pairs = candidates.flatMap(([a, b]) => {
    const compared = compareMentions(a, b, yardstick);
    const score = scoreOf(compared) + extra(a, b) - (a.reading === b.reading ? SAME_REPORT_EXTRA : 0);
    return score >= THRESHOLD ? [{ a, b, score }] : [];
  });
  pairs.sort((p, q) => q.score - p.score || byCode(pairName(p.a.key, p.b.key), pairName(q.a.key, q.b.key)));
  for (const { a, b } of pairs) {
    if (clusters.find(a.key) !== clusters.find(b.key) && clusters.fit(a.key, b.key, extra))
      clusters.join(a.key, b.key);
  }
}

function scoreOf(compared: Comparison): number {
  return 'barrier' in compared ? Number.NEGATIVE_INFINITY : compared.score;
}

/** Two denials of one event are nearer to each other, and denials of two events further apart, than their words show. */
function targetScore(sorted: readonly Mention[], clusters: Clusters): PairScore {
  const targets = new Map<string, Set<string>>();
  for (const reading of new Set(sorted.map((mention) => mention.reading))) {
    for (const { from, to, relation } of reading.links) {
      if (relation !== 'denies' && relation !== 'responds-to') continue;
      const key = `${reading.id}/${from}`;
      targets.set(key, (targets.get(key) ?? new Set()).add(clusters.find(`${reading.id}/${to}`)));
    }
  }
  return (a, b) => {
    const [x, y] = [targets.get(a.key), targets.get(b.key)];
    if (x === undefined || y === undefined) return 0;
    return [...x].some((target) => y.has(target)) ? VERBAL_TARGET : -VERBAL_TARGET;
  };
}

/** Gives pairs that share a block: place and day, act and place, act and side, act and victim, or the same group of copies. */
function candidatePairs(mentions: readonly Mention[]): readonly (readonly [Mention, Mention])[] {
  const buckets = new Map<string, Mention[]>();
  for (const mention of mentions) {
    for (const key of blockingKeys(mention)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [mention]);
      else bucket.push(mention);
    }
  }
  const pairs = new Map<string, readonly [Mention, Mention]>();
  for (const bucket of buckets.values()) {
    const reach = bucket.length > MAX_BUCKET ? NEIGHBOURS : bucket.length;
    for (const [i, a] of bucket.entries()) {
      for (const b of bucket.slice(i + 1, i + 1 + reach)) pairs.set(pairName(a.key, b.key), [a, b]);
    }
  }
  return [...pairs.values()];
}

function blockingKeys({
  acts,
  actor,
  recipient,
  days,
  narrow,
  place,
  group,
  event,
}: Mention): ReadonlySet<string> {
  const keys = new Set<string>();
  const day = days === null || !narrow ? '' : days.from;
  const kinds = acts.length === 0 ? [event.type] : acts;
  for (const name of place?.names ?? []) {
    if (day !== '') keys.add(`place ${name} ${day}`);
    for (const kind of kinds) keys.add(`act ${kind} ${name}`);
  }
  for (const kind of kinds) {
    for (const side of actor.sides) keys.add(`actor ${kind} ${side}`);
    for (const stem of actor.stems) keys.add(`actor ${kind} ${stem}`);
    for (const stem of recipient.stems) keys.add(`recipient ${kind} ${stem}`);
    if (day !== '') keys.add(`day ${kind} ${day}`);
    keys.add(`copy ${kind} ${group}`);
  }
  return keys;
}

/** Weighs a stem by how few of the story's reports use it; copies of one text count as one report. */
function weightsOf(mentions: readonly Mention[]): (stem: string) => number {
  const groups = new Map<string, Set<string>>();
  const all = new Set<string>();
  for (const { stems, group } of mentions) {
    all.add(group);
    for (const stem of stems) groups.set(stem, (groups.get(stem) ?? new Set()).add(group));
  }
  return (stem) => Math.log(1 + (all.size + 1) / (groups.get(stem)?.size ?? 1));
}
