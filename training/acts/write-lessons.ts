/**
 * Writes what the heads of acts learn from and are measured on, one sentence a line: SENTENCES OUT [MEASURED…].
 *   npx jiti training/acts/write-lessons.ts training/acts build/acts/lessons.ndjson test/gold/held ../shared/gold/single
 * Learned from: the sentences of the folder, the sentences of the table of triggers, and the practice reports.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseTable } from '../../src/document/table.ts';
import { cutPieces, readVocabulary } from '../../src/language/accurate/pieces.ts';
import { loadReader } from '../../src/pipeline/reader.ts';
import {
  type Lesson,
  labelText,
  type MarkedText,
  readReports,
  readSentences,
  readTriggers,
} from './lessons.ts';

const [folder = 'training/acts', out = 'build/acts/lessons.ndjson', ...measured] = process.argv.slice(2);
const vocabulary = readVocabulary(readFileSync('models/accurate/vocabulary.txt', 'utf8'));
const reader = await loadReader({ engine: 'accurate' });

const texts: MarkedText[] = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readSentences(readFileSync(join(folder, name), 'utf8'))),
  ...readTriggers(parseTable(readFileSync('data/events/triggers.tsv', 'utf8'))),
  ...readReports('test/gold/practice', 'train'),
  ...measured.flatMap((path) => readReports(path, path)),
];
const lessons: Lesson[] = texts.flatMap((text) => labelText(reader, text));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(
  out,
  lessons
    .map((lesson) => `${JSON.stringify({ ...lesson, ...cutPieces(vocabulary, lesson.words) })}\n`)
    .join(''),
);
console.error(`${lessons.length} sentences`);
