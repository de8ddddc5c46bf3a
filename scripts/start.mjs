// `npm start`: installs and builds what is missing, then runs gainsay with the same arguments, streams and exit code.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, root } from './install.mjs';

install();
build();

// The paths that a user gives count from where the user stands; npm has gone to the package's folder.
const cwd = process.env['INIT_CWD'] ?? process.cwd();
const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...process.argv.slice(2)], {
  cwd,
  stdio: 'inherit',
});
// Ctrl-C reaches the child by itself; this process only waits to hand its exit code on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
