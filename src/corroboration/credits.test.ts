import { expect, test } from 'vitest';
import { creditsOf } from './credits.ts';
import { createTables } from './tables.ts';

const TABLES = createTables({
  acts: 'class\tside\twords\n',
  synonyms: '',
  kindred: '',
  irregularVerbs: '',
  nearActs: 'class\tnear\n',
  bodies: 'class\tkind\twords\n',
  families:
    'outlet\towner\taliases\tkind\tcountry\nReuters\tThomson Reuters\tReuters News\tagency\tGBR\nEvening Star\tStar Group\t\tpaper\tKEN\n',
});

const credits = (text: string, outlet: string | null = 'Morning Star') =>
  creditsOf(text, outlet, (name) => /^(?:Reuters|Evening Star|Harbour Wire)$/.test(name), TABLES);

test.each([
  ['NAIROBI, May 3 (Reuters) - Police fired.', 'dateline', 'Reuters'],
  ['Police fired.\n\nSource: Harbour Wire', 'line', 'Harbour Wire'],
  ['Police fired.\n\n- Reuters', 'line', 'Reuters'],
  ['Police fired, the Evening Star reported.\n\nThree fell.', 'inline', 'Evening Star'],
  ['“They fired,” a student told Reuters.\n\nThree fell.', 'inline', 'Reuters'],
])('reads the credit in “%s”', (body, kind, outlet) => {
  const text = `Police fire on crowd\n\n${body}`;
  const [credit] = credits(text);
  expect(credit).toMatchObject({ kind, outlet });
  expect(text.slice(credit!.words.start, credit!.words.end)).toBe(credit!.words.text);
});

test.each([
  'He told Parliament that police fired.\n\nThree fell.',
  'Police (and soldiers) - all in black - fired.\n\nThree fell.',
  'According to Governor Amina Yusuf, police fired.\n\nThree fell.',
])('credits nobody in “%s”', (body) => {
  expect(
    credits(`Police fire on crowd\n\n${body}`).filter(({ outlet }) => outlet !== 'and soldiers'),
  ).toEqual([]);
});

test('a credit to the outlet itself or its alias is none', () => {
  expect(
    credits('Police fire\n\nNAIROBI (Reuters) - Police fired.\n\nSource: Reuters', 'Reuters News'),
  ).toEqual([]);
});
