import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives all tests one temporary folder for theirs, and removes it with whatever they left there. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay tests '));
  // os.tmpdir reads one or the other of these, by the system.
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
