import { expect, test } from 'vitest';
import { foldName } from './gazetteer-fold.ts';

test.each([
  ['Donets’k', 'donetsk'],
  ['Varnița', 'varnita'],
  ['Al-Fashir', 'al fashir'],
  ['Łódź', 'lodz'],
  ['St. Petersburg', 'saint petersburg'],
  ['U.S.', 'us'],
  ['Київ', 'киів'],
  ['Cox’s  Bazar', 'coxs bazar'],
])('makes one key of the spellings of %s', (name, key) => {
  expect(foldName(name)).toBe(key);
});

test('gives no key for marks alone', () => {
  expect(foldName(' – ')).toBe('');
});

test('keeps “St” inside a name as it is', () => {
  expect(foldName('Bury St Edmunds')).toBe('bury st edmunds');
});
