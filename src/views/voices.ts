import type { ReadEvent, Reading, ReadSource } from '../claims/reading.ts';
import type { Certainty, Polarity, Timeframe } from '../document/event-layers.ts';
import { standsInQuotationMarks } from './quotation-marks.ts';

/** One party's word on an event, as one report gives it. */
export interface Voice {
  readonly report: string;
  readonly event: string;
  readonly outlet: string | null;
  /** ISO 8601; null when the report does not say. */
  readonly publishedAt: string | null;
  /** Who says so, in the report's words; null where the report names nobody ("reportedly"). */
  readonly by: string | null;
  /** True where the report says it in its own voice. */
  readonly own: boolean;
  /** Those through whom the word came, outermost first: "Peru's army" says that "its scouts" say. */
  readonly via: readonly string[];
  /** The exact words that introduce the party, such as "according to". */
  readonly cue: string | null;
  readonly words: string;
  /** True where the words stand in quotation marks, and so are the party's own. */
  readonly direct: boolean;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly timeframe: Timeframe;
}

/** Gives the word of the innermost source of an event, as its report has it. */
export function voiceOf(reading: Reading, event: ReadEvent): Voice {
  const innermost = event.sources.at(-1) ?? 'unnamed';
  return {
    report: reading.id,
    event: event.id,
    outlet: reading.report.outlet,
    publishedAt: reading.report.publishedAt,
    by: labelOf(innermost, reading.report.outlet),
    own: innermost === 'outlet',
    via: event.sources.slice(0, -1).flatMap((source) => labelOf(source, reading.report.outlet) ?? []),
    cue: event.cue?.text ?? null,
    words: event.words.text,
    direct: standsInQuotationMarks(reading.report.text, event.words),
    polarity: event.polarity,
    certainty: event.certainty,
    timeframe: event.timeframe,
  };
}

/**
 * Gives the word of the party that denies. "Ukraine has denied the allegations" is told by the outlet, but it is
 * Ukraine's denial: there the actor speaks.
 */
export function denyingVoiceOf(reading: Reading, event: ReadEvent): Voice {
  const voice = voiceOf(reading, event);
  const actor = event.actor[0];
  return voice.own && event.polarity === 'positive' && actor
    ? { ...voice, by: actor.text, own: false, cue: event.trigger.text }
    : voice;
}

/** Tells whether a denial's words say more than another's: a quotation most, then what is said not to be so. */
export function isPlainer(a: Voice, b: Voice): boolean {
  const worth = ({ direct, polarity }: Voice) => 2 * Number(direct) + Number(polarity === 'negative');
  return worth(a) > worth(b);
}

function labelOf(source: ReadSource, outlet: string | null): string | null {
  if (source === 'outlet') return outlet ?? 'the report';
  return source === 'unnamed' ? null : source.text;
}
