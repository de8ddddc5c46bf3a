// Measures the finding of copies: npx jiti training/copies/measure.ts WIKINEWS.csv…
// Each Wikinews article is cut, credited, edited, rewritten and reordered; other articles are the reports that are no copies.
import { readFileSync } from 'node:fs';
import { type CopyPair, createCopyIndex } from '../../src/corroboration/copies.ts';
import { articlesOf, type MadeReport, makeReports } from './corpus.ts';

function measure(path: string): void {
  const reports = makeReports(articlesOf(readFileSync(path, 'utf8')));
  const articleOf = new Map(reports.map((report) => [report.id, report.article]));
  const index = createCopyIndex();
  const startedAt = performance.now();
  const pairs = reports.flatMap(({ id, text }) => index.add(id, text));
  const perReportMs = (performance.now() - startedAt) / reports.length;
  const right = pairs.filter(({ a, b }) => articleOf.get(a) === articleOf.get(b));
  const missed = missedOf(reports, right);
  const copies = reports.filter(({ kind }) => kind !== 'original').length;
  console.log(
    `${path}: ${reports.length} reports, ${pairs.length} pairs, P ${percent(right.length, pairs.length)}, ` +
      `R ${percent(copies - missed.length, copies)}, ${perReportMs.toFixed(2)} ms a report`,
  );
  for (const kind of ['cut', 'credited', 'edited', 'rewritten', 'reordered'] as const) {
    console.log(`  ${kind}: missed ${missed.filter((report) => report.kind === kind).length}`);
  }
  const titles = new Map(reports.map(({ id, text }) => [id, text.split('\n')[0]]));
  for (const { a, b, relation, likeness } of pairs) {
    if (articleOf.get(a) === articleOf.get(b) || process.env['ERRORS'] === undefined) continue;
    console.log(`  wrong ${relation}: ${titles.get(a)} / ${titles.get(b)} ${JSON.stringify(likeness)}`);
  }
}

/** Gives the copies that no pair joins with another report of their article. */
function missedOf(reports: readonly MadeReport[], right: readonly CopyPair[]): readonly MadeReport[] {
  const found = new Set(right.flatMap(({ a, b }) => [a, b]));
  return reports.filter(({ id, kind }) => kind !== 'original' && !found.has(id));
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}

for (const path of process.argv.slice(2)) measure(path);
