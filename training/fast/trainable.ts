import { slotOf, slotsOf } from '../../src/language/fast/network.ts';

/** Counts how often each feature's key is met; open addressing over typed arrays, since there are millions. */
export interface KeyCounter {
  add(features: Uint32Array, count: number): void;
  /** The keys met `least` times or more, the most frequent first, `limit` at most. */
  frequent(least: number, limit: number): Uint32Array;
}

/** Makes a counter with room for 2^`bits` keys. */
export function createKeyCounter(bits: number): KeyCounter {
  const keys = new Uint32Array(2 ** bits);
  const counts = new Uint32Array(2 ** bits);
  const mask = keys.length - 1;
  return {
    add: (features, count) => {
      for (let f = 0; f < count; f++) {
        const key = features[f] as number;
        let slot = key & mask;
        while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask;
        keys[slot] = key;
        counts[slot] = (counts[slot] as number) + 1;
      }
    },
    frequent: (least, limit) => {
      const slots: number[] = [];
      for (let slot = 0; slot < keys.length; slot++) if ((counts[slot] as number) >= least) slots.push(slot);
      slots.sort(
        (a, b) => (counts[b] as number) - (counts[a] as number) || (keys[a] as number) - (keys[b] as number),
      );
      return Uint32Array.from(slots.slice(0, limit), (slot) => keys[slot] as number);
    },
  };
}

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A network whose weights can still change. */
export interface Trainable {
  readonly hidden: number;
  readonly classes: readonly string[];
  readonly keys: Uint32Array;
  readonly slots: Uint32Array;
  readonly rows: Float32Array;
  readonly rowSquares: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly hiddenSquares: Float32Array;
  readonly output: Float32Array;
  readonly outputSquares: Float32Array;
  readonly outputBias: Float32Array;
  readonly biasSquares: Float32Array;
  readonly activation: Float64Array;
  readonly hiddenGradient: Float64Array;
  readonly kept: Uint8Array;
  readonly active: Uint32Array;
  activeCount: number;
  readonly random: () => number;
}

/** Makes an untrained network over the given features. */
export function createTrainable(
  keys: Uint32Array,
  classes: readonly string[],
  hidden: number,
  seed: number,
): Trainable {
  const random = createRandom(seed);
  const spread = (length: number, width: number): Float32Array =>
    Float32Array.from({ length }, () => (random() * 2 - 1) * width);
  return {
    hidden,
    classes,
    keys,
    slots: slotsOf(keys),
    rows: spread(keys.length * hidden, 0.02),
    rowSquares: new Float32Array(keys.length),
    hiddenBias: Float32Array.from({ length: hidden }, () => random() * 0.2),
    hiddenSquares: new Float32Array(hidden),
    output: spread(classes.length * hidden, Math.sqrt(3 / hidden)),
    outputSquares: new Float32Array(classes.length * hidden),
    outputBias: new Float32Array(classes.length),
    biasSquares: new Float32Array(classes.length),
    activation: new Float64Array(hidden),
    hiddenGradient: new Float64Array(hidden),
    kept: new Uint8Array(hidden),
    active: new Uint32Array(256),
    activeCount: 0,
    random,
  };
}

/** How much is left out while learning, so that no single feature is relied on. */
export interface Dropout {
  readonly features: number;
  readonly hidden: number;
}

/** Writes the classes' scores; with `dropout` it leaves out features and hidden units by chance. */
export function forward(
  network: Trainable,
  features: Uint32Array,
  count: number,
  scores: Float64Array,
  dropout?: Dropout,
): void {
  findRows(network, features, count, dropout?.features ?? 0);
  const { hidden, rows, activation, active, kept, output } = network;
  for (let h = 0; h < hidden; h++) activation[h] = network.hiddenBias[h] as number;
  for (let f = 0; f < network.activeCount; f++) {
    const at = (active[f] as number) * hidden;
    for (let h = 0; h < hidden; h++) activation[h] = (activation[h] as number) + (rows[at + h] as number);
  }
  const share = dropout === undefined ? 1 : 1 / (1 - dropout.hidden);
  for (let h = 0; h < hidden; h++) {
    const keep =
      (activation[h] as number) > 0 && (dropout === undefined || network.random() >= dropout.hidden);
    kept[h] = keep ? 1 : 0;
    activation[h] = keep ? (activation[h] as number) * share : 0;
  }
  const classCount = network.outputBias.length;
  scores.set(network.outputBias);
  for (let h = 0, at = 0; h < hidden; h++, at += classCount) {
    const strength = activation[h] as number;
    if (strength === 0) continue;
    for (let c = 0; c < classCount; c++)
      scores[c] = (scores[c] as number) + (output[at + c] as number) * strength;
  }
}

