import { isUtf8 } from 'node:buffer';
import { GainsayError } from '../errors.ts';

/** Encodings that a byte order mark names. */
const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** What helps to read bytes as text. */
export interface DecodeOptions {
  /** Names the input in errors. */
  readonly path: string;
  /** What the document says of itself, as in `<meta charset="windows-1252">`; null when it says nothing. */
  readonly declared?: string | null;
}

/**
 * Gives the characters of a text file, without its byte order mark and otherwise untouched. The order of trust:
 * byte order mark, valid UTF-8, the declared encoding, windows-1252 where nothing speaks against it.
 * @throws GainsayError `input-empty`, `input-binary`, `input-encoding`, `input-encoding-unknown`, `input-encoding-unsupported`.
 */
export function decodeText(bytes: Uint8Array, { path, declared = null }: DecodeOptions): string {
  if (bytes.length === 0) throw new GainsayError('input-empty', { path });
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, i) => bytes[i] === byte));
  if (mark !== undefined) return decodeAs(mark.encoding, bytes.subarray(mark.bytes.length), path);
  if (isBinary(bytes)) throw new GainsayError('input-binary', { path });
  // Pages often declare one encoding and are written in UTF-8; valid UTF-8 with several-byte characters is no accident.
  if (isUtf8(bytes)) return decodeAs('utf-8', bytes, path);
  if (declared !== null && !/^utf-?8$/iu.test(declared)) return decodeAs(declared, bytes, path);
  return decodeUndeclared(bytes, path);
}

function decodeUndeclared(bytes: Uint8Array, path: string): string {
  const { offset, hasMultibyte } = firstInvalidUtf8(bytes);
  if (hasMultibyte) throw new GainsayError('input-encoding', { path, offset, encoding: 'UTF-8' });
  if (!looksWindows1252(bytes)) throw new GainsayError('input-encoding-unknown', { path });
  return decodeAs('windows-1252', bytes, path);
}

function decodeAs(encoding: string, bytes: Uint8Array, path: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch (cause) {
    throw new GainsayError('input-encoding-unsupported', { path, encoding }, cause);
  }
  // Node 20 reads windows-1252 as ISO 8859-1 and turns curly quotes into control characters (nodejs/node#56542).
  if (decoder.encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    const offset = encoding === 'utf-8' ? firstInvalidUtf8(bytes).offset : bytes.length - 1;
    throw new GainsayError('input-encoding', { path, offset, encoding: encoding.toUpperCase() }, cause);
  }
}

/** How files open that are often saved with a text's name. */
const BINARY_OPENINGS = [
  '%PDF-',
  'PK\u0003\u0004',
  '\u001f\u008b',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  '{\\rtf',
];
const SAMPLE_BYTES = 64 * 1024;

/** Tells whether bytes are no text: a known opening, a zero byte, or control characters in more than 1 of 100. */
export function isBinary(bytes: Uint8Array): boolean {
  const opening = String.fromCharCode(...bytes.subarray(0, 8));
  if (BINARY_OPENINGS.some((known) => opening.startsWith(known))) return true;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    // Tab, line feed, vertical tab, form feed, carriage return and escape occur in texts.
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls++;
  }
  return controls * 100 > sample.length;
}

/** Gives the offset of the first byte that breaks UTF-8, and whether a whole several-byte character stands before or after it. */
function firstInvalidUtf8(bytes: Uint8Array): { readonly offset: number; readonly hasMultibyte: boolean } {
  let offset = -1;
  let hasMultibyte = false;
  for (let i = 0; i < bytes.length; ) {
    const length = characterLength(bytes, i);
    if (length === 0 && offset < 0) offset = i;
    if (length > 1) hasMultibyte = true;
    i += Math.max(length, 1);
  }
  return { offset: Math.max(offset, 0), hasMultibyte };
}

/** Gives the bytes of the UTF-8 character that starts at `start`; 0 where none does. */
function characterLength(bytes: Uint8Array, start: number): number {
  const lead = bytes[start] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return lead >= 0xc2 && lead <= 0xf4 && isUtf8(bytes.subarray(start, start + length)) ? length : 0;
}

/** Bytes that windows-1252 leaves undefined. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Chosen by hand: English news with curly quotes and names with accents stays under 3 of 100, Cyrillic is above 50. */
const MAX_HIGH_SHARE = 0.06;

function looksWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) {
    if (UNDEFINED_1252.has(byte)) return false;
    if (byte >= 0x80) high++;
  }
  return high <= bytes.length * MAX_HIGH_SHARE;
}

/** The characters of bytes 0x80 to 0x9F; the five that are undefined stay the control characters they are in Unicode. */
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return latin1.replaceAll(/[\u0080-\u009f]/gu, (byte) => HIGH_1252.charAt(byte.charCodeAt(0) - 0x80));
}

/** Gives a plain text's headline: a first line that stands alone above a blank line and is not a sentence; else null. */
export function titleOf(text: string): string | null {
  const match = /^\s*([^\r\n]{3,200})\r?\n[ \t]*\r?\n\s*\S/u.exec(text.slice(0, 2_000));
  const line = match?.[1]?.trim() ?? '';
  if (line === '' || /[.:;,]$/u.test(line)) return null;
  return line.replace(/^#+\s+/u, '');
}
