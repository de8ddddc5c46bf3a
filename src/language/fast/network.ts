import { assertWeights } from './assert-weights.ts';
import type { Weights } from './weights.ts';

/**
 * A classifier over sparse features: each known feature adds its row to the hidden layer, which is cut off below
 * zero and weighs the classes (as in Chen and Manning 2014, without embeddings shared between positions).
 */
export interface Network {
  readonly hidden: number;
  readonly classes: readonly string[];
  /** Open addressing: a feature's key or 0, and beside it the number of its row. */
  readonly slots: Uint32Array;
  readonly slotRows: Uint32Array;
  readonly rows: Int8Array;
  /** What one step of a row is worth. */
  readonly scales: Float32Array;
  readonly hiddenBias: Float32Array;
  /** One row of `hidden` weights a class. */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
  readonly activation: Float64Array;
}

/** Makes the network `name` of a weights file ready to be asked. */
export function openNetwork(weights: Weights, name: string): Network {
  const keys = weights.words(`${name}.keys`);
  const hiddenBias = weights.floats(`${name}.hidden-bias`).slice();
  const classes = weights.lines(`${name}.classes`);
  const rows = weights.bytes(`${name}.rows`);
  const hidden = hiddenBias.length;
  assertWeights(rows.length === keys.length * hidden, `the rows of ${name} do not match its keys`);
  return {
    hidden,
    classes,
    ...slotsOf(keys),
    rows: new Int8Array(rows.buffer, rows.byteOffset, rows.length),
    scales: weights.floats(`${name}.scales`),
    hiddenBias,
    output: weights.floats(`${name}.output`),
    outputBias: weights.floats(`${name}.output-bias`),
    activation: new Float64Array(hidden),
  };
}

/** Spreads keys over a table twice their number or more. */
export function slotsOf(keys: Uint32Array): Pick<Network, 'slots' | 'slotRows'> {
  let size = 1024;
  while (size < keys.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  const slotRows = new Uint32Array(size);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    let slot = key & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = key;
    slotRows[slot] = row;
  }
  return { slots, slotRows };
}

/** Writes the score of every class for the first `count` features into `scores`. */
export function scoreClasses(
  network: Network,
  features: Uint32Array,
  count: number,
  scores: Float64Array,
): void {
  fillHidden(network, features, count);
  const { hidden, output, outputBias, activation } = network;
  for (let h = 0; h < hidden; h++) if ((activation[h] as number) < 0) activation[h] = 0;
  for (let c = 0, at = 0; c < outputBias.length; c++, at += hidden) {
    let sum = outputBias[c] as number;
    for (let h = 0; h < hidden; h++) sum += (output[at + h] as number) * (activation[h] as number);
    scores[c] = sum;
  }
}

function fillHidden(network: Network, features: Uint32Array, count: number): void {
  const { hidden, slots, slotRows, rows, scales, activation } = network;
  const mask = slots.length - 1;
  activation.set(network.hiddenBias);
  for (let f = 0; f < count; f++) {
    const key = features[f] as number;
    let slot = key & mask;
    while (slots[slot] !== key && slots[slot] !== 0) slot = (slot + 1) & mask;
    if (slots[slot] === 0) continue;
    const row = slotRows[slot] as number;
    const scale = scales[row] as number;
    const at = row * hidden;
    for (let h = 0; h < hidden; h++)
      activation[h] = (activation[h] as number) + (rows[at + h] as number) * scale;
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
