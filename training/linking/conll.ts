/** Precision, recall and their harmonic mean, 0 to 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The three measures of the CoNLL shared tasks, and the mean of their F1. */
export interface ConllScores {
  readonly muc: Score;
  readonly bCubed: Score;
  readonly ceafE: Score;
  readonly conll: number;
}

/** Groups of one topic: by mention, the name of its gold group and of the group that was found. */
export interface TopicGroups {
  readonly gold: readonly string[];
  readonly found: readonly string[];
}

type Cluster = readonly number[];

/**
 * Scores groups of mentions, topic by topic, summed before dividing; mentions alone in their group count (MUC: Vilain and others 1995,
 * B-cubed: Bagga and Baldwin 1998, CEAF-e: Luo 2005). Gold and found groups hold the same mentions.
 */
export function conllScores(topics: readonly TopicGroups[]): ConllScores {
  const sums = {
    mucGold: [0, 0],
    mucFound: [0, 0],
    cubeGold: 0,
    cubeFound: 0,
    mentions: 0,
    similar: 0,
    golds: 0,
    founds: 0,
  };
  for (const { gold, found } of topics) {
    const [golds, founds] = [clustersOf(gold), clustersOf(found)];
    addTo(sums.mucGold, linksKept(golds, found));
    addTo(sums.mucFound, linksKept(founds, gold));
    sums.cubeGold += cubed(golds, found);
    sums.cubeFound += cubed(founds, gold);
    sums.mentions += gold.length;
    sums.similar += bestAlignment(golds, founds);
    sums.golds += golds.length;
    sums.founds += founds.length;
  }
  const muc = scoreOf(ratio(sums.mucFound[0], sums.mucFound[1]), ratio(sums.mucGold[0], sums.mucGold[1]));
  const bCubed = scoreOf(ratio(sums.cubeFound, sums.mentions), ratio(sums.cubeGold, sums.mentions));
  const ceafE = scoreOf(ratio(sums.similar, sums.founds), ratio(sums.similar, sums.golds));
  return { muc, bCubed, ceafE, conll: (muc.f1 + bCubed.f1 + ceafE.f1) / 3 };
}

function clustersOf(names: readonly string[]): readonly Cluster[] {
  const clusters = new Map<string, number[]>();
  for (const [i, name] of names.entries()) {
    const cluster = clusters.get(name);
    if (cluster === undefined) clusters.set(name, [i]);
    else cluster.push(i);
  }
  return [...clusters.values()];
}

function addTo(sum: number[], [kept, all]: readonly [number, number]): void {
  sum[0] = (sum[0] ?? 0) + kept;
  sum[1] = (sum[1] ?? 0) + all;
}

function linksKept(clusters: readonly Cluster[], others: readonly string[]): readonly [number, number] {
  let kept = 0;
  let all = 0;
  for (const cluster of clusters) {
    kept += cluster.length - new Set(cluster.map((i) => others[i])).size;
    all += cluster.length - 1;
  }
  return [kept, all];
}

function cubed(clusters: readonly Cluster[], others: readonly string[]): number {
  let sum = 0;
  for (const cluster of clusters) {
    const counts = new Map<string, number>();
    for (const i of cluster) counts.set(others[i] ?? '', (counts.get(others[i] ?? '') ?? 0) + 1);
    for (const count of counts.values()) sum += (count * count) / cluster.length;
  }
  return sum;
}

/** Gives the greatest sum of likenesses over one-to-one pairs of groups (Kuhn 1955, Munkres 1957). Cubic in the groups of one topic. */
function bestAlignment(golds: readonly Cluster[], founds: readonly Cluster[]): number {
  const size = Math.max(golds.length, founds.length);
  const likeness = (g: number, f: number): number => {
    const [gold, found] = [golds[g] ?? [], founds[f] ?? []];
    if (gold.length === 0 || found.length === 0) return 0;
    const members = new Set(gold);
    return (2 * found.filter((i) => members.has(i)).length) / (gold.length + found.length);
  };
  const cost = Array.from({ length: size }, (_, g) =>
    Float64Array.from({ length: size }, (__, f) => -likeness(g, f)),
  );
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) assign(row, { size, cost, rowPotential, columnPotential, rowOf });
  let sum = 0;
  for (let column = 1; column <= size; column++) sum -= cost[(rowOf[column] ?? 1) - 1]?.[column - 1] ?? 0;
  return sum;
}

interface Matching {
  readonly size: number;
  readonly cost: readonly Float64Array[];
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  /** By column, counted from one; 0 while it is free. */
  readonly rowOf: Int32Array;
}

function assign(row: number, { size, cost, rowPotential, columnPotential, rowOf }: Matching): void {
  rowOf[0] = row;
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(size + 1);
  const used = new Uint8Array(size + 1);
  let column = 0;
  do {
    used[column] = 1;
    const at = rowOf[column] ?? 0;
    let delta = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let j = 1; j <= size; j++) {
      if (used[j] === 1) continue;
      const reduced = (cost[at - 1]?.[j - 1] ?? 0) - (rowPotential[at] ?? 0) - (columnPotential[j] ?? 0);
      if (reduced < (least[j] ?? 0)) {
        least[j] = reduced;
        cameFrom[j] = column;
      }
      if ((least[j] ?? 0) < delta) {
        delta = least[j] ?? 0;
        next = j;
      }
    }
    for (let j = 0; j <= size; j++) {
      if (used[j] === 1) {
        const held = rowOf[j] ?? 0;
        rowPotential[held] = (rowPotential[held] ?? 0) + delta;
        columnPotential[j] = (columnPotential[j] ?? 0) - delta;
      } else least[j] = (least[j] ?? 0) - delta;
    }
    column = next;
  } while (rowOf[column] !== 0);
  while (column !== 0) {
    const before = cameFrom[column] ?? 0;
    rowOf[column] = rowOf[before] ?? 0;
    column = before;
  }
}

function ratio(part = 0, whole = 0): number {
  return whole === 0 ? 0 : part / whole;
}

function scoreOf(precision: number, recall: number): Score {
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
