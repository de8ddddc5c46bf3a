import { initProject } from '../../ledger/project.ts';
import type { Io } from '../io.ts';

/** Makes a folder a project. */
export async function init(folder: string, { quiet }: { readonly quiet?: boolean }, io: Io): Promise<number> {
  await initProject(folder, io.now);
  if (quiet !== true) {
    await io.err.write(`${folder} is a project now. Next: gainsay add --project ${folder} REPORT…\n`);
  }
  return 0;
}
