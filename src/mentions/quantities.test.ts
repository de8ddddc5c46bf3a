import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import type { TimeMention } from '../document/mention-layers.ts';
import { parseTable } from '../document/table.ts';
import { createQuantities } from './quantities.ts';

const table = (path: string) =>
  parseTable(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'));
const stage = createQuantities({
  words: table('quantities/words.tsv'),
  numbers: table('quantities/numbers.tsv'),
});

function read(line: string, times: readonly TimeMention[] = []) {
  const doc = buildDoc([line]);
  return stage
    .run({ ...doc, layers: { ...doc.layers, times } })
    .quantities.map(({ start, end, of, min, max }) => [doc.text.slice(start, end), of, min, max]);
}

/** Turns "killed/VERB 23/NUM people/NOUN" into the builder's lines, all words hanging on the first. */
function flat(line: string): string {
  return line
    .split(' ')
    .map((word, i) => (i === 0 ? `${word}/0/root` : `${word}/1/dep`))
    .join(' ');
}

describe('amounts', () => {
  test.each([
    ['killing/VERB at/ADP least/ADJ 23/NUM people/NOUN', 'at least 23', 'people', 23, null],
    ['killing/VERB about/ADV 30/NUM people/NOUN', 'about 30', 'people', 30, 30],
    ['sent/VERB over/ADP 3,000/NUM troops/NOUN', 'over 3,000', 'troop', 3001, null],
    [
      'sent/VERB more/ADJ than/ADP 5,600/NUM additional/ADJ troops/NOUN',
      'more than 5,600',
      'troop',
      5601,
      null,
    ],
    ['sent/VERB up/ADP to/ADP 50/NUM tanks/NOUN', 'up to 50', 'tank', null, 50],
    ['sent/VERB as/ADV many/ADJ as/ADP 50/NUM tanks/NOUN', 'as many as 50', 'tank', null, 50],
    ['sent/VERB fewer/ADJ than/ADP ten/NUM tanks/NOUN', 'fewer than ten', 'tank', null, 9],
    ['sank/VERB dozens/NOUN of/ADP boats/NOUN', 'dozens', 'boat', 24, 99],
    ['sank/VERB scores/NOUN of/ADP boats/NOUN', 'scores', 'boat', 40, 99],
    ['killed/VERB hundreds/NOUN of/ADP civilians/NOUN', 'hundreds', 'civilian', 200, 999],
    [
      'drove/VERB tens/NOUN of/ADP thousands/NOUN of/ADP people/NOUN',
      'tens of thousands',
      'people',
      20000,
      99999,
    ],
    ['drove/VERB 1.5/NUM million/NUM people/NOUN', '1.5 million', 'people', 1500000, 1500000],
    ['saw/VERB several/ADJ convoys/NOUN', 'several', 'convoy', 3, null],
    ['held/VERB between/ADP 5/NUM and/CCONJ 7/NUM men/NOUN', 'between 5 and 7', 'man', 5, 7],
    ['heard/VERB five/NUM or/CCONJ six/NUM blasts/NOUN', 'five or six', 'blast', 5, 6],
    ['held/VERB a/DET dozen/NUM men/NOUN', 'a dozen', 'man', 12, 12],
    ['held/VERB some/DET forty/NUM border/NOUN guards/NOUN', 'some forty', 'border guard', 40, 40],
    ['held/VERB two/NUM of/ADP its/PRON soldiers/NOUN', 'two', 'soldier', 2, 2],
    ['beat/VERB two/NUM night/NOUN watchmen/NOUN', 'two', 'night watchman', 2, 2],
    ['lost/VERB twenty-three/NUM men/NOUN', 'twenty-three', 'man', 23, 23],
    ['including/VERB three/NUM children/NOUN', 'three', 'children', 3, 3],
    ['wounding/VERB more/ADJ than/ADP 40/NUM ,/PUNCT he/PRON', 'more than 40', '', 41, null],
    ['paid/VERB 60/NUM million/NUM euros/NOUN', '60 million euros', 'euro', 60000000, 60000000],
    ['paid/VERB $/SYM 5/NUM million/NUM to/ADP him/PRON', '$5 million', 'dollar', 5000000, 5000000],
    ['found/VERB 400/NUM kilos/NOUN of/ADP tea/NOUN', '400 kilos', 'kilo', 400, 400],
  ])('%s', (line, words, of, min, max) => {
    expect(read(flat(line))).toEqual([[words, of, min, max]]);
  });

  test('counts each of several amounts', () => {
    const line =
      'killed/VERB 23/NUM people/NOUN and/CCONJ wounded/VERB 40/NUM ,/PUNCT including/VERB three/NUM boys/NOUN';
    expect(read(flat(line)).map(([words, of]) => [words, of])).toEqual([
      ['23', 'people'],
      ['40', ''],
      ['three', 'boy'],
    ]);
  });

  test.each([
    ['No/DET civilians/NOUN were/AUX hurt/VERB', 'No civilians'],
    ['Nobody/PRON was/AUX hurt/VERB', 'Nobody'],
    ['Not/PART a/DET single/ADJ one/NUM has/AUX crossed/VERB', 'Not a single one'],
  ])('reads zero in “%s”', (line, words) => {
    expect(read(flat(line)).map(([found, , min, max]) => [found, min, max])).toEqual([[words, 0, 0]]);
  });

  test.each([
    'moved/VERB 40/NUM kilometres/NOUN north/ADV',
    'rose/VERB 5/NUM %/SYM',
    'dropped/VERB 250/NUM +-/PUNCT +kilogram/NOUN bombs/NOUN',
    'fired/VERB 155mm/NUM shells/NOUN',
    'said/VERB Hla/PROPN ,/PUNCT 34/NUM ,/PUNCT a/DET seller/NOUN',
    'aged/VERB 12/NUM ,/PUNCT he/PRON',
    'under/ADP resolution/NOUN 2254/NUM ,/PUNCT he/PRON',
    'flew/VERB Su/PROPN -/PUNCT +25/NUM jets/NOUN',
    'won/VERB two/NUM thirds/NOUN of/ADP it/PRON',
    'gave/VERB no/DET evidence/NOUN',
    'hurt/VERB one/NUM another/DET',
    'is/AUX not/PART one/NUM of/ADP them/PRON',
    'waited/VERB thousands/NOUN of/ADP years/NOUN',
  ])('counts nothing in “%s”', (line) => {
    expect(read(flat(line))).toEqual(line.startsWith('is/') ? [['one', '', 1, 1]] : []);
  });

  test('leaves numbers inside times alone', () => {
    const time = { type: 'DURATION', value: 'P3D', from: null, to: null, precision: null } as const;
    const why = { rule: 'times/duration', spans: [], confidence: 1 };
    const line = flat('fought/VERB three/NUM days/NOUN');
    expect(read(line, [{ start: 7, end: 17, ...time, why }])).toEqual([]);
  });

  test('takes “over” before a small word as a place', () => {
    expect(read(flat('flew/VERB over/ADP two/NUM villages/NOUN'))).toEqual([['two', 'village', 2, 2]]);
  });
});
