import { expect, test } from 'vitest';
import { affiliationOf } from './affiliations.ts';

test.each([
  [
    'Ilan Rovic',
    'The post fell at dawn, Ilan Rovic, the group’s spokesman, told a radio station.',
    'the group’s spokesman',
  ],
  [
    'Omar Diallo',
    'The road is ours, said Omar Diallo of the Lake Liberation Front.',
    'the Lake Liberation Front',
  ],
  [
    'Spokeswoman Ana Reis',
    'Defence ministry spokeswoman Ana Reis said that no plane had flown.',
    'Defence ministry spokeswoman',
  ],
  [
    'Ma Tin',
    '“We hid,” said Ma Tin, 34, a bus driver whose leg was burned.',
    'a bus driver whose leg was burned',
  ],
  [
    'Ochoa',
    'Rosa Ochoa, who heads the growers’ union, spoke at noon. Ochoa said that the road was closed.',
    'who heads the growers’ union',
  ],
])('finds what %s is', (name, text, role) => {
  const found = affiliationOf(name, text);
  expect(found?.text).toBe(role);
  expect(text.slice(found!.start, found!.start + role.length)).toBe(role);
});

test.each([
  ['Ilan Rovic', 'Ilan Rovic said so on Monday, and others agreed.'],
  ['Ilan Rovic', 'Nobody of that name is in this text.'],
  ['Ochoa', 'Pedro Lima, who heads the growers’ union, spoke at noon. Ochoa said nothing.'],
  ['', 'An empty name is nobody.'],
])('finds nothing where the text says nothing of “%s”', (name, text) => {
  expect(affiliationOf(name, text)).toBeNull();
});

test('takes no clause that ends before a name for a role', () => {
  const text =
    'Some 40 members of the Hill Guard marched over the pass east of Dorvan and fired on the police.';
  expect(affiliationOf('Dorvan', text)).toBeNull();
});
