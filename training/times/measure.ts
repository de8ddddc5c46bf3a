/**
 * Measures the times stage on corpora with TIMEX annotations that lie outside the repository.
 *   npx jiti training/times/measure.ts timeml FOLDER | wikiwars FOLDER [--engine WEIGHTS] [--errors]
 * Prints extent F1 (strict, relaxed) and value F1 (relaxed extents whose value agrees), as TempEval-3 counts them.
 */
import { readFileSync } from 'node:fs';
import { blankDoc, type Doc, withLayers } from '../../src/document/doc.ts';
import type { Sentence, Token, Zone } from '../../src/document/language-layers.ts';
import type { TimeMention } from '../../src/document/mention-layers.ts';
import { parseTable } from '../../src/document/table.ts';
import { createFastEngine } from '../../src/language/fast/engine.ts';
import { createLanguage } from '../../src/language/language.ts';
import { createSentences } from '../../src/language/sentences.ts';
import { createZones } from '../../src/language/zones.ts';
import { createTimes } from '../../src/mentions/times.ts';
import { type GoldTime, readTimeml, readWikiwars, type TimedText } from './corpora.ts';

type TimeDoc = Doc<'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies'>;

const [corpus = '', folder = ''] = process.argv.slice(2);
const showErrors = process.argv.includes('--errors');
const texts = corpus === 'wikiwars' ? readWikiwars(folder) : readTimeml(folder);
const table = (path: string) =>
  parseTable(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'));
const stage = createTimes({
  words: table('times/words.tsv'),
  holidays: table('times/holidays.tsv'),
  numbers: table('quantities/numbers.tsv'),
});

const counts = { gold: 0, read: 0, strict: 0, relaxed: 0, value: 0, type: 0, valued: 0 };
const weights = process.argv.includes('--engine')
  ? process.argv[process.argv.indexOf('--engine') + 1]
  : undefined;
const language = weights === undefined ? null : createLanguage(createFastEngine(readFileSync(weights)));
for (const timed of texts)
  measure(timed, stage.run(language === null ? plainDoc(timed) : parsedDoc(timed, language)).times);
const f1 = (hits: number) => ((200 * hits) / (counts.gold + counts.read)).toFixed(1);
const share = (hits: number, of: number) => ((100 * hits) / of).toFixed(1);
console.log(
  `${texts.length} texts, ${counts.gold} times, ${counts.read} read\n` +
    `strict F1 ${f1(counts.strict)}  relaxed F1 ${f1(counts.relaxed)} (P ${share(counts.relaxed, counts.read)} R ${share(counts.relaxed, counts.gold)})\n` +
    `value F1 ${f1(counts.value)}  value of matched ${share(counts.value, counts.valued)}  type of matched ${share(counts.type, counts.relaxed)}`,
);

function measure(timed: TimedText, read: readonly TimeMention[]): void {
  counts.gold += timed.times.length;
  counts.read += read.length;
  const free = new Set(read);
  for (const gold of timed.times) {
    const exact = read.find((time) => free.has(time) && time.start === gold.start && time.end === gold.end);
    const match =
      exact ?? read.find((time) => free.has(time) && time.start < gold.end && gold.start < time.end);
    report(timed, gold, match, exact !== undefined);
    if (match === undefined) continue;
    free.delete(match);
    counts.relaxed++;
    if (exact !== undefined) counts.strict++;
    if (gold.value !== null) counts.valued++;
    if (gold.value !== null && gold.value === match.value) counts.value++;
    if (gold.type === null || gold.type === match.type) counts.type++;
  }
  for (const time of free) if (showErrors) print('SPURIOUS', timed, time, time.value, null);
}

function report(timed: TimedText, gold: GoldTime, match: TimeMention | undefined, exact: boolean): void {
  if (!showErrors) return;
  if (match === undefined) print('MISSED', timed, gold, gold.value, null);
  else {
    if (!exact) print('EXTENT', timed, gold, timed.text.slice(match.start, match.end), null);
    if (gold.value !== null && gold.value !== match.value)
      print('VALUE', timed, gold, gold.value, match.value);
  }
}

function print(
  what: string,
  timed: TimedText,
  { start, end }: { readonly start: number; readonly end: number },
  a: string | null,
  b: string | null,
): void {
  const flat = (from: number, to: number) => timed.text.slice(Math.max(0, from), to).replace(/\s+/g, ' ');
  const around = `${flat(start - 40, start)}[${flat(start, end)}]${flat(end, end + 30)}`;
  console.log([what, flat(start, end), a, b, timed.publishedAt?.slice(0, 10), around].join('\t'));
}

/** The product's own sentences, words, tags and trees. */
function parsedDoc(
  { name, text, publishedAt }: TimedText,
  stage: ReturnType<typeof createLanguage>,
): TimeDoc {
  const report = { id: name, title: null, outlet: null, publishedAt, language: 'en', url: null };
  const blank = blankDoc({ meta: report, text }, name);
  const zoned = withLayers(blank, createZones().run(blank));
  const split = withLayers(zoned, createSentences().run(zoned));
  return withLayers(split, stage.run(split));
}

/** Words, sentences and paragraphs by plain rules, without tags or trees, so that the grammar is measured alone. */
function plainDoc({ name, text, publishedAt }: TimedText): TimeDoc {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const zones: Zone[] = [];
  for (const zone of text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)) {
    zones.push({ kind: 'paragraph', start: zone.index, end: zone.index + zone[0].length });
    let first = tokens.length;
    const close = () => {
      const last = tokens.at(-1);
      if (last === undefined || tokens.length === first) return;
      sentences.push({
        start: tokens[first]?.start ?? 0,
        end: last.end,
        firstToken: first,
        endToken: tokens.length,
      });
      first = tokens.length;
    };
    for (const word of zone[0].matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)) {
      const start = zone.index + word.index;
      tokens.push({ start, end: start + word[0].length, text: word[0], sentence: sentences.length });
      if (
        /[.?!]/.test(word[0]) &&
        /^["”']?\s+["“]?\p{Lu}/u.test(text.slice(start + 1, start + 6)) &&
        !isAbbreviation(text, start)
      )
        close();
    }
    close();
  }
  const report = { id: name, title: null, outlet: null, publishedAt, language: 'en', url: null };
  return { id: name, text, report, layers: { zones, sentences, tokens, tags: [], dependencies: [] } };
}

function isAbbreviation(text: string, at: number): boolean {
  return /\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Corp|Inc|Co|Ltd|vs|No|a\.m|p\.m)$/u.test(
    text.slice(Math.max(0, at - 6), at),
  );
}
