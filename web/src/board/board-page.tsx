import { type MouseEvent, useEffect, useMemo, useState } from 'react';
import type { Board, BoardRow, Status } from '../../../src/views/board.ts';
import { useAnswer } from '../api.ts';
import { useCopy } from '../copying.tsx';
import { useKeys } from '../keys.ts';
import { counted, STATUS_LABELS } from '../labels.ts';
import { go, type Place, usePlace, withQuery } from '../place.ts';
import { Swatch } from '../swatch.tsx';
import { lastVisit } from '../visit.ts';
import { BoardIndex } from './board-index.tsx';
import { BoardRowItem, publishedAtOf } from './board-row.tsx';
import { Changes } from './changes.tsx';
import { matching } from './filter.ts';

/** The board: what is contested first, then what one side claims, and so on down to background. */
export function BoardPage({ place, additions }: { place: Place; additions: number }) {
  const answer = useAnswer<Board>('/api/board', additions);
  useEffect(() => {
    document.title = 'Board · Gainsay';
  }, []);
  if (answer.state === 'waiting') return <main id="main" className="message" aria-busy="true" />;
  if (answer.state === 'failed') {
    return (
      <main id="main" className="message" role="alert">
        <h1>The board did not come</h1>
        <p>{answer.sentence}</p>
      </main>
    );
  }
  return <Groups board={answer.value} place={place} additions={additions} />;
}

function Groups({ board, place, additions }: { board: Board; place: Place; additions: number }) {
  const [before] = useState(() => lastVisit());
  const since = place.query.get('since') ?? before;
  const only = place.query.get('status');
  const query = place.query.get('q') ?? '';
  const groups = useMemo(() => matching(board, query), [board, query]);
  const shown = groups.filter(({ status, rows }) => rows.length > 0 && (only === null || only === status));
  const rows = useMemo(
    () => new Map(board.groups.flatMap((group) => group.rows).map((row) => [row.id, row])),
    [board],
  );
  useRowKeys(rows);
  return (
    <div className="board">
      <BoardIndex board={board} groups={groups} only={only} />
      <main id="main" onClickCapture={(event) => keepRow(event, place)}>
        <h1 className="unseen">What is claimed and denied</h1>
        {since !== null && <Changes since={since} additions={additions} />}
        {shown.length === 0 && (
          <p className="empty">
            {board.reports.length === 0
              ? 'No report has been read yet. Add one, and what it says and who says it appears here.'
              : 'Nothing here names that.'}
          </p>
        )}
        {shown.map(({ status, rows: groupRows }) => (
          <Group key={status} status={status} rows={groupRows} />
        ))}
      </main>
    </div>
  );
}

// The step back from a report leads to the row that was left.
function keepRow(event: MouseEvent, place: Place): void {
  const link = (event.target as Element).closest('a');
  const row = link?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  if (row !== undefined) go(withQuery(place, { row }), { replace: true });
}

function Group({ status, rows }: { status: Status; rows: readonly BoardRow[] }) {
  const { name, means } = STATUS_LABELS[status];
  return (
    <section className="group" aria-labelledby={`group-${status}`}>
      <header>
        <h2 id={`group-${status}`}>
          <Swatch kind={status} /> {name}
        </h2>
        <p>
          {counted(rows.length, 'event')}, {means}
        </p>
      </header>
      <div className="columns" aria-hidden="true">
        <span>Who did what to whom</span>
        <span>Said by</span>
        <span>Denied by</span>
        <span>Figures, reports</span>
      </div>
      <ul>
        {rows.map((row) => (
          <BoardRowItem key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function useRowKeys(rows: ReadonlyMap<string, BoardRow>): void {
  const copy = useCopy();
  const place = usePlace();
  const keys = useMemo(
    () => ({
      j: () => step(1),
      k: () => step(-1),
      o: () => currentLink()?.click(),
      esc: () => (document.activeElement as HTMLElement | null)?.blur(),
      'shift+c': () => {
        const row = rows.get(
          document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? '',
        );
        if (row) copy(row.sentence, publishedAtOf(row));
      },
    }),
    [rows, copy],
  );
  useKeys(keys);
  // Coming back from a report, the row that was left has the focus again.
  const left = place.query.get('row');
  useEffect(() => {
    if (left !== null)
      document.querySelector<HTMLElement>(`[data-row="${CSS.escape(left)}"] .event-link`)?.focus();
  }, [left]);
}

function currentLink(): HTMLAnchorElement | null {
  return (
    document.activeElement?.closest('[data-row]')?.querySelector<HTMLAnchorElement>('.event-link') ?? null
  );
}

function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.event-link')];
  const at = links.indexOf(currentLink() as HTMLAnchorElement);
  const next = links[at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by];
  next?.focus();
  next?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' });
}
