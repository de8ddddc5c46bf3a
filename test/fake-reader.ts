import { createHash } from 'node:crypto';
import type { ReadEvent, Reading, ReadSource, Words } from '../src/claims/reading.ts';
import type { Report } from '../src/document/report.ts';
import type { Reader } from '../src/pipeline/reader-type.ts';

/** Words that the fake reader knows, with what it makes of them. */
const TRIGGERS: Readonly<Record<string, ReadEvent['type']>> = {
  shelled: 'ASSAULT',
  crossed: 'MOBILIZE',
  denied: 'REJECT',
  withdrew: 'RETREAT',
};

/**
 * A reader for tests of what stands around the reading. It knows four verbs, one event a sentence: the word before the
 * verb is the actor, "…, NAME said" is a source, "not" denies, "may" makes possible, "will" makes future.
 */
export function fakeReader(name: 'fast' | 'accurate' = 'fast'): Reader {
  return {
    engine: { name, version: 'fake-1' },
    read: (report) => readingOf(report, name),
    layers: ({ text }) => ({
      sentences: sentencesOf(text).map(({ start, end }) => ({ start, end })),
      tokens: [],
      names: [],
      predicates: [],
      actors: [],
      places: [],
      times: [],
      attributions: [],
    }),
  };
}

function readingOf(report: Report, name: 'fast' | 'accurate'): Reading {
  const { text, meta } = report;
  if (text.includes('BREAK THE READER')) throw new Error('the reader broke');
  const events = sentencesOf(text).flatMap((sentence) => eventOf(text, sentence) ?? []);
  const numbered = events.map((event, i) => ({ ...event, id: `e${i + 1}` }));
  const denial = numbered.find(({ type }) => type === 'REJECT');
  const first = numbered[0];
  const links =
    denial && first && denial !== first
      ? [
          {
            from: denial.id,
            to: first.id,
            relation: 'denies' as const,
            why: { rule: 'fake/denies', spans: [denial.trigger], confidence: 0.7 },
          },
        ]
      : [];
  return {
    id: meta.id,
    report: { ...meta, text, sha256: createHash('sha256').update(text).digest('hex') },
    events: numbered,
    links,
    engine: { name, version: 'fake-1', reader: '1' },
  };
}

function sentencesOf(text: string): readonly Words[] {
  return [...text.matchAll(/[^.\n]+/gu)].map(({ 0: words, index }) => at(text, index, index + words.length));
}

function at(text: string, start: number, end: number): Words {
  return { start, end, text: text.slice(start, end) };
}

function eventOf(text: string, raw: Words): ReadEvent | null {
  const match = /(\S+) (?:(?:may|will|not|have|had) )*(shelled|crossed|denied|withdrew)/u.exec(raw.text);
  if (match === null) return null;
  const [whole, actor = '', verb = ''] = match;
  const start = raw.start + match.index;
  const trigger = at(text, start + whole.length - verb.length, start + whole.length);
  const lead = raw.text.length - raw.text.trimStart().length;
  const source = /, ([^,]+) said$/u.exec(raw.text);
  const said = source === null ? null : raw.start + source.index + 2;
  const sources: readonly ReadSource[] =
    said === null ? ['outlet'] : [{ ...party(text, said, said + (source?.[1]?.length ?? 0)) }];
  const why = { rule: 'fake/verb', spans: [trigger], confidence: 0.9 };
  return {
    id: '',
    trigger,
    type: TRIGGERS[verb] ?? 'OTHER',
    mode: null,
    contexts: [],
    actor: [party(text, start, start + actor.length)],
    recipient: [],
    place: null,
    time: null,
    sources,
    polarity: whole.includes(' not ') ? 'negative' : 'positive',
    certainty: whole.includes(' may ') ? 'possible' : 'certain',
    timeframe: whole.includes(' will ') ? 'future' : 'current',
    quantities: [],
    evidence: [],
    words: at(text, raw.start + lead, said === null ? raw.end : said - 2),
    cue: said === null ? null : at(text, raw.end - 4, raw.end),
    why: { event: why },
    confidence: 0.9,
  };
}

function party(
  text: string,
  start: number,
  end: number,
): Words & { country: null; sector: null; entity: null } {
  return { ...at(text, start, end), country: null, sector: null, entity: null };
}
