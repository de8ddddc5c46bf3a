import { expect, test } from 'vitest';
import { namesReport, readJson } from './json.ts';

test('reads id and report, and ignores annotations beside them', () => {
  const json = JSON.stringify({
    id: 'oran-1',
    report: {
      title: 'Bridge',
      outlet: 'Oran Post',
      publishedAt: '2024-03-02T10:00:00Z',
      language: 'en',
      text: 'It fell.',
      mood: 'grim',
    },
    events: [{ id: 'e1', type: 'ASSAULT' }],
  });
  expect(readJson(json, 'file', 'f.json')).toEqual([
    {
      meta: {
        id: 'oran-1',
        title: 'Bridge',
        outlet: 'Oran Post',
        publishedAt: '2024-03-02T10:00:00Z',
        language: 'en',
        url: null,
      },
      text: 'It fell.',
    },
  ]);
});

test('takes the file’s name where there is no id, and leaves unknown what is not said', () => {
  expect(
    readJson('{"report":{"text":"It fell.","publishedAt":"yesterday"}}', 'file', 'f.json')[0]?.meta,
  ).toEqual({
    id: 'file',
    title: null,
    outlet: null,
    publishedAt: null,
    language: null,
    url: null,
  });
});

test('reads an array of reports', () => {
  const ids = readJson('[{"id":7,"report":{"text":"a"}},{"report":{"text":"b"}}]', 'file', 'f.json').map(
    ({ meta }) => meta.id,
  );
  expect(ids).toEqual(['7', 'file-2']);
});

test.each([
  [
    'cut off',
    '{"id": "x", "report": ',
    'f.json: the JSON is malformed (Unexpected end of JSON input); nothing of it was read.',
  ],
  ['no report', '{"id":"x"}', 'f.json: the JSON has no report.text;'],
  ['a report without text', '{"report":{"title":"x"}}', 'f.json: the JSON has no report.text;'],
  ['text that is no text', '{"report":{"text":["x"]}}', 'f.json: the JSON has no report.text;'],
  ['a number', '12', 'f.json: the JSON has no report.text;'],
  ['null', 'null', 'f.json: the JSON has no report.text;'],
])('refuses %s with one sentence', (_case, json, sentence) => {
  expect(() => readJson(json, 'file', 'f.json')).toThrow(sentence);
});

test('keeps the parser’s reason on one line', () => {
  expect(() => readJson(`{"a":\n\n${'x\n'.repeat(500)}`, 'file', 'f.json')).toThrow(
    /^f\.json: the JSON is malformed \([^\n]{1,120}\); nothing/u,
  );
});

test('tells a report from a story’s index', () => {
  expect(namesReport({ id: 's1', events: [] })).toBe(false);
  expect(namesReport([{ report: {} }])).toBe(true);
});
