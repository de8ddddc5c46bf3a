/**
 * Every report of test/reports and of the sample story is read with the real models and tables, and its reading is the one that a
 * person has accepted. After a change that is meant: `npm run golden -- --accept`, then read the diff.
 */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goldenCases } from '../src/evaluation/cases.ts';
import { misplacedSpans } from '../src/evaluation/spans.ts';
import { summarise } from '../src/evaluation/summary.ts';
import { readJson } from '../src/ingest/json.ts';
import { loadReader } from '../src/pipeline/reader.ts';
import { PACKAGE_ROOT } from '../src/pipeline/resources.ts';

const reader = await loadReader({ engine: 'fast' });
const cases = goldenCases(PACKAGE_ROOT).map((golden) => {
  const [report] = readJson(readFileSync(golden.report, 'utf8'), golden.name, golden.report);
  return { ...golden, result: reader.read(report!) };
});

test.each(cases)('reads $name as accepted', async ({ reading, result }) => {
  // Vitest would write a missing file and pass; `npm run golden -- --accept` is the one way to accept.
  expect(existsSync(reading), `${reading} is missing`).toBe(true);
  await expect(summarise(result)).toMatchFileSnapshot(reading);
});

test.each(cases)('points at the very words of $name in every value', ({ result }) => {
  expect(misplacedSpans(result)).toEqual([]);
});

test('names what is unknown by a dash and a range by its ends', () => {
  const result = cases.find(({ name }) => name === 'ambush-menaka')!.result;
  const event = { ...result.events[0]!, actor: [], place: null, cue: null, evidence: [] };
  const time = { start: 0, end: 8, text: 'in\nMarch', from: '2024-03-01', to: '2024-03-31', precision: 4 };
  const summary = summarise({ ...result, events: [{ ...event, time, sources: ['outlet'] }], links: [] });
  expect(summary).toContain('| - → ');
  expect(summary).toContain('| - | in March [2024-03-01..2024-03-31 p4] | outlet |');
});
