import { createHash } from 'node:crypto';
import type { ReadEvent, Reading, ReadLink, ReadSource } from '../src/claims/reading.ts';
import type { Relation } from '../src/document/event-layers.ts';
import type { ReportMeta } from '../src/document/report.ts';

/** One event of a reading that is built by hand: the words, and only what differs from a plain assertion. */
export interface EventSketch {
  readonly words: string;
  readonly trigger: string;
  readonly actor?: string;
  readonly recipient?: string;
  /** Outermost first; words of the text, `outlet` or `unnamed`. The outlet where left out. */
  readonly sources?: readonly string[];
  readonly cue?: string;
  readonly quantities?: readonly { readonly text: string; readonly of: string; readonly min: number }[];
  readonly differs?: Partial<Pick<ReadEvent, 'type' | 'polarity' | 'certainty' | 'timeframe' | 'confidence'>>;
}

export interface ReadingSketch {
  readonly id: string;
  readonly text: string;
  readonly report?: Partial<ReportMeta>;
  readonly events: readonly EventSketch[];
  /** `e2 denies e1` */
  readonly links?: readonly string[];
}

/** Builds a reading by hand, so that no test of views or pages waits for an engine. Words are found at their first place. */
export function buildReading({ id, text, report, events, links = [] }: ReadingSketch): Reading {
  return {
    id,
    report: {
      id,
      title: null,
      outlet: 'Andes Wire',
      publishedAt: '2026-09-14T14:20:00Z',
      language: 'en',
      url: null,
      ...report,
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
    },
    events: events.map((sketch, i) => eventOf(sketch, `e${i + 1}`, text)),
    links: links.map(linkOf),
    engine: { name: 'fast', version: '0', reader: '0' },
  };
}

function eventOf(sketch: EventSketch, id: string, text: string): ReadEvent {
  const words = wordsIn(text, sketch.words);
  const trigger = wordsIn(text, sketch.trigger, words.start);
  const party = (party: string) => ({ ...wordsIn(text, party), country: null, sector: null, entity: null });
  const sources = (sketch.sources ?? ['outlet']).map(
    (source): ReadSource => (source === 'outlet' || source === 'unnamed' ? source : party(source)),
  );
  return {
    id,
    trigger,
    type: 'ASSAULT',
    mode: null,
    contexts: [],
    actor: sketch.actor === undefined ? [] : [party(sketch.actor)],
    recipient: sketch.recipient === undefined ? [] : [party(sketch.recipient)],
    place: null,
    time: null,
    sources,
    polarity: 'positive',
    certainty: 'certain',
    timeframe: 'current',
    quantities: (sketch.quantities ?? []).map(({ text: amount, of, min }) => ({
      ...wordsIn(text, amount, words.start),
      of,
      min,
      max: min,
    })),
    evidence: [],
    words,
    cue: sketch.cue === undefined ? null : wordsIn(text, sketch.cue),
    why: {
      event: { rule: 'events/by-hand', spans: [{ start: trigger.start, end: trigger.end }], confidence: 0.9 },
    },
    confidence: 0.9,
    ...sketch.differs,
  };
}

function wordsIn(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from);
  if (start === -1) throw new Error(`“${words}” does not stand in the text after ${from}.`);
  return { text: words, start, end: start + words.length };
}

function linkOf(link: string): ReadLink {
  const [from = '', relation = '', to = ''] = link.split(' ');
  return {
    from,
    to,
    relation: relation as Relation,
    why: { rule: 'disputes/by-hand', spans: [], confidence: 0.9 },
  };
}

/** A report with a claim, its denial by another party, a rival figure, a hedge, a plan and some history. */
export const RAID = buildReading({
  id: 'raid',
  report: { title: 'Army says post was attacked' },
  text: `Army says post was attacked

Peruvian soldiers attacked an outpost on Monday, killing three soldiers, Ecuador's army said. “Not one soldier has crossed the river,” said Lucía Montalvo, a minister in Lima.

A hospital counted five dead. Villagers may have fled. The army will send two battalions. The two countries fought a war in 1995.`,
  events: [
    {
      words: 'Peruvian soldiers attacked an outpost on Monday',
      trigger: 'attacked',
      actor: 'Peruvian soldiers',
      recipient: 'an outpost',
      sources: ["Ecuador's army"],
      cue: 'said',
    },
    {
      words: 'killing three soldiers',
      trigger: 'killing',
      sources: ["Ecuador's army"],
      quantities: [{ text: 'three', of: 'killed', min: 3 }],
    },
    {
      words: 'Not one soldier has crossed the river',
      trigger: 'crossed',
      sources: ['Lucía Montalvo'],
      cue: 'said',
      differs: { polarity: 'negative' },
    },
    {
      words: 'A hospital counted five dead',
      trigger: 'dead',
      sources: ['A hospital'],
      cue: 'counted',
      quantities: [{ text: 'five', of: 'killed', min: 5 }],
    },
    { words: 'Villagers may have fled', trigger: 'fled', differs: { certainty: 'possible' } },
    { words: 'The army will send two battalions', trigger: 'send', differs: { timeframe: 'future' } },
    { words: 'The two countries fought a war', trigger: 'fought', differs: { timeframe: 'background' } },
  ],
  links: ['e3 contradicts e1', 'e4 contradicts e2'],
});
