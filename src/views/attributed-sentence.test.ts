import { expect, test } from 'vitest';
import { RAID } from '../../test/desk-readings.ts';
import { attributedSentence } from './attributed-sentence.ts';
import { denyingVoiceOf, voiceOf } from './voices.ts';

const claim = voiceOf(RAID, RAID.events[0]!);
const denial = denyingVoiceOf(RAID, RAID.events[2]!);

test('tells who said it and who denied it, and quotes only what was quoted', () => {
  expect(attributedSentence({ says: [claim], denies: [denial], origins: 1 })).toBe(
    "Ecuador's army said, in the words of Andes Wire: “Peruvian soldiers attacked an outpost on Monday”. " +
      'Lucía Montalvo denied this: “Not one soldier has crossed the river”. ' +
      'No independent source in this collection confirms either account. ' +
      '(Andes Wire, 14 September 2026, 14:20 UTC)',
  );
});

test('says "said" whatever the report’s own verb', () => {
  const sentence = attributedSentence({ says: [{ ...claim, cue: 'admitted' }], denies: [], origins: null });
  expect(sentence).toContain("Ecuador's army said");
  expect(sentence).not.toContain('admitted');
});

test('names the outlet where the report speaks for itself or names nobody', () => {
  const own = { ...claim, own: true, by: 'Andes Wire' };
  expect(attributedSentence({ says: [own], denies: [], origins: null })).toMatch(/^Andes Wire reported: “/);
  const nobody = { ...claim, by: null };
  expect(attributedSentence({ says: [nobody], denies: [], origins: null })).toMatch(
    /^Andes Wire reported, naming no source: “/,
  );
});

test('never calls an account confirmed by copies of itself', () => {
  const copies = {
    says: [claim, { ...claim, report: 'copy' }, { ...claim, report: 'rewrite' }],
    denies: [],
    origins: 1,
  };
  expect(attributedSentence(copies)).toContain(
    'No independent source in this collection confirms this account.',
  );
});

test('turns a quotation inside the words into a single one', () => {
  const quoting = { ...claim, words: 'Russian “peacekeepers” entered' };
  expect(attributedSentence({ says: [quoting], denies: [], origins: null })).toContain(
    '“Russian ‘peacekeepers’ entered”.',
  );
});
