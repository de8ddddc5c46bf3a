import { describe, expect, test } from 'vitest';
import { splitTokens } from './tokens.ts';

function words(text: string): string[] {
  return splitTokens(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

describe('splitTokens', () => {
  test.each([
    ["They don't deny it.", "They do n't deny it ."],
    ['We can’t and cannot stay.', 'We ca n’t and can not stay .'],
    ['the Kremlin’s men', 'the Kremlin ’s men'],
    ["the teachers' union", "the teachers ' union"],
    ["Sana'a, N'Djamena and O'Brien", "Sana'a , N'Djamena and O'Brien"],
    ['in the U.S. at 5 a.m. on Jan. 3', 'in the U.S. at 5 a.m. on Jan. 3'],
    ['Gen. J. Okello said no.', 'Gen. J. Okello said no .'],
    ['Article No. 5 applies', 'Article No. 5 applies'],
    ['long-range anti-tank missiles', 'long - range anti-tank missiles'],
    ['T-72 and Su-25, call 713-853', 'T-72 and Su-25 , call 713-853'],
    ['about 3,000 troops, 40% of them', 'about 3,000 troops , 40 % of them'],
    ['$5.2 million (€4m)', '$ 5.2 million ( € 4m )'],
    ['“Leave!” he said—twice…', '“ Leave ! ” he said — twice …'],
    ['Wait... what?!', 'Wait ... what ?!'],
    ['troops and/or police on 9/11', 'troops and / or police on 9/11'],
    ['see https://example.org/a-b, now', 'see https://example.org/a-b , now'],
    ['shots fired.The army left', 'shots fired . The army left'],
    ['Goma,Bukavu', 'Goma , Bukavu'],
    ['«Так», сказал он', '« Так » , сказал он'],
    ['one\u00a0soldier\u200bfell', 'one soldier fell'],
  ])('splits %s', (text, expected) => {
    expect(words(text)).toEqual(expected.split(' '));
  });

  test('covers every character that is no white space, in order', () => {
    const text = 'He said: "No—never!" (twice) -- at 7:30 p.m.... 😀';
    const spans = splitTokens(text, { start: 0, end: text.length });
    expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/\s/gu, ''));
    for (let i = 1; i < spans.length; i++) expect(spans[i]!.start).toBeGreaterThanOrEqual(spans[i - 1]!.end);
  });

  test('takes long runs in linear time', () => {
    // Were it quadratic, half a million marks would outlast any test.
    for (const run of ['.', '"', "'", '-', 'a-', '((', 'x.', '!?', 'a'] as const) {
      const text = run.repeat(500_000);
      expect(splitTokens(text, { start: 0, end: text.length }).at(-1)?.end).toBe(text.length);
    }
  });
});
