import { memo } from 'react';
import type { BoardRow } from '../../../src/views/board.ts';
import type { Figure } from '../../../src/views/figures.ts';
import type { Speaker } from '../../../src/views/speakers.ts';
import type { Voice } from '../../../src/views/voices.ts';
import { useCopy } from '../copying.tsx';
import { counted, days, TYPE_LABELS } from '../labels.ts';
import { Link } from '../link.tsx';
import { reportHref } from '../place.ts';
import { VoiceLine } from '../voice-line.tsx';
import { What } from '../what.tsx';
import { SpeakerItem } from './speaker-item.tsx';

const SPEAKERS_SHOWN = 4;

/** One event on the board: what, who says so, who denies it, the figures, and how many accounts began on their own. */
export const BoardRowItem = memo(function BoardRowItem({ row }: { row: BoardRow }) {
  const [report = '', event = ''] = splitKey(row.id);
  return (
    <li className={row.retracted ? 'row is-retracted' : 'row'} data-row={row.id}>
      <div className="event">
        <h3>
          <Link className="event-link" href={reportHref(report, event)}>
            <What {...row} />
          </Link>
        </h3>
        <p className="clause">{row.words}</p>
        <Setting row={row} />
      </div>
      <div className="voices">
        <Speakers title="Said by" speakers={row.says} />
        {row.says.length === 0 && <p className="none">Nobody here says that it is so.</p>}
      </div>
      <div className="voices">
        <Speakers title="Denied by" speakers={row.denies} quote />
        <Rivals rivals={row.rivals} />
      </div>
      <div className="measure">
        <Figures figures={row.figures} />
        <Support row={row} />
        <CopyButton row={row} />
      </div>
    </li>
  );
});

const DECISIONS = { merged: 'put together', split: 'told apart', retracted: 'retraction noted' } as const;

function Setting({ row }: { row: BoardRow }) {
  const when = row.time && (days(row.time.from, row.time.to) || row.time.text);
  return (
    <p className="setting">
      <span className="type">{TYPE_LABELS[row.type]}</span>
      {row.place && <span>{row.place}</span>}
      {when && <span title={row.time?.text}>{when}</span>}
      {row.retracted && <span className="corrected">taken back</span>}
      {row.corrected && !row.retracted && <span className="corrected">corrected by a report</span>}
      {row.decisions.map(({ entry, kind, by, at, note }) => (
        <span key={entry} className="decided" title={note ?? undefined}>
          {DECISIONS[kind]} by {by}, {days(at.slice(0, 10), at.slice(0, 10))} (entry {entry})
        </span>
      ))}
    </p>
  );
}

function Speakers(props: { title: string; speakers: readonly Speaker[]; quote?: boolean }) {
  const { title, speakers, quote = false } = props;
  const more = speakers.slice(SPEAKERS_SHOWN);
  if (speakers.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {speakers.slice(0, SPEAKERS_SHOWN).map((speaker) => (
          <SpeakerItem key={speaker.key} speaker={speaker} quote={quote} />
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary>{more.length} more</summary>
          <ul>
            {more.map((speaker) => (
              <SpeakerItem key={speaker.key} speaker={speaker} quote={quote} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Rivals({ rivals }: { rivals: readonly Voice[] }) {
  if (rivals.length === 0) return null;
  return (
    <>
      <p className="rival">Another account</p>
      <ul>
        {rivals.map((voice) => (
          <li key={`${voice.report}/${voice.event}`}>
            <VoiceLine voice={voice} quote />
          </li>
        ))}
      </ul>
    </>
  );
}

function Figures({ figures }: { figures: readonly Figure[] }) {
  if (figures.length === 0) return null;
  return (
    <table className="figures">
      <caption className="unseen">Figures as stated</caption>
      <tbody>
        {figures.flatMap(({ of, values }) =>
          values.map((value, i) => (
            <tr key={`${of} ${value.report}/${value.event} ${value.text} ${value.min}-${value.max}`}>
              <th scope="row">{i === 0 ? of : ''}</th>
              <td className="amount">{value.text}</td>
              <td className="by">{value.by ?? 'nobody named'}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

// One origin is said out loud: ten copies of one wire are still one account.
function Support({ row }: { row: BoardRow }) {
  return (
    <p className="support">
      {counted(row.reports.length, 'report')}
      {row.origins !== null && (
        <>
          , <b>{counted(row.origins, 'origin')}</b>
        </>
      )}
    </p>
  );
}

function CopyButton({ row }: { row: BoardRow }) {
  const copy = useCopy();
  return (
    <button
      type="button"
      className="copy"
      title={row.sentence}
      onClick={() => copy(row.sentence, publishedAtOf(row))}
    >
      Copy sentence
    </button>
  );
}

/** Gives when the first word on it was published. */
export function publishedAtOf({ says, denies }: BoardRow): string | null {
  return (says[0] ?? denies[0])?.voices[0]?.publishedAt ?? null;
}

/** Gives the report and the event of a mention's key: a report's id may hold slashes; an event's never does. */
export function splitKey(key: string): readonly [string, string] {
  const slash = key.lastIndexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}
