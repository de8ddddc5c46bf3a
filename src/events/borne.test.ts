import { describe, expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** Who does what to whom in a text, in its own words. */
function acts(text: string): string[] {
  const meta = { id: 'borne', title: null, outlet: null, language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text });
  for (const { trigger } of events) expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text);
  const words = (parties: readonly { readonly text: string }[]) => parties.map((one) => one.text).join(' & ');
  return events.map(({ actor, type, recipient }) => `${words(actor)} > ${type} > ${words(recipient)}`);
}

describe('isBorne', () => {
  test.each([
    ['The army suffered an attack near Bria.', ' > ASSAULT > The army'],
    ['The Malian convoy came under fire from rebels.', 'rebels > ASSAULT > The Malian convoy'],
    [
      'Nine villagers died at the hands of the Kenyan police.',
      'the Kenyan police > ASSAULT > Nine villagers',
    ],
    ['Prisoners suffered torture at the hands of the guards.', 'the guards > ASSAULT > Prisoners'],
  ])('%s', (text, act) => {
    expect(acts(text)).toContain(act);
  });

  test.each([
    ['The rebels launched an attack on the garrison.', 'The rebels > ASSAULT > the garrison'],
    ['Rebels attacked the garrison at the bridge.', 'Rebels > ASSAULT > the garrison'],
  ])('leaves who strikes its doer in %s', (text, act) => {
    expect(acts(text)).toContain(act);
  });
});
