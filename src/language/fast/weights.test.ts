import { describe, expect, test } from 'vitest';
import { openWeights } from './weights.ts';

/** A file with the one section `words`, "a" and "b". */
function smallFile(): Uint8Array {
  const header = JSON.stringify({ version: 'v', sections: [{ name: 'words', at: 0, length: 3 }] });
  const base = Math.ceil((12 + header.length) / 8) * 8;
  const file = new Uint8Array(base + 8);
  file.set(new TextEncoder().encode('GAINFAST'), 0);
  new DataView(file.buffer).setUint32(8, header.length, true);
  file.set(new TextEncoder().encode(header), 12);
  file.set(new TextEncoder().encode('a\nb'), base);
  return file;
}

describe('openWeights', () => {
  test('gives a section of lines', () => {
    expect(openWeights(smallFile()).lines('words')).toEqual(['a', 'b']);
  });

  test('reads a file that lies at an odd offset of its buffer', () => {
    const shifted = new Uint8Array(smallFile().length + 3);
    shifted.set(smallFile(), 3);
    expect(openWeights(shifted.subarray(3)).lines('words')).toEqual(['a', 'b']);
  });

  test('refuses other files and missing sections', () => {
    expect(() => openWeights(new Uint8Array(40))).toThrow('does not open with GAINFAST');
    expect(() => openWeights(smallFile()).bytes('rows')).toThrow('no section rows');
  });
});
