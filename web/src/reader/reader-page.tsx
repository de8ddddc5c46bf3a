import { useEffect } from 'react';
import type { ReportPage } from '../../../src/views/report-reader.ts';
import { useAnswer } from '../api.ts';
import { counted, local, utc } from '../labels.ts';
import { Link } from '../link.tsx';
import type { Place } from '../place.ts';
import { Reader } from './reader.tsx';

/** A report with its words marked. */
export function ReaderPage({ place, id, board }: { place: Place; id: string; board: string }) {
  const answer = useAnswer<{ page: ReportPage }>(`/api/reports/${encodeURIComponent(id)}`);
  const title = answer.state === 'here' ? answer.value.page.title : null;
  useEffect(() => {
    document.title = `${title ?? 'Report'} · Gainsay`;
  }, [title]);
  if (answer.state === 'waiting') return <main id="main" className="message" aria-busy="true" />;
  if (answer.state === 'failed') {
    return (
      <main id="main" className="message" role="alert">
        <h1>The report did not come</h1>
        <p>{answer.sentence}</p>
        <p>
          <Link href="/">To the board</Link>
        </p>
      </main>
    );
  }
  const { page } = answer.value;
  return (
    <main id="main" className="reader">
      <ReportHead page={page} board={board} />
      <Reader page={page} place={place} />
    </main>
  );
}

function ReportHead({ page, board }: { page: ReportPage; board: string }) {
  const here = local(page.publishedAt);
  return (
    <header className="report-head">
      <Link className="back" href={board}>
        <span aria-hidden="true">←</span> Board
      </Link>
      <p>
        <b>{page.outlet ?? 'Outlet not named'}</b>
        <span>{utc(page.publishedAt)}</span>
        {here && <span>{here}</span>}
        <span>{counted(page.events.length, 'event')}</span>
        <span className="engine">read by {page.engine}</span>
      </p>
    </header>
  );
}
