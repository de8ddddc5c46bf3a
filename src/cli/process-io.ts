import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Reader } from '../pipeline/reader-type.ts';
import type { Io, Output, ReaderOptions } from './io.ts';

/** Gives the real world: this process's streams, clock and package. */
export function processIo(): Io {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  return {
    stdin: process.stdin,
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    env: process.env,
    now: () => new Date(),
    root,
    loadReader: (options) => loadReader(options),
    untilInterrupted: async () => {
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    },
  };
}

async function loadReader(options: ReaderOptions): Promise<Reader> {
  const pipeline = await import('../pipeline/reader.ts');
  return pipeline.loadReader(options);
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    // A pipe that fills up is waited for, so that a long run does not pile its output up in memory.
    write: async (text) => {
      if (!stream.write(text)) await once(stream, 'drain');
    },
    isTerminal: stream.isTTY === true,
    width: stream.isTTY === true ? stream.columns : null,
  };
}
