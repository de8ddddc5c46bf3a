import { readFileSync } from 'node:fs';
import type { TreebankSentence } from './conllu.ts';

/** The universal tag of a Penn Treebank tag where nothing else is said. */
const UNIVERSAL: Readonly<Record<string, string>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  NNPS: 'PROPN',
  VB: 'VERB',
  VBD: 'VERB',
  VBG: 'VERB',
  VBN: 'VERB',
  VBP: 'VERB',
  VBZ: 'VERB',
  MD: 'AUX',
  JJ: 'ADJ',
  JJR: 'ADJ',
  JJS: 'ADJ',
  RB: 'ADV',
  RP: 'ADP',
  IN: 'ADP',
  TO: 'PART',
  POS: 'PART',
  DT: 'DET',
  CD: 'NUM',
  CC: 'CCONJ',
  PRP: 'PRON',
  PRP$: 'PRON',
  ',': 'PUNCT',
  '.': 'PUNCT',
};

/** Reads sentences of word_TAG or word_TAG_UNIVERSAL, one a line, for the tagger alone: they have no trees. */
export function readTaggedText(path: string): TreebankSentence[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, i) => {
      const parts = line.split(' ').map((part) => part.split('_'));
      const words = parts.map(([word = '']) => word);
      return {
        id: `tagged-${i}`,
        text: words.join(' '),
        opensDocument: i === 0,
        opensParagraph: true,
        words,
        lemmas: words.map(() => '_'),
        upos: parts.map(([, tag = '', universal]) => universal ?? UNIVERSAL[tag] ?? 'X'),
        xpos: parts.map(([, tag = '']) => tag),
        heads: words.map(() => words.length),
        relations: words.map(() => 'root'),
      };
    });
}
