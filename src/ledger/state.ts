import type { Reading } from '../claims/reading.ts';
import type { ReportMeta } from '../document/report.ts';
import { EMPTY_HEAD, type Entry, type Head, type ReadingMade, type ReportAdded } from './entry.ts';

/** A reading that the ledger keeps. */
export interface KeptReading {
  readonly engine: Reading['engine'];
  /** SHA-256 of its file. */
  readonly sha256: string;
  readonly seq: number;
  readonly at: string;
}

/** A report that the ledger keeps, with everything that happened to it. */
export interface KeptReport {
  readonly key: string;
  readonly meta: ReportMeta;
  readonly text: string;
  readonly original: ReportAdded['original'];
  readonly seq: number;
  readonly addedAt: string;
  /** In the order they were made; the last one is shown. */
  readonly readings: readonly KeptReading[];
}

/** What the log adds up to. Read it; only `apply` changes it. */
export interface LedgerState {
  readonly head: Head;
  /** By key, in the order in which they came. */
  readonly reports: ReadonlyMap<string, KeptReport>;
  /** Gives the report with this id; ids are unique in a ledger. */
  reportWithId(id: string): KeptReport | null;
  /** Gives the other reports with the very same text, under another outlet, date or address. */
  copiesOf(key: string): readonly KeptReport[];
}

/** A state that grows with the log; each entry costs the same however many went before. */
export interface GrowingState extends LedgerState {
  apply(entry: Entry): void;
}

/** Gives the state of an empty log. */
export function emptyState(): GrowingState {
  let head = EMPTY_HEAD;
  const reports = new Map<string, KeptReport & { readonly readings: KeptReading[] }>();
  const keysById = new Map<string, string>();
  const keysByText = new Map<string, string[]>();
  const addReport = (entry: Entry & ReportAdded): void => {
    const { report: key, meta, text, original, seq, at } = entry;
    reports.set(key, { key, meta, text, original, seq, addedAt: at, readings: [] });
    keysById.set(meta.id, key);
    keysByText.set(text, [...(keysByText.get(text) ?? []), key]);
  };
  const addReading = ({ report, engine, reading, seq, at }: Entry & ReadingMade): void => {
    reports.get(report)?.readings.push({ engine, sha256: reading, seq, at });
  };
  return {
    get head() {
      return head;
    },
    reports,
    reportWithId: (id) => reports.get(keysById.get(id) ?? '') ?? null,
    copiesOf: (key) => {
      const text = reports.get(key)?.text ?? '';
      const others = (keysByText.get(text) ?? []).filter((other) => other !== key);
      return others.flatMap((other) => reports.get(other) ?? []);
    },
    apply(entry) {
      if (entry.kind === 'report-added') addReport(entry);
      else addReading(entry);
      head = { seq: entry.seq, hash: entry.hash };
    },
  };
}

/** Tells whether two readings were made by the very same engine, weights and rules. */
export function sameEngine(a: Reading['engine'], b: Reading['engine']): boolean {
  return a.name === b.name && a.version === b.version && a.reader === b.reader;
}
