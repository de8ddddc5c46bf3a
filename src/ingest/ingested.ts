import type { Report } from '../document/report.ts';
import type { GainsayError } from '../errors.ts';

export type MediaType = 'text/plain' | 'text/markdown' | 'text/html' | 'application/json';

/** One report as it came in: where from, what was read off it, and its bytes untouched. */
export interface IngestedReport {
  readonly kind: 'report';
  /** The path as given, with `:12` for line 12 of an NDJSON file; `-` is standard input. */
  readonly path: string;
  readonly mediaType: MediaType;
  readonly report: Report;
  /** What was received: the whole file, or the line of an NDJSON file without its line break. */
  readonly bytes: Uint8Array;
}

/** An input that is not read, and why, in one sentence. */
export interface RejectedInput {
  readonly kind: 'rejected';
  readonly path: string;
  readonly error: GainsayError;
}

/** Every input item ends as exactly one of these. */
export type Ingested = IngestedReport | RejectedInput;
