import type { Voice } from './voices.ts';

/** What a sentence about one event rests on: who says so, who denies it, how many accounts began on their own. */
export interface Account {
  readonly says: readonly Voice[];
  readonly denies: readonly Voice[];
  /** Null when that was not worked out. */
  readonly origins: number | null;
}

/**
 * Gives the account in the house's words, ready to paste: who said it, who denied it, and what this collection
 * holds beyond them. Every clause names who says so, "said" stands for every verb of speech, and words of an
 * outlet are never put into the mouth of the party that it paraphrases.
 */
export function attributedSentence({ says, denies, origins }: Account): string {
  const claim = says.find(({ own, by }) => !own && by !== null) ?? says[0];
  const denial = denies.find(({ own }) => !own) ?? denies[0];
  const sentences = [
    claim && quoted(claim, 'said'),
    denial && quoted(denial, claim ? 'denied this' : 'said that this did not happen'),
    support(claim, denial, origins),
    origin(claim ?? denial),
  ];
  return sentences.filter((sentence) => sentence).join(' ');
}

function quoted(voice: Voice, verb: string): string {
  const words = `“${bare(voice.words)}”.`;
  const outlet = voice.outlet ?? 'The report';
  if (voice.own) return `${outlet} reported: ${words}`;
  if (voice.by === null) return `${outlet} reported, naming no source: ${words}`;
  const who = voice.by.charAt(0).toUpperCase() + voice.by.slice(1);
  return voice.direct ? `${who} ${verb}: ${words}` : `${who} ${verb}, in the words of ${outlet}: ${words}`;
}

function support(claim: Voice | undefined, denial: Voice | undefined, origins: number | null): string {
  if (origins !== null && origins > 1) return `${origins} accounts in this collection began independently.`;
  if (claim && denial) return 'No independent source in this collection confirms either account.';
  return claim?.own ? '' : 'No independent source in this collection confirms this account.';
}

function origin(voice: Voice | undefined): string {
  const parts = [voice?.outlet, voice?.publishedAt ? utc(voice.publishedAt) : null].filter((part) => part);
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

// A quotation inside the words becomes a single one, as in print: “He said ‘no’ twice”.
function bare(words: string): string {
  const single = words.replaceAll(/\s+/g, ' ').replaceAll('“', '‘').replaceAll(/[”"]/g, '’');
  let [start, end] = [0, single.length];
  while (start < end && '‘’ '.includes(single.charAt(start))) start++;
  while (end > start && '‘’ ,.;'.includes(single.charAt(end - 1))) end--;
  // "and attacked an outpost" is a clause's beginning in the middle of a sentence.
  return single.slice(start, end).replace(/^(?:and|but) /i, '');
}

// Intl's formatters cost a third of a millisecond each, and a board asks for thousands.
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function utc(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day}, ${date.toISOString().slice(11, 16)} UTC`;
}
