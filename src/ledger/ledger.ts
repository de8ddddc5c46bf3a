import type { Reading } from '../claims/reading.ts';
import type { Report } from '../document/report.ts';
import { GainsayError } from '../errors.ts';
import { canonicalJson, sha256Of } from './canonical.ts';
import { type Action, type Anchor, chained, type Decision } from './entry.ts';
import { type GrowingState, type KeptReport, type LedgerState, sameEngine } from './state.ts';
import type { Lines, Store } from './store.ts';

/** A report on its way in. */
export interface Arrival {
  readonly report: Report;
  /** As received. */
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** The file's name or the stream's line, as given. */
  readonly path: string;
}

/** What became of an arrival. */
export interface Admitted {
  readonly key: string;
  /** With the id that it has in this ledger. */
  readonly report: Report;
  /** `known`: the same text with the same outlet, title, date and address is in the ledger already. */
  readonly status: 'stored' | 'known';
}

/** A log of what came in and what was read in it, with the state that it adds up to. */
export interface Ledger {
  readonly state: LedgerState;
  /** Keeps a report's bytes and text and logs it, once. An id that another report has gets `-2`, `-3` … */
  admit(arrival: Arrival): Promise<Admitted>;
  /** Keeps a reading and logs it; one that the same engine made of the same report is not kept twice. */
  addReading(key: string, reading: Reading): Promise<void>;
  /**
   * Logs what a person decided and gives the entry's number.
   * @throws GainsayError `report-missing`, `span-outside-text`.
   */
  decide(decision: Decision): Promise<number>;
  /**
   * Takes the decision of an entry back; the entry stays in the log.
   * @throws GainsayError `decision-missing`.
   */
  undo(entry: number, note: string | null): Promise<number>;
  /** Gives the last reading of a report; null when it was never read. */
  readingOf(key: string): Promise<Reading | null>;
  textOf(key: string): Promise<string>;
  close(): Promise<void>;
}

/** Who writes to a ledger, by which clock. */
export interface LedgerOptions {
  /** Who is named in the entries. */
  readonly by: string;
  readonly now: () => Date;
}

/** What a ledger stands on. */
export interface LedgerParts {
  readonly lines: Lines;
  readonly store: Store;
  readonly state: GrowingState;
  readonly options: LedgerOptions;
}

/** Gives a ledger over a log and a store of bytes. One writer at a time: appends are queued in the order of the calls. */
export function createLedger(parts: LedgerParts): Ledger {
  const { state, lines } = parts;
  let last: Promise<unknown> = Promise.resolve();
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work, work);
    last = result;
    return result;
  };
  return {
    state,
    admit: (arrival) => queued(() => admit(arrival, parts)),
    addReading: (key, reading) => queued(() => addReading(key, reading, parts)),
    decide: (decision) => queued(() => decide(decision, parts)),
    undo: (entry, note) => queued(() => undo(entry, note, parts)),
    readingOf: (key) => readingOf(key, parts),
    textOf: (key) => textOf(keptReport(key, state), parts),
    close: () => queued(() => lines.close()),
  };
}

async function admit({ report, bytes, mediaType, path }: Arrival, parts: LedgerParts): Promise<Admitted> {
  const { state, store } = parts;
  const text = new TextEncoder().encode(report.text);
  const textHash = sha256Of(text);
  const { id, ...rest } = report.meta;
  const key = sha256Of(canonicalJson({ ...rest, text: textHash }));
  const known = state.reports.get(key);
  if (known !== undefined) return { key, status: 'known', report: { ...report, meta: known.meta } };
  const meta = { ...rest, id: freeId(id, state) };
  const original = { sha256: sha256Of(bytes), mediaType, name: path, length: bytes.length };
  // Bytes first, then the entry: a crash between the two leaves a file that nobody names, never a name without a file.
  await store.put('reports', original.sha256, bytes);
  await store.put('reports', textHash, text);
  await append([{ kind: 'report-added', report: key, meta, text: textHash, original }], parts);
  return { key, status: 'stored', report: { ...report, meta } };
}

