import { createWriteStream, readFileSync } from 'node:fs';
import { readVocabulary } from '../../src/language/accurate/pieces.ts';
import { readLessons } from './lessons.ts';

/** Writes the lessons that `train.py` learns from, one a line: DATA VOCABULARY OUT. */
const [data = '../shared/data', vocabulary = 'models/accurate/vocabulary.txt', out = 'build/lessons.ndjson'] =
  process.argv.slice(2);
const file = createWriteStream(out);
for (const lesson of readLessons(data, readVocabulary(readFileSync(vocabulary, 'utf8'))))
  file.write(`${JSON.stringify(lesson)}\n`);
file.end();
