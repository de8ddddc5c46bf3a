import { chmodSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeReader } from '../../test/fake-reader.ts';
import { initProject, openProject, openProjectToRead } from './project.ts';
import { verifyProject } from './verify.ts';

const OPTIONS = { by: 'ana', now: () => new Date('2024-05-15T12:00:00Z') };
let folder = '';
let log = '';

/** Three reports, each with a reading: entries 1 to 6. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay project '));
  log = join(folder, 'log', '000001.ndjson');
  await initProject(folder, OPTIONS.now);
  const project = await openProject(folder, OPTIONS);
  for (const id of ['ravna', 'oran', 'lema']) {
    const text = `Troops shelled ${id} on Monday.`;
    const meta = { id, title: null, outlet: null, publishedAt: null, language: null, url: null };
    const { key, report } = await project.admit({
      report: { meta, text },
      bytes: new TextEncoder().encode(text),
      mediaType: 'text/plain',
      path: `${id}.txt`,
    });
    await project.addReading(key, fakeReader().read(report));
  }
  await project.close();
});

const lines = (): string[] => readFileSync(log, 'utf8').split('\n').slice(0, -1);
const write = (changed: readonly string[]): void =>
  writeFileSync(log, changed.map((line) => `${line}\n`).join(''));
const faults = async (): Promise<readonly string[]> =>
  (await verifyProject(folder)).faults.map(({ message }) => message);

describe('verify', () => {
  test('finds nothing in a project that nobody touched', async () => {
    const found = await verifyProject(folder);
    expect(found).toMatchObject({ entries: 6, files: 6, faults: [], strays: [], head: { seq: 6 } });
  });

  test.each(['ravna', 'oran', 'lema'])('names file and item when one byte of %s is flipped', async (id) => {
    const { state } = await openProjectToRead(folder);
    const path = join(folder, 'reports', state.reportWithId(id)!.text);
    const bytes = readFileSync(path);
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    chmodSync(path, 0o644);
    writeFileSync(path, bytes);
    expect(await faults()).toEqual([
      `${path}: its bytes are not those stored for ${id} (entry ${state.reportWithId(id)!.seq}).`,
    ]);
  });

  test('names file and item when a reading is gone', async () => {
    const { state } = await openProjectToRead(folder);
    const path = join(folder, 'readings', state.reportWithId('oran')!.readings[0]!.sha256);
    renameSync(path, `${path}x`);
    const found = await verifyProject(folder);
    expect(found.faults.map(({ message }) => message)).toEqual([
      `${path}: the bytes stored for oran (entry 4) are gone.`,
    ]);
    expect(found.strays).toHaveLength(1);
  });

  test('names the sequence when a line is deleted', async () => {
    write(lines().toSpliced(2, 1));
    expect(await faults()).toEqual([
      `${log}: the log breaks at entry 3 (entry 3 is missing, entry 4 stands in its place).`,
    ]);
  });

  test.each([
    [
      'altered',
      (all: string[]) => all.with(3, all[3]!.replace('"by":"ana"', '"by":"bob"')),
      'entry 4 (its words were altered)',
    ],
    [
      'doubled',
      (all: string[]) => all.toSpliced(4, 0, all[3]!),
      'entry 5 (entry 5 is missing, entry 4 stands in its place)',
    ],
    ['no JSON any more', (all: string[]) => all.with(1, 'x'), 'entry 2 (it is no JSON)'],
    [
      'rewritten with spaces',
      (all: string[]) => all.with(5, all[5]!.replace('{', '{ ')),
      'entry 6 (its line was rewritten)',
    ],
  ])('names the first sequence when a line is %s', async (_case, change, words) => {
    write(change(lines()));
    expect((await faults())[0]).toContain(words);
  });

  test('names the sequence when two lines change places', async () => {
    const [a = '', b = '', ...rest] = lines();
    write([b, a, ...rest]);
    expect((await faults())[0]).toContain('entry 1 is missing, entry 2 stands in its place');
  });

  test('sees that entries were cut off at the end, given the head noted earlier', async () => {
    const { head } = await verifyProject(folder);
    write(lines().slice(0, -2));
    expect(await faults()).toEqual([]);
    const found = await verifyProject(folder, head.hash);
    expect(found.faults.map(({ code }) => code)).toEqual(['ledger-head']);
  });

  test('holds a head noted earlier when entries were added since', async () => {
    const early = JSON.parse(lines()[2]!) as { hash: string };
    expect((await verifyProject(folder, early.hash)).faults).toEqual([]);
  });
});

describe('a project', () => {
  test('is refused where its chain is broken', async () => {
    write(lines().toSpliced(2, 1));
    await expect(openProject(folder, OPTIONS)).rejects.toThrow('the log breaks at entry 3');
    // The lock was given back.
    await expect(openProject(folder, OPTIONS)).rejects.toThrow('the log breaks at entry 3');
  });

  test('is refused where there is none, or one of a later format', async () => {
    await expect(openProject(join(folder, 'none'), OPTIONS)).rejects.toThrow(
      'this folder is no Gainsay project',
    );
    writeFileSync(join(folder, 'project.json'), '{"format":2}');
    await expect(openProject(folder, OPTIONS)).rejects.toThrow('format 2, and this version reads format 1');
  });

  test('is not made where there is one, or other files', async () => {
    await expect(initProject(folder, OPTIONS.now)).rejects.toThrow('is a Gainsay project already');
    await expect(initProject(join(folder, 'log'), OPTIONS.now)).rejects.toThrow('holds other files');
  });

  test('keeps its bytes read-only', async () => {
    const { state } = await openProjectToRead(folder);
    const path = join(folder, 'reports', state.reportWithId('oran')!.text);
    expect(readFileSync(path, 'utf8')).toBe('Troops shelled oran on Monday.');
    const { mode } = await import('node:fs').then(({ statSync }) => statSync(path));
    expect(mode & 0o222).toBe(0);
  });
});
