import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { actorsOption, type Context, engineOption, type Outcome, reader, wholeNumber } from './arguments.ts';
import type { Io } from './io.ts';
import { addStories } from './story-commands.ts';

const EXAMPLES = `Examples:
  gainsay read report.txt                 who says what happened, and who denies it
  gainsay read folder/ --json --out readings/
  cat reports.ndjson | gainsay read - --ndjson
  gainsay explain report.txt:e3           why an event was read as it was
  gainsay init harbour && gainsay add --project harbour *.html
  gainsay                                 open the desk on the sample story
`;

/** Gives the command line's grammar. A command's code is loaded when it runs, so that the others do not wait for it. */
export function programFor(io: Io, outcome: Outcome): Command {
  const program = new Command('gainsay');
  program
    .description('Reads news reports about a conflict: who says what happened, and who gainsays it.')
    .version(versionOf(io.root), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('before', `${EXAMPLES}`)
    .option('--no-color', 'print without colours (also NO_COLOR=1)')
    .option('-q, --quiet', 'print data and errors only')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.out.write(text),
      writeErr: (text) => void io.err.write(text),
      outputError: (text, write) =>
        write(`${text.replace(/^error: /u, 'gainsay: ').trimEnd()}\nSee gainsay --help.\n`),
      getOutHelpWidth: () => io.out.width ?? 80,
      getErrHelpWidth: () => io.err.width ?? 80,
    });
  const context = { io, outcome };
  addReading(program, context);
  addStories(program, context);
  addProject(program, context);
  addPeople(program, context);
  addDesk(program, context);
  return program;
}

function addReading(program: Command, { io, outcome }: Context): void {
  reader(
    program
      .command('read')
      .summary('read reports and print who says what happened')
      .description('Reads reports and prints the events they speak of, grouped by whose word each is.')
      .argument('<path...>', 'files (.txt .md .html .json .ndjson), folders, or - for standard input'),
  )
    .option('--json', 'print the machine interface: an object for one report, an array for several')
    .option('--ndjson', 'print one reading a line')
    .option('--out <dir>', 'write one <id>.json a report into this folder')
    .option('--layers', 'with JSON: add sentences, tokens, names and the other layers')
    .option('--explain', 'show the rule, the words and the sureness behind each field')
    .option('--project <dir>', 'keep the reports and readings in this project')
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { read } = await import('./commands/read.ts');
      outcome.exitCode = await read(paths, command.optsWithGlobals(), io);
    });
  reader(
    program
      .command('explain')
      .summary('tell why events were read as they were')
      .description(
        'Prints, for each field of an event, the rule that read it, the words, and how sure the machine is.',
      )
      .argument('<file[:event]>', 'a report, and one of its events, as in report.txt:e3'),
  )
    .option('--json', 'print the events with their reasons as JSON')
    .action(async (target: string, _options: unknown, command: Command) => {
      const { explain } = await import('./commands/explain.ts');
      outcome.exitCode = await explain(target, command.optsWithGlobals(), io);
    });
}

function addProject(program: Command, { io, outcome }: Context): void {
  program
    .command('init')
    .summary('make a folder a project')
    .description('Makes a folder a project: a ledger of reports and what was read in them.')
    .argument('<dir>', 'a new or empty folder')
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { init } = await import('./commands/init.ts');
      outcome.exitCode = await init(folder, command.optsWithGlobals(), io);
    });
  reader(
    program
      .command('add')
      .summary('read reports into a project')
      .description(
        'Reads reports and keeps them, with their readings, in a project. What is kept already is not read again.',
      )
      .argument('<path...>', 'files, folders, or - for standard input'),
  )
    .option('--project <dir>', 'the project', '.')
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { add } = await import('./commands/add.ts');
      outcome.exitCode = await add(paths, command.optsWithGlobals(), io);
    });
  program
    .command('show')
    .summary('list the reports of a project, or show one')
    .description('Lists the reports of a project, or shows what one of them says.')
    .argument('[report]', 'the id of a report')
    .option('--project <dir>', 'the project', '.')
    .option('--json', 'print JSON')
    .option('--explain', 'show the rule, the words and the sureness behind each field')
    .option('--people', 'list the people instead, with what the reports say that they are')
    .action(async (report: string | undefined, _options: unknown, command: Command) => {
      const { show } = await import('./commands/show.ts');
      outcome.exitCode = await show(report ?? null, command.optsWithGlobals(), io);
    });
  program
    .command('verify')
    .summary('check that nothing in a project was altered')
    .description('Recomputes the chain of the log and the hash of every kept file; names what was altered.')
    .argument('[dir]', 'the project', '.')
    .option('--head <hash>', 'an entry noted earlier, which the log must still hold')
    .option('--json', 'print JSON')
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { verify } = await import('./commands/verify.ts');
      outcome.exitCode = await verify(folder, command.optsWithGlobals(), io);
    });
}

function addPeople(program: Command, { io, outcome }: Context): void {
  program
    .command('people')
    .summary('make a table of people in office out of a Wikidata dump')
    .description(
      'Prints a table for --actors: a line for each office that somebody held, with its days, out of a dump of Wikidata or a subset of one.',
    )
    .argument('<dump>', 'JSON, an item a line; .gz may be')
    .option('--country <code...>', 'only people of these countries (ISO 3166, three letters)')
    .option('--out <file>', 'write the table into this file')
    .action(async (dump: string, _options: unknown, command: Command) => {
      const { people } = await import('./commands/people.ts');
      outcome.exitCode = await people(dump, command.optsWithGlobals(), io);
    });
}

function addDesk(program: Command, { io, outcome }: Context): void {
  program
    .command('serve')
    .summary('open the desk in a browser')
    .description('Opens the desk in a browser on this machine. Nothing leaves it.')
    .option('--project <dir>', 'show the reports of this project')
    .option('--sample', 'show the sample story (the default without a project)')
    .option('--port <number>', 'the first port to try', wholeNumber, 4310)
    .option('--host <name>', 'an address of this machine', '127.0.0.1')
    .option('--open', 'open the browser')
    .addOption(actorsOption())
    .addOption(engineOption())
    .action(async (_options: unknown, command: Command) => {
      const { serve } = await import('./commands/serve.ts');
      outcome.exitCode = await serve(command.optsWithGlobals(), io);
    });
  program
    .command('doctor')
    .summary('tell what this installation has and lacks')
    .description('Tells what this installation has, what it lacks, and what to do about it.')
    .option('--json', 'print JSON')
    .action(async (_options: unknown, command: Command) => {
      const { doctor } = await import('./commands/doctor.ts');
      outcome.exitCode = await doctor(command.optsWithGlobals(), io);
    });
}

function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
