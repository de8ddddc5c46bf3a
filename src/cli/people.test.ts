import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fakeIo } from '../../test/cli-io.ts';
import { ownActorsFor } from './own-actors.ts';
import { run } from './run.ts';

const DUMP = [
  '[',
  '{"id":"Q5077","labels":{"en":{"value":"Ilsa Marrow"}},"aliases":{"en":[{"value":"I. Marrow"}]},"claims":{"P31":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P39":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q10"}}},"qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2023-01-09T00:00:00Z"}}}]}}]}},',
  '{"id":"Q10","labels":{"en":{"value":"Minister of Defence of Veldania"}},"claims":{"P1001":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q1"}}}}]}},',
  '{"id":"Q1","labels":{"en":{"value":"Veldania"}},"claims":{"P298":[{"rank":"normal","mainsnak":{"datavalue":{"value":"VLD"}}}]}}',
  ']',
].join('\n');

async function dumpFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'gainsay-people-')), name);
  await writeFile(path, content);
  return path;
}

test('prints a line for each office', async () => {
  const io = fakeIo();
  expect(await run(['people', await dumpFile('dump.json', DUMP)], io)).toBe(0);
  expect(io.written.out).toContain('Ilsa Marrow\tI. Marrow\tperson\tVLD\tGOV\t2023-01-09\t\n');
});

test('reads a packed dump, and writes a table that --actors takes', async () => {
  const dump = await dumpFile('dump.json.gz', gzipSync(DUMP));
  const out = `${dump}.tsv`;
  expect(await run(['people', dump, '--out', out], fakeIo())).toBe(0);
  expect(await ownActorsFor({ actors: out })).toMatchObject([{ name: 'Ilsa Marrow', kind: 'person' }]);
});

test('a country that nobody is of ends with one sentence, and writes nothing', async () => {
  const io = fakeIo();
  const dump = await dumpFile('dump.json', DUMP);
  const out = `${dump}.tsv`;
  expect(await run(['people', dump, '--country', 'OST', '--out', out], io)).toBe(3);
  expect(io.written.err).toMatch(/names nobody in an office/u);
  await expect(readFile(out)).rejects.toThrow();
});

test('a dump that is not there is named', async () => {
  const io = fakeIo();
  expect(await run(['people', '/nowhere/dump.json'], io)).toBe(3);
  expect(io.written.err).toContain('/nowhere/dump.json: there is no such file');
});
