import type { ReadLink } from '../claims/reading.ts';
import type { Mention } from './mentions.ts';
import type { Tables } from './tables.ts';
import { byCode } from './words.ts';

/** What the links of one report say of its own mentions. */
export interface WithinReport {
  /** Pairs of mention keys that are one event. */
  readonly joins: readonly (readonly [string, string])[];
  /** "key key" in code order: pairs that never are. */
  readonly apart: ReadonlySet<string>;
}

/** Gives the name of an unordered pair. */
export function pairName(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Reads the links of all reports: which of a report's mentions are one event, and which must stay apart. */
export function linksWithin(mentions: readonly Mention[], tables: Tables): WithinReport {
  const byKey = new Map(mentions.map((mention) => [mention.key, mention]));
  const joins: (readonly [string, string])[] = [];
  const apart = new Set<string>();
  for (const reading of new Set(mentions.map((mention) => mention.reading))) {
    for (const link of reading.links) {
      const from = byKey.get(`${reading.id}/${link.from}`);
      const to = byKey.get(`${reading.id}/${link.to}`);
      if (from === undefined || to === undefined || from === to) continue;
      if (isJoin(from, to, link.relation, tables)) joins.push([from.key, to.key]);
      else if (APART.has(link.relation)) apart.add(pairName(from.key, to.key));
    }
  }
  return { joins: joins.sort(([a, b], [c, d]) => byCode(`${a} ${b}`, `${c} ${d}`)), apart };
}

const APART = new Set(['denies', 'responds-to', 'alternative-to', 'predicts']);

function isJoin(from: Mention, to: Mention, relation: ReadLink['relation'], tables: Tables): boolean {
  if (from.verbal !== to.verbal) return false;
  switch (relation) {
    case 'same-as':
    case 'corrects':
      return true;
    case 'part-of':
      return isToll(from);
    case 'confirms':
      return areNear(from, to, tables);
    case 'contradicts':
      return isSameMatter(from, to, tables);
    default:
      return false;
  }
}

/**
 * Tells whether a part of an event only counts its victims ("killing 23"): that belongs to the event's numbers. A part with an
 * object of its own ("and hit an ambulance") or a victim with a name may be disputed by itself and stays an event.
 */
function isToll({ acts, event }: Mention): boolean {
  const named = event.recipient.some(({ text }) =>
    /^(?:\p{Lu}[\p{L}’'-]+\s){1,3}\p{Lu}[\p{L}’'-]+$/u.test(text),
  );
  return acts.includes('casualty') && !named;
}

function areNear(a: Mention, b: Mention, { nearActs }: Tables): boolean {
  return a.acts.some(
    (act) => b.acts.includes(act) || b.acts.some((other) => nearActs.has(`${act} ${other}`)),
  );
}

// "Not one soldier has crossed" and "troops entered" are one matter; "no aircraft flew" and "a jet bombed the market" are two.
// "There is no workshop" against "a workshop exploded" has no act of its own, and belongs to what it gainsays.
function isSameMatter(from: Mention, to: Mention, tables: Tables): boolean {
  if (areNear(from, to, tables)) return true;
  const bare = from.event.type === 'OTHER' && from.event.actor.length === 0;
  return from.event.polarity === 'negative' && to.event.polarity === 'positive' && bare;
}
