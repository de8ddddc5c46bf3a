// Measures the reading on gold reports beside the repository: npm run score [-- --errors] [-- --engine fast]
// Needs ../shared/gold and a build (npm start builds).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const gold = join(root, '../shared/gold');
if (!existsSync(gold)) {
  console.error('There is no ../shared/gold beside the repository; the gold reports are needed to measure.');
  process.exit(1);
}
const options = process.argv.slice(2);
const sets = ['seed', 'single', 'stories'];
const out = mkdtempSync(join(tmpdir(), 'gainsay-score-'));
try {
  execFileSync(
    process.execPath,
    [join(root, 'dist/cli/main.js'), 'read', ...sets.map((set) => join(gold, set)), '--json', '--out', out],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  for (const set of [...sets, '.']) {
    console.log(`\n## ${set === '.' ? 'all' : set}`);
    process.stdout.write(
      execFileSync(process.execPath, [
        join(gold, 'score.mjs'),
        join(gold, set),
        out,
        ...(set === '.' ? [] : options),
      ]),
    );
  }
  for (const story of readdirSync(join(gold, 'stories'))) {
    const told = execFileSync(process.execPath, [
      join(root, 'dist/cli/main.js'),
      'story',
      join(gold, 'stories', story),
      '--json',
    ]);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(out, 'told.story'), told);
    console.log(`\n## story ${story}`);
    process.stdout.write(
      execFileSync(process.execPath, [
        join(gold, 'score-story.mjs'),
        join(gold, 'stories', story),
        out,
        join(out, 'told.story'),
        ...options,
      ]),
    );
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
