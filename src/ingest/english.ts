/**
 * The commonest words of English. In news they are about four words of ten; in texts of other languages, names and
 * quotations in English included, fewer than one of ten.
 */
const COMMON_WORDS = new Set(
  `the of to and a in that is for on with was at by as it be from are has have had an its were not said his he they
their which this who will been but or after would more than about into over she her also could when there
says did against between during no we i you our out up what had it’s`.split(/\s+/u),
);

/** Share of common English words, 0 to 1, and the number of words looked at. Linear in the text up to its first 4,000 characters. */
export function englishShare(text: string): { readonly share: number; readonly words: number } {
  const words =
    text
      .slice(0, 4_000)
      .toLowerCase()
      .match(/[\p{L}\p{M}’']+/gu) ?? [];
  const common = words.filter((word) => COMMON_WORDS.has(word)).length;
  return { share: words.length === 0 ? 0 : common / words.length, words: words.length };
}

/** Share of the letters that are Latin, 0 to 1; 1 for a text without letters. */
export function latinShare(text: string): number {
  const sample = text.slice(0, 4_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 1 : (sample.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters;
}
