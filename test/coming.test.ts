/** What is told of an act by whether it came about: that it did not, or is going to; and who is told of it. */
import { describe, expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** The last event with this trigger, and the last of those who tell it. */
function toldOf(text: string, trigger: string) {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-13T12:00:00Z' }, text });
  const event = events.findLast((one) => one.trigger.text === trigger);
  const source = event?.sources.at(-1);
  return { ...event, source: typeof source === 'string' ? source : source?.text };
}

const countriesOf = (parties: readonly { readonly country: string | null }[] | undefined) =>
  (parties ?? []).map(({ country }) => country);

describe('an act', () => {
  test.each([
    ['The raid that the governor had predicted did not take place.', 'raid'],
    ['The attack on Gao never happened, a nun said.', 'attack'],
    ['The feared assault on Gao has not materialised.', 'assault'],
    ['The evacuation has not begun.', 'evacuation'],
  ])('that has not come about is denied: %s', (text, trigger) => {
    expect(toldOf(text, trigger)).toMatchObject({ polarity: 'negative', certainty: 'certain' });
  });

  test.each([
    ['The raid took place at dawn, a nun said.', 'raid'],
    ['The shelling did not stop.', 'shelling'],
  ])('that has, or does not end, is not: %s', (text, trigger) => {
    expect(toldOf(text, trigger).polarity).toBe('positive');
  });

  test.each([
    ['The army is going to attack Gao.', 'attack', 'positive'],
    ['“We are not going to invade Togo,” the general said.', 'invade', 'negative'],
    ['“There is going to be a war,” he said.', 'war', 'positive'],
  ])('that somebody is going to do is to come: %s', (text, trigger, polarity) => {
    expect(toldOf(text, trigger)).toMatchObject({ timeframe: 'future', polarity });
  });

  test('that people have gone to see is none', () => {
    expect(toldOf('Crowds were going to Gao when rebels attacked it.', 'attacked').timeframe).toBe('current');
  });
});

test('what a hyphen ties to a verb is how it was done, and who did it stands before', () => {
  const told = toldOf('A helicopter machine-gunned a convoy near Gao.', 'gunned');
  expect(told.actor?.map(({ text }) => text)).toEqual(['A helicopter']);
  expect(toldOf('The machine - gunned down to scrap - stood in Gao.', 'gunned').actor ?? []).toEqual([]);
});

test('"both delegations" are those who have just met, whoever tells of them', () => {
  const met = 'Envoys of Togo and Benin met in Accra on Friday. Ghana’s president said that ';
  expect(countriesOf(toldOf(`${met}both delegations had agreed to a truce.`, 'agreed to').actor)).toEqual([
    'TGO',
    'BEN',
  ]);
  expect(countriesOf(toldOf(`${met}his ministers had agreed to a truce.`, 'agreed to').actor)).toEqual([
    'GHA',
  ]);
});

describe('a bare army', () => {
  const written = 'KAMPALA, 12 March — The army said that herders had fled.';

  test('is that of the dateline where the report speaks of no other state', () => {
    expect(countriesOf(toldOf(written, 'fled').actor)).toEqual(['UGA']);
    expect(countriesOf(toldOf(`${written} Its chief met the ambassador of France.`, 'fled').actor)).toEqual([
      'UGA',
    ]);
  });

  test('is not where things happen in another', () => {
    const abroad = 'KAMPALA, 12 March — In Goma soldiers shelled a mill. In Beni they shelled a dairy.';
    expect(countriesOf(toldOf(abroad, 'shelled').actor)).not.toContain('UGA');
  });
});

test('whoever goes to a capital is of another state', () => {
  const actorOf = (text: string, trigger: string) => countriesOf(toldOf(text, trigger).actor);
  expect(actorOf('President Mwale visited Lusaka on Monday.', 'visited')).toEqual([null]);
  expect(actorOf('President Mwale cancelled a visit to Lusaka.', 'cancelled')).toEqual([null]);
  const home =
    'Zambia’s police closed a road in Lusaka. President Mwale spoke in Lusaka and condemned the police.';
  expect(actorOf(home, 'condemned')).not.toEqual([null]);
});

test('no boat speaks', () => {
  const hit = 'The navy said that a patrol boat was hit near Mombasa. ';
  expect(toldOf(`${hit}Nine men were killed, it said.`, 'killed').source).toBe('The navy');
});
