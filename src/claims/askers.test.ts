import { describe, expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** The recipients of the last event with this trigger, as "words country". */
function recipientsOf(text: string, trigger: string): readonly string[] {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const event = events.findLast((one) => one.trigger.text === trigger);
  for (const { start, end, text: words } of event?.recipient ?? [])
    expect(text.slice(start, end)).toBe(words);
  return (event?.recipient ?? []).map(({ text: words, country }) => `${words} ${country}`);
}

describe('whom a bare answer answers', () => {
  test.each([
    ['Poland wants NATO to close the strait. Hungary balks.', 'balks', ['Poland POL']],
    ['Kenya offered to host the two generals. Togo accepted.', 'accepted', ['Kenya KEN']],
    [
      'Kenya offered to host the two presidents. Togo accepted; Benin has yet to reply.',
      'accepted',
      ['Kenya KEN'],
    ],
    ['Chile said that Peruvian boats had cut its nets. Lima would have none of it.', 'have', ['Chile CHL']],
    ['Sweden accused Russia of cutting the cable. Moscow scoffed.', 'scoffed', ['Sweden SWE']],
  ])('is who asked, offered or accused in %s', (text, trigger, recipients) => {
    expect(recipientsOf(text, trigger)).toEqual(recipients);
  });

  test.each([
    ['Kenya offered to host the two presidents. The Togolese delegates walked out.', 'walked out'],
    ['Moscow scoffed on Monday.', 'scoffed'],
    ['Rain fell on Lagos. Hungary balked at the price of gas.', 'balked'],
  ])('stays unknown in %s', (text, trigger) => {
    expect(recipientsOf(text, trigger)).toEqual([]);
  });
});

describe('whom a demand for release is put to', () => {
  test.each([
    [
      'Peruvian sailors boarded a trawler on Monday. Rain fell. Quito demanded that the crew be freed.',
      'demanded',
      ['Peruvian sailors PER'],
    ],
    ['Togo seized a Ghanaian bus. Ghana called for its return.', 'called for', ['Togo TGO']],
  ])('is who took what is asked back in %s', (text, trigger, recipients) => {
    expect(recipientsOf(text, trigger)).toEqual(recipients);
  });

  test.each([
    ['A trawler sank on Monday. Quito demanded that the crew be freed.', 'demanded'],
    ['Togo seized a Ghanaian bus. Kenya called for an election.', 'called for'],
  ])('stays unknown in %s', (text, trigger) => {
    expect(recipientsOf(text, trigger)).toEqual([]);
  });
});

describe('whom a rejection answers', () => {
  test.each([
    [
      'Ghana accused Togo of piracy. Rain fell. A fair opened. Kenya held a vote. Schools closed. Togo rejected the charge over the boat.',
      'rejected',
      ['Ghana GHA'],
    ],
    [
      'Iran said that the tanker had rammed a dhow. The owner dismissed the collision as a fairy tale.',
      'dismissed',
      ['Iran IRN'],
    ],
  ])('is whose words they were in %s', (text, trigger, recipients) => {
    expect(recipientsOf(text, trigger)).toEqual(recipients);
  });

  test('stays unknown where the words were nobody’s', () => {
    expect(recipientsOf('The owner dismissed the collision as a fairy tale.', 'dismissed')).toEqual([]);
  });
});

describe('whom a second act of words addresses', () => {
  test.each([
    [
      'Lima summoned the Chilean ambassador and demanded that the crew be freed.',
      'demanded',
      ['the Chilean ambassador CHL'],
    ],
    [
      'Envoys of Kenya met General Osman Bashir in Juba and proposed a truce.',
      'proposed',
      ['General Osman Bashir SSD'],
    ],
    ['Ghana accused Togo of piracy and called for the crew to be freed.', 'called for', ['Togo TGO']],
  ])('is whom the first one does in %s', (text, trigger, recipients) => {
    expect(recipientsOf(text, trigger)).toEqual(recipients);
  });

  test.each([
    ['Ghana accused Togo of piracy and called for an inquiry.', 'called for'],
    ['Ghana accused Togo of piracy, and Kenya called for the crew to be freed.', 'called for'],
  ])('stays unknown in %s', (text, trigger) => {
    expect(recipientsOf(text, trigger)).toEqual([]);
  });
});
