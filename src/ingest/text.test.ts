import { describe, expect, test } from 'vitest';
import { decodeText, isBinary, titleOf } from './text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const path = 'report.txt';

describe('decodeText', () => {
  test('keeps UTF-8 exactly: decomposed accents, no-break spaces, CR-LF, direction marks', () => {
    const text = 'cafe\u0301\u00a0said\r\n\u202eשלום 🛑\u2028';
    expect(decodeText(bytes(text), { path })).toBe(text);
  });

  test.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0x4f, 0x6b]],
    ['UTF-16 little-endian', [0xff, 0xfe, 0x4f, 0x00, 0x6b, 0x00]],
    ['UTF-16 big-endian', [0xfe, 0xff, 0x00, 0x4f, 0x00, 0x6b]],
  ])('takes %s from the byte order mark, and leaves the mark out', (_encoding, raw) => {
    expect(decodeText(Uint8Array.from(raw), { path })).toBe('Ok');
  });

  test('reads clean windows-1252 with its curly quotes', () => {
    const raw = Uint8Array.from([0x93, ...bytes('The army said it had left the town on Monday'), 0x94, 0x2e]);
    expect(decodeText(raw, { path })).toBe('“The army said it had left the town on Monday”.');
  });

  test('trusts the declared encoding where the bytes are no UTF-8', () => {
    // "Привет" in windows-1251.
    const raw = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    expect(decodeText(raw, { path, declared: 'windows-1251' })).toBe('Привет');
  });

  test('trusts valid UTF-8 more than a declaration', () => {
    expect(decodeText(bytes('naïve'), { path, declared: 'windows-1252' })).toBe('naïve');
  });

  test.each([
    ['nothing at all', [], 'report.txt: the input holds no text; nothing was read.'],
    [
      'a damaged UTF-8 file',
      [0x61, 0xc3, 0xa9, 0xff, 0x62],
      'report.txt: byte 3 is not valid UTF-8; save the file as UTF-8.',
    ],
    [
      'Cyrillic without a declaration',
      [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2],
      'report.txt: the encoding cannot be told; save the file as UTF-8.',
    ],
    [
      'a PDF',
      [...bytes('%PDF-1.7 x')],
      'report.txt: this is a binary file, not text, HTML or JSON; convert it to text first.',
    ],
  ])('refuses %s with one sentence', (_case, raw, sentence) => {
    expect(() => decodeText(Uint8Array.from(raw), { path })).toThrow(sentence);
  });

  test('refuses a declared encoding that nobody knows', () => {
    expect(() => decodeText(Uint8Array.from([0xcf, 0xf0]), { path, declared: 'x-unknown' })).toThrow(
      '“x-unknown” is not known',
    );
  });
});

test.each([
  ['a zero byte', [0x61, 0x00], true],
  ['many control characters', [0x01, 0x02, 0x61], true],
  ['a zip archive', [0x50, 0x4b, 0x03, 0x04], true],
  ['tabs, line breaks and an escape', [...bytes(`\t\r\n\u001b[1m${'words '.repeat(30)}`)], false],
])('tells whether bytes are binary: %s', (_case, raw, expected) => {
  expect(isBinary(Uint8Array.from(raw))).toBe(expected);
});

test.each([
  [
    'a line alone above a blank line',
    'Bridge shelled at Oran\n\nTroops shelled it.',
    'Bridge shelled at Oran',
  ],
  ['a Markdown heading', '# Bridge shelled\n\nTroops shelled it.', 'Bridge shelled'],
  ['CR-LF', 'Bridge shelled\r\n\r\nTroops.', 'Bridge shelled'],
  ['a sentence is no title', 'Troops shelled the bridge.\n\nIt fell.', null],
  ['a line without text below is no title', 'Bridge shelled\n', null],
  ['a paragraph of two lines is no title', 'Bridge shelled\nat night\n\nTroops.', null],
])('finds a plain text’s headline: %s', (_case, text, title) => {
  expect(titleOf(text)).toBe(title);
});
