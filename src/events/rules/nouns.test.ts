import { expect, test } from 'vitest';
import { loadReader } from '../../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

function typesOf(text: string): readonly string[] {
  const meta = { id: 'nouns', title: null, outlet: null, language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text });
  return events.map(({ trigger, type, timeframe }) => `${trigger.text} ${type} ${timeframe}`);
}

test.each([
  ['Manila called the landing blackmail.', 'blackmail ACCUSE current'],
  ['The premier described the seizure as piracy.', 'piracy ACCUSE current'],
  ['The consul calls that idle talk.', 'talk REJECT current'],
  ['She called the death of her son “the senseless killing of a boy”.', 'death ASSAULT current'],
  ['The union called a rally for Friday.', 'rally PROTEST future'],
])('tells what is only called something from what is called for: %s', (text, expected) => {
  expect(typesOf(text)).toContain(expected);
});

test('reads no wounding into thoughts for the wounded', () => {
  expect(typesOf('The chancellor’s thoughts are with the injured.')).toEqual([]);
  expect(typesOf('Nine of the miners were injured.')).toEqual(['injured ASSAULT current']);
});

test('tells once what somebody accuses by a word', () => {
  expect(typesOf('The premier described the seizure as piracy.')).toHaveLength(1);
  expect(typesOf('He described the harbour as a jewel.')).toEqual([]);
});

test('tells a patrol that somebody steps up from one that does something', () => {
  expect(typesOf('The brigade has conducted patrols around the dam.')).toEqual(['patrols MOBILIZE current']);
  expect(typesOf('The brigade has stepped up patrols around the dam.')).toHaveLength(1);
  expect(typesOf('The patrol reached a hut by the dam.')).toEqual([]);
});

test('reads foreign words as the name of an act', () => {
  expect(typesOf('Nairobi declared the consul, Tomas Ilves, persona non grata.')).toEqual([
    'persona non grata SANCTION current',
  ]);
  expect(typesOf('The label of the jar says persona in gold.')).toEqual([]);
});
