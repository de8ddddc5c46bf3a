import { type RefObject, useEffect } from 'react';

/** Puts the focus on the pinned event's words and brings them into sight, on arriving and at every step. */
export function useArrival(text: RefObject<HTMLElement | null>, pinned: string | null): void {
  useEffect(() => {
    if (pinned === null) return;
    const mark = text.current?.querySelector<HTMLElement>(`a[data-home~="${CSS.escape(pinned)}"]`);
    if (!mark || mark === document.activeElement) return;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: 'center', behavior: isCalm() ? 'auto' : 'smooth' });
  }, [text, pinned]);
}

function isCalm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
