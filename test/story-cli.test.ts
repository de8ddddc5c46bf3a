/** The commands on what many reports say together, with a project that keeps reports and what people decided. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/run.ts';
import type { Story } from '../src/corroboration/story.ts';
import type { ShownChange } from '../src/views/changes.ts';
import { fakeIo } from './cli-io.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'gainsay stories '));

function report(id: string, outlet: string, publishedAt: string, text: string): string {
  const path = join(FOLDER, `${id}.json`);
  writeFileSync(
    path,
    JSON.stringify({ id, report: { title: null, outlet, publishedAt, language: 'en', text } }),
  );
  return path;
}

const FIRST = report(
  'first',
  'Delta Wire',
  '2024-05-14T08:00:00Z',
  'Troops shelled a post near Ravna, Governor Lema said.\n',
);
const SECOND = report(
  'second',
  'Ravna Post',
  '2024-05-15T08:00:00Z',
  'Rebels crossed the river at Lidd, villagers said.\n',
);

async function told(
  args: readonly string[],
  day = '2024-05-16',
): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ now: () => new Date(`${day}T12:00:00Z`) });
  const code = await run([...args, '--no-color'], io);
  return { code, ...io.written };
}

async function projectOf(...days: readonly (readonly [string, string])[]): Promise<string> {
  const project = mkdtempSync(join(tmpdir(), 'gainsay project '));
  await told(['init', project]);
  for (const [day, path] of days) await told(['add', path, '--project', project], day);
  return project;
}

const storyOf = async (project: string): Promise<Story> =>
  JSON.parse((await told(['story', '--project', project, '--json'])).out) as Story;

describe('gainsay merge, split, retract, undo', () => {
  test('decide what is one event, and take it back', async () => {
    const project = await projectOf(['2024-05-14', FIRST], ['2024-05-15', SECOND]);
    expect((await storyOf(project)).events).toHaveLength(2);
    const merged = await told(['merge', 'first/e1', 'second/e1', '--project', project, '--note', 'one raid']);
    expect(merged).toMatchObject({ code: 0, err: 'Entry 5; gainsay undo 5 takes it back.\n' });
    expect((await storyOf(project)).events.map(({ decisions }) => decisions)).toEqual([[5]]);
    expect((await told(['split', 'second/e1', '--project', project])).code).toBe(0);
    expect((await storyOf(project)).events).toHaveLength(2);
    expect((await told(['undo', '6', '--project', project])).code).toBe(0);
    expect((await storyOf(project)).events).toHaveLength(1);
    expect((await told(['verify', project])).code).toBe(0);
  });

  test('refuse what they cannot find, with a sentence', async () => {
    const project = await projectOf(['2024-05-14', FIRST]);
    const cases = [
      [['merge', 'first/e1', 'first/e9'], 'first: there is no event e9; it has e1 to e1.'],
      [['merge', 'first/e1'], 'Give two or more mentions'],
      [['split', 'first/e1'], 'there is nothing to split'],
      [['retract', 'nobody'], 'nobody'],
      [['undo', '1'], 'Entry 1 of the log is no decision that holds'],
    ] as const;
    for (const [args, words] of cases) {
      const { code, err } = await told([...args, '--project', project]);
      expect(err).toContain(words);
      expect(code).toBe(2);
    }
  });
});

describe('gainsay diff', () => {
  test('tells what came in since a moment, as JSON and in words', async () => {
    const project = await projectOf(['2024-05-14', FIRST], ['2024-05-15', SECOND]);
    await told(['retract', 'first', '--project', project], '2024-05-16');
    const { out } = await told(['diff', '--since', '2024-05-15', '--project', project, '--json']);
    const { since, changes } = JSON.parse(out) as { since: string; changes: readonly ShownChange[] };
    expect(since).toBe('2024-05-15T00:00:00.000Z');
    expect(changes.map(({ kind }) => kind)).toEqual(['retraction', 'new-event']);
    const words = await told(['diff', '--since', '2024-05-15', '--project', project, '--text']);
    expect(words.out).toMatchInlineSnapshot(`
      "Retracted
        Troops shelled a post near Ravna (S1)
        It was single-source, and is retracted now.
        “Troops shelled a post near Ravna” Delta Wire · 14 May 2024, 08:00 UTC ·
        first/e1

      New events
        Rebels crossed the river at Lidd (S2)
        It is new, and single-source.
        “Rebels crossed the river at Lidd” Ravna Post · 15 May 2024, 08:00 UTC ·
        second/e1

      2 changes.
      "
    `);
  });

  test('goes by the dates of publication where files are compared', async () => {
    const { out } = await told(['diff', FIRST, SECOND, '--since', '2024-05-14T12:00Z', '--json']);
    const { changes } = JSON.parse(out) as { changes: readonly ShownChange[] };
    expect(changes).toMatchObject([{ kind: 'new-event', mentions: ['second/e1'] }]);
    const same = await told(['diff', FIRST, SECOND, '--since', '2024-05-16']);
    expect(same.out).toBe('Nothing changed.\n');
  });

  test('refuses a moment that is none, and both files and a project', async () => {
    expect((await told(['diff', FIRST, '--since', 'yesterday'])).err).toContain(
      'It is a day as in 2024-03-02',
    );
    expect(await told(['story', FIRST, '--project', FOLDER])).toMatchObject({ code: 2 });
    expect(await told(['story'])).toMatchObject({
      code: 2,
      err: 'Give reports, or a project with --project.\n',
    });
  });
});
