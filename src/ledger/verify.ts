import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GainsayError } from '../errors.ts';
import { canonicalJson, sha256Of } from './canonical.ts';
import { EMPTY_HEAD, type Entry, faultOf, type Head, type ReadingMade, type ReportAdded } from './entry.ts';
import { segmentsOf } from './file-log.ts';
import { fileStore } from './file-store.ts';
import { isLocked } from './lock.ts';
import { parsedEntry, requireProject } from './project.ts';
import type { Store, StoredKind } from './store.ts';

/** What a check of a whole project found. */
export interface Verification {
  readonly entries: number;
  readonly files: number;
  /** Write it down elsewhere: a log whose end was cut off is whole in itself, but has another head. */
  readonly head: Head;
  /** In the order of the log; empty when all holds. */
  readonly faults: readonly GainsayError[];
  /** Files that no entry names: left by a crash between writing a file and logging it. */
  readonly strays: readonly string[];
}

/** Checks the chain of the log and the bytes of every file that it names. Reads everything; changes nothing. */
export async function verifyProject(
  folder: string,
  expectedHead: string | null = null,
): Promise<Verification> {
  await requireProject(folder);
  const store = fileStore(folder);
  const faults: GainsayError[] = [];
  const named = new Set<string>();
  const ids = new Map<string, string>();
  let head = EMPTY_HEAD;
  let entries = 0;
  let headMet = expectedHead === null || expectedHead === EMPTY_HEAD.hash;
  for await (const { path, lines, torn } of segmentsOf(join(folder, 'log'))) {
    for (const line of lines) {
      const entry = parsedEntry(line);
      const reason = entry === null ? 'it is no JSON' : (faultOf(entry, head) ?? spellingFault(entry, line));
      if (reason !== null)
        faults.push(new GainsayError('ledger-broken', { path, seq: head.seq + 1, reason }));
      entries++;
      if (entry === null) continue;
      // After a fault the chain is followed from what stands there, so that one fault is told once.
      head = { seq: entry.seq, hash: entry.hash };
      headMet ||= entry.hash === expectedHead;
      if (entry.kind === 'report-added') ids.set(entry.report, entry.meta.id);
      faults.push(...(await fileFaults(entry, { store, named, ids })));
    }
    if (torn.length > 0 && !(await isLocked(folder))) faults.push(new GainsayError('ledger-torn', { path }));
  }
  if (!headMet)
    faults.push(
      new GainsayError('ledger-head', { path: folder, expected: expectedHead ?? '', found: head.hash }),
    );
  return { entries, files: named.size, head, faults, strays: await straysIn(folder, named) };
}

/** The same entry spelt otherwise (a key twice, spaces) is no longer the line that was written. */
function spellingFault(entry: Entry, line: string): string | null {
  return canonicalJson(entry) === line ? null : 'its line was rewritten';
}

interface Checking {
  readonly store: Store;
  readonly named: Set<string>;
  readonly ids: ReadonlyMap<string, string>;
}

async function fileFaults(entry: Entry, { store, named, ids }: Checking): Promise<readonly GainsayError[]> {
  if (entry.kind !== 'report-added' && entry.kind !== 'reading-made') return [];
  const item = ids.get(entry.report) ?? entry.report;
  const faults: GainsayError[] = [];
  for (const [kind, sha256] of filesOf(entry)) {
    if (named.has(sha256)) continue;
    named.add(sha256);
    const bytes = await store.get(kind, sha256);
    const details = { path: store.pathOf(kind, sha256), item, seq: entry.seq };
    if (bytes === null) faults.push(new GainsayError('ledger-file-missing', details));
    else if (sha256Of(bytes) !== sha256) faults.push(new GainsayError('ledger-file-altered', details));
  }
  return faults;
}

function filesOf(entry: ReportAdded | ReadingMade): readonly (readonly [StoredKind, string])[] {
  if (entry.kind === 'reading-made') return [['readings', entry.reading]];
  return [
    ['reports', entry.original.sha256],
    ['reports', entry.text],
  ];
}

async function straysIn(folder: string, named: ReadonlySet<string>): Promise<readonly string[]> {
  const strays: string[] = [];
  for (const kind of ['reports', 'readings']) {
    const names = await readdir(join(folder, kind));
    strays.push(...names.filter((name) => !named.has(name)).map((name) => join(kind, name)));
  }
  return strays.sort();
}
