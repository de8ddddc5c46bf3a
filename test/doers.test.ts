/** Who did it where its own words do not say, and where that must stay unknown. */
import { describe, expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

/** The actors of the last event with this trigger, as "words country". */
function actorsOf(text: string, trigger: string): readonly string[] {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const event = events.findLast((one) => one.trigger.text === trigger);
  return (event?.actor ?? []).map(({ text: words, country }) => `${words} ${country}`);
}

/** Neither state is spoken of twice as often as the other; the happenings are in one of them. */
const SET_IN_GUYANA =
  'GEORGETOWN, June 11 (Reuters) - Guyana said two boats had been fired on near Georgetown.\n\n';

describe('the actor', () => {
  test.each([
    [
      'of shelling is whose guns shelled',
      'Togolese artillery shelled two posts in Ghana overnight.',
      'shelled',
      ['Togolese artillery TGO'],
    ],
    ['of a hit is nobody whose missiles are not told', 'Missiles hit a school in Accra.', 'hit', []],
    [
      'of a march is the many who marched',
      'Thousands marched in Accra on Sunday against the law.',
      'marched',
      ['Thousands GHA'],
    ],
    [
      'of what they promise is all who talked',
      'Ghana and Togo held talks in Lomé. They promised to reopen two crossings.',
      'promised',
      ['Ghana GHA', 'Togo TGO'],
    ],
    [
      'of what the ministers promise is each state that met',
      'Ghana’s foreign minister met her Togolese counterpart. The ministers promised to reopen two crossings.',
      'promised',
      ['The ministers GHA', 'The ministers TGO'],
    ],
    [
      'of what the ministers promise is the one state where nobody met',
      'Ghana closed two crossings. The ministers promised to reopen them.',
      'promised',
      ['The ministers GHA'],
    ],
    [
      'of its raids is whoever is urged to stop them',
      'Jordan urged Israel to stop its raids on the camp.',
      'raids',
      ['Israel ISR'],
    ],
    [
      'of its raids is whoever promises to stop them',
      'Jordan promised Israel to stop its raids on the camp.',
      'raids',
      ['Jordan JOR'],
    ],
    [
      'of what a ship does is whose ship it is',
      'A Greek cutter rammed a trawler off Chios.',
      'rammed',
      ['A Greek cutter GRC'],
    ],
    [
      'of what a ship does is nobody where nobody owns it',
      'A cutter rammed a trawler off Chios.',
      'rammed',
      [],
    ],
    [
      'of what somebody is thanked for is who did it',
      'Haiti thanked Kenya for sending police.',
      'sending',
      ['Kenya KEN'],
    ],
    [
      'of what a drone does is who launched it',
      'A missile fired by Egypt struck a clinic on Monday.',
      'struck',
      ['Egypt EGY'],
    ],
    ['of vowed revenge is who vows it', 'Ghana vowed revenge against Togo.', 'revenge', ['Ghana GHA']],
    [
      'of a withdrawal is whose troops withdraw',
      'The withdrawal of Eritrean troops from Tigray was announced on Monday.',
      'withdrawal',
      ['Eritrean troops ERI'],
    ],
    ['of a toll is not who counts it', 'A doctor in Accra put the dead at 28.', 'dead', []],
    [
      'of a deed is not who gives it a bad name',
      'Their lawyer called the handover a kidnapping.',
      'kidnapping',
      [],
    ],
    [
      'is a spokesman of the ministry named before him',
      'Chile and Peru met. The Chilean defence ministry denied it. Ministry spokesman Ivan Soto condemned Peru on Monday.',
      'condemned',
      ['Ministry spokesman Ivan Soto CHL'],
    ],
    [
      'of orders that somebody takes is who gives them',
      'The army took orders from the palace.',
      'took orders',
      ['the palace null'],
    ],
    [
      'is each state whose envoys act together',
      'The ambassadors of Ghana and Togo condemned Benin on Monday.',
      'condemned',
      ['The ambassadors of Ghana and Togo GHA', 'The ambassadors of Ghana and Togo TGO'],
    ],
    [
      'of a clash between two states’ patrols is both',
      'Chile accused Bolivia of shelling a post. Bolivia condemned Chile on Monday. Patrols clashed near the lake.',
      'clashed',
      ['Patrols BOL', 'Patrols CHL'],
    ],
    [
      'is the state’s own army where the report is written and set there',
      'LIMA, June 11 - Gunmen ambushed a patrol near Ayacucho on Monday. The army killed two gunmen in Huanta.',
      'killed',
      ['The army PER'],
    ],
    [
      'is the army of the government that tells of it',
      'Ghana accused Togo of an attack. Togo condemned Ghana. Togo said that the army had shelled a village.',
      'shelled',
      ['the army TGO'],
    ],
    [
      'is a drone that is said to be a state’s',
      'A Turkish drone bombed a camp on Monday.',
      'bombed',
      ['A Turkish drone TUR'],
    ],
    [
      'is a ministry of the state that has just spoken, wherever the report was written',
      `${SET_IN_GUYANA}Venezuela denied it. Venezuela’s president spoke of a lie. The foreign ministry demanded an apology.`,
      'demanded',
      ['The foreign ministry VEN'],
    ],
    [
      'is a ministry of the state that a report is set in where no other has just spoken',
      `${SET_IN_GUYANA}The foreign ministry demanded an apology from Venezuela.`,
      'demanded',
      ['The foreign ministry GUY'],
    ],
  ])('%s', (_, text, trigger, actors) => {
    expect(actorsOf(text, trigger)).toEqual(actors);
  });

  test.each([
    [
      'is not a state that is only spoken of',
      'Ghana accused Togo of an attack. Togo condemned Ghana.\n\nThe army withdrew.',
      'withdrew',
      ['The army null'],
    ],
    [
      'is no state of two that nobody sets against each other',
      'Patrols clashed near the lake.',
      'clashed',
      ['Patrols null'],
    ],
    ['is no force that is merely used', 'The monitors saw no use of force.', 'use', []],
    ['is not a drone of nobody’s', 'A drone bombed a camp on Monday.', 'bombed', []],
  ])('%s', (_, text, trigger, actors) => {
    expect(actorsOf(text, trigger)).toEqual(actors);
  });
});
