import { GainsayError } from '../errors.ts';
import { englishShare, latinShare } from './english.ts';

/** What a language detector answers: ISO 639-1 codes with scores from 0 to 1. */
export interface LanguageGuess {
  readonly language: string;
  readonly reliable: boolean;
  readonly scores: Readonly<Record<string, number>>;
}

/** Guesses the language of a text. */
export type LanguageDetector = (text: string) => LanguageGuess;

/**
 * English news has a share of 0.2 to 0.3; sentences on the same matter in sixteen other languages stayed under 0.04
 * (both measured with the words of `english.ts`).
 */
const SURELY_ENGLISH = 0.12;
/** So few common words, in so many words that are not names, is no English, even where the detector does not know the language. */
const HARDLY_ENGLISH = 0.04;
const MANY_WORDS = 12;
/** Under so many words only the script can speak against English: "Die Bundeswehr" and "Al-Shabaab Mogadishu" cannot be told. */
const FEWEST_WORDS = 5;
/** How far another language must lead English: "BREAKING: Blast in Kabul" looks Tagalog by 0.03. */
const CLEAR_LEAD = 0.12;

/**
 * Lets English texts pass. The detector, which takes half a second to load, is asked only where the commonest English
 * words are too few to tell. Texts too short to judge pass: refusing a headline wrongly is worse than reading nothing in it.
 * @throws GainsayError `language-unsupported` that names the language in English.
 */
export async function requireEnglish(
  text: string,
  path: string,
  loadDetector: () => Promise<LanguageDetector> = loadEld,
): Promise<void> {
  const { share, words } = englishShare(text);
  const latin = latinShare(text);
  if (latin > 0.5 && (words < FEWEST_WORDS || share >= SURELY_ENGLISH)) return;
  const guess = (await loadDetector())(text.slice(0, 20_000));
  if (latin > 0.5 && !clearlyForeign(guess, text)) return;
  throw new GainsayError('language-unsupported', { path, language: languageName(guess, latin) });
}

function clearlyForeign({ language, reliable, scores }: LanguageGuess, text: string): boolean {
  // "Zelensky Putin Macron Scholz Donetsk Luhansk": names alone are no language.
  const lowerCaseWords = text.slice(0, 4_000).match(/(?<![\p{L}\p{M}’'-])\p{Ll}[\p{L}\p{M}]*/gu)?.length ?? 0;
  if (lowerCaseWords >= MANY_WORDS && englishShare(text).share < HARDLY_ENGLISH) return true;
  const leads = (scores[language] ?? 0) - (scores['en'] ?? 0) >= CLEAR_LEAD;
  return language !== 'en' && reliable && lowerCaseWords >= 2 && leads;
}

function languageName({ language, reliable }: LanguageGuess, latin: number): string {
  // Made here and not once for all: it takes 80 ms, which only a refusal should cost.
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const name = reliable && language !== '' && language !== 'en' ? names.of(language) : undefined;
  return name ?? (latin > 0.5 ? 'a language that could not be told' : 'a script other than Latin');
}

async function loadEld(): Promise<LanguageDetector> {
  const { eld } = await import('eld/small');
  return (text) => {
    const result = eld.detect(text);
    return { language: result.language, reliable: result.isReliable(), scores: result.getScores() };
  };
}
