import { assertWeights } from './assert-weights.ts';

/** The sections of a weights file by name; views on the file's own bytes, not copies. */
export interface Weights {
  readonly version: string;
  bytes(section: string): Uint8Array;
  floats(section: string): Float32Array;
  words(section: string): Uint32Array;
  /** Lines of text. */
  lines(section: string): readonly string[];
}

interface Section {
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

interface Header {
  readonly version: string;
  readonly sections: readonly Section[];
}

/** The first eight bytes of every weights file. */
export const MAGIC = 'GAINFAST';

/** Where the sections start, each on a multiple of this many bytes, so that they can be read without a copy. */
export const ALIGNMENT = 8;

/**
 * Opens a weights file: magic, length of the header, header in JSON, sections (little-endian).
 * @throws Error when the bytes are no such file.
 */
export function openWeights(file: Uint8Array): Weights {
  // Node's small buffers lie at odd offsets of a shared pool: typed views need an aligned start.
  const bytes = file.byteOffset % ALIGNMENT === 0 ? file : file.slice();
  assertWeights(
    new TextDecoder().decode(bytes.subarray(0, 8)) === MAGIC,
    'the file does not open with GAINFAST',
  );
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + headerLength))) as Header;
  const base = alignedAt(12 + headerLength);
  const sections = new Map(header.sections.map((section) => [section.name, section]));
  const view = (name: string): Uint8Array => {
    const section = sections.get(name);
    assertWeights(section !== undefined, `there is no section ${name}`);
    return bytes.subarray(base + section.at, base + section.at + section.length);
  };
  return {
    version: header.version,
    bytes: view,
    floats: (name) => {
      const part = view(name);
      return new Float32Array(part.buffer, part.byteOffset, part.length >> 2);
    },
    words: (name) => {
      const part = view(name);
      return new Uint32Array(part.buffer, part.byteOffset, part.length >> 2);
    },
    lines: (name) => {
      const text = new TextDecoder().decode(view(name));
      return text === '' ? [] : text.split('\n');
    },
  };
}

/** Gives the next multiple of the alignment. */
export function alignedAt(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
