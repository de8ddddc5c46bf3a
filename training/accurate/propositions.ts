import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TreebankSentence } from '../fast/conllu.ts';

/** Predicates and the head words of their arguments, labelled as PropBank does ("ARG0", "ARGM-TMP"). */
export interface Propositions {
  readonly predicates: readonly number[];
  /** Predicate, head word of the argument, label. */
  readonly arguments: readonly (readonly [predicate: number, word: number, label: string])[];
}

interface Row {
  readonly id: string;
  readonly toks: readonly string[];
  readonly preds: readonly {
    readonly i: number;
    readonly args: readonly (readonly [number, number, string])[];
  }[];
}

/** Auxiliaries and light verbs are marked in the tree already; labels of constructions are too rare to learn. */
const LEFT_OUT = /^(?:C-|ARGM-(?:LVB|CXN|REC)|ARGA|ARG5|.*-DSP)/u;

/** Reads the PropBank annotation of EWT; gives what is annotated of a sentence of the treebank. */
export function readPropositions(data: string): (sentence: TreebankSentence) => Propositions | undefined {
  const rows = readFileSync(join(data, 'srl/ewt-propbank/ewt_propbank.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (sentence) => {
    const row = byId.get(sentence.id);
    if (row === undefined || row.toks.length !== sentence.words.length) return undefined;
    return {
      predicates: row.preds.map(({ i }) => i),
      arguments: row.preds.flatMap(({ i, args }) =>
        args
          .filter(([, , label]) => !LEFT_OUT.test(label))
          .map(([first, last, label]) => [i, headOf(sentence.heads, first, last), label] as const),
      ),
    };
  };
}

/** The first word of [first, last] that hangs on a word outside of it. */
function headOf(heads: readonly number[], first: number, last: number): number {
  for (let at = first; at <= last; at++) {
    const head = heads[at] ?? first;
    if (head < first || head > last) return at;
  }
  return first;
}
