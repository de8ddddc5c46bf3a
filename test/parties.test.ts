/** Whom an event befalls or addresses where its own words do not say, and where that must stay unknown. */
import { describe, expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

/** The recipients of the last event with this trigger, as "words country". */
function recipientsOf(text: string, trigger: string): readonly string[] {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const event = events.findLast((one) => one.trigger.text === trigger);
  for (const { start, end, text: words } of event?.recipient ?? [])
    expect(text.slice(start, end)).toBe(words);
  return (event?.recipient ?? []).map(({ text: words, country }) => `${words} ${country}`);
}

describe('the recipient', () => {
  test.each([
    [
      'of a denial of words is who said them',
      'Riyadh said on Monday that Houthi rebels had fired a missile at Jizan airport. The Houthis denied the accusation.',
      'denied',
      ['Riyadh SAU'],
    ],
    [
      'of a threat is whom the same party has just accused',
      'The Houthis accused Israel of an act of war and vowed to retaliate.',
      'retaliate',
      ['Israel ISR'],
    ],
    [
      'of a welcome is who did what is welcomed',
      'Chad closed the border after the raid. Sudan welcomed the move.',
      'welcomed',
      ['Chad TCD'],
    ],
    [
      'of a refusal is who asked',
      'Manila condemned the collision and demanded an apology. Beijing rejected the demand.',
      'rejected',
      ['Manila PHL'],
    ],
    [
      'of an appeal to both sides is each of the two',
      'Armenia shelled an Azerbaijani post on Monday. Russia urged both governments to stop fighting.',
      'urged',
      ['governments ARM', 'governments AZE'],
    ],
  ])('%s', (_, text, trigger, recipients) => {
    expect(recipientsOf(text, trigger)).toEqual(recipients);
  });

  test.each([
    [
      'of a denial of deeds is nobody',
      'Rebels said government helicopters had bombed a hospital in Malakal. The army denied that its helicopters had bombed the hospital.',
      'denied',
    ],
    ['is not the town that was taken', 'The rebels took Sake on Monday.', 'took'],
    ['stays unknown where nothing was told before', 'Ankara welcomed the decision.', 'welcomed'],
    ['stays unknown where nobody was accused', 'Ankara promised to retaliate.', 'retaliate'],
  ])('%s', (_, text, trigger) => {
    expect(recipientsOf(text, trigger)).toEqual([]);
  });

  test('is still the region or country that was entered', () => {
    expect(recipientsOf('Rwandan troops entered Congo on Monday.', 'entered')).toEqual(['Congo COD']);
  });
});
