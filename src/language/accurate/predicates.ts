import type { Argument, Predicate } from '../../document/language-layers.ts';
import type { EncoderOutput } from './encoder.ts';

/** A word is a predicate when that is likelier than not. */
const PREDICATE = 0.5;

/** "ARG0" to "ARG4": a predicate has each of them once; "ARGM-TMP" and the like may come again. */
const NUMBERED = /^ARG\d$/u;

/**
 * Finds the predicates of a sentence of `words` words and their arguments: the likeliest label of each word, where of
 * two that claim one numbered role the surer one keeps it. `labels` names the columns; "none" is no argument.
 */
export function findPredicates(output: EncoderOutput, labels: readonly string[], words: number): Predicate[] {
  const { predicates, asked, arguments: scores } = output;
  const rowLength = words * labels.length;
  return Array.from(asked, (token, row) => ({
    token,
    confidence: predicates[token] ?? 0,
    arguments: findArguments(scores.subarray(row * rowLength, (row + 1) * rowLength), labels),
  })).filter(({ confidence }) => confidence > PREDICATE);
}

function findArguments(scores: Float32Array, labels: readonly string[]): Argument[] {
  const best = Array.from({ length: scores.length / labels.length }, (_, token) =>
    argumentAt(scores, labels, token),
  );
  const surest = new Map<string, Argument>();
  for (const one of best) {
    const rival = surest.get(one.role);
    if (NUMBERED.test(one.role) && (rival === undefined || one.confidence > rival.confidence))
      surest.set(one.role, one);
  }
  return best.filter(
    (one) => one.role !== 'none' && (!NUMBERED.test(one.role) || surest.get(one.role) === one),
  );
}

function argumentAt(scores: Float32Array, labels: readonly string[], token: number): Argument {
  let best = 0;
  const offset = token * labels.length;
  for (let label = 1; label < labels.length; label++) {
    if ((scores[offset + label] ?? 0) > (scores[offset + best] ?? 0)) best = label;
  }
  return { token, role: labels[best] ?? 'none', confidence: Math.exp(scores[offset + best] ?? 0) };
}
