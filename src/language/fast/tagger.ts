import { featureKey, pair } from './hash.ts';
import { bestOf, type Network, scoreClasses } from './network.ts';
import { traitsAt, type WordTraits } from './words.ts';

/** More features than a word can have for the tagger. */
export const TAG_FEATURES = 64;

/** The tagger's choice for each word, and its second choice where the first is in doubt, else -1. */
export interface TagChoices {
  readonly tags: Int32Array;
  readonly doubts: Int32Array;
}

/** A second choice this close in score (odds of 12 to 1) is worth telling the parser. Chosen by hand. */
const DOUBT = 2.5;

/** Gives the class of each word ("VERB VBD"), read from left to right, each decision seen by the next. */
export function tagWords(network: Network, traits: readonly WordTraits[]): TagChoices {
  return chooseTags(traits, network.classes.length, (features, count, scores) =>
    scoreClasses(network, features, count, scores),
  );
}

/** Tags by any way of scoring; training hands in the network that still learns. */
export function chooseTags(
  traits: readonly WordTraits[],
  classCount: number,
  score: (features: Uint32Array, count: number, scores: Float64Array) => void,
): TagChoices {
  const tags = new Int32Array(traits.length);
  const doubts = new Int32Array(traits.length).fill(-1);
  const features = new Uint32Array(TAG_FEATURES);
  const scores = new Float64Array(classCount);
  for (let at = 0; at < traits.length; at++) {
    score(features, fillTagFeatures(features, traits, at, tags), scores);
    const best = bestOf(scores, classCount);
    const bestScore = scores[best] as number;
    tags[at] = best;
    scores[best] = Number.NEGATIVE_INFINITY;
    const second = bestOf(scores, classCount);
    if (bestScore - (scores[second] as number) < DOUBT) doubts[at] = second;
  }
  return { tags, doubts };
}

/** Writes the keys of what the tagger looks at; `classes` holds the decisions on the words before `at`. */
export function fillTagFeatures(
  features: Uint32Array,
  traits: readonly WordTraits[],
  at: number,
  classes: Int32Array,
): number {
  const here = traitsAt(traits, at);
  const back = traitsAt(traits, at - 1);
  const back2 = traitsAt(traits, at - 2);
  const next = traitsAt(traits, at + 1);
  const next2 = traitsAt(traits, at + 2);
  const tag1 = at > 0 ? (classes[at - 1] as number) : -1;
  const tag2 = at > 1 ? (classes[at - 2] as number) : -1;
  const values = [
    here.word,
    here.shape,
    here.prefix,
    here.suffix1,
    here.suffix2,
    here.suffix3,
    here.suffix4,
    here.cluster1,
    here.cluster2,
    here.cluster3,
    back.word,
    back.suffix2,
    back.suffix3,
    back.shape,
    back.cluster1,
    back.cluster2,
    back.cluster3,
    next.word,
    next.suffix2,
    next.suffix3,
    next.shape,
    next.cluster1,
    next.cluster2,
    next.cluster3,
    back2.word,
    back2.cluster2,
    next2.word,
    next2.suffix2,
    next2.cluster2,
    tag1,
    tag2,
    pair(tag1, tag2),
    pair(here.word, tag1),
    pair(here.word, back.word),
    pair(here.word, next.word),
    pair(here.shape, Math.min(at, 1)),
    pair(here.suffix2, tag1),
    pair(here.suffix3, next.suffix2),
    pair(here.cluster2, tag1),
    pair(here.cluster2, next.cluster2),
    pair(back.cluster2, here.cluster2),
    pair(next.cluster1, next2.cluster1),
    traitsAt(traits, at + 3).cluster2,
    traitsAt(traits, at - 3).cluster2,
    traits.length === 1 ? 1 : 0,
    traitsAt(traits, traits.length - 1).word,
  ];
  for (let f = 0; f < values.length; f++) features[f] = featureKey(f, values[f] as number);
  return values.length;
}
