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
import { unescaped } from '../xml.ts';
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

/** Counts over all articles of a set; the lists say which words went wrong how often. */
interface Tally {
  gold: number;
  got: number;
  hit: number;
  hitGot: number;
  near: number;
  located: number;
  hitLocated: number;
  placed: number;
  exact: number;
  readonly missed: Map<string, number>;
  readonly spurious: Map<string, number>;
  readonly wrong: Map<string, number>;
}

function measure(name: string, articles: readonly Article[]): void {
  const counts = {
    gold: 0,
    got: 0,
    hit: 0,
    hitGot: 0,
    near: 0,
    located: 0,
    hitLocated: 0,
    placed: 0,
    exact: 0,
  };
  const tally: Tally = { ...counts, missed: new Map(), spurious: new Map(), wrong: new Map() };
  const started = performance.now();
  articles.forEach((article, i) => {
    const { places } = read(`${name}-${i}`, null, article.text);
    // The sets mark names only, so phrases such as "the area" are left out.
    rate(
      tally,
      article,
      places.filter((place) => place.why.rule !== 'places/antecedent'),
    );
  });
  console.log(name, {
    articles: articles.length,
    ...scoresOf(tally),
    ms: Math.round(performance.now() - started),
  });
  if (!showErrors) return;
  for (const title of ['missed', 'spurious', 'wrong'] as const) {
    console.log(`-- ${title}`);
    const worst = [...tally[title]].sort(([, a], [, b]) => b - a).slice(0, 120);
    for (const [key, count] of worst) console.log(count, key);
  }
}

function scoresOf(tally: Tally) {
  const precision = tally.hitGot / tally.got;
  const recall = tally.hit / tally.gold;
  const scores = {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    exactShare: tally.exact / tally.hit,
    recallAt161: tally.near / tally.located,
    accuracyAt161: tally.near / tally.hitLocated,
    accuracyOfPlaced: tally.near / tally.placed,
  };
  return Object.fromEntries(
    Object.entries(scores).map(([key, value]) => [key, Math.round(value * 1000) / 1000]),
  );
}

function rate(tally: Tally, { text, toponyms }: Article, places: readonly PlaceMention[]): void {
  const used = new Set<PlaceMention>();
  tally.gold += toponyms.length;
  tally.got += places.length;
  for (const toponym of toponyms) {
    const found = places.find((place) => place.start < toponym.end && toponym.start < place.end);
    if (toponym.lat !== null) tally.located++;
    if (found === undefined) bump(tally.missed, toponym.phrase);
    else {
      used.add(found);
      ratePlace(tally, text, toponym, found);
    }
  }
  tally.hitGot += used.size;
  for (const { start, end } of places.filter((place) => !used.has(place))) {
    bump(
      tally.spurious,
      `${text.slice(Math.max(0, start - 15), start)}[${text.slice(start, end)}]${text.slice(end, end + 12)}`,
    );
  }
}

function ratePlace(tally: Tally, text: string, toponym: Toponym, found: PlaceMention): void {
  const words = text.slice(found.start, found.end);
  tally.hit++;
  if (words.replace(/^the /iu, '') === toponym.phrase) tally.exact++;
  if (toponym.lat === null) return;
  tally.hitLocated++;
  const km = distanceOf(found, toponym);
  if (km !== null) tally.placed++;
  if (km !== null && km <= 161) tally.near++;
  else
    bump(
      tally.wrong,
      `${words} -> ${found.lat},${found.lon} ${found.country}, gold ${toponym.lat},${toponym.lon} (${found.why.rule})`,
    );
}

function bump(map: Map<string, number>, key: string): void {
  const line = key.replace(/\n/gu, ' ');
  map.set(line, (map.get(line) ?? 0) + 1);
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
