import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GainsayError } from '../errors.ts';
import type { ReadingOut } from '../pipeline/pool.ts';
import type { Io, Output } from './io.ts';
import { readingView, type ViewOptions } from './reading-view.ts';
import { counted } from './terminal.ts';

/** Where readings go, one after the other. */
export interface Sink {
  take(reading: ReadingOut): Promise<void>;
  close(): Promise<void>;
}

/** For a person: one view a report, a rule between them. */
export function viewSink(out: Output, options: ViewOptions): Sink {
  let first = true;
  return {
    async take(reading) {
      await out.write(
        `${first ? '' : `\n${options.colours.dim('─'.repeat(options.width))}\n\n`}${readingView(reading, options)}`,
      );
      first = false;
    },
    close: async () => undefined,
  };
}

/** One reading is written as an object, several as an array; nothing is held back but the first. */
export function jsonSink(out: Output): Sink {
  let held: ReadingOut | null = null;
  let taken = 0;
  return {
    async take(reading) {
      taken++;
      if (taken === 1) held = reading;
      else await out.write(`${taken === 2 ? `[\n${json(held)}` : ''},\n${json(reading)}`);
    },
    async close() {
      if (taken === 1) await out.write(`${json(held)}\n`);
      else await out.write(taken === 0 ? '[]\n' : '\n]\n');
    },
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 1);
}

/** One reading a line. */
export function ndjsonSink(out: Output): Sink {
  return {
    take: (reading) => out.write(`${JSON.stringify(reading)}\n`),
    close: async () => undefined,
  };
}

/** One file a report, `<id>.json`; a file stands whole or not at all. Says on the error stream what was written. */
export async function folderSink(folder: string, io: Io, quiet: boolean): Promise<Sink> {
  const names = new Set<string>();
  await writing(folder, () => mkdir(folder, { recursive: true }));
  return {
    async take(reading) {
      const name = fileNameFor(reading.id, names);
      if (name !== `${reading.id}.json`)
        await io.err.write(`The reading of report “${reading.id}” is written to ${name}.\n`);
      const path = join(folder, name);
      await writing(path, async () => {
        await writeFile(`${path}.part`, `${json(reading)}\n`);
        await rename(`${path}.part`, path);
      });
    },
    async close() {
      if (!quiet) await io.err.write(`${counted(names.size, 'reading')} written to ${folder}.\n`);
    },
  };
}

async function writing(path: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new GainsayError('output-unwritable', { path, reason }, cause);
  }
}

/** Longest file name; file systems allow 255 bytes. */
const MAX_NAME = 120;

/**
 * Gives a file name that an id from outside cannot misuse: no folders, no leading dot, no name twice even where a file
 * system ignores case. A harmless id keeps its name.
 */
export function fileNameFor(id: string, taken: Set<string>): string {
  const safe =
    id
      .replaceAll(/[^\p{L}\p{N}._-]/gu, '_')
      .replace(/^\.+/u, '_')
      .slice(0, MAX_NAME)
      .normalize('NFC') || '_';
  const base = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(safe) ? `_${safe}` : safe;
  let name = `${base}.json`;
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${base}-${i}.json`;
  taken.add(name.toLowerCase());
  return name;
}
