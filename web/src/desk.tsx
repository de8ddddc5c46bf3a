import { useEffect, useMemo, useRef, useState } from 'react';
import { AddReport } from './add-report.tsx';
import { BoardPage } from './board/board-page.tsx';
import { Copying } from './copying.tsx';
import { Help } from './help.tsx';
import { useKeys } from './keys.ts';
import { Link } from './link.tsx';
import { go, type Place, usePlace, withQuery } from './place.ts';
import { ReaderPage } from './reader/reader-page.tsx';

/** The whole desk: the bar on top, and the page that the address names. */
export function Desk() {
  const place = usePlace();
  const search = useRef<HTMLInputElement>(null);
  const [additions, setAdditions] = useState(0);
  const panel = place.query.get('panel');
  const board = useRef('/');
  useEffect(() => {
    if (place.path === '/') board.current = withQuery(place, { panel: null });
  }, [place]);
  const show = (name: string | null) => go(withQuery(place, { panel: name }), { replace: name === null });
  const keys = useMemo(
    () => ({
      '/': () => search.current?.select(),
      '?': () => go(withQuery(place, { panel: 'help' })),
      b: () => go(board.current),
    }),
    [place],
  );
  useKeys(keys);
  return (
    <Copying>
      <a className="skip" href="#main">
        To the page
      </a>
      <header className="bar">
        <Link className="brand" href="/">
          Gainsay
        </Link>
        <Search place={place} input={search} />
        <nav className="tools" aria-label="Tools">
          <button type="button" onClick={() => show('add')}>
            Add a report
          </button>
          <button type="button" onClick={() => show('help')}>
            Keys <kbd>?</kbd>
          </button>
          <span
            className="network"
            title="This page was served by this computer, and asks nothing of any other."
          >
            Network: none
          </span>
        </nav>
      </header>
      <Page place={place} additions={additions} board={board.current} />
      {panel === 'add' && (
        <AddReport
          close={() => show(null)}
          added={(report) => {
            setAdditions(additions + 1);
            go(`/reports/${encodeURIComponent(report)}`);
          }}
        />
      )}
      {panel === 'help' && <Help close={() => show(null)} />}
    </Copying>
  );
}

function Page({ place, additions, board }: { place: Place; additions: number; board: string }) {
  const report = /^\/reports\/([^/]+)\/?$/.exec(place.path)?.[1];
  if (report !== undefined)
    return <ReaderPage place={place} id={decodeURIComponent(report)} board={board} key={report} />;
  if (place.path === '/') return <BoardPage place={place} additions={additions} />;
  return (
    <main id="main" className="message">
      <h1>There is no such page</h1>
      <p>
        <Link href="/">To the board</Link>
      </p>
    </main>
  );
}

function Search({ place, input }: { place: Place; input: React.RefObject<HTMLInputElement | null> }) {
  const onBoard = place.path === '/';
  return (
    <search className="search">
      <label>
        <span className="unseen">{onBoard ? 'Show only what names' : 'Find among the marks'}</span>
        <input
          ref={input}
          type="search"
          placeholder={onBoard ? 'Filter: a party, a place, a word' : 'Find among the marks'}
          value={place.query.get('q') ?? ''}
          onChange={(event) => go(withQuery(place, { q: event.target.value }), { replace: true })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
          }}
        />
      </label>
      <kbd>/</kbd>
    </search>
  );
}
