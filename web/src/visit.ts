const LAST = 'gainsay:last-visit';
const BEFORE = 'gainsay:visit-before';

/**
 * Gives when the desk was last opened before this visit, ISO 8601; null on the first one. A visit lasts as long as its tab. It is kept
 * in this browser only.
 */
export function lastVisit(now: () => Date = () => new Date()): string | null {
  try {
    const known = sessionStorage.getItem(BEFORE);
    if (known !== null) return known === '' ? null : known;
    const last = localStorage.getItem(LAST);
    sessionStorage.setItem(BEFORE, last ?? '');
    localStorage.setItem(LAST, now().toISOString());
    return last;
  } catch {
    // A browser that keeps nothing for pages knows of no earlier visit.
    return null;
  }
}
