import { createHash } from 'node:crypto';
import type { Report } from '../document/report.ts';
import { reportsIn } from '../ingest/received.ts';
import type { Arrival } from './shelf.ts';

const NAME = 'The pasted report';

/** What a person pasted, and what they know of it besides. */
export interface Pasted {
  readonly content: string;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly publishedAt?: string | undefined;
}

/**
 * Gives the reports in what was pasted: plain text, a page of HTML, or JSON. What the person wrote beside it goes
 * before what the text says of itself. Ids are the texts' own hashes, so that pasting twice keeps one.
 * @throws GainsayError for the first that cannot be read, and then gives none.
 */
export async function arrivalsIn(pasted: Pasted): Promise<readonly Arrival[]> {
  const bytes = new TextEncoder().encode(pasted.content);
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const arrivals: Arrival[] = [];
  for await (const item of reportsIn({ path: NAME, found: false, bytes, id, format: 'unknown' })) {
    if (item.kind === 'rejected') throw item.error;
    arrivals.push({ report: withKnown(item.report, pasted), bytes: item.bytes });
  }
  return arrivals;
}

function withKnown({ meta, text }: Report, { title, outlet, publishedAt }: Pasted): Report {
  return {
    meta: {
      ...meta,
      title: title ?? meta.title,
      outlet: outlet ?? meta.outlet,
      publishedAt: publishedAt ?? meta.publishedAt,
    },
    text,
  };
}
