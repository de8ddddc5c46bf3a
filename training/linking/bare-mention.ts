import type { Reading } from '../../src/claims/reading.ts';
import { triggerMarks } from '../../src/corroboration/kindred.ts';
import type { Mention, PartyMarks } from '../../src/corroboration/mentions.ts';
import type { Tables } from '../../src/corroboration/tables.ts';
import { contentStems, placedWords, stemOf } from '../../src/corroboration/words.ts';
import type { GoldMention } from './ecbplus.ts';

const NOBODY: PartyMarks = {
  entities: new Set(),
  countries: new Set(),
  sides: new Set(),
  sectors: new Set(),
  stems: new Set(),
  nameOnly: false,
  known: false,
};

/** Gives a mention of which nothing is known but its words and its sentence, as the linker takes it. */
export function bareMention(gold: GoldMention, index: number, tables: Tables): Mention {
  const key = `${gold.doc}/${String(index).padStart(4, '0')}`;
  const reading = bareReading(gold.doc);
  const words = { text: gold.sentenceText, start: 0, end: 0 };
  return {
    key,
    reading,
    voice: reading,
    event: {
      id: String(index),
      trigger: { text: gold.words, start: 0, end: 0 },
      type: 'OTHER',
      mode: null,
      contexts: [],
      actor: [],
      recipient: [],
      place: null,
      time: null,
      sources: ['outlet'],
      polarity: 'positive',
      certainty: 'certain',
      timeframe: 'current',
      quantities: [],
      evidence: [],
      words,
      cue: null,
      why: {},
      confidence: 1,
    },
    group: gold.doc,
    acts: placedWords(gold.words).flatMap(({ word }) => tables.acts.get(stemOf(word)) ?? []),
    verbal: false,
    trigger: triggerMarks(gold.words, tables),
    stems: new Set(contentStems(gold.sentenceText)),
    actor: NOBODY,
    recipient: NOBODY,
    days: null,
    narrow: false,
    place: null,
    ownDays: false,
    ownPlace: false,
    hourOnly: false,
    scene: new Set(),
    by: gold.doc,
    position: 0,
  };
}

const readings = new Map<string, Reading>();

/** Mentions of one document share one reading, by which the linker knows them. */
function bareReading(id: string): Reading {
  const known = readings.get(id);
  if (known !== undefined) return known;
  const report = {
    id,
    title: null,
    outlet: null,
    publishedAt: null,
    language: null,
    url: null,
    text: '',
    sha256: id,
  };
  const made: Reading = {
    id,
    report,
    events: [],
    links: [],
    engine: { name: 'fast', version: 'none', reader: 'none' },
  };
  readings.set(id, made);
  return made;
}
