import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken, type WinkMethods } from 'wink-nlp';
import type { UniversalTag } from '../../src/document/language-layers.ts';
import type { Measured } from './scores.ts';

/** Gives wink-nlp's tagger, to compare with: it makes no trees, and its names are not those of UNER. */
export function openWink(): Measured {
  const nlp = winkNLP(model, ['pos']);
  return {
    read: (sentences) =>
      sentences.map((words) => {
        const tags = tagsAt(nlp, words.join(' '));
        let start = 0;
        return {
          tags: words.map((word) => {
            const upos = tags.get(start) ?? 'X';
            start += word.length + 1;
            return { upos, lemma: '', features: {} };
          }),
          dependencies: [],
          names: [],
        };
      }),
  };
}

/** The tag at each character. It cuts words by itself: where it cuts one in two, the first part's tag counts. */
function tagsAt(nlp: WinkMethods, text: string): ReadonlyMap<number, UniversalTag> {
  const tags = new Map<number, UniversalTag>();
  let end = 0;
  nlp
    .readDoc(text)
    .tokens()
    .each((token: ItemToken) => {
      const word = token.out();
      const start = Math.max(end, text.indexOf(word, end));
      end = start + word.length;
      // Its tags are those of Universal Dependencies.
      for (let at = start; at < end; at++) tags.set(at, token.out(nlp.its.pos) as UniversalTag);
    });
  return tags;
}
