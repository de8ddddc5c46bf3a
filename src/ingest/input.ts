import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { GainsayError } from '../errors.ts';
import { type FoundFile, fileError, filesAt } from './files.ts';
import type { Ingested } from './ingested.ts';
import { MAX_FILE_BYTES, MAX_LINE_BYTES } from './limits.ts';
import { linesOf } from './ndjson.ts';
import { type Received, rejected, reportsIn } from './received.ts';
import { startOfStream } from './stdin.ts';

/** What an ingester needs besides paths. */
export interface IngestOptions {
  /** Read where a path is `-`. */
  readonly stdin: AsyncIterable<Uint8Array>;
}

/**
 * Gives the reports at the paths, in the order given, folders sorted by path; `-` is standard input. Every input item
 * ends as one report or one rejection, and a rejection never stops the others. Streams: holds one report at a time.
 */
export async function* ingest(paths: readonly string[], { stdin }: IngestOptions): AsyncGenerator<Ingested> {
  for (const path of paths) {
    if (path === '-') yield* fromStream(stdin);
    else yield* fromPath(path);
  }
}

async function* fromPath(path: string): AsyncGenerator<Ingested> {
  let files: readonly FoundFile[];
  try {
    files = await filesAt(path);
  } catch (error) {
    yield rejected(path, error);
    return;
  }
  for (const file of files) {
    if (isLines(file.path)) yield* fromLines(file.path, createReadStream(file.path));
    else yield* fromFile(file);
  }
}

function isLines(path: string): boolean {
  return ['.ndjson', '.jsonl'].includes(extname(path).toLowerCase());
}

async function* fromFile({ path, found, size }: FoundFile): AsyncGenerator<Ingested> {
  if (size > MAX_FILE_BYTES) {
    yield rejected(path, new GainsayError('input-file-too-large', { path, size, limit: MAX_FILE_BYTES }));
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    yield rejected(path, fileError(error, path));
    return;
  }
  yield* reportsIn({ path, found, bytes, id: idOf(path), format: formatOf(path) });
}

/** The base name of a file without its last extension. */
function idOf(path: string): string {
  const name = basename(path);
  return name.slice(0, name.length - extname(name).length) || name;
}

function formatOf(path: string): Received['format'] {
  const extension = extname(path).toLowerCase();
  if (extension === '.json') return 'json';
  if (extension === '.html' || extension === '.htm' || extension === '.xhtml') return 'html';
  if (extension === '.md') return 'markdown';
  return extension === '.txt' ? 'text' : 'unknown';
}

async function* fromLines(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Ingested> {
  let items = 0;
  try {
    for await (const { number, bytes } of linesOf(chunks, MAX_LINE_BYTES)) {
      const place = `${path}:${number}`;
      if (bytes?.every(isSpace)) continue;
      items++;
      if (bytes === null) {
        yield rejected(
          place,
          new GainsayError('input-line-too-long', { path: place, limit: MAX_LINE_BYTES }),
        );
      } else {
        const id = `${path === '-' ? 'stdin' : idOf(path)}-${number}`;
        yield* reportsIn({ path: place, found: false, bytes, id, format: 'json' });
      }
    }
  } catch (error) {
    yield rejected(path, fileError(error, path));
    return;
  }
  if (items === 0) yield rejected(path, new GainsayError('input-empty', { path }));
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

async function* fromStream(stdin: AsyncIterable<Uint8Array>): AsyncGenerator<Ingested> {
  let start: Awaited<ReturnType<typeof startOfStream>>;
  try {
    start = await startOfStream(stdin);
  } catch (error) {
    yield rejected('-', fileError(error, '-'));
    return;
  }
  if (start.kind === 'lines') yield* fromLines('-', start.chunks);
  else if (start.kind === 'too-large') {
    yield rejected(
      '-',
      new GainsayError('input-file-too-large', { path: '-', size: start.size, limit: MAX_FILE_BYTES }),
    );
  } else yield* reportsIn({ path: '-', found: false, bytes: start.bytes, id: 'stdin', format: 'unknown' });
}
