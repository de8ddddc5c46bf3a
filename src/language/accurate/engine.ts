import type { Dependency, LikelyAct, Predicate } from '../../document/language-layers.ts';
import type { Engine, SentenceReading } from '../engine.ts';
import { featuresOfTree, uposOf } from '../morphology.ts';
import { movePredicate } from '../predicates.ts';
import { type ActHeads, findActs, inHundredths } from './acts.ts';
import type { Classes, EncoderOutput, EncoderSession } from './encoder.ts';
import { findNames } from './names.ts';
import { partsOf } from './parts.ts';
import { cutPieces, type Vocabulary } from './pieces.ts';
import { findPredicates } from './predicates.ts';
import { bestTree } from './trees.ts';

/** What the accurate engine reads with. */
export interface AccurateModel {
  readonly encoder: EncoderSession;
  readonly acts: ActHeads;
  readonly vocabulary: Vocabulary;
  readonly classes: Classes;
  /** Gives the lemma of a form, by its tag's class ("VERB VBD"). */
  readonly lemmaOf: (form: string, tagClass: string) => string;
  /** Tells all that this model is made of, read as DECODING says, from all others. */
  readonly digest: string;
}

/** Raised when the same numbers of the encoder are read otherwise. */
export const DECODING = 4;

/** Makes the accurate engine: one run of the encoder a sentence, then plain code on what it gives. */
export function createAccurateEngine(model: AccurateModel): Engine {
  return {
    name: 'accurate',
    version: `accurate-${model.digest}`,
    read: (sentences) => sentences.map((words) => readSentence(model, words)),
  };
}

function readSentence(
  { encoder, acts, vocabulary, classes, lemmaOf }: AccurateModel,
  words: readonly string[],
): SentenceReading {
  const tagClasses: string[] = [];
  const factuality: number[] = [];
  const likely: LikelyAct[] = [];
  const dependencies: Dependency[] = [];
  const names: SentenceReading['names'][number][] = [];
  const predicates: Predicate[] = [];
  for (const { firstWord, endWord, pieces } of partsOf(words, cutPieces(vocabulary, words))) {
    const output = encoder.run(pieces);
    likely.push(...findActs(acts, output.vectors, endWord - firstWord));
    for (let word = firstWord; word < endWord; word++) {
      tagClasses.push(classes.tags[output.tags[word - firstWord] ?? 0] ?? 'X FW');
      factuality.push(inHundredths(output.factuality[word - firstWord] ?? 0));
    }
    addTree(dependencies, readTree(output, classes, endWord - firstWord));
    for (const name of findNames(output.names, classes.names)) {
      names.push({ ...name, firstToken: firstWord + name.firstToken, endToken: firstWord + name.endToken });
    }
    for (const predicate of findPredicates(output, classes.arguments, endWord - firstWord))
      predicates.push(movePredicate(predicate, firstWord));
  }
  const features = featuresOfTree(words, tagClasses, dependencies);
  const tags = tagClasses.map((tagClass, word) => ({
    upos: uposOf(tagClass),
    lemma: lemmaOf(words[word] ?? '', tagClass),
    features: features[word] ?? {},
    factuality: factuality[word] ?? 0,
    ...(likely[word] === undefined ? {} : { act: likely[word] }),
  }));
  return { tags, dependencies, names, predicates };
}

function readTree({ arcs, relations }: EncoderOutput, classes: Classes, count: number): Dependency[] {
  return Array.from(bestTree(arcs, count), (head, word) => {
    if (head === count) return { head: -1, relation: 'root' };
    const relation = classes.relations[relations[word * (count + 1) + head] ?? -1] ?? 'dep';
    // Only the root is called so, though the encoder chooses relations without knowing the tree.
    return { head, relation: relation === 'root' ? 'dep' : relation };
  });
}

/** A sentence is one tree: the roots of later parts hang on the first one's. */
function addTree(dependencies: Dependency[], tree: readonly Dependency[]): void {
  const offset = dependencies.length;
  const root = dependencies.findIndex(({ head }) => head === -1);
  for (const { head, relation } of tree) {
    if (head >= 0) dependencies.push({ head: offset + head, relation });
    else dependencies.push(root < 0 ? { head: -1, relation } : { head: root, relation: 'parataxis' });
  }
}
