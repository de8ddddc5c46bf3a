import type { Relation } from '../document/event-layers.ts';
import { elaborations, inTextOrder } from './elaborations.ts';
import type { Mention } from './mentions.ts';
import type { Tables } from './tables.ts';
import { byCode } from './words.ts';

/** What the links of one report say of its own mentions. */
export interface WithinReport {
  /** Pairs of mention keys that are one event, the firmest first. */
  readonly joins: readonly (readonly [string, string])[];
  /** Pairs that no link joins, but the way in which the report tells them. */
  readonly told: readonly (readonly [string, string])[];
  /** "key key" in code order: pairs that never are. */
  readonly apart: ReadonlySet<string>;
  /** Mentions that correct another: their day and place differ from it, and it is still the same event. */
  readonly corrections: ReadonlySet<string>;
}

/** Gives the name of an unordered pair. */
export function pairName(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Reads the links of all reports: which of a report's mentions are one event, and which must stay apart. */
export function linksWithin(mentions: readonly Mention[], tables: Tables): WithinReport {
  const byKey = new Map(mentions.map((mention) => [mention.key, mention]));
  const disputed = disputedKeys(mentions);
  const joins: { readonly pair: readonly [string, string]; readonly firmness: number }[] = [];
  const apart = new Set<string>();
  const corrections = new Set<string>();
  for (const reading of new Set(mentions.map((mention) => mention.reading))) {
    for (const { from: fromId, to: toId, relation } of reading.links) {
      const from = byKey.get(`${reading.id}/${fromId}`);
      const to = byKey.get(`${reading.id}/${toId}`);
      if (from === undefined || to === undefined || from === to) continue;
      if (relation === 'corrects') corrections.add(from.key);
      const bearing = bearingOf(from, to, relation, { tables, disputed });
      if (bearing === 'apart') apart.add(pairName(from.key, to.key));
      if (bearing === 'one')
        joins.push({ pair: [from.key, to.key], firmness: firmnessOf(from, to, relation) });
    }
  }
  joins.sort((a, b) => a.firmness - b.firmness || byCode(a.pair.join(' '), b.pair.join(' ')));
  const told = [...whenJoins(mentions), ...elaborations(mentions, tables)];
  return { joins: joins.map(({ pair }) => pair), told, apart, corrections };
}

const STRIKES = new Set(['strike', 'explosion', 'clash']);

// Longer than what stands between a toll and its cause in one sentence.
const MAX_GAP = 120;

/** Joins a toll to the strike that its sentence gives as the cause: "26 people were killed when a jet bombed a market". */
function whenJoins(mentions: readonly Mention[]): readonly (readonly [string, string])[] {
  const ordered = inTextOrder(mentions);
  return ordered.flatMap((toll, i) => {
    const strike = ordered[i + 1];
    if (strike === undefined || strike.reading !== toll.reading || !toll.acts.includes('casualty')) return [];
    const strikes = strike.acts.some((act) => STRIKES.has(act)) && !strike.acts.includes('casualty');
    if (!strikes || toll.event.polarity !== strike.event.polarity || toll.by !== strike.by) return [];
    const { text } = toll.reading.report;
    const between = text.slice(toll.event.trigger.end, strike.event.trigger.start);
    const caused = between.length <= MAX_GAP && /^[^.!?;\n]*\b(?:when|after)\b[^.!?;\n]*$/u.test(between);
    return caused ? [[strike.key, toll.key] as const] : [];
  });
}

// The firmest first: a later join gives way where it would bring together what an earlier link keeps apart.
const FIRMNESS: readonly Relation[] = ['corrects', 'same-as', 'part-of', 'confirms', 'contradicts'];

// "Strafed an ambulance" read as the same as "killing 23": without an act in common the words carry such a link less than all others.
function firmnessOf(from: Mention, to: Mention, relation: Relation): number {
  const shared =
    from.acts.length === 0 || to.acts.length === 0 || from.acts.some((act) => to.acts.includes(act));
  return relation === 'same-as' && !shared ? FIRMNESS.length : FIRMNESS.indexOf(relation);
}

/** Gives the mentions that somebody of the same report gainsays or explains in another way. */
function disputedKeys(mentions: readonly Mention[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const reading of new Set(mentions.map((mention) => mention.reading))) {
    for (const { to, relation } of reading.links) {
      if (relation === 'denies' || relation === 'alternative-to') keys.add(`${reading.id}/${to}`);
    }
  }
  return keys;
}

interface Judgement {
  readonly tables: Tables;
  readonly disputed: ReadonlySet<string>;
}

function bearingOf(
  from: Mention,
  to: Mention,
  relation: Relation,
  judgement: Judgement,
): 'one' | 'apart' | 'open' {
  if (from.verbal !== to.verbal) return 'apart';
  switch (relation) {
    case 'same-as':
      return 'one';
    // "On Wednesday, not Thursday" is the same event; "no boat entered: one set out and turned back" puts another in its place.
    case 'corrects':
      return from.acts.length === 0 || to.acts.length === 0 || areNear(from, to, judgement.tables)
        ? 'one'
        : 'apart';
    case 'part-of':
      return partBearing(from, to, judgement.disputed);
    case 'confirms':
      return areNear(from, to, judgement.tables) ? 'one' : 'open';
    case 'contradicts':
      return isSameMatter(from, to, judgement.tables) ? 'one' : 'apart';
    default:
      return 'apart';
  }
}

// What a strike comes to: people die, a boat goes down.
const OUTCOMES = new Set(['casualty', 'sink', 'burn']);

/**
 * Tells whether a part of an event belongs to its record: its victims ("killing 23") and repeats of the act ("dropped one more") do.
 * A part with an object of its own ("and hit an ambulance"), or one that is disputed by itself, stays an event.
 */
function partBearing(from: Mention, to: Mention, disputed: ReadonlySet<string>): 'one' | 'apart' {
  if (disputed.has(from.key) || from.event.polarity !== to.event.polarity) return 'apart';
  if (from.acts.some((act) => OUTCOMES.has(act))) return 'one';
  return !from.recipient.known && from.acts.some((act) => to.acts.includes(act)) ? 'one' : 'apart';
}

function areNear(a: Mention, b: Mention, { nearActs }: Tables): boolean {
  return a.acts.some(
    (act) => b.acts.includes(act) || b.acts.some((other) => nearActs.has(`${act} ${other}`)),
  );
}

// "Not one soldier has crossed" and "troops entered" are one matter; "no aircraft flew" and "a jet bombed the market" are two.
// "There is no workshop" against "a workshop exploded" has no act of its own, and belongs to what it gainsays.
function isSameMatter(from: Mention, to: Mention, tables: Tables): boolean {
  if (from.event.polarity === to.event.polarity) return from.acts.some((act) => to.acts.includes(act));
  if (areNear(from, to, tables)) return true;
  const bare = from.event.type === 'OTHER' && from.event.actor.length === 0;
  return from.event.polarity === 'negative' && to.event.polarity === 'positive' && bare;
}
