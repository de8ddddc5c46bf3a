import { describe, expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** The sources of the event whose trigger has these words, outermost first. */
function sourcesOf(text: string, trigger: string): string | undefined {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const event = events.find((one) => one.trigger.text === trigger);
  if (event !== undefined) expect(text.slice(event.trigger.start, event.trigger.end)).toBe(trigger);
  return event?.sources.map((source) => (typeof source === 'object' ? source.text : source)).join(' > ');
}

describe('whose word it is, where the trees are right', () => {
  test.each([
    [
      'who made an allegation, named between',
      'An allegation, made by two deputies, that guards beat the students led to a row.',
      'beat',
      'two deputies',
    ],
    ['an aside turned round', 'The rebels, says Khartoum, bombed the refinery.', 'bombed', 'Khartoum'],
    ['plain people in such an aside', 'Gunmen, say villagers, shot the chief.', 'shot', 'villagers'],
    [
      'a clause that says who says it',
      'The navy sank the ferry. That is what survivors say.',
      'sank',
      'survivors',
    ],
    [
      '"so say" in a sentence apart',
      'The navy sank the ferry. So say the survivors.',
      'sank',
      'the survivors',
    ],
    [
      'whose version it is, in a sentence apart',
      'The navy sank the ferry. At least, that is the governor’s version.',
      'sank',
      'the governor',
    ],
    ['who lets it be known', 'Officials let it be known that rebels seized the mine.', 'seized', 'Officials'],
    [
      'the pictures that are said to show a deed',
      'Pictures said to show soldiers shooting prisoners spread online.',
      'shooting',
      'Pictures',
    ],
    ['who owns up to it', 'The unit owned up to shooting two farmers.', 'shooting', 'The unit'],
    ['who blames for it', 'Deputies condemned the police for beating the monks.', 'beating', 'Deputies'],
    [
      'who calls it so',
      'A truce must wait until what the envoy called the siege of Aden is lifted.',
      'siege',
      'the envoy',
    ],
    ['an aside between dashes', 'The army – witnesses say – shot at the crowd.', 'shot at', 'witnesses'],
    ['nobody for all accounts', 'By all accounts, soldiers burned the mosque.', 'burned', 'unnamed'],
    ['what has to be right', 'If reports are right, rebels attacked the dam.', 'attacked', 'reports'],
    [
      'a name before a colon',
      'Amal Haddad, 34, teacher: “Soldiers burned our school.”',
      'burned',
      'Amal Haddad',
    ],
    [
      'who holds somebody responsible',
      'Islamabad holds Kabul responsible for arming the raiders.',
      'arming',
      'Islamabad',
    ],
    [
      'who is cited inside who speaks',
      'The daily, citing two pilots, said that jets bombed the base.',
      'bombed',
      'The daily > two pilots',
    ],
    [
      'whose contention it is',
      'It is the contention of the prosecutors that the guards shot first.',
      'shot',
      'the prosecutors',
    ],
    [
      'who told of it, without a word on what was said',
      'Survivors told of gunmen burning ferries.',
      'burning',
      'Survivors',
    ],
    [
      'nobody for what people stand accused of',
      'Two officers stand accused of torturing prisoners in Kasese.',
      'torturing',
      'unnamed',
    ],
    [
      'nobody for what the accused are said to have done',
      'Rebels accused of shelling a school left the town.',
      'shelling',
      'unnamed',
    ],
    [
      'who accuses in a passive',
      'The commander was accused by two prosecutors of burning three villages.',
      'burning',
      'two prosecutors',
    ],
    ['per', 'Troops seized the customs post on Monday, per the ministry.', 'seized', 'the ministry'],
    [
      'an aside of doubt',
      'Rebels shelled the airfield at Kidal, or so the army says.',
      'shelled',
      'the army',
    ],
    ['whom one hears tell it', 'To hear police tell it, gunmen attacked the depot.', 'attacked', 'police'],
    [
      'who has to be believed',
      'If the mayor is to be believed, rebels attacked the mill.',
      'attacked',
      'the mayor',
    ],
    ['who sees it so', 'The army, as the bishop sees it, attacked the monastery.', 'attacked', 'the bishop'],
    [
      'the way that people tell it',
      'The way the rebels tell it, the army shelled its own post.',
      'shelled',
      'the rebels',
    ],
    [
      'a count that somebody keeps',
      'By the ministry’s count, rebels have attacked nine schools.',
      'attacked',
      'the ministry',
    ],
    [
      'estimates without a mark of owning',
      'By police estimates, gunmen killed thirty people in Jos.',
      'killed',
      'police',
    ],
    [
      'for whom a thing is what it is called',
      'For the opposition, the raid was an assault on the courts.',
      'assault',
      'the opposition',
    ],
    ['whose line it is', 'The army’s line is that rebels shelled the market.', 'shelled', 'The army'],
    [
      'whose position it is, named behind it',
      'The position of the embassy is that rebels shelled the market.',
      'shelled',
      'the embassy',
    ],
    [
      'nobody for word that spreads',
      'Word emerged that soldiers had attacked the abbey.',
      'attacked',
      'unnamed',
    ],
    [
      'whoever would have it so',
      'The junta would have it that jets bombed the barracks.',
      'bombed',
      'The junta',
    ],
    ['nobody for what rumour has', 'Rumour has it that police arrested the editor.', 'arrested', 'unnamed'],
    [
      'who lays a thing to its cause',
      'The ministry attributed the fire to an attack by rebels.',
      'attack',
      'The ministry',
    ],
    [
      'a quotation that is a reply',
      '“We never attacked the school,” was the reply of the ministry.',
      'attacked',
      'the ministry',
    ],
    [
      'an answer that comes from a capital',
      '“Our men attacked nobody,” came the answer from Juba.',
      'attacked',
      'Juba',
    ],
    ['a headline’s first words', 'Ministry: Rebels shelled bakery in Bamako', 'shelled', 'Ministry'],
    ['a headline’s last words', 'Rebels bombed pipeline near Arauca – army', 'bombed', 'army'],
    [
      'who announced a telling',
      'The driver told the court what he saw. Soldiers attacked the bus.',
      'attacked',
      'The driver',
    ],
    [
      'who gave an account',
      'The envoy gave his version of events. Troops shelled the mill.',
      'shelled',
      'The envoy',
    ],
  ])('takes %s', (_, text, trigger, expected) => {
    expect(sourcesOf(text, trigger)).toBe(expected);
  });

  test.each([
    ['what is no matter of what people say', 'The navy sank the ferry. That is what survivors want.', 'sank'],
    ['what is not so', 'The navy sank the ferry. That is not the governor’s version.', 'sank'],
    ['what is blamed', 'Deputies condemned the shelling of the school.', 'shelling'],
    ['who is let in', 'The nurse admitted two boys to the clinic after rebels attacked it.', 'attacked'],
    ['the paragraph before', 'The navy sank the ferry.\n\nThat is what survivors say.', 'sank'],
    ['who is right', 'If the army is right to attack, rebels bombed the dam for nothing.', 'bombed'],
    ['a crew who said to go', 'The pilot said to leave. Rebels attacked the base.', 'attacked'],
    ['a heading before a colon', 'In the port of Aden, two things: rebels burned the mill.', 'burned'],
    ['a number that comes per day', 'The army killed two rebels per day near Bria.', 'killed'],
    ['for whom people do a thing', 'For the army, volunteers seized the bridge at Bouca.', 'seized'],
    ['how a thing is seen by nobody', 'As it happens, rebels shelled the port.', 'shelled'],
    ['a count of other things', 'Rebels attacked the school on the third count.', 'attacked'],
    ['a line of other things', 'The line of tanks that rebels attacked was long.', 'attacked'],
    ['what is laid to rest', 'The officer put the gun down and rebels attacked the post.', 'attacked'],
    [
      'what is traced and found',
      'The blast that rebels caused was traced, and police arrested a man.',
      'arrested',
    ],
    ['a place before a headline’s colon', 'Kenya: Police arrested two students in Kisumu', 'arrested'],
    ['a full sentence with a colon', 'The minister: a man whom rebels attacked.', 'attacked'],
    [
      'the next paragraph behind an account',
      'The envoy gave his version of events.\n\nTroops shelled the mill.',
      'shelled',
    ],
    [
      'what follows a telling that tells it',
      'The driver told the court what he thought of his friends in the other village and of their cars. Soldiers attacked the bus.',
      'attacked',
    ],
    [
      'what people are briefed on',
      'Troops shelled the mill while envoys were briefed on the army’s assessment.',
      'shelled',
    ],
    ['a verb joined behind a comma', 'Rebels left the fort, attacked Chad, and fled.', 'attacked'],
  ])('leaves %s to the outlet', (_, text, trigger) => {
    expect(sourcesOf(text, trigger)).toBe('outlet');
  });
});
