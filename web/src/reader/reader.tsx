import { useCallback, useMemo, useRef, useState } from 'react';
import type { EventCard } from '../../../src/views/event-card.ts';
import type { ReportPage } from '../../../src/views/report-reader.ts';
import { useCopy } from '../copying.tsx';
import { useKeys } from '../keys.ts';
import { go, type Place, withQuery } from '../place.ts';
import { useArrival } from './arrival.ts';
import { Card } from './card.tsx';
import { Legend } from './legend.tsx';
import { useMarking } from './marking.ts';
import { ReportText } from './report-text.tsx';

/** The text, the notes beside it, and the card of the event that is looked at or pinned. */
export function Reader({ page, place }: { page: ReportPage; place: Place }) {
  const text = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const cards = useMemo(() => new Map(page.events.map((card) => [card.id, card])), [page]);
  const pinned = place.query.get('event');
  const shown = cards.get(looked ?? '') ?? cards.get(pinned ?? '') ?? null;
  const lit = useLit(page, place);
  const pin = useCallback(
    (event: string | null) => go(withQuery(place, { event }), { replace: true }),
    [place],
  );
  useMarking(text, shown);
  useArrival(text, pinned);
  useReaderKeys({ page, shown, lit, pin });
  return (
    <div className="spread">
      <Legend page={page} place={place} />
      <ReportText
        page={page}
        cards={cards}
        text={text}
        shown={shown?.id ?? null}
        lit={lit}
        look={setLooked}
        pin={pin}
      />
      <Card card={shown} cards={cards} pinned={shown !== null && shown.id === pinned} pin={pin} />
    </div>
  );
}

/** Gives the ids of the events that the filter and the legend let through. */
function useLit(page: ReportPage, place: Place): ReadonlySet<string> {
  const query = (place.query.get('q') ?? '').trim().toLowerCase();
  const kind = place.query.get('kind');
  return useMemo(() => {
    const passes = (card: EventCard) =>
      (kind === null || card.kind === kind || (kind === 'contested' && card.contested)) &&
      [card.trigger, card.voice.words, card.voice.by, ...card.actor, ...card.recipient]
        .join('\n')
        .toLowerCase()
        .includes(query);
    return new Set(page.events.filter(passes).map(({ id }) => id));
  }, [page, query, kind]);
}

interface ReaderKeysOptions {
  readonly page: ReportPage;
  readonly shown: EventCard | null;
  readonly lit: ReadonlySet<string>;
  readonly pin: (event: string | null) => void;
}

function useReaderKeys({ page, shown, lit, pin }: ReaderKeysOptions): void {
  const copy = useCopy();
  const keys = useMemo(() => {
    const reachable = page.events.filter(({ id }) => lit.has(id));
    const step = (by: 1 | -1) => {
      const at = reachable.findIndex(({ id }) => id === shown?.id);
      const next = reachable[at === -1 ? (by === 1 ? 0 : reachable.length - 1) : at + by];
      if (next) pin(next.id);
    };
    return {
      j: () => step(1),
      k: () => step(-1),
      o: () => pin(shown?.id ?? null),
      esc: () => {
        pin(null);
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      },
      'shift+c': () => {
        if (shown) copy(shown.sentence, page.publishedAt);
      },
    };
  }, [page, shown, lit, pin, copy]);
  useKeys(keys);
}