function freeId(id: string, state: LedgerState): string {
  let free = id;
  for (let i = 2; state.reportWithId(free) !== null; i++) free = `${id}-${i}`;
  return free;
}

async function addReading(key: string, reading: Reading, parts: LedgerParts): Promise<void> {
  const { state, store } = parts;
  const { engine } = reading;
  if (keptReport(key, state).readings.some((kept) => sameEngine(kept.engine, engine))) return;
  // The text stands once, in the report's own file.
  const { text: _text, ...report } = reading.report;
  const bytes = new TextEncoder().encode(canonicalJson({ ...reading, report }));
  const sha256 = sha256Of(bytes);
  await store.put('readings', sha256, bytes);
  await append([{ kind: 'reading-made', report: key, engine, reading: sha256 }], parts);
}

async function decide(decision: Decision, parts: LedgerParts): Promise<number> {
  switch (decision.kind) {
    case 'events-merged':
      await requireAnchors(decision.mentions, parts);
      break;
    case 'event-split':
      await requireAnchors([...decision.mentions, ...decision.from], parts);
      break;
    case 'report-retracted':
      keptReport(decision.report, parts.state);
  }
  await append([decision], parts);
  return parts.state.head.seq;
}

async function requireAnchors(anchors: readonly Anchor[], parts: LedgerParts): Promise<void> {
  const lengths = new Map<string, number>();
  for (const { report, start, end } of anchors) {
    const length = lengths.get(report) ?? (await textOf(keptReport(report, parts.state), parts)).length;
    lengths.set(report, length);
    if (start < 0 || end <= start || end > length)
      throw new GainsayError('span-outside-text', { start, end, length });
  }
}

async function undo(entry: number, note: string | null, parts: LedgerParts): Promise<number> {
  const kept = parts.state.decisions.find(({ seq }) => seq === entry);
  if (kept === undefined || kept.undoneAt !== null) throw new GainsayError('decision-missing', { entry });
  await append([{ kind: 'decision-undone', entry, note }], parts);
  return parts.state.head.seq;
}

async function append(actions: readonly Action[], { lines, state, options }: LedgerParts): Promise<void> {
  const stamp = { at: options.now().toISOString(), by: options.by };
  let head = state.head;
  const entries = actions.map((action) => {
    const entry = chained(action, head, stamp);
    head = { seq: entry.seq, hash: entry.hash };
    return entry;
  });
  await lines.append(entries.map(canonicalJson));
  for (const entry of entries) state.apply(entry);
}

async function readingOf(key: string, parts: LedgerParts): Promise<Reading | null> {
  const kept = keptReport(key, parts.state);
  const last = kept.readings.at(-1);
  if (last === undefined) return null;
  const bytes = await parts.store.get('readings', last.sha256);
  if (bytes === null) throw missing('readings', last.sha256, kept, parts, last.seq);
  // What `addReading` wrote, since its hash is in the log.
  const reading = JSON.parse(new TextDecoder().decode(bytes)) as Omit<Reading, 'report'> & {
    report: Omit<Reading['report'], 'text'>;
  };
  return { ...reading, report: { ...reading.report, text: await textOf(kept, parts) } };
}

async function textOf(kept: KeptReport, parts: LedgerParts): Promise<string> {
  const bytes = await parts.store.get('reports', kept.text);
  if (bytes === null) throw missing('reports', kept.text, kept, parts, kept.seq);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function keptReport(key: string, state: LedgerState): KeptReport {
  const kept = state.reports.get(key);
  if (kept === undefined) throw new GainsayError('report-missing', { report: key });
  return kept;
}

function missing(
  kind: 'reports' | 'readings',
  sha256: string,
  kept: KeptReport,
  { store }: LedgerParts,
  seq: number,
): GainsayError {
  return new GainsayError('ledger-file-missing', {
    path: store.pathOf(kind, sha256),
    item: kept.meta.id,
    seq,
  });
}
