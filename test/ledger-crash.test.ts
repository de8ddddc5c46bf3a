import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initProject, openProject, openProjectToRead } from '../src/ledger/project.ts';
import { verifyProject } from '../src/ledger/verify.ts';

// The contract: whatever was told to stand, stands after the process was killed at any moment, and the project opens again.

const OPTIONS = { by: 'test', now: () => new Date('2024-05-15T12:00:00Z') };
const children: ChildProcess[] = [];
let script = '';

beforeAll(async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'gainsay-writer-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: fileURLToPath(new URL('./ledger-writer.ts', import.meta.url)),
      outDir,
      rollupOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  });
  script = join(outDir, 'writer.mjs');
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

async function newProject(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay project '));
  await initProject(folder, OPTIONS.now);
  return folder;
}

/** Lets a writer run until it has told of `count` more reports, kills it, and gives what it told. */
async function writeAndKill(folder: string, first: number, count: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const ended = new Promise((resolve) => child.on('close', resolve));
  let told = '';
  for await (const chunk of child.stdout ?? []) {
    told += String(chunk);
    if (told.split('\n').length > count + 1) child.kill('SIGKILL');
  }
  await ended;
  return told.split('\n').slice(0, -1);
}

describe('a ledger whose writer is killed', () => {
  test('keeps every report that was told to stand, over five kills', async () => {
    const folder = await newProject();
    let next = 0;
    for (let round = 0; round < 5; round++) {
      const [opened, ...told] = await writeAndKill(folder, next, 3 + round * 4);
      expect(opened).toMatch(/^open \d+$/u);
      const last = Number(told.at(-1));
      const { state, readingOf } = await openProjectToRead(folder);
      for (let n = next; n <= last; n++) {
        const kept = state.reportWithId(`r${n}`);
        expect(kept).not.toBeNull();
        expect((await readingOf(kept!.key))?.events[0]?.trigger.text).toBe('shelled');
      }
      // One more may stand than was told.
      next = last + 2;
    }
    expect((await openProject(folder, OPTIONS)).state.reports.size).toBeGreaterThan(30);
  });

  test('refuses a second writer while the first lives, and lets it in when the first is gone', async () => {
    const folder = await newProject();
    const first = await openProject(folder, OPTIONS);
    await expect(openProject(folder, OPTIONS)).rejects.toThrow(
      `process ${process.pid} is writing to this project`,
    );
    await first.close();
    await writeAndKill(folder, 0, 2);
    const second = await openProject(folder, OPTIONS);
    expect(second.state.reports.size).toBeGreaterThan(1);
    await second.close();
  });

  test('sets a torn last line aside, reports it, and goes on where the log stood', async () => {
    const folder = await newProject();
    await writeAndKill(folder, 0, 3);
    const log = join(folder, 'log', '000001.ndjson');
    truncateSync(log, readFileSync(log).lastIndexOf('\n') + 1);
    appendFileSync(log, '{"at":"2024-05-15T12:0');
    expect((await verifyProject(folder)).faults.map(({ code }) => code)).toEqual(['ledger-torn']);
    const project = await openProject(folder, OPTIONS);
    expect(project.recoveredBytes).toBe(22);
    const before = project.state.head.seq;
    const meta = { id: 'after', title: null, outlet: null, publishedAt: null, language: null, url: null };
    await project.admit({
      report: { meta, text: 'After.' },
      bytes: Uint8Array.from([65]),
      mediaType: 'text/plain',
      path: 'a',
    });
    await project.close();
    expect(readFileSync(join(folder, 'log', 'torn'), 'utf8')).toBe('{"at":"2024-05-15T12:0\n');
    expect(await verifyProject(folder)).toMatchObject({ faults: [], head: { seq: before + 1 } });
  });
});
