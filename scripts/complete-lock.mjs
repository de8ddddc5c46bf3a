// `node scripts/complete-lock.mjs`, after every change of dependencies: names in the lock file the packages for other
// systems (macOS, Windows, musl) that a registry may not have shown npm when it wrote the lock. Without them
// `npm ci` refuses the lock as out of step, here and everywhere.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const added = [];
for (const [owner, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] !== undefined || lock.packages[`${owner}/${key}`] !== undefined) continue;
    lock.packages[key] = entryFor(name, version, dev === true);
    added.push(name);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stderr.write(`${added.length} packages for other systems were named.\n`);

/** Such packages say in their names what they are for: `binding-linux-arm64-musl`. */
function entryFor(name, version, dev) {
  if (!/^\d/u.test(version)) throw new Error(`${name} ${version} is a range; name its version by hand.`);
  const parts = name.split(/[/-]/u);
  const libc = parts.some((part) => part.startsWith('musl'))
    ? ['musl']
    : parts.some((part) => part.startsWith('gnu'))
      ? ['glibc']
      : null;
  return {
    version,
    cpu: PROCESSORS.filter((processor) => parts.includes(processor)),
    ...(dev ? { dev } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    os: SYSTEMS.filter((system) => parts.includes(system)),
  };
}
