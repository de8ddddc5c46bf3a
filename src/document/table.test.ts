import { expect, test } from 'vitest';
import { parseTable } from './table.ts';

test('reads rows by column name and leaves out the lines on origin and licence', () => {
  const rows = parseTable('# Origin: invented\n# Licence: CC0\nword\tclass\nsaid\tneutral\n\nclaimed\n');
  expect(rows).toEqual([
    { word: 'said', class: 'neutral' },
    { word: 'claimed', class: '' },
  ]);
});

test('gives no rows for a table of remarks', () => {
  expect(parseTable('# nothing yet\n')).toEqual([]);
});
