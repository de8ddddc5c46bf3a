import { describe, expect, test } from 'vitest';
import type { Doc } from '../document/doc.ts';
import { createZones } from './zones.ts';

function zones(text: string, title: string | null = null): string[] {
  const report = { id: 'r', title, outlet: null, publishedAt: null, language: 'en', url: null };
  const doc: Doc = { id: '', text, report, layers: {} };
  return createZones()
    .run(doc)
    .zones.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('createZones', () => {
  test('parts title, byline, dateline, body and credit', () => {
    const text =
      'Ferry shelled off Lindara\n\nBy Ana Kovac\n\nPEMBA, Mozambique, March 3 (Coast Wire) - Two men died.\n\nThe navy denied it.\n\nSource: Pacific Wire';
    expect(zones(text)).toEqual([
      'title: Ferry shelled off Lindara',
      'byline: By Ana Kovac',
      'dateline: PEMBA, Mozambique, March 3 (Coast Wire) -',
      'paragraph: Two men died.',
      'paragraph: The navy denied it.',
      'credit: Source: Pacific Wire',
    ]);
  });

  test('keeps what an agency notes for its clients out of the telling', () => {
    expect(zones('Shells hit Lindara\n\n(Adds army denial; corrects toll)\n\nTwo men died.')).toEqual([
      'title: Shells hit Lindara',
      'byline: (Adds army denial; corrects toll)',
      'paragraph: Two men died.',
    ]);
    expect(zones('Shells hit Lindara\n\n(The army denied it.)\n\nTwo men died.')[1]).toBe(
      'paragraph: (The army denied it.)',
    );
  });

  test.each([
    ['KHOST, Afghanistan — Jets bombed a village.', 'KHOST, Afghanistan —'],
    ['Kyiv, Feb 21 (Reuters) - Russia denied it.', 'Kyiv, Feb 21 (Reuters) -'],
    ['BEIRUT: Shells fell on the port.', 'BEIRUT:'],
    ['Mexico City — The army left.', 'Mexico City —'],
    ['NAIROBI (Harbour News) -- "We deny it," he said.', 'NAIROBI (Harbour News) --'],
  ])('finds the dateline of %s', (text, dateline) => {
    expect(zones(`${text}\n\nMore followed.`, 'x')[0]).toBe(`dateline: ${dateline}`);
  });

  test.each([
    'The general - a veteran of two wars - denied it.',
    'Moscow — which denies any role — called it a lie.',
    'Witnesses said: Two men died.',
    'The minister said — The war is over.',
  ])('finds no dateline in %s', (text) => {
    expect(zones(`${text}\n\nMore followed.`, 'x')[0]).toBe(`paragraph: ${text}`);
  });

  test.each([
    ['GOMA, Congo, May 3 - Rebels left.', 'dateline: GOMA, Congo, May 3 -'],
    ['Goma, May 3 (Pacific Wire) - Rebels left.', 'dateline: Goma, May 3 (Pacific Wire) -'],
    ['Mexico City — The army left.', 'paragraph: Mexico City — The army left.'],
    ['UNHCR — The agency left.', 'paragraph: UNHCR — The agency left.'],
    ['BEIRUT: Shells fell on the port.', 'paragraph: BEIRUT: Shells fell on the port.'],
  ])('below a summary takes only a full dateline for one: %s', (text, zone) => {
    expect(zones(`Two men died.\n\n${text}\n\nMore followed.`, 'x')[1]).toBe(zone);
  });

  test('takes one dateline', () => {
    const text = 'GOMA, Congo - Rebels left.\n\nBUKAVU, Congo - Rebels came.';
    expect(zones(text, 'x').filter((zone) => zone.startsWith('dateline'))).toEqual([
      'dateline: GOMA, Congo -',
    ]);
  });

  test('takes a first paragraph with a full stop for no title', () => {
    expect(zones('Two men died.\n\nThe navy denied it.')[0]).toBe('paragraph: Two men died.');
  });

  test("takes the first line for the title when it is the report's", () => {
    expect(zones('Two men died.\nThe navy denied it.', 'Two men died.')[0]).toBe('title: Two men died.');
  });

  test('keeps a lone headline as text to be read', () => {
    expect(zones('Army denies shelling of Goma')).toEqual(['paragraph: Army denies shelling of Goma']);
  });

  test('joins lines that were broken by a fixed width, and not lists', () => {
    const text =
      'Rebels said on Sunday that they had taken the town\nof Walikale after two days of fighting.\n- one dead\n- two wounded';
    expect(zones(text)).toEqual([
      'paragraph: Rebels said on Sunday that they had taken the town\nof Walikale after two days of fighting.',
      'paragraph: - one dead',
      'paragraph: - two wounded',
    ]);
  });

  test('reads line ends of any system and no-break spaces', () => {
    expect(zones('Truce holds\r\n\r\nGOMA\u00a0— All was quiet.\r\n\r\nSource: X')).toEqual([
      'title: Truce holds',
      'dateline: GOMA\u00a0—',
      'paragraph: All was quiet.',
      'credit: Source: X',
    ]);
  });

  test('gives no zone for an empty text', () => {
    expect(zones(' \n\n\t')).toEqual([]);
  });
});
