import { createRequire } from 'node:module';
import type { ActHeads } from '../language/accurate/acts.ts';
import type { EncoderOutput, EncoderSession } from '../language/accurate/encoder.ts';
import type { Pieces } from '../language/accurate/pieces.ts';

/**
 * Opens an encoder with onnxruntime on one thread, so that sums are added in one order. The runtime is optional.
 * @throws Error when it is not installed, not made for this system, or does not take the encoder.
 */
export function openEncoder(bytes: Uint8Array): EncoderSession {
  const { Tensor, binding } = loadRuntime();
  const session = new binding.InferenceSession();
  session.loadModel(bytes.buffer, bytes.byteOffset, bytes.byteLength, OPTIONS);
  const row = (values: readonly number[]): unknown =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  return {
    run: (pieces) => outputOf(session.run(feedsOf(pieces, row), FETCHES, {})),
  };
}

/** Opens the heads that find acts in the encoder's vectors, as `openEncoder` opens the encoder. */
export function openActs(bytes: Uint8Array, types: readonly string[]): ActHeads {
  const { Tensor, binding } = loadRuntime();
  const session = new binding.InferenceSession();
  session.loadModel(bytes.buffer, bytes.byteOffset, bytes.byteLength, OPTIONS);
  return {
    types,
    run: (vectors, words) => {
      const rows = new Tensor('float32', vectors, [words, vectors.length / words]);
      return scoresOf(session.run({ vectors: rows }, { acts: null }, {}).acts);
    },
  };
}

/** What is used of the package. */
interface Runtime {
  readonly Tensor: new (
    type: 'int64' | 'float32',
    data: BigInt64Array | Float32Array,
    shape: readonly number[],
  ) => unknown;
  readonly binding: { readonly InferenceSession: new () => NativeSession };
}

interface NativeSession {
  loadModel(buffer: ArrayBufferLike, byteOffset: number, byteLength: number, options: object): void;
  run<Name extends string>(
    feeds: object,
    fetches: Readonly<Record<Name, null>>,
    options: object,
  ): Readonly<Record<Name, NativeTensor>>;
}

interface NativeTensor {
  readonly data: BigInt64Array | Float32Array;
}

const OPTIONS = {
  executionProviders: ['cpu'],
  executionMode: 'sequential',
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  // Each sentence has its own length: a plan of memory for one is of no use for the next.
  enableMemPattern: false,
};

const FETCHES = {
  tags: null,
  arcs: null,
  relations: null,
  names: null,
  factuality: null,
  predicates: null,
  asked: null,
  arguments: null,
  vectors: null,
};

/**
 * The package's own interface only promises its answers; the binding below it answers at once, and a reading is a plain
 * function. The version is pinned, and a test reads with it.
 */
function loadRuntime(): Runtime {
  const require = createRequire(import.meta.url);
  const { Tensor } = require('onnxruntime-node') as Pick<Runtime, 'Tensor'>;
  const inner = require('onnxruntime-node/dist/binding.js') as Pick<Runtime, 'binding'> & { initOrt(): void };
  inner.initOrt();
  return { Tensor, binding: inner.binding };
}

function feedsOf({ ids, shapes, first, last }: Pieces, row: (values: readonly number[]) => unknown): object {
  return {
    ids: row(ids),
    shapes: row(shapes),
    positions: row([...ids.keys()]),
    first: row(first),
    last: row(last),
  };
}

function outputOf(found: Readonly<Record<keyof EncoderOutput, NativeTensor>>): EncoderOutput {
  return {
    tags: numbersOf(found.tags),
    arcs: scoresOf(found.arcs),
    relations: numbersOf(found.relations),
    names: scoresOf(found.names),
    factuality: scoresOf(found.factuality),
    predicates: scoresOf(found.predicates),
    asked: numbersOf(found.asked),
    arguments: scoresOf(found.arguments),
    vectors: scoresOf(found.vectors),
  };
}

/** The lower halves of 64-bit numbers: systems that the runtime is made for all put them first. */
function numbersOf({ data }: NativeTensor): Int32Array {
  const halves = new Int32Array(data.buffer, data.byteOffset, data.length * 2);
  const numbers = new Int32Array(data.length);
  for (let at = 0; at < numbers.length; at++) numbers[at] = halves[at * 2] ?? 0;
  return numbers;
}

function scoresOf({ data }: NativeTensor): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new Error('the encoder gives whole numbers where scores are awaited');
}
