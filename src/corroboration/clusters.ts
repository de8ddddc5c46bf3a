import { compareMentions, haveOtherObjects, type Yardstick } from './compare.ts';
import type { Mention } from './mentions.ts';
import { createUnion } from './union.ts';
import { pairName, type WithinReport } from './within.ts';
import { byCode } from './words.ts';

/** The mentions of one event, sorted by key. */
export type MentionGroup = readonly Mention[];

/** Groups of mentions that grow together. */
export interface Clusters {
  find(key: string): string;
  /** Joins two groups, unless a person told members of theirs apart. */
  join(a: string, b: string): void;
  /** Tells whether a link may join two mentions: not where the report keeps members apart, nor against day, place or side. */
  mayJoin(a: string, b: string): boolean;
  /** Tells whether mentions that a report tells as one may be joined: where nothing bars any two of their groups. */
  mayTell(a: string, b: string): boolean;
  /** Tells whether the groups of two mentions may be one event. */
  fit(a: string, b: string, extra: PairScore): boolean;
  groups(): readonly MentionGroup[];
}

/** What speaks for two mentions beside their slots. */
export type PairScore = (a: Mention, b: Mention) => number;

/** What groups are held together and apart by. */
export interface Bonds {
  readonly within: WithinReport;
  readonly yardstick: Yardstick;
  /** Pairs of keys that a person told apart: nothing ever joins their groups. */
  readonly apart: readonly (readonly [string, string])[];
}

// What the pairs between two groups must reach on average; chosen by hand on invented stories and three studied ones. At 2
// a bare mention ("the raid"), which says little to each member, kept whole groups apart.
const AVERAGE = 1;
// How many members of a group stand for it when two groups are compared.
const MAX_SPOKESMEN = 8;

/** Gives each mention a group of its own. */
export function createClusters(sorted: readonly Mention[], { within, yardstick, apart }: Bonds): Clusters {
  const byKey = new Map(sorted.map((mention) => [mention.key, mention]));
  const union = createUnion(byKey.keys());
  // Few stand for many, so that a group of any size costs the same to compare.
  const speakers = new Map<string, readonly Mention[]>(sorted.map((mention) => [mention.key, [mention]]));
  const foes = createFoes(apart);
  const speakersOf = (key: string) => speakers.get(union.find(key)) ?? [];
  return {
    find: union.find,
    join(a, b) {
      const [x, y] = [union.find(a), union.find(b)];
      if (x === y || foes.areFoes(x, y)) return;
      const joined = [...speakersOf(a), ...speakersOf(b)].sort(bySlots).slice(0, MAX_SPOKESMEN);
      union.join(a, b);
      const root = union.find(a);
      foes.join(root === x ? y : x, root);
      speakers.set(root, joined);
    },
    mayJoin(a, b) {
      const [x, y] = [byKey.get(a), byKey.get(b)];
      if (x === undefined || y === undefined) return false;
      // A link read by rule can be wrong: two days or two places are better proof than a likeness of words.
      if (!within.corrections.has(a) && !isCredible(x, y, yardstick)) return false;
      return !speakersOf(a).some((m) =>
        speakersOf(b).some(
          (n) =>
            within.apart.has(pairName(m.key, n.key)) || haveOtherObjects(m, n) || areRivals(m, n, yardstick),
        ),
      );
    },
    mayTell(a, b) {
      const [x, y] = [byKey.get(a), byKey.get(b)];
      if (x === undefined || y === undefined) return false;
      return !speakersOf(a).some((m) =>
        speakersOf(b).some(
          (n) => within.apart.has(pairName(m.key, n.key)) || 'barrier' in compareMentions(m, n, yardstick),
        ),
      );
    },
    fit(a, b, extra) {
      return groupsFit(speakersOf(a), speakersOf(b), { within, yardstick, extra });
    },
    groups() {
      return union.groups().map((keys) => keys.flatMap((key) => byKey.get(key) ?? []));
    },
  };
}

/** "The jet killed 23" and "the bandits shot their own kin": a link between what two claimants tell joins no two culprits. */
function areRivals(a: Mention, b: Mention, yardstick: Yardstick): boolean {
  if (a.by === b.by) return false;
  const compared = compareMentions(a, b, yardstick);
  return 'barrier' in compared && compared.barrier === 'rival actor';
}

interface Foes {
  areFoes(a: string, b: string): boolean;
  /** Lets the group `to` take over the foes of the group `from`. */
  join(from: string, to: string): void;
}

function createFoes(pairs: readonly (readonly [string, string])[]): Foes {
  const foes = new Map<string, Set<string>>();
  const add = (a: string, b: string): void => {
    foes.set(a, (foes.get(a) ?? new Set()).add(b));
  };
  for (const [a, b] of pairs) {
    add(a, b);
    add(b, a);
  }
  return {
    areFoes: (a, b) => foes.get(a)?.has(b) ?? false,
    join(from, to) {
      for (const foe of foes.get(from) ?? []) {
        foes.get(foe)?.delete(from);
        add(foe, to);
        add(to, foe);
      }
      foes.delete(from);
    },
  };
}

/** Orders those with the most slots filled first: bare ones ("the toll rose to 31") cannot bar anything. */
function bySlots(a: Mention, b: Mention): number {
  return filledSlots(b) - filledSlots(a) || byCode(a.key, b.key);
}

function filledSlots({ actor, recipient, days, place }: Mention): number {
  return (
    Number(actor.known) +
    Number(recipient.known) +
    Number(days !== null) +
    Number((place?.names.length ?? 0) > 0)
  );
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
  return compared.barrier === 'other place' && !placed && !haveOtherNumbers(a, b);
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
