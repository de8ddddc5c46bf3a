// `npm run golden`: compares the readings of test/reports with those accepted. `npm run golden -- --accept` rewrites
// them and prints what changed, for a person to read before it is committed.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, root, runPackage, runQuietly, say } from './install.mjs';

install();
const accept = process.argv.includes('--accept');
const before = mkdtempSync(join(tmpdir(), 'gainsay-golden-'));
try {
  const readings = join(root, 'test', 'reports');
  cpSync(readings, before, { recursive: true });
  if (accept) startNewCases(readings);
  const status = runPackage('vitest/vitest.mjs', [
    'run',
    'test/readings.test.ts',
    '--reporter=dot',
    ...(accept ? ['--update'] : []),
  ]);
  if (accept) {
    // Outside any repository too: the package may have come as an archive.
    const changed = runQuietly('git', [
      'diff',
      '--no-index',
      '--unified=0',
      '--stat',
      '-p',
      before,
      readings,
    ]);
    say(changed === 0 ? 'No reading changed.' : 'Read each changed line above beside its report.');
  }
  process.exitCode = status;
} finally {
  rmSync(before, { recursive: true, force: true });
}

/** The test fails where nothing was ever accepted; a new report starts from an empty reading. */
function startNewCases(folder) {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    const reading = join(folder, name, 'reading.txt');
    if (!existsSync(reading)) writeFileSync(reading, '');
  }
}
