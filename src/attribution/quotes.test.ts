import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations } from './quotes.ts';

const quoted = (text: string): readonly string[] =>
  findQuotations(text).map(({ start, end }) => text.slice(start, end));

describe('findQuotations', () => {
  test.each([
    ['curly marks', 'He said: “We fired first.” Then he left.', ['We fired first.']],
    ['straight marks', '"We left," she said. "They stayed."', ['We left,', 'They stayed.']],
    ['single marks', 'She called it ‘a wall of noise’ twice.', ['a wall of noise']],
    ['two single marks', "''We left,'' she said. ''They stayed.''", ['We left,', 'They stayed.']],
    ['marks of two kinds', '"We left,” she said. “They stayed."', ['We left,', 'They stayed.']],
    ['guillemets', '« Rien », dit-il.', [' Rien ']],
    ['a scare quote', 'Some forty “volunteers” crossed.', ['volunteers']],
  ])('finds %s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test.each([
    ['a possessive', 'The men’s camp near Agadez’s wells burned.'],
    ['feet and inches', "A crate of 4'' by 6'' fell."],
    ['inches', 'A shell of 5" struck the wall.'],
    ['a mark that nobody closes', 'He said “we fired first and went home.'],
  ])('leaves %s alone', (_, text) => {
    expect(quoted(text)).toEqual([]);
  });

  test('goes on over paragraphs that open with a mark again', () => {
    const text = '“We held the pass.\n\n“Then they came.”';
    expect(findQuotations(text).map(({ closed }) => closed)).toEqual([false, true]);
    expect(quoted(text)).toEqual(['We held the pass.', 'Then they came.']);
  });

  test('gives spans inside any text, sorted, not overlapping', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('“', '”', '"', '‘', '’', '\n\n', ' a', 'ü', '👩‍🚒', ' '))
          .map((parts) => parts.join('')),
        (text) => {
          let end = 0;
          for (const quotation of findQuotations(text)) {
            expect(quotation.start).toBeGreaterThanOrEqual(end);
            expect(quotation.end).toBeGreaterThanOrEqual(quotation.start);
            expect(quotation.end).toBeLessThanOrEqual(text.length);
            end = quotation.end;
          }
        },
      ),
    );
  });
});
