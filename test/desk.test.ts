/**
 * The desk as a person meets it: the real server, the built pages, a real browser. A click on a denial leads to its
 * words; nothing that a report holds ever runs; every way works by keyboard alone.
 */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../src/claims/reading.ts';
import { ingest } from '../src/ingest/input.ts';
import { loadReader } from '../src/pipeline/reader.ts';
import { type RunningServer, startServer } from '../src/server/server.ts';
import { memoryShelf } from '../src/server/shelf.ts';
import { buildDesk, chromiumPath, openBrowser, watch } from './desk-browser.ts';
import { buildReading, RAID } from './desk-readings.ts';

const path = chromiumPath();
if (path === null && !process.env['CI'])
  console.warn('No Chromium here: the desk’s tests are skipped. Set CHROMIUM_PATH.');

const HOSTILE_TEXT = `<img src=x onerror=alert(1)> wins

<script>alert(2)</script> said troops <b onmouseover=alert(3)>entered</b> \u202Enwot eht\u202C on Monday. “</script><svg onload=alert(4)> never happened,” said the javascript:alert(5) ministry.`;

const HOSTILE = buildReading({
  id: '<img src=x onerror=alert(6)>',
  text: HOSTILE_TEXT,
  report: { title: '<img src=x onerror=alert(1)> wins', outlet: '</script><script>alert(7)</script>' },
  events: [
    {
      words: 'troops <b onmouseover=alert(3)>entered</b> \u202Enwot eht\u202C on Monday',
      trigger: 'entered',
      actor: 'troops <b onmouseover=alert(3)>',
      sources: ['<script>alert(2)</script>'],
      cue: 'said',
    },
    {
      words: '</script><svg onload=alert(4)> never happened',
      trigger: 'happened',
      sources: ['the javascript:alert(5) ministry'],
      cue: 'said',
      differs: { polarity: 'negative' },
    },
  ],
  links: ['e2 contradicts e1'],
});

// A machine under load takes its time.
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

