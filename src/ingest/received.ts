import type { Report } from '../document/report.ts';
import { GainsayError } from '../errors.ts';
import { declaredEncoding } from './html-encoding.ts';
import type { Ingested, MediaType, RejectedInput } from './ingested.ts';
import { namesReport, parsed, readJson } from './json.ts';
import { requireEnglish } from './language.ts';
import { MAX_REPORT_CHARACTERS } from './limits.ts';
import { decodeText, titleOf } from './text.ts';

/** One file, one line, or the whole of standard input. */
export interface Received {
  readonly path: string;
  /** True when it was met in a folder and not named by the user. */
  readonly found: boolean;
  readonly bytes: Uint8Array;
  /** The report's id where the input has none of its own. */
  readonly id: string;
  readonly format: 'text' | 'markdown' | 'html' | 'json' | 'unknown';
}

/** Gives what was received as reports, each checked by itself: one bad item of an array rejects only itself. */
export async function* reportsIn(received: Received): AsyncGenerator<Ingested> {
  const { path, bytes } = received;
  try {
    const { mediaType, reports } = await opened(received);
    for (const [i, report] of reports.entries()) {
      const itemPath = reports.length > 1 ? `${path}[${i}]` : path;
      yield await checked({ kind: 'report', path: itemPath, mediaType, report, bytes });
    }
  } catch (error) {
    yield rejected(path, error);
  }
}

/** Gives the rejection for an expected error; any other is a fault of ours and is thrown on. */
export function rejected(path: string, error: unknown): RejectedInput {
  if (!(error instanceof GainsayError)) throw error;
  return { kind: 'rejected', path, error };
}

async function opened(received: Received): Promise<{ mediaType: MediaType; reports: readonly Report[] }> {
  const { path, bytes, id } = received;
  const declared =
    received.format === 'html' || received.format === 'unknown' ? declaredEncoding(bytes) : null;
  const text = decodeText(bytes, { path, declared });
  if (!/\S/u.test(text)) throw new GainsayError('input-empty', { path });
  const format = received.format === 'unknown' ? sniffed(text) : received.format;
  if (format === 'json') return { mediaType: 'application/json', reports: jsonReports(text, received) };
  if (format === 'html') {
    const { readHtml } = await import('./html.ts');
    return { mediaType: 'text/html', reports: [await readHtml(text, id, path)] };
  }
  const meta = { id, title: titleOf(text), outlet: null, publishedAt: null, language: null, url: null };
  return { mediaType: format === 'markdown' ? 'text/markdown' : 'text/plain', reports: [{ meta, text }] };
}

function jsonReports(text: string, { path, id, found }: Received): readonly Report[] {
  // A folder may hold a story's index beside its reports: that is no failure.
  if (found && !namesReport(parsed(text, path))) throw new GainsayError('input-no-report', { path });
  return readJson(text, id, path);
}

/** Tells the format by how a text opens. */
export function sniffed(text: string): 'text' | 'html' | 'json' {
  const opening = text.trimStart().slice(0, 1_000);
  if (/^\{\s*(?:"|\})/u.test(opening) || /^\[\s*(?:\{|\])/u.test(opening)) return 'json';
  return /^<(?:!doctype\s+html|!--|html|head|body|meta|article|main|div|section|p|h1)\b/iu.test(opening) ||
    /^<\?xml[^>]*\?>\s*<(?:!doctype\s+)?html/iu.test(opening)
    ? 'html'
    : 'text';
}

async function checked(item: Extract<Ingested, { kind: 'report' }>): Promise<Ingested> {
  const { path, report } = item;
  try {
    if (!/\S/u.test(report.text)) throw new GainsayError('input-empty', { path });
    if (report.text.length > MAX_REPORT_CHARACTERS) {
      throw new GainsayError('input-too-long', {
        path,
        length: report.text.length,
        limit: MAX_REPORT_CHARACTERS,
      });
    }
    // Half a character has no UTF-8, so that neither its hash nor its file could be made.
    const offset = report.text.search(/\p{Surrogate}/u);
    if (offset >= 0) throw new GainsayError('input-half-character', { path, offset });
    await requireEnglish(report.text, path);
    return item;
  } catch (error) {
    return rejected(path, error);
  }
}
