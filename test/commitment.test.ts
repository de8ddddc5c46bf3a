import { beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../src/claims/reading.ts';
import { openFastReading } from './fast-reading.ts';

/** How firmly each event is told, who does it and who gainsays it, through the whole reading. */
let read: (text: string) => Reading;
beforeAll(async () => {
  read = await openFastReading();
});

describe('who did it to whom', () => {
  test.each([
    [
      'an active',
      'Turkish jets bombed Kurdish positions near Afrin on Sunday.',
      'bombed',
      'Turkish jets',
      'Kurdish positions',
    ],
    [
      'a passive with agent',
      'Two policemen were killed by gunmen in Jolo on Sunday.',
      'killed',
      'gunmen',
      'Two policemen',
    ],
    [
      'a passive without',
      'Two policemen were killed in Jolo on Sunday.',
      'killed',
      undefined,
      'Two policemen',
    ],
    [
      'a light verb',
      'Ethiopian troops launched an attack on rebel fighters in Amhara.',
      'attack',
      'Ethiopian troops',
      'rebel fighters in Amhara',
    ],
    [
      'an accused doer',
      'Juba accused Khartoum of bombing the oilfield.',
      'bombing',
      'Khartoum',
      'the oilfield',
    ],
  ])('reads %s', (_, text, trigger, actor, recipient) => {
    const event = read(text).events.find((one) => one.trigger.text === trigger);
    expect(event?.actor[0]?.text).toBe(actor);
    expect(event?.recipient[0]?.text).toBe(recipient);
  });

  test('takes an arrest that is announced for one that is told, and a withdrawal for one to come', () => {
    const told = read('Police announced the arrest of twelve men in Pemba.').events[0];
    expect(told).toMatchObject({ sources: [{ text: 'Police' }], timeframe: 'current' });
    expect(read('The governor announced the withdrawal of his guards.').events[0]?.timeframe).toBe('future');
  });

  test('takes a present that stands in a calendar for a plan', () => {
    const time = (text: string) => read(text).events[0];
    expect(time('The two leaders meet in Doha on Friday.')?.timeframe).toBe('future');
    expect(time('On Sunday the army shells the village.')?.timeframe).toBe('current');
  });

  test('makes no killer of the ministry that announces deaths', () => {
    const deaths = read('The ministry announced the deaths of four soldiers.').events[0];
    expect(deaths).toMatchObject({ actor: [], sources: [{ text: 'The ministry' }] });
  });

  test.each([
    [
      'what must be done is to come',
      'The army must withdraw from the town, the council said.',
      'withdraw',
      'positive',
      'future',
    ],
    [
      'what somebody has to do is to come',
      'The militia has to disarm, the envoy said.',
      'disarm',
      'positive',
      'future',
    ],
    [
      'what somebody had to do was done',
      'The militia had to withdraw, the envoy said.',
      'withdraw',
      'positive',
      'current',
    ],
    [
      'what must have been has been',
      'The soldiers must have fired first, the mayor said.',
      'fired',
      'positive',
      'current',
    ],
    [
      'what should not have been has been',
      'They should never have attacked the camp, he said.',
      'attacked',
      'positive',
      'current',
    ],
    [
      'what should have been has not been',
      'The army should have withdrawn on Monday, he said.',
      'withdrawn',
      'negative',
      'current',
    ],
  ])('reads that %s', (_, text, trigger, polarity, timeframe) => {
    const event = read(text).events.find((one) => one.trigger.text === trigger);
    expect([event?.polarity, event?.timeframe]).toEqual([polarity, timeframe]);
  });

  test('reads nobody into sport', () => {
    expect(
      read('The striker shot twice and the keeper saved both goals in the league match.').events,
    ).toEqual([]);
  });
});

describe('how firmly', () => {
  test.each([
    ['a fact', 'Troops crossed the border near Goma on Monday.', 'crossed', 'positive', 'certain', 'current'],
    ['a denial', 'Kigali denied shelling the camp.', 'shelling', 'negative', 'certain', 'current'],
    ['a threat', 'The junta threatened to expel the envoy.', 'expel', 'positive', 'possible', 'hypothetical'],
    [
      'a promise',
      'The army promised to withdraw from the town.',
      'withdraw',
      'positive',
      'certain',
      'future',
    ],
    [
      'a condition',
      'If rebels attack the dam, the army will respond.',
      'attack',
      'positive',
      'possible',
      'hypothetical',
    ],
    ['hearsay', 'Troops reportedly entered the town of Kidal.', 'entered', 'positive', 'probable', 'current'],
    [
      'an old date',
      'Troops entered the town of Kidal in 2012.',
      'entered',
      'positive',
      'certain',
      'background',
    ],
    [
      'nobody',
      'No civilians were killed in the raid, the army said.',
      'killed',
      'negative',
      'certain',
      'current',
    ],
    [
      'a sentence that opens with “nor”',
      'Nor did troops enter the town of Kidal.',
      'enter',
      'negative',
      'certain',
      'current',
    ],
    [
      'what is yet to be done',
      'The junta has yet to release the prisoners.',
      'release',
      'negative',
      'certain',
      'current',
    ],
    [
      'a judgement of likelihood',
      'Analysts see an invasion as unlikely.',
      'invasion',
      'negative',
      'probable',
      'future',
    ],
    ['the feared dead', 'Two men are feared dead after the raid.', 'dead', 'positive', 'possible', 'current'],
    [
      'an act that was not launched',
      'The minister did not launch the attack on the camp.',
      'attack',
      'negative',
      'certain',
      'current',
    ],
    [
      'what is told as past inside a promise',
      'The junta promised to free the men who had attacked the camp.',
      'attacked',
      'positive',
      'certain',
      'current',
    ],
    [
      'what is not clear',
      'It was not clear whether the army had attacked the camp.',
      'attacked',
      'positive',
      'unknown',
      'current',
    ],
    [
      'a belief that is denied',
      'The ministry does not believe that the army attacked the camp.',
      'attacked',
      'negative',
      'probable',
      'current',
    ],
    [
      'a doubt',
      'The army doubts that rebels attacked the camp.',
      'attacked',
      'negative',
      'probable',
      'current',
    ],
    ['a call that demands', 'Gunmen phoned to demand a ransom.', 'demand', 'positive', 'certain', 'current'],
    [
      'a crossing that is to demand',
      'Gunmen crossed the border to demand a ransom.',
      'demand',
      'positive',
      'possible',
      'future',
    ],
    [
      'an inquiry that was ordered',
      'The presidency ordered an investigation into the killings.',
      'investigation',
      'positive',
      'certain',
      'current',
    ],
    [
      'an evacuation that was ordered',
      'The presidency ordered an evacuation of the town.',
      'evacuation',
      'positive',
      'certain',
      'future',
    ],
    [
      'a “would” that was said',
      'Officials said talks would resume on Friday.',
      'talks',
      'positive',
      'certain',
      'future',
    ],
    [
      'a “would” of any such act',
      'A blockade would cost billions, officials said.',
      'blockade',
      'positive',
      'possible',
      'hypothetical',
    ],
    ['a fresh outbreak', 'Fresh clashes erupted near Kidal.', 'clashes', 'positive', 'certain', 'current'],
    ['not a shot', 'Not a shot was fired at the troops.', 'fired', 'negative', 'certain', 'current'],
    [
      'what images suggest',
      'Satellite images suggest that troops crossed the border.',
      'crossed',
      'positive',
      'probable',
      'current',
    ],
    [
      'what officials suggest',
      'Officials suggest that troops crossed the border.',
      'crossed',
      'positive',
      'possible',
      'current',
    ],
    [
      'a described party inside a condition',
      'The mayor will negotiate unless rebels, who attacked the camp in March, return.',
      'attacked',
      'positive',
      'certain',
      'background',
    ],
    [
      'a warning of what may come',
      'The army warned that ships would be attacked, and rejected a ceasefire.',
      'attacked',
      'positive',
      'possible',
      'future',
    ],
    [
      'a plan of one’s own',
      'The army is planning to attack the town.',
      'attack',
      'positive',
      'possible',
      'future',
    ],
    [
      'what videos appear to show',
      'Videos appear to show soldiers attacking prisoners.',
      'attacking',
      'positive',
      'probable',
      'current',
    ],
    [
      'what videos show',
      'Videos show soldiers attacking prisoners.',
      'attacking',
      'positive',
      'certain',
      'current',
    ],
  ])('reads %s', (_, text, trigger, ...expected) => {
    const event = read(text).events.find((one) => one.trigger.text === trigger);
    expect([event?.polarity, event?.certainty, event?.timeframe]).toEqual(expected);
  });
});

describe('who gainsays it', () => {
  test('links a denial to the claim that it answers', () => {
    const { events, links } = read(
      'Rebels shelled the camp at Rutshuru on Monday, the army said. The rebels denied shelling the camp.',
    );
    const denied = links
      .filter(({ relation }) => relation === 'denies')
      .map(({ from, to }) => [from, to].map((id) => events.find((event) => event.id === id)?.trigger.text));
    expect(denied).toContainEqual(['denied', 'shelled']);
  });

  test('sets rival tolls against each other', () => {
    const { links } = read(
      'The blast killed nine people, the ministry said. Doctors said that it had killed fourteen people.',
    );
    expect(links.map(({ relation }) => relation)).toContain('contradicts');
  });

  test('links nothing where nobody disagrees', () => {
    const { links } = read('Rebels shelled the camp at Rutshuru on Monday. Turkey sent aid to Somalia.');
    expect(links).toEqual([]);
  });
});
