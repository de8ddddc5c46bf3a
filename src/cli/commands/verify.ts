import { verifyProject } from '../../ledger/verify.ts';
import type { Io } from '../io.ts';
import { counted } from '../terminal.ts';

/** What `gainsay verify` was asked to do. */
export interface VerifyOptions {
  readonly json?: boolean;
  /** A head that was written down earlier. */
  readonly head?: string;
}

/** Checks a whole project; exit code 1 when anything in it was altered, removed or cut off. */
export async function verify(folder: string, { json, head }: VerifyOptions, io: Io): Promise<number> {
  const found = await verifyProject(folder, head ?? null);
  if (json === true) {
    const faults = found.faults.map(({ code, message, details }) => ({ code, message, ...details }));
    await io.out.write(`${JSON.stringify({ ...found, faults }, null, 1)}\n`);
  } else await io.out.write(inWords(folder, found));
  return found.faults.length === 0 ? 0 : 1;
}

function inWords(
  folder: string,
  { entries, files, head, faults, strays }: Awaited<ReturnType<typeof verifyProject>>,
): string {
  const lines = faults.map(({ message }) => message);
  lines.push(
    faults.length === 0
      ? `${folder}: ${entries} entries and ${counted(files, 'file')} hold.`
      : `${folder}: ${counted(faults.length, 'fault')} in ${entries} entries and ${counted(files, 'file')}.`,
    `Head of the log: entry ${head.seq}, ${head.hash}`,
    'Write the head down elsewhere and give it later as --head, to see that nothing was cut off.',
  );
  if (strays.length > 0)
    lines.push(`${counted(strays.length, 'file')} that no entry names: ${strays.join(', ')}`);
  return `${lines.join('\n')}\n`;
}
