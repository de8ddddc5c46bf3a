import { readFileSync } from 'node:fs';
import { createFastEngine } from '../../src/language/fast/engine.ts';
import { readTreebanks } from './conllu.ts';
import { readUner } from './name-data.ts';
import { scoreRaw } from './raw-scores.ts';
import { scoreNames, scoreSyntax } from './scores.ts';

/** Prints the scores of the fast engine: `evaluate.ts [weights.bin] [data]`. */
function main(weights: string, data: string): void {
  const started = performance.now();
  const engine = createFastEngine(readFileSync(weights));
  process.stdout.write(`loaded in ${Math.round(performance.now() - started)} ms, ${engine.version}\n`);
  const banks = readTreebanks(data);
  const sets = {
    'EWT dev': banks.ewtDev,
    'EWT test': banks.ewtTest,
    'GUM news dev': banks.gumNewsDev,
    'GUM news test': banks.gumNewsTest,
    'GUM news dev + test': [...banks.gumNewsDev, ...banks.gumNewsTest],
    PUD: banks.pud,
  };
  engine.read(banks.ewtDev.slice(0, 500).map(({ words }) => words));
  process.stdout.write(
    '| set | words | UPOS | lemma | UAS | LAS | LAS with subtypes | words/s |\n|---|---|---|---|---|---|---|---|\n',
  );
  for (const [name, sentences] of Object.entries(sets)) {
    process.stdout.write(`| ${[name, ...Object.values(scoreSyntax(engine, sentences))].join(' | ')} |\n`);
  }
  process.stdout.write(
    '\n| raw text | sentences F1 | tokens F1 | UPOS F1 | LAS F1 |\n|---|---|---|---|---|\n',
  );
  for (const [name, sentences] of Object.entries(sets)) {
    process.stdout.write(`| ${[name, ...Object.values(scoreRaw(engine, sentences))].join(' | ')} |\n`);
  }
  process.stdout.write('\n');
  for (const part of ['dev', 'test']) {
    process.stdout.write(
      `names, UNER-EWT ${part}: F1 ${scoreNames(engine, readUner(data, `en_ewt-ud-${part}.iob2`))}\n`,
    );
  }
}

main(process.argv[2] ?? 'models/fast/weights.bin', process.argv[3] ?? '../shared/data');
