import { readFileSync } from 'node:fs';
import type { ReadEvent, Reading, ReadParty, ReadSource, Words } from '../src/claims/reading.ts';
import { createTables } from '../src/corroboration/tables.ts';
import type { Certainty, EventType, Relation, Timeframe } from '../src/document/event-layers.ts';
import type { Sector } from '../src/document/mention-layers.ts';

const table = (path: string) => readFileSync(new URL(`../data/${path}`, import.meta.url), 'utf8');

/** The tables as they are shipped. */
export const TABLES = createTables({
  acts: table('corroboration/acts.tsv'),
  nearActs: table('corroboration/near-acts.tsv'),
  synonyms: table('corroboration/synonyms.tsv'),
  kindred: table('corroboration/kindred.tsv'),
  irregularVerbs: table('language/irregular-verbs.tsv'),
  bodies: table('corroboration/bodies.tsv'),
  families: table('outlets/families.tsv'),
});

/** A mention in short: parties are "words|COUNTRY|SECTOR", places "words|COUNTRY", days "2024-03-02" or "2024-03-02..2024-03-04". */
export interface ShortEvent {
  /** The clause; the whole text when left out. */
  readonly words?: string;
  readonly trigger: string;
  readonly type: EventType;
  readonly actor?: string;
  readonly recipient?: string;
  readonly place?: string;
  readonly on?: string | undefined;
  /** The sources, outermost first; the outlet when left out. */
  readonly by?: readonly string[];
  readonly not?: boolean;
  readonly certainty?: Certainty;
  readonly timeframe?: Timeframe;
  /** "killed 5", "killed 5-" for at least, "killed -5" for at most. */
  readonly counts?: readonly string[];
}

export interface ShortReport {
  readonly id: string;
  readonly outlet: string | null;
  readonly at?: string;
  readonly text: string;
  readonly events: readonly ShortEvent[];
  /** "e1 denies e2". */
  readonly links?: readonly string[];
}

/** Builds a reading by hand. Words must stand in the text; their offsets are found there. */
export function readingOf({
  id,
  outlet,
  at = '2024-03-03T08:00:00Z',
  text,
  events,
  links = [],
}: ShortReport): Reading {
  return {
    id,
    report: { id, title: null, outlet, publishedAt: at, language: 'en', url: null, text, sha256: id },
    events: events.map((event, i) => eventOf(event, `e${i + 1}`, text)),
    links: links.map((link) => {
      const [from = '', relation = '', to = ''] = link.split(' ');
      return { from, to, relation: relation as Relation, why: WHY };
    }),
    engine: { name: 'fast', version: 'by hand', reader: 'by hand' },
  };
}

const WHY = { rule: 'test/by-hand', spans: [], confidence: 1 };

function eventOf(event: ShortEvent, id: string, text: string): ReadEvent {
  const words = event.words ?? text.split('\n')[0]!;
  const from = text.indexOf(words);
  const trigger = wordsAt(event.trigger, text, from);
  return {
    id,
    trigger,
    type: event.type,
    mode: null,
    contexts: [],
    actor: partiesOf(event.actor, text, trigger.start),
    recipient: partiesOf(event.recipient, text, trigger.start),
    place: placeOf(event.place, text, from),
    time: timeOf(event.on),
    sources: (event.by ?? ['outlet']).map((source) => sourceOf(source, text, from)),
    polarity: event.not ? 'negative' : 'positive',
    certainty: event.certainty ?? 'certain',
    timeframe: event.timeframe ?? 'current',
    quantities: (event.counts ?? []).map((count) => quantityOf(count)),
    evidence: [],
    words: { text: words, start: from, end: from + words.length },
    cue: null,
    why: { event: WHY },
    confidence: 1,
  };
}

function wordsAt(words: string, text: string, near: number): Words {
  const after = text.indexOf(words, Math.max(0, near));
  const start = after >= 0 ? after : text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in “${text}”.`);
  return { text: words, start, end: start + words.length };
}

function partiesOf(short: string | undefined, text: string, near: number): readonly ReadParty[] {
  return (short ?? '')
    .split('; ')
    .filter((party) => party !== '')
    .map((party) => partyOf(party, text, near));
}

function partyOf(short: string, text: string, near: number): ReadParty {
  const [words = '', country, sector] = short.split('|');
  const start = text.indexOf(words);
  return {
    text: words,
    start: start < 0 ? near : start,
    end: start < 0 ? near : start + words.length,
    country: country || null,
    sector: (sector || null) as Sector | null,
    entity: null,
  };
}

function sourceOf(short: string, text: string, near: number): ReadSource {
  return short === 'outlet' || short === 'unnamed' ? short : partyOf(short, text, near);
}

const WIDE = /\b(?:province|region|state|county|district|governorate)\b/iu;

function placeOf(short: string | undefined, text: string, near: number): ReadEvent['place'] {
  if (short === undefined) return null;
  const { text: words, start, end, country } = partyOf(short, text, near);
  // A reading that says the country of a town knows where the town is.
  const precision = country === null || WIDE.test(words) ? null : 2;
  return { text: words, start, end, country, lat: null, lon: null, precision, disputed: false };
}

function timeOf(short: string | undefined): ReadEvent['time'] {
  if (short === undefined) return null;
  const [from = short, to = from] = short.split('..');
  return { text: short, start: 0, end: 0, from, to, precision: 1 };
}

function quantityOf(short: string): ReadEvent['quantities'][number] {
  const at = short.lastIndexOf(' ');
  const number = short.slice(at + 1);
  const dash = number.indexOf('-');
  const [min = '', max = ''] = dash < 0 ? [number, number] : [number.slice(0, dash), number.slice(dash + 1)];
  const value = (digits: string) => (digits === '' ? null : Number(digits));
  return { text: short, start: 0, end: 0, of: short.slice(0, at), min: value(min), max: value(max) };
}
