import { describe, expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** The innermost source of the event whose trigger has these words. */
function sourceOf(text: string, trigger: string): string | undefined {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const event = events.find((one) => one.trigger.text === trigger);
  if (event !== undefined) expect(text.slice(event.trigger.start, event.trigger.end)).toBe(trigger);
  const source = event?.sources.at(-1);
  return typeof source === 'object' ? source.text : source;
}

describe('whose word it is, where no verb of saying stands before it', () => {
  test.each([
    [
      'a colon behind words of refusal',
      'The mayor would have none of it: gunmen had looted the clinic themselves.',
      'looted',
      'The mayor',
    ],
    [
      'a colon behind another act',
      'The mayor closed the door: gunmen had looted the clinic.',
      'looted',
      'outlet',
    ],
    [
      'quoted words behind a colon',
      'The minister waved the charge away: “Nigerien soldiers burned no village.”',
      'burned',
      'The minister',
    ],
    [
      'a colon behind a closing speaker',
      'The convoy was attacked, said Ana Ruiz: gunmen burned two lorries.',
      'burned',
      'Ana Ruiz',
    ],
    [
      'a number with what befell those counted',
      'The governor put rebel losses at nine soldiers killed.',
      'killed',
      'The governor',
    ],
    [
      'a number that nobody gives',
      'The governor put guards at the bridge after nine soldiers were killed.',
      'killed',
      'outlet',
    ],
    ['a scolding', 'Bamako took Paris to task for arming the rebels.', 'arming', 'Bamako'],
    [
      'a taking that scolds nobody',
      'Bamako took control of the depot after arming the rebels.',
      'arming',
      'outlet',
    ],
    [
      'a reason in quotation marks',
      'The ministry summoned the envoy over “the wanton shelling of a shrine”.',
      'shelling',
      'The ministry',
    ],
    [
      'a reason without them',
      'The ministry summoned the envoy over the shelling of a market.',
      'shelling',
      'outlet',
    ],
    [
      'an aside behind "and"',
      'Rebels shelled the market and, the army says, burned the mill.',
      'burned',
      'the army',
    ],
    [
      'what stands before such an aside',
      'Rebels shelled the market and, the army says, burned the mill.',
      'shelled',
      'outlet',
    ],
    ['an aside behind an opening "and"', 'And, the army says, rebels burned the mill.', 'burned', 'the army'],
    [
      'a count that stands with the last verb',
      "Rebels shelled the ferry on Monday and killed forty sheep by the guild's count.",
      'killed',
      'the guild',
    ],
    [
      'what such a count does not tell',
      "Rebels shelled the ferry on Monday and killed forty sheep by the guild's count.",
      'shelled',
      'outlet',
    ],
    [
      'somebody else behind "but"',
      'Rebels seized the town, the governor said, but the army denies that.',
      'denies',
      'outlet',
    ],
    [
      'the same speaker behind "but"',
      'Rebels seized the town, the governor said, but soldiers shelled the bridge.',
      'shelled',
      'the governor',
    ],
    ['an order that is told', 'The colonel told his men to burn the huts.', 'burn', 'The colonel'],
    ['hearsay that has it', 'Rumour has it that the colonel fled.', 'fled', 'unnamed'],
    [
      'a sentence that "so" points back to',
      'Soldiers burned the huts. So two sailors told this paper.',
      'burned',
      'two sailors',
    ],
    [
      'a sentence that "so" does not point back to',
      'Soldiers burned the huts. So two sailors told this paper that they had fled.',
      'burned',
      'outlet',
    ],
    ['a "that" behind a dash', 'Rebels burned the mill – that is what the army says.', 'burned', 'the army'],
    [
      'a clause that is a contention',
      "That rebels burned the mill is the army's contention.",
      'burned',
      'the army',
    ],
    [
      'a story that is brushed aside',
      'Dakar shrugged off a Gambian newspaper story that its troops had crossed the river.',
      'crossed',
      'a Gambian newspaper story',
    ],
    ['what nobody expects', 'Few in Gao expect an attack.', 'attack', 'outlet'],
    [
      'what is weighed',
      'The bishop thinks it likely that the army will seize the port.',
      'seize',
      'The bishop',
    ],
    [
      'a reply that is refused',
      'Kenya closed the crossing; asked why, two clerks refused to answer.',
      'closed',
      'outlet',
    ],
    ['an answer by fire', 'The army says its gunners answered fire.', 'answered', 'The army'],
    [
      'whom one may believe',
      'If one believes the governor, rebels burned the wells.',
      'burned',
      'the governor',
    ],
    [
      'a belief of somebody named',
      'If the mayor believes the governor, soldiers will attack the port.',
      'attack',
      'outlet',
    ],
  ])('tells of %s', (_, text, trigger, source) => {
    expect(sourceOf(text, trigger)).toBe(source);
  });
});
