import { MAX_FILE_BYTES } from './limits.ts';

/** What standard input turned out to be. */
export type StreamStart =
  | { readonly kind: 'lines'; readonly chunks: AsyncIterable<Uint8Array> }
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  /** Where reading stopped. */
  | { readonly kind: 'too-large'; readonly size: number };

const LINE_FEED = 0x0a;

/**
 * Tells whether a stream is NDJSON, from its first line: a whole JSON object, with something after it. Such a stream is
 * handed on as it comes; anything else is one report and is collected.
 */
export async function startOfStream(stdin: AsyncIterable<Uint8Array>): Promise<StreamStart> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let decided = false;
  const iterator = stdin[Symbol.asyncIterator]();
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    chunks.push(next.value);
    size += next.value.length;
    if (!decided && next.value.includes(LINE_FEED)) {
      decided = true;
      if (opensWithObject(Buffer.concat(chunks))) return { kind: 'lines', chunks: rest(chunks, iterator) };
    }
    if (size > MAX_FILE_BYTES) return { kind: 'too-large', size };
  }
  return { kind: 'whole', bytes: Buffer.concat(chunks) };
}

async function* rest(
  chunks: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* chunks;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}

function opensWithObject(bytes: Uint8Array): boolean {
  const line = Buffer.from(bytes.subarray(0, bytes.indexOf(LINE_FEED)))
    .toString('utf8')
    .trim();
  if (!line.startsWith('{') || !line.endsWith('}')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
