import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { local } from './labels.ts';

type Copy = (sentence: string, publishedAt: string | null) => void;

const CopyContext = createContext<Copy>(() => {});

/** Gives a function that puts an attributed sentence on the clipboard, with the reader's own time beside UTC. */
export function useCopy(): Copy {
  return useContext(CopyContext);
}

/** Lets what is inside copy, and tells what was copied. */
export function Copying({ children }: { children: ReactNode }) {
  const [copied, setCopied] = useState<{ readonly words: string; readonly ok: boolean } | null>(null);
  const copy = useCallback<Copy>((sentence, publishedAt) => {
    const here = local(publishedAt);
    const words = here === '' ? sentence : `${sentence} [${here} here]`;
    navigator.clipboard.writeText(words).then(
      () => setCopied({ words, ok: true }),
      () => setCopied({ words, ok: false }),
    );
  }, []);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), 6_000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <CopyContext value={copy}>
      {children}
      <div className="copied" role="status">
        {copied && (
          <p>
            <b>{copied.ok ? 'Copied' : 'The browser refused the clipboard; copy from here'}</b> {copied.words}
          </p>
        )}
      </div>
    </CopyContext>
  );
}
