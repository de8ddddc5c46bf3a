/** What a stored file holds: a report's bytes or text, or a reading. Each kind has a folder of its own. */
export type StoredKind = 'reports' | 'readings';

/** Bytes kept by their hash: what is in is never changed, and putting it in again changes nothing. */
export interface Store {
  put(kind: StoredKind, sha256: string, bytes: Uint8Array): Promise<void>;
  /** Gives the bytes, unchecked; null when they are gone. */
  get(kind: StoredKind, sha256: string): Promise<Uint8Array | null>;
  /** Names the file in messages. */
  pathOf(kind: StoredKind, sha256: string): string;
}

/** An append-only list of lines. Every line that was appended is there after a crash, or none of it is. */
export interface Lines {
  append(lines: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
