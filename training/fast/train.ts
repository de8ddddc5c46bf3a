import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTable } from '../../src/document/table.ts';
import { createFastEngine } from '../../src/language/fast/engine.ts';
import { openNetwork } from '../../src/language/fast/network.ts';
import { tagKindsOf } from '../../src/language/fast/parse-features.ts';
import { type TagChoices, tagWords } from '../../src/language/fast/tagger.ts';
import { openWeights } from '../../src/language/fast/weights.ts';
import { traitsOfSentence, type WordTraits } from '../../src/language/fast/words.ts';
import { readNameWords } from '../../src/language/name-kinds.ts';
import { openEngine } from '../../src/pipeline/engines.ts';
import { scoreSyntax } from '../engines/scores.ts';
import { readTreebanks, type TreebankSentence } from './conllu.ts';
import { keptJackknife } from './jackknife.ts';
import { readNameCorpora } from './name-data.ts';
import { readSilver } from './silver.ts';
import { readTaggedText } from './tagged-text.ts';
import { trainLemmas } from './train-lemmas.ts';
import { trainNames } from './train-names.ts';
import { trainParser } from './train-parser.ts';
import { type TaggerSettings, tagClassesOf, trainTagger } from './train-tagger.ts';
import {
  keptSections,
  linesSection,
  networkSections,
  packWeights,
  type SectionData,
} from './write-weights.ts';

/** Chosen on the development parts of EWT and GUM; see docs/method/language.md. */
const TAGGER: TaggerSettings = {
  hidden: 64,
  features: 40_000,
  leastCount: 2,
  epochs: 4,
  rate: 0.03,
  seed: 1,
};
const JACKKNIFE: TaggerSettings = { ...TAGGER, epochs: 3 };
const NAMES: TaggerSettings = { hidden: 48, features: 30_000, leastCount: 2, epochs: 4, rate: 0.03, seed: 3 };
const PARSER = { hidden: 96, features: 80_000, leastCount: 3, epochs: 6, rate: 0.03, seed: 2 };

/** Gives the value after `--name` of the command line. */
function flag(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}

const started = performance.now();

function log(what: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${what}\n`);
}

function readClusterTable(): ReadonlyMap<string, number> {
  const rows = parseTable(readFileSync('data/language/clusters.tsv', 'utf8'));
  return new Map(rows.map((row) => [row['word'] ?? '', Number(row['cluster'])]));
}

/** The treebanks, some of their sentences in other cases as headlines have them, and news of conflict four times. */
function taggerLessons(sentences: readonly TreebankSentence[]): TreebankSentence[] {
  const news = readTaggedText('training/fast/conflict-tags.txt');
  const recased = sentences.flatMap((sentence, s) => {
    const recase = CASES[s % 40];
    return recase === undefined ? [] : [{ ...sentence, words: sentence.words.map(recase) }];
  });
  return [...sentences, ...recased, ...news, ...news, ...news, ...news];
}

/** Of forty sentences one is shouted, one set as a title, one written small. */
const CASES: readonly ((word: string) => string)[] = [
  (word) => word.toUpperCase(),
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
  (word) => word.toLowerCase(),
];

/** The names are learned on the tags that the finished tagger gives. */
function nameSections(
  data: string,
  clusters: ReadonlyMap<string, number>,
  tagger: readonly SectionData[],
): SectionData[] {
  const network = openNetwork(openWeights(packWeights('tagger', tagger)), 'tagger');
  const known = new Map<string, WordTraits>();
  const { groups } = readNameWords(parseTable(readFileSync('data/language/gazetteer.tsv', 'utf8')));
  const lessons = readNameCorpora(data, groups).map(({ words, labels }) => {
    const traits = traitsOfSentence(words, clusters, known);
    return { traits, tags: tagWords(network, traits).tags, labels };
  });
  return networkSections('names', trainNames(lessons, NAMES));
}

/** Unannotated news as the accurate engine reads it, tagged by the finished tagger, which has not seen it; none without that engine. */
async function silverOf(
  data: string,
  clusters: ReadonlyMap<string, number>,
  tagger: readonly SectionData[],
): Promise<{ sentences: TreebankSentence[]; tags: TagChoices[] }> {
  const { engine, lacks } = await openEngine(null);
  if (lacks !== null) {
    log(`${lacks.message} The parser learns from treebanks alone.`);
    return { sentences: [], tags: [] };
  }
  const sentences = readSilver(data, engine);
  const network = openNetwork(openWeights(packWeights('tagger', tagger)), 'tagger');
  const known = new Map<string, WordTraits>();
  log(`${sentences.length} sentences of news read by the accurate engine`);
  return {
    sentences,
    tags: sentences.map(({ words }) => tagWords(network, traitsOfSentence(words, clusters, known))),
  };
}

/**
 * Trains the fast engine: `--data` the folder of the corpora, `--out` where the weights go. For trials: `--epochs` and
 * `--hidden` of the parser, `--tags` a file that keeps the tags learned from, `--keep tagger,names` takes those
 * networks from the weights in `--from`.
 */
async function main(): Promise<void> {
  const data = flag('data', '../shared/data');
  const out = flag('out', 'models/fast');
  const banks = readTreebanks(data);
  const clusters = readClusterTable();
  const classes = tagClassesOf(banks.train);
  log(`${banks.train.length} sentences to learn from`);
  const kept = flag('keep', '').split(',');
  const from = (name: string): SectionData[] | null =>
    kept.includes(name) ? keptSections(name, readFileSync(join(flag('from', out), 'weights.bin'))) : null;
  const tagger =
    from('tagger') ??
    networkSections('tagger', trainTagger(taggerLessons(banks.train), classes, clusters, TAGGER));
  log('tagger');
  const names = from('names') ?? nameSections(data, clusters, tagger);
  log('names');
  const tags = keptJackknife(flag('tags', ''), {
    sentences: banks.train,
    classes,
    clusters,
    settings: JACKKNIFE,
    log,
  });
  const silver = await silverOf(data, clusters, tagger);
  const parser =
    from('parser') ??
    networkSections(
      'parser',
      trainParser(
        [...banks.train, ...silver.sentences],
        [...tags, ...silver.tags],
        tagKindsOf(classes),
        clusters,
        {
          ...PARSER,
          epochs: Number(flag('epochs', `${PARSER.epochs}`)),
          hidden: Number(flag('hidden', `${PARSER.hidden}`)),
          features: Number(flag('features', `${PARSER.features}`)),
          rate: Number(flag('rate', `${PARSER.rate}`)),
          onEpoch: (epoch) => log(`parser, round ${epoch + 1}`),
        },
      ),
    );
  const file = pack([
    linesSection(
      'clusters',
      [...clusters].map(([word, leaf]) => `${word}\t${leaf}`),
    ),
    // Written sentences repeat few forms so often that their endings would outvote the treebanks'.
    linesSection('lemmas', trainLemmas(banks.train.filter(({ id }) => !id.startsWith('newsroom')))),
    ...tagger,
    ...parser,
    ...names,
  ]);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'weights.bin'), file);
  log(`${(file.length / 1e6).toFixed(1)} MB written`);
  const engine = createFastEngine(file);
  for (const bank of ['ewtDev', 'gumNewsDev', 'pud'] as const)
    log(`${bank} ${JSON.stringify(scoreSyntax(engine, banks[bank]))}`);
}

/** The version is the digest of all that was learned. */
function pack(sections: readonly SectionData[]): Uint8Array {
  const digest = createHash('sha256');
  for (const { bytes } of sections) digest.update(bytes);
  return packWeights(digest.digest('hex').slice(0, 12), sections);
}

await main();
