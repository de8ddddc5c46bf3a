import type { Dependency, Features, UniversalTag } from '../../document/language-layers.ts';
import type { Engine, SentenceReading } from '../engine.ts';
import { type Lemmas, lemmaOf, readLemmas } from '../lemmas.ts';
import { featuresOfTree, uposOf } from '../morphology.ts';
import { findNames } from './names.ts';
import { type Network, openNetwork } from './network.ts';
import { parseSentence, type TagKinds, tagKindsOf } from './parse-features.ts';
import { type Moves, parseTree, readMoves } from './parser.ts';
import { type TagChoices, tagWords } from './tagger.ts';
import { openWeights } from './weights.ts';
import { readClusters, traitsOfSentence, type WordTraits } from './words.ts';

interface Model {
  readonly clusters: ReadonlyMap<string, number>;
  readonly tagger: Network;
  readonly kinds: TagKinds;
  readonly parser: Network;
  readonly moves: Moves;
  readonly names: Network;
  readonly lemmas: Lemmas;
}

/**
 * Makes the fast engine from its weights (`models/fast/weights.bin`): about 30 MB of memory are kept.
 * It runs wherever JavaScript does, and reads the same everywhere.
 */
export function createFastEngine(weights: Uint8Array): Engine {
  const opened = openWeights(weights);
  const tagger = openNetwork(opened, 'tagger');
  const parser = openNetwork(opened, 'parser');
  const model: Model = {
    clusters: readClusters(opened.lines('clusters')),
    tagger,
    kinds: tagKindsOf(tagger.classes),
    parser,
    moves: readMoves(parser.classes),
    names: openNetwork(opened, 'names'),
    lemmas: readLemmas(opened.lines('lemmas')),
  };
  return {
    name: 'fast',
    version: `fast-${opened.version}`,
    read: (sentences) => {
      const known = new Map<string, WordTraits>();
      return sentences.map((words) => readSentence(model, words, known));
    },
  };
}

function readSentence(
  model: Model,
  words: readonly string[],
  known: Map<string, WordTraits>,
): SentenceReading {
  const traits = traitsOfSentence(words, model.clusters, known);
  const choices = tagWords(model.tagger, traits);
  const dependencies = readDependencies(model, words, traits, choices);
  return {
    dependencies,
    tags: readTags(model, words, choices.tags, dependencies),
    names: findNames(model.names, traits, choices.tags).map((name) => ({ ...name, kind: kindOf(name.kind) })),
  };
}

function readDependencies(
  model: Model,
  words: readonly string[],
  traits: readonly WordTraits[],
  choices: TagChoices,
): Dependency[] {
  const sentence = parseSentence(words, traits, choices, model.kinds);
  const { heads, relations } = parseTree(model.parser, model.moves, sentence);
  return words.map((_, token) => {
    const head = heads[token] as number;
    const relation = model.moves.relations[relations[token] as number] ?? 'dep';
    return head === words.length ? { head: -1, relation: 'root' } : { head, relation };
  });
}

function readTags(
  model: Model,
  words: readonly string[],
  classes: Int32Array,
  dependencies: readonly Dependency[],
): { upos: UniversalTag; lemma: string; features: Features }[] {
  const isWord = (lower: string): boolean => model.clusters.has(lower);
  const tagClasses = words.map((_, token) => model.tagger.classes[classes[token] as number] as string);
  const features = featuresOfTree(words, tagClasses, dependencies);
  return words.map((word, token) => {
    const tagClass = tagClasses[token] as string;
    return {
      upos: uposOf(tagClass),
      lemma: lemmaOf(model.lemmas, word, tagClass, isWord),
      features: features[token] ?? {},
    };
  });
}

const KINDS = ['person', 'organisation', 'place', 'group', 'weapon', 'facility', 'other'] as const;

function kindOf(kind: string): (typeof KINDS)[number] {
  return KINDS.find((known) => known === kind) ?? 'other';
}
