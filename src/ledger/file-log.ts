import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './file-store.ts';
import type { Lines } from './store.ts';

/** A segment is closed when it has grown past this; 64 MB reads in under a second. */
const SEGMENT_BYTES = 64 * 1024 * 1024;

/** A segment of the log as it lies on disk. */
export interface Segment {
  readonly path: string;
  /** Whole lines, without their line breaks. */
  readonly lines: readonly string[];
  /** Bytes of whole lines, line breaks included. */
  readonly length: number;
  /** What follows the last line break: a line that a crash cut off; empty as a rule. */
  readonly torn: Uint8Array;
}

/** Gives the segments of a log folder in order, one after the other. */
export async function* segmentsOf(folder: string): AsyncGenerator<Segment> {
  for (const name of await segmentNames(folder)) {
    const path = join(folder, name);
    const bytes = await readFile(path);
    const length = bytes.lastIndexOf(0x0a) + 1;
    const text = bytes.subarray(0, length).toString('utf8');
    yield {
      path,
      lines: text === '' ? [] : text.slice(0, -1).split('\n'),
      length,
      torn: bytes.subarray(length),
    };
  }
}

async function segmentNames(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => /^\d{6}\.ndjson$/u.test(name)).sort();
}

/**
 * Opens a log folder for appending. Each append is one write and one fsync, and stands whole or is taken back.
 * The caller holds the project's lock and has mended a torn end.
 */
export async function openFileLines(folder: string): Promise<Lines> {
  await mkdir(folder, { recursive: true });
  let number = Math.max(1, (await segmentNames(folder)).length);
  let file = await openSegment(folder, number);
  let length = (await file.stat()).size;
  let broken = false;
  return {
    async append(lines) {
      if (broken)
        throw new Error('The log could not be mended after a failed write; open the project again.');
      if (length >= SEGMENT_BYTES) {
        await file.close();
        file = await openSegment(folder, ++number);
        length = 0;
      }
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
      try {
        await file.write(bytes, 0, bytes.length, length);
        await file.datasync();
        length += bytes.length;
      } catch (error) {
        // A full disk: half a line would be glued to the next one.
        broken = await file.truncate(length).then(
          () => false,
          () => true,
        );
        throw error;
      }
    },
    close: () => file.close(),
  };
}

async function openSegment(folder: string, number: number): Promise<FileHandle> {
  const path = join(folder, `${String(number).padStart(6, '0')}.ndjson`);
  const file = await open(path, 'a+').then((made) => made.close().then(() => open(path, 'r+')));
  await syncFolder(folder);
  return file;
}
