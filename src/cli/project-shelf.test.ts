import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeIo } from '../../test/cli-io.ts';
import { fakeReader } from '../../test/fake-reader.ts';
import { initProject } from '../ledger/project.ts';
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
