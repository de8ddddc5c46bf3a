import { fileURLToPath } from 'node:url';
import type { Io, Output } from '../src/cli/io.ts';
import { fakeReader } from './fake-reader.ts';

/** A world for one command: what it wrote, and what it was given. */
export interface FakeIo extends Io {
  readonly written: { out: string; err: string };
}

/** Gives a world with a fake reader, a fixed clock and streams that are read afterwards. */
export function fakeIo({
  stdin = '',
  ...rest
}: Partial<Omit<Io, 'stdin'>> & { readonly stdin?: string | Uint8Array } = {}): FakeIo {
  const written = { out: '', err: '' };
  const output = (name: 'out' | 'err'): Output => ({
    write: async (text) => {
      written[name] += text;
    },
    isTerminal: false,
    width: null,
  });
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    if (stdin.length > 0) yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
  };
  return {
    stdin: chunks(),
    out: output('out'),
    err: output('err'),
    env: {},
    now: () => new Date('2024-05-15T12:00:00Z'),
    root: fileURLToPath(new URL('../', import.meta.url)),
    loadReader: async () => fakeReader(),
    untilInterrupted: async () => undefined,
    written,
    ...rest,
  };
}
