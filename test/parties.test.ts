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
      'of a blast is the car that it went off under',
      'A bomb went off under a Ghanaian car on Monday.',
      'went off',
      ['a Ghanaian car GHA'],
    ],
    [
      'of a fire is what burns',
      'On Friday six Ghanaian barns went up in flames near the market.',
      'went up in flames',
      ['six Ghanaian barns GHA'],
    ],
    [
      'of lost lives is whose they were',
      'Two Ghanaian guards lost their lives on Monday.',
      'lost their lives',
      ['Two Ghanaian guards GHA'],
    ],
    ['of a fire that people set is not they', 'The Ghanaian rebels burned on Monday.', 'burned', []],
    ['of an arrest of nobody is nobody', 'Nobody was arrested in Nairobi on Monday.', 'arrested', []],
    ['of a raid is not a count of lives', 'The raid in Togo cost more than ten lives.', 'cost', []],
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
      'of a promise to sell is who would buy',
      'Norway promised to sell radars to Ghana.',
      'promised',
      ['Ghana GHA'],
    ],
    ['of a promise to hold a vote is nobody', 'Norway promised to hold a vote.', 'promised', []],
    [
      'of a plea that is ignored is who ignores it',
      'Gabon executed four men on Monday, ignoring a plea by Norway.',
      'plea',
      ['Gabon GAB'],
    ],
    [
      'of a flight into somebody’s airspace is whose it is',
      'A Russian drone has violated Romanian airspace, Bucharest said.',
      'violated Romanian airspace',
      ['Romanian airspace ROU'],
    ],
    [
      'of a summons of “the ambassador” is of whom there is something to complain of',
      'Libyan guards fired on two Tunisian trawlers. Tunis summoned the ambassador.',
      'summoned',
      ['the ambassador LBY'],
    ],
    [
      'of a deed’s being called a crime is who did the deed',
      'Gabon seized a Greek tanker on Friday. Athens told reporters that the seizure was piracy.',
      'piracy',
      ['Gabon GAB'],
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
      'Rebels shelled the Kenyan embassy in what a cleric called revenge.',
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
      'Rebels said soldiers had burned a village. The army called the story a lie.',
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
      'of a thrown-out objection is whose it was',
      'The court threw out Lima’s objection on Monday.',
      'threw out',
      ['Lima PER'],
    ],
    [
      'of a freeze of assets is who holds them',
      'Sweden seized the assets of two Serbian firms on Monday.',
      'seized',
      ['two Serbian firms SRB'],
    ],
    [
      'of shadowing is who is trailed',
      'A Russian corvette shadowed a Norwegian patrol boat on Monday.',
      'shadowed',
      ['a Norwegian patrol boat NOR'],
    ],
    [
      'of a gun’s being trained is at whom it points',
      'A Turkish frigate trained its guns on a Greek cutter on Monday.',
      'trained',
      ['a Greek cutter GRC'],
    ],
    [
      'of disarming is who loses the arms',
      'France urged Beirut to finish disarming Hezbollah.',
      'disarming',
      ['Hezbollah LBN'],
    ],
    [
      'is what stands behind “what … had hit was”',
      'Kenya fired on the village, and what its gunners had hit was a Somali wedding.',
      'hit',
      ['a Somali wedding SOM'],
    ],
    [
      'of an order to act is whoever is told to',
      'The officer ordered the boarders to back off.',
      'ordered',
      ['the boarders null'],
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
    ['is not the town that was taken', 'The rebels took Sake on Monday.', 'took'],
    ['of a state’s own escort is nobody', 'Norway escorted its own tanker on Monday.', 'escorted'],
    ['of training recruits is not the range', 'Russia trained recruits on the range.', 'trained'],
    ['of aid that a state cuts off is not itself', 'Brazil cut off its aid on Monday.', 'cut off'],
    ['of a state’s own people’s being flown is nobody', 'Greece flew two officers to Crete.', 'flew'],
    ['of an order for a thing is nobody', 'The officer ordered the cable to be cut.', 'ordered'],
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

test('does not make a state’s own gunmen another state’s', () => {
  const text =
    'LIMA, June 11 - Peru accused Chile of shelling Tacna. Chile condemned Peru on Monday. The army killed two gunmen near Ayacucho and Tacna.';
  expect(recipientsOf(text, 'killed')).toEqual(['two gunmen PER']);
});
