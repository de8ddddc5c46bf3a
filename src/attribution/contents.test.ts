import { describe, expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** What is read as somebody's word, as "source | cue | content", in the order of the text. */
function attributionsOf(text: string): readonly string[] {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { attributions } = reader.layers({ meta: { ...meta, publishedAt: '2024-06-12T12:00:00Z' }, text });
  const words = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
  return attributions.map(({ source, cue, content }) =>
    [typeof source === 'string' ? '-' : words(source), cue === null ? '' : words(cue), words(content)].join(
      ' | ',
    ),
  );
}

describe('what is said, and by whom', () => {
  test.each([
    [
      'a speech that holds a thought of its own',
      '“Boats came, and I think the navy sank them,” Captain Idris said.',
      'Captain Idris | said | Boats came, and I think the navy sank them,',
    ],
    [
      'a count, with somebody else in the next sentence',
      'The road is shut, according to a tally of drivers. Mayor Musa Bello sent lorries.',
      'a tally of drivers | according to | The road is shut',
    ],
    [
      'a count by whoever reports it',
      'The daily found that, according to a tally of its own, nine men had died.',
      'a tally of its own | according to | nine men had died',
    ],
    [
      'what a panel concluded',
      'On Friday the mission concluded that the shells came from the north.',
      'the mission | concluded | that the shells came from the north',
    ],
    [
      'what somebody concedes who is something',
      'Sule is a trader but concedes that most of his neighbours fled.',
      'Sule | concedes | that most of his neighbours fled',
    ],
    [
      'two parties who say different things',
      'Traders said the army had shelled the market, while a nurse said rebels had burned it.',
      'Traders | said | the army had shelled the market',
    ],
    [
      'a thing described',
      'Villagers described the shelling of the ford.',
      'Villagers | described | the shelling of the ford',
    ],
    [
      'what a raid is condemned as',
      'The bishop condemned the raid as a massacre.',
      'The bishop | condemned | as a massacre',
    ],
    [
      'who is berated by whom for what',
      'Two guards were berated by the judge for beating a boy.',
      'the judge | berated | for beating a boy',
    ],
    [
      'what somebody calls it, in the passive',
      'The landing was described by Oslo as a drill.',
      'Oslo | described | as a drill',
    ],
    ['what a call is for', 'Ghana renewed its call for a truce on the lake.', 'Ghana | call | for a truce'],
    [
      'who puts out a statement',
      'The navy released a statement saying that rebels had mined the strait.',
      'The navy | saying | that rebels had mined the strait',
    ],
    [
      'two single marks for a double one',
      "''We saw the huts burn,'' a nurse said. ''They came at night.''",
      'a nurse |  | They came at night.',
    ],
    [
      'who goes on behind a quotation that quotes somebody else',
      '“I heard that General Bello had said it was safe,” the mayor said. “The shelling began at noon.”',
      'the mayor |  | The shelling began at noon.',
    ],
    [
      'a name right before a colon',
      'The raid came as no surprise to the analyst Daron Sule: “Rebels always strike at harvest.”',
      'the analyst Daron Sule | : | Rebels always strike at harvest.',
    ],
    [
      'what somebody laughs',
      '“They ran like hens,” a porter laughed.',
      'a porter | laughed | They ran like hens,',
    ],
    [
      'a short clause behind who speaks',
      '“Those were no blanks,” said Amina Sow, a nurse who saw a boy fall, “they were aiming.”',
      'Amina Sow | said | they were aiming.',
    ],
    [
      'who found the evidence',
      'The mission found evidence that soldiers had shot prisoners.',
      'The mission | evidence | that soldiers had shot prisoners',
    ],
    [
      'a report of those who are its matter',
      'Rumours of soldiers at the ford spread.',
      'Rumours of soldiers at the ford | Rumours | of soldiers at the ford',
    ],
    [
      'a speaker in a sentence apart',
      '“Have they fled?” Captain Bello replied.',
      'Captain Bello | replied | Have they fled?',
    ],
    [
      'who says a thing of whom',
      'The man who police say shot the mayor fled.',
      'police | say | who police say shot the mayor',
    ],
    [
      'what is listed',
      'The inquiry listed nine raids by the army.',
      'The inquiry | listed | nine raids by the army',
    ],
    [
      'what is complained of, behind to whom',
      'The ministry complained to Togo about the shelling of a ferry.',
      'The ministry | complained | about the shelling of a ferry',
    ],
    [
      'what is asked for, behind of whom',
      'Kenya appealed to both sides for calm.',
      'Kenya | appealed | for calm',
    ],
    [
      'a charge told in the passive',
      'The junta is accused by rights groups of burning huts.',
      'rights groups | accused | of burning huts',
    ],
    [
      'an aside before a semicolon',
      'The rebels, according to the army, shelled the port; the mayor was away.',
      'the army | according to | The rebels, according to the army, shelled the port',
    ],
    [
      'the first of those who speak together',
      'Doctors at two clinics in the town and aid workers said that soldiers had fled.',
      'Doctors at two clinics in the town and aid workers | said | that soldiers had fled',
    ],
    [
      'what is made clear',
      'The envoy made it clear that Togo had not fired.',
      'The envoy | made it clear | that Togo had not fired',
    ],
    [
      'a participle behind who said the words in marks',
      '“Nobody drove us out,” Colonel Bello said, putting losses at forty.',
      'Colonel Bello | putting | losses',
    ],
    [
      'a speaker with an aside behind his office',
      'Musa Bello, the chief of the guild in Gao, for example, said Sudan had shelled the mill.',
      'Musa Bello | said | Sudan had shelled the mill',
    ],
    [
      'who is prompted to state something',
      'The ruling prompted the mission to state, “We never paid the guards.”',
      'the mission | state | We never paid the guards.',
    ],
    [
      'what a raid is hailed as',
      'The junta hailed the raid as a victory.',
      'The junta | hailed | as a victory',
    ],
  ])('reads %s', (_, text, expected) => {
    expect(attributionsOf(text)).toContain(expected);
  });

  test.each([
    [
      'a letter received for its receiver',
      'The mayor got a letter saying that rebels had mined it.',
      /mayor/u,
    ],
    ['what was done with a report for what it says', 'A report published on Friday was false.', /published/u],
    ['what people show of themselves', 'The rebels showed no sign of leaving the hill.', /rebels/u],
    ['what a ruling means for what it intends', 'The ruling means that the law is dead.', /ruling/u],
    ['the time before what somebody gathers', 'As night fell, the column gathered its strength.', /night/u],
    ['when somebody said it', '“Never,” the consul said when a clerk asked him about the raid.', /when/u],
    ['a talk that is concluded', 'The talks concluded at noon.', /noon/u],
    ['the measures of a door', "The hatch is 6'' by 4''.", /by/u],
    ['a call for a person', 'The call for the mayor came late.', /mayor/u],
    ['how a thing was described', 'The herder described them with tears.', /tears/u],
    ['whom the strike hit beside "as"', 'The union condemned the army.', /army/u],
    [
      'what stands behind the marks for what is in them',
      '“I try to clarify,” the mayor told a convention in Juba.',
      /clarify \|/u,
    ],
    ['a laugh beside a fire', 'As the huts burned, the guards laughed.', /huts/u],
    ['whose messages they are', 'The blunt messages of the rebels worry traders.', /messages \|/u],
    [
      'a mere pronoun for what somebody admits',
      'The list to which the clerk admitted was short.',
      /admitted/u,
    ],
    [
      'those asked for those who ask',
      'Asked which side they feared, most villagers named the army.',
      /Asked/u,
    ],
    ['"clear" for what was made clear', 'It will be hard, as was made clear on Friday.', /clear/u],
    ['a title in marks for speech', 'The film “We Rise” opened in Lome.', /Rise/u],
    [
      'a thing before a colon for a speaker',
      'They sing of the river Volta: “Water of our fathers.”',
      /Volta \|/u,
    ],
    [
      'a sentence behind a question that tells something else',
      '“Have they fled?” Kampala rejects the charge.',
      /Kampala \| rejects \| Have/u,
    ],
    ['those who fled for those who say so', 'A man who fled said rebels shot the mayor.', /mayor \|/u],
    ['how long somebody complained', 'The ministry complained to Togo for days.', /for days/u],
    ['nobody for a speaker', 'Nobody claimed the attack.', /Nobody/u],
    ['no group for a speaker', 'No group said why the bomb went off.', /No group/u],
    ['those between a joined clause and its verb', 'The road was cut and aid workers said so.', /road \|/u],
    ['what is praised for what it is praised as', 'The clerks praised the soup.', /praised/u],
    [
      'whoever is told of behind an inverted verb',
      '“They fled,” says the analyst Oleg Rudenko.',
      /They \| says/u,
    ],
    ['who was berated, by nobody named', 'Two guards were berated for beating a boy.', /beating/u],
  ])('does not take %s', (_, text, wrong) => {
    expect(attributionsOf(text).filter((one) => wrong.test(one))).toEqual([]);
  });

  test('leaves what is still said behind "while" with its speaker', () => {
    expect(attributionsOf('Traders said the army had shelled it while they slept.')).toContain(
      'Traders | said | the army had shelled it while they slept',
    );
  });
});
