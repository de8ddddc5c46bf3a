import { access, chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from './store.ts';

/** Gives a store of files named by their hash, `reports/<sha256>` and `readings/<sha256>`, made read-only. */
export function fileStore(folder: string): Store {
  const pathOf: Store['pathOf'] = (kind, sha256) => join(folder, kind, sha256);
  return {
    async put(kind, sha256, bytes) {
      const path = pathOf(kind, sha256);
      if (await exists(path)) return;
      await mkdir(join(folder, kind), { recursive: true });
      await writeDurably(path, bytes);
      await syncFolder(join(folder, kind));
    },
    get: async (kind, sha256) => {
      try {
        return await readFile(pathOf(kind, sha256));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    pathOf,
  };
}

/** Writes beside the path and renames, so that a file under its hash is always whole and on the disk. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(part, 0o444);
  await rename(part, path);
}

/** Makes a folder's own list of names durable; a system that cannot do that (Windows) does it by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Tells whether an error means that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
