import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankDoc, type Doc, withLayers } from '../../src/document/doc.ts';
import type { PlaceMention } from '../../src/document/mention-layers.ts';
import { parseTable } from '../../src/document/table.ts';
import { createFastEngine } from '../../src/language/fast/engine.ts';
import { createLanguage } from '../../src/language/language.ts';
import { createSentences } from '../../src/language/sentences.ts';
import { createZones } from '../../src/language/zones.ts';
import { openGazetteer } from '../../src/mentions/gazetteer.ts';
import { createPlaces } from '../../src/mentions/places.ts';

type LanguageDoc = Doc<'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'names'>;

const root = new URL('../../', import.meta.url);
const table = (name: string) => parseTable(readFileSync(new URL(`data/${name}.tsv`, root), 'utf8'));

/**
 * Makes a reader of places alone: the language layer, then the stage that is measured. Documents that the language
 * layer has read are kept in `cache`, a folder to empty when the engine changes; null keeps none.
 */
export function createPlaceReader(cache: string | null) {
  const places = createPlaces(
    {
      countries: table('places/countries'),
      regions: table('places/regions'),
      abbreviations: table('places/abbreviations'),
      words: table('places/words'),
      armedGroups: table('actors/armed-groups'),
    },
    openGazetteer(readFileSync(new URL('models/gazetteer/places.bin', root))),
  );
  const parse = createParser();
  if (cache !== null) mkdirSync(cache, { recursive: true });
  return (id: string, title: string | null, text: string) => {
    const path = cache === null ? '' : join(cache, `${id}.json`);
    const isKept = path !== '' && existsSync(path);
    const doc = isKept ? (JSON.parse(readFileSync(path, 'utf8')) as LanguageDoc) : parse(id, title, text);
    if (path !== '' && !isKept) writeFileSync(path, JSON.stringify(doc));
    return { doc, places: places.run(doc).places as readonly PlaceMention[] };
  };
}

function createParser() {
  const engine = createFastEngine(readFileSync(new URL('models/fast/weights.bin', root)));
  const [zones, sentences, language] = [createZones(), createSentences(), createLanguage(engine)];
  return (id: string, title: string | null, text: string): LanguageDoc => {
    const meta = { id, title, outlet: null, publishedAt: null, language: 'en', url: null };
    const blank = blankDoc({ meta, text }, createHash('sha256').update(text).digest('hex'));
    const zoned = withLayers(blank, zones.run(blank));
    const split = withLayers(zoned, sentences.run(zoned));
    return withLayers(split, language.run(split));
  };
}
