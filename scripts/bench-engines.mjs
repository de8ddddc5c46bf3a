import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, say } from './install.mjs';

/** wink-nlp stands beside the engines as a comparator; it tags only. */
const NAMES = ['fast', 'accurate', 'wink'];

/**
 * Compares the engines on the treebanks of ../shared/data, beside the repository: a column each. Gives the lines of a
 * table, or one that says what is lacking.
 */
export function engineLines() {
  const data = join(root, '../shared/data');
  if (!existsSync(join(data, 'syntax'))) {
    return [
      'The scores of the engines are missing: they need the treebanks in ../shared/data, beside the repository.',
    ];
  }
  const lines = [];
  const columns = NAMES.flatMap((name) => {
    const column = columnOf(name, data);
    if (column === null)
      lines.push(`There is no column ${name}: it cannot be loaded; gainsay doctor tells why.`);
    return column === null ? [] : [{ name, values: new Map(Object.entries(column)) }];
  });
  const measures = [...new Set(columns.flatMap(({ values }) => [...values.keys()]))];
  const cell = ({ values }, measure) => values.get(measure) ?? '–';
  return [
    `| measure | ${columns.map(({ name }) => name).join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...measures.map(
      (measure) => `| ${[measure, ...columns.map((column) => cell(column, measure))].join(' | ')} |`,
    ),
    ...lines,
  ];
}

/** A process of its own for each, so that none pays for what another has left behind; null where it ended badly. */
function columnOf(name, data) {
  say(`Measuring ${name} …`);
  const cost = outputOf(['--expose-gc', '--input-type=module', '--eval', costScript(name)]);
  const jiti = join(root, 'node_modules/jiti/lib/jiti-cli.mjs');
  const scores = cost && outputOf([jiti, join(root, 'training/engines/measure.ts'), name, data]);
  return scores && { ...scores, ...cost };
}

function outputOf(args) {
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  return status === 0 ? JSON.parse(stdout) : null;
}

/** Prints what loading costs; the memory is what the process holds more of when a first sentence has been read. */
function costScript(name) {
  const engines = JSON.stringify(pathToFileURL(join(root, 'dist/pipeline/engines.js')).href);
  const open =
    name === 'wink'
      ? `const nlp = (await import('wink-nlp')).default((await import('wink-eng-lite-web-model')).default, ['pos']);
         nlp.readDoc('It rained.').tokens().out(nlp.its.pos);`
      : `const { engine } = await (await import(${engines})).openEngine('${name}'); engine.read([['It', 'rained', '.']]);`;
  return `
    globalThis.gc();
    const [memory, processor] = [process.memoryUsage().rss, process.cpuUsage()];
    ${open}
    const { user, system } = process.cpuUsage(processor);
    globalThis.gc();
    console.log(JSON.stringify({
      'loading, ms': Math.round((user + system) / 1000),
      'memory, MB': Math.round((process.memoryUsage().rss - memory) / 1e6),
    }));`;
}
