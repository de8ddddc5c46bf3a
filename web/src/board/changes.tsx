import type { ChangeGroup, ShownChange } from '../../../src/views/changes.ts';
import { useAnswer } from '../api.ts';
import { counted, days } from '../labels.ts';
import { Link } from '../link.tsx';
import { reportHref } from '../place.ts';
import { splitKey } from './board-row.tsx';

/** What changed since a moment: reports that came in after it, and what people decided. Nothing is shown where nothing changed. */
export function Changes({ since, additions }: { since: string; additions: number }) {
  const answer = useAnswer<{ groups: readonly ChangeGroup[] }>(
    `/api/changes?since=${encodeURIComponent(since)}`,
    additions,
  );
  if (answer.state !== 'here' || answer.value.groups.length === 0) return null;
  const { groups } = answer.value;
  const count = groups.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <details className="changes">
      <summary>
        {counted(count, 'change')} since {days(since.slice(0, 10), since.slice(0, 10)) || since}
      </summary>
      {groups.map(({ kind, heading, changes }) => (
        <section key={kind} aria-label={heading}>
          <h3>{heading}</h3>
          <ul>
            {changes.map((change) => (
              <Change key={`${change.event} ${change.sentence}`} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

function Change({ change: { what, sentence, mentions, quotes } }: { change: ShownChange }) {
  const [report, event] = splitKey(quotes[0]?.mention ?? mentions[0] ?? '/');
  return (
    <li>
      <Link href={reportHref(report, event)}>{what}</Link>
      <p>{sentence}</p>
    </li>
  );
}
