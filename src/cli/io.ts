import type { Row } from '../document/table.ts';
import type { Reader } from '../pipeline/reader-type.ts';

/** The world as the commands see it; tests hand in another one. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Data, and nothing else. */
  readonly out: Output;
  /** Messages, progress, warnings. */
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock. */
  readonly now: () => Date;
  /** The folder of this package, where data/, models/ and the built desk are. */
  readonly root: string;
  readonly loadReader: (options: ReaderOptions) => Promise<Reader>;
  /** Resolves when the user asks to stop; until it is called, Ctrl-C ends the program at once. */
  readonly untilInterrupted: () => Promise<void>;
}

/** One output stream. */
export interface Output {
  /** Resolves when the stream is ready for more. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** In characters; null when it is not known. */
  readonly width: number | null;
}

/** Which engine reads, null for the best that is there, and with what besides the package's tables. */
export interface ReaderOptions {
  readonly engine: 'fast' | 'accurate' | null;
  /** A user's own lines of actors; none without it. */
  readonly actors?: readonly Row[];
}
