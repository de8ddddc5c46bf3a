// `npm run bench [-- language] [-- read] [-- memory] [-- --engine accurate] [-- --reports FOLDER]`: what the reading costs on
// this machine, with the fast engine unless another is named; `language` also compares the engines. Without a folder of reports it reads the sample story over and over, and says so. Times are the processor's, which other programs
// on the machine disturb less than the clock's; where a row gives the clock, it says so.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { engineLines } from './bench-engines.mjs';
import { build } from './build.mjs';
import { install, root, say } from './install.mjs';

/** Reports read in one run: a few thousand sentences, enough for a figure that does not jump. */
const REPORTS = 200;
/** Reports read before the clock runs, so that the code is compiled. */
const WARM_UP = 20;
const KINDS = ['language', 'read', 'memory'];

install();
build();
const args = process.argv.slice(2);
const folderAt = args.indexOf('--reports');
const folder = folderAt < 0 ? null : args[folderAt + 1];
const engineAt = args.indexOf('--engine');
const engineName = engineAt < 0 ? 'fast' : args[engineAt + 1];
const wanted = KINDS.filter((kind) => args.includes(kind));
const kinds = wanted.length > 0 ? wanted : KINDS;

const { createReadingPipeline, loadReader } = await load('pipeline/reader.js');
const { loadResources } = await load('pipeline/resources.js');
const { openEngine } = await load('pipeline/engines.js');
const { blankDoc, withLayers } = await load('document/doc.js');
const { readJson } = await load('ingest/json.js');

const reports = loadReports();
const words = reports.reduce((sum, report) => sum + wordsIn(report.text), 0);
const rows = [];
// Memory first: what the others leave behind would be counted as its own.
if (kinds.includes('memory')) await benchMemory();
if (kinds.includes('language')) await benchLanguage();
if (kinds.includes('read')) await benchRead();
print();

function load(path) {
  return import(pathToFileURL(join(root, 'dist', path)).href);
}

function loadReports() {
  const from = folder ?? join(root, 'data', 'sample-story');
  const files = readdirSync(from).filter((name) => name.endsWith('.json'));
  const found = files.flatMap((name) => readJson(readFileSync(join(from, name), 'utf8'), name, name));
  if (found.length === 0) throw new Error(`There is no report in ${from}.`);
  const count = folder === null ? REPORTS : Math.min(found.length, REPORTS);
  return Array.from({ length: count }, (_, i) => {
    const report = found[i % found.length];
    return { ...report, meta: { ...report.meta, id: `r${i}` } };
  });
}

