/**
 * How the claims of one report bear on each other: which claims a denial denies, what a negation, a rival figure or a rival
 * culprit stands against, what a forecast foretells and an earlier version got wrong.
 */
import { describe, expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

/** The links of a report as "from relation to", by their triggers. */
function linksOf(text: string): readonly string[] {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events, links } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const trigger = new Map(events.map((event) => [event.id, event.trigger.text]));
  return links.map(({ from, to, relation }) => `${trigger.get(from)} ${relation} ${trigger.get(to)}`);
}

describe('a denial', () => {
  test.each([
    [
      'of an accusation denies what the accuser claimed',
      'Riyadh said on Monday that Houthi rebels had fired a missile at Jizan airport. The Houthis denied the accusation.',
      ['denied denies fired'],
    ],
    [
      'that is a judgement denies the claim',
      'Kinshasa said Rwandan soldiers had crossed the border near Bunagana on Friday. Rwanda said this was untrue.',
      ['untrue denies crossed'],
    ],
    [
      'of the accused denies what it is accused of',
      'India accused Pakistan of firing at its post in Poonch. Pakistan denied the charge.',
      ['denied denies firing at'],
    ],
    [
      'of "it" denies what was said last',
      'Rebels said government helicopters had bombed a hospital in Malakal. The army denied it.',
      ['denied denies bombed'],
    ],
    [
      'of a party’s allegations denies all that it has claimed',
      'The army said the rebels had violated the truce and shelled Bentiu. A rebel spokesman contradicted the army’s account, saying that the army had attacked first.',
      ['contradicted denies violated', 'contradicted denies shelled'],
    ],
    [
      'that has been made before answers the allegations of today',
      'Activists said soldiers had raped women in Tabit. Khartoum has repeatedly denied the allegations.',
      ['denied denies raped'],
    ],
    [
      'of involvement denies the deed that is named',
      'The army said rebels had attacked a convoy near Barsalogho. The rebels denied any involvement in the attack.',
      ['denied denies attacked'],
    ],
    [
      'whose words are no event denies what was just said of the denier',
      'Witnesses said police fired on the crowd in Nairobi. A police spokesman denied that officers had fired live rounds.',
      ['denied denies fired on'],
    ],
    [
      'of the clause before it denies what that clause tells',
      'Lusaka said that Harare had paid poachers in 1969, which Harare denied.',
      ['denied denies paid'],
    ],
    [
      'in words of its own denies what was said',
      'New Delhi said that the attaché had bribed a clerk in Mumbai. His embassy likened the charge to a fairy tale.',
      ['likened denies bribed'],
    ],
    [
      'that calls a report propaganda denies it',
      'Nurses said soldiers had shelled the ward in Bria. A colonel called the report propaganda.',
      ['propaganda denies shelled'],
    ],
    [
      'of all that was asserted denies each claim',
      'The guards said that they had seized the ferry and arrested its crew. Both assertions were disputed.',
      ['disputed denies seized', 'disputed denies arrested'],
    ],
    [
      'of a figure denies the count',
      'The rebels said they had taken Bor and killed 40 soldiers. The army called the figure a fantasy.',
      ['fantasy denies killed'],
    ],
    [
      'in words that no table lists is an event with its content',
      'The phone-maker denies evading any tax.',
      ['denies denies evading'],
    ],
    [
      'of reports that name a place denies what was told of it',
      'Rebels captured the town of Sake on Monday, residents said. The army dismissed reports that Sake had fallen.',
      ['dismissed denies captured'],
    ],
    [
      'of reports of something denies what they report',
      'The ministry in Dodoma denied reports of a coup.',
      ['denied denies coup'],
    ],
    [
      'in other words answers the deed of that kind',
      'Six lorries with flour were turned back at an army roadblock, Oxfam said. The army denied obstructing relief.',
      ['denied denies turned back'],
    ],
    [
      'of ill-treatment answers who tells of a beating',
      'Detainees were whipped with belts at the station, the bar association said. Police denied any mistreatment.',
      ['denied denies whipped'],
    ],
    [
      'of a forged document denies what the document tells',
      'A letter says that the ministry will deport 300 Afghans. Ankara dismissed it as a forgery.',
      ['dismissed denies deport'],
    ],
    [
      'by others than the doers denies its own words alone',
      'The Kenyan army blocked the road to Moyale, drivers said. Uganda denied sending any troops.',
      ['denied denies sending'],
    ],
    [
      'of an attack denies the attack rather than what was said last',
      'Villagers said that gunmen had attacked a convoy near Zakho. Drivers said that rebels had burned a bridge. The group disowned the attack.',
      ['disowned denies attacked'],
    ],
    [
      'of a collision denies that one ran into the other',
      'Norwegian rescuers said that a Russian navy ship had rammed their boat. The Russian navy denied any collision.',
      ['denied denies rammed'],
    ],
    [
      'of one quoted word denies what was said last',
      'Bogotá said Venezuelan troops had burned a ranch in Arauca. “Absurd,” was the reply of the minister in Caracas.',
      ['Absurd denies burned'],
    ],
    [
      'of an accusation denies the deed rather than how its doers came',
      'Residents said 14 farmers were executed in Koro on Monday. “They came on foot,” said a widow. The junta rejected the accusation.',
      ['rejected denies executed'],
    ],
    [
      'right behind what was said of the denier answers it in words of its own',
      'Monitors have yet to turn up: Chile has not issued their visas, two diplomats said. The Chilean foreign ministry denied holding them up.',
      ['denied denies issued'],
    ],
    [
      'of a charge over something denies the charge, not that thing’s claims',
      'Bamako said that Algiers was arming the rebels. Algiers rejected the charge over the rebels.',
      ['rejected denies arming'],
    ],
    [
      'stands behind a summons, but scoffs at what was said before it',
      'The minister said that Russia had cut two cables. Oslo has summoned the Russian ambassador. Moscow scoffed.',
      ['scoffed denies cut'],
    ],
  ])('%s', (_, text, links) => {
    expect(linksOf(text)).toEqual(links);
  });

  test.each([
    [
      'what is neither confirmed nor denied',
      'Three officers had been captured, the guerrillas said. The ministry neither confirmed nor denied the report.',
    ],
    [
      'a denial of another kind of deed',
      'The port was shelled on Monday, dockers said. The navy denied any mistreatment.',
    ],
    [
      'a proposal that is waved away',
      'Soldiers had killed four nurses, Paris said. The deputy waved the idea away.',
    ],
    ['a refused request', 'Mogadishu refused the request. The governor rejected the offer of talks.'],
    [
      'a demand that is rejected',
      'Bogotá demanded that the rebels release the hostages. The rebels rejected the demand.',
    ],
    ['no comment', 'Israel said Hezbollah had fired rockets at Kiryat Shmona. Hezbollah did not comment.'],
    ['a grave report', 'The envoy called the report disturbing. Soldiers had shelled the ward, nurses said.'],
    [
      'what is not disputed',
      'The minister said that 20 houses had burned. The owner said that trade was not affected.',
    ],
    [
      'what is told only afterwards',
      'The ministry denied the reports. Soldiers had seized the radio station, witnesses said.',
    ],
  ])('is not read in %s', (_, text) => {
    expect(linksOf(text)).toEqual([]);
  });
});

