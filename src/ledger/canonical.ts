import { createHash } from 'node:crypto';

/**
 * Gives the one JSON text of a value: keys sorted by code unit, no white space, absent where undefined. Equal values
 * give equal bytes, whoever wrote them and in whatever order, so that their hash can be recomputed.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
    return `{${pairs.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Gives the SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export function sha256Of(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
