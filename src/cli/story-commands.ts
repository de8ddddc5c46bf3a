import type { Command } from 'commander';
import { type Context, entryNumber, moment, reader } from './arguments.ts';

/** Adds the commands on what many reports say together. */
export function addStories(program: Command, context: Context): void {
  addViews(program, context);
  addDecisions(program, context);
}

function addViews(program: Command, { io, outcome }: Context): void {
  reader(
    program
      .command('story')
      .summary('put several reports together: who asserts what, who denies it')
      .description(
        'Reads reports about one matter and prints each event with who asserts it, who denies it, and how many origins there are.',
      )
      .argument('[path...]', 'files, folders, or - for standard input'),
  )
    .option('--project <dir>', 'put together what this project keeps')
    .option('--json', 'print JSON')
    .option('--text', 'print for a person (the default)')
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { story } = await import('./commands/story.ts');
      outcome.exitCode = await story(paths, command.optsWithGlobals(), io);
    });
  reader(
    program
      .command('diff')
      .summary('tell what changed since a moment')
      .description(
        'Tells what changed since a moment: new independent origins, denials, numbers that moved, words that softened, retractions. In a project the moment is when we knew; for files it is their dates of publication.',
      )
      .argument('[path...]', 'files, folders, or - for standard input'),
  )
    .requiredOption(
      '--since <moment>',
      'a day (its start, UTC) or a moment: 2024-03-02, 2024-03-02T08:00Z',
      moment,
    )
    .option('--until <moment>', 'a later moment; now without it', moment)
    .option('--project <dir>', 'compare what this project knew')
    .option('--json', 'print JSON')
    .option('--text', 'print for a person (the default)')
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { diff } = await import('./commands/diff.ts');
      outcome.exitCode = await diff(paths, command.optsWithGlobals(), io);
    });
}

function addDecisions(program: Command, { io, outcome }: Context): void {
  decision(
    program
      .command('merge')
      .summary('decide that mentions are one event')
      .description(
        'Logs that mentions are one event. It holds whatever is read again, until it is taken back.',
      )
      .argument('<mention...>', 'two or more, as in report/e3'),
  ).action(async (mentions: string[], _options: unknown, command: Command) => {
    const { merge } = await import('./commands/decide.ts');
    outcome.exitCode = await merge(mentions, command.optsWithGlobals(), io);
  });
  decision(
    program
      .command('split')
      .summary('decide that mentions are another event')
      .description('Logs that mentions are another event than the rest of the event that they are told with.')
      .argument('<mention...>', 'one or more, as in report/e3'),
  ).action(async (mentions: string[], _options: unknown, command: Command) => {
    const { split } = await import('./commands/decide.ts');
    outcome.exitCode = await split(mentions, command.optsWithGlobals(), io);
  });
  decision(
    program
      .command('retract')
      .summary('log that an outlet took a report back')
      .description('Logs that an outlet took a report back: its claims stay, and no longer count.')
      .argument('<report>', 'the id of a report'),
  ).action(async (report: string, _options: unknown, command: Command) => {
    const { retract } = await import('./commands/decide.ts');
    outcome.exitCode = await retract(report, command.optsWithGlobals(), io);
  });
  decision(
    program
      .command('undo')
      .summary('take a decision back')
      .description('Logs that the decision of an entry no longer holds. The entry itself stays.')
      .argument('<entry>', 'the number of the entry', entryNumber),
  ).action(async (entry: number, _options: unknown, command: Command) => {
    const { undo } = await import('./commands/decide.ts');
    outcome.exitCode = await undo(entry, command.optsWithGlobals(), io);
  });
}

function decision(command: Command): Command {
  return command
    .option('--project <dir>', 'the project', '.')
    .option('--note <words>', 'why, kept with the decision');
}