describe.skipIf(path === null && !process.env['CI'])('the desk', { timeout: 120_000 }, () => {
  let browser: Browser;
  let webRoot: string;
  let server: RunningServer;
  const running: RunningServer[] = [];

  const serve = async (readings: readonly Reading[]) => {
    const shelf = memoryShelf(readings, (report) => ({
      ...RAID,
      id: report.meta.id,
      report: { ...RAID.report, ...report.meta, text: report.text },
      events: [],
      links: [],
    }));
    const started = await startServer({ shelf, port: 0, webRoot, warn: (error) => expect(error).toBeNull() });
    running.push(started);
    return started;
  };

  beforeAll(async () => {
    expect(path, 'CI needs a Chromium').not.toBeNull();
    [browser, webRoot] = await Promise.all([openBrowser(path!), buildDesk()]);
    server = await serve([RAID, HOSTILE]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    for (const started of running) await started.close();
  });

  test('leads from a denial on the board to its marked words and a card that names the denier', async () => {
    const { page, context, troubles } = await watch(browser, { url: server.url });
    await page.getByRole('link', { name: /Lucía Montalvo/ }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/reports/raid?event=e3');
    await expect
      .poll(() => page.locator('.mark.is-shown').allTextContents())
      .toEqual(['Not one soldier has ', 'crossed', ' the river']);
    expect(await page.locator('.mark.is-shown').first().getAttribute('class')).toContain('mark-denied');
    const card = page.getByRole('complementary', { name: 'The event looked at' });
    await eventually(() => card.textContent()).toContain('Lucía Montalvo');
    expect(await card.textContent()).toContain('that it is not so');
    expect(await page.evaluate(() => [...CSS.highlights.keys()].sort())).toEqual([
      'shown-cue',
      'shown-source',
      'shown-words',
    ]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('opens the sample story, read anew: a denial leads to its denier’s words', async () => {
    const reader = await loadReader({ engine: 'fast' });
    const readings: Reading[] = [];
    const folder = fileURLToPath(new URL('../data/sample-story', import.meta.url));
    for await (const item of ingest([folder], { stdin: process.stdin })) {
      if (item.kind === 'report') readings.push(reader.read(item.report));
    }
    expect(readings).toHaveLength(8);
    const { url } = await serve(readings);
    const { page, context, troubles } = await watch(browser, { url });
    const contested = page.getByRole('region', { name: 'Contested' });
    const denial = contested.locator('.voice', { has: page.locator('.quote') }).first();
    const party = await denial.locator('.party').textContent();
    await denial.click();
    await eventually(() => page.locator('#card').textContent()).toContain(party);
    await eventually(() => page.locator('.mark.is-shown.is-trigger').count()).toBeGreaterThan(0);
    expect(await page.locator('.mark.is-shown').first().getAttribute('class')).toContain('mark-denied');
    // DESK_PICTURE=docs/desk.png takes the README's picture anew.
    const picture = process.env['DESK_PICTURE'];
    if (picture) await page.screenshot({ path: picture });
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('shows on the card of a claim who says it, by which words, who denies it, and why it is so read', async () => {
    const { page, context, troubles } = await watch(browser, { url: `${server.url}/reports/raid` });
    await page.locator('.mark', { hasText: /^attacked$/ }).hover();
    const card = page.locator('#card');
    await eventually(() => card.textContent()).toContain("Ecuador's army");
    for (const words of [
      '“said”',
      'flatly',
      'Lucía Montalvo',
      'events/by-hand',
      '0.90',
      'not how true this is',
    ]) {
      expect(await card.textContent()).toContain(words);
    }
    await page.mouse.move(5, 5);
    await eventually(() => card.textContent()).toContain('Look at any marked words');
    await page.locator('.mark', { hasText: /^attacked$/ }).click();
    await page.mouse.move(5, 5);
    await eventually(() => card.textContent()).toContain("Ecuador's army");
    expect(page.url()).toContain('event=e1');
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('works by keyboard alone, from the board to a copied sentence and back', async () => {
    const { page, context, troubles } = await watch(browser, { url: server.url });
    await page.keyboard.press('/');
    await page.keyboard.type('outpost');
    await page.keyboard.press('Enter');
    expect(page.url()).toContain('q=outpost');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+C');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect
      .poll(copied)
      .toContain("Ecuador's army said, in the words of Andes Wire: “Peruvian soldiers attacked");
    expect(await copied()).toContain('Lucía Montalvo denied this: “Not one soldier has crossed the river”.');
    await page.keyboard.press('Enter');
    await eventually(() => page.url()).toContain('/reports/raid?event=e1');
    await eventually(() => page.locator('.mark:focus').textContent()).toBe('attacked');
    await page.keyboard.press('j');
    await eventually(() => page.url()).toContain('event=e2');
    await page.keyboard.press('j');
    await eventually(() => page.locator('.mark:focus').textContent()).toBe('crossed');
    await page.keyboard.press('k');
    await eventually(() => page.locator('#card h2').textContent()).toBe('killing');
    await page.keyboard.press('Escape');
    await eventually(() => page.url()).not.toContain('event=');
    await page.keyboard.press('?');
    await eventually(() => page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('b');
    await eventually(() => page.locator('.event-link:focus').textContent()).toContain('attacked');
    expect(page.url()).toContain('q=outpost');
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('shows what a hostile report holds as text, and runs none of it', async () => {
    const { page, context, troubles } = await watch(browser, { url: server.url });
    expect(await page.locator('main').textContent()).toContain('<script>alert(2)</script>');
    expect(await page.locator('aside').textContent()).toContain('<img src=x onerror=alert(1)> wins');
    await page.getByRole('link', { name: /javascript:alert\(5\) ministry/ }).click();
    await eventually(() => page.locator('article').textContent()).toContain('\u202Enwot eht\u202C');
    const shown = await page
      .locator('article')
      .evaluate((article) =>
        [...article.querySelectorAll('h1, p')].map((block) => block.textContent).join('\n\n'),
      );
    expect(shown).toBe(HOSTILE_TEXT);
    for (const mark of await page.locator('.mark').all()) await mark.hover();
    expect(await page.locator('img, svg, article b[onmouseover], article script').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('refuses a script that found its way into the page', async () => {
    const { page, context } = await watch(browser, { url: server.url });
    const ran = await page.evaluate(() => {
      try {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = true">');
      } catch {
        // Trusted types throw, which is as good.
      }
      return new Promise((done) => setTimeout(() => done('ran' in window), 200));
    });
    expect(ran).toBe(false);
    await context.close();
  });

  test('takes a pasted report, and says in a sentence why it takes another not', async () => {
    const { page, context, troubles } = await watch(browser, { url: `${server.url}/?panel=add` });
    const report = page.getByLabel(/^The report/);
    await report.fill('{"report": 1}');
    await page.getByRole('button', { name: 'Read and keep' }).click();
    await eventually(() => page.getByRole('alert').textContent()).toMatch(/pasted report.*\.$/);
    await report.fill(
      'Convoy seen\n\nA convoy of the army was seen on the road, and the people said that it was long.',
    );
    await page.getByRole('button', { name: 'Read and keep' }).click();
    await eventually(() => page.locator('h1').textContent()).toBe('Convoy seen');
    expect(troubles.filter((trouble) => !trouble.includes('422'))).toEqual([]);
    await context.close();
  });

  test('fits into 360, 768 and 1440 pixels', async () => {
    const { page, context, troubles } = await watch(browser, { url: server.url });
    for (const address of ['/', '/reports/raid?event=e1', '/?panel=help']) {
      await page.goto(server.url + address);
      await page.locator('main:not([aria-busy])').waitFor();
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('keeps every word readable in the light and in the dark', async () => {
    const { page, context } = await watch(browser, { url: server.url });
    for (const address of ['/', '/reports/raid?event=e1']) {
      await page.goto(server.url + address);
      await page.locator('main:not([aria-busy])').waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await page.evaluate(lowContrast)).toEqual([]);
      }
    }
    await context.close();
  });
});

/** Runs in the page: gives the texts whose contrast with what is behind them stays below WCAG's 4.5. */
function lowContrast(): readonly string[] {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([r = 0, g = 0, b = 0]: readonly number[]) => {
    const linear = [r, g, b].map((c) =>
      c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
  };
  const behind = (element: Element | null): readonly number[] => {
    if (element === null) return [255, 255, 255];
    const colour = channels(getComputedStyle(element).backgroundColor);
    return colour.length === 3 || (colour[3] ?? 0) > 0.99 ? colour : behind(element.parentElement);
  };
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    const style = getComputedStyle(element);
    if (!own || style.visibility === 'hidden' || element.closest('.unseen, .swatch, noscript')) return [];
    const [a, b] = [luminance(channels(style.color)), luminance(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return contrast < 4.5 ? [`${contrast.toFixed(2)} ${element.className} ${element.textContent}`] : [];
  });
}
