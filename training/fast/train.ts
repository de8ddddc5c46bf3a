import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTable } from '../../src/document/table.ts';
import { createFastEngine } from '../../src/language/fast/engine.ts';
import { tagKindsOf } from '../../src/language/fast/parse-features.ts';
import { traitsOfSentence, type WordTraits } from '../../src/language/fast/words.ts';
import { readTreebanks, type TreebankSentence } from './conllu.ts';
import { readNameCorpora } from './name-data.ts';
import { scoreSyntax } from './scores.ts';
import { trainLemmas } from './train-lemmas.ts';
import { trainNames } from './train-names.ts';
import { trainParser } from './train-parser.ts';
import { type TaggerSettings, tagClassesOf, tagWith, trainTagger } from './train-tagger.ts';
import type { Trainable } from './trainable.ts';
import { linesSection, networkSections, packWeights } from './write-weights.ts';

/** Chosen on the development parts of EWT and GUM; see docs/method/language.md. */
const TAGGER: TaggerSettings = {
  hidden: 64,
  features: 40_000,
  leastCount: 2,
  epochs: 6,
  rate: 0.03,
  seed: 1,
};
const JACKKNIFE: TaggerSettings = { ...TAGGER, epochs: 3 };
const NAMES: TaggerSettings = { hidden: 48, features: 30_000, leastCount: 2, epochs: 6, rate: 0.03, seed: 3 };
const PARSER = { hidden: 96, features: 80_000, leastCount: 3, epochs: 10, rate: 0.03, seed: 2 };
const FOLDS = 5;

/** The flags of one run: `--data` the folder of the corpora, `--out` where the weights go, `--epochs` of the parser. */
function flag(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}

/** Tags each fifth of the sentences by a tagger that did not see it, so that the parser learns from honest mistakes. */
function jackknife(
  sentences: readonly TreebankSentence[],
  classes: readonly string[],
  clusters: ReadonlyMap<string, number>,
): Int32Array[] {
  const tags: Int32Array[] = [];
  const known = new Map<string, WordTraits>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = sentences.filter((_, s) => s % FOLDS !== fold);
    const tagger = trainTagger(others, classes, clusters, JACKKNIFE);
    sentences.forEach((sentence, s) => {
      if (s % FOLDS === fold) tags[s] = tagWith(tagger, traitsOfSentence(sentence.words, clusters, known));
    });
    log(`tags of part ${fold + 1} of ${FOLDS}`);
  }
  return tags;
}

function nameNetwork(data: string, clusters: ReadonlyMap<string, number>, tagger: Trainable): Trainable {
  const known = new Map<string, WordTraits>();
  const lessons = readNameCorpora(data).map(({ words, labels }) => {
    const traits = traitsOfSentence(words, clusters, known);
    return { traits, tags: tagWith(tagger, traits), labels };
  });
  return trainNames(lessons, NAMES);
}

const started = performance.now();

function log(what: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${what}\n`);
}

function main(): void {
  const data = flag('data', '../shared/data');
  const out = flag('out', 'models/fast');
  const banks = readTreebanks(data);
  const clusterTable = parseTable(readFileSync('data/language/clusters.tsv', 'utf8'));
  const clusters = new Map(clusterTable.map((row) => [row['word'] ?? '', Number(row['cluster'])]));
  const classes = tagClassesOf(banks.train);
  log(`${banks.train.length} sentences to learn from`);
  const tags = jackknife(banks.train, classes, clusters);
  const tagger = trainTagger(banks.train, classes, clusters, TAGGER);
  log('tagger');
  const names = nameNetwork(data, clusters, tagger);
  log('names');
  const parser = trainParser(banks.train, tags, tagKindsOf(classes), clusters, {
    ...PARSER,
    epochs: Number(flag('epochs', `${PARSER.epochs}`)),
    onEpoch: (epoch) => log(`parser, round ${epoch + 1}`),
  });
  const sections = [
    linesSection(
      'clusters',
      [...clusters].map(([word, leaf]) => `${word}\t${leaf}`),
    ),
    linesSection('lemmas', trainLemmas(banks.train)),
    ...networkSections('tagger', tagger),
    ...networkSections('parser', parser),
    ...networkSections('names', names),
  ];
  const digest = createHash('sha256');
  for (const { bytes } of sections) digest.update(bytes);
  const file = packWeights(digest.digest('hex').slice(0, 12), sections);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'weights.bin'), file);
  log(`${(file.length / 1e6).toFixed(1)} MB written`);
  const engine = createFastEngine(file);
  for (const bank of ['ewtDev', 'gumNewsDev', 'pud'] as const)
    log(`${bank} ${JSON.stringify(scoreSyntax(engine, banks[bank]))}`);
}

main();
