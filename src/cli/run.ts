import { existsSync } from 'node:fs';
import { CommanderError } from 'commander';
import { ERRORS, GainsayError } from '../errors.ts';
import type { Io } from './io.ts';
import { programFor } from './program.ts';

/**
 * Runs one command line and gives its exit code: 0 done, 1 failed, 2 wrong usage, 3 some inputs failed, 4 a gate was not met.
 * Without arguments it opens the desk on the sample story.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const outcome = { exitCode: 0 };
  try {
    const program = programFor(io, outcome);
    const [first] = argv;
    // `gainsay report.txt`: what is meant is plain, but a command that is added later must not change what a file name does.
    if (
      first !== undefined &&
      !program.commands.some((command) => command.name() === first) &&
      existsSync(first)
    ) {
      throw new GainsayError('usage', { reason: `To read ${first}: gainsay read ${first}` });
    }
    await program.parseAsync(argv.length === 0 ? ['serve', '--sample', '--open'] : argv, { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    return failed(error, io);
  }
}

async function failed(error: unknown, io: Io): Promise<number> {
  // Commander has printed its sentence already; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof GainsayError) {
    await io.err.write(`${error.message}\n`);
    return ERRORS[error.code].exitCode;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await io.err.write(`This is a fault in Gainsay; please report it with these lines.\n${trace}\n`);
  return 1;
}
