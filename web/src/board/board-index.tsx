import type { Board, BoardReport } from '../../../src/views/board.ts';
import { counted, STATUS_LABELS, utc } from '../labels.ts';
import { Link } from '../link.tsx';
import { reportHref, usePlace, withQuery } from '../place.ts';
import { Swatch } from '../swatch.tsx';

interface BoardIndexProps {
  readonly board: Board;
  readonly groups: Board['groups'];
  readonly only: string | null;
}

/** Beside the board: how much stands in each status, and the reports that it was read from. */
export function BoardIndex({ board, groups, only }: BoardIndexProps) {
  const place = usePlace();
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <aside className="index">
      <nav aria-label="Statuses">
        <ul className="statuses">
          <li>
            <Link href={withQuery(place, { status: null })} aria-current={only === null ? 'true' : undefined}>
              <span className="swatch swatch-all" aria-hidden="true" /> Everything{' '}
              <span className="count">{total}</span>
            </Link>
          </li>
          {groups.map(({ status, rows }) => (
            <li key={status}>
              <Link href={withQuery(place, { status })} aria-current={only === status ? 'true' : undefined}>
                <Swatch kind={status} /> {STATUS_LABELS[status].name}{' '}
                <span className="count">{rows.length}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label="Reports" className="reports">
        <h2>{counted(board.reports.length, 'report')}</h2>
        <ol>
          {board.reports.map((report) => (
            <ReportItem key={report.id} report={report} reports={board.reports} />
          ))}
        </ol>
      </nav>
    </aside>
  );
}

function ReportItem({ report, reports }: { report: BoardReport; reports: readonly BoardReport[] }) {
  const original = reports.find(({ id }) => id === report.copyOf);
  return (
    <li>
      <Link href={reportHref(report.id)}>
        <span className="outlet">{report.outlet ?? 'Outlet not named'}</span>
        <span className="headline">{report.title ?? report.id}</span>
        <span className="facts">
          {utc(report.publishedAt)} · {counted(report.events, 'event')}
        </span>
        {original && <span className="copy-of">repeats {original.outlet ?? original.id}</span>}
      </Link>
    </li>
  );
}
