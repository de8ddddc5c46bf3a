import { expect, test } from 'vitest';
import { linesOf } from './ndjson.ts';

async function lines(chunks: readonly string[], limit = 100): Promise<readonly (string | null)[]> {
  const found: (string | null)[] = [];
  for await (const { number, bytes } of linesOf(
    chunks.map((chunk) => new TextEncoder().encode(chunk)),
    limit,
  )) {
    expect(number).toBe(found.length + 1);
    found.push(bytes === null ? null : new TextDecoder().decode(bytes));
  }
  return found;
}

test.each([
  ['a line cut over chunks', ['{"a', '":1}\n{"b"', ':2}\n'], ['{"a":1}', '{"b":2}']],
  ['a last line without a line break', ['one\ntwo'], ['one', 'two']],
  ['CR-LF', ['one\r\ntwo\r\n'], ['one', 'two']],
  ['empty lines, so that numbers are the file’s', ['one\n\ntwo\n'], ['one', '', 'two']],
  ['a character cut in half between chunks is whole again', ['é'], ['é']],
  ['nothing', [], []],
])('cuts %s', async (_case, chunks, expected) => {
  expect(await lines(chunks)).toEqual(expected);
});

test('gives a line that is too long as null and the next one whole', async () => {
  expect(await lines(['x'.repeat(60), 'x'.repeat(60), '\nshort\n'])).toEqual([null, 'short']);
});

test('keeps no more than the limit of an endless line', async () => {
  const chunk = new Uint8Array(1_000_000).fill(0x78);
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  function* endless(): Generator<Uint8Array> {
    for (let i = 0; i < 200; i++) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      yield chunk;
    }
  }
  for await (const { bytes } of linesOf(endless(), 10_000_000)) expect(bytes).toBeNull();
  expect(most).toBeLessThan(50_000_000);
});
