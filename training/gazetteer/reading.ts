import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { blankDoc, withLayers } from '../../src/document/doc.ts';
import type { PlaceMention } from '../../src/document/mention-layers.ts';
import { parseTable } from '../../src/document/table.ts';
import type { Engine } from '../../src/language/engine.ts';
import { createFastEngine } from '../../src/language/fast/engine.ts';
import { createLanguage } from '../../src/language/language.ts';
import { createSentences } from '../../src/language/sentences.ts';
import { createZones } from '../../src/language/zones.ts';
import { openGazetteer } from '../../src/mentions/gazetteer.ts';
import { createPlaces } from '../../src/mentions/places.ts';

const root = new URL('../../', import.meta.url);
const table = (name: string) => parseTable(readFileSync(new URL(`data/places/${name}.tsv`, root), 'utf8'));

/** Makes a reader of places alone: the language layer, then the stage that is measured. */
export function createPlaceReader() {
  const weights = new URL('models/fast/weights.bin', root);
  const engine = existsSync(weights) ? createFastEngine(readFileSync(weights)) : CRUDE;
  const places = createPlaces(
    {
      countries: table('countries'),
      regions: table('regions'),
      abbreviations: table('abbreviations'),
      words: table('words'),
    },
    openGazetteer(readFileSync(new URL('models/gazetteer/places.bin', root))),
  );
  const [zones, sentences, language] = [createZones(), createSentences(), createLanguage(engine)];
  return (id: string, title: string | null, text: string) => {
    const meta = { id, title, outlet: null, publishedAt: null, language: 'en', url: null };
    const blank = blankDoc({ meta, text }, createHash('sha256').update(text).digest('hex'));
    const zoned = withLayers(blank, zones.run(blank));
    const split = withLayers(zoned, sentences.run(zoned));
    const doc = withLayers(split, language.run(split));
    return { doc, places: places.run(doc).places as readonly PlaceMention[] };
  };
}

/** Stands in where there are no weights: capitals are proper nouns, and nothing hangs together. */
const CRUDE: Engine = {
  name: 'fast',
  version: 'crude',
  read: (sentences) =>
    sentences.map((words) => ({
      tags: words.map((word, i) => ({
        upos: /^\p{Lu}/u.test(word) && i > 0 ? ('PROPN' as const) : ('NOUN' as const),
        lemma: word.toLowerCase(),
        features: {},
      })),
      dependencies: words.map((_, i) => ({ head: i - 1, relation: i === 0 ? 'root' : 'dep' })),
      names: [],
    })),
};
