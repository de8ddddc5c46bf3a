import type { Reading } from '../claims/reading.ts';
import type { ReportMeta } from '../document/report.ts';
import {
  type Decision,
  type DecisionUndone,
  EMPTY_HEAD,
  type Entry,
  type Head,
  type ReadingMade,
  type ReportAdded,
} from './entry.ts';

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

/** A decision that the ledger keeps, with who took it. */
export interface KeptDecision {
  readonly decision: Decision;
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  /** When it was taken back; null while it holds. */
  readonly undoneAt: string | null;
}

/** What the log adds up to. Read it; only `apply` changes it. */
export interface LedgerState {
  readonly head: Head;
  /** By key, in the order in which they came. */
  readonly reports: ReadonlyMap<string, KeptReport>;
  /** In the order in which they were taken; those taken back are among them. */
  readonly decisions: readonly KeptDecision[];
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
  const decisions = new Map<number, KeptDecision>();
  const addReport = (entry: Entry & ReportAdded): void => {
    const { report: key, meta, text, original, seq, at } = entry;
    reports.set(key, { key, meta, text, original, seq, addedAt: at, readings: [] });
    keysById.set(meta.id, key);
    keysByText.set(text, [...(keysByText.get(text) ?? []), key]);
  };
  const addReading = ({ report, engine, reading, seq, at }: Entry & ReadingMade): void => {
    reports.get(report)?.readings.push({ engine, sha256: reading, seq, at });
  };
  const undo = ({ entry, at }: Entry & DecisionUndone): void => {
    const kept = decisions.get(entry);
    if (kept !== undefined) decisions.set(entry, { ...kept, undoneAt: kept.undoneAt ?? at });
  };
  return {
    get head() {
      return head;
    },
    get decisions() {
      return [...decisions.values()];
    },
    reports,
    reportWithId: (id) => reports.get(keysById.get(id) ?? '') ?? null,
    copiesOf: (key) => {
      const text = reports.get(key)?.text ?? '';
      const others = (keysByText.get(text) ?? []).filter((other) => other !== key);
      return others.flatMap((other) => reports.get(other) ?? []);
    },
    apply(entry) {
      switch (entry.kind) {
        case 'report-added':
          addReport(entry);
          break;
        case 'reading-made':
          addReading(entry);
          break;
        case 'decision-undone':
          undo(entry);
          break;
        case 'events-merged':
        case 'event-split':
        case 'report-retracted':
          decisions.set(entry.seq, keptDecision(entry));
      }
      head = { seq: entry.seq, hash: entry.hash };
    },
  };
}

function keptDecision(entry: Entry & Decision): KeptDecision {
  const { seq, at, by, hash: _hash, previousHash: _previous, ...decision } = entry;
  return { decision, seq, at, by, undoneAt: null };
}

/** Tells whether two readings were made by the very same engine, weights and rules. */
export function sameEngine(a: Reading['engine'], b: Reading['engine']): boolean {
  return a.name === b.name && a.version === b.version && a.reader === b.reader;
}
