import { memo } from 'react';
import type { BoardRow, Figure } from '../../../src/views/board.ts';
import type { Voice } from '../../../src/views/voices.ts';
import { useCopy } from '../copying.tsx';
import { counted, days, TYPE_LABELS } from '../labels.ts';
import { Link } from '../link.tsx';
import { reportHref } from '../place.ts';
import { VoiceLine } from '../voice-line.tsx';
import { What } from '../what.tsx';

const VOICES_SHOWN = 4;

/** One event on the board: what, who says so, who denies it, the figures, and how many accounts began on their own. */
export const BoardRowItem = memo(function BoardRowItem({ row }: { row: BoardRow }) {
  const [report = '', event = ''] = splitKey(row.id);
  return (
    <li className={`row row-${row.status}`} data-row={row.id}>
      <div className="event">
        <h3>
          <Link className="event-link" href={reportHref(report, event)}>
            <What {...row} />
          </Link>
        </h3>
        <p className="clause">{row.words}</p>
        <Setting row={row} />
      </div>
      <Voices title="Said by" voices={row.says} none="Nobody here says that it is so." />
      <Voices title="Denied by" voices={row.denies} none={null} quote />
      <div className="measure">
        <Figures figures={row.figures} />
        <Support row={row} />
        <CopyButton row={row} />
      </div>
    </li>
  );
});

function Setting({ row }: { row: BoardRow }) {
  const when = row.time && (days(row.time.from, row.time.to) || row.time.text);
  return (
    <p className="setting">
      <span className="type">{TYPE_LABELS[row.type]}</span>
      {row.place && <span>{row.place}</span>}
      {when && <span title={row.time?.text}>{when}</span>}
      {row.corrected && <span className="corrected">corrected by a report</span>}
    </p>
  );
}

function Voices(props: { title: string; voices: readonly Voice[]; none: string | null; quote?: boolean }) {
  const { title, voices, none, quote = false } = props;
  if (voices.length === 0)
    return none === null ? <div className="voices" /> : <p className="voices none">{none}</p>;
  const more = voices.slice(VOICES_SHOWN);
  return (
    <div className="voices">
      <h4>{title}</h4>
      <ul>
        {voices.slice(0, VOICES_SHOWN).map((voice) => (
          <li key={`${voice.report}/${voice.event}`}>
            <VoiceLine voice={voice} quote={quote} />
          </li>
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary>{more.length} more</summary>
          <ul>
            {more.map((voice) => (
              <li key={`${voice.report}/${voice.event}`}>
                <VoiceLine voice={voice} quote={quote} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
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
            <tr key={`${of} ${value.by} ${value.text}`}>
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
  const publishedAt = (row.says[0] ?? row.denies[0])?.publishedAt ?? null;
  return (
    <button
      type="button"
      className="copy"
      title={row.sentence}
      onClick={() => copy(row.sentence, publishedAt)}
    >
      Copy sentence
    </button>
  );
}

// A report's id may hold slashes; an event's never does.
function splitKey(key: string): readonly [string, string] {
  const slash = key.lastIndexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}
