import { type FormEvent, useState } from 'react';
import { sendReport } from './api.ts';
import { Panel } from './panel.tsx';

/** A panel to paste a report into: plain text, a page's HTML, or JSON. */
export function AddReport({ close, added }: { close: () => void; added: (report: string) => void }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setReading(true);
    setRefusal(null);
    try {
      const answer = await sendReport(pastedIn(form));
      const [first] = answer.added;
      if (first) added(first.id);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    } finally {
      setReading(false);
    }
  };
  return (
    <Panel title="Add a report" close={close}>
      <form className="add" onSubmit={send}>
        <label className="wide">
          The report: plain text with its headline as the first line, a page’s HTML, or JSON
          <textarea name="content" required rows={12} spellCheck={false} />
        </label>
        <label>
          Outlet <span>if the text does not say</span>
          <input name="outlet" maxLength={300} autoComplete="off" />
        </label>
        <label>
          Published <span>UTC; “on Monday” is counted from it</span>
          <input name="publishedAt" type="datetime-local" />
        </label>
        <p className="refusal" role="alert">
          {refusal}
        </p>
        <button type="submit" className="primary" disabled={reading}>
          {reading ? 'Reading…' : 'Read and keep'}
        </button>
      </form>
    </Panel>
  );
}

function pastedIn(form: FormData): Record<string, string> {
  const [outlet, publishedAt] = [String(form.get('outlet')).trim(), String(form.get('publishedAt'))];
  return {
    content: String(form.get('content')),
    ...(outlet && { outlet }),
    ...(publishedAt && { publishedAt: new Date(`${publishedAt}Z`).toISOString() }),
  };
}
