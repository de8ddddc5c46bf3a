import type { Reading } from '../claims/reading.ts';
import { type CopyPair, createCopyIndex } from './copies.ts';
import { type Credit, creditsOf } from './credits.ts';
import { familyOf, outletKey, type Tables } from './tables.ts';
import { createUnion } from './union.ts';
import { byCode } from './words.ts';

/** One step of a lineage: what a report rests on, and why we say so. */
export interface LineageEdge {
  readonly from: string;
  /** A report's id, or an outlet's name where its report is not at hand. */
  readonly to: string;
  readonly relation: 'copy' | 'rewrite' | 'version' | 'credit';
  /** One sentence for a person. */
  readonly reason: string;
}

/** Which reports repeat which, and what each credits. */
export interface Lineage {
  /** Groups of two or more reports that are copies or rewrites of one text, sorted. */
  readonly copies: readonly (readonly string[])[];
  /** The name of the group that a report belongs to; its own id where it stands alone. */
  readonly groupOf: ReadonlyMap<string, string>;
  /** The report of each group that the others rest on. */
  readonly rootOf: ReadonlyMap<string, string>;
  readonly edges: readonly LineageEdge[];
  readonly creditsOf: ReadonlyMap<string, readonly Credit[]>;
}

/**
 * Finds which reports repeat which. The root of a group is chosen by credit, by our own order of arrival, and by which text
 * holds the other; the date that a report gives itself comes last, since anyone can write an early date.
 */
export function traceLineage(
  readings: readonly Reading[],
  tables: Tables,
  arrivals: ReadonlyMap<string, string> = new Map(),
): Lineage {
  const index = createCopyIndex();
  const credits = creditsByReport(readings, tables);
  const isCredited = creditsBetween(readings, credits, tables);
  const pairs = readings.flatMap(({ id, report }) =>
    index.add(id, report.text, (other) => isCredited(id, other) || isCredited(other, id)),
  );
  const union = createUnion(readings.map(({ id }) => id));
  for (const { a, b } of pairs) union.join(a, b);
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  const groups = union.groups();
  const rootOf = new Map(
    groups.map((group) => [union.find(group[0] ?? ''), chooseRoot(group, byId, credits, arrivals)]),
  );
  return {
    copies: groups.filter((group) => group.length > 1),
    groupOf: new Map(readings.map(({ id }) => [id, union.find(id)])),
    rootOf,
    edges: [...copyEdges(pairs, groups, rootOf, union.find, byId), ...creditEdges(readings, credits)],
    creditsOf: credits,
  };
}

/** Tells whether a report names the outlet of another as its source. */
function creditsBetween(
  readings: readonly Reading[],
  credits: ReadonlyMap<string, readonly Credit[]>,
  tables: Tables,
): (from: string, to: string) => boolean {
  const families = new Map(readings.map(({ id, report }) => [id, familyOf(report.outlet ?? id, tables)]));
  return (from, to) =>
    (credits.get(from) ?? []).some(({ outlet }) => familyOf(outlet, tables) === families.get(to));
}

function creditsByReport(
  readings: readonly Reading[],
  tables: Tables,
): ReadonlyMap<string, readonly Credit[]> {
  const known = new Set(readings.map(({ report }) => outletKey(report.outlet ?? '')));
  const isOutlet = (name: string) => known.has(outletKey(name)) || tables.outlets.has(outletKey(name));
  return new Map(
    readings.map(({ id, report }) => [id, creditsOf(report.text, report.outlet, isOutlet, tables)] as const),
  );
}

function chooseRoot(
  group: readonly string[],
  byId: ReadonlyMap<string, Reading>,
  credits: ReadonlyMap<string, readonly Credit[]>,
  arrivals: ReadonlyMap<string, string>,
): string {
  // A text that credits another outlet cannot be where the words began, whatever its date.
  const rank = (id: string): readonly string[] => [
    (credits.get(id) ?? []).some(({ kind }) => kind !== 'inline') ? '1' : '0',
    arrivals.get(id) ?? '~',
    byId.get(id)?.report.publishedAt ?? '~',
    id,
  ];
  const ranked = group.map((id) => ({ id, rank: rank(id) }));
  // Without arrivals a text much shorter than its fellows is taken for a cut, even if it claims the earlier date.
  const longest = Math.max(...group.map((id) => byId.get(id)?.report.text.length ?? 0));
  const whole = ranked.filter(({ id }) => (byId.get(id)?.report.text.length ?? 0) >= longest * CUT_SHARE);
  const fit = arrivals.size > 0 || whole.length === 0 ? ranked : whole;
  return [...fit].sort((a, b) => compareRanks(a.rank, b.rank))[0]?.id ?? '';
}

// Chosen by hand: desks trim a dispatch by a fifth without thinking; less than 0.7 of it is a cut.
const CUT_SHARE = 0.7;

function compareRanks(a: readonly string[], b: readonly string[]): number {
  for (const [i, part] of a.entries()) {
    const order = byCode(part, b[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function copyEdges(
  pairs: readonly CopyPair[],
  groups: readonly (readonly string[])[],
  rootOf: ReadonlyMap<string, string>,
  find: (id: string) => string,
  byId: ReadonlyMap<string, Reading>,
): readonly LineageEdge[] {
  return groups.flatMap((group) => {
    const root = rootOf.get(find(group[0] ?? '')) ?? '';
    return group.filter((id) => id !== root).map((id) => edgeOf(id, root, pairs, byId));
  });
}

function edgeOf(
  id: string,
  root: string,
  pairs: readonly CopyPair[],
  byId: ReadonlyMap<string, Reading>,
): LineageEdge {
  const own = pairs.filter(({ a, b }) => a === id || b === id);
  const pair = own.find(({ a, b }) => a === root || b === root) ?? own[0];
  const other = pair === undefined ? root : pair.a === id ? pair.b : pair.a;
  const sameOutlet = byId.get(id)?.report.outlet === byId.get(root)?.report.outlet;
  const relation =
    sameOutlet && byId.get(id)?.report.outlet !== null ? 'version' : (pair?.relation ?? 'copy');
  const { words = 0, facts = 0, order = null } = pair?.likeness ?? {};
  const reason =
    pair?.relation === 'rewrite'
      ? `${percent(facts)} of the names and numbers of the shorter text, and ${percent(order ?? 0)} of its sentences in the same order, stand in ${other}.`
      : `${percent(words)} of the shorter text stands word for word in ${other}.`;
  return { from: id, to: root, relation, reason };
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function creditEdges(
  readings: readonly Reading[],
  credits: ReadonlyMap<string, readonly Credit[]>,
): readonly LineageEdge[] {
  const byOutlet = new Map<string, string>();
  for (const { id, report } of readings) {
    const key = outletKey(report.outlet ?? '');
    if (!byOutlet.has(key)) byOutlet.set(key, id);
  }
  return readings.flatMap(({ id }) =>
    (credits.get(id) ?? []).map(({ outlet, words }) => ({
      from: id,
      to: byOutlet.get(outletKey(outlet)) ?? outlet,
      relation: 'credit' as const,
      reason: `It credits ${outlet}: “${words.text}”.`,
    })),
  );
}
