// `npm test`: installs what is missing, builds, checks the style and the types, and runs every test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { chromium } from './chromium.mjs';
import { install, root, runPackage, say } from './install.mjs';

install();
build();
const browser = chromium();
if (browser === null) {
  say('There is no Chromium here and none could be installed: the browser tests are skipped.');
  if (process.env['CI']) {
    say('In CI they must run: install chromium, or set CHROMIUM_PATH.');
    process.exit(1);
  }
}

const checks = [
  ['Style', 'biome', () => runPackage('@biomejs/biome/bin/biome', ['check', '--diagnostic-level=warn'])],
  ['Types', 'tsc', () => runPackage('typescript/bin/tsc', ['-p', 'tsconfig.test.json'])],
  ['Types of the desk', 'tsc', () => runPackage('typescript/bin/tsc', ['-p', 'web'])],
  ['Unused code', 'knip', () => runPackage('knip/bin/knip.js', [])],
];
let passed = 0;
const failed = [];
for (const [what, name, check] of checks) {
  say(`${what} (${name}) …`);
  if (check() === 0) passed++;
  else failed.push(what);
}

const tests = runTests(process.argv.slice(2));
passed += tests.passed;
const count = failed.length + tests.failed;
if (failed.length > 0) say(`Failed: ${failed.join(', ')}.`);
if (tests.skipped > 0) say(`${tests.skipped} tests were skipped.`);
process.stdout.write(`${passed} passed, ${count} failed\n`);
process.exitCode = count === 0 && tests.exitCode === 0 ? 0 : 1;

function runTests(args) {
  say('Tests (vitest) …');
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-tests-'));
  const report = join(folder, 'report.json');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, CHROMIUM_PATH: browser ?? '' } },
  );
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A file that breaks before its first test counts as one failure.
    const broken = numFailedTests === 0 ? numFailedTestSuites : 0;
    return {
      exitCode: status ?? 1,
      passed: numPassedTests,
      failed: numFailedTests + broken,
      skipped: numPendingTests,
    };
  } catch (error) {
    say(`The tests left no report: ${error.message}`);
    return { exitCode: 1, passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
