import { fillNameFeatures, NAME_FEATURES } from '../../src/language/fast/names.ts';
import type { WordTraits } from '../../src/language/fast/words.ts';
import type { TaggerSettings } from './train-tagger.ts';
import { createKeyCounter, createTrainable, forward, learn, shuffled, type Trainable } from './trainable.ts';

/** A sentence to learn names from. */
export interface NameLesson {
  readonly traits: readonly WordTraits[];
  readonly tags: Int32Array;
  readonly labels: readonly string[];
}

/** Trains the finder of names; the words before have the labels that it would give them. */
export function trainNames(lessons: readonly NameLesson[], settings: TaggerSettings): Trainable {
  const classes = [...new Set(lessons.flatMap(({ labels }) => labels))].sort();
  const gold = lessons.map(({ labels }) => Int32Array.from(labels, (label) => classes.indexOf(label)));
  const features = new Uint32Array(NAME_FEATURES);
  const counter = createKeyCounter(23);
  lessons.forEach(({ traits, tags }, s) => {
    for (let at = 0; at < traits.length; at++) {
      counter.add(features, fillNameFeatures(features, traits, tags, at, gold[s] as Int32Array));
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
    for (const s of shuffled(lessons.length, network.random)) {
      const rate = settings.rate * (1 - (0.95 * (epoch + done++ / lessons.length)) / settings.epochs);
      const { traits, tags } = lessons[s] as NameLesson;
      const given = new Int32Array(traits.length);
      for (let at = 0; at < traits.length; at++) {
        const count = fillNameFeatures(features, traits, tags, at, given);
        forward(network, features, count, scores, { features: 0.15, hidden: 0.25 });
        let best = 0;
        for (let c = 1; c < scores.length; c++)
          if ((scores[c] as number) > (scores[best] as number)) best = c;
        given[at] = best;
        const target = gold[s]?.[at] as number;
        right[target] = 1;
        learn(network, scores, right, rate);
        right[target] = 0;
      }
    }
  }
  return network;
}
