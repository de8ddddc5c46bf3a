/** Read by the real reader: a copy under another outlet, whole or cut, with its sources' names shortened, adds no origin to any event. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../src/claims/reading.ts';
import { buildStory, type Story } from '../src/corroboration/story.ts';
import { loadReader } from '../src/pipeline/reader.ts';
import type { Reader } from '../src/pipeline/reader-type.ts';
import { TABLES } from './story-builder.ts';

const FOLDER = new URL('../data/sample-story/', import.meta.url);
const REPORTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as SampleReport);

interface SampleReport {
  readonly id: string;
  readonly report: {
    readonly title: string;
    readonly outlet: string;
    readonly publishedAt: string;
    readonly text: string;
  };
}

let reader: Reader;
let originals: readonly Reading[];
let before: Story;

beforeAll(async () => {
  reader = await loadReader({ engine: 'fast' });
  originals = REPORTS.map(({ id, report }) => read(id, report.outlet, report.publishedAt, report.text));
  before = storyOf(originals);
}, 60_000);

function read(id: string, outlet: string, publishedAt: string, text: string): Reading {
  return reader.read({ text, meta: { id, title: null, outlet, publishedAt, language: 'en', url: null } });
}

const storyOf = (readings: readonly Reading[]): Story => buildStory(readings, { tables: TABLES });

/** "Ecuador's defence ministry" becomes "the ministry", a spokesman loses his title, as a sub-editor would have it. */
const shortened = (text: string): string =>
  text
    .replace(
      /\b(?:Ecuador|Peru)['’]s (?:defence |foreign |interior )?(ministry|government|army)\b/gu,
      'the $1',
    )
    .replace(/\bthe (?:defence|foreign|interior) ministry\b/gu, 'the ministry')
    .replace(/\bGeneral (?=Rodrigo)/gu, '');

/** Keeps title and the first two thirds of the paragraphs. */
const cut = (text: string): string => {
  const paragraphs = text.trim().split('\n\n');
  return `${paragraphs.slice(0, Math.ceil((2 * paragraphs.length) / 3)).join('\n\n')}\n`;
};

const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  ['whole', (text) => text],
  ['cut, with sources shortened', (text) => cut(shortened(text))],
];

describe.each(REPORTS.map(({ id }) => id))('a copy of %s', (id) => {
  test.each(WAYS)('%s adds no origin to any event', (_way, edit) => {
    const { report } = REPORTS.find((sample) => sample.id === id)!;
    const copy = read('zz-copy', 'Inland Gazette', '2026-09-17T08:00:00Z', edit(report.text));
    const after = storyOf([...originals, copy]);
    const countOf = new Map(
      after.events.flatMap((event) => event.mentions.map((mention) => [mention, event] as const)),
    );
    expect(after.copies.flat()).toContain('zz-copy');
    const raised = before.events.flatMap(({ what, mentions, independentOrigins }) => {
      const now = countOf.get(mentions[0]!)!;
      return now.independentOrigins > independentOrigins
        ? [`${what}: ${independentOrigins} → ${now.independentOrigins}`]
        : [];
    });
    expect(raised).toEqual([]);
  });
});

test('the copy of the wire in the sample story takes the names of the original', () => {
  const crossing = before.events.find(({ mentions }) => mentions.includes('andes-wire/e1'))!;
  expect(crossing.mentions).toContain('guayaquil-courier/e1');
  expect(crossing.assertedBy).toHaveLength(1);
  expect(crossing.assertedBy.join()).toMatch(/^Ecuador['’]s /);
  expect(crossing.independentOrigins).toBe(1);
});

test('a rewrite without credit adds no origin to any event that it shares', () => {
  const isRewrite = (mention: string) => mention.startsWith('pacific-morning-post/');
  const without = storyOf(originals.filter(({ id }) => id !== 'pacific-morning-post'));
  const shared = before.events.filter(
    ({ mentions }) => mentions.some(isRewrite) && !mentions.every(isRewrite),
  );
  expect(shared.length).toBeGreaterThan(0);
  for (const { what, mentions, independentOrigins } of shared) {
    const other = mentions.find((mention) => !isRewrite(mention))!;
    const alone = without.events.find((event) => event.mentions.includes(other))!;
    expect(independentOrigins, what).toBeLessThanOrEqual(alone.independentOrigins);
  }
});
