import type { Reading } from '../claims/reading.ts';

/**
 * Gives a line for each value of a reading whose offsets do not give its words, and for each reason that points outside
 * the text; empty when all are exact. The words of whys are not kept, so only their bounds are checked.
 */
export function misplacedSpans(reading: Reading): readonly string[] {
  const { text } = reading.report;
  const faults: string[] = [];
  // An explicit stack: a reading is shallow, but nothing here should depend on that.
  const open: { readonly path: string; readonly value: unknown }[] = [
    { path: 'events', value: reading.events },
    { path: 'links', value: reading.links },
  ];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { path, value } = at;
    if (value === null || typeof value !== 'object') continue;
    const { start, end, text: words } = value as { start?: unknown; end?: unknown; text?: unknown };
    if (typeof start === 'number' && typeof end === 'number') {
      const isInside = 0 <= start && start <= end && end <= text.length;
      if (!isInside || (typeof words === 'string' && text.slice(start, end) !== words)) {
        faults.push(`${path}: ${start}-${end} is not “${typeof words === 'string' ? words : ''}”`);
      }
    }
    for (const [key, inner] of Object.entries(value)) open.push({ path: `${path}.${key}`, value: inner });
  }
  return faults;
}
