import type { ReportPage } from '../../../src/views/report-reader.ts';
import { KIND_LABELS } from '../labels.ts';
import { Link } from '../link.tsx';
import { type Place, withQuery } from '../place.ts';
import { Swatch } from '../swatch.tsx';

const KINDS = ['asserted', 'claimed', 'hedged', 'denied', 'forecast', 'hypothetical', 'background'] as const;

/** What each line and fill means, with how many events are shown by it; choosing one dims the others. */
export function Legend({ page, place }: { page: ReportPage; place: Place }) {
  const only = place.query.get('kind');
  const entries = [
    ...KINDS.map((kind) => ({
      kind,
      ...KIND_LABELS[kind],
      count: page.events.filter((card) => card.kind === kind).length,
    })),
    {
      kind: 'contested' as const,
      name: 'contested',
      means: 'denied here or in another report',
      count: page.events.filter(({ contested }) => contested).length,
    },
  ].filter(({ count }) => count > 0);
  return (
    <nav className="legend" aria-label="Kinds of marks">
      <ul>
        {entries.map(({ kind, name, means, count }) => (
          <li key={kind}>
            <Link
              href={withQuery(place, { kind: only === kind ? null : kind })}
              aria-current={only === kind ? 'true' : undefined}
              title={means}
            >
              <Swatch kind={kind} /> {name} <span className="count">{count}</span>
              <span className="means">{means}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
