import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { overlaps, type Span } from '../../src/document/span.ts';
import { unescaped } from '../xml.ts';
import { everyNth } from './corpora.ts';
import { type MeasureOptions, openReading } from './reading.ts';

/** A Wikinews report of MEANTIME with its links from a word that reports to the event that it reports. */
interface Report {
  readonly id: string;
  readonly text: string;
  readonly links: readonly { readonly cue: Span; readonly told: Span }[];
}

/**
 * Counts how many of the words that report in MEANTIME are read as cues, and how many of the events that they report lie in what
 * such a cue is read to say.
 */
export async function measureReporting(
  folder: string,
  { engine, every, showErrors }: MeasureOptions,
): Promise<void> {
  const read = await openReading(engine);
  const count = { links: 0, cues: 0, told: 0 };
  for (const { id, text, links } of everyNth(readReports(folder), every)) {
    const { attributions } = read(id, text, '2010-01-01T12:00:00Z').layers;
    for (const { cue, told } of links) {
      const covering = attributions.filter((one) => overlaps(one.content, told));
      const isCue = attributions.some((one) => one.cue !== null && overlaps(one.cue, cue));
      const isTold = covering.some((one) => one.cue !== null && overlaps(one.cue, cue));
      count.links++;
      if (isCue) count.cues++;
      if (isTold) count.told++;
      if (showErrors && !isTold)
        console.log(
          `${isCue ? 'CONTENT' : 'CUE'} ${id} ${text.slice(cue.start, cue.end)} | ${text.slice(Math.max(0, cue.start - 60), cue.end + 80).replaceAll('\n', ' ')}`,
        );
    }
  }
  const share = (part: number): string => ((100 * part) / Math.max(1, count.links)).toFixed(1);
  console.log(
    `${count.links} links: cue read ${share(count.cues)} %, what it reports read ${share(count.told)} %`,
  );
}

function readReports(folder: string): Report[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.xml'))
    .sort()
    .map((path) => readReport(basename(path, '.xml'), readFileSync(join(folder, path), 'utf8')));
}

function readReport(id: string, xml: string): Report {
  const { text, spans } = joinTokens(xml);
  const marks = new Map<string, Span>();
  for (const [, mark = '', body = ''] of xml.matchAll(
    /<EVENT_MENTION [^>]*m_id="(\d+)"[^>]*>(.*?)<\/EVENT_MENTION>/gsu,
  )) {
    const words = [...body.matchAll(/t_id="(\d+)"/gu)].flatMap(([, token = '']) => spans.get(token) ?? []);
    const first = words[0];
    const last = words.at(-1);
    if (first !== undefined && last !== undefined) marks.set(mark, { start: first.start, end: last.end });
  }
  const links = [
    ...xml.matchAll(/<SLINK [^>]*>\s*<source m_id="(\d+)"\/>\s*<target m_id="(\d+)"\/>/gu),
  ].flatMap(([, from = '', to = '']) => {
    const cue = marks.get(from);
    const told = marks.get(to);
    return cue === undefined || told === undefined ? [] : [{ cue, told }];
  });
  return { id, text, links };
}

/** Sentences stand on lines of their own; marks stand at the word before them, as printed. */
function joinTokens(xml: string): { readonly text: string; readonly spans: ReadonlyMap<string, Span> } {
  const spans = new Map<string, Span>();
  let text = '';
  let sentence = '0';
  for (const [, at = '', token = '', escaped = ''] of xml.matchAll(
    /<token number="\d+" sentence="(\d+)" t_id="(\d+)">([^<]*)<\/token>/gu,
  )) {
    const word = unescaped(escaped);
    if (at !== sentence) text += '\n\n';
    else if (text !== '' && !/^(?:[.,;:!?)%]|'s|n't|'|'re|'ve)$/u.test(word) && !/[($]$/u.test(text))
      text += ' ';
    sentence = at;
    spans.set(token, { start: text.length, end: text.length + word.length });
    text += word;
  }
  return { text, spans };
}
