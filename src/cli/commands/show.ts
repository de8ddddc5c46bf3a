import { GainsayError } from '../../errors.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openProjectToRead } from '../../ledger/project.ts';
import { dateInWords } from '../dates.ts';
import type { Io } from '../io.ts';
import { readingView } from '../reading-view.ts';
import { coloursFor, counted, printable, widthFor } from '../terminal.ts';

/** What `gainsay show` was asked to do. */
export interface ShowOptions {
  readonly project: string;
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly color: boolean;
}

/** Lists the reports of a project, or shows the last reading of one. */
export async function show(id: string | null, options: ShowOptions, io: Io): Promise<number> {
  const ledger = await openProjectToRead(options.project);
  await io.out.write(id === null ? await list(ledger, options) : await one(ledger, id, options, io));
  return 0;
}

async function one(ledger: Ledger, id: string, options: ShowOptions, io: Io): Promise<string> {
  const kept = ledger.state.reportWithId(id);
  const reading = kept === null ? null : await ledger.readingOf(kept.key);
  if (reading === null) throw new GainsayError('report-missing', { report: id });
  if (options.json === true) return `${JSON.stringify(reading, null, 1)}\n`;
  const colours = coloursFor(io.out, io.env, options.color);
  return readingView(reading, { colours, width: widthFor(io.out), explain: options.explain === true });
}

async function list({ state }: Ledger, { json, project }: ShowOptions): Promise<string> {
  const reports = [...state.reports.values()].map((kept) => ({
    id: kept.meta.id,
    title: kept.meta.title,
    outlet: kept.meta.outlet,
    publishedAt: kept.meta.publishedAt,
    addedAt: kept.addedAt,
    sha256: kept.text,
    readings: kept.readings.length,
    sameTextAs: state.copiesOf(kept.key).map(({ meta }) => meta.id),
  }));
  if (json === true) return `${JSON.stringify(reports, null, 1)}\n`;
  const lines = reports.map(({ id, title, outlet, publishedAt, sameTextAs }) => {
    const facts = [outlet, publishedAt === null ? null : dateInWords(publishedAt), title].filter(
      (fact) => fact !== null,
    );
    const copies = sameTextAs.length === 0 ? '' : ` (same text as ${sameTextAs.join(', ')})`;
    return printable(`${id}  ${facts.join(' · ')}${copies}`);
  });
  return `${[...lines, `${counted(reports.length, 'report')} in ${project}.`].join('\n')}\n`;
}
