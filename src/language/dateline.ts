const DASHES = new Set(['-', '–', '—', '―']);

const MONTHS =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,? \d{1,2}\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u;

/** No dateline is longer than this many characters. */
const DATELINE_LIMIT = 100;

/**
 * Gives where a paragraph's dateline ends with its dash, or 0 when it opens without one:
 * "PEMBA, Mozambique, March 3 (Coast Wire) -", "KHOST, Afghanistan —", "GOMA (Agency):".
 */
export function datelineEnd(paragraph: string): number {
  const limit = Math.min(paragraph.length, DATELINE_LIMIT);
  for (let at = 1; at < limit; at++) {
    const length = dashLength(paragraph, at);
    if (length === 0) continue;
    const opening = paragraph.slice(0, at).trim();
    const rest = paragraph.slice(at + length).trimStart();
    return isDateline(opening, paragraph.charAt(at) === ':', rest) ? at + length : 0;
  }
  return 0;
}

/** Gives the length of the dash or colon at `at`, 0 where there is none that could end a dateline. */
function dashLength(paragraph: string, at: number): number {
  const mark = paragraph.charAt(at);
  if (mark === ':') return /\s/u.test(paragraph.charAt(at + 1)) ? 1 : 0;
  if (!DASHES.has(mark)) return 0;
  const length = paragraph.charAt(at + 1) === '-' ? 2 : 1;
  const spaced = /[\s)]/u.test(paragraph.charAt(at - 1)) && /[\s"“‘']/u.test(paragraph.charAt(at + length));
  return spaced || mark === '—' ? length : 0;
}

function isDateline(opening: string, colon: boolean, rest: string): boolean {
  if (rest === '' || !/^["“‘'(\d]|^\p{Lu}/u.test(rest)) return false;
  if (!onlyNames(opening)) return false;
  const place = opening.split(/[,(]/u)[0]?.trim() ?? '';
  const capitals = /\p{Lu}{3}/u.test(place) && place === place.toUpperCase();
  if (capitals || /\(\p{Lu}[^()]*\)$/u.test(opening)) return true;
  if (colon) return false;
  return MONTHS.test(opening) || isShortPlace(opening, rest);
}

// "Mexico City — The army …": a place of three words at most, and no second dash that would make it an insertion.
function isShortPlace(opening: string, rest: string): boolean {
  const sentence = rest.slice(0, 250).split('. ')[0] ?? '';
  return opening.split(' ').length <= 3 && !/\s[–—-]\s|—/u.test(sentence);
}

const SMALL_WORDS = new Set([
  'of',
  'de',
  'del',
  'la',
  'le',
  'al',
  'el',
  'and',
  'in',
  'the',
  'near',
  'on',
  'da',
  'do',
  'von',
  'am',
  'upon',
]);

/** Tells whether a stretch holds only names, numbers and brackets: no verb, no common noun. */
function onlyNames(opening: string): boolean {
  return opening
    .split(/[\s,()/.]+/u)
    .filter((word) => word !== '')
    .every(
      (word) => /^[\p{Lu}\d]/u.test(word) || SMALL_WORDS.has(word) || /^\p{Ll}{1,2}[-’']\p{Lu}/u.test(word),
    );
}
