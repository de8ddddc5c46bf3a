/** Who does what an event tells where the clause around it, not its own subject, says so; and where that must stay unknown. */
import { describe, expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** Type and actors of the last event with this trigger, as "type words country". */
function doersOf(text: string, trigger: string): readonly string[] {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const event = events.findLast((one) => one.trigger.text === trigger);
  return (event?.actor ?? []).map(({ text: words, country }) => `${event?.type} ${words} ${country}`);
}

describe('the actor', () => {
  test.each([
    [
      'of what a weapon does is whose thing it was fired from',
      'Two missiles fired from an Omani corvette hit a garage in Erbil.',
      'hit',
      ['ASSAULT an Omani corvette OMN'],
    ],
    ['of fire from a place stays open', 'Rockets fired from Gaza hit Sderot.', 'hit', []],
    [
      'of what a weapon does is whose it is told to be',
      'The Serbian rebels fled. Their drones hit a mill.',
      'hit',
      ['ASSAULT Their drones SRB'],
    ],
    [
      'of what a weapon of nobody’s does stays open',
      'The Serbian rebels fled. Drones hit a mill.',
      'hit',
      [],
    ],
    [
      'of what somebody is faulted for is who is faulted',
      'President Emil Noor of Senegal spoke. Ana Ruiz faulted him for closing the embassy in Bamako.',
      'closing',
      ['SANCTION President Emil Noor of Senegal SEN'],
    ],
    [
      'of what a judgement is for is who was sentenced',
      'A Malian driver was given ten years for laying mines.',
      'laying',
      ['MOBILIZE A Malian driver MLI'],
    ],
    [
      'of what somebody is wanted for is who is wanted',
      'The Haitian chief, who is wanted in Canada for the abduction of two nuns, spoke on Friday.',
      'abduction',
      ['ASSAULT The Haitian chief HTI'],
    ],
    [
      'of what somebody is blamed for is not the accuser',
      'A bishop was praised for the release of two nuns.',
      'release',
      [],
    ],
    [
      'of a visit is who is expected',
      'Peru’s foreign minister is expected in Quito on Saturday.',
      'expected',
      ['CONSULT Peru’s foreign minister PER'],
    ],
    [
      'of a ban that is weighed is who weighs it',
      'Kenya is considering a freeze on aid to Kampala.',
      'freeze',
      ['SANCTION Kenya KEN'],
    ],
    [
      'of a truce is who agrees to it',
      'Chad and Sudan agreed to a truce.',
      'truce',
      ['CONCEDE Chad TCD', 'CONCEDE Sudan SDN'],
    ],
    [
      'of a clause behind a day is what was sent that day',
      'Ghana scrambled two jets on Monday, which bombed a depot near Bawku.',
      'bombed',
      ['ASSAULT two jets GHA'],
    ],
    [
      'of a word that is all somebody retorts is who retorts',
      'Chad sent guns to the rebels, Sudan says. Pure invention, scoffed Chad’s foreign minister.',
      'invention',
      ['REJECT Chad’s foreign minister TCD'],
    ],
    [
      'of a retort is who speaks, and nobody is shot at',
      '“Nobody tells us what to do,” Malian Defence Minister Adem Kaya shot back.',
      'shot back',
      ['REJECT Malian Defence Minister Adem Kaya MLI'],
    ],
    [
      'of an answer by fire is who fires',
      'The Malian garrison at Kapan shot back, a beekeeper said.',
      'shot back',
      ['ASSAULT The Malian garrison at Kapan MLI'],
    ],
    [
      'is of the state whose ships have such a name',
      'HMS Dover shelled the battery.',
      'shelled',
      ['ASSAULT HMS Dover GBR'],
    ],
    [
      'keeps its nationality where an engine makes a name of the next one',
      'The Thai army said Cambodian forces shelled a mill. Cambodian Prime Minister Chea Vuthy denied it. His Thai counterpart, Prasit Wong, spoke.',
      'shelled',
      ['ASSAULT Cambodian forces KHM'],
    ],
    [
      'of a death by fire is whose fire it was',
      'A shepherd was killed by Omani fire.',
      'killed',
      ['ASSAULT Omani OMN'],
    ],
    [
      'of a death by fire of nobody’s stays open',
      'A shepherd in Oman was killed by stray fire.',
      'killed',
      [],
    ],
    [
      'of what an attack does is whose attack it was',
      'Omani strikes killed nine people in Sanaa.',
      'killed',
      ['ASSAULT Omani OMN'],
    ],
    [
      'of what somebody answers with is who answers',
      'Peru retaliated with a raid on the port.',
      'raid',
      ['ASSAULT Peru PER'],
    ],
    [
      'of a protest is who protests, and nobody’s accusation',
      'Hundreds of Ghanaian nurses protested against the decree.',
      'protested against',
      ['PROTEST Ghanaian nurses GHA'],
    ],
    [
      'of a note is the ministry, whose protest is no march',
      'The Ghanaian ministry protested against the arrest of its envoy.',
      'protested against',
      ['ACCUSE The Ghanaian ministry GHA'],
    ],
    [
      'of what each of two does is of both',
      'Pakistan and India clashed. The two countries’ commanders spoke by telephone.',
      'spoke',
      ['CONSULT The two countries’ commanders IND', 'CONSULT The two countries’ commanders PAK'],
    ],
    [
      'is not whom the pronoun’s own verb is about',
      'The Taliban shot two men, Human Rights Watch reported. A Taliban spokesman denied it. It urged the Taliban to investigate.',
      'urged',
      ['REQUEST Human Rights Watch NGO'],
    ],
    [
      'is whose tanks were told to be moved',
      'Venezuela has moved tanks to its border with Guyana. Caracas said the tanks were taking part in a drill.',
      'taking part',
      ['COOPERATE the tanks VEN'],
    ],
    [
      'is an association of those whom it speaks for',
      'A Ghanaian herders’ association rejected the charge.',
      'rejected',
      ['REJECT A Ghanaian herders’ association GHA'],
    ],
  ])('%s', (_, text, trigger, doers) => {
    expect(doersOf(text, trigger)).toEqual(doers);
  });
});
