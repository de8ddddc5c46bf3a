import { createLedger, type Ledger, type LedgerOptions } from './ledger.ts';
import { emptyState } from './state.ts';
import type { Store } from './store.ts';

/** Gives a ledger that forgets when it is let go: for tests, and for a desk that is opened to look around. */
export function memoryLedger(options: LedgerOptions): Ledger & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const append = async (more: readonly string[]): Promise<void> => {
    lines.push(...more);
  };
  const ledger = createLedger({
    lines: { append, close: async () => undefined },
    store: memoryStore(),
    state: emptyState(),
    options,
  });
  return { ...ledger, lines };
}

function memoryStore(): Store {
  const files = new Map<string, Uint8Array>();
  const pathOf: Store['pathOf'] = (kind, sha256) => `${kind}/${sha256}`;
  return {
    put: async (kind, sha256, bytes) => {
      files.set(pathOf(kind, sha256), bytes);
    },
    get: async (kind, sha256) => files.get(pathOf(kind, sha256)) ?? null,
    pathOf,
  };
}
