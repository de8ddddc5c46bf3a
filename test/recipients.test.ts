/** Whom an act befalls or addresses where only the telling around it says, and whose they are. */
import { describe, expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const accurate = await loadReader({ engine: 'accurate' });

/** The parties of the last event with this trigger, as "words country". */
function partiesOf(text: string, trigger: string, name: 'actor' | 'recipient'): readonly string[] {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = accurate.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const parties = events.findLast((one) => one.trigger.text === trigger)?.[name] ?? [];
  for (const { start, end, text: words } of parties) expect(text.slice(start, end)).toBe(words);
  return parties.map(({ text: words, country }) => `${words} ${country}`);
}

/** Two states at odds. */
const AT_ODDS = 'Ghana shelled Togo. Togo accused Ghana of murder. ';

describe('the recipient', () => {
  test.each([
    [
      'of a capture is a building whose noun is also an act',
      'Soldiers retook two cell blocks in Quito on Monday.',
      'retook',
      ['two cell blocks ECU'],
    ],
    [
      'of a shot is the drone that it brings down',
      'Kenyan guns downed a drone on Monday.',
      'downed',
      ['a drone null'],
    ],
    ['of a bombing is not the bombs', 'Kenyan guns dropped two bombs on Monday.', 'dropped', []],
    [
      'of a charge is the state that “it” stands for',
      'Chad has long been a friend of Sudan. Niamey has now charged it with spying.',
      'charged',
      ['Chad TCD'],
    ],
    [
      'of an act that no table lists is not a thing',
      'The men dragged a chain across the harbour of Lomé on Monday.',
      'dragged',
      [],
    ],
    ['of a count is not its number', 'A clinic in Accra counted eleven dead on Monday.', 'dead', []],
    [
      'of a blast is the number of its dead',
      'The blast left eleven dead in Accra on Monday.',
      'dead',
      ['eleven GHA'],
    ],
    [
      'of losses is whose they are said to be',
      'The minister put Togolese losses at 12.',
      'losses',
      ['Togolese TGO'],
    ],
    ['of losses is nobody where that is not said', 'The rebels put losses at 12.', 'losses', []],
    [
      'of losses that a side admits is that side',
      'Ghana admits to nine casualties.',
      'casualties',
      ['Ghana GHA'],
    ],
    [
      'of deaths that police admit is not the police',
      'Police in Accra admit to nineteen deaths.',
      'deaths',
      [],
    ],
    [
      'of a release is what “it” was done to before',
      'Togo impounded a Greek freighter in May, then released it.',
      'released',
      ['a Greek freighter GRC'],
    ],
    [
      'of an opening is not the crossing that was shut',
      'Togo closed the Kodjoviakope crossing in May, then reopened it to aid.',
      'reopened',
      [],
    ],
    [
      'of another state’s taking a town is that town',
      'Somalia fears that Ethiopia could seize Kismayo.',
      'seize',
      ['Kismayo SOM'],
    ],
    ['of a state’s taking its own town is nobody', 'Somali troops seized Kismayo on Monday.', 'seized', []],
    [
      'of a denied deed is the one who told of it',
      'Quito said that Peruvian guards had kept its envoys away. Lima denied obstructing anyone.',
      'denied',
      ['Quito ECU'],
    ],
    [
      'of a warning is who would face what it threatens',
      'The ministry in Accra warned that editors who print such lies will face trial.',
      'warned',
      ['editors GHA'],
    ],
    [
      'of breaking up a rally is the rally',
      'Police broke up a rally in Nairobi on Monday.',
      'broke up',
      ['a rally KEN'],
    ],
    [
      'of relief is not the town that it reached',
      'The convoy that never reached Adigrat carried grain.',
      'reached',
      [],
    ],
    [
      'of a wish is not the thing that is to be shut out',
      'Lithuania wants uninsured tankers shut out of the gulf.',
      'wants',
      [],
    ],
    [
      'of a wish is those who are to be gone',
      'They want the police gone, said a man in Pristina.',
      'want',
      ['the police XKX'],
    ],
    [
      'of help is who gets it and not what is given',
      'Norway has lent six helicopters to Ghana.',
      'lent',
      ['Ghana GHA'],
    ],
    ['of a charge against nobody is not anyone', 'Ghana has not indicted anyone.', 'indicted', []],
    [
      'of a refusal is who could end it',
      'The army of Sudan refuses to negotiate before the RSF quits the cities.',
      'refuses',
      ['the RSF SDN'],
    ],
    [
      'of a spurned idea is whose it was',
      'Oslo proposed a joint inquiry, an idea that Minsk spurned.',
      'spurned',
      ['Oslo NOR'],
    ],
    ['of an idea that nobody put forward is nobody', 'It was an idea that Minsk spurned.', 'spurned', []],
    [
      'of a trade ban is whose goods are banned',
      'Imports of Peruvian grapes would be suspended from May, Chile said.',
      'suspended',
      ['Peruvian PER'],
    ],
    [
      'of a demand is not the inquiry that is demanded',
      'Opposition parties in Guinea demanded an independent inquiry.',
      'demanded',
      [],
    ],
    ['of a deed denied out of the blue is nobody', 'Peru denied obstructing anyone.', 'denied', []],
  ])('%s', (_, text, trigger, recipients) => {
    expect(partiesOf(text, trigger, 'recipient')).toEqual(recipients);
  });
});

describe('of two states at odds, the recipient', () => {
  test.each([
    [
      'that is both of somebody is one of each',
      'Norway’s minister phoned both generals.',
      'phoned',
      ['both generals GHA', 'both generals TGO'],
    ],
    [
      'that is a neighbour is the other',
      'Ghana accused its neighbour of laying mines.',
      'accused',
      ['its neighbour TGO'],
    ],
    [
      'that is somebody’s counterpart is of the state that its words say',
      'Norway’s minister phoned her Kenyan counterpart.',
      'phoned',
      ['her Kenyan counterpart KEN'],
    ],
    [
      'of a threat to “you” is the other',
      '“You will regret it,” said Togo’s defence minister.',
      'regret it',
      ['You GHA'],
    ],
    [
      'of a bombing on the other’s ground is the other’s people',
      'Ghanaian jets bombed two hamlets near Sokodé in Togo on Monday, killing nine people.',
      'killing',
      ['nine people TGO'],
    ],
  ])('%s', (_, text, trigger, recipients) => {
    expect(partiesOf(AT_ODDS + text, trigger, 'recipient')).toEqual(recipients);
  });

  test('of a rebel attack is not the other state’s', () => {
    const text =
      'Rwanda accused Congo. Congo condemned Rwanda. M23 rebels ambushed a lorry near Goma on Monday.';
    expect(partiesOf(text, 'ambushed', 'recipient')).toEqual(['a lorry COD']);
  });
});

test('both generals are nobody’s where no two states are at odds', () => {
  expect(partiesOf('Norway’s minister phoned both generals.', 'phoned', 'recipient')).toEqual([
    'both generals null',
  ]);
});

describe('the actor', () => {
  test('of a threat is who says that another will pay for it', () => {
    const text = '“Togo will pay dearly for this,” Ghana’s defence minister said on Monday.';
    expect(partiesOf(text, 'pay dearly', 'actor')).toEqual(['Ghana’s defence minister GHA']);
    expect(partiesOf(text, 'pay dearly', 'recipient')).toEqual(['Togo TGO']);
  });

  test('of a payment is who pays', () => {
    expect(partiesOf('Ghana will pay the nurses on Monday.', 'pay', 'actor')).toEqual(['Ghana GHA']);
  });

  test('that a state calls its neighbour is the other of two at odds', () => {
    const text = `${AT_ODDS}Ghana accused its neighbour of laying mines.`;
    expect(partiesOf(text, 'laying', 'actor')).toEqual(['its neighbour TGO']);
  });
});

describe('the recipient told near by', () => {
  test.each([
    [
      'of accusations that two trade is each of them',
      'Kenya and Somalia traded accusations.',
      'traded',
      ['Kenya KEN', 'Somalia SOM'],
    ],
    [
      'of a threat is not whom its condition would befall',
      'Ghana’s president warned of “consequences” if Togolese drivers were fined.',
      'warned',
      [],
    ],
    [
      'of a threat is who can avert it',
      'Ghana’s president warned of war if Togolese troops advanced.',
      'warned',
      ['Togolese troops TGO'],
    ],
    [
      'of a bomb is not where soldiers sat',
      'Rebels planted a bomb because soldiers were on board.',
      'planted',
      [],
    ],
    [
      'of a judgement on an act in another word is who did it',
      'Oman’s navy detained twelve Yemeni divers. A Houthi spokesman described the arrests as piracy.',
      'piracy',
      ['Oman’s navy OMN'],
    ],
    [
      'of a weapon that is shot down is the weapon, of whose it is',
      'Pakistan shot down an Indian surveillance drone.',
      'shot down',
      ['an Indian surveillance drone IND'],
    ],
    [
      'of rockets that are fired is not the rockets',
      'Rebels fired four Russian rockets at dawn.',
      'fired',
      [],
    ],
    ['of a visit is not whom somebody sends', 'Oman sent a delegation to the talks.', 'sent', []],
    [
      'of people’s being moved is they',
      'Greece flew 140 Syrian diplomats to Athens on Monday.',
      'flew',
      ['140 Syrian diplomats SYR'],
    ],
    [
      'is what an army calls by another name',
      'Two Turkish jets bombed what the army called a Kurdish arms depot.',
      'bombed',
      ['a Kurdish arms depot TUR'],
    ],
    [
      'of being driven out after an attack is the attacker',
      'Georgian troops stormed the port on Monday, only to be driven out by nightfall, a sailor said.',
      'driven',
      ['Georgian troops GEO'],
    ],
    [
      'of a complaint is who does what is complained of',
      'Rabat complained that Spain had grounded its drones.',
      'complained',
      ['Spain ESP'],
    ],
    [
      'of a complaint of one’s own lot is nobody',
      'Ghana complained that its own ministers had been insulted.',
      'complained',
      [],
    ],
    [
      'of a visit that is awaited is whose capital it is',
      'Kenya’s foreign minister is expected in Kampala on Saturday.',
      'expected',
      ['Kampala UGA'],
    ],
    [
      'of an arrest that another state complains of is that state’s people',
      'Ghana’s army said that Togo was holding two of its soldiers.',
      'holding',
      ['its soldiers GHA'],
    ],
    [
      'of an arrest of one’s own stays one’s own',
      'Ghana said that Togo had arrested its own generals.',
      'arrested',
      ['its own generals TGO'],
    ],
    [
      'of a charge is not who means to bring it',
      'The pilots fled. Prosecutors mean to charge them by Christmas.',
      'charge',
      ['The pilots null'],
    ],
    ['of a clause that says what was said is nobody', 'What the minister said was a lie.', 'lie', []],
  ])('%s', (_, text, trigger, recipients) => {
    expect(partiesOf(text, trigger, 'recipient')).toEqual(recipients);
  });
});
