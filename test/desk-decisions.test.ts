/** The desk over a project in which people have decided something: what they put together, and what came in since a visit. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { merge } from '../src/cli/commands/decide.ts';
import { openProjectShelf } from '../src/cli/project-shelf.ts';
import { initProject } from '../src/ledger/project.ts';
import { type RunningServer, startServer } from '../src/server/server.ts';
import { fakeIo } from './cli-io.ts';
import { buildDesk, chromiumPath, openBrowser, watch } from './desk-browser.ts';
import { fakeReader } from './fake-reader.ts';

const path = chromiumPath();
const START = Date.parse('2024-05-15T12:00:00Z');
const META = { title: null, outlet: null, publishedAt: null, language: null, url: null };
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

describe.skipIf(path === null && !process.env['CI'])('the desk of a project', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: RunningServer;
  let closeShelf: () => Promise<void>;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gainsay desk '));
    let minutes = 0;
    const io = fakeIo({ now: () => new Date(START + 60_000 * minutes++) });
    await initProject(folder, io.now);
    const first = await openProjectShelf(folder, fakeReader(), io);
    for (const id of ['first', 'second']) {
      const text = `Troops shelled the post. The army denied it. So the ${id} paper wrote.`;
      const bytes = new TextEncoder().encode(text);
      await first.shelf.add({ report: { meta: { ...META, id }, text }, bytes });
    }
    await first.close();
    await merge(['first/e1', 'second/e1'], { project: folder, note: 'One post' }, io);
    const { shelf, close } = await openProjectShelf(folder, fakeReader(), io);
    closeShelf = close;
    const [opened, webRoot] = await Promise.all([openBrowser(path!), buildDesk()]);
    browser = opened;
    server = await startServer({ shelf, port: 0, webRoot, warn: (error) => expect(error).toBeNull() });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await closeShelf?.();
  });

  test('says on the board who put two claims together, when, and why', async () => {
    const { page, context, troubles } = await watch(browser, { url: server.url });
    const decided = page.locator('.decided').first();
    await eventually(() => decided.textContent()).toMatch(
      /put together by .+, .*15 May 2024.* \(entry \d+\)/,
    );
    expect(await decided.getAttribute('title')).toBe('One post');
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('tells what changed since a moment, and nothing where nothing did', async () => {
    const { page, context, troubles } = await watch(browser, {
      url: `${server.url}/?since=2024-05-15T12:02:30.000Z`,
    });
    await eventually(() => page.locator('body').textContent()).toMatch(/\d+ changes? since/);
    await page.goto(`${server.url}/?since=2100-01-01T00:00:00.000Z`);
    await eventually(() => page.locator('.decided').count()).toBeGreaterThan(0);
    expect(await page.locator('body').textContent()).not.toMatch(/\d+ changes? since/);
    expect(troubles).toEqual([]);
    await context.close();
  });
});
