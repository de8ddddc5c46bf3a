import { memo, type RefObject } from 'react';
import type { EventCard } from '../../../src/views/event-card.ts';
import type { Paragraph, ReportPage, Segment } from '../../../src/views/report-reader.ts';
import { Swatch } from '../swatch.tsx';

interface TextProps {
  readonly page: ReportPage;
  readonly cards: ReadonlyMap<string, EventCard>;
  readonly text: RefObject<HTMLDivElement | null>;
  readonly shown: string | null;
  /** Ids of the events that are not dimmed. */
  readonly lit: ReadonlySet<string>;
  readonly look: (event: string | null) => void;
  readonly pin: (event: string | null) => void;
}

/** The report's own text, paragraph by paragraph, each with its notes in the margin. */
export const ReportText = memo(function ReportText(props: TextProps) {
  const { page, text } = props;
  const homes = homesOf(page);
  return (
    <article className="report" ref={text} lang={page.language ?? undefined}>
      {!page.opensWithTitle && page.title !== null && <h1>{page.title}</h1>}
      {page.paragraphs.map((paragraph, i) => (
        <ParagraphBlock
          {...props}
          key={paragraph.start}
          paragraph={paragraph}
          homes={homes}
          headline={i === 0 && page.opensWithTitle}
        />
      ))}
    </article>
  );
});

type ParagraphProps = TextProps & {
  readonly paragraph: Paragraph;
  readonly homes: ReadonlyMap<Segment, readonly string[]>;
  readonly headline: boolean;
};

function ParagraphBlock(props: ParagraphProps) {
  const { paragraph, homes, headline, ...rest } = props;
  const Tag = headline ? 'h1' : 'p';
  return (
    <div className="paragraph">
      <Tag>
        {paragraph.segments.map((segment) =>
          segment.kind === null ? (
            <span key={segment.start} data-start={segment.start}>
              {segment.text}
            </span>
          ) : (
            <Mark {...rest} key={segment.start} segment={segment} home={homes.get(segment) ?? []} />
          ),
        )}
      </Tag>
      <Notes {...rest} events={paragraph.events} />
    </div>
  );
}

function Mark(props: TextProps & { segment: Segment; home: readonly string[] }) {
  const { page, segment, home, lit, shown, look, pin } = props;
  const [closest = ''] = segment.events;
  return (
    <a
      href={`/reports/${encodeURIComponent(page.id)}?event=${closest}`}
      className={classesOf(segment, lit.has(closest), segment.events.includes(shown ?? ''))}
      data-start={segment.start}
      data-home={home.join(' ')}
      // One stop an event: the word that names it.
      tabIndex={home.length > 0 ? 0 : -1}
      aria-describedby={shown === closest ? 'card' : undefined}
      onMouseEnter={() => look(closest)}
      onMouseLeave={() => look(null)}
      onFocus={() => look(home[0] ?? closest)}
      onBlur={() => look(null)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        pin(closest);
      }}
    >
      {segment.text}
    </a>
  );
}

function classesOf(segment: Segment, isLit: boolean, isShown: boolean): string {
  return [
    'mark',
    `mark-${segment.kind}`,
    segment.contested && 'is-contested',
    segment.trigger && 'is-trigger',
    !isLit && 'is-dim',
    isShown && 'is-shown',
  ]
    .filter((name) => name)
    .join(' ');
}

function Notes(props: TextProps & { events: readonly string[] }) {
  const { events, cards, lit, shown, look, pin } = props;
  return (
    <ul className="notes" aria-label="Events of this paragraph">
      {bySpeaker(events.flatMap((id) => cards.get(id) ?? [])).map(({ speaker, said }) => (
        <li key={said[0]?.id}>
          <b>{speaker}</b>
          {said.map((card) => (
            <button
              key={card.id}
              type="button"
              tabIndex={-1}
              className={lit.has(card.id) ? undefined : 'is-dim'}
              aria-pressed={shown === card.id}
              onMouseEnter={() => look(card.id)}
              onMouseLeave={() => look(null)}
              onClick={() => pin(card.id)}
            >
              <Swatch kind={card.kind} contested={card.contested} />
              {card.trigger}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}

interface Said {
  readonly speaker: string;
  readonly said: EventCard[];
}

/** Puts events that one party tells in a row under one heading. */
function bySpeaker(cards: readonly EventCard[]): readonly Said[] {
  const groups: Said[] = [];
  for (const card of cards) {
    const speaker = card.voice.own ? 'the report itself' : (card.voice.by ?? 'nobody named');
    const last = groups.at(-1);
    if (last?.speaker === speaker) last.said.push(card);
    else groups.push({ speaker, said: [card] });
  }
  return groups;
}

/** Gives each event one segment to be reached at: where its trigger is. Events with one trigger share a home. */
function homesOf(page: ReportPage): ReadonlyMap<Segment, readonly string[]> {
  const homes = new Map<Segment, string[]>();
  const housed = new Set<string>();
  const house = (segment: Segment, id: string) => {
    if (housed.has(id)) return;
    housed.add(id);
    homes.set(segment, [...(homes.get(segment) ?? []), id]);
  };
  const segments = page.paragraphs.flatMap((paragraph) => paragraph.segments);
  for (const segment of segments) {
    if (segment.trigger && segment.events[0] !== undefined) house(segment, segment.events[0]);
  }
  for (const segment of segments) for (const id of segment.events) house(segment, id);
  return homes;
}
