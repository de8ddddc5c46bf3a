// `npm run score`: measures the reading on the gold reports in ../shared/gold, beside the repository. `npm run score --
// --engine accurate` chooses the engine, which is the fast one otherwise; what else follows `--` goes to the scorers, as in
// `npm run score -- --errors`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, say } from './install.mjs';

const SETS = ['seed', 'single', 'stories'];
const gold = join(root, '../shared/gold');
const args = process.argv.slice(2);
const engineAt = args.indexOf('--engine');
const engine = engineAt < 0 ? 'fast' : (args[engineAt + 1] ?? '');
const options = args.filter((_, at) => engineAt < 0 || (at !== engineAt && at !== engineAt + 1));

if (existsSync(gold)) measure();
else {
  say('There is no ../shared/gold beside the repository; the gold reports are needed to measure.');
  process.exitCode = 1;
}

function measure() {
  const out = mkdtempSync(join(tmpdir(), 'gainsay-score-'));
  try {
    process.stdout.write(`Read by the ${engine} engine.\n`);
    gainsay(['read', ...SETS.map((set) => join(gold, set)), '--json', '--out', out]);
    for (const set of SETS) score(set, [join(gold, set), out, ...options]);
    score('all', [gold, out]);
    for (const story of readdirSync(join(gold, 'stories'))) scoreStory(story, out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function scoreStory(story, readings) {
  const folder = join(gold, 'stories', story);
  const told = join(readings, 'told.story');
  writeFileSync(told, gainsay(['story', folder, '--json']));
  score(`story ${story}`, [folder, readings, told, ...options], 'score-story.mjs');
}

function score(title, args, scorer = 'score.mjs') {
  const table = execFileSync(process.execPath, [join(gold, scorer), ...args]);
  process.stdout.write(`\n## ${title}\n${table}`);
}

function gainsay(args) {
  const [command, ...rest] = args;
  const main = join(root, 'dist', 'cli', 'main.js');
  return execFileSync(process.execPath, [main, command, '--engine', engine, ...rest], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 30,
  });
}
