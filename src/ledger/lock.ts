import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { GainsayError } from '../errors.ts';
import { isMissing } from './file-store.ts';

/** The process that writes to a project. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in the system's own count: a pid is given again, a start time is not. Null where unknown. */
  readonly startedAt: string | null;
}

/** Held while a project is written to. */
export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes a project's lock; the lock of a process that is gone is taken over.
 * @throws GainsayError `project-locked` while a living process holds it.
 */
export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, 'lock');
  const me: Holder = { pid: process.pid, host: hostname(), startedAt: await startOf(process.pid) };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await created(path, me)) return { release: () => unlink(path) };
    const holder = await holderOf(path);
    if (holder !== null && (await lives(holder))) {
      throw new GainsayError('project-locked', { path: folder, pid: holder.pid });
    }
    await takeAway(path, holder);
  }
  throw new GainsayError('project-locked', { path: folder, pid: 'unknown' });
}

/** Tells whether a living process writes to the project. */
export async function isLocked(folder: string): Promise<boolean> {
  const holder = await holderOf(join(folder, 'lock'));
  return holder !== null && (await lives(holder));
}

/** The lock appears signed: a link to a finished file is made in one step, and fails where a lock stands. */
async function created(path: string, me: Holder): Promise<boolean> {
  const signed = `${path}.${process.pid}.${me.startedAt ?? 'new'}`;
  await writeFile(signed, JSON.stringify(me));
  try {
    await link(signed, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(signed);
  }
}

/** Two who find the same dead lock rename it; the one who comes second finds nothing, or a new lock, which it puts back. */
async function takeAway(path: string, dead: Holder | null): Promise<void> {
  const stale = `${path}.${process.pid}.stale`;
  try {
    await rename(path, stale);
    if (JSON.stringify(await holderOf(stale)) !== JSON.stringify(dead)) await link(stale, path);
    await unlink(stale);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Null when there is no lock, or one that nobody can read. */
async function holderOf(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}

async function lives({ pid, host, startedAt }: Holder): Promise<boolean> {
  // Another machine's processes cannot be seen from here: its lock stands.
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return startedAt === null || startedAt === (await startOf(pid));
}

/** Linux tells when a process started: the 22nd field of its stat, behind a name in brackets that may hold spaces. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
