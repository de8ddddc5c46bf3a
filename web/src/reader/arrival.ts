import { type RefObject, useEffect } from 'react';

/** Puts the focus on the pinned event's words and brings them into sight, on arriving and at every step. */
export function useArrival(text: RefObject<HTMLElement | null>, pinned: string | null): void {
  useEffect(() => {
    if (pinned === null) return;
    const mark = text.current?.querySelector<HTMLElement>(`a[data-home~="${CSS.escape(pinned)}"]`);
    if (!mark || mark === document.activeElement) return;
    mark.focus({ preventScroll: true });
    // On a narrow page the card covers the lower half.
    const block = matches('(max-width: 900px)') ? 'start' : 'center';
    mark.scrollIntoView({ block, behavior: matches('(prefers-reduced-motion: reduce)') ? 'auto' : 'smooth' });
  }, [text, pinned]);
}

function matches(query: string): boolean {
  return window.matchMedia(query).matches;
}
