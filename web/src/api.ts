import { useEffect, useState } from 'react';

/** What is known of an answer so far. */
export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'here'; readonly value: T };

/** Asks the server this page came from. `again` asks anew when it changes, and the old answer stays until then. */
export function useAnswer<T>(path: string, again = 0): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T> & { path?: string }>({ state: 'waiting' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is there to ask anew.
  useEffect(() => {
    const stop = new AbortController();
    ask<T>(path, { signal: stop.signal }).then(
      (value) => setAnswer({ state: 'here', value, path }),
      (error: Error) => {
        if (!stop.signal.aborted) setAnswer({ state: 'failed', sentence: error.message, path });
      },
    );
    return () => stop.abort();
  }, [path, again]);
  return answer.path === path ? answer : { state: 'waiting' };
}

/** Sends a pasted report and gives what was read from it. */
export function sendReport(
  pasted: Readonly<Record<string, string>>,
): Promise<{ added: readonly { id: string }[] }> {
  return ask('/api/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(pasted),
  });
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  const body: unknown = await response.json();
  // The server writes every error's sentence into `detail`; what it answers otherwise is checked there.
  if (!response.ok)
    throw new Error((body as { detail?: string }).detail ?? `The desk answered ${response.status}.`);
  return body as T;
}
