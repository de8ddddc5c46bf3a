import { beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../src/claims/reading.ts';
import { openFastReading } from './fast-reading.ts';

/** Whose word each event is, through the whole reading: every finder of attributions with a sentence that fires it and one that must not. */
let read: (text: string) => Reading;
beforeAll(async () => {
  read = await openFastReading();
});

/** The innermost source of the event whose trigger has these words. */
function sourceOf(text: string, trigger: string): string | undefined {
  const source = read(text)
    .events.find((event) => event.trigger.text === trigger)
    ?.sources.at(-1);
  return typeof source === 'object' ? source.text : source;
}

describe('whose word it is', () => {
  test.each([
    [
      'a clause behind its verb',
      'The army said that rebels had shelled the port of Aden.',
      'shelled',
      'The army',
    ],
    [
      'a clause before its verb',
      'Rebels shelled the port of Aden on Monday, the army said.',
      'shelled',
      'The army'.toLowerCase(),
    ],
    [
      'a name with an apposition',
      'Gunmen attacked a bus near Quetta, Adil Baloch, a spokesman for the police, told reporters.',
      'attacked',
      'Adil Baloch',
    ],
    [
      'a speaker who goes on behind a semicolon',
      'Three shells hit the school, the mayor said; gunmen attacked the ferry.',
      'attacked',
      'the mayor',
    ],
    [
      'somebody else behind a semicolon',
      'Three shells hit the school, the mayor said; police said gunmen attacked the ferry.',
      'attacked',
      'police',
    ],
    [
      'a participle behind a comma',
      'Kenya closed the crossing, fearing an attack by gunmen.',
      'attack',
      'Kenya',
    ],
    ['a pronoun between commas', 'The gunmen, she said, attacked a bus near Quetta.', 'attacked', 'she'],
    [
      'a verb before its speaker',
      '“Soldiers burned our village,” said Amina Diallo.',
      'burned',
      'Amina Diallo',
    ],
    [
      'according to',
      'Police arrested nine students in Minsk, according to their lawyer.',
      'arrested',
      'their lawyer',
    ],
    [
      'according to behind a conjunction',
      'Soldiers closed the road at Bouca and, according to villagers, shelled two hamlets.',
      'closed',
      'outlet',
    ],
    [
      'the words of somebody who names a deed',
      'Mali closed the border with Niger, “a grave step”, in the words of Foreign Minister Musa Keita.',
      'closed',
      'outlet',
    ],
    [
      'an aside without a verb before the accusation',
      'Chad, for its part, accused Sudan of shelling Adré.',
      'shelling',
      'Chad',
    ],
    [
      'a colon behind what is said',
      'The mission spoke of one thing: gunmen had burned the granary at Kutum.',
      'burned',
      'The mission',
    ],
    [
      'an opening according to',
      'According to two diplomats, Ankara has suspended the talks.',
      'suspended',
      'two diplomats',
    ],
    [
      'a chief who speaks on a bare day',
      'Rebels shelled the port of Aden, police chief Omar Nasser said Monday.',
      'shelled',
      'police chief Omar Nasser',
    ],
    [
      'a noun that its clause only describes',
      'Fears that haunt the town grew; rebels shelled the port.',
      'shelled',
      'outlet',
    ],
    ['hearsay', 'Troops reportedly entered the town of Kidal.', 'entered', 'unnamed'],
    ['a passive that names nobody', 'The general is believed to have fled the capital.', 'fled', 'unnamed'],
    ['a denial of a deed', 'Kigali denied shelling the camp.', 'shelling', 'Kigali'],
    [
      'an infinitive that is claimed',
      'The rebels claimed to have captured the airport.',
      'captured',
      'The rebels',
    ],
    ['an accusation', 'Juba accused Khartoum of bombing the oilfield.', 'bombing', 'Juba'],
    [
      'speech that goes on',
      '“We held the bridge,” Colonel Ilunga said. “They shelled us all night.”',
      'shelled',
      'Colonel Ilunga',
    ],
    ['an impersonal aside', 'The bridge, it is believed, was shelled by rebels.', 'shelled', 'unnamed'],
    [
      'what people are sure of',
      'Officials are confident that rebels shelled the port.',
      'shelled',
      'Officials',
    ],
    [
      'an as-clause before',
      'As the governor noted, troops have crossed the border.',
      'crossed',
      'the governor',
    ],
    [
      'an as-clause behind',
      'Rebels shelled the port, as the governor confirmed on Monday.',
      'shelled',
      'the governor',
    ],
    ['somebody’s view', 'In the union’s view, the army shelled the port.', 'shelled', 'the union'],
    [
      'fears that somebody voices',
      'The rebels voiced fears that the army would shell the camp.',
      'shell',
      'The rebels',
    ],
    [
      'a that-clause under a verb of no table',
      'Propagandists howl that the army shelled the village.',
      'shelled',
      'Propagandists',
    ],
    [
      'the name beside a description that speaks twice',
      'Its spokesman, Captain Aisha Ndiaye, rejected the claim and said that rebels had shelled the houses.',
      'shelled',
      'Captain Aisha Ndiaye',
    ],
    [
      'a speaker who goes on between commas',
      'The gunmen, he went on, had shelled the port.',
      'shelled',
      'he',
    ],
    [
      'nobody for claims that are rejected',
      'The ministry rejected claims that its soldiers had shelled the camp.',
      'shelled',
      'unnamed',
    ],
    [
      'the reports that are dismissed',
      'Kigali dismissed reports that its troops had crossed the border.',
      'crossed',
      'reports',
    ],
    [
      'who tells of the evidence',
      'Two envoys say that radar tracks show that jets bombed the base.',
      'bombed',
      'Two envoys',
    ],
    [
      'a condition before an aside',
      'If rebels attack the dam, he argued, the army will shell the town.',
      'attack',
      'he',
    ],
    [
      'documents, not who saw them',
      'According to leaked cables seen by the paper, the army shelled the hospital.',
      'shelled',
      'leaked cables',
    ],
    ['what is described', 'Witnesses described how soldiers attacked the crowd.', 'attacked', 'Witnesses'],
    [
      'an evidence that things suggest',
      'Satellite images suggest that troops crossed the border.',
      'crossed',
      'Satellite images',
    ],
    [
      'who says, not who weighs',
      'Nepal is considering whether to close the crossing, two officials said.',
      'close',
      'two officials',
    ],
    [
      'what stands before a colon apart',
      'The driver said rebels had shelled the port: the army was attacked, according to its chief.',
      'shelled',
      'The driver',
    ],
    [
      'who spoke last for a pronoun that would speak of itself',
      '“Lies from first to last,” the ministry retorted. The army never attacked the camp, it stressed.',
      'attacked',
      'the ministry',
    ],
    [
      'who stands before a colon for the pronoun behind it',
      'The envoy went further: the ferry, he said, was attacked by rebels.',
      'attacked',
      'The envoy',
    ],
    [
      'who puts the dead at a number',
      'The guerrillas put the army’s dead at eight.',
      'dead',
      'The guerrillas',
    ],
    [
      'the subject of the sentence behind a describing clause',
      'Police have charged Omar Ruiz, who escaped in 2019, and expect to arrest him.',
      'arrest',
      'Police',
    ],
    [
      'who speaks in an aside, not the subject around it',
      'Rebels, the envoy claimed, had attacked the port.',
      'attacked',
      'the envoy',
    ],
    [
      'who is quoted',
      'Rebels were quoted by local media as saying that troops had attacked the airport.',
      'attacked',
      'Rebels',
    ],
    [
      'nobody for a claim that could not be verified',
      'The agency could not verify the claim that troops crossed the border.',
      'crossed',
      'unnamed',
    ],
    [
      'what somebody wants of others',
      'The bishop wants the army to withdraw from the town.',
      'withdraw',
      'The bishop',
    ],
    [
      'who puts a thing to the second half of a sentence',
      'Markets fell, and according to two bankers, rebels shelled the port.',
      'shelled',
      'two bankers',
    ],
    [
      'the subject for a participle behind a comma',
      'The envoy spoke to reporters in Goma, Congo, saying rebels had shelled the port.',
      'shelled',
      'The envoy',
    ],
    [
      'a speaker behind the verb of an aside',
      'If rebels attack the port, reckons a diplomat, the army will withdraw.',
      'attack',
      'a diplomat',
    ],
    [
      'the denier for any claim at all',
      'Lusaka denied any claim that it was arming rebels.',
      'arming',
      'Lusaka',
    ],
  ])('takes %s', (_, text, trigger, expected) => {
    expect(sourceOf(text, trigger)).toBe(expected);
  });

  test.each([
    ['the outlet’s own sentence', 'Rebels shelled the port of Aden on Monday.', 'shelled'],
    ['a verb that only sounds like saying', 'Rebels began to shell the port of Aden on Monday.', 'shell'],
    [
      'what stands behind a semicolon',
      'Washington said it would stand by its ally; rebels shelled the port of Aden.',
      'shelled',
    ],
    ['the act of accusing', 'Juba accused Khartoum of bombing the oilfield.', 'accused'],
    ['what somebody brings about', 'The army ensured that rebels left the town.', 'left'],
    ['what befalls a country', 'Chad saw its convoys attacked.', 'attacked'],
    [
      'a sentence behind one who says nothing',
      'Abu Dhabi did not respond; rebels shelled the port.',
      'shelled',
    ],
    [
      'the answer to a claim set beside it',
      'The minister said that troops had left, a claim which rebels contest.',
      'contest',
    ],
    [
      'what follows a word for the unwelcome',
      'The army declared the envoy persona non grata, closed the border.',
      'closed',
    ],
    ['those who are feared dead', 'Two men are feared dead after the raid.', 'dead'],
    [
      'a refusal joined to a warning',
      'The army warned that ships would be attacked, and rejected a ceasefire.',
      'rejected',
    ],
    ['what somebody plans to do', 'The army plans to attack the town.', 'attack'],
    ['what people capture', 'Rebels captured the governor near Kidal.', 'captured'],
  ])('leaves %s to the outlet', (_, text, trigger) => {
    expect(sourceOf(text, trigger)).toBe('outlet');
  });
});

test('hears what is so instead behind a denial and a colon, and leaves denied what may be the charge', () => {
  const polarities = (text: string) =>
    read(text)
      .events.filter((event) => event.trigger.text === 'shelled')
      .map((event) => event.polarity);
  expect(polarities('The colonel denied the charge: no soldier had shelled the market.')).toEqual([
    'negative',
  ]);
  expect(polarities('The colonel denied the charge: his men had shelled the market.')).toEqual(['negative']);
});
