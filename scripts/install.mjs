import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Prints a message where data never goes. */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** Runs a program with its output on standard error; gives its exit code. */
export function runQuietly(command, args) {
  // npm is a script on Windows, which only a shell can start; every argument here is a constant of ours.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (error) say(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Runs a script of an installed package with this Node, without a shell and whatever the folder is called. */
export function runPackage(script, args) {
  return runQuietly(process.execPath, [join(root, 'node_modules', script), ...args]);
}

/** Gives the SHA-256 of a text or of bytes. */
export function hashOf(data) {
  return createHash('sha256').update(data).digest('hex');
}

/** Installs the packages of the lock file where they are missing or others are installed; ends the program on failure. */
export function install() {
  if (isInstalled()) return;
  say('Installing packages (once) …');
  if (runQuietly('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    say('The packages could not be installed; npm tells why above. Is the package registry reachable?');
    process.exit(1);
  }
}

/** npm notes what it installed; packages for other systems are in the lock only. */
function isInstalled() {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}
