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
      'of fire across a border is each state',
      'Togo and Benin accused each other after shells struck villages on both sides.',
      'struck',
      ['villages BEN', 'villages TGO'],
    ],
    [
      'of a killing within an attack is of whose place was attacked',
      'Ghanaian guns shelled two Togolese posts overnight, wounding four soldiers.',
      'wounding',
      ['four soldiers TGO'],
    ],
    [
      'of a killing within an attack on nobody’s place stays open',
      'Ghanaian guns shelled two posts overnight, wounding four soldiers.',
      'wounding',
      ['four soldiers null'],
    ],
    [
      'of orders is who acts on them',
      'Togolese soldiers, acting on orders from Ghana, burned the mill.',
      'orders',
      ['Togolese soldiers TGO'],
    ],
    [
      'of a complaint is who wronged the state that complains',
      'Guinean soldiers crossed into Liberia and beat two Liberian herders. Monrovia demanded an explanation.',
      'demanded',
      ['Guinean soldiers GIN'],
    ],
    [
      'of a demand after nothing was done to its state is nobody',
      'Guinean soldiers beat two Malian herders. Monrovia demanded an explanation.',
      'demanded',
      [],
    ],
    [
      'of being hurt right after an attack is of whose ship was attacked',
      'Libya’s coast guard fired on two Tunisian trawlers. A fisherman was wounded.',
      'wounded',
      ['A fisherman TUN'],
    ],
    [
      'of seizing “its” crew is not who seizes it',
      'Gabonese guards seized a Togolese boat and detained its crew.',
      'detained',
      ['its crew TGO'],
    ],
    [
      'of freeing “them” is whom the arrest befell',
      'Serbian police arrested three Greek priests on Wednesday. Belgrade later freed them.',
      'freed',
      ['three Greek priests GRC'],
    ],
    [
      'of a loss is of the state that lost',
      'Kenya, which lost twelve soldiers in Somalia in May, will withdraw.',
      'lost',
      ['twelve soldiers KEN'],
    ],
    [
      'of a loss keeps the country that its words say',
      'The coalition of Ghana lost two Togolese pilots.',
      'lost',
      ['two Togolese pilots TGO'],
    ],
    [
      'of an appeal for somebody’s help is whose help it is',
      'Mali asked for Russian help against the rebels.',
      'asked for',
      ['Russian RUS'],
    ],
    [
      'of a demand is whom it is wanted from',
      'Warsaw demanded an apology from Minsk.',
      'demanded',
      ['Minsk BLR'],
    ],
    ['of a demand for a thing is nobody', 'Warsaw demanded an apology.', 'demanded', []],
    [
      'of a clash of two forces is each of them',
      'Moroccan and Algerian troops clashed near Figuig.',
      'clashed',
      ['Moroccan and Algerian troops MAR', 'Moroccan and Algerian troops DZA'],
    ],
    [
      'of a deed told by another name is whom the deed befell',
      'Rebels shelled the Kenyan embassy in what the group called revenge.',
      'revenge',
      ['the Kenyan embassy KEN'],
    ],
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
      'of a denial that only points back is whose words were told last',
      'Rebels said soldiers had burned the village of Nana. The army called the story a lie.',
      'lie',
      ['Rebels null'],
    ],
    [
      'of a rejected claim is whose claim it was',
      'Togo dismissed Benin’s claim that troops had crossed the border.',
      'dismissed',
      ['Benin BEN'],
    ],
    [
      'of tear gas is the crowd that marched',
      'Students marched on the palace. Police fired tear gas.',
      'fired',
      ['Students null'],
    ],
    [
      'of a call for calm between two states is each of them',
      'Chile accused Bolivia of shelling a post. Bolivia condemned Chile on Monday. Spain called for restraint.',
      'called for',
      ['Chile CHL', 'Bolivia BOL'],
    ],
    [
      'of a threat between two states is the other one',
      'Chile accused Bolivia of shelling a post. Bolivia condemned Chile on Monday. Chile threatened to respond.',
      'threatened',
      ['Bolivia BOL'],
    ],
    [
      'of what two do to each other is both',
      'Ghana and Togo accused each other on Monday.',
      'accused',
      ['Ghana GHA', 'Togo TGO'],
    ],
    [
      'of an envoy’s recall is where the envoy sat',
      'Peru recalled its ambassador from Quito on Monday.',
      'recalled',
      ['Quito ECU'],
    ],
    [
      'of a visit is the place that was called on',
      'Kenyan officers visited Mogadishu on Monday.',
      'visited',
      ['Mogadishu SOM'],
    ],
    [
      'of arson is what was set on fire',
      'Protesters set fire to the town hall on Monday.',
      'set fire to',
      ['the town hall null'],
    ],
    [
      'of a conditional threat is who can avert it',
      'The junta threatened to halt exports unless the rebels released the mayor.',
      'threatened',
      ['the rebels null'],
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
    ['is not the sum that is demanded', 'The rebels demanded five million.', 'demanded'],
    ['of a withdrawal is nobody', 'The rebels withdrew from four hamlets.', 'withdrew'],
    [
      'of a union’s threat between two states stays unknown',
      'Chile accused Bolivia of shelling a post. Bolivia condemned Chile on Monday. The Chilean miners’ union threatened to strike.',
      'threatened',
    ],
    ['of tear gas stays unknown where nobody marched', 'Police fired tear gas on Monday.', 'fired'],
    [
      'is not the figure that is waved away',
      'The rebels put the dead at 40. The army called the figure a fantasy.',
      'figure',
    ],
    ['stays unknown where nothing was told before', 'Ankara welcomed the decision.', 'welcomed'],
    ['stays unknown where nobody was accused', 'Ankara promised to retaliate.', 'retaliate'],
  ])('%s', (_, text, trigger) => {
    expect(recipientsOf(text, trigger)).toEqual([]);
  });

  test('is still the region or country that was entered', () => {
    expect(recipientsOf('Rwandan troops entered Congo on Monday.', 'entered')).toEqual(['Congo COD']);
  });
});

/** The actors of the last event with this trigger, as "words country". */
function actorsOf(text: string, trigger: string): readonly string[] {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const event = events.findLast((one) => one.trigger.text === trigger);
  return (event?.actor ?? []).map(({ text: words, country }) => `${words} ${country}`);
}

test('does not make a state’s own gunmen another state’s', () => {
  const text =
    'LIMA, June 11 - Peru accused Chile of shelling Tacna. Chile condemned Peru on Monday. The army killed two gunmen near Ayacucho and Tacna.';
  expect(recipientsOf(text, 'killed')).toEqual(['two gunmen PER']);
});

/** Neither state is spoken of twice as often as the other; the happenings are in one of them. */
const SET_IN_GUYANA =
  'GEORGETOWN, June 11 (Reuters) - Guyana said two boats had been fired on near Georgetown.\n\n';

describe('the actor', () => {
  test.each([
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
      `${SET_IN_GUYANA}Venezuela denied it. The foreign ministry demanded an apology.`,
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