function wordsIn(text) {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/** Processor time of a task in milliseconds, all threads of this process together. */
function costOf(task) {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function row(measure, value, unit) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  rows.push([measure, value.toFixed(digits), unit]);
}

/** The engine alone, then each stage, over the same reports. */
async function benchLanguage() {
  const resources = await loadResources();
  const { engine } = await openEngine(engineName);
  const { stages } = createReadingPipeline(engine, resources);
  const costs = new Map(stages.map(({ name }) => [name, 0]));
  const sentences = [];
  const readOne = (report, isTimed) => {
    let doc = blankDoc(report, '');
    for (const stage of stages) {
      let given;
      const cost = costOf(() => {
        given = stage.run(doc);
      });
      doc = withLayers(doc, given);
      if (isTimed) costs.set(stage.name, costs.get(stage.name) + cost);
    }
    const { tokens } = doc.layers;
    for (const { firstToken, endToken } of doc.layers.sentences) {
      // The language stage hands the engine no more at once.
      const texts = tokens.slice(firstToken, Math.min(endToken, firstToken + 250)).map(({ text }) => text);
      if (isTimed && texts.length > 0) sentences.push(texts);
    }
  };
  for (const report of reports.slice(0, WARM_UP)) readOne(report, false);
  for (const report of reports) readOne(report, true);
  const tokens = sentences.reduce((sum, { length }) => sum + length, 0);
  const engineMs = costOf(() => engine.read(sentences));
  row(`${engineName} engine`, (1000 * sentences.length) / engineMs, 'sentences/s');
  row(`${engineName} engine`, (1000 * tokens) / engineMs, 'tokens/s');
  for (const [name, ms] of costs) row(`stage ${name}`, (1000 * ms) / words, 'ms/1,000 words');
  const all = [...costs.values()].reduce((sum, ms) => sum + ms, 0);
  row('all stages', (1000 * all) / words, 'ms/1,000 words');
}

/** The program from the command line, then how its cost grows with the length of a report. */
async function benchRead() {
  const temporary = mkdtempSync(join(tmpdir(), 'gainsay-bench-'));
  try {
    const one = join(temporary, 'one.txt');
    writeFileSync(one, 'Rebels shelled Goma on Monday, the army said.\n');
    const starts = Array.from({ length: 5 }, () => runRead([one, '--json']));
    row('gainsay read, one sentence', median(starts.map(({ clock }) => clock)), 'ms by the clock');
    if (starts[0].processor !== null) {
      row('gainsay read, one sentence', median(starts.map(({ processor }) => processor)), 'ms');
    }
    const many = join(temporary, 'reports.ndjson');
    const lines = reports.map(({ meta: { id, ...meta }, text }) =>
      JSON.stringify({ id, report: { ...meta, text } }),
    );
    writeFileSync(many, `${lines.join('\n')}\n`);
    const { clock, processor } = runRead([many, '--ndjson']);
    row(`gainsay read, ${reports.length} reports`, (1000 * reports.length) / clock, 'reports/s by the clock');
    if (processor !== null) {
      row(`gainsay read, ${reports.length} reports`, (1000 * reports.length) / processor, 'reports/s');
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  await benchGrowth();
}

function runRead(inputs) {
  const before = childrenMs();
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli/main.js'), 'read', '--engine', engineName, ...inputs],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  if (status !== 0) say(`gainsay read gave ${status}: ${stderr}`);
  const after = childrenMs();
  return {
    clock: performance.now() - started,
    processor: before === null || after === null ? null : after - before,
  };
}

/** Processor time of ended children in milliseconds, in steps of 10; null where the system does not tell. */
function childrenMs() {
  if (!existsSync('/proc/self/stat')) return null;
  // The name may hold blanks: fields are counted behind its bracket. 14 and 15 there are the children's times.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ');
  return 10 * (Number(fields[13]) + Number(fields[14]));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

async function benchGrowth() {
  const reader = await loadReader({ engine: engineName });
  for (const report of reports.slice(0, WARM_UP)) reader.read(report);
  const ordinary = [];
  for (let i = 0; wordsIn(ordinary.join(' ')) < 2000; i++) ordinary.push(reports[i % reports.length].text);
  const texts = {
    'report of 2,000 words': (times) => Array(times).fill(ordinary.join('\n\n')).join('\n\n'),
    '20,000 letters in one word': (times) => 'x'.repeat(20_000 * times),
    '1,250 opening quotation marks': (times) => `The army said ${'“'.repeat(1250 * times)}it fired.`,
    '750 conjuncts': (times) =>
      `Rebels attacked ${Array(750 * times)
        .fill('soldiers')
        .join(' and ')}.`,
    '750 joined verbs': (times) =>
      `Rebels ${Array(750 * times)
        .fill('shelled Goma')
        .join(' and ')}.`,
  };
  for (const [name, make] of Object.entries(texts)) {
    const once = growthCost(reader, make(1));
    for (const times of [2, 4]) {
      row(`${name}, ×${times} as long`, growthCost(reader, make(times)) / once, '× the cost');
    }
  }
}

/** The lowest of three runs: what a collection of garbage or the compiler added falls away. */
function growthCost(reader, text) {
  const report = { ...reports[0], text };
  return Math.max(1, Math.min(...[0, 1, 2].map(() => costOf(() => reader.read(report)))));
}

async function benchMemory() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  collect();
  const empty = process.memoryUsage();
  const reader = await loadReader({ engine: engineName });
  // What the first readings leave behind (compiled code, tables filled on first use) belongs to the program.
  for (const report of reports.slice(0, WARM_UP)) reader.read(report);
  collect();
  const loaded = process.memoryUsage();
  row('memory of models and tables', (sizeOf(loaded) - sizeOf(empty)) / 1e6, 'MB');
  const readings = reports.map((report) => reader.read(report));
  collect();
  const claims = readings.reduce((sum, { events }) => sum + events.length, 0);
  row(`claims read in ${reports.length} reports`, claims, 'claims');
  row(
    'readings kept',
    ((sizeOf(process.memoryUsage()) - sizeOf(loaded)) / claims) * (10_000 / 1e6),
    'MB/10,000 claims',
  );
  row('greatest memory of the process', process.resourceUsage().maxRSS / 1000, 'MB');
}

function sizeOf({ heapUsed, external }) {
  return heapUsed + external;
}

function print() {
  const [processor] = cpus();
  const source =
    folder === null
      ? `the sample story, ${reports.length} readings`
      : `${reports.length} reports of a folder`;
  const lines = [
    `Texts: ${source}; ${words} words, ${Math.round(words / reports.length)} a report.`,
    `Machine: ${cpus().length} cores, ${processor?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB; Node ${process.versions.node}, ${process.platform}.`,
    `Load when this was printed: ${loadavg()[0].toFixed(1)}.`,
    '',
    '| measure | value | unit |',
    '|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    ...(kinds.includes('language') ? ['', ...engineLines()] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
