import { createHash } from 'node:crypto';
import { createAttributions } from '../attribution/attributions.ts';
import { assembleReading } from '../claims/assemble.ts';
import { createClaims } from '../claims/claims.ts';
import { createDisputes } from '../claims/disputes.ts';
import { blankDoc } from '../document/doc.ts';
import type { Report } from '../document/report.ts';
import type { Row } from '../document/table.ts';
import { createEvents } from '../events/events.ts';
import type { Engine } from '../language/engine.ts';
import { createLanguage } from '../language/language.ts';
import { createSentences } from '../language/sentences.ts';
import { compileVerbLemmas } from '../language/verb-lemmas.ts';
import { createZones } from '../language/zones.ts';
import { createActors } from '../mentions/actors.ts';
import { createChains } from '../mentions/chains.ts';
import { createEvidence } from '../mentions/evidence.ts';
import { createPlaces } from '../mentions/places.ts';
import { createQuantities } from '../mentions/quantities.ts';
import { createTimes } from '../mentions/times.ts';
import { openEngine } from './engines.ts';
import { layersOut } from './layers-out.ts';
import { startPipeline } from './pipeline.ts';
import type { Reader } from './reader-type.ts';
import { loadResources, type Resources } from './resources.ts';

/** Which engine reads the language layer; null takes the accurate one, or the fast one where that cannot be loaded. */
export interface ReaderOptions {
  readonly engine: Engine['name'] | null;
  /** A user's own lines of actors, which stand for whatever the tables say of the same words; none without it. */
  readonly actors?: readonly Row[];
}

/**
 * Loads the models and tables and gives a reader; a few hundred milliseconds. Where the fast engine had to stand in, the
 * reader tells what is lacking.
 * @throws GainsayError `engine-missing` when the engine asked for cannot be loaded.
 */
export async function loadReader({ engine, actors = [] }: ReaderOptions): Promise<Reader> {
  const [opened, resources] = await Promise.all([openEngine(engine), loadResources(actors)]);
  return { ...createReader(opened.engine, resources), lacks: opened.lacks };
}

/** Gives the reader over an engine. */
function createReader(engine: Engine, tables: Resources): Reader {
  const reading = createReadingPipeline(engine, tables);
  const stages = reading.stages.map((stage) => `${stage.name}@${stage.version}`).join(' ');
  const own = tables.actors.own ?? [];
  // A reading tells that it rests on somebody's own table, and on which.
  const version =
    own.length === 0 ? stages : `${stages} own-actors@${sha256(JSON.stringify(own)).slice(0, 12)}`;
  const read = (report: Report) => reading.run(blankDoc(report, sha256(report.text)));
  return {
    engine: { name: engine.name, version: engine.version },
    read: (report) =>
      assembleReading(read(report), { name: engine.name, version: engine.version, reader: version }),
    layers: (report) => layersOut(read(report)),
  };
}

/** Gives the order of the reading, from the text to the claims. */
export function createReadingPipeline(engine: Engine, tables: Resources) {
  const verbs = compileVerbLemmas(tables.irregularVerbs, [
    tables.events.triggers,
    tables.events.lightVerbs,
    tables.cues,
  ]);
  return (
    startPipeline()
      .add(createZones())
      .add(createSentences())
      .add(createLanguage(engine, tables.nameWords, verbs))
      // Before the actors: where a report is set tells whose its bare "army" is.
      .add(createPlaces(tables.places, tables.gazetteer))
      .add(createActors(tables.actors))
      .add(createChains())
      .add(createTimes(tables.times))
      .add(createQuantities(tables.quantities))
      .add(createEvidence(tables.evidence))
      // Before the events: what stands outside a claim must not date what is inside.
      .add(createAttributions(tables.cues))
      .add(createEvents(tables.events))
      .add(createClaims(tables.claims))
      .add(createDisputes(tables.claims))
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
