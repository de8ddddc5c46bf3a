/** Letters that Unicode does not take apart into a base letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ə: 'a',
  ǝ: 'a',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'n',
};

/** Short forms that open a name: "St. Petersburg" and "Saint Petersburg" are one key. */
const OPENINGS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' };

/**
 * Gives the key under which the gazetteer and the tables of places keep a name: lower case, without diacritics,
 * apostrophes and dots, with single blanks for hyphens and white space. "Debaltseve", "Donets'k" and "Al-Fashir"
 * become "debaltseve", "donetsk" and "al fashir". The empty string stands for a name without letters.
 */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\p{M}.'’‘ʼʻ`´ʹʿʾ"“”]/gu, '')
    .toLowerCase()
    .replace(/[łøđðħıəǝßæœþŋ]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const blank = plain.indexOf(' ');
  const opening = blank > 0 ? OPENINGS[plain.slice(0, blank)] : undefined;
  return opening === undefined ? plain : opening + plain.slice(blank);
}