describe('a negated claim', () => {
  test.each([
    [
      'contradicts whoever told of deaths',
      'The Red Crescent said 12 people had been killed in the strike on Rafah. No civilians were killed, the Israeli army said.',
      'killed contradicts killed',
    ],
    [
      'contradicts the same act told by another',
      'The Houthis said on Friday that they had hit the tanker Marlin. The ship’s owner said no missile had hit the tanker.',
      'hit contradicts hit',
    ],
    [
      'by the accused of its own doing contradicts the accusation in other words',
      'The opposition said that police had abducted its candidate. Police said they had arrested nobody.',
      'arrested contradicts abducted',
    ],
    [
      'of a loss contradicts whoever destroyed just that',
      'The rebels said that they had destroyed a drone over Zalingei. The army said that no drone had been lost.',
      'lost contradicts destroyed',
    ],
    [
      'in words that no table lists contradicts the other side right before it',
      'Kyiv said that the barge had carried shells to Tartus. A shipping line in Izmir said that the barge had never berthed at Tartus.',
      'berthed contradicts carried',
    ],
    [
      'that it never happened contradicts what was said last',
      'Manila said a cutter had rammed a supply boat. "That never happened," a spokesman in Beijing said.',
      'happened contradicts rammed',
    ],
    [
      'of a harm contradicts another’s wounded',
      'Protesters said police had opened fire, wounding five people. "No one was hurt," a police spokesman said.',
      'hurt contradicts wounding',
    ],
    [
      'contradicts a promise that is not kept',
      'Tripoli promised to free the judge. It has not freed her.',
      'freed contradicts free',
    ],
    [
      'is contradicted by what is told after it',
      '"We did not fire a single shot," the general said. Villagers said his troops had fired on them for an hour.',
      'fired on contradicts fire',
    ],
  ])('%s', (_, text, link) => {
    expect(linksOf(text)).toContain(link);
  });

  test('that disowns a deed contradicts whoever lays it at that door', () => {
    const text =
      "The United States says Iran supplied the drones that struck Tower 22. Iran's mission to the United Nations said it had nothing to do with the strike.";
    expect(linksOf(text)).toEqual(['had nothing to do with contradicts struck']);
  });

  test('of a trigger that was not pulled contradicts the shot', () => {
    const told =
      'Lima said that a Bolivian sniper had shot a farmer. No sniper pulled a trigger that day, the Bolivian army said.';
    expect(linksOf(told)).toContain('pulled contradicts shot');
  });

  test('of men of one’s own answers the enemy’s boast', () => {
    const told =
      'A farmer was killed in Battal on Monday. The Kenyan army put the enemy’s losses at nine fighters. Not one of its men had died, the militia said.';
    expect(linksOf(told)).toContain('died contradicts losses');
  });

  test('of another calling, or of one deed, says nothing of the dead elsewhere', () => {
    const told =
      'Two soldiers were killed near Tegh, the ministry said. The mission said that no peacekeeper was hurt.';
    expect(linksOf(told).filter((link) => link.includes('contradicts'))).toEqual([]);
    const joined =
      'Nine villagers were killed in Lae, police said. Two posts were burned. Rain fell. The rebels said that they shelled a school but nobody was hurt.';
    expect(linksOf(joined).filter((link) => link.includes('contradicts'))).toEqual([]);
  });

  test('of taking things is no word on what happened', () => {
    const told =
      'Rebels freed 40 inmates of the prison, nurses said. "Nobody has taken anything," a colonel said.';
    expect(linksOf(told).filter((link) => link.includes('taken contradicts'))).toEqual([]);
  });

  test('of a loss says nothing of other things destroyed', () => {
    const told =
      'The rebels said that they had destroyed a bridge. The army said that no money had been lost.';
    expect(linksOf(told).filter((link) => link.includes('contradicts'))).toEqual([]);
  });

  test('of one way to kill says nothing of those killed in another', () => {
    const told =
      'The opposition said that guards had shot two fishermen dead. "Nobody was beheaded," a spokeswoman said.';
    expect(linksOf(told).filter((link) => link.includes('contradicts'))).toEqual([]);
  });

  test('says nothing of another’s own losses', () => {
    const text = 'The commander said his men had lost four soldiers. The rebels said they had lost no man.';
    expect(linksOf(text).filter((link) => link.includes('contradicts'))).toEqual([]);
  });
});

