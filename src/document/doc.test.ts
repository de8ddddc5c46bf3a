import { expect, test } from 'vitest';
import { blankDoc, withLayers } from './doc.ts';

const META = { id: 'r1', title: null, outlet: null, publishedAt: null, language: null, url: null };

test('keeps the text as it came, decomposed accents and no-break spaces included', () => {
  const text = 'cafe\u0301\u00a0closed\r\n';
  expect(blankDoc({ meta: META, text }, 'ab').text).toBe(text);
});

test('adds layers beside the old ones and leaves the document it was given alone', () => {
  const doc = blankDoc({ meta: META, text: 'Troops left.' }, 'ab');
  const sentences = [{ start: 0, end: 12, firstToken: 0, endToken: 3 }];
  const more = withLayers(doc, { sentences });
  expect(withLayers(more, { zones: [] }).layers).toEqual({ sentences, zones: [] });
  expect(doc.layers).toEqual({});
});
