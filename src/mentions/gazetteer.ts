import { foldName } from './gazetteer-fold.ts';

/** What a row of the gazetteer is: a settlement, a part of one, or an administrative division. */
export type GazetteerKind = 'capital' | 'city' | 'quarter' | 'admin1' | 'admin2';

/** A place of the gazetteer. Divisions have no id of their own: GeoNames' list of their names carries none. */
export interface GazetteerPlace {
  /** Its number in this gazetteer; other places name it by that as their division. */
  readonly ordinal: number;
  readonly kind: GazetteerKind;
  /** ISO 3166 alpha-3. */
  readonly country: string;
  /** The ordinal of the first- and second-order division that holds it; null when unknown. */
  readonly admin1: number | null;
  readonly admin2: number | null;
  /** Degrees WGS 84, kept to about 2 m. */
  readonly lat: number;
  readonly lon: number;
  /** Inhabitants, kept to about 5 %; 0 when unknown. A division has the sum of its settlements. */
  readonly population: number;
  /** Kilometres from the centre within which nine tenths of a division's settlements lie; 0 for a settlement. */
  readonly radiusKm: number;
  readonly geonameId: number | null;
  /** Seat of a first-order division. */
  readonly seat: boolean;
  /** True where the name asked for is the place's main name, false where it is an alternate. */
  readonly mainName: boolean;
}

/** Finds places by name. */
export interface Gazetteer {
  /** Gives every place that bears the name, in any spelling that `foldName` makes equal; in no order that matters. */
  find(name: string): readonly GazetteerPlace[];
  /** Gives the place with that ordinal. */
  at(ordinal: number): GazetteerPlace | undefined;
  readonly size: number;
}

/** The four bytes that open a compiled gazetteer. */
export const MAGIC = 0x475a4731; // "GZG1"
/** How many bytes a place takes. */
export const RECORD_BYTES = 17;
/** How many names share a block: the first is written in full, each other by what differs from the one before. */
export const BLOCK_KEYS = 16;
/** The kinds by the number that a place's bytes hold for them; appending keeps old files readable. */
export const KINDS: readonly GazetteerKind[] = ['capital', 'city', 'quarter', 'admin1', 'admin2'];

interface Layout {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly countries: readonly string[];
  readonly records: number;
  readonly recordCount: number;
  readonly blocks: number;
  readonly blockCount: number;
  readonly keys: number;
}

/**
 * Opens a compiled gazetteer (training/gazetteer/compile.ts says how it is laid out). Nothing is unpacked: names
 * are found in the bytes by bisection, so opening costs next to nothing.
 */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
  const layout = readLayout(bytes);
  const encoder = new TextEncoder();
  return {
    size: layout.recordCount,
    at: (ordinal) =>
      ordinal >= 0 && ordinal < layout.recordCount ? recordAt(layout, ordinal, true) : undefined,
    find(name) {
      const key = foldName(name);
      return key === '' ? [] : findKey(layout, encoder.encode(key));
    },
  };
}

function readLayout(bytes: Uint8Array): Layout {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The file ships with the program, so other bytes here are a broken promise and no input error.
  if (bytes.length < 16 || view.getUint32(0) !== MAGIC)
    throw new Error('These bytes are no compiled gazetteer.');
  const countryCount = view.getUint32(4);
  const recordCount = view.getUint32(8);
  const blockCount = view.getUint32(12);
  const countries = Array.from({ length: countryCount }, (_, i) =>
    String.fromCharCode(...bytes.subarray(16 + 3 * i, 19 + 3 * i)),
  );
  const records = 16 + 3 * countryCount;
  const blocks = records + RECORD_BYTES * recordCount;
  const keys = blocks + 4 * blockCount;
  return { bytes, view, countries, records, recordCount, blocks, blockCount, keys };
}

function recordAt(layout: Layout, ordinal: number, mainName: boolean): GazetteerPlace {
  const { view, records } = layout;
  const at = records + ordinal * RECORD_BYTES;
  const flags = view.getUint8(at + 11);
  const admin1 = view.getUint16(at + 12);
  const admin2 = view.getUint16(at + 14);
  const geonameId = uint24(view, at + 6);
  return {
    ordinal,
    kind: KINDS[flags & 7] ?? 'city',
    country: layout.countries[view.getUint8(at + 10)] ?? '',
    admin1: admin1 === 0xffff ? null : admin1,
    admin2: admin2 === 0xffff ? null : admin2,
    lat: (uint24(view, at) / 0xffffff) * 180 - 90,
    lon: (uint24(view, at + 3) / 0xffffff) * 360 - 180,
    population: uncodedSize(view.getUint8(at + 9)),
    radiusKm: uncodedSize(view.getUint8(at + 16)),
    geonameId: geonameId === 0 ? null : geonameId,
    seat: (flags & 8) !== 0,
    mainName,
  };
}

/** Gives the code of a magnitude in one byte: nine steps a doubling, so within 4 %. */
export function codedSize(size: number): number {
  return size <= 0 ? 0 : Math.min(255, Math.round(9 * Math.log2(size + 1)));
}

function uncodedSize(code: number): number {
  return code === 0 ? 0 : Math.round(2 ** (code / 9) - 1);
}

function uint24(view: DataView, at: number): number {
  return (view.getUint16(at) << 8) | view.getUint8(at + 2);
}

function findKey(layout: Layout, key: Uint8Array): readonly GazetteerPlace[] {
  let low = 0;
  let high = layout.blockCount;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (compareHead(layout, middle, key) <= 0) low = middle;
    else high = middle;
  }
  return layout.blockCount === 0 ? [] : scanBlock(layout, low, key);
}

/** Compares the first key of a block, which is written in full, with the key asked for. */
function compareHead({ bytes, view, blocks, keys }: Layout, block: number, key: Uint8Array): number {
  const at = keys + view.getUint32(blocks + 4 * block);
  const length = bytes[at + 1] ?? 0;
  const shared = Math.min(length, key.length);
  for (let i = 0; i < shared; i++) {
    const difference = (bytes[at + 2 + i] ?? 0) - (key[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return length - key.length;
}

/**
 * Walks a block: each key says how many bytes it shares with the one before, then its own bytes, then the places
 * that bear it, three bytes each, of which the highest bit marks a main name.
 */
function scanBlock(layout: Layout, block: number, key: Uint8Array): readonly GazetteerPlace[] {
  const { bytes, view, blocks, keys } = layout;
  let at = keys + view.getUint32(blocks + 4 * block);
  /** How many bytes of the present key agree with the one asked for, from the start. */
  let agreed = 0;
  for (let entry = 0; entry < BLOCK_KEYS && at < bytes.length; entry++) {
    const shared = bytes[at] ?? 0;
    const length = bytes[at + 1] ?? 0;
    const own = at + 2;
    const count = bytes[own + length] ?? 0;
    const postings = own + length + 1;
    if (agreed >= shared) {
      agreed = shared;
      while (agreed - shared < length && agreed < key.length && bytes[own + agreed - shared] === key[agreed])
        agreed++;
      if (agreed === shared + length && agreed === key.length) return readPostings(layout, postings, count);
    }
    at = postings + 3 * count;
  }
  return [];
}

function readPostings(layout: Layout, at: number, count: number): readonly GazetteerPlace[] {
  return Array.from({ length: count }, (_, i) => {
    const posting = uint24(layout.view, at + 3 * i);
    return recordAt(layout, posting & 0x7fffff, (posting & 0x800000) !== 0);
  });
}
