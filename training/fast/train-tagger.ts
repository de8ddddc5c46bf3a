import {
  chooseTags,
  fillTagFeatures,
  TAG_FEATURES,
  type TagChoices,
} from '../../src/language/fast/tagger.ts';
import { traitsOfSentence, type WordTraits } from '../../src/language/fast/words.ts';
import type { TreebankSentence } from './conllu.ts';
import { createKeyCounter, createTrainable, forward, learn, shuffled, type Trainable } from './trainable.ts';

export interface TaggerSettings {
  readonly hidden: number;
  readonly features: number;
  readonly leastCount: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
}

/** Gives the class that the tagger should choose: universal and Penn Treebank tag. */
export function tagClassOf(sentence: TreebankSentence, at: number): string {
  return `${sentence.upos[at]} ${sentence.xpos[at]}`;
}

/** Gives the classes that occur at least three times, sorted. */
export function tagClassesOf(sentences: readonly TreebankSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (let at = 0; at < sentence.words.length; at++) {
      const name = tagClassOf(sentence, at);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= 3)
    .map(([name]) => name)
    .sort();
}

/** Trains the tagger; while it learns, the words before have the tags that it would give them. */
export function trainTagger(
  sentences: readonly TreebankSentence[],
  classes: readonly string[],
  clusters: ReadonlyMap<string, number>,
  settings: TaggerSettings,
): Trainable {
  const known = new Map<string, WordTraits>();
  const traits = sentences.map(({ words }) => traitsOfSentence(words, clusters, known));
  const gold = sentences.map((sentence) =>
    Int32Array.from(sentence.words, (_, at) => classes.indexOf(tagClassOf(sentence, at))),
  );
  const features = new Uint32Array(TAG_FEATURES);
  const counter = createKeyCounter(23);
  traits.forEach((words, s) => {
    for (let at = 0; at < words.length; at++) {
      counter.add(features, fillTagFeatures(features, words, at, gold[s] as Int32Array));
    }
  });
  const network = createTrainable(
    counter.frequent(settings.leastCount, settings.features),
    classes,
    settings.hidden,
    settings.seed,
  );
  const scores = new Float64Array(classes.length);
  const right = new Uint8Array(classes.length);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    let done = 0;
    for (const s of shuffled(sentences.length, network.random)) {
      const rate = settings.rate * (1 - (0.95 * (epoch + done++ / sentences.length)) / settings.epochs);
      const wanted = gold[s] as Int32Array;
      const given = new Int32Array(wanted.length);
      for (let at = 0; at < wanted.length; at++) {
        const count = fillTagFeatures(features, traits[s] as WordTraits[], at, given);
        forward(network, features, count, scores, { features: 0.1, hidden: 0.2 });
        let best = 0;
        for (let c = 1; c < scores.length; c++)
          if ((scores[c] as number) > (scores[best] as number)) best = c;
        given[at] = best;
        const target = wanted[at] as number;
        if (target < 0) continue;
        right[target] = 1;
        learn(network, scores, right, rate);
        right[target] = 0;
      }
    }
  }
  return network;
}

/** Tags with a network as it came out of training, before its weights are cut to steps. */
export function tagWith(network: Trainable, traits: readonly WordTraits[]): TagChoices {
  return chooseTags(traits, network.classes.length, (features, count, scores) =>
    forward(network, features, count, scores),
  );
}
