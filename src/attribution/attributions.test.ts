import { describe, expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** The sources of the event whose trigger has these words, outermost first. */
function sourcesOf(text: string, trigger: string): string | undefined {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const event = events.find((one) => one.trigger.text === trigger);
  if (event !== undefined) expect(text.slice(event.trigger.start, event.trigger.end)).toBe(trigger);
  return event?.sources.map((source) => (typeof source === 'object' ? source.text : source)).join(' > ');
}

describe('whose word it is, where the trees are right', () => {
  test.each([
    [
      'who made an allegation, named between',
      'An allegation, made by two deputies, that guards beat the students led to a row.',
      'beat',
      'two deputies',
    ],
    ['an aside turned round', 'The rebels, says Khartoum, bombed the refinery.', 'bombed', 'Khartoum'],
    ['plain people in such an aside', 'Gunmen, say villagers, shot the chief.', 'shot', 'villagers'],
    [
      'a clause that says who says it',
      'The navy sank the ferry. That is what survivors say.',
      'sank',
      'survivors',
    ],
    [
      '"so say" in a sentence apart',
      'The navy sank the ferry. So say the survivors.',
      'sank',
      'the survivors',
    ],
    [
      'whose version it is, in a sentence apart',
      'The navy sank the ferry. At least, that is the governor’s version.',
      'sank',
      'the governor',
    ],
    ['who lets it be known', 'Officials let it be known that rebels seized the mine.', 'seized', 'Officials'],
    [
      'the pictures that are said to show a deed',
      'Pictures said to show soldiers shooting prisoners spread online.',
      'shooting',
      'Pictures',
    ],
    ['who owns up to it', 'The unit owned up to shooting two farmers.', 'shooting', 'The unit'],
    ['who blames for it', 'Deputies condemned the police for beating the monks.', 'beating', 'Deputies'],
    [
      'who calls it so',
      'A truce must wait until what the envoy called the siege of Aden is lifted.',
      'siege',
      'the envoy',
    ],
    ['an aside between dashes', 'The army – witnesses say – shot at the crowd.', 'shot at', 'witnesses'],
    ['nobody for all accounts', 'By all accounts, soldiers burned the mosque.', 'burned', 'unnamed'],
    ['what has to be right', 'If reports are right, rebels attacked the dam.', 'attacked', 'reports'],
    [
      'a name before a colon',
      'Amal Haddad, 34, teacher: “Soldiers burned our school.”',
      'burned',
      'Amal Haddad',
    ],
    [
      'who holds somebody responsible',
      'Islamabad holds Kabul responsible for arming the raiders.',
      'arming',
      'Islamabad',
    ],
    [
      'who is cited inside who speaks',
      'The daily, citing two pilots, said that jets bombed the base.',
      'bombed',
      'The daily > two pilots',
    ],
    [
      'whose contention it is',
      'It is the contention of the prosecutors that the guards shot first.',
      'shot',
      'the prosecutors',
    ],
  ])('takes %s', (_, text, trigger, expected) => {
    expect(sourcesOf(text, trigger)).toBe(expected);
  });

  test.each([
    ['what is no matter of what people say', 'The navy sank the ferry. That is what survivors want.', 'sank'],
    ['what is not so', 'The navy sank the ferry. That is not the governor’s version.', 'sank'],
    ['what is blamed', 'Deputies condemned the shelling of the school.', 'shelling'],
    ['who is let in', 'The nurse admitted two boys to the clinic after rebels attacked it.', 'attacked'],
    ['the paragraph before', 'The navy sank the ferry.\n\nThat is what survivors say.', 'sank'],
    ['who is right', 'If the army is right to attack, rebels bombed the dam for nothing.', 'bombed'],
    ['a crew who said to go', 'The pilot said to leave. Rebels attacked the base.', 'attacked'],
    ['a heading before a colon', 'In the port of Aden, two things: rebels burned the mill.', 'burned'],
  ])('leaves %s to the outlet', (_, text, trigger) => {
    expect(sourcesOf(text, trigger)).toBe('outlet');
  });
});