describe('a rival', () => {
  test.each([
    [
      'toll contradicts the first',
      'The ministry said nine soldiers were killed in the ambush on Thursday. The rebels said they had killed twenty-five soldiers.',
      ['killed contradicts killed'],
    ],
    [
      'count of people that is smaller than a part contradicts it',
      'Local officials said that gunmen killed nine villagers near Mopti on Sunday. The army said three people had died.',
      ['died contradicts killed'],
    ],
    [
      'count of bodies contradicts a toll',
      'Police said that four people were killed in Lae. A nurse said that she had counted eleven bodies.',
      ['bodies contradicts killed'],
    ],
    [
      'count of a crowd contradicts the first',
      'Police said 2,000 people marched in Tbilisi on Saturday. Organisers said 40,000 people marched.',
      ['marched contradicts marched'],
    ],
    [
      'count put in bare numbers contradicts the first',
      'The rebels said they had killed 40 soldiers near Degehabur. The army put its losses at seven.',
      ['losses contradicts killed'],
    ],
    [
      'single death that is admitted contradicts the other side’s count',
      'Yerevan put Azerbaijani losses at eleven. Baku admits a single fatality.',
      ['fatality contradicts losses'],
    ],
    [
      'act that rules the first out contradicts it',
      'The governor said that his troops had withdrawn from Kismayo. Traders said soldiers were patrolling the port.',
      ['patrolling contradicts withdrawn'],
    ],
    [
      'culprit is an alternative',
      'The army said the rebels had shelled the market in Sennar on Monday. The rebels said the army had shelled it.',
      ['shelled alternative-to shelled'],
    ],
    [
      'blamed by the accused is an alternative',
      "Myanmar's military burned down the village of Tha Yaing, residents said. Junta spokesman Zaw Min Tun blamed resistance fighters for the fire.",
      ['blamed alternative-to burned down'],
    ],
    [
      'first shot is an alternative',
      'Thai troops fired first near the temple, Phnom Penh said. Bangkok said Cambodian soldiers had fired first.',
      ['fired alternative-to fired'],
    ],
    [
      'telling with the same figure is the same',
      'Troops killed six protesters in Conakry on Monday, the opposition said. Six protesters were killed in Conakry, a hospital source confirmed.',
      ['killed same-as killed'],
    ],
  ])('%s', (_, text, links) => {
    expect(linksOf(text)).toEqual(links);
  });

  test('is no repeat where it says that the doers killed their own', () => {
    const text =
      'Eight villagers were killed in Tabit on Monday, nurses said. The rebels killed their own villagers in Tabit, the army said.';
    expect(linksOf(text).filter((link) => link.includes('same-as'))).toEqual([]);
  });

  test('is not read where something else than the dead is counted', () => {
    const text =
      'Police said that four villagers were killed in Lae. The parish said that it had counted nine candles.';
    expect(linksOf(text)).toEqual([]);
  });

  test('is not read in a share of those counted before', () => {
    const text =
      'Rebels wounded 40 people in Gao on Monday, officials said. Eight of the wounded died, a doctor said.';
    expect(linksOf(text).filter((link) => link.includes('contradicts'))).toEqual([]);
  });
});

test('a forecast foretells what is told after it', () => {
  const text =
    'Analysts said last week that Sudan’s army would attack Bahri. The army attacked Bahri on Monday.';
  expect(linksOf(text)).toEqual(['attack predicts attacked']);
});

test('what is told now corrects an earlier version', () => {
  const text =
    'Israel killed 14 people in Nabatieh on Monday, the health ministry said. An earlier version of this report said that 24 people had been killed.';
  expect(linksOf(text)).toEqual(['killed corrects killed']);
});
