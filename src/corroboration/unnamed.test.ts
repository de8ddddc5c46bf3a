import { describe, expect, test } from 'vitest';
import { readingOf, TABLES } from '../../test/story-builder.ts';
import { resolveClaimants } from './claimants.ts';
import { isUnnamedPerson } from './unnamed.ts';

test.each([
  'a Nordic diplomat',
  'two members of the delegation',
  'Kenyan officials',
  'colleagues in the regional bloc',
  'a senior officer in Mombasa',
])('takes “%s” for people without a name', (words) => {
  expect(isUnnamedPerson(words)).toBe(true);
});

test.each([
  'the officer',
  'Norway’s envoy',
  'an army spokesman',
  'the foreign ministry',
  'Officer Dana Reyes',
  'its members',
])('does not take “%s” for people without a name', (words) => {
  expect(isUnnamedPerson(words)).toBe(false);
});

const TEXT =
  'Troops crossed the river, the foreign ministry said. A Nordic diplomat doubted it. Kenya protested. Kenyan officials said that two had crossed.';

function claimants() {
  const crossed = { trigger: 'crossed', type: 'MOBILIZE' } as const;
  const reading = readingOf({
    id: 'a',
    outlet: 'Coast Ledger',
    text: TEXT,
    events: [
      { ...crossed, by: ['the foreign ministry|KEN|GOV'] },
      { ...crossed, by: ['A Nordic diplomat||GOV'] },
      { ...crossed, by: ['Kenyan officials|KEN|GOV'], actor: 'Uganda’s embassy|UGA|GOV' },
    ],
  });
  const claimantOf = resolveClaimants([reading], new Map([['a', 'a']]), TABLES);
  return reading.events.map(({ sources }) => claimantOf(reading, sources[0]!));
}

describe('a ministry and people without a name', () => {
  test('are claimants of their own', () => {
    expect(new Set(claimants().map(({ key }) => key)).size).toBe(3);
  });

  test('keep the names that they were called by', () => {
    expect(claimants().map(({ name }) => name)).toEqual([
      'foreign ministry',
      'Nordic diplomat',
      'Kenyan officials',
    ]);
  });

  test('the ministry keeps the country that it was read with, whatever embassy the report names', () => {
    expect(claimants()[0]!.country).toBe('KEN');
  });
});
