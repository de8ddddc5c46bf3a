import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GainsayError } from '../errors.ts';
import { ownActorsFor } from './own-actors.ts';

const HEAD = 'name\taliases\tkind\tcountry\tsector\tfrom\tto';

function tableOf(...lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay actors '));
  writeFileSync(join(folder, 'actors.tsv'), [HEAD, ...lines].join('\n'));
  return folder;
}

describe('a table of actors of one’s own', () => {
  test('is read from the file that was asked for', async () => {
    const folder = tableOf('Blue Harbour Militia\tBHM\tgroup\tLBR\tREB\t2024-05-01');
    const rows = await ownActorsFor({ actors: join(folder, 'actors.tsv') });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ name: 'Blue Harbour Militia', country: 'LBR', sector: 'REB' });
  });

  test('is found in a project that has one', async () => {
    expect(await ownActorsFor({ project: tableOf('Veldania\t\tcountry\tVLD') })).toHaveLength(1);
  });

  test('is not asked of a project that has none', async () => {
    expect(await ownActorsFor({ project: tmpdir() })).toEqual([]);
    expect(await ownActorsFor({})).toEqual([]);
  });

  test.each([
    ['no kind', 'Veldania\t\tland\tVLD', 'kind is “land”'],
    ['no code', 'Veldania\t\tcountry\tVeldania', 'not three capitals'],
    ['no sector', 'Marrow\t\tperson\tVLD\tKING', 'no sector “KING”'],
    ['no day', 'Marrow\t\tperson\tVLD\tGOV\tlast May', 'not a day'],
  ])('is refused with one sentence where it has %s', async (_, line, words) => {
    const asked = ownActorsFor({ actors: join(tableOf(line), 'actors.tsv') });
    await expect(asked).rejects.toThrowError(GainsayError);
    await expect(asked).rejects.toThrowError(words);
  });

  test('is refused where it cannot be read', async () => {
    await expect(ownActorsFor({ actors: '/nowhere/actors.tsv' })).rejects.toThrowError(/no table of actors/);
  });
});
