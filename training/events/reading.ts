import { createHash } from 'node:crypto';
import { blankDoc } from '../../src/document/doc.ts';
import type { Row } from '../../src/document/table.ts';
import type { Engine } from '../../src/language/engine.ts';
import { openEngine } from '../../src/pipeline/engines.ts';
import { createReadingPipeline } from '../../src/pipeline/reader.ts';
import { loadResources } from '../../src/pipeline/resources.ts';

/** Gives a reader that hands out all layers of a text; with a user's own actors where there are any. */
export async function openReading(engine: Engine['name'], ownActors: readonly Row[] = []) {
  const [opened, resources] = await Promise.all([openEngine(engine), loadResources(ownActors)]);
  const pipeline = createReadingPipeline(opened.engine, resources);
  return (id: string, text: string, publishedAt: string | null) => {
    const meta = { id, title: null, outlet: null, publishedAt, language: 'en', url: null };
    return pipeline.run(blankDoc({ meta, text }, createHash('sha256').update(text).digest('hex')));
  };
}

/** How a set is measured. */
export interface MeasureOptions {
  readonly engine: Engine['name'];
  /** Only every nth case is read. */
  readonly every: number;
  /** Print each case that is not right. */
  readonly showErrors: boolean;
}

/** A text with all that was read in it. */
export type ReadDoc = ReturnType<Awaited<ReturnType<typeof openReading>>>;

/** Counts of what was asked, what was read, and what agrees, with the scores that follow from them. */
export interface Counts {
  gold: number;
  read: number;
  hits: number;
}

/** Gives precision, recall and F1 in percent, to one decimal. */
export function scores({ gold, read, hits }: Counts): string {
  const share = (part: number, of: number) => ((100 * part) / Math.max(1, of)).toFixed(1);
  return `P ${share(hits, read)}  R ${share(hits, gold)}  F1 ${share(2 * hits, gold + read)}  (${gold} asked, ${read} read)`;
}
