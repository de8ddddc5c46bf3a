/**
 * Measures places against gold readings: npx jiti training/gazetteer/measure-gold.ts GOLD_FOLDER [--errors]
 * An event's place counts as found where some mention of the report shares half of the shorter one's words with it,
 * and as right where one such mention has its country.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createPlaceReader } from './reading.ts';

interface GoldReport {
  readonly report: { readonly title: string | null; readonly text: string };
  readonly events: readonly {
    readonly anchor: string;
    readonly place: { readonly text: string; readonly country: string | null } | null;
  }[];
}

const STOP = new Set('the a an of in on at to for and its his her their s by from with'.split(' '));
const showErrors = process.argv.includes('--errors');
const read = createPlaceReader(process.argv[4] ?? null);
const sums = { reports: 0, mentions: 0, events: 0, found: 0, country: 0, located: 0 };
for (const path of filesUnder(process.argv[2] ?? '.')) {
  const gold = JSON.parse(readFileSync(path, 'utf8')) as GoldReport;
  const { places } = read(basename(path, '.json'), gold.report.title, gold.report.text);
  sums.reports++;
  sums.mentions += places.length;
  const wanted = new Map<string, { text: string; country: string | null; count: number }>();
  for (const { place } of gold.events) {
    if (place === null) continue;
    const key = `${place.text}|${place.country}`;
    wanted.set(key, { ...place, count: (wanted.get(key)?.count ?? 0) + 1 });
  }
  for (const { text, country, count } of wanted.values()) {
    const alike = places.filter((place) => areAlike(text, gold.report.text.slice(place.start, place.end)));
    const right = alike.filter((place) => place.country === country);
    sums.events += count;
    if (alike.length > 0) sums.found += count;
    if (right.length > 0) sums.country += count;
    if (right.some((place) => place.lat !== null)) sums.located += count;
    if (!showErrors || right.length > 0) continue;
    const got = alike.map(
      (place) => `${gold.report.text.slice(place.start, place.end)} ${place.country} ${place.why.rule}`,
    );
    console.log(
      `${basename(path)}: ${text} ${country} x${count} <- ${[...new Set(got)].join('; ') || 'nothing'}`,
    );
  }
}
console.log(sums);

function filesUnder(path: string): readonly string[] {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesUnder(join(path, name)));
  return /\.json$/u.test(path) && !/(?:story|pairs)\.json$/u.test(path) ? [path] : [];
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  return new Set(words.filter((word) => word !== '' && !STOP.has(word)));
}

function areAlike(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared > 0 && shared / Math.min(x.size, y.size) >= 0.5;
}
