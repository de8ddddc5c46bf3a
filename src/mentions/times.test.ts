import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDoc, spanOf } from '../../test/doc-builder.ts';
import type { Doc } from '../document/doc.ts';
import type { Sentence, Token, Zone } from '../document/language-layers.ts';
import { parseTable } from '../document/table.ts';
import { createTimes } from './times.ts';

const table = (path: string) =>
  parseTable(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'));
const stage = createTimes({
  words: table('times/words.tsv'),
  holidays: table('times/holidays.tsv'),
  numbers: table('quantities/numbers.tsv'),
});

/** Words without tags or trees: what the grammar and the calendar do by themselves. A blank line opens a paragraph. */
function wordsOnly(text: string, publishedAt: string | null) {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const zones: Zone[] = [];
  for (const zone of text.matchAll(/[^\n]+/g)) {
    zones.push({ kind: 'paragraph', start: zone.index, end: zone.index + zone[0].length });
    for (const sentence of zone[0].matchAll(/\S.*?(?:[.?!]["”]?(?= \p{Lu})|$)/gu)) {
      const firstToken = tokens.length;
      const from = zone.index + sentence.index;
      for (const word of sentence[0].matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)) {
        const start = from + word.index;
        tokens.push({ start, end: start + word[0].length, text: word[0], sentence: sentences.length });
      }
      sentences.push({ start: from, end: from + sentence[0].length, firstToken, endToken: tokens.length });
    }
  }
  const report = { id: 't', title: null, outlet: null, publishedAt, language: 'en', url: null };
  const layers = { zones, sentences, tokens, tags: [], dependencies: [] };
  const doc: Doc<'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies'> = {
    id: '0',
    text,
    report,
    layers,
  };
  return stage.run(doc).times.map((time) => ({ ...time, words: text.slice(time.start, time.end) }));
}

const PUBLISHED = '2024-05-15T12:00:00Z'; // A Wednesday.

describe('extents and values', () => {
  test.each([
    ['Shells fell on 21 February 2022.', '21 February 2022', '2022-02-21'],
    ['Shells fell on February 21, 2022.', 'February 21, 2022', '2022-02-21'],
    ['It opened on Monday, 6 May.', 'Monday, 6 May', '2024-05-06'],
    ['It fell on 2022-02-21.', '2022-02-21', '2022-02-21'],
    ['It fell on 21.02.2022.', '21.02.2022', '2022-02-21'],
    ['It fell on 10/30/89.', '10/30/89', '1989-10-30'],
    ['They met in February.', 'February', '2024-02'],
    ['They met in February of last year.', 'February of last year', '2023-02'],
    ['It has held since June.', 'June', '2023-06'],
    ['The truce ended May 31.', 'May 31', '2023-05-31'],
    ['They met last August.', 'last August', '2023-08'],
    ['War broke out in 2014.', '2014', '2014'],
    ['It dates from the 2014 conflict.', '2014', '2014'],
    ['It ended in nineteen eighty-nine.', 'nineteen eighty-nine', '1989'],
    ['The fleet sailed in 480 BC.', '480 BC', '-0480'],
    ['It grew in the 1990s.', 'the 1990s', '199'],
    ['It was built in the 19th century.', 'the 19th century', '18'],
    ['They struck on Monday.', 'Monday', '2024-05-13'],
    ['They struck last Wednesday.', 'last Wednesday', '2024-05-08'],
    ['They struck on Monday night.', 'Monday night', '2024-05-13TNI'],
    ['They struck yesterday.', 'yesterday', '2024-05-14'],
    ['They struck the day before yesterday.', 'the day before yesterday', '2024-05-13'],
    ['They struck this morning.', 'this morning', '2024-05-15TMO'],
    ['They struck last night.', 'last night', '2024-05-14TNI'],
    ['They met last week.', 'last week', '2024-W19'],
    ['They met last month.', 'last month', '2024-04'],
    ['They met three weeks ago.', 'three weeks ago', '2024-W17'],
    ['They met two years ago.', 'two years ago', '2022'],
    ['They met early last year.', 'early last year', '2023'],
    ['They met in mid-April.', 'mid-April', '2024-04'],
    ['They met at the end of March.', 'the end of March', '2024-03'],
    ['They met in the spring of 2014.', 'the spring of 2014', '2014-SP'],
    ['They met in the third quarter of 2014.', 'the third quarter of 2014', '2014-Q3'],
    ['Exports fell in the third quarter.', 'the third quarter', '2023-Q3'],
    ['Exports will fall in the third quarter.', 'the third quarter', '2024-Q3'],
    ['The court sat in the week of 6 May.', 'the week of 6 May', '2024-W19'],
    ['It was found a week or so ago.', 'a week or so ago', '2024-W19'],
    ['It announced fewer flights for June.', 'June', '2024-06'],
    ['It announced fewer flights for July.', 'July', '2023-07'],
    ['He had pledged he would free them by 10 May.', '10 May', '2024-05-10'],
    ['He pledged he would free them by 10 February.', '10 February', '2025-02-10'],
    ['They met over the weekend.', 'the weekend', '2024-W19-WE'],
    ['They met at Easter.', 'Easter', '2024-03-31'],
    ['It fell on Eid al-Fitr.', 'Eid al-Fitr', '2024-04-10'],
    ['It lasted for two weeks.', 'two weeks', 'P2W'],
    ['It lasted for more than 20 years.', 'more than 20 years', 'P20Y'],
    ['It took half an hour.', 'half an hour', 'PT30M'],
    ['It took two and talks ran for 2 1/2 years.', '2 1/2 years', 'P2Y6M'],
    ['A 24-hour curfew began.', '24-hour', 'PT24H'],
    ['They have met in recent weeks.', 'recent weeks', 'PXW'],
    ['They met over the past three days.', 'the past three days', 'P3D'],
    ['They fire every day.', 'every day', 'P1D'],
    ['They fire daily.', 'daily', 'P1D'],
    ['They march on Fridays.', 'Fridays', 'XXXX-WXX-5'],
  ])('%s', (text, words, value) => {
    const times = wordsOnly(text, PUBLISHED);
    expect(times.map((time) => [time.words, time.value])).toEqual([[words, value]]);
  });

  test.each([
    ['It began at 10:30 a.m. on Monday.', '10:30 a.m.', '2024-05-13T10:30'],
    ['It began on Monday at 10.30am.', '10.30am', '2024-05-13T10:30'],
    ['It began at 0900 GMT.', '0900 GMT', '2024-05-15T09:00Z'],
    ['It began at half past ten.', 'half past ten', '2024-05-15T10:30'],
    ['It began before dawn on Monday.', 'dawn', '2024-05-13TMO'],
  ])('puts a clock time on its day: %s', (text, words, value) => {
    expect(wordsOnly(text, PUBLISHED)).toContainEqual(
      expect.objectContaining({ words, value, type: 'TIME' }),
    );
  });

  test.each([
    'The 61-year-old farmer spoke.',
    'She is 34 years old.',
    'They killed 2014 people.',
    'It may rain.',
    'The march went on.',
    'The fall of the city shocked them.',
    'It hit the second floor.',
    'A quarter of the men left.',
    'About three-quarters of the town burned.',
    'Golden Dawn marched.',
    'COVID-19 spread.',
    'They won 3-1.',
    'They beat two night watchmen.',
  ])('finds no time in “%s”', (text) => {
    expect(wordsOnly(text, PUBLISHED)).toEqual([]);
  });
});

describe('ranges', () => {
  const rangeOf = (text: string, words: string, publishedAt: string | null = PUBLISHED) => {
    const time = wordsOnly(text, publishedAt).find((found) => found.words === words);
    return time === undefined ? undefined : [time.from, time.to];
  };

  test.each([
    ['They have shelled it since Monday.', 'Monday', '2024-05-13', '2024-05-15'],
    ['They have shelled it since 2021.', '2021', '2021-01-01', '2024-05-15'],
    ['They have shelled it since last year.', 'last year', '2023-01-01', '2024-05-15'],
    ['They have shelled it since the coup of 2021.', '2021', '2021-01-01', '2024-05-15'],
    ['They fled after the 2014 conflict.', '2014', '2014-01-01', '2024-05-15'],
    ['They fled after Monday.', 'Monday', '2024-05-13', '2024-05-13'],
    ['They will rule before 2026.', '2026', '2024-05-15', '2025-12-31'],
    ['They will meet this month.', 'this month', '2024-05-15', '2024-05-31'],
    ['They attacked twice this month.', 'this month', '2024-05-01', '2024-05-15'],
    ['They attacked in late February.', 'late February', '2024-02-21', '2024-02-29'],
    ['They attacked early last year.', 'early last year', '2023-01-01', '2023-04-30'],
    ['They attacked overnight.', 'overnight', '2024-05-14', '2024-05-15'],
    ['They gathered over the last few hours.', 'the last few hours', '2024-05-15', '2024-05-15'],
    ['They were held from 3 to 5 May.', '3', '2024-05-03', '2024-05-05'],
    ['They were held from 3 to 5 May.', '5 May', '2024-05-03', '2024-05-05'],
    ['They were held between Monday and Wednesday.', 'Monday', '2024-05-13', '2024-05-15'],
    ['The war of 1939-45 ended.', '45', '1939-01-01', '1945-12-31'],
    ['They planned a 20 May deadline.', '20 May', '2024-05-20', '2024-05-20'],
  ])('%s (%s)', (text, words, from, to) => {
    expect(rangeOf(text, words)).toEqual([from, to]);
  });

  test('spans two days when the last hours cross midnight', () => {
    const text = 'They gathered over the last few hours.';
    expect(rangeOf(text, 'the last few hours', '2022-02-22T02:00:00Z')).toEqual(['2022-02-21', '2022-02-22']);
  });

  test('fills nothing in when nobody says when the report was published', () => {
    expect(rangeOf('They struck on Monday.', 'Monday', null)).toEqual([null, null]);
    expect(wordsOnly('They struck yesterday.', null)[0]?.value).toBeNull();
    expect(rangeOf('They struck on 3 May 2021.', '3 May 2021', null)).toEqual(['2021-05-03', '2021-05-03']);
  });
});

describe('the time told of', () => {
  const told = (text: string, words: string) =>
    wordsOnly(text, PUBLISHED).find((time) => time.words === words)?.value;

  test.each([
    ['They struck on 1 December last year. Two days later they left.', 'Two days later', '2023-12-03'],
    ['They struck on Monday. Hours later they left.', 'Hours later', '2024-05-13'],
    ['They struck on Monday. The following morning they left.', 'The following morning', '2024-05-14TMO'],
    ['They struck on Monday. They left that night.', 'that night', '2024-05-13TNI'],
    ['They struck on Monday. Earlier in the day they met.', 'Earlier in the day', '2024-05-13'],
    ['The pact of 1962 held. Four years later it broke.', 'Four years later', '1966'],
    ['They struck on Monday.\n\nIn 2014 it was calm.\n\nHours later they left.', 'Hours later', '2024-05-13'],
    ['They struck on Sunday. They have waited since.', 'since', '2024-05-12'],
  ])('%s', (text, words, value) => {
    expect(told(text, words)).toBe(value);
  });

  test('reads “today” in a quotation as the day told of when the report went out after midnight', () => {
    const text = 'Troops crossed on Monday. “Not one man has crossed today,” he said. It rains today.';
    const times = wordsOnly(text, '2022-02-22T02:00:00Z');
    expect(times.map((time) => time.value)).toEqual(['2022-02-21', '2022-02-21', '2022-02-22']);
  });

  test('keeps a chronicle in the years that it tells of', () => {
    const years =
      'In 1914 it began. In 1915 it went on. In 1916 it went on. In 1917 it turned. In March 1918 it broke.';
    const times = wordsOnly(
      `${years} The last line fell in 1919 after the talks of 1918. On 8 August it ended.`,
      PUBLISHED,
    );
    expect(times.at(-1)?.value).toBe('1918-08-08');
  });
});

describe('tense', () => {
  const readValue = (doc: ReturnType<typeof buildDoc>, words: string) => {
    const { start, end } = spanOf(doc, words);
    return stage.run(doc).times.find((time) => time.start === start && time.end === end)?.value;
  };

  test('puts a week day after “will” ahead', () => {
    const doc = buildDoc([
      'They/PRON/3/nsubj will/AUX/3/aux meet/VERB/0/root/meet/verbForm=Inf on/ADP/5/case Friday/PROPN/3/obl ./PUNCT/3/punct',
    ]);
    expect(readValue(doc, 'Friday')).toBe('2024-05-17');
  });

  test('puts a week day after a past verb behind, and on the day of publication where that is the day', () => {
    const doc = buildDoc([
      'They/PRON/2/nsubj met/VERB/0/root/meet/tense=Past,verbForm=Fin on/ADP/4/case Friday/PROPN/2/obl ./PUNCT/2/punct',
      'They/PRON/2/nsubj left/VERB/0/root/leave/tense=Past,verbForm=Fin on/ADP/4/case Wednesday/PROPN/2/obl ./PUNCT/2/punct',
    ]);
    expect(readValue(doc, 'Friday')).toBe('2024-05-10');
    expect(readValue(doc, 'Wednesday')).toBe('2024-05-15');
  });

  test('puts what somebody vowed to do ahead, and the vow behind', () => {
    const doc = buildDoc([
      'He/PRON/2/nsubj vowed/VERB/0/root/vow/tense=Past,verbForm=Fin on/ADP/4/case Monday/PROPN/2/obl to/PART/6/mark answer/VERB/2/xcomp/answer/verbForm=Inf on/ADP/8/case Friday/PROPN/6/obl ./PUNCT/2/punct',
    ]);
    expect(readValue(doc, 'Monday')).toBe('2024-05-13');
    expect(readValue(doc, 'Friday')).toBe('2024-05-17');
  });

  test('puts what a strike is called for, and what was put off until, ahead', () => {
    const doc = buildDoc([
      'They/PRON/2/nsubj called/VERB/0/root/call/tense=Past,verbForm=Fin a/DET/4/det strike/NOUN/2/obj for/ADP/6/case Friday/PROPN/4/nmod ./PUNCT/2/punct',
      'They/PRON/2/nsubj postponed/VERB/0/root/postpone/tense=Past,verbForm=Fin it/PRON/2/obj until/ADP/5/case Saturday/PROPN/2/obl ./PUNCT/2/punct',
    ]);
    expect(readValue(doc, 'Friday')).toBe('2024-05-17');
    expect(readValue(doc, 'Saturday')).toBe('2024-05-18');
  });

  test('puts the end that somebody gives or has got ahead, and one that is over behind', () => {
    const doc = buildDoc([
      'It/PRON/2/nsubj gave/VERB/0/root/give/tense=Past,verbForm=Fin them/PRON/2/iobj until/ADP/5/case noon/NOUN/6/compound Saturday/PROPN/2/obl ./PUNCT/2/punct',
      'It/PRON/2/nsubj held/VERB/0/root/hold/tense=Past,verbForm=Fin out/ADV/2/advmod until/ADP/5/case noon/NOUN/6/compound Friday/PROPN/2/obl ./PUNCT/2/punct',
    ]);
    const values = stage.run(doc).times.map(({ value }) => value?.slice(0, 10));
    expect(values).toEqual(['2024-05-18', '2024-05-10']);
  });

  test('keeps a time before “to” with the verb that urges, and a possessive one behind', () => {
    const doc = buildDoc([
      "They/PRON/2/nsubj urged/VERB/0/root/urge/tense=Past,verbForm=Fin it/PRON/2/obj on/ADP/5/case Monday/PROPN/8/obl to/PART/7/mark answer/VERB/2/xcomp/answer/verbForm=Inf Friday/PROPN/10/nmod:poss 's/PART/8/case raid/NOUN/7/obj ./PUNCT/2/punct",
    ]);
    expect(readValue(doc, 'Monday')).toBe('2024-05-13');
    expect(readValue(doc, 'Friday')).toBe('2024-05-10');
  });

  test('does not move the story to the day of a picture', () => {
    const doc = buildDoc([
      'It/PRON/2/nsubj fell/VERB/0/root/fall/tense=Past,verbForm=Fin on/ADP/4/case Sunday/PROPN/2/obl ./PUNCT/2/punct',
      'Images/NOUN/5/nsubj taken/VERB/1/acl on/ADP/4/case Monday/PROPN/2/obl show/VERB/0/root/show/tense=Pres,verbForm=Fin it/PRON/5/obj ./PUNCT/5/punct',
      'It/PRON/2/nsubj burned/VERB/0/root/burn/tense=Past,verbForm=Fin at/ADP/4/case midnight/NOUN/2/obl ./PUNCT/2/punct',
    ]);
    expect(readValue(doc, 'midnight')).toBe('2024-05-12T00:00');
  });
});

describe('a stretch laid against a day', () => {
  const rangeOf = (text: string, words: string) => {
    const time = wordsOnly(text, PUBLISHED).find((found) => found.words === words);
    return [time?.from, time?.to];
  };

  test('lies before the day that the same clause tells', () => {
    expect(rangeOf('Talks ended on Monday, a day after rebels took the town.', 'a day')).toEqual([
      '2024-05-12',
      '2024-05-12',
    ]);
  });

  test('lies after a day told before', () => {
    expect(rangeOf('They voted on Friday. Two days after the vote, shells fell.', 'Two days')).toEqual([
      '2024-05-12',
      '2024-05-12',
    ]);
  });

  test('takes in the days up to its end, and none where it has no end', () => {
    const flew = (rest: string) => `Jets flew over the strait in the 24 hours ${rest}.`;
    expect(rangeOf(flew('to 6 a.m. on Monday'), 'the 24 hours')).toEqual(['2024-05-12', '2024-05-13']);
    expect(rangeOf(flew('that ministers spoke of'), 'the 24 hours')).toEqual([null, null]);
  });

  test('is counted from publication where it lies ahead and only a year was told', () => {
    const escaped = (rest: string) => `He escaped in 2019. ${rest}.`;
    expect(rangeOf(escaped('They will arrest him within two days'), 'two days')).toEqual([
      '2024-05-15',
      '2024-05-17',
    ]);
    expect(rangeOf(escaped('They arrested him within two days'), 'two days')).toEqual([
      '2019-01-01',
      '2019-12-31',
    ]);
  });

  test('ends at an hour of its own day', () => {
    expect(rangeOf('On Monday nobody fired until noon.', 'noon')).toEqual(['2024-05-13', '2024-05-13']);
  });
});
