import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A report whose reading is kept and compared. */
export interface GoldenCase {
  readonly name: string;
  /** Path of the report's JSON. */
  readonly report: string;
  /** Path of the summary that a person has accepted; it may not be there yet. */
  readonly reading: string;
}

/**
 * Gives the golden cases in the order of their names: each folder of `test/reports/` is one. A folder without a
 * `report.json` takes the report of its name from `data/sample-story/`, so that no report stands in the package twice.
 */
export function goldenCases(root: string): readonly GoldenCase[] {
  const folder = join(root, 'test', 'reports');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const own = join(folder, name, 'report.json');
      const report = existsSync(own) ? own : join(root, 'data', 'sample-story', `${name}.json`);
      return { name, report, reading: join(folder, name, 'reading.txt') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
