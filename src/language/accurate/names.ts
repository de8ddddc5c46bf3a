import type { SentenceReading } from '../engine.ts';

type FoundName = SentenceReading['names'][number];

/**
 * Finds the names of a sentence: the likeliest row of labels in which every I- goes on with a name of its own kind
 * (Viterbi). `scores` holds a row of log-probabilities for each word, a column for each of `labels` ("O", "B-person",
 * "I-person" …). A name is as sure as its least sure word. Linear in the words.
 */
export function findNames(scores: Float32Array, labels: readonly string[]): FoundName[] {
  const names: FoundName[] = [];
  bestLabels(scores, labels).forEach((chosen, word) => {
    const label = labels[chosen] ?? 'O';
    if (label === 'O') return;
    const sureness = Math.exp(scores[word * labels.length + chosen] ?? 0);
    const last = names.at(-1);
    if (label.startsWith('I-') && last !== undefined)
      names[names.length - 1] = {
        ...last,
        endToken: word + 1,
        confidence: Math.min(last.confidence, sureness),
      };
    else names.push({ firstToken: word, endToken: word + 1, kind: kindOf(label), confidence: sureness });
  });
  return names;
}

/** The label of each word, as an index into the labels. */
function bestLabels(scores: Float32Array, labels: readonly string[]): Int32Array {
  const count = labels.length;
  const words = count === 0 ? 0 : Math.floor(scores.length / count);
  const allowed = labels.map((label) =>
    labels.flatMap((before, index) => (mayFollow(before, label) ? [index] : [])),
  );
  const came = new Int32Array(words * count);
  // As if an O stood before the sentence: none opens in the middle of a name.
  let sums = Float64Array.from(labels, (label) => (label === 'O' ? 0 : Number.NEGATIVE_INFINITY));
  for (let word = 0; word < words; word++) {
    const next = new Float64Array(count);
    for (let label = 0; label < count; label++) {
      const before = best(sums, allowed[label] ?? []);
      came[word * count + label] = before;
      next[label] = (sums[before] ?? 0) + (scores[word * count + label] ?? 0);
    }
    sums = next;
  }
  return followBack(came, best(sums, [...labels.keys()]), words, count);
}

function mayFollow(before: string, label: string): boolean {
  return !label.startsWith('I-') || before.slice(2) === label.slice(2);
}

function best(sums: Float64Array, among: readonly number[]): number {
  return among.reduce(
    (found, label) => ((sums[label] ?? 0) > (sums[found] ?? 0) ? label : found),
    among[0] ?? 0,
  );
}

function followBack(came: Int32Array, last: number, words: number, count: number): Int32Array {
  const chosen = new Int32Array(words);
  let label = last;
  for (let word = words - 1; word >= 0; word--) {
    chosen[word] = label;
    label = came[word * count + label] ?? 0;
  }
  return chosen;
}

const KINDS = ['person', 'organisation', 'place', 'group', 'weapon', 'facility', 'other'] as const;

function kindOf(label: string): FoundName['kind'] {
  return KINDS.find((kind) => kind === label.slice(2)) ?? 'other';
}
