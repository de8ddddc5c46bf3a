#!/usr/bin/env node
import { processIo } from './process-io.ts';
import { run } from './run.ts';

// `gainsay read … | head` closes the pipe early: the reader has seen enough, and nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), processIo());
// An input that was opened and not read to its end would keep the process waiting.
process.stdin.destroy();
