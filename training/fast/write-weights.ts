import { ALIGNMENT, alignedAt, MAGIC, openWeights } from '../../src/language/fast/weights.ts';
import type { Trainable } from './trainable.ts';

/** A section of the weights file. */
export interface SectionData {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Gives a section of lines. */
export function linesSection(name: string, lines: readonly string[]): SectionData {
  return { name, bytes: new TextEncoder().encode(lines.join('\n')) };
}

/** Gives the sections of a network, its rows cut to 255 steps each. */
export function networkSections(name: string, network: Trainable): SectionData[] {
  const { hidden, keys, rows } = network;
  const steps = new Int8Array(rows.length);
  const scales = new Float32Array(keys.length);
  for (let row = 0; row < keys.length; row++) {
    let most = 1e-6;
    for (let h = 0; h < hidden; h++) most = Math.max(most, Math.abs(rows[row * hidden + h] as number));
    scales[row] = most / 127;
    for (let h = 0; h < hidden; h++) {
      steps[row * hidden + h] = Math.round((rows[row * hidden + h] as number) / (scales[row] as number));
    }
  }
  const section = (part: string, data: ArrayBufferView): SectionData => ({
    name: `${name}.${part}`,
    bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  });
  return [
    linesSection(`${name}.classes`, network.classes),
    section('keys', keys),
    section('rows', steps),
    section('scales', scales),
    section('hidden-bias', network.hiddenBias),
    section('output', network.output),
    section('output-bias', network.outputBias),
  ];
}

/** Puts sections into one file, each at an aligned offset. */
export function packWeights(version: string, sections: readonly SectionData[]): Uint8Array {
  let at = 0;
  const placed = sections.map(({ name, bytes }) => {
    const section = { name, at, length: bytes.length };
    at = alignedAt(at + bytes.length);
    return section;
  });
  const header = new TextEncoder().encode(JSON.stringify({ version, sections: placed }));
  const base = alignedAt(12 + header.length);
  const file = new Uint8Array(base + at + ALIGNMENT);
  file.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(file.buffer).setUint32(8, header.length, true);
  file.set(header, 12);
  sections.forEach(({ bytes }, i) => {
    file.set(bytes, base + (placed[i]?.at ?? 0));
  });
  return file;
}

/** Gives the sections of one network of a weights file. */
export function keptSections(name: string, file: Uint8Array): SectionData[] {
  const weights = openWeights(file);
  return NETWORK_PARTS.map((part) => ({
    name: `${name}.${part}`,
    bytes: weights.bytes(`${name}.${part}`).slice(),
  }));
}

const NETWORK_PARTS = ['classes', 'keys', 'rows', 'scales', 'hidden-bias', 'output', 'output-bias'] as const;
