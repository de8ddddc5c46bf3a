// `npm run score`: measures the reading on the gold reports in ../shared/gold, beside the repository. `npm run score --
// --engine accurate` chooses the engine, which is the fast one otherwise; `--reports FOLDER` measures on other annotated reports, as in
// test/gold/held, or on a folder with a story.json; what else follows `--` goes to the scorers, as in `npm run score -- --errors`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root, say } from './install.mjs';

const SETS = ['seed', 'single', 'stories'];
const gold = join(root, '../shared/gold');
const args = process.argv.slice(2);
const engine = takeOption('--engine') ?? 'fast';
const reports = takeOption('--reports');
const options = args;

if (existsSync(gold)) withReadings(reports === undefined ? measureAll : measureFolder);
else {
  say('There is no ../shared/gold beside the repository; the gold reports are needed to measure.');
  process.exitCode = 1;
}

/** Takes an option and its value off the arguments. */
function takeOption(option) {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

function withReadings(measure) {
  const out = mkdtempSync(join(tmpdir(), 'gainsay-score-'));
  try {
    process.stdout.write(`Read by the ${engine} engine.\n`);
    measure(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function measureAll(out) {
  gainsay(['read', ...SETS.map((set) => join(gold, set)), '--json', '--out', out]);
  for (const set of SETS) score(set, [join(gold, set), out, ...options]);
  score('all', [gold, out]);
  for (const story of readdirSync(join(gold, 'stories'))) scoreStory(join(gold, 'stories', story), out);
}

function measureFolder(out) {
  const files = reportsIn(reports);
  gainsay(['read', ...files, '--json', '--out', out]);
  score(reports, [reports, out, ...options]);
  if (existsSync(join(reports, 'story.json'))) scoreStory(reports, out);
}

/** A story folder holds what is told over all of its reports, too. */
function reportsIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'story.json')
    .map((name) => join(folder, name));
}

function scoreStory(folder, readings) {
  const told = join(readings, 'told.story');
  writeFileSync(told, gainsay(['story', ...reportsIn(folder), '--json']));
  score(`story ${basename(folder)}`, [folder, readings, told, ...options], 'score-story.mjs');
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
