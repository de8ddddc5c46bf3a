/**
 * Measures toponym resolution end to end:
 *   npx jiti training/gazetteer/measure.ts FOLDER [--errors] [--only NAME] [--cache FOLDER]
 * FOLDER holds lgl.xml (Lieberman 2010) and GeoVirus.xml (Gritta 2018). A toponym is found where a mention shares
 * characters with it; one mention finds each toponym that it covers. Recall counts toponyms with coordinates that
 * were resolved within 161 km; accuracy counts those among the found ones.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaceMention } from '../../src/document/mention-layers.ts';
import { distanceKm } from '../../src/mentions/place-geometry.ts';
import { createPlaceReader } from './reading.ts';

interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

interface Article {
  readonly text: string;
  readonly toponyms: readonly Toponym[];
}

const folder = process.argv[2] ?? '.';
const showErrors = process.argv.includes('--errors');
const option = (name: string) => process.argv[process.argv.indexOf(name) + 1];
const only = process.argv.includes('--only') ? option('--only') : undefined;
const read = createPlaceReader(process.argv.includes('--cache') ? (option('--cache') ?? null) : null);
for (const [name, file, parse] of [
  ['LGL', 'lgl.xml', parseLgl],
  ['GeoVirus', 'GeoVirus.xml', parseGeoVirus],
] as const) {
  if (only === undefined || only === name) measure(name, parse(readFileSync(join(folder, file), 'utf8')));
}

function measure(name: string, articles: readonly Article[]): void {
  const sums = {
    gold: 0,
    got: 0,
    hit: 0,
    hitGot: 0,
    near: 0,
    located: 0,
    hitLocated: 0,
    placed: 0,
    exact: 0,
    generic: 0,
  };
  const started = performance.now();
  const missed = new Map<string, number>();
  const spurious = new Map<string, number>();
  const wrong = new Map<string, number>();
  const bump = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  articles.forEach(({ text, toponyms }, i) => {
    const { places } = read(`${name}-${i}`, null, text);
    const rated = places.filter((place) => place.why.rule !== 'places/antecedent');
    sums.generic += places.length - rated.length;
    const used = new Set<PlaceMention>();
    sums.gold += toponyms.length;
    sums.got += rated.length;
    for (const toponym of toponyms) {
      const found = rated.find((place) => place.start < toponym.end && toponym.start < place.end);
      if (toponym.lat !== null) sums.located++;
      if (found === undefined) {
        bump(missed, toponym.phrase);
        continue;
      }
      used.add(found);
      sums.hit++;
      if (toponym.lat !== null) sums.hitLocated++;
      if (text.slice(found.start, found.end).replace(/^the /iu, '') === toponym.phrase) sums.exact++;
      const km = distanceOf(found, toponym);
      if (km !== null) sums.placed++;
      if (km !== null && km <= 161) sums.near++;
      else if (toponym.lat !== null) {
        const at =
          found.lat === null
            ? 'nowhere'
            : `${found.lat.toFixed(1)},${found.lon?.toFixed(1)} ${found.country}`;
        bump(
          wrong,
          `${text.slice(found.start, found.end)} -> ${at}, gold ${toponym.lat},${toponym.lon} (${found.why.rule})`,
        );
      }
    }
    sums.hitGot += used.size;
    for (const place of rated)
      if (!used.has(place))
        bump(
          spurious,
          `${text.slice(Math.max(0, place.start - 15), place.start)}[${text.slice(place.start, place.end)}]${text.slice(place.end, place.end + 12)}`.replace(
            /\n/g,
            ' ',
          ),
        );
  });
  const precision = sums.hitGot / sums.got;
  const recall = sums.hit / sums.gold;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  console.log(name, {
    articles: articles.length,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    precision: round(precision),
    recall: round(recall),
    f1: round((2 * precision * recall) / (precision + recall)),
    exactShare: round(sums.exact / sums.hit),
    recallAt161: round(sums.near / sums.located),
    accuracyOfPlaced: round(sums.near / sums.placed),
    accuracyAt161: round(sums.near / sums.hitLocated),
    genericsLeftOut: sums.generic,
  });
  if (!showErrors) return;
  for (const [title, map] of [
    ['missed', missed],
    ['spurious', spurious],
    ['wrong', wrong],
  ] as const) {
    console.log(`-- ${title}`);
    for (const [key, count] of [...map].sort(([, a], [, b]) => b - a).slice(0, 120)) console.log(count, key);
  }
}

function distanceOf(place: PlaceMention, { lat, lon }: Toponym): number | null {
  if (place.lat === null || place.lon === null || lat === null || lon === null) return null;
  return distanceKm({ lat: place.lat, lon: place.lon }, { lat, lon });
}

function parseLgl(xml: string): readonly Article[] {
  return all(xml, 'article').map((article) => ({
    text: unescaped(
      (/<text>([\s\S]*?)<\/text>/u.exec(article)?.[1] ?? '').replace(/^<!\[CDATA\[|\]\]>$/gu, ''),
    ),
    toponyms: all(article, 'toponym').map((toponym) => toponymOf(toponym, 'phrase')),
  }));
}

function parseGeoVirus(xml: string): readonly Article[] {
  return all(xml, 'article').map((article) => ({
    text: unescaped(/<text>([\s\S]*?)<\/text>/u.exec(article)?.[1] ?? ''),
    toponyms: all(article, 'location')
      .map((location) => toponymOf(location, 'name'))
      .filter(({ phrase }) => phrase !== ''),
  }));
}

function toponymOf(xml: string, nameTag: string): Toponym {
  const number = (tag: string) => {
    const value = one(xml, tag);
    return value === '' ? null : Number(value);
  };
  return {
    start: Number(one(xml, 'start')),
    end: Number(one(xml, 'end')),
    phrase: unescaped(one(xml, nameTag)),
    lat: number('lat'),
    lon: number('lon'),
  };
}

function all(xml: string, tag: string): readonly string[] {
  return xml
    .split(new RegExp(`<${tag}(?: [^>]*)?>`, 'u'))
    .slice(1)
    .map((part) => part.slice(0, Math.max(0, part.indexOf(`</${tag}>`))));
}

function one(xml: string, tag: string): string {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`, 'u').exec(xml)?.[1] ?? '';
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
