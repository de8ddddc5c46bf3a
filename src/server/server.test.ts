import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RAID } from '../../test/desk-readings.ts';
import { GainsayError } from '../errors.ts';
import { MAX_REQUEST_BYTES } from './problems.ts';
import { type RunningServer, startServer } from './server.ts';
import { memoryShelf, type Shelf } from './shelf.ts';

const TEXT =
  'The troops had crossed the river at night, said the ministry, and they were holding the town on Monday.';

let server: RunningServer;
let shelf: Shelf;
const faults: unknown[] = [];

beforeAll(async () => {
  shelf = memoryShelf([RAID], ({ meta, text }) => ({
    ...RAID,
    id: meta.id,
    report: { ...RAID.report, ...meta, text },
    events: [],
    links: [],
  }));
  server = await startServer({ shelf, port: 0, webRoot: null, warn: (error) => faults.push(error) });
});

afterAll(async () => {
  await server.close();
  expect(faults).toEqual([]);
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });
const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

// fetch() does not let a caller choose the Host; a browser whose name for this machine was rebound would send its own.
function statusWithHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url}/api/board`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
}

test('gives the board, and says when it has not changed', async () => {
  const answer = await get('/api/board');
  expect(answer.status).toBe(200);
  const board = (await answer.json()) as { groups: { status: string; rows: unknown[] }[] };
  expect(board.groups[0]).toMatchObject({ status: 'contested' });
  const tag = answer.headers.get('etag') ?? '';
  expect((await get('/api/board', { 'if-none-match': tag })).status).toBe(304);
  expect((await get('/api/board', { 'if-none-match': '"older"' })).status).toBe(200);
});

test('gives a report with its text, links and marked words', async () => {
  const body = (await (await get('/api/reports/raid')).json()) as Record<string, unknown>;
  expect(body).toMatchObject({
    text: RAID.report.text,
    links: [{ from: 'e3', to: 'e1', relation: 'contradicts' }, {}],
  });
});

test('answers what is not there as a problem', async () => {
  for (const path of ['/api/reports/none', '/api/none', '/none', '/api/reports/..%2f..%2fetc%2fpasswd']) {
    const answer = await get(path, { accept: 'text/html' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
  expect(await (await get('/api/reports/none')).json()).toMatchObject({
    type: 'urn:gainsay:error:report-missing',
    status: 404,
    detail: expect.stringContaining('“none”'),
  });
});

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1:1', '127.0.0.1', 'user@localhost'])(
  'refuses a request for the host %s',
  async (host) => {
    expect(await statusWithHost(host)).toBe(421);
  },
);

test('answers to each of its own names', async () => {
  const { port } = new URL(server.url);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
    expect(await statusWithHost(host)).toBe(200);
  }
});

test('lets no other site write', async () => {
  const body = JSON.stringify({ content: TEXT });
  expect((await post(body, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await post(body, { origin: 'null' })).status).toBe(403);
  expect((await post(body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post(body, { 'content-type': 'text/plain' })).status).toBe(415);
  expect(shelf.readings()).toHaveLength(1);
});

test('answers a body that it cannot take in one sentence', async () => {
  const cases = [
    ['{"content": ', 400],
    ['[]', 400],
    ['{"content": ""}', 400],
    ['{"content": "x", "surprise": 1}', 400],
    ['{"content": "   "}', 422],
    ['{"content": "{\\"report\\": {}}"}', 422],
    ['{"content": "x", "publishedAt": "yesterday"}', 400],
  ] as const;
  for (const [body, status] of cases) {
    const answer = await post(body);
    expect([body, answer.status]).toEqual([body, status]);
    const { detail } = (await answer.json()) as { detail: string };
    expect(detail).toMatch(/\S.*\.$/);
  }
  expect((await post(JSON.stringify({ content: 'x'.repeat(MAX_REQUEST_BYTES) }))).status).toBe(413);
});

test('keeps a pasted report once, under what the person knows of it', async () => {
  const body = JSON.stringify({ content: TEXT, outlet: 'Harbour Post', publishedAt: '2026-09-14T10:00:00Z' });
  const first = await post(body, { origin: server.url, 'sec-fetch-site': 'same-origin' });
  expect(first.status).toBe(201);
  const { added } = (await first.json()) as { added: { id: string }[] };
  expect(((await (await post(body)).json()) as { added: { id: string }[] }).added).toEqual(added);
  const kept = shelf.readings().filter(({ id }) => id === added[0]?.id);
  expect(kept.map(({ report }) => [report.outlet, report.text])).toEqual([['Harbour Post', TEXT]]);
});

test('tells what came in since a moment, and asks for one', async () => {
  const changes = async (since: string) => (await get(`/api/changes?since=${since}`)).json();
  expect(await changes('2100-01-01T00:00:00Z')).toEqual({ since: '2100-01-01T00:00:00.000Z', groups: [] });
  expect(await changes('yesterday')).toMatchObject({ status: 400 });
});

test('lets nothing run that is not its own', async () => {
  const policy = (await get('/healthz')).headers.get('content-security-policy');
  for (const rule of [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(policy).not.toContain('unsafe');
});

test('describes itself', async () => {
  const described = (await (await get('/openapi.json')).json()) as { openapi: string; paths: object };
  expect(described.openapi).toMatch(/^3\.1/);
  expect(Object.keys(described.paths)).toEqual([
    '/healthz',
    '/api/board',
    '/api/reports',
    '/api/reports/{id}',
    '/api/changes',
  ]);
});

test('takes the next port where one is in use', async () => {
  const { port } = new URL(server.url);
  const second = await startServer({ shelf, port: Number(port), webRoot: null, warn: () => {} });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(port));
  await second.close();
});

test('serves this machine only', async () => {
  await expect(
    startServer({ shelf, port: 0, host: '0.0.0.0', webRoot: null, warn: () => {} }),
  ).rejects.toThrow(GainsayError);
});
