import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ClaimRows } from '../claims/claims.ts';
import type { DisputeRows } from '../claims/disputes.ts';
import { parseTable, type Row } from '../document/table.ts';
import type { EventRows } from '../events/events.ts';
import type { ActorTables } from '../mentions/actor-lexicon.ts';
import type { EvidenceTables } from '../mentions/evidence-words.ts';
import { type Gazetteer, openGazetteer } from '../mentions/gazetteer.ts';
import type { PlaceTables } from '../mentions/place-lexicon.ts';
import type { QuantitiesTables } from '../mentions/quantity-words.ts';
import type { TimesTables } from '../mentions/times.ts';

/** The package's own folder: `data/` and `models/` lie in it, whether the code runs from `src/` or from `dist/`. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** All that the reading needs besides the report and an engine: the tables of `data/` and the gazetteer. */
export interface Resources {
  readonly gazetteer: Gazetteer;
  /** Names whose kind is known: `data/language/gazetteer.tsv`. */
  readonly nameWords: readonly Row[];
  readonly irregularVerbs: readonly Row[];
  readonly actors: ActorTables;
  readonly places: PlaceTables;
  readonly times: TimesTables;
  readonly quantities: QuantitiesTables;
  readonly evidence: EvidenceTables;
  readonly cues: readonly Row[];
  readonly events: EventRows;
  readonly claims: ClaimRows & DisputeRows;
}

/** Loads the tables and the gazetteer from the package's folder, and a user's own actors where there are any. */
export async function loadResources(ownActors: readonly Row[] = []): Promise<Resources> {
  const gazetteer = await readModel('gazetteer/places.bin');
  const numbers = await readTable('quantities/numbers');
  return {
    gazetteer: openGazetteer(gazetteer),
    nameWords: [...(await readTable('language/gazetteer')), ...ownActors.flatMap(nameWordsOf)],
    irregularVerbs: await readTable('language/irregular-verbs'),
    actors: {
      ...(await readTables('actors', {
        countries: 'countries',
        regions: 'regions',
        seats: 'seats',
        armedGroups: 'armed-groups',
        organisations: 'organisations',
        roles: 'roles',
        signs: 'signs',
        leaders: 'leaders',
      })),
      own: ownActors,
    },
    places: {
      ...(await readTables('places', {
        countries: 'countries',
        regions: 'regions',
        abbreviations: 'abbreviations',
        words: 'words',
      })),
      armedGroups: await readTable('actors/armed-groups'),
      own: ownActors,
    },
    times: { ...(await readTables('times', { words: 'words', holidays: 'holidays' })), numbers },
    quantities: { ...(await readTables('quantities', { words: 'words' })), numbers },
    evidence: await readTables('evidence', { words: 'words' }),
    cues: await readTable('attribution/cues'),
    events: await readTables('events', {
      triggers: 'triggers',
      lightVerbs: 'light-verbs',
      vetoes: 'vetoes',
      contexts: 'contexts',
    }),
    claims: {
      ...(await readTables('claims', { operators: 'operators', hedges: 'hedges', denials: 'denials' })),
      ...(await readTables('corroboration', { acts: 'acts' })),
    },
  };
}

const NAME_KINDS: Readonly<Record<string, string>> = {
  country: 'place',
  capital: 'place',
  adjective: 'group',
  people: 'group',
  group: 'organisation',
  organisation: 'organisation',
};

/** A user's own name of one word tells its kind wherever it stands; of a person it may be anybody's. */
function nameWordsOf({ name = '', kind = '' }: Row): readonly Row[] {
  const known = NAME_KINDS[kind];
  return known === undefined || name.includes(' ') ? [] : [{ word: name, kind: known }];
}

async function readTables<K extends string>(
  folder: string,
  names: Readonly<Record<K, string>>,
): Promise<Readonly<Record<K, readonly Row[]>>> {
  const read = Object.entries<string>(names).map(
    async ([key, name]) => [key, await readTable(`${folder}/${name}`)] as const,
  );
  // Object.fromEntries forgets the keys that it was given.
  return Object.fromEntries(await Promise.all(read)) as Record<K, readonly Row[]>;
}

/** Reads a table of `data/`, such as `events/triggers`. */
async function readTable(name: string): Promise<readonly Row[]> {
  return parseTable(await readFile(`${PACKAGE_ROOT}data/${name}.tsv`, 'utf8'));
}

/** Reads the bytes of a model of `models/`, such as `fast/weights.bin`. */
export async function readModel(name: string): Promise<Uint8Array> {
  return readFile(`${PACKAGE_ROOT}models/${name}`);
}
