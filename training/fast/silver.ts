import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankDoc, withLayers } from '../../src/document/doc.ts';
import type { Engine } from '../../src/language/engine.ts';
import { createSentences } from '../../src/language/sentences.ts';
import { createZones } from '../../src/language/zones.ts';
import { articlesOf } from '../copies/corpus.ts';
import { readWikiwars } from '../times/corpora.ts';
import type { TreebankSentence } from './conllu.ts';

/** Shorter ones teach nothing about trees; in longer ones even the accurate engine errs too often. */
const LENGTHS = { least: 5, most: 50 };

/**
 * Reads news and histories of wars that nobody has annotated with the accurate engine, for the fast parser to learn from:
 * its trees err less than the fast parser does, and the treebanks hold little of this kind (after Li et al. 2014).
 * The tags are unknown ("_"): the parser learns on what its own tagger gives.
 */
export function readSilver(data: string, engine: Engine): TreebankSentence[] {
  const sentences = textsOf(data).flatMap(wordsOf);
  return engine.read(sentences).map(({ dependencies }, i) => {
    const words = sentences[i] ?? [];
    return {
      id: `silver-${i}`,
      text: words.join(' '),
      opensDocument: false,
      opensParagraph: false,
      words,
      lemmas: words.map(() => '_'),
      upos: words.map(() => '_'),
      xpos: words.map(() => '_'),
      heads: dependencies.map(({ head }) => (head < 0 ? words.length : head)),
      relations: dependencies.map(({ relation }) => relation),
    };
  });
}

function textsOf(data: string): string[] {
  const news = join(data, 'news/wikinews/data');
  return [
    ...readdirSync(news)
      .sort()
      .flatMap((file) => articlesOf(readFileSync(join(news, file), 'utf8')).map(({ text }) => text)),
    ...readWikiwars(join(data, 'time/wikiwars/keyinline')).map(({ text }) => text),
  ];
}

function wordsOf(text: string): string[][] {
  const meta = { id: '', title: null, outlet: null, publishedAt: null, language: 'en', url: null };
  const blank = blankDoc({ meta, text }, '');
  const { sentences, tokens } = createSentences().run(withLayers(blank, createZones().run(blank)));
  return sentences
    .filter(({ firstToken, endToken }) => {
      const length = endToken - firstToken;
      return length >= LENGTHS.least && length <= LENGTHS.most;
    })
    .map(({ firstToken, endToken }) => tokens.slice(firstToken, endToken).map((token) => token.text));
}
