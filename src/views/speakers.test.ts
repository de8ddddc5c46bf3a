import { expect, test } from 'vitest';
import { RAID } from '../../test/desk-readings.ts';
import { mentionsByKey } from './matters.ts';
import { speakersOf } from './speakers.ts';

const copy = { ...RAID, id: 'copy', report: { ...RAID.report, outlet: 'Guayaquil Courier' } };
const mentions = mentionsByKey([RAID, copy]);
const claim = (mention: string, claimant: string) => ({ mention, stance: 'asserts', claimant }) as const;

test('lets a body that two reports quote speak once, in both', () => {
  const [speaker, ...others] = speakersOf([claim('raid/e1', 'army'), claim('copy/e1', 'army')], mentions);
  expect(others).toEqual([]);
  expect(speaker?.voices.map(({ outlet }) => outlet)).toEqual(['Andes Wire', 'Guayaquil Courier']);
});

test('keeps two bodies apart', () => {
  const speakers = speakersOf([claim('raid/e1', 'army'), claim('raid/e4', 'hospital')], mentions);
  expect(speakers.map(({ key }) => key)).toEqual(['army', 'hospital']);
});

test('gathers outlets that speak for themselves, each with its own words', () => {
  const [speaker] = speakersOf([claim('raid/e5', 'own'), claim('copy/e5', 'own')], mentions);
  expect(speaker).toMatchObject({ key: 'own', voices: [{ own: true }, { own: true }] });
});

test('passes over a mention that is not in the collection', () => {
  expect(speakersOf([claim('gone/e1', 'army')], mentions)).toEqual([]);
});
