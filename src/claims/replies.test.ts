import { describe, expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** The links of a report as "from relation to", by their triggers. */
function linksOf(text: string): readonly string[] {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events, links } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  for (const { trigger } of events) expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text);
  const trigger = new Map(events.map((event) => [event.id, event.trigger.text]));
  return links.map(({ from, to, relation }) => `${trigger.get(from)} ${relation} ${trigger.get(to)}`);
}

describe('an answer', () => {
  test.each([
    [
      'of the accused stands against the accusation, whatever its words',
      'Peru said Bolivian troops had seized a customs house. La Paz said that not one soldier had left barracks.',
      'left contradicts seized',
    ],
    [
      'that leaves out the rest stands against it',
      'Residents of Mopti said the army had shelled a clinic. The army said it had only attacked rebels.',
      'attacked contradicts shelled',
    ],
    [
      'that somebody is still there stands against a withdrawal',
      'Ethiopia said its troops had withdrawn from Badme. Residents said soldiers were still there.',
      'there contradicts withdrawn',
    ],
    [
      'before the claim denies it',
      'Although the mayor denied it, neighbours said guards had beaten the prisoners.',
      'denied denies beaten',
    ],
    [
      'that a charge is rejected denies the charge, not that it was made',
      'Kyiv accused Moscow of bombing the dam, a charge Moscow denies.',
      'denies denies bombing',
    ],
    [
      'that there is no truth in it denies it',
      'The governor said police had killed four smugglers. There was no truth in the report, their families said.',
      'truth denies killed',
    ],
    [
      'that is a word of scorn denies it',
      'Georgia said a Russian jet had entered its airspace. Moscow called it "a fairy tale".',
      'tale denies entered',
    ],
    [
      'that sets a claim aside in the same breath stands against it',
      'Contrary to the army’s claim that it had cleared the town, rebels attacked its northern half, residents say.',
      'attacked contradicts cleared',
    ],
    [
      'in the words of the claim finds it in the claim',
      'The hostages were freed after a ransom was paid, a relative said. The government said no ransom had been paid.',
      'paid contradicts paid',
    ],
  ])('%s', (_, text, link) => {
    expect(linksOf(text)).toContain(link);
  });

  test.each([
    ['Poland said Belarus had sent migrants to the fence. Minsk said no exam had been held in the capital.'],
    ['Ankara said rebels had shelled a post. Ottawa said its only frigate had left Halifax.'],
    ['The mayor praised the guards. Neighbours said soldiers were still there.'],
  ])('is not heard in %s', (text) => {
    expect(linksOf(text).filter((link) => / (?:contradicts|denies) /u.test(link))).toEqual([]);
  });
});
