import type { Doc } from '../document/doc.ts';
import type { TimeMention } from '../document/mention-layers.ts';
import type { Stage } from '../document/stage.ts';
import { splitAtoms } from './times/atoms.ts';
import { unitDays } from './times/durations.ts';
import type { Parsed } from './times/expression.ts';
import { readTimes } from './times/grammar.ts';
import { type TimeLexicon, type TimesTables, timeLexicon } from './times/lexicon.ts';
import { Narrative } from './times/narrative.ts';
import { completePairs, isRange } from './times/ranges.ts';
import { type Reader, textAt } from './times/reader.ts';
import { relationOf } from './times/relations.ts';
import { dateText, precisionOf, type Range, type Resolved, resolveTime } from './times/resolve.ts';
import { directions } from './times/tense.ts';

type Needs = 'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies';

export type { TimesTables } from './times/lexicon.ts';

/**
 * Gives the stage that finds time expressions (TimeML's TIMEX3: dates, times, durations, sets) and puts them on the
 * calendar from the day of publication, the tense of their clause and the time told of before.
 * Extents leave out the preposition; `from` and `to` take it into account ("since Monday").
 */
export function createTimes(tables: TimesTables): Stage<Needs, 'times'> {
  const lexicon = timeLexicon(tables);
  return {
    name: 'times',
    version: 1,
    needs: ['zones', 'sentences', 'tokens', 'tags', 'dependencies'],
    gives: ['times'],
    run: (doc) => ({ times: timesOf(doc, lexicon) }),
  };
}

function timesOf(doc: Doc<Needs>, lexicon: TimeLexicon): readonly TimeMention[] {
  const reader = readerOf(doc, lexicon);
  const found = completePairs(reader, readTimes(reader));
  const narrative = new Narrative(doc, found, reader);
  const directionAt = directions(doc.layers);
  const resolved = found.map((time, i) => {
    const [first, last] = [time.start, time.end - 1].map((at) => reader.atoms[at]?.token ?? 0);
    const relation = relationOf(reader, time, found[i - 1]);
    const anchor = narrative.anchorAt(time, directionAt(last ?? 0, first));
    const read = resolveTime(time.expression, relation, anchor, lexicon);
    narrative.tell(time, read, relation);
    return read;
  });
  return found.map((time, i) =>
    mentionOf(reader, time, resolved[i] as Resolved, rangeAt(reader, found, resolved, i)),
  );
}

function readerOf({ layers }: Doc<Needs>, lexicon: TimeLexicon): Reader {
  const atoms = splitAtoms(layers.tokens);
  const tagAt = (at: number) => layers.tags[atoms[at]?.token ?? -1] ?? null;
  return {
    atoms,
    lexicon,
    tagOf: (at) => tagAt(at)?.upos ?? null,
    isPluralNoun: (at) => {
      const tag = tagAt(at);
      if (tag === null) return /[^su]s$/.test(atoms[at]?.text ?? '');
      return tag.upos === 'NOUN' && tag.features.number === 'Plur';
    },
  };
}

/** The ends of one range share it: both "Monday" and "Wednesday" of "from Monday to Wednesday" mean all three days. */
function rangeAt(reader: Reader, found: readonly Parsed[], resolved: readonly Resolved[], i: number): Range {
  const own = (resolved[i] as Resolved).range;
  const joined = (a: number, b: number): Range | null => {
    const first = found[a];
    const second = found[b];
    const from = resolved[a]?.period;
    const to = resolved[b]?.period;
    if (first === undefined || second === undefined || from == null || to == null) return null;
    return isRange(reader, first, second) && from.from <= to.to ? { from: from.from, to: to.to } : null;
  };
  return (
    joined(i - 1, i) ??
    joined(i, i + 1) ??
    stretch(reader, found, resolved, i) ??
    stretch(reader, found, resolved, i + 1) ??
    own
  );
}

/** "in the 24 hours to 6 a.m. on Thursday": the days that a stretch up to an end takes in; null where `i` is no such end. */
function stretch(
  reader: Reader,
  found: readonly Parsed[],
  resolved: readonly Resolved[],
  i: number,
): Range | null {
  const length = found[i - 1];
  const end = found[i];
  const to = resolved[i]?.period?.to;
  if (length?.expression.kind !== 'duration' || end === undefined || to === undefined) return null;
  const { amount, unit } = length.expression;
  const isTo = end.start === length.end + 1 && textAt(reader, length.end) === 'to';
  if (!isTo || amount.count === null) return null;
  return { from: Math.floor(to - amount.count * unitDays(unit)), to };
}

function mentionOf(reader: Reader, time: Parsed, { type, value }: Resolved, range: Range): TimeMention {
  const start = reader.atoms[time.start]?.start ?? 0;
  const end = reader.atoms[time.end - 1]?.end ?? start;
  return {
    start,
    end,
    type,
    value,
    from: dateText(range.from),
    to: dateText(range.to),
    precision: precisionOf(range),
    why: { rule: time.rule, spans: [{ start, end }], confidence: value === null ? 0.5 : 0.9 },
  };
}