function findRows(network: Trainable, features: Uint32Array, count: number, leaveOut: number): void {
  const { slots, active, random } = network;
  network.activeCount = 0;
  for (let f = 0; f < count; f++) {
    if (leaveOut > 0 && random() < leaveOut) continue;
    const slot = slotOf(slots, features[f] as number);
    if (slots[slot] !== 0) active[network.activeCount++] = slots[slot + 1] as number;
  }
}

/** A loss below this (natural logarithm) is not worth a step: 1 % of the probability is elsewhere. */
const KNOWN = 0.01;

/**
 * Learns from the last `forward`: moves the weights so that the classes marked in `right` share the probability
 * (AdaGrad, Duchi et al. 2011; one accumulator a row of the first layer). Gives the loss.
 */
export function learn(network: Trainable, scores: Float64Array, right: Uint8Array, rate: number): number {
  const loss = toGradient(scores, right);
  // What is known already teaches next to nothing, and is most of what is met.
  if (loss < KNOWN) return loss;
  const moved: number[] = [];
  for (let c = 0; c < scores.length; c++) {
    if (Math.abs(scores[c] as number) < 1e-4) continue;
    moved.push(c);
    network.outputBias[c] = stepped(network.outputBias, network.biasSquares, c, scores[c] as number, rate);
  }
  updateOutput(network, scores, moved, rate);
  updateRows(network, rate);
  return loss;
}

/** Moves the output weights of the classes in `moved`, and writes what the hidden units should have been. */
function updateOutput(
  network: Trainable,
  gradients: Float64Array,
  moved: readonly number[],
  rate: number,
): void {
  const { hidden, output, outputSquares, activation, hiddenGradient, kept } = network;
  const classCount = network.outputBias.length;
  for (let h = 0, at = 0; h < hidden; h++, at += classCount) {
    hiddenGradient[h] = 0;
    if (kept[h] === 0) continue;
    let sum = 0;
    const strength = activation[h] as number;
    for (const c of moved) {
      const gradient = gradients[c] as number;
      sum += gradient * (output[at + c] as number);
      output[at + c] = stepped(output, outputSquares, at + c, gradient * strength, rate);
    }
    hiddenGradient[h] = sum;
  }
}

/** Turns scores into the gradient of the loss: probability, less the share that it should have. */
function toGradient(scores: Float64Array, right: Uint8Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  let rightSum = 0;
  for (let c = 0; c < scores.length; c++) {
    const weight = Math.exp((scores[c] as number) - top);
    scores[c] = weight;
    sum += weight;
    if (right[c] === 1) rightSum += weight;
  }
  const share = Math.max(rightSum, 1e-30);
  for (let c = 0; c < scores.length; c++) {
    const weight = scores[c] as number;
    scores[c] = weight / sum - (right[c] === 1 ? weight / share : 0);
  }
  return -Math.log(share / sum);
}

function updateRows(network: Trainable, rate: number): void {
  const { hidden, rows, rowSquares, hiddenGradient, hiddenBias, hiddenSquares, kept, active } = network;
  let square = 0;
  for (let h = 0; h < hidden; h++) {
    const gradient = kept[h] === 1 ? (hiddenGradient[h] as number) : 0;
    hiddenGradient[h] = gradient;
    square += gradient * gradient;
    if (gradient !== 0) hiddenBias[h] = stepped(hiddenBias, hiddenSquares, h, gradient, rate);
  }
  if (square < 1e-10) return;
  for (let f = 0; f < network.activeCount; f++) {
    const row = active[f] as number;
    rowSquares[row] = (rowSquares[row] as number) + square / hidden;
    const step = rate / Math.sqrt((rowSquares[row] as number) + 1e-8);
    const at = row * hidden;
    for (let h = 0; h < hidden; h++)
      rows[at + h] = (rows[at + h] as number) - step * (hiddenGradient[h] as number);
  }
}

function stepped(
  weights: Float32Array,
  squares: Float32Array,
  at: number,
  gradient: number,
  rate: number,
): number {
  const square = (squares[at] as number) + gradient * gradient;
  squares[at] = square;
  return (weights[at] as number) - (rate * gradient) / Math.sqrt(square + 1e-8);
}

/** Gives the order in which to go through `count` sentences. */
export function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other] as number, order[i] as number];
  }
  return order;
}
