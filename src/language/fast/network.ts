import { assertWeights } from './assert-weights.ts';
import type { Weights } from './weights.ts';

/**
 * A classifier over sparse features: each known feature adds its row to the hidden layer, which is cut off below
 * zero and weighs the classes (as in Chen and Manning 2014, without embeddings shared between positions).
 */
export interface Network {
  /** Even: two units are added at a time. */
  readonly hidden: number;
  readonly classes: readonly string[];
  /** Open addressing: a feature's key or 0, and right after it the number of its row. */
  readonly slots: Uint32Array;
  /** Two units in each number, in steps of STEP: the lower sixteen bits and the upper ones. */
  readonly pairs: Int32Array;
  /** The rows as they are stored, each with its scale; a row is put into pairs when it is first asked for. */
  readonly rows: Int8Array;
  readonly scales: Float32Array;
  /** 1 where a row stands in pairs already. */
  readonly paired: Uint8Array;
  readonly biasPairs: Int32Array;
  /** One row of weights, a class each, for every hidden unit. */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
  /** Sums of pairs while one state is looked at. */
  readonly sums: Int32Array;
  /** Where the rows of its known features start. */
  readonly starts: Int32Array;
  /** The hidden units above zero, and how far above each is. */
  readonly units: Int32Array;
  readonly strengths: Float64Array;
}

/** More features than any state has. */
const MAX_FEATURES = 256;

/** Sums stay below 32,768 steps up to an activation of 128; the largest met in the treebanks is 18. */
const STEP = 1 / 256;

/** Makes the network `name` of a weights file ready to be asked. */
export function openNetwork(weights: Weights, name: string): Network {
  const keys = weights.words(`${name}.keys`);
  const hiddenBias = weights.floats(`${name}.hidden-bias`);
  const steps = weights.bytes(`${name}.rows`);
  const hidden = hiddenBias.length;
  assertWeights(hidden % 2 === 0, `the hidden layer of ${name} is odd`);
  assertWeights(steps.length === keys.length * hidden, `the rows of ${name} do not match its keys`);
  const rows = new Int8Array(steps.buffer, steps.byteOffset, steps.length);
  return {
    hidden,
    classes: weights.lines(`${name}.classes`),
    slots: slotsOf(keys),
    pairs: new Int32Array(rows.length / 2),
    rows,
    scales: weights.floats(`${name}.scales`),
    paired: new Uint8Array(keys.length),
    biasPairs: biasPairsOf(hiddenBias),
    output: weights.floats(`${name}.output`),
    outputBias: weights.floats(`${name}.output-bias`),
    sums: new Int32Array(hidden / 2),
    starts: new Int32Array(MAX_FEATURES),
    units: new Int32Array(hidden),
    strengths: new Float64Array(hidden),
  };
}

/**
 * Puts two neighbours into one number, so that one addition adds both: as long as each sum fits sixteen bits, the
 * lower half can be read off exactly, and what it borrowed from the upper half given back.
 */
function pairOf(low: number, high: number): number {
  return Math.round(low) + (Math.round(high) << 16);
}

function biasPairsOf(bias: Float32Array): Int32Array {
  const pairs = new Int32Array(bias.length / 2);
  for (let h = 0; h < bias.length; h += 2)
    pairs[h >> 1] = pairOf((bias[h] as number) / STEP, (bias[h + 1] as number) / STEP);
  return pairs;
}

/** A report asks for a few thousand of the rows; pairing all of them when the weights are opened took a third of a second. */
function pairRow({ rows, scales, pairs, paired, hidden }: Network, row: number): void {
  const scale = (scales[row] as number) / STEP;
  const at = row * hidden;
  for (let h = at; h < at + hidden; h += 2)
    pairs[h >> 1] = pairOf((rows[h] as number) * scale, (rows[h + 1] as number) * scale);
  paired[row] = 1;
}

/** Spreads keys over a table with twice their number of places or more. */
export function slotsOf(keys: Uint32Array): Uint32Array {
  let size = 1024;
  while (size < keys.length * 2) size *= 2;
  const slots = new Uint32Array(2 * size);
  for (let row = 0; row < keys.length; row++) {
    const slot = slotOf(slots, keys[row] as number);
    slots[slot] = keys[row] as number;
    slots[slot + 1] = row;
  }
  return slots;
}

/** Gives the place of a key, or the free one where it would stand. */
export function slotOf(slots: Uint32Array, key: number): number {
  const mask = slots.length - 1;
  let slot = (key << 1) & mask;
  while (slots[slot] !== key && slots[slot] !== 0) slot = (slot + 2) & mask;
  return slot;
}

