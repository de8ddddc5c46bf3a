/** What counts as an act, held by the real reader: each rule with a sentence that fires it and one that must not. */
import { expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

function actsOf(text: string): readonly string[] {
  const meta = { id: 'act', title: null, outlet: null, language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text });
  return events.map(({ trigger, type }) => `${trigger.text} ${type}`);
}

test.each([
  ['The war that broke out in Tete in 2019 drove him abroad.', 'war ASSAULT'],
  ['The second attack in a month closed the mill.', 'attack ASSAULT'],
  ['The gendarmes refused to free the nuns.', 'refused REJECT'],
  ['A spokesman said that there was no sniper on the roof.', 'was no sniper ASSAULT'],
  ['Soldiers laid down their arms at Kidal.', 'laid down their arms RETREAT'],
])('reads in “%s” the act “%s”', (text, act) => {
  expect(actsOf(text)).toContain(act);
});

test.each([
  ['The war museum in Tete opens at nine.', 'war ASSAULT'],
  ['The gendarmes refused to free the nuns.', 'free RETREAT'],
  ['The mayor urged the rebels to free the nuns.', 'free RETREAT'],
  ['The fleeing gunmen left a boot behind.', 'fleeing OTHER'],
  ['Accra recalled its envoy in protest at the raid.', 'protest PROTEST'],
  ['There was no sniper in the cast of the film.', 'was no sniper ASSAULT'],
])('reads in “%s” no act “%s”', (text, act) => {
  expect(actsOf(text)).not.toContain(act);
});
