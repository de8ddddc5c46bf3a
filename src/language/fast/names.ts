import { featureKey, pair } from './hash.ts';
import { bestOf, type Network, probabilityOf, scoreClasses } from './network.ts';
import { casedWord, traitsAt, type WordTraits } from './words.ts';

/** More features than a word can have for the names. */
export const NAME_FEATURES = 64;

/** A run of tokens with the class of name that the network gave it. */
export interface FoundName {
  readonly firstToken: number;
  readonly endToken: number;
  readonly kind: string;
  readonly confidence: number;
}

/** Finds the names of a sentence, from left to right: B opens a name, I goes on with it. */
export function findNames(network: Network, traits: readonly WordTraits[], tags: Int32Array): FoundName[] {
  const { classes } = network;
  const features = new Uint32Array(NAME_FEATURES);
  const scores = new Float64Array(classes.length);
  const chosen = new Int32Array(traits.length);
  const found: FoundName[] = [];
  for (let at = 0; at < traits.length; at++) {
    const count = fillNameFeatures(features, traits, tags, at, chosen);
    scoreClasses(network, features, count, scores);
    const previous = at === 0 ? 'O' : (classes[chosen[at - 1] as number] as string);
    for (let c = 0; c < classes.length; c++) {
      if (!mayFollow(previous, classes[c] as string)) scores[c] = Number.NEGATIVE_INFINITY;
    }
    chosen[at] = bestOf(scores, classes.length);
    addToken(
      found,
      at,
      classes[chosen[at] as number] as string,
      probabilityOf(scores, classes.length, chosen[at] as number),
    );
  }
  return found;
}

/** Tells whether `next` may stand after `previous`: I only after B or I of its own kind. */
function mayFollow(previous: string, next: string): boolean {
  return !next.startsWith('I-') || previous.slice(2) === next.slice(2);
}

function addToken(found: FoundName[], at: number, label: string, probability: number): void {
  if (label === 'O') return;
  const last = found.at(-1);
  if (label.startsWith('I-') && last !== undefined) {
    const confidence = Math.min(last.confidence, probability);
    found[found.length - 1] = { ...last, endToken: at + 1, confidence };
  } else {
    found.push({ firstToken: at, endToken: at + 1, kind: label.slice(2), confidence: probability });
  }
}

/** Writes the keys of what is looked at to find names; `chosen` holds the decisions on the words before `at`. */
export function fillNameFeatures(
  features: Uint32Array,
  traits: readonly WordTraits[],
  tags: Int32Array,
  at: number,
  chosen: Int32Array,
): number {
  const here = traitsAt(traits, at);
  const back = traitsAt(traits, at - 1);
  const back2 = traitsAt(traits, at - 2);
  const next = traitsAt(traits, at + 1);
  const next2 = traitsAt(traits, at + 2);
  const tag = (to: number): number => (to < 0 || to >= tags.length ? -1 : (tags[to] as number));
  const before = at > 0 ? (chosen[at - 1] as number) : -1;
  const values = [
    here.word,
    casedWord(here),
    here.shape,
    here.prefix,
    here.suffix2,
    here.suffix3,
    here.suffix4,
    here.cluster1,
    here.cluster2,
    here.cluster3,
    tag(at),
    back.word,
    back.shape,
    back.cluster1,
    back.cluster2,
    back.cluster3,
    tag(at - 1),
    next.word,
    next.shape,
    next.cluster1,
    next.cluster2,
    next.cluster3,
    tag(at + 1),
    back2.word,
    back2.shape,
    back2.cluster2,
    tag(at - 2),
    next2.word,
    next2.shape,
    next2.cluster2,
    tag(at + 2),
    next.suffix3,
    back.suffix3,
    before,
    at > 1 ? (chosen[at - 2] as number) : -1,
    pair(before, here.shape),
    pair(before, here.word),
    pair(before, tag(at)),
    pair(before, here.cluster2),
    pair(back.word, here.shape),
    pair(here.shape, next.word),
    pair(here.shape, Math.min(at, 1)),
    pair(back.word, here.cluster2),
    pair(here.cluster2, next.cluster2),
    pair(back.cluster2, here.cluster2),
    pair(back.shape, pair(here.shape, next.shape)),
    pair(here.word, next.word),
    pair(back.word, here.word),
  ];
  for (let f = 0; f < values.length; f++) features[f] = featureKey(f, values[f] as number);
  return values.length;
}
