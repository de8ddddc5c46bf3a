import { expect, test } from 'vitest';
import { buildReading, RAID } from '../../test/desk-readings.ts';
import { denyingVoiceOf, isPlainer, voiceOf } from './voices.ts';

test('gives the innermost source, and through whom its word came', () => {
  const reading = buildReading({
    id: 'nested',
    text: 'The minister said that scouts saw tanks crossing.',
    events: [
      { words: 'tanks crossing', trigger: 'crossing', sources: ['The minister', 'scouts'], cue: 'saw' },
    ],
  });
  expect(voiceOf(reading, reading.events[0]!)).toMatchObject({
    by: 'scouts',
    via: ['The minister'],
    cue: 'saw',
    own: false,
  });
});

test('names nobody where the report names nobody', () => {
  const event = { ...RAID.events[0]!, sources: ['unnamed'] as const };
  expect(voiceOf(RAID, event)).toMatchObject({ by: null, own: false });
});

test('lets an outlet that itself says no be the denier', () => {
  const event = { ...RAID.events[2]!, sources: ['outlet'] as const };
  expect(denyingVoiceOf(RAID, event)).toMatchObject({ own: true, by: 'Andes Wire' });
});

test('finds a quotation plainer than the act of denying', () => {
  const quotation = voiceOf(RAID, RAID.events[2]!);
  const act = voiceOf(RAID, RAID.events[0]!);
  expect([isPlainer(quotation, act), isPlainer(act, quotation)]).toEqual([true, false]);
});
