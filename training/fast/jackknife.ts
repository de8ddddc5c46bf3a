import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { TagChoices } from '../../src/language/fast/tagger.ts';
import { traitsOfSentence, type WordTraits } from '../../src/language/fast/words.ts';
import type { TreebankSentence } from './conllu.ts';
import { type TaggerSettings, tagWith, trainTagger } from './train-tagger.ts';

const FOLDS = 2;

export interface JackknifeTask {
  readonly sentences: readonly TreebankSentence[];
  readonly classes: readonly string[];
  readonly clusters: ReadonlyMap<string, number>;
  readonly settings: TaggerSettings;
  readonly log: (what: string) => void;
}

/** Tags each half of the sentences by a tagger that did not see it, so that the parser learns from honest mistakes. */
export function jackknife(task: JackknifeTask): TagChoices[] {
  const { sentences, classes, clusters, settings } = task;
  const choices: TagChoices[] = [];
  const known = new Map<string, WordTraits>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = sentences.filter((_, s) => s % FOLDS !== fold);
    const tagger = trainTagger(others, classes, clusters, settings);
    sentences.forEach((sentence, s) => {
      if (s % FOLDS === fold) choices[s] = tagWith(tagger, traitsOfSentence(sentence.words, clusters, known));
    });
    task.log(`tags of part ${fold + 1} of ${FOLDS}`);
  }
  return choices;
}

/** Takes the tags from a file where it exists, else makes them and keeps them there; an empty path keeps nothing. */
export function keptJackknife(path: string, task: JackknifeTask): TagChoices[] {
  if (path !== '' && existsSync(path)) {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { tags: number[]; doubts: number[] }[];
    return kept.map(({ tags, doubts }) => ({ tags: Int32Array.from(tags), doubts: Int32Array.from(doubts) }));
  }
  const choices = jackknife(task);
  const plain = choices.map(({ tags, doubts }) => ({ tags: [...tags], doubts: [...doubts] }));
  if (path !== '') writeFileSync(path, JSON.stringify(plain));
  return choices;
}
