import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../claims/reading.ts';
import type { Reader } from '../../pipeline/reader-type.ts';
import { startServer } from '../../server/server.ts';
import { memoryShelf, type Shelf } from '../../server/shelf.ts';
import type { Io } from '../io.ts';
import { ownActorsFor } from '../own-actors.ts';
import { openProjectShelf } from '../project-shelf.ts';
import { loadTelling, readEach } from '../readings.ts';

/** What `gainsay serve` was asked to do. */
export interface ServeOptions {
  readonly engine?: 'fast' | 'accurate';
  readonly project?: string;
  /** A user's own table of actors; without it the `actors.tsv` of the project, where there is one. */
  readonly actors?: string;
  readonly port: number;
  readonly host: string;
  readonly open?: boolean;
  readonly quiet?: boolean;
}

/** Serves the desk until the user stops it. Without a project it shows the sample story and forgets what is added. */
export async function serve(options: ServeOptions, io: Io): Promise<number> {
  const tell = options.quiet === true ? null : io.err;
  const reader = await loadTelling(options.engine ?? null, tell, io, await ownActorsFor(options));
  const opened =
    options.project === undefined
      ? await sampleShelf(reader, io)
      : await openProjectShelf(options.project, reader, io);
  try {
    const server = await startServer({
      shelf: opened.shelf,
      port: options.port,
      host: options.host,
      webRoot: builtDesk(io),
      warn: (error) =>
        void io.err.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    });
    await io.out.write(`${server.url}\n`);
    if (options.quiet !== true) await io.err.write(greeting(options, opened.shelf));
    if (options.open === true && io.out.isTerminal) openBrowser(server.url);
    await io.untilInterrupted();
    await server.close();
  } finally {
    await opened.close();
  }
  return 0;
}

/** Without a built desk the API alone is served. */
function builtDesk({ root }: Io): string | null {
  const folder = join(root, 'dist', 'web');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}

function greeting({ project }: ServeOptions, shelf: Shelf): string {
  const what = project === undefined ? 'the sample story' : `the project ${project}`;
  const count = shelf.readings().length;
  return `The desk shows ${what} (${count} reports). It answers to this machine only; nothing leaves it. Stop it with Ctrl-C.\n`;
}

async function sampleShelf(
  reader: Reader,
  io: Io,
): Promise<{ readonly shelf: Shelf; close(): Promise<void> }> {
  const readings: Reading[] = [];
  await readEach(
    [join(io.root, 'data', 'sample-story')],
    {},
    { ...io, loadReader: async () => reader },
    async (reading) => {
      readings.push(reading);
    },
  );
  return {
    shelf: memoryShelf(readings, (report) => reader.read(report), io.now),
    close: async () => undefined,
  };
}

/** A machine without a browser has the address on its screen. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command ?? 'xdg-open', args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
