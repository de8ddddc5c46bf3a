import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GainsayError } from '../../errors.ts';
import type { Io } from '../io.ts';

/** One thing that an installation needs. */
interface Finding {
  readonly what: string;
  readonly holds: boolean;
  /** What was found, or what to do. */
  readonly tells: string;
}

/** Tells what the installation has and lacks; exit code 1 when reading is not possible. */
export async function doctor({ json }: { readonly json?: boolean }, io: Io): Promise<number> {
  const findings = [node(), tables(io), await engine('fast', io), await engine('accurate', io), desk(io)];
  const reads = findings.some(({ what, holds }) => what.endsWith('engine') && holds);
  if (json === true) await io.out.write(`${JSON.stringify({ reads, findings }, null, 1)}\n`);
  else {
    for (const { what, holds, tells } of findings)
      await io.out.write(`${holds ? 'ok     ' : 'missing'}  ${what}: ${tells}\n`);
    await io.out.write('Network: none is used.\n');
  }
  return reads ? 0 : 1;
}

const LEAST_NODE = 20;

function node(): Finding {
  const { node: version } = process.versions;
  const holds = Number(version.split('.')[0]) >= LEAST_NODE;
  return {
    what: 'Node',
    holds,
    tells: holds ? version : `${version} is older than ${LEAST_NODE}; install a newer one`,
  };
}

function tables({ root }: Io): Finding {
  const folder = join(root, 'data');
  const count = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.tsv')).length
    : 0;
  return {
    what: 'Tables',
    holds: count > 0,
    tells: count > 0 ? `${count} in data/` : 'data/ is empty; fetch the package again',
  };
}

async function engine(name: 'fast' | 'accurate', io: Io): Promise<Finding> {
  const startedAt = io.now().getTime();
  try {
    const { engine: loaded } = await io.loadReader({ engine: name });
    const lengthMs = io.now().getTime() - startedAt;
    return {
      what: `The ${name} engine`,
      holds: loaded.name === name,
      tells: `version ${loaded.version}, loaded in ${lengthMs} ms`,
    };
  } catch (error) {
    if (!(error instanceof GainsayError)) throw error;
    return { what: `The ${name} engine`, holds: false, tells: error.message };
  }
}

function desk({ root }: Io): Finding {
  const holds = existsSync(join(root, 'dist', 'web', 'index.html'));
  return { what: 'The desk', holds, tells: holds ? 'built' : 'not built; npm start builds it' };
}
