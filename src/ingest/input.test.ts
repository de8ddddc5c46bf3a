import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ingested } from './ingested.ts';
import { ingest } from './input.ts';

const TEXT = 'Troops crossed the river on Monday, the ministry said.';
const REPORT = JSON.stringify({ id: 'oran', report: { text: TEXT } });

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = mkdtempSync(join(tmpdir(), 'gainsay ingest '));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7);
}

async function all(paths: readonly string[], stdin = ''): Promise<readonly Ingested[]> {
  const items: Ingested[] = [];
  for await (const item of ingest(paths, { stdin: chunks(stdin) })) items.push(item);
  return items;
}

const outcome = (item: Ingested): string => (item.kind === 'report' ? item.report.meta.id : item.error.code);

test('reads a folder in the order of its paths, hidden and other files left out', async () => {
  const path = folder({
    'b.txt': TEXT,
    'a/z.html': `<p>${TEXT}</p>`,
    'a/y.md': TEXT,
    '.hidden.txt': TEXT,
    'README.md': TEXT,
    'c.jpg': 'x',
  });
  expect((await all([path])).map(outcome)).toEqual(['y', 'z', 'b']);
});

test('does not follow links, which may lead round in a circle', async () => {
  const path = folder({ 'a.txt': TEXT });
  symlinkSync(path, join(path, 'again'));
  expect((await all([path])).map(outcome)).toEqual(['a']);
});

test('passes a story’s index over, but refuses it when it is named', async () => {
  const path = folder({ 'oran.json': REPORT, 'story.json': '{"id":"s1","events":[]}' });
  expect((await all([path])).map(outcome)).toEqual(['oran', 'input-no-report']);
  expect((await all([join(path, 'story.json')])).map(outcome)).toEqual(['input-shape']);
});

test('reads on after inputs that fail, each with one sentence', async () => {
  const path = folder({
    'a.txt': '',
    'b.txt': Uint8Array.from([0, 1, 2]),
    'c.json': '{"id":',
    'd.txt': TEXT,
    'e.txt': ' \n\t ',
    'f.json': '{"report":{"text":""}}',
    'g.json': '{"report":{"text":"half \\ud83d a character"}}',
  });
  const items = await all([join(path, 'none.txt'), path]);
  expect(items.map(outcome)).toEqual([
    'input-missing',
    'input-empty',
    'input-binary',
    'input-json',
    'd',
    'input-empty',
    'input-empty',
    'input-half-character',
  ]);
  for (const item of items) if (item.kind === 'rejected') expect(item.error.message).toMatch(/^[^\n]+\.$/u);
});

test('reads NDJSON line by line, numbers as in the file', async () => {
  const path = folder({ 'n.ndjson': `${REPORT}\n\nnot json\n{"report":{"text":"${TEXT}"}}\n` });
  const items = await all([join(path, 'n.ndjson')]);
  expect(items.map(outcome)).toEqual(['oran', 'input-json', 'n-4']);
  expect(items.map((item) => item.path.slice(path.length + 1))).toEqual([
    'n.ndjson:1',
    'n.ndjson:3',
    'n.ndjson:4',
  ]);
});

test('tells an item of an array by its place', async () => {
  const path = folder({ 'a.json': `[${REPORT},{"report":{"text":""}}]` });
  const items = await all([join(path, 'a.json')]);
  expect(items.map(outcome)).toEqual(['oran', 'input-empty']);
  expect(items[1]?.path.endsWith('a.json[1]')).toBe(true);
});

test.each([
  ['NDJSON', `${REPORT}\n${REPORT}\n`, ['oran', 'oran']],
  ['a JSON object over several lines', JSON.stringify(JSON.parse(REPORT), null, 2), ['oran']],
  ['one JSON object on one line', REPORT, ['oran']],
  ['a JSON array', `[${REPORT}]`, ['oran']],
  ['HTML', `<!DOCTYPE html><p>${TEXT}</p>`, ['stdin']],
  ['text', TEXT, ['stdin']],
  ['text that opens with a bracket', `[UPDATED] ${TEXT}`, ['stdin']],
  ['text that opens with a brace', `{note} ${TEXT}`, ['stdin']],
  ['nothing', '', ['input-empty']],
])('tells what standard input holds: %s', async (_case, stdin, expected) => {
  expect((await all(['-'], stdin)).map(outcome)).toEqual(expected);
});

test('hands on the bytes as they were received', async () => {
  const raw = Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(`${TEXT}\r\n`)]);
  const [item] = await all([join(folder({ 'a.txt': raw }), 'a.txt')]);
  expect(item).toMatchObject({ kind: 'report', mediaType: 'text/plain', report: { text: `${TEXT}\r\n` } });
  expect(item?.kind === 'report' && [...item.bytes]).toEqual([...raw]);
});

test('gives the same reports whatever way they come in', async () => {
  const path = folder({ 'oran.json': REPORT });
  const [file] = await all([join(path, 'oran.json')]);
  const [stream] = await all(['-'], REPORT);
  expect(file?.kind === 'report' && file.report).toEqual(stream?.kind === 'report' && stream.report);
});
