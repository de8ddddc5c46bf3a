import { Worker } from 'node:worker_threads';
import type { Reading } from '../claims/reading.ts';
import type { Report } from '../document/report.ts';
import type { Row } from '../document/table.ts';
import { GainsayError } from '../errors.ts';
import type { LayersOut } from './layers-out.ts';
import type { Reader } from './reader-type.ts';

/** A reading, with the layers where they were asked for. */
export type ReadingOut = Reading & { readonly layers?: LayersOut };

/** What a worker is asked; the answer carries the same number. */
export interface Task {
  readonly number: number;
  readonly report: Report;
  readonly withLayers: boolean;
}

/** What a worker answers. */
export type Answer =
  | { readonly number: number; readonly reading: ReadingOut }
  | { readonly number: number; readonly reason: string };

/** Reads reports, several at once where there are workers; the readings are the same however many there are. */
export interface ReaderPool {
  /** How many reports are read at once. */
  readonly size: number;
  /** @throws GainsayError `reading-failed` where the reading broke off; others go on. */
  read(report: Report, withLayers: boolean): Promise<ReadingOut>;
  close(): Promise<void>;
}

/** Gives a pool of one, in this process. */
export function poolOfOne(reader: Reader): ReaderPool {
  return {
    size: 1,
    read: async (report, withLayers) => {
      try {
        return readWith(reader, report, withLayers);
      } catch (cause) {
        throw failure(report, reasonOf(cause), cause);
      }
    },
    close: async () => undefined,
  };
}

/** Reads one report, with its layers where they are wanted. */
export function readWith(reader: Reader, report: Report, withLayers: boolean): ReadingOut {
  const reading = reader.read(report);
  return withLayers ? { ...reading, layers: reader.layers(report) } : reading;
}

/** Gives the words of whatever was thrown. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function failure(report: Report, reason: string, cause?: unknown): GainsayError {
  return cause instanceof GainsayError
    ? cause
    : new GainsayError('reading-failed', { path: report.meta.id, reason }, cause);
}

interface Waiting {
  readonly task: Task;
  readonly resolve: (reading: ReadingOut) => void;
  readonly reject: (error: GainsayError) => void;
}

interface Desk {
  readonly worker: Worker;
  waiting: Waiting | null;
}

/**
 * Gives a pool of worker threads, each with a reader of its own (about 150 MB) and with a user's own actors where there are any. A worker that dies fails the one report
 * that it was reading, and is replaced.
 */
export function openPool(size: number, engine: 'fast' | 'accurate', actors: readonly Row[] = []): ReaderPool {
  const queue: Waiting[] = [];
  const desks = new Set<Desk>();
  let count = 0;
  let closed = false;
  const hire = (): void => {
    // The compiled worker stands beside the compiled pool.
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { engine, actors } });
    const desk: Desk = { worker, waiting: null };
    desks.add(desk);
    worker.on('message', (answer: Answer) => {
      settle(desk, answer);
      handOut();
    });
    worker.on('error', (error) => lose(desk, error.message));
    worker.on('exit', (code) => lose(desk, `its worker ended with ${code}`));
  };
  const lose = (desk: Desk, reason: string): void => {
    if (!desks.delete(desk)) return;
    if (desk.waiting) desk.waiting.reject(failure(desk.waiting.task.report, reason));
    if (!closed) hire();
    handOut();
  };
  const handOut = (): void => {
    for (const desk of desks) {
      if (desk.waiting !== null) continue;
      desk.waiting = queue.shift() ?? null;
      if (desk.waiting !== null) desk.worker.postMessage(desk.waiting.task);
    }
  };
  for (let i = 0; i < size; i++) hire();
  return {
    size,
    read: (report, withLayers) =>
      new Promise((resolve, reject) => {
        queue.push({ task: { number: ++count, report, withLayers }, resolve, reject });
        handOut();
      }),
    close: async () => {
      closed = true;
      await Promise.all([...desks].map(({ worker }) => worker.terminate()));
    },
  };
}

function settle(desk: Desk, answer: Answer): void {
  const { waiting } = desk;
  if (waiting === null || waiting.task.number !== answer.number) return;
  desk.waiting = null;
  if ('reading' in answer) waiting.resolve(answer.reading);
  else waiting.reject(failure(waiting.task.report, answer.reason));
}
