import { useSyncExternalStore } from 'react';

const MOVED = 'gainsay:moved';

/** Where the desk is: every state of a view stands in the URL, so that a link shows what its sender saw. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Gives the place now, and again whenever it changes. */
export function usePlace(): Place {
  const href = useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search);
  const url = new URL(href, window.location.origin);
  return { path: url.pathname, query: url.searchParams };
}

/** Goes to an address of the desk. With `replace`, the step back does not stop at the place that is left. */
export function go(href: string, { replace = false } = {}): void {
  if (replace) window.history.replaceState(null, '', href);
  else window.history.pushState(null, '', href);
  window.dispatchEvent(new Event(MOVED));
}

/** Gives the present address with some of its query changed; null takes a key out. */
export function withQuery(place: Place, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(place.query);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(key);
    else query.set(key, value);
  }
  const search = query.toString();
  return search === '' ? place.path : `${place.path}?${search}`;
}

/** Gives the address of a report, at one of its events where that is given. */
export function reportHref(report: string, event?: string): string {
  const path = `/reports/${encodeURIComponent(report)}`;
  return event === undefined ? path : `${path}?event=${encodeURIComponent(event)}`;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('popstate', changed);
  window.addEventListener(MOVED, changed);
  return () => {
    window.removeEventListener('popstate', changed);
    window.removeEventListener(MOVED, changed);
  };
}
