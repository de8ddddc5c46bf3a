import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { fileError } from '../../src/ingest/files.ts';
import { fakeIo } from '../cli-io.ts';

// The contract: whatever comes in, one clear sentence for each bad input, every good input read, exit code 3.

const GOOD = 'Troops shelled a border post on Monday. The army denied it.';
const FRENCH =
  'Les troupes ont bombardé un poste frontière lundi, selon le ministère. Le gouvernement a démenti.';
const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

/** Each file, and the end of the sentence that it gets. */
const BAD: readonly (readonly [string, Buffer, string])[] = [
  ['01-empty.txt', bytes(''), ': the input holds no text; nothing was read.'],
  ['02-blank.txt', bytes(' \n\t\u00a0\n'), ': the input holds no text; nothing was read.'],
  [
    '03-binary.txt',
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]),
    ': this is a binary file, not text, HTML or JSON; convert it to text first.',
  ],
  [
    '04-picture.html',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]),
    ': this is a binary file, not text, HTML or JSON; convert it to text first.',
  ],
  [
    '05-cut.json',
    bytes('{"id": "x", "report": {"text": "Troops'),
    ': the JSON is malformed (Unterminated string in JSON at position 38); nothing of it was read.',
  ],
  ['06-deep.json', bytes('['.repeat(2_000_000)), 'nothing of it was read.'],
  [
    '07-textless.json',
    bytes('{"report": {"title": "x"}}'),
    ': the JSON has no report.text; expected {"id", "report": {"title", "outlet", "publishedAt", "language", "text"}}.',
  ],
  [
    '08-damaged.txt',
    Buffer.concat([bytes('Le café said '), Buffer.from([0xff]), bytes(' on Monday')]),
    ': byte 14 is not valid UTF-8; save the file as UTF-8.',
  ],
  [
    '09-koi8.txt',
    Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x20, 0xcd, 0xc9, 0xd2]),
    ': the encoding cannot be told; save the file as UTF-8.',
  ],
  [
    '10-encoding.html',
    Buffer.concat([bytes('<meta charset="x-martian"><p>caf'), Buffer.from([0xe9])]),
    ': the declared encoding “x-martian” is not known; save the file as UTF-8.',
  ],
  [
    '11-french.txt',
    bytes(FRENCH),
    ': the text is in French, and there is an engine for English only; it was not read.',
  ],
  [
    '12-empty.html',
    bytes('<html><body><script>var a = 1;</script></body></html>'),
    ': the page holds no readable text; nothing was read.',
  ],
  [
    '13-deep.html',
    bytes(`<html><body>${'<div>'.repeat(200_000)}x`),
    ': the page nests more than 256 elements; it was not read.',
  ],
  [
    '14-line.ndjson',
    bytes(`{"report":{"text":"${'a'.repeat(50_000_000)}"}}\n`),
    ':1: the line is longer than the limit of 8388608 bytes; it was skipped.',
  ],
  [
    '15-line.txt',
    bytes('said that '.repeat(5_000_000)),
    ': 50000000 bytes are more than the limit of 33554432; split it, or give one report a line as NDJSON.',
  ],
  [
    '16-long.txt',
    bytes('said that '.repeat(200_000)),
    ': 2000000 characters are more than the limit of 1000000; split the report.',
  ],
  ['17-lines.ndjson', bytes('\n\n\n'), ': the input holds no text; nothing was read.'],
];

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay bad '));
  for (const [name, content] of BAD) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, '99-good.txt'), GOOD);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('bad input', () => {
  test.each(BAD)('%s gets one sentence', async (name, _content, sentence) => {
    const io = fakeIo();
    expect(await run(['read', join(folder, name), '--ndjson'], io)).toBe(3);
    expect(io.written.out).toBe('');
    expect(io.written.err).toMatch(/^[^\n]+\n$/u);
    expect(io.written.err.startsWith(join(folder, name))).toBe(true);
    expect(io.written.err.trimEnd().endsWith(sentence), io.written.err).toBe(true);
  });

  test('does not keep a good report behind it from being read', async () => {
    const io = fakeIo();
    expect(await run(['read', folder, join(folder, 'none.txt'), '--ndjson'], io)).toBe(3);
    expect(io.written.err.trimEnd().split('\n')).toHaveLength(BAD.length + 1);
    expect(io.written.out.trimEnd().split('\n')).toHaveLength(1);
    expect((JSON.parse(io.written.out) as { id: string }).id).toBe('99-good');
  });

  test('is refused on standard input as well', async () => {
    const io = fakeIo({ stdin: Uint8Array.from([0, 1, 2, 3]) });
    expect(await run(['read', '-'], io)).toBe(3);
    expect(io.written.err).toBe(
      '-: this is a binary file, not text, HTML or JSON; convert it to text first.\n',
    );
  });

  test('that is a device is refused', async () => {
    const io = fakeIo();
    expect(await run(['read', process.platform === 'win32' ? 'NUL' : '/dev/null'], io)).toBe(3);
    expect(io.written.err).toContain('this is neither a file nor a folder');
  });

  test('that is an empty folder is told', async () => {
    mkdirSync(join(folder, '..', 'gainsay-nothing'), { recursive: true });
    const io = fakeIo();
    expect(await run(['read', join(folder, '..', 'gainsay-nothing')], io)).toBe(3);
    expect(io.written.err).toContain(
      'the folder holds no .txt, .md, .html, .htm, .json, .ndjson or .jsonl file.',
    );
  });
});

test.each([
  ['ENOENT', 'x.txt: there is no such file or folder; check the path.'],
  ['EACCES', 'x.txt: permission to read it was refused; change its permissions or run as its owner.'],
  ['EPERM', 'x.txt: permission to read it was refused; change its permissions or run as its owner.'],
  ['EIO', 'x.txt: it could not be read from the disk (EIO).'],
])('tells what the system answers: %s', (code, sentence) => {
  expect(fileError(Object.assign(new Error('no'), { code }), 'x.txt').message).toBe(sentence);
});
