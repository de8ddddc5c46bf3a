import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashOf, install, root, runPackage, say } from './install.mjs';

/** What the program is made from; a change in any of it means a new build. */
const SOURCES = ['src', 'tsconfig.json', 'package.json', 'package-lock.json'];
const WEB_SOURCES = ['web', 'src', 'package.json', 'package-lock.json'];

/** Builds what is older than its sources; ends the program with the compiler's messages when that fails. */
export function build() {
  buildPart('dist/.built-code', SOURCES, 'Building …', () => {
    // What was deleted from the sources must not live on in the build; the desk has its own stamp.
    for (const name of existsSync(join(root, 'dist')) ? readdirSync(join(root, 'dist')) : []) {
      if (name !== 'web' && name !== '.built-web') rmSync(join(root, 'dist', name), { recursive: true });
    }
    return runPackage('typescript/bin/tsc', ['-p', 'tsconfig.json']);
  });
  if (!existsSync(join(root, 'web', 'index.html'))) return;
  buildPart('dist/.built-web', WEB_SOURCES, 'Building the desk …', () =>
    runPackage('vite/bin/vite.js', [
      'build',
      'web',
      '--outDir',
      join(root, 'dist', 'web'),
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ]),
  );
}

function buildPart(stampName, sources, message, make) {
  const stamp = join(root, stampName);
  const state = fingerprint(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  say(message);
  if (make() !== 0) {
    say('The build failed; the messages above tell where.');
    process.exit(1);
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, state);
}

/** Names, sizes and times: reading every source would cost each start a quarter of a second. */
function fingerprint(sources) {
  const lines = [];
  for (const path of sources.map((name) => join(root, name)).filter((path) => existsSync(path))) {
    for (const file of filesBelow(path)) {
      const { size, mtimeMs } = statSync(file);
      lines.push(`${file.slice(root.length)} ${size} ${mtimeMs}`);
    }
  }
  return hashOf(lines.join('\n'));
}

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !name.endsWith('.test.ts'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesBelow(join(path, name)));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  install();
  build();
}
