import type { Report } from '../document/report.ts';
import { GainsayError } from '../errors.ts';
import { isoDate } from './html-facts.ts';

/**
 * Gives the reports of a JSON text: one `{"id", "report": {title, outlet, publishedAt, language, url, text}}`, or an array
 * of them. Anything else in it, such as somebody's annotations, is ignored.
 * @throws GainsayError `input-json`, `input-shape`.
 */
export function readJson(json: string, fallbackId: string, path: string): readonly Report[] {
  const value = parsed(json, path);
  if (!Array.isArray(value)) return [reportOf(value, fallbackId, path)];
  return value.map((item, i) => reportOf(item, `${fallbackId}-${i + 1}`, path));
}

/** Gives the value of a JSON text. @throws GainsayError `input-json` with the parser's reason. */
export function parsed(json: string, path: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new GainsayError('input-json', { path, reason: reasonOf(cause) }, cause);
  }
}

/** V8 quotes the text in its message, line breaks included: cut it to one readable line. */
function reasonOf({ message }: SyntaxError): string {
  const line = message.replaceAll(/\s+/gu, ' ').replace(/ \(line \d+ column \d+\)$/u, '');
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}

/** Gives the report of one JSON value. @throws GainsayError `input-shape`. */
export function reportOf(value: unknown, fallbackId: string, path: string): Report {
  const report = isRecord(value) ? value['report'] : undefined;
  const text = isRecord(report) ? report['text'] : undefined;
  if (!isRecord(value) || !isRecord(report) || typeof text !== 'string')
    throw new GainsayError('input-shape', { path });
  const id = value['id'];
  const publishedAt = stringOf(report['publishedAt']);
  return {
    meta: {
      id: typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? String(id) : fallbackId,
      title: stringOf(report['title']),
      outlet: stringOf(report['outlet']),
      publishedAt: publishedAt === null ? null : isoDate(publishedAt),
      language: stringOf(report['language']),
      url: stringOf(report['url']),
    },
    text,
  };
}

/** Tells whether a JSON value is meant to be a report, right or wrong: it names one. */
export function namesReport(value: unknown): boolean {
  return Array.isArray(value) ? value.some(namesReport) : isRecord(value) && 'report' in value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