/** Writes the score of every class for the first `count` features into `scores`. */
export function scoreClasses(
  network: Network,
  features: Uint32Array,
  count: number,
  scores: Float64Array,
): void {
  addRows(network, features, count);
  scores.set(network.outputBias);
  weighUnits(network, findActive(network), scores);
}

/** Notes the units above zero, with how far above, and gives their number. */
function findActive({ sums, units, strengths }: Network): number {
  let active = 0;
  const note = (unit: number, strength: number): void => {
    units[active] = unit;
    strengths[active++] = strength;
  };
  for (let i = 0; i < sums.length; i++) {
    const both = sums[i] as number;
    const low = (both << 16) >> 16;
    if (low > 0) note(2 * i, low * STEP);
    const high = (both - low) >> 16;
    if (high > 0) note(2 * i + 1, high * STEP);
  }
  return active;
}

function addRows(network: Network, features: Uint32Array, count: number): void {
  const { pairs, biasPairs, sums, starts } = network;
  const known = findRows(network, features, count);
  const width = sums.length;
  sums.set(biasPairs);
  let f = 0;
  // Eight rows at a time: reading and writing the sums takes as long as adding does.
  for (; f + 7 < known; f += 8) {
    const a = starts[f] as number;
    const b = starts[f + 1] as number;
    const c = starts[f + 2] as number;
    const d = starts[f + 3] as number;
    const e = starts[f + 4] as number;
    const g = starts[f + 5] as number;
    const h = starts[f + 6] as number;
    const j = starts[f + 7] as number;
    for (let i = 0; i < width; i++) {
      const ab = ((pairs[a + i] as number) + (pairs[b + i] as number)) | 0;
      const cd = ((pairs[c + i] as number) + (pairs[d + i] as number)) | 0;
      const eg = ((pairs[e + i] as number) + (pairs[g + i] as number)) | 0;
      const hj = ((pairs[h + i] as number) + (pairs[j + i] as number)) | 0;
      const four = (ab + cd) | 0;
      const others = (eg + hj) | 0;
      const all = (four + others) | 0;
      sums[i] = ((sums[i] as number) + all) | 0;
    }
  }
  for (; f < known; f++) {
    const at = starts[f] as number;
    for (let i = 0; i < width; i++) sums[i] = ((sums[i] as number) + (pairs[at + i] as number)) | 0;
  }
}

/** Notes where the rows of the features that the network knows start, and gives their number. */
function findRows(network: Network, features: Uint32Array, count: number): number {
  const { slots, paired, sums, starts } = network;
  let known = 0;
  for (let f = 0; f < count; f++) {
    const slot = slotOf(slots, features[f] as number);
    if (slots[slot] === 0) continue;
    const row = slots[slot + 1] as number;
    if (paired[row] === 0) pairRow(network, row);
    starts[known++] = row * sums.length;
  }
  return known;
}

/** Two units at a time, added in the order that one at a time would have: the last bits are the same. */
function weighUnits(
  { output, outputBias, units, strengths }: Network,
  active: number,
  scores: Float64Array,
): void {
  const classes = outputBias.length;
  let u = 0;
  for (; u + 1 < active; u += 2) {
    const first = (units[u] as number) * classes;
    const second = (units[u + 1] as number) * classes;
    const strength = strengths[u] as number;
    const other = strengths[u + 1] as number;
    for (let c = 0; c < classes; c++) {
      const sum = (scores[c] as number) + (output[first + c] as number) * strength;
      scores[c] = sum + (output[second + c] as number) * other;
    }
  }
  if (u === active) return;
  const last = (units[u] as number) * classes;
  const strength = strengths[u] as number;
  for (let c = 0; c < classes; c++) {
    scores[c] = (scores[c] as number) + (output[last + c] as number) * strength;
  }
}

/** Gives the class with the highest score; the first one where several share it. */
export function bestOf(scores: Float64Array, count: number): number {
  let best = 0;
  for (let c = 1; c < count; c++) if ((scores[c] as number) > (scores[best] as number)) best = c;
  return best;
}

/** Gives how probable class `chosen` is, 0 to 1, by the softmax of the scores. */
export function probabilityOf(scores: Float64Array, count: number, chosen: number): number {
  let sum = 0;
  for (let c = 0; c < count; c++) sum += Math.exp((scores[c] as number) - (scores[chosen] as number));
  return 1 / sum;
}
