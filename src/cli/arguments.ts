import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Io } from './io.ts';

/** Where a command leaves its exit code. */
export interface Outcome {
  exitCode: number;
}

/** What a command runs in. */
export interface Context {
  readonly io: Io;
  readonly outcome: Outcome;
}

/** Gives a command that reads reports its options. */
export function reader(command: Command): Command {
  return command
    .addOption(engineOption())
    .addOption(actorsOption())
    .option('--jobs <number>', 'read so many reports at once; the readings are the same', jobs, 1);
}

/** Gives the option that names a user's own table of actors. */
export function actorsOption(): Option {
  return new Option(
    '--actors <file>',
    'a table of your own actors; their lines stand before those of data/actors',
  );
}

/** Gives the option that chooses an engine. */
export function engineOption(): Option {
  return new Option(
    '--engine <name>',
    'accurate: a small neural network (the default where it can be loaded); fast: pure JavaScript',
  ).choices(['fast', 'accurate']);
}

const MAX_JOBS = 64;

function jobs(value: string): number {
  const number = wholeNumber(value);
  if (number < 1 || number > MAX_JOBS)
    throw new InvalidArgumentError(`It is a number from 1 to ${MAX_JOBS}.`);
  return number;
}

/** Reads a number that also fits a port. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,5}$/u.test(value) || Number(value) > 65_535)
    throw new InvalidArgumentError('It is a number from 0 to 65535.');
  return Number(value);
}

/** Reads the number of an entry of the log. */
export function entryNumber(value: string): number {
  if (!/^[1-9]\d{0,14}$/u.test(value))
    throw new InvalidArgumentError('It is the number of an entry, from 1.');
  return Number(value);
}

/** Reads a day (its first moment, UTC) or a moment; gives ISO 8601 in UTC. */
export function moment(value: string): string {
  const known = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u.test(
    value,
  );
  if (!known || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError('It is a day as in 2024-03-02, or a moment as in 2024-03-02T08:00Z.');
  return new Date(value).toISOString();
}
