import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankDoc, withLayers } from '../../src/document/doc.ts';
import { createSentences } from '../../src/language/sentences.ts';
import { createZones } from '../../src/language/zones.ts';
import type { NameSentence } from './name-data.ts';

interface Entity {
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly documentId: string;
}

interface SourceDocument {
  readonly _id: string;
  readonly text: string;
}

/** Weapons are learned nowhere else; persons, places and bodies are marked as phrases there, and cut to names here. */
const KINDS: Readonly<Record<string, string>> = {
  Person: 'person',
  Location: 'place',
  Organisation: 'organisation',
  Nationality: 'group',
};

/** One document in five of each folder is kept back. */
const HELD_EVERY = 5;

/** Reads the names of re3d: reports on Syria and Iraq. States that act are marked as bodies there; to us they are places. */
export function readRe3d(data: string): NameSentence[] {
  const root = join(data, 'entities/re3d');
  return readdirSync(root)
    .sort()
    .filter((folder) => existsSync(join(root, folder, 'documents.json')))
    .flatMap((folder) => {
      const documents = readLines<SourceDocument>(join(root, folder, 'documents.json'));
      const entities = readLines<Entity>(join(root, folder, 'entities.json'));
      const places = new Set(entities.filter(({ type }) => type === 'Location').map(({ value }) => value));
      return documents.flatMap((document, i) => {
        const own = entities.filter(({ documentId }) => documentId === document._id);
        const held = i % HELD_EVERY === HELD_EVERY - 1;
        return labelDocument(document.text, own, places).map((sentence) => ({ ...sentence, held }));
      });
    });
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function labelDocument(
  text: string,
  entities: readonly Entity[],
  places: ReadonlySet<string>,
): NameSentence[] {
  const meta = { id: '', title: null, outlet: null, publishedAt: null, language: 'en', url: null };
  const blank = blankDoc({ meta, text }, '');
  const { sentences, tokens } = createSentences().run(withLayers(blank, createZones().run(blank)));
  const labels = tokens.map(() => 'O');
  // The longest first: "Syrian Democratic Forces" holds "Syrian".
  for (const entity of [...entities].sort((a, b) => b.end - b.begin - (a.end - a.begin))) {
    const kind = entity.type === 'Organisation' && places.has(entity.value) ? 'place' : KINDS[entity.type];
    if (kind === undefined) continue;
    const inside = tokens.flatMap(({ start, end }, at) =>
      start >= entity.begin && end <= entity.end ? [at] : [],
    );
    const name = cutToName(
      inside,
      tokens.map((token) => token.text),
    );
    if (name.length === 0 || name.some((at) => labels[at] !== 'O')) continue;
    name.forEach((at, i) => {
      labels[at] = `${i === 0 ? 'B' : 'I'}-${kind}`;
    });
  }
  return sentences.map(({ firstToken, endToken }) => ({
    words: tokens.slice(firstToken, endToken).map((token) => token.text),
    labels: labels.slice(firstToken, endToken),
  }));
}

const INNER = new Set(['of', 'the', 'for', 'and', '-', "'s", '’s', 'al', 'in']);

/** Cuts "the Kurdish YPG" to capitals; a phrase with other words in it ("U.S. service members") is no name. */
function cutToName(inside: readonly number[], words: readonly string[]): number[] {
  const isCapital = (at: number): boolean => /^\p{Lu}/u.test(words[at] ?? '');
  const first = inside.findIndex((at) => isCapital(at) && words[at] !== 'The');
  if (first < 0) return [];
  const name = inside.slice(first);
  if (name.length > 7 || !isCapital(name.at(-1) as number)) return [];
  return name.every((at) => isCapital(at) || INNER.has(words[at] ?? '')) ? name : [];
}
