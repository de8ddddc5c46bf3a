import { createHash } from 'node:crypto';
import type { ReadEvent, Reading, ReadLink, ReadSource } from '../src/claims/reading.ts';
import type { Stance } from '../src/corroboration/claims.ts';
import type { Relation } from '../src/document/event-layers.ts';
import type { ReportMeta } from '../src/document/report.ts';
import { denialsIn } from '../src/views/kinds.ts';
import type { Comparison, Matter, MatterClaim } from '../src/views/matters.ts';
import { voiceOf } from '../src/views/voices.ts';

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

/** Compares nothing across reports: the matters of each by itself, joined by what its reading linked as the same event. */
export function comparedWithinReports(readings: readonly Reading[]): Comparison {
  return { matters: readings.flatMap(mattersIn), copies: [] };
}

function mattersIn(reading: Reading): readonly Matter[] {
  const denials = denialsIn(reading);
  const denying = new Set(denials.map(({ by }) => by));
  const events = new Map(reading.events.map((event) => [event.id, event]));
  const claim = (event: ReadEvent, stance: Stance): MatterClaim => {
    const { own, by } = voiceOf(reading, event);
    return { mention: `${reading.id}/${event.id}`, stance, claimant: own ? 'own' : (by ?? 'unnamed') };
  };
  return groupsOf(reading).map((group) => {
    const ids = new Set(group.map(({ id }) => id));
    const linked = denials.filter(({ by, of }) => ids.has(of) && !ids.has(by));
    const deniers = [...new Set(linked.map(({ by }) => by))].flatMap((id) => events.get(id) ?? []);
    const own = group.map((event) => claim(event, isDenial(event, denying) ? 'denies' : 'asserts'));
    return {
      mentions: group.map(({ id }) => `${reading.id}/${id}`),
      claims: [...own, ...deniers.map((event) => claim(event, 'denies'))],
      origins: null,
      status: null,
      rivals: [],
    };
  });
}

function isDenial({ id, polarity }: ReadEvent, denying: ReadonlySet<string>): boolean {
  return polarity === 'negative' || denying.has(id);
}

function groupsOf({ events, links }: Reading): readonly (readonly ReadEvent[])[] {
  const leaderOf = new Map<string, string>();
  for (const { from, to, relation } of links) {
    const [a, b] = [leaderIn(leaderOf, from), leaderIn(leaderOf, to)];
    if (relation === 'same-as' && a !== b) leaderOf.set(a, b);
  }
  const groups = new Map<string, ReadEvent[]>();
  for (const event of events) {
    const leader = leaderIn(leaderOf, event.id);
    const group = groups.get(leader);
    if (group) group.push(event);
    else groups.set(leader, [event]);
  }
  return [...groups.values()];
}

function leaderIn(leaderOf: ReadonlyMap<string, string>, id: string): string {
  let leader = id;
  for (let above = leaderOf.get(leader); above !== undefined; above = leaderOf.get(leader)) leader = above;
  return leader;
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
