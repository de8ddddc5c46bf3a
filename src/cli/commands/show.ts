import { officesTold } from '../../corroboration/people.ts';
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
  /** The people instead, each with what the reports say that they are. */
  readonly people?: boolean;
  readonly color: boolean;
}

/** Lists the reports of a project, or shows the last reading of one. */
export async function show(id: string | null, options: ShowOptions, io: Io): Promise<number> {
  const ledger = await openProjectToRead(options.project);
  if (options.people === true) await io.out.write(await people(ledger, id, options));
  else await io.out.write(id === null ? await list(ledger, options) : await one(ledger, id, options, io));
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

async function people(ledger: Ledger, id: string | null, { json }: ShowOptions): Promise<string> {
  const kept = id === null ? [...ledger.state.reports.values()] : [ledger.state.reportWithId(id)];
  const readings = await Promise.all(kept.map((report) => report && ledger.readingOf(report.key)));
  if (id !== null && readings.every((reading) => reading === null))
    throw new GainsayError('report-missing', { report: id });
  const offices = officesTold(readings.filter((reading) => reading !== null));
  if (json === true) return `${JSON.stringify(offices, null, 1)}\n`;
  const lines = offices.map(({ name, office, report, publishedAt }) => {
    const day = publishedAt === null ? '' : `, ${dateInWords(publishedAt)}`;
    return printable(`${name}: ${office} (${report}${day})`);
  });
  return `${[...lines, `${counted(offices.length, 'office')} told.`].join('\n')}\n`;
}
