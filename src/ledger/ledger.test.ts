import { describe, expect, test } from 'vitest';
import { fakeReader } from '../../test/fake-reader.ts';
import type { ReportMeta } from '../document/report.ts';
import { canonicalJson } from './canonical.ts';
import type { Arrival } from './ledger.ts';
import { memoryLedger } from './memory-log.ts';

const OPTIONS = { by: 'ana', now: () => new Date('2024-05-15T12:00:00Z') };
const TEXT = 'Troops shelled the post. The army denied it.';

function arrival(meta: Partial<ReportMeta> = {}, text = TEXT): Arrival {
  const all = { id: 'r', title: null, outlet: null, publishedAt: null, language: null, url: null, ...meta };
  return {
    report: { meta: all, text },
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/plain',
    path: `${all.id}.txt`,
  };
}

describe('a ledger', () => {
  test('keeps a report and its reading and gives them back unchanged', async () => {
    const ledger = memoryLedger(OPTIONS);
    const { key, report } = await ledger.admit(arrival({ title: 'Post' }, `${TEXT} cafe\u0301\u00a0\ufeff`));
    const reading = fakeReader().read(report);
    await ledger.addReading(key, reading);
    expect(await ledger.readingOf(key)).toEqual(reading);
    expect(await ledger.textOf(key)).toBe(`${TEXT} cafe\u0301\u00a0\ufeff`);
  });

  test('knows a report that came before, even under another file name', async () => {
    const ledger = memoryLedger(OPTIONS);
    await ledger.admit(arrival({ id: 'a', outlet: 'Delta Wire' }));
    const again = await ledger.admit(arrival({ id: 'b', outlet: 'Delta Wire' }));
    expect(again).toMatchObject({ status: 'known', report: { meta: { id: 'a' } } });
    expect(ledger.lines).toHaveLength(1);
  });

  test('keeps the same text of two outlets as two reports that are copies of each other', async () => {
    const ledger = memoryLedger(OPTIONS);
    const first = await ledger.admit(arrival({ id: 'a', outlet: 'Delta Wire' }));
    await ledger.admit(arrival({ id: 'b', outlet: 'Oran Post' }));
    await ledger.admit(arrival({ id: 'c' }, 'Another text.'));
    expect(ledger.state.copiesOf(first.key).map(({ meta }) => meta.id)).toEqual(['b']);
  });

  test('gives a report whose id is taken an id of its own', async () => {
    const ledger = memoryLedger(OPTIONS);
    const ids: string[] = [];
    for (const text of ['One.', 'Two.', 'Three.'])
      ids.push((await ledger.admit(arrival({}, text))).report.meta.id);
    expect(ids).toEqual(['r', 'r-2', 'r-3']);
  });

  test('keeps one reading an engine, and shows the last', async () => {
    const ledger = memoryLedger(OPTIONS);
    const { key, report } = await ledger.admit(arrival());
    await ledger.addReading(key, fakeReader('fast').read(report));
    await ledger.addReading(key, fakeReader('fast').read(report));
    await ledger.addReading(key, fakeReader('accurate').read(report));
    expect(ledger.state.reports.get(key)?.readings.map(({ engine }) => engine.name)).toEqual([
      'fast',
      'accurate',
    ]);
    expect((await ledger.readingOf(key))?.engine.name).toBe('accurate');
  });

  test('chains its lines whatever the order in which the calls return', async () => {
    const ledger = memoryLedger(OPTIONS);
    await Promise.all([...'abcdefgh'].map((id) => ledger.admit(arrival({ id }, `Report ${id}.`))));
    const entries = ledger.lines.map(
      (line) => JSON.parse(line) as { seq: number; previousHash: string; hash: string },
    );
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    entries.slice(1).forEach(({ previousHash }, i) => {
      expect(previousHash).toBe(entries[i]?.hash);
    });
  });

  test('refuses a report that it does not hold', async () => {
    await expect(memoryLedger(OPTIONS).readingOf('none')).rejects.toThrow(
      'The project holds no report “none”',
    );
  });
});

test('writes equal values as equal JSON', () => {
  expect(canonicalJson({ b: [1, { z: null, a: 'é' }], a: undefined, A: true })).toBe(
    '{"A":true,"b":[1,{"a":"é","z":null}]}',
  );
  expect(canonicalJson({ x: 1, y: 2 })).toBe(canonicalJson({ y: 2, x: 1 }));
});
