import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GainsayError } from '../errors.ts';
import { type Action, type Entry, faultOf } from './entry.ts';
import { openFileLines, segmentsOf } from './file-log.ts';
import { fileStore, isMissing } from './file-store.ts';
import { createLedger, type Ledger, type LedgerOptions } from './ledger.ts';
import { type Lock, takeLock } from './lock.ts';
import { emptyState, type GrowingState } from './state.ts';

/** The format of a project folder; raised when an older version could no longer read it. */
export const PROJECT_FORMAT = 1;

/** A ledger in a folder. */
export interface Project extends Ledger {
  readonly folder: string;
  /** Bytes of a line that a crash had cut off, set aside when the project was opened; 0 as a rule. */
  readonly recoveredBytes: number;
}

/**
 * Makes a folder a project.
 * @throws GainsayError `project-exists`, `project-not-empty`.
 */
export async function initProject(folder: string, now: () => Date): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  if (names.includes('project.json')) throw new GainsayError('project-exists', { path: folder });
  if (names.length > 0) throw new GainsayError('project-not-empty', { path: folder });
  for (const name of ['log', 'reports', 'readings']) await mkdir(join(folder, name));
  const about = { format: PROJECT_FORMAT, createdAt: now().toISOString() };
  await writeFile(join(folder, 'project.json'), `${JSON.stringify(about, null, 2)}\n`, { flag: 'wx' });
}

/**
 * Opens a project to read and write. Its chain is checked on the way.
 * @throws GainsayError `project-missing`, `project-version`, `project-locked`, `ledger-broken`.
 */
export async function openProject(folder: string, options: LedgerOptions): Promise<Project> {
  await requireProject(folder);
  const lock = await takeLock(folder);
  try {
    const recoveredBytes = await mendTornEnd(folder);
    const state = await foldedState(folder);
    const lines = await openFileLines(join(folder, 'log'));
    const ledger = createLedger({ lines, store: fileStore(folder), state, options });
    return { ...ledger, folder, recoveredBytes, close: () => closed(ledger, lock) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function closed(ledger: Ledger, lock: Lock): Promise<void> {
  await ledger.close();
  await lock.release();
}

/** Opens a project to look at; others may write to it meanwhile. What it cannot do, it refuses. */
export async function openProjectToRead(folder: string): Promise<Ledger> {
  await requireProject(folder);
  const refuse = async (): Promise<never> => {
    throw new Error('This project was opened to be read.');
  };
  return createLedger({
    lines: { append: refuse, close: async () => undefined },
    store: { ...fileStore(folder), put: refuse },
    state: await foldedState(folder),
    options: { by: '', now: () => new Date(0) },
  });
}

/** @throws GainsayError `project-missing`, `project-version`. */
export async function requireProject(folder: string): Promise<void> {
  let about: { readonly format?: unknown };
  try {
    about = JSON.parse(await readFile(join(folder, 'project.json'), 'utf8')) as typeof about;
  } catch (error) {
    if (isMissing(error) || isNoFolder(error))
      throw new GainsayError('project-missing', { path: folder }, error);
    throw error;
  }
  if (about.format !== PROJECT_FORMAT) {
    throw new GainsayError('project-version', {
      path: folder,
      found: String(about.format),
      known: PROJECT_FORMAT,
    });
  }
}

function isNoFolder(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
}

async function foldedState(folder: string): Promise<GrowingState> {
  const state = emptyState();
  for await (const { lines } of segmentsOf(join(folder, 'log'))) {
    for (const line of lines) {
      const entry = parsedEntry(line);
      const reason = entry === null ? 'it is no JSON' : (faultOf(entry, state.head) ?? unknownKind(entry));
      if (entry === null || reason !== null) {
        throw new GainsayError('ledger-broken', {
          path: folder,
          seq: state.head.seq + 1,
          reason: reason ?? '',
        });
      }
      state.apply(entry);
    }
  }
  return state;
}

const KINDS: ReadonlySet<string> = new Set<Action['kind']>([
  'report-added',
  'reading-made',
  'events-merged',
  'event-split',
  'report-retracted',
  'decision-undone',
]);

/** A newer version may have logged what this one cannot fold; passing it over would show another state than was decided. */
function unknownKind({ kind }: Entry): string | null {
  return KINDS.has(kind) ? null : `this version does not know entries of the kind “${kind}”; update Gainsay`;
}

/** Gives a line's entry, its chain unchecked; null where it is no JSON object. */
export function parsedEntry(line: string): Entry | null {
  try {
    const value: unknown = JSON.parse(line);
    // The hash tells whether this is what was written; the shape follows from that.
    return typeof value === 'object' && value !== null ? (value as Entry) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Cuts off what a crash left of a line, and sets it aside; gives its length in bytes. Only the last segment can have one. */
async function mendTornEnd(folder: string): Promise<number> {
  let mended = 0;
  for await (const { path, torn, length } of segmentsOf(join(folder, 'log'))) {
    if (torn.length === 0) continue;
    await appendFile(join(folder, 'log', 'torn'), Buffer.concat([torn, Buffer.from('\n')]));
    await truncate(path, length);
    mended += torn.length;
  }
  return mended;
}
