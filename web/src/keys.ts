import { useEffect } from 'react';

/** What keys do, by the key's name: `j`, `esc`, or `shift+c` for a letter with Shift. */
export type Keys = Readonly<Record<string, () => void>>;

/** Listens for keys while the component is on the page, except where someone is typing. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      // An open panel has its own keys: the browser closes it on Esc.
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key !== 'Escape' && isTyping(event.target)) return;
      const name = nameOf(event);
      const act = keys[name];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys]);
}

function nameOf({ key, shiftKey }: KeyboardEvent): string {
  if (key === 'Escape') return 'esc';
  return shiftKey && /^[A-Z]$/.test(key) ? `shift+${key.toLowerCase()}` : key;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
