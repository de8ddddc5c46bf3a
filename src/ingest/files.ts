import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { GainsayError } from '../errors.ts';
import { MAX_FOLDER_DEPTH } from './limits.ts';

/** File names that a folder is searched for. */
export const READ_EXTENSIONS: readonly string[] = [
  '.txt',
  '.md',
  '.html',
  '.htm',
  '.json',
  '.ndjson',
  '.jsonl',
];

/** A folder of reports often tells about itself; that is no report. */
const ABOUT_THE_FOLDER = /^(?:readme|licen[cs]e|notice|changelog)(?:\.|$)/iu;

/** A file to read; `found` when it was met in a folder and not named by the user. */
export interface FoundFile {
  readonly path: string;
  readonly found: boolean;
  readonly size: number;
}

/** Gives the files below a path: the file itself, or those of a folder, sorted by path, hidden ones left out. */
export async function filesAt(path: string): Promise<readonly FoundFile[]> {
  const entry = await statOf(path);
  if (entry.isFile()) return [{ path, found: false, size: entry.size }];
  if (!entry.isDirectory()) throw new GainsayError('input-kind', { path });
  const files = await filesIn(path, 0);
  if (files.length === 0) throw new GainsayError('input-no-files', { path });
  return files;
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (cause) {
    throw fileError(cause, path);
  }
}

async function filesIn(folder: string, depth: number): Promise<readonly FoundFile[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw fileError(cause, folder);
  });
  const files: FoundFile[] = [];
  // Code-unit order: the same on every machine, whatever its locale.
  for (const name of names.filter((candidate) => !candidate.startsWith('.')).sort()) {
    const path = join(folder, name);
    // Links are not followed: they may lead out of the folder, or round in a circle.
    const entry = await lstat(path);
    if (entry.isDirectory() && depth < MAX_FOLDER_DEPTH) files.push(...(await filesIn(path, depth + 1)));
    else if (entry.isFile() && isRead(name)) {
      files.push({ path, found: true, size: entry.size });
    }
  }
  return files;
}

function isRead(name: string): boolean {
  return READ_EXTENSIONS.includes(extname(name).toLowerCase()) && !ABOUT_THE_FOLDER.test(name);
}

/** Gives the sentence for a failed file operation. */
export function fileError(cause: unknown, path: string): GainsayError {
  if (cause instanceof GainsayError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new GainsayError('input-missing', { path }, cause);
  if (code === 'EACCES' || code === 'EPERM') return new GainsayError('input-unreadable', { path }, cause);
  return new GainsayError('input-failed', { path, reason: code || String(cause) }, cause);
}
