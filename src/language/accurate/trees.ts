/**
 * Gives the best tree over words: the head of each, the number of words standing for the root, on which one word hangs.
 * `scores` holds a row for each word and in it a column for each possible head, the root last. Of equal heads the first
 * is taken. The best heads are a tree as a rule; where they are not, cycles are contracted (Chu & Liu 1965, Edmonds
 * 1967), at worst with the cube of the words, of which an encoder sees 254 at most.
 */
export function bestTree(scores: Float32Array, words: number): Int32Array {
  const table = { size: words, scores: finite(scores) };
  const greedy = bestHeads(table);
  return isTree(greedy) ? greedy : treeOf(withDearRoot(table));
}

interface Table {
  readonly size: number;
  /** `size` rows of `size + 1` columns. */
  readonly scores: Float64Array;
}

/** Lower than any log-probability of a head, so that no sum over a sentence leaves the exact numbers. */
const LOWEST = -1e4;

function finite(scores: Float32Array): Float64Array {
  const known = new Float64Array(scores.length);
  scores.forEach((score, at) => {
    known[at] = Number.isNaN(score) ? LOWEST : Math.max(score, LOWEST);
  });
  return known;
}

function bestHeads({ size, scores }: Table): Int32Array {
  const heads = new Int32Array(size);
  for (let word = 0; word < size; word++) {
    const row = word * (size + 1);
    // The first word cannot hang on itself.
    let best = word === 0 ? 1 : 0;
    for (let head = best + 1; head <= size; head++) {
      if (head !== word && (scores[row + head] ?? LOWEST) > (scores[row + best] ?? LOWEST)) best = head;
    }
    heads[word] = best;
  }
  return heads;
}

function isTree(heads: Int32Array): boolean {
  const roots = heads.reduce((count, head) => count + (head === heads.length ? 1 : 0), 0);
  return roots <= 1 && cyclesOf(heads).every((cycle) => cycle < 0);
}

/**
 * Gives the number of the cycle that each word is on, -1 off all cycles. Each word is walked over twice at most.
 */
function cyclesOf(heads: Int32Array): Int32Array {
  const cycles = new Int32Array(heads.length).fill(-1);
  const seenFrom = new Int32Array(heads.length).fill(-1);
  let count = 0;
  for (let start = 0; start < heads.length; start++) {
    let at = start;
    while (at < heads.length && seenFrom[at] === -1) {
      seenFrom[at] = start;
      at = heads[at] ?? heads.length;
    }
    if (at === heads.length || seenFrom[at] !== start) continue;
    while (cycles[at] === -1) {
      cycles[at] = count;
      at = heads[at] ?? heads.length;
    }
    count++;
  }
  return cycles;
}

/** Makes hanging on the root cost more than any tree can gain by it: then the best tree does so once. */
function withDearRoot({ size, scores }: Table): Table {
  const dear = scores.slice();
  for (let word = 0; word < size; word++) {
    const root = word * (size + 1) + size;
    dear[root] = (dear[root] ?? LOWEST) + LOWEST * (size + 1);
  }
  return { size, scores: dear };
}

function treeOf(table: Table): Int32Array {
  const heads = bestHeads(table);
  const cycles = cyclesOf(heads);
  if (cycles.every((cycle) => cycle < 0)) return heads;
  const contracted = contract(table, heads, cycles);
  treeOf(contracted).forEach((head, part) => {
    const way = part * (contracted.size + 1) + head;
    heads[contracted.words[way] ?? 0] = contracted.heads[way] ?? 0;
  });
  return heads;
}

interface Contracted extends Table {
  /** For each part and head part, as in `scores`: the word that would hang, and what it would hang on. */
  readonly words: Int32Array;
  readonly heads: Int32Array;
}

/** Makes one part of each cycle. Where something else enters it, the word there loses its head in the cycle. */
function contract({ size, scores }: Table, heads: Int32Array, cycles: Int32Array): Contracted {
  const { parts, count } = partsOf(cycles);
  const width = count + 1;
  const contracted = {
    size: count,
    scores: new Float64Array(count * width).fill(Number.NEGATIVE_INFINITY),
    words: new Int32Array(count * width),
    heads: new Int32Array(count * width),
  };
  for (let word = 0; word < size; word++) {
    const row = word * (size + 1);
    const lost = cycles[word] === -1 ? 0 : (scores[row + (heads[word] ?? 0)] ?? 0);
    for (let head = 0; head <= size; head++) {
      const part = parts[word] ?? 0;
      const headPart = head === size ? count : (parts[head] ?? 0);
      if (part === headPart) continue;
      const way = part * width + headPart;
      const score = (scores[row + head] ?? 0) - lost;
      if (score <= (contracted.scores[way] ?? 0)) continue;
      contracted.scores[way] = score;
      contracted.words[way] = word;
      contracted.heads[way] = head;
    }
  }
  return contracted;
}

/** Numbers the parts in the order of their first words. */
function partsOf(cycles: Int32Array): { readonly parts: Int32Array; readonly count: number } {
  const parts = new Int32Array(cycles.length);
  const ofCycle = new Map<number, number>();
  let count = 0;
  cycles.forEach((cycle, word) => {
    const known = cycle < 0 ? undefined : ofCycle.get(cycle);
    const part = known ?? count++;
    parts[word] = part;
    if (cycle >= 0) ofCycle.set(cycle, part);
  });
  return { parts, count };
}
