import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeIo } from '../../test/cli-io.ts';
import { fakeReader } from '../../test/fake-reader.ts';
import { initProject } from '../ledger/project.ts';
import { merge } from './commands/decide.ts';
import { openProjectShelf } from './project-shelf.ts';

const META = { id: 'ravna', title: null, outlet: null, publishedAt: null, language: null, url: null };
const TEXT = 'Troops shelled the post. The army denied it.';

test('shows tomorrow what was added to the desk today', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay shelf '));
  await initProject(folder, () => new Date('2024-05-15T12:00:00Z'));
  const today = await openProjectShelf(folder, fakeReader(), fakeIo());
  const before = today.shelf.version();
  const report = { meta: META, text: TEXT };
  const reading = await today.shelf.add({ report, bytes: new TextEncoder().encode(TEXT) });
  expect(reading.events.map(({ trigger }) => trigger.text)).toEqual(['shelled', 'denied']);
  expect(today.shelf.version()).not.toBe(before);
  await today.close();
  const tomorrow = await openProjectShelf(folder, fakeReader(), fakeIo());
  expect(tomorrow.shelf.readings()).toEqual([reading]);
  await tomorrow.close();
});

test('tells the desk what was known at a moment, and what a person decided', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay shelf '));
  const start = Date.parse('2024-05-15T12:00:00Z');
  let minutes = 0;
  const now = () => new Date(start + 60_000 * minutes++);
  await initProject(folder, now);
  const io = fakeIo({ now });
  const first = await openProjectShelf(folder, fakeReader(), io);
  for (const id of ['first', 'second']) {
    const text = `${TEXT} So the ${id} paper wrote.`;
    await first.shelf.add({ report: { meta: { ...META, id }, text }, bytes: new TextEncoder().encode(text) });
  }
  await first.close();
  expect(await merge(['first/e1', 'second/e1'], { project: folder, note: 'One post' }, io)).toBe(0);
  const { shelf, close } = await openProjectShelf(folder, fakeReader(), io);
  const before = shelf.knownAt('2024-05-15T12:02:30.000Z');
  expect([before.readings.map(({ id }) => id), before.decisions]).toEqual([['first'], []]);
  const known = shelf.knownAt(null);
  expect(known.readings.map(({ id }) => id)).toEqual(['first', 'second']);
  expect([...known.arrivals.keys()]).toEqual(['first', 'second']);
  expect(known.decisions).toMatchObject([{ kind: 'merge' }]);
  expect([...shelf.decisions().values()]).toMatchObject([{ kind: 'merged', note: 'One post' }]);
  await close();
});

test('gives two reports that arrive under one name an id each', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay shelf '));
  await initProject(folder, () => new Date('2024-05-15T12:00:00Z'));
  const { shelf, close } = await openProjectShelf(folder, fakeReader(), fakeIo());
  for (const text of [TEXT, `${TEXT} More.`]) {
    await shelf.add({ report: { meta: META, text }, bytes: new TextEncoder().encode(text) });
  }
  expect(shelf.readings().map(({ id }) => id)).toEqual(['ravna', 'ravna-2']);
  await close();
});
