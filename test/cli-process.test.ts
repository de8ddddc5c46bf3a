import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';

// The program as a person runs it: real processes, pipes, signals and the built code.

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const MAIN = join(ROOT, 'dist', 'cli', 'main.js');
const REPORT =
  'Ferry seized off Oran\n\nCoastguards seized a ferry off Oran on Monday, the navy said. The owner denied it.\n';

// Every test starts programs; beside other tests on two cores each start takes seconds.
vi.setConfig({ testTimeout: 120_000 });

let folder = '';

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { encoding: 'utf8' });
  expect(built.stderr.includes('failed'), built.stderr).toBe(false);
  folder = mkdtempSync(join(tmpdir(), 'gainsay process '));
  writeFileSync(join(folder, 'ferry one.txt'), REPORT);
  writeFileSync(join(folder, 'empty.txt'), '');
}, 120_000);

/** Reads with the fast engine, which is there whatever is installed. */
const READ = ['read', '--engine', 'fast'];

function gainsay(args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, input, encoding: 'utf8' });
}

describe('the program', () => {
  test('reads a report into the machine interface, every value with its place in the text', () => {
    const { status, stdout, stderr } = gainsay([...READ, 'ferry one.txt', '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const reading = JSON.parse(stdout) as {
      id: string;
      report: { text: string };
      events: { trigger: Words; sources: ('outlet' | 'unnamed' | Words)[] }[];
    };
    expect(reading.id).toBe('ferry one');
    expect(reading.events.length).toBeGreaterThan(0);
    for (const { trigger, sources } of reading.events) {
      const words = [trigger, ...sources.filter((source) => typeof source !== 'string')];
      for (const { text, start, end } of words) expect(reading.report.text.slice(start, end)).toBe(text);
    }
  });

  interface Words {
    readonly text: string;
    readonly start: number;
    readonly end: number;
  }

  test('gives the same bytes when it reads twice', () => {
    const args = [...READ, 'ferry one.txt', '--json', '--layers'];
    expect(gainsay(args).stdout).toBe(gainsay(args).stdout);
  });

  test('gives the same bytes however many reports it reads at once', () => {
    const lines = Array.from({ length: 12 }, (_, n) =>
      n === 5
        ? 'no JSON'
        : JSON.stringify({ report: { text: `${REPORT} Then ${n} soldiers left the port.` } }),
    ).join('\n');
    const alone = gainsay([...READ, '-', '--ndjson'], lines);
    const many = gainsay([...READ, '-', '--ndjson', '--jobs', '2'], lines);
    expect(many.stdout).toBe(alone.stdout);
    expect(many.stderr).toBe(alone.stderr);
    expect([many.status, many.stdout.split('\n').length]).toEqual([3, 12]);
  }, 60_000);

  test('reads on after inputs that fail, and ends with 3', () => {
    const { status, stdout, stderr } = gainsay([
      ...READ,
      'empty.txt',
      'none.txt',
      'ferry one.txt',
      '--ndjson',
    ]);
    expect(status).toBe(3);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'empty.txt: the input holds no text; nothing was read.',
      'none.txt: there is no such file or folder; check the path.',
    ]);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'tells of a file that it may not read',
    () => {
      writeFileSync(join(folder, 'secret.txt'), REPORT);
      chmodSync(join(folder, 'secret.txt'), 0);
      const { status, stderr } = gainsay([...READ, 'secret.txt']);
      expect(status).toBe(3);
      expect(stderr).toContain('secret.txt: permission to read it was refused');
    },
  );

  test('stops quietly when nobody reads its output any more', async () => {
    const lines = `${JSON.stringify({ report: { text: REPORT } })}\n`.repeat(300);
    const child = spawn(process.execPath, [MAIN, ...READ, '-', '--ndjson'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(lines);
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('ends at once on Ctrl-C', async () => {
    const child = spawn(process.execPath, [MAIN, ...READ, '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill('SIGINT');
    const ended = await new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)));
    expect(ended).toBe('SIGINT');
  });

  test('runs through npm start with nothing but data on standard output', () => {
    const { status, stdout } = spawnSync(
      'npm',
      ['start', '--silent', '--prefix', ROOT, '--', ...READ, 'ferry one.txt', 'empty.txt', '--ndjson'],
      {
        cwd: folder,
        encoding: 'utf8',
        shell: process.platform === 'win32',
        env: { ...process.env, INIT_CWD: folder },
      },
    );
    expect(status).toBe(3);
    expect((JSON.parse(stdout) as { id: string }).id).toBe('ferry one');
  });
});
