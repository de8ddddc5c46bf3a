import {
  areRivals,
  areTwins,
  type Comparison,
  compareMentions,
  haveOtherObjects,
  type Yardstick,
} from './compare.ts';
import { learnGeography } from './geography.ts';
import type { Mention } from './mentions.ts';
import type { Tables } from './tables.ts';
import { createUnion } from './union.ts';
import { linksWithin, pairName, type WithinReport } from './within.ts';
import { byCode } from './words.ts';

/** The mentions of one event, sorted by key. */
export type MentionGroup = readonly Mention[];

/** What linking found. */
export interface Linked {
  readonly groups: readonly MentionGroup[];
  /** Pairs of mentions, by key, that give one deed two culprits in two reports. */
  readonly rivals: readonly (readonly [string, string])[];
}

// All four chosen by hand on invented stories and one development story.
const THRESHOLD = 4;
/** Two mentions in one report that its own reading did not link need more. */
const SAME_REPORT_EXTRA = 2.5;
/** What the pairs between two groups must reach on average. */
const AVERAGE = 2;
const VERBAL_TARGET = 2;

// Buckets larger than this are compared with their neighbours in order only: the work stays linear.
const MAX_BUCKET = 60;
const NEIGHBOURS = 20;
// How many members of a group stand for it when two groups are compared.
const MAX_SPOKESMEN = 8;

/**
 * Joins mentions into events. The result depends on the set of mentions only, never on their order: pairs are taken best first,
 * ties by name, and a pair joins its groups only if no two members are barred from each other.
 */
export function linkMentions(mentions: readonly Mention[], tables: Tables): Linked {
  const sorted = [...mentions].sort((a, b) => byCode(a.key, b.key));
  const within = linksWithin(sorted, tables);
  const yardstick = { tables, geography: learnGeography(sorted, within.joins), weightOf: weightsOf(sorted) };
  const clusters = createClusters(sorted, within, yardstick);
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

interface Clusters {
  find(key: string): string;
  join(a: string, b: string): void;
  /** Tells whether a link may join two mentions: not where the report keeps members apart, nor against day, place or side. */
  mayJoin(a: string, b: string): boolean;
  /** Tells whether the groups of two mentions may be one event. */
  fit(a: string, b: string, extra: PairScore): boolean;
  groups(): readonly MentionGroup[];
}

type PairScore = (a: Mention, b: Mention) => number;

function createClusters(sorted: readonly Mention[], within: WithinReport, yardstick: Yardstick): Clusters {
  const byKey = new Map(sorted.map((mention) => [mention.key, mention]));
  const union = createUnion(byKey.keys());
  const members = new Map<string, readonly Mention[]>(sorted.map((mention) => [mention.key, [mention]]));
  const membersOf = (key: string) => members.get(union.find(key)) ?? [];
  return {
    find: union.find,
    join(a, b) {
      if (union.find(a) === union.find(b)) return;
      const joined = [...membersOf(a), ...membersOf(b)].sort((x, y) => byCode(x.key, y.key));
      union.join(a, b);
      members.set(union.find(a), joined);
    },
    mayJoin(a, b) {
      const [x, y] = [byKey.get(a), byKey.get(b)];
      if (x === undefined || y === undefined) return false;
      // A link read by rule can be wrong: two days or two places are better proof than a likeness of words.
      if (!within.corrections.has(a) && !isCredible(x, y, yardstick)) return false;
      return !membersOf(a).some((m) =>
        membersOf(b).some((n) => within.apart.has(pairName(m.key, n.key)) || haveOtherObjects(m, n)),
      );
    },
    fit(a, b, extra) {
      return groupsFit(spokesmen(membersOf(a)), spokesmen(membersOf(b)), { within, yardstick, extra });
    },
    groups() {
      return union.groups().map((keys) => keys.flatMap((key) => byKey.get(key) ?? []));
    },
  };
}

// A link may join what shares little, but not what speaks against each other.
const CREDIBLE = 1;

function isCredible(a: Mention, b: Mention, yardstick: Yardstick): boolean {
  // "23 died on Thursday" and "22 were killed on Friday" in one report are two tolls; so are history and news.
  if ((a.event.timeframe === 'background') !== (b.event.timeframe === 'background')) return false;
  if (a.by === b.by && haveOtherNumbers(a, b)) return false;
  const compared = compareMentions(a, b, yardstick);
  if (!('barrier' in compared)) return compared.score >= leastCredible(a, b);
  // "The one in Sagaing" and "the village of Maung Htaung": two names without coordinates prove nothing inside one report.
  const placed = a.place?.lat != null && b.place?.lat != null;
  return compared.barrier === 'other place' && !placed;
}

// Where two claimants speak, or the acts differ, a link of the reading needs more behind it.
const CREDIBLE_ACROSS = 3.25;

function leastCredible(a: Mention, b: Mention): number {
  if (isBareDenial(a)) return -CREDIBLE;
  const sameAct = a.acts.length === 0 || b.acts.length === 0 || a.acts.some((act) => b.acts.includes(act));
  return a.by === b.by && sameAct
    ? CREDIBLE
    : a.by === b.by || sameAct
      ? (CREDIBLE + CREDIBLE_ACROSS) / 2
      : CREDIBLE_ACROSS;
}

function haveOtherNumbers(a: Mention, b: Mention): boolean {
  return a.event.quantities.some((x) =>
    b.event.quantities.some((y) => x.of === y.of && x.of !== '' && (x.min !== y.min || x.max !== y.max)),
  );
}

// "There is no shed" shares nothing with the explosion that it gainsays but what it is about.
function isBareDenial({ event, acts }: Mention): boolean {
  return (
    event.polarity === 'negative' &&
    event.actor.length === 0 &&
    (acts.length === 0 || acts.includes('presence'))
  );
}

/** Gives the members with the most slots filled: bare ones ("the toll rose to 31") cannot bar anything. */
function spokesmen(group: readonly Mention[]): readonly Mention[] {
  if (group.length <= MAX_SPOKESMEN) return group;
  return [...group]
    .sort((a, b) => filledSlots(b) - filledSlots(a) || byCode(a.key, b.key))
    .slice(0, MAX_SPOKESMEN);
}

function filledSlots({ actor, recipient, days, place }: Mention): number {
  return (
    Number(actor.known) +
    Number(recipient.known) +
    Number(days !== null) +
    Number((place?.names.length ?? 0) > 0)
  );
}

function groupsFit(
  a: readonly Mention[],
  b: readonly Mention[],
  { within, yardstick, extra }: { within: WithinReport; yardstick: Yardstick; extra: PairScore },
): boolean {
  let sum = 0;
  let count = 0;
  for (const x of a) {
    for (const y of b) {
      if (within.apart.has(pairName(x.key, y.key))) return false;
      const compared = compareMentions(x, y, yardstick);
      const corrects = within.corrections.has(x.key) || within.corrections.has(y.key);
      if ('barrier' in compared && !corrects) return false;
      if ('barrier' in compared) continue;
      sum += compared.score + extra(x, y);
      count++;
    }
  }
  return count > 0 && sum / count >= AVERAGE;
}

function joinBest(
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
